"""A place day by day."""

from __future__ import annotations

import pytest

from contested.questions.picture import PlaceState
from contested.store.view import View
from contested.web.place_days import column_order, since, state_on, strip_days
from contested.web.place_numbers import FirstSaid, Month, by_side, month

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


def test_origins_of_a_day_stand_by_side() -> None:
    """Days without a report count nothing, and say so."""
    days = ("2025-10-31", "2025-11-02", "2025-11-04")
    said = (FirstSaid("2025-11-02", 1), FirstSaid("2025-11-02", None))
    found = strip_days(RUNS, Month(9, 4, days, said, {"2025-11-02": 3}, 2), PARTIES)
    assert [(day.state, day.origins, day.neither, day.reports) for day in found] == [
        (None, (0, 0), 0, 0),
        ("Kestria", (0, 1), 1, 3),
        ("contested", (0, 0), 0, 0),
    ]


def test_an_origin_counts_once(sample: View) -> None:
    """On the day of its first report about the place; copies of later days are not counted again."""
    found = month(sample, "gn:703656", "2026-03-20", 30, None, ("Russia", "Ukraine"))
    entries = list(sample.entries(place_id="gn:703656"))
    origins = sample.origins_of([entry.claim.id for entry in entries])
    assert len(found.said) == len({origin.id for origin in origins.values()})
    assert (found.claims, found.reports) == (len(entries), len({entry.document.id for entry in entries}))
    assert sum(found.by_day.values()) == found.reports
    earlier = month(sample, "gn:703656", "2026-03-06", 30, "2026-03-06", ("Russia", "Ukraine"))
    assert earlier.claims == sum((entry.document.published or "")[:10] <= "2026-03-06" for entry in entries)


def test_sides_and_columns() -> None:
    """Voices of no side stand between two parties, and after three."""
    assert by_side([0, None, 1, 1], 2) == [1, 2, 1]
    assert [column_order(n) for n in (0, 1, 2, 3)] == [[0], [0, 1], [0, 2, 1], [0, 1, 2, 3]]
