"""The control strip: state in words, doubt, origins, and the days of which nobody tells."""

from __future__ import annotations

from datetime import date, timedelta

import lxml.etree
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contested.web.drawings.bars import lanes_of, side_bar, weight_bar
from contested.web.drawings.strip import control_strip, stacked
from contested.web.drawings.strip_days import StripDay, run_words, spoken

PARTIES = ("Kestria", "Ostvan")
FILLS = ("solid", "claimed", "thin", "carried", "none")


def day(
    number: int = 0,
    state: str | None = "Kestria",
    fill: str = "solid",
    disputed: bool = False,
    origins: tuple[int, ...] = (1, 0),
    neither: int = 0,
    reports: int = 1,
) -> StripDay:
    """Return a day of November."""
    name = (date(2025, 11, 1) + timedelta(days=number)).isoformat()
    shares = {} if state is None else {"Kestria": 60, "contested": 20, "unknown": 5, "Ostvan": 15}
    return StripDay(name, state, fill, disputed, shares, origins, neither, reports)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (day(), "Kestria"),
        (day(fill="claimed"), "Kestria, claimed"),
        (day(fill="thin"), "Kestria, thin"),
        (day(fill="carried"), "Kestria, last reported"),
        (day(state="contested"), "contested"),
        (day(state="contested", fill="carried"), "contested, last reported"),
        (day(state="contested", disputed=True), "contested ≠"),
        (day(state="unknown", fill="none"), "unknown"),
        (day(state=None, fill="none"), "no word yet"),
    ],
)
def test_every_state_and_fill_has_a_word(shown: StripDay, words: str) -> None:
    """Colours are one grey on a copier, so each stretch says its state."""
    assert run_words(shown) == words
    drawing = control_strip([day(n, shown.state, shown.fill, shown.disputed) for n in range(30)], PARTIES,
                            place="Velmora", name="s")  # fmt: skip
    assert words in drawing


def test_days_without_report_are_marked() -> None:
    """A dash stands where no report names the place; blank would mean quiet."""
    drawing = control_strip([day(n, reports=n % 2) for n in range(10)], PARTIES, place="Velmora", name="s")
    assert drawing.count(">–<") == 5


def test_it_is_one_sentence_to_those_who_cannot_see_it() -> None:
    """The title names each stretch with its days."""
    days = [day(0), day(1), day(2, "contested", disputed=True)]
    assert spoken(days, "Velmora") == (
        "Control of Velmora by day, 1 Nov to 3 Nov: Kestria 1 Nov to 2 Nov; contested, disputed on 3 Nov. "
        "Days on which no report names it: 0 of 3. The same figures follow as a table."
    )


def test_doubt_lies_between_two_parties() -> None:
    """Party 1 above, party 2 below; more parties in pack order before the doubt."""
    assert stacked(PARTIES) == ["Kestria", "contested", "unknown", "Ostvan"]
    assert stacked(["A", "B", "C"]) == ["A", "B", "C", "contested", "unknown"]


DAYS = st.lists(
    st.tuples(
        st.sampled_from([None, "Kestria", "Ostvan", "contested", "unknown"]),
        st.sampled_from(FILLS),
        st.booleans(),
        st.tuples(st.integers(0, 40), st.integers(0, 40)),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(DAYS)
def test_names_change_nothing_but_words(made: list[tuple[str | None, str, bool, tuple[int, int], int]]) -> None:
    """Whoever stands first in the pack is drawn first, above, with the same weight (names of one length)."""
    other = {"Kestria": "Ostland", "Ostvan": "Kestan"}
    days = [day(n, *each[:3], origins=each[3], neither=each[4]) for n, each in enumerate(made)]
    renamed = [
        StripDay(
            each.day,
            other.get(each.state, each.state) if each.state else None,
            each.fill,
            each.disputed,
            {other.get(name, name): share for name, share in each.probabilities.items()},
            each.origins,
            each.neither,
            each.reports,
        )
        for each in days
    ]
    one = control_strip(days, PARTIES, place="Velmora", name="s")
    two = control_strip(renamed, ("Ostland", "Kestan"), place="Velmora", name="s")
    assert shapes(one) == shapes(two)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(DAYS)
def test_the_other_order_draws_the_same_shapes(
    made: list[tuple[str | None, str, bool, tuple[int, int], int]],
) -> None:
    """With the pack turned round the same number of shapes stands in the same rows, in swapped colours."""
    days = [day(n, *each[:3], origins=each[3], neither=each[4]) for n, each in enumerate(made)]
    turned = [
        StripDay(each.day, each.state, each.fill, each.disputed, each.probabilities, each.origins[::-1], each.neither,
                 each.reports)
        for each in days
    ]  # fmt: skip
    one = shapes(control_strip(days, PARTIES, place="Velmora", name="s"))
    two = shapes(control_strip(turned, PARTIES[::-1], place="Velmora", name="s"))
    assert len(one) == len(two)
    assert coloured(two, "--p1") == coloured(one, "--p2")


def coloured(found: list[tuple[str, str, str]], token: str) -> int:
    """Return how many shapes have a colour."""
    return sum(token in style for _, _, style in found)


def shapes(drawing: str) -> list[tuple[str, str, str]]:
    """Return the shapes of a drawing without its words and the plates below them."""
    root = lxml.etree.fromstring(drawing)
    return [
        (str(each.tag), each.get("d") or each.get("cx") or "", each.get("style") or "")
        for each in root.iter()
        if each.tag in ("path", "circle")
    ]


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 6])
def test_any_number_of_parties_can_be_drawn(parties: int) -> None:
    """Three and more have a lane each, so that position tells what colour cannot."""
    names = [f"P{number}" for number in range(parties)]
    days = [day(n, names[0], origins=tuple(range(parties)), neither=12) for n in range(14)]
    lxml.etree.fromstring(control_strip(days, names, place="Velmora", name="s", width=350, labelled=False))
    assert len(lanes_of(parties, 0)) == (1 if parties == 2 else parties + 1)


def test_names_of_reports_are_escaped() -> None:
    """A party or place may be called anything."""
    drawing = control_strip([day(0, "<b>")], ("<b>", "&"), place="<script>", name="s")
    assert "<script>" not in drawing
    lxml.etree.fromstring(drawing)


def test_a_strip_is_small() -> None:
    """Three of them stand on a page of at most 150 kB."""
    days = [day(n, PARTIES[n % 2], disputed=n % 3 == 0, origins=(9, 9), neither=9) for n in range(30)]
    assert len(control_strip(days, PARTIES, place="Velmora", name="s")) < 25_000


def test_bars_say_their_figures() -> None:
    """A bar has its figures as its label, and no piece for nothing."""
    bar = weight_bar({"Kestria": 30, "contested": 65, "unknown": 5, "Ostvan": 0}, PARTIES, label="Kestria 30")
    assert bar.count("<i ") == 3
    assert 'aria-label="Kestria 30"' in bar
    assert side_bar((3, 2, 1), PARTIES, label="x").count("<rect") == 6
