"""How one claim relates to another, in a table of structured claims."""

from __future__ import annotations

from typing import Any

import pytest

from contested.links.relations import relate
from contested.model import Certainty, CueClass, Modality, Tense
from tests.factories import entry, place, quantity

A, B, MONITOR = "Kestria", "Ostvan", "Meridian Monitor"
TOOK: dict[str, Any] = {"speaker": A, "type": "control.gain", "holder": A}

CASES: list[tuple[str, dict[str, Any], dict[str, Any], str | None]] = [
    ("denied outright", TOOK, {"speaker": B, "holder": A, "cue": CueClass.DENY, "negative": True}, "denies"),
    ("denied by a negation", TOOK, {"speaker": MONITOR, "holder": A, "negative": True}, "denies"),
    ("the fall denied", TOOK, {"speaker": B, "type": "control.loss", "negative": True}, "denies"),
    ("its loss denied", TOOK, {"speaker": B, "type": "control.loss", "holder": B, "negative": True}, "denies"),
    ("still held", TOOK, {"speaker": B, "type": "control.hold", "holder": B}, "contradicts"),
    ("the attack repelled", TOOK, {"speaker": B, "type": "combat.repel", "agent": B}, "contradicts"),
    ("taken by the other", TOOK, {"speaker": B, "holder": B}, "contradicts"),
    ("confirmed by a monitor", TOOK, {"speaker": MONITOR, "holder": A}, "supports"),
    ("loss acknowledged", TOOK, {"speaker": B, "type": "control.withdraw", "holder": B}, "supports"),
    ("the fall reported", TOOK, {"speaker": MONITOR, "type": "control.loss"}, "supports"),
    ("only a part", TOOK, {"speaker": MONITOR, "holder": A, "part": "northern districts"}, "narrows"),
    ("only entered", TOOK, {"speaker": MONITOR, "type": "control.infiltrate", "holder": A}, "narrows"),
    ("part denied", TOOK, {"speaker": B, "holder": A, "part": "centre", "negative": True}, "denies"),
    ("grey zone", TOOK, {"speaker": MONITOR, "type": "control.contest"}, "contradicts"),
    ("held by whom it does not say", TOOK, {"speaker": MONITOR, "type": "control.hold"}, None),
    ("planned", TOOK, {"speaker": MONITOR, "holder": A, "modality": Modality.PLANNED}, None),
    ("possible", TOOK, {"speaker": MONITOR, "holder": A, "certainty": Certainty.POSSIBLE}, None),
    ("to come", TOOK, {"speaker": MONITOR, "holder": A, "tense": Tense.FUTURE}, None),
    ("in a condition", TOOK, {"speaker": MONITOR, "holder": A, "condition": True}, None),
    ("asked", TOOK, {"speaker": MONITOR, "holder": A, "cue": CueClass.QUESTION}, None),
    ("promised", TOOK, {"speaker": A, "holder": A, "cue": CueClass.PROMISE}, None),
    ("another place", TOOK, {"speaker": MONITOR, "holder": A, "where": "Lisova"}, None),
    ("the same name elsewhere", TOOK, {"speaker": MONITOR, "holder": A, "where": place("Velmora", country="XX")}, None),
    ("a grey zone before it fell", TOOK, {"speaker": MONITOR, "type": "control.contest", "when": "2025-11-14"}, None),
    ("held before it fell", TOOK, {"speaker": B, "type": "control.hold", "holder": B, "when": "2025-11-16"}, None),
    ("months later", TOOK, {"speaker": B, "type": "control.hold", "holder": B, "day": "2026-03-01"}, None),
    ("another family", TOOK, {"speaker": MONITOR, "type": "outage.power"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "one", "other", "expected"), CASES, ids=[case[0] for case in CASES])
def test_relation(name: str, one: dict[str, Any], other: dict[str, Any], expected: str | None) -> None:
    """The later claim relates to the earlier one as a reader would say."""
    verdict = relate(entry(**other, outlet="B", **({} if "day" in other else {"day": "2025-11-21"})), entry(**one))
    assert (verdict.relation.value if verdict else None) == expected, name
    if expected in ("denies", "contradicts", "narrows"):
        assert verdict is not None
        assert verdict.forward, "it is the answer that relates to the claim"


@pytest.mark.parametrize(("name", "one", "other", "expected"), CASES, ids=[case[0] for case in CASES])
def test_relation_is_the_same_from_both_ends(
    name: str, one: dict[str, Any], other: dict[str, Any], expected: str | None
) -> None:
    """Asking from the other claim turns the direction and nothing else."""
    a, b = entry(**other, outlet="B"), entry(**one)
    there, back = relate(a, b), relate(b, a)
    assert (there is None) == (back is None), name
    if there is not None and back is not None:
        assert (there.relation, there.score, there.forward) == (back.relation, back.score, not back.forward), expected


WORDS = "the rocket that fell on the market of Velmora killed shoppers"
KILLED: dict[str, Any] = {"type": "casualty.civilian", "when": "2025-11-20", "words": WORDS}
FIGURES: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("equal", {"best": 12, "low": 12, "high": 12}, {"best": 12, "low": 12, "high": 12}, "supports"),
    ("inside a bound", {"high": 200}, {"best": 150, "low": 150, "high": 150}, "narrows"),
    ("at least", {"low": 10}, {"best": 12, "low": 12, "high": 12}, "narrows"),
    ("at odds", {"best": 12, "low": 12, "high": 12}, {"best": 40, "low": 40, "high": 40}, "contradicts"),
    ("bounds at odds", {"high": 200}, {"low": 2000}, "contradicts"),
    ("about", {"best": 100, "approximate": True}, {"best": 108, "low": 108, "high": 108}, "narrows"),
    ("unlike things counted", {"best": 12}, {"best": 3, "unit": "vehicle", "of": "tanks"}, "supports"),
]


@pytest.mark.parametrize(("name", "one", "other", "expected"), FIGURES, ids=[case[0] for case in FIGURES])
def test_figures(name: str, one: dict[str, Any], other: dict[str, Any], expected: str) -> None:
    """Compatible figures support, conflicting ones contradict, and neither is ever averaged."""
    a = entry("Doctor Ilan Venn", quantities=(quantity(name, **one),), **KILLED)
    b = entry("Mayor Ada Brock", quantities=(quantity(f"{name} b", **other),), outlet="B", **KILLED)
    verdict = relate(b, a)
    assert verdict is not None
    assert verdict.relation.value == expected


def test_rising_toll_is_an_update() -> None:
    """A higher figure of the same source on a later day replaces, it does not contradict."""
    a = entry("Governor Ilan Venn", quantities=(quantity("12", best=12),), **KILLED)
    b = entry("Governor Ilan Venn", quantities=(quantity("19", best=19),), day="2025-11-21", outlet="B", **KILLED)
    verdict = relate(b, a)
    assert verdict is not None
    assert (verdict.relation.value, verdict.forward) == ("updates", True)


def test_the_same_source_taking_it_back() -> None:
    """A source that later says that it is not so retracts; it is no second side."""
    a = entry("General Ilan Venn", holder=A, party=A)
    b = entry("General Ilan Venn", holder=A, party=A, negative=True, day="2025-11-22", outlet="B")
    verdict = relate(b, a)
    assert verdict is not None
    assert verdict.relation.value == "retracts"


def test_blaming_each_other_for_one_strike() -> None:
    """Two sides that accuse each other of one strike contradict each other."""
    words = "shelling the Velmora hospital"
    a = entry(A, "strike.shelling", agent=B, cue=CueClass.ACCUSE, words=words)
    b = entry(B, "strike.shelling", agent=A, cue=CueClass.ACCUSE, words=words, outlet="B", start=4)
    verdict = relate(b, a)
    assert verdict is not None
    assert verdict.relation.value == "contradicts"
