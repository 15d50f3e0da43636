"""A place day by day."""

from __future__ import annotations

import pytest

from contested.model import Origin
from contested.questions.picture import PlaceState
from contested.web.place_days import column_order, first_said, reports_by_day, since, state_on, strip_days
from contested.web.place_numbers import by_side
from tests.factories import entry

PARTIES = ("Kestria", "Ostvan")


def state(name: str, disputed: bool = False) -> PlaceState:
    """Return a state of Velmora."""
    return PlaceState("test:1", "Velmora", 48.0, 37.0, "XV", None, PARTIES, name, "solid", disputed, {name: 100},
                      "claimed_only", "2025-11-03", ())  # fmt: skip


RUNS = [
    ("2025-11-01", "2025-11-03", state("Kestria")),
    ("2025-11-04", "2025-11-05", state("contested")),
    ("2025-11-06", "2025-11-09", state("contested", disputed=True)),
]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-10-31", None), ("2025-11-03", "Kestria"), ("2025-11-04", "contested"), ("2025-12-01", "contested")],
)
def test_the_state_on_a_day(day: str, expected: str | None) -> None:
    """None before the first report; after the last day the last state stands."""
    found = state_on(RUNS, day)
    assert (found.state if found else None) == expected


def test_since_when_it_stands_like_this() -> None:
    """State and dispute have each their own beginning."""
    assert since(RUNS, "2025-11-09", "state") == "2025-11-04"
    assert since(RUNS, "2025-11-09", "disputed") == "2025-11-06"
    assert since(RUNS, "2025-10-01", "state") is None


def test_an_origin_counts_on_the_day_of_its_first_report() -> None:
    """Copies of later days are not counted again."""
    first = entry("Ostvan", agent="Ostvan", day="2025-11-02", words="We hold it.")
    copy = entry("Ostvan", agent="Ostvan", day="2025-11-04", words="We hold it.", outlet="Sarrat Post")
    origin = Origin(id="o", claims=(first.claim.id, copy.claim.id))
    said = first_said([copy, first], [origin], PARTIES)
    assert [(each.day, each.side) for each in said] == [("2025-11-02", 1)]
    days = strip_days(RUNS, said, reports_by_day([copy, first]), PARTIES, ["2025-11-02", "2025-11-03", "2025-11-04"])
    assert [day.origins for day in days] == [(0, 1), (0, 0), (0, 0)]
    assert [day.reports for day in days] == [1, 0, 1]


def test_sides_and_columns() -> None:
    """Voices of no side stand between two parties, and after three."""
    assert by_side([0, None, 1, 1], 2) == [1, 2, 1]
    assert [column_order(n) for n in (0, 1, 2, 3)] == [[0], [0, 1], [0, 2, 1], [0, 1, 2, 3]]
