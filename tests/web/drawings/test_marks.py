"""Marks: shape says the state, fill what it rests on, and no party's mark weighs more."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from contested.web.drawings.marks import BADGE_FROM, PARTY_COLOURS, mark, party_colour, state_words

FILLS = ("solid", "claimed", "thin", "carried", "none")


@pytest.mark.parametrize("index", [0, 1, 2, 3, 6])
@pytest.mark.parametrize("fill", FILLS)
def test_every_mark_is_a_drawing(index: int, fill: str) -> None:
    """Each party and fill gives well-formed SVG that needs nothing from elsewhere."""
    drawn = str(mark(index, fill, True, letter="<"))
    etree.fromstring(drawn)
    assert "url(" not in drawn


def test_shapes_differ_without_colour() -> None:
    """With colours taken out, no two parties, fills or states look the same."""
    marks = [mark(i, fill, letter="ABCD"[i]) for i in range(4) for fill in FILLS]
    marks += [mark(None), mark(None, states=(0, 1)), mark(None, states=(0, 1, 2))]
    grey = [re.sub(r"var\(--p\d[^)]*\)", "grey", str(each)) for each in marks]
    assert len(set(grey)) == len(grey)


@pytest.mark.parametrize("fill", FILLS)
def test_the_outline_never_fades(fill: str) -> None:
    """Every party mark has its full outline: certainty goes into the fill."""
    drawn = str(mark(0, fill))
    assert 'stroke-width="2.4"' in drawn
    assert "stroke-opacity" not in drawn


def test_only_carried_forward_is_dashed() -> None:
    """A dashed outline means an old report and nothing else."""
    assert [fill for fill in FILLS if "stroke-dasharray" in str(mark(1, fill))] == ["carried"]


def test_the_badge_needs_room() -> None:
    """The sign of a dispute is drawn from 14 pixels on; below, the word stands beside the name."""
    assert "badge" in str(mark(0, "solid", True, BADGE_FROM))
    assert "badge" not in str(mark(0, "solid", True, BADGE_FROM - 1))


def test_contested_shows_who_is_inside() -> None:
    """The diamond holds each party's colour once, in pack order, however they are given."""
    found = str(mark(None, states=(2, 0, 2)))
    assert found == str(mark(None, states=(0, 2)))
    assert [colour in found for colour in PARTY_COLOURS] == [True, False, True, False]


def test_parties_after_the_third_share_a_colour() -> None:
    """From the fourth on shape and letter must do it."""
    assert party_colour(3) == party_colour(9)
    assert ">K<" in str(mark(5, "solid", letter="kachin"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("Ostvan", "claimed", True), "Ostvan, claimed only, disputed"),
        (("Ostvan", "carried", False), "Ostvan, last reported"),
        ((None, "none", False), "unknown"),
    ],
)
def test_words_say_what_the_mark_shows(said: tuple[str | None, str, bool], expected: str) -> None:
    """The text twin of a mark."""
    assert state_words(*said) == expected


def test_contested_in_words() -> None:
    """Contested and disputed are two things."""
    assert state_words(None, "solid", True, contested=True) == "contested, disputed"
