"""Copies: one dispatch carried on, retold or cut, against another report of the same event."""

from __future__ import annotations

import pytest

from contested.links.copies import credits, likeness, sketch
from contested.links.stories import stories
from tests.factories import document

DISPATCH = (
    "Shelling hit the grain terminal of Lisova on Thursday morning, killing four dock workers and setting two silos "
    "on fire, the port authority said. Harbour master Ada Brock told reporters that 17 shells fell within ten "
    "minutes. The bridge over the Sarra was closed to traffic. Kestrian forces did not comment. Ostvan's emergency "
    "service sent 60 firefighters from Velmora, and trains to Ravno were held for three hours."
)
OTHER = (
    "Residents of Lisova spent Thursday night in cellars after the worst shelling of the autumn. Schools stay closed "
    "until Monday, the mayor said, and the hospital asks for blood. A bakery in the old town handed out bread. Four "
    "people died in the port, according to the town council, which declared a day of mourning."
)
CASES = [
    ("the same words", DISPATCH, True),
    ("another headline and agency", f"LISOVA (Reuters) - {DISPATCH}", True),
    ("cut by half", DISPATCH[: len(DISPATCH) // 2], True),
    ("reordered", " ".join(reversed(DISPATCH.split(". "))), True),
    (
        "retold",
        "Four dock workers were killed and two silos caught fire when the grain terminal of Lisova was shelled on "
        "Thursday morning, according to the port authority. In ten minutes 17 shells came down, said harbour master "
        "Ada Brock. Traffic over the Sarra bridge was stopped and trains to Ravno waited three hours. Velmora sent 60 "
        "firefighters of Ostvan's emergency service; there was no comment from Kestrian forces.",
        True,
    ),
    ("another report of the event", OTHER, False),
    ("the next day's bulletin", DISPATCH.replace("Thursday", "Friday").replace("17", "41").replace("60", "8"), True),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_likeness(name: str, text: str, expected: bool) -> None:
    """Copies are found whatever a desk does to them, and another report of the event is none."""
    found = likeness(sketch(document(DISPATCH)), sketch(document(text, outlet="Sarrat Post")))
    assert (found is not None and found.copy) is expected, name


def test_copies_are_of_the_same_days() -> None:
    """The same words a month later are no copy of that dispatch."""
    later = document(DISPATCH, outlet="Sarrat Post", day="2025-12-24")
    assert likeness(sketch(document(DISPATCH)), sketch(later)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KHARTOUM (Reuters) - Fighting resumed on Monday.", {"Reuters"}),
        ("Fighting resumed on Monday, a monitor said.--AFP", {"AFP"}),
        ("Fighting resumed on Monday. (AP)", {"AP"}),
        ("A spokesman told Reuters that fighting resumed. " * 8, set()),
    ],
)
def test_credits(text: str, expected: set[str]) -> None:
    """A credit stands at the head or the end; talking to an agency is none."""
    assert credits(text) == expected


def test_stories() -> None:
    """Reports of two events fall into two stories."""
    texts = [DISPATCH, OTHER, "Oil prices fell by two dollars in Tolland as traders sold futures before the summit."]
    numbers = stories(texts)
    assert numbers[0] != numbers[2]
    assert stories([]) == []
    assert stories(["one"]) == [1]
