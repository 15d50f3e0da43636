"""What a copy changes, in a table of a statement and its retelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from contested.links.changes import What, changes, changes_of, counterpart, kept_share, report_changes, whole
from contested.model import CueClass, Evidence, LedgerEntry, Modality, Span, Verification
from tests.factories import entry, quantity

A = "Kestria"
TOOK: dict[str, Any] = {"speaker": A, "holder": A, "words": "Kestria said its troops had reportedly taken Velmora."}


def made(verification: Verification = Verification.NONE, hedges: tuple[str, ...] = (), **more: Any) -> LedgerEntry:
    """Return a statement; hedges are looked up in its words."""
    one = entry(**(TOOK | more))
    start = one.claim.start
    spans = tuple(Span(start=start + (i := one.words.index(h)), end=start + i + len(h)) for h in hedges)
    return structs.replace(one, claim=structs.replace(one.claim, verification=verification, hedges=spans))


@dataclass
class Case:
    """A statement as first told and as retold, and what is said of it."""

    name: str
    first: dict[str, Any]
    copy: dict[str, Any]
    expected: tuple[str, ...]


HEDGED = {"hedges": ("reportedly",)}
UNVERIFIABLE = {"verification": Verification.UNVERIFIABLE}
SIX = (quantity("up to 200", high=200),)
PLAIN = "Troops had taken Velmora."

CASES = [
    Case("nothing", {}, {}, ()),
    Case("a hedge dropped", HEDGED, {"words": PLAIN}, ("drops “reportedly”",)),
    Case("a hedge added", {"words": PLAIN}, HEDGED, ("adds “reportedly”",)),
    Case("a hedge kept", HEDGED, HEDGED, ()),
    Case("the note on verification dropped", UNVERIFIABLE, {}, ("drops that it could not be verified",)),
    Case("and added", {}, UNVERIFIABLE, ("adds that it could not be verified",)),
    Case(
        "called verified",
        UNVERIFIABLE,
        {"verification": Verification.VERIFIED},
        ("drops that it could not be verified", "adds that it was verified"),
    ),
    Case("stated as fact", {}, {"speaker": ""}, ("drops the speaker: states it as fact",)),
    Case("given a speaker", {"speaker": ""}, {}, ("adds a speaker: “Kestria”",)),
    Case(
        "a name becomes a description",
        {"speaker": "General Ilan Drevo"},
        {"speaker": "military officials"},
        ("puts “military officials” for “General Ilan Drevo” as the speaker",),
    ),
    Case("nobody says it", {}, {"speaker": "unknown"}, ("drops the speaker's name",)),
    Case("claimed becomes confirmed", {}, {"cue": CueClass.CONFIRM}, ("says “confirm” where the first says “assert”",)),
    Case(
        "a bound becomes a figure",
        {"quantities": SIX},
        {"quantities": (quantity("200", best=200),)},
        ("drops the bound of a figure: “200” for “up to 200”",),
    ),
    Case(
        "another figure",
        {"quantities": (quantity("12", best=12),)},
        {"quantities": (quantity("40", best=40),)},
        ("puts “40” for “12”",),
    ),
    Case(
        "one figure in other words",
        {"quantities": (quantity("12", best=12),)},
        {"quantities": (quantity("a dozen", best=12),)},
        (),
    ),
    Case("a figure left out", {"quantities": SIX}, {}, ("drops “up to 200”",)),
    Case(
        "a part becomes the whole",
        {"part": "northern districts"},
        {},
        ("drops “northern districts”: speaks of the whole of Velmora",),
    ),
    Case("a film left out", {"evidence": (Evidence.VIDEO,)}, {}, ("drops the evidence: video",)),
    Case("a condition left out", {"condition": True}, {}, ("drops the condition that it hangs on",)),
    Case(
        "a plan told as done",
        {"modality": Modality.PLANNED},
        {},
        ("tells as done what was planned, tried or possible",),
    ),
    Case(
        "whom it has it from",
        {},
        {"chain": ("Harbour Wire",)},
        ("adds the report that it was taken from: “Harbour Wire”",),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_changes(case: Case) -> None:
    """What the copy does is put in words, and what it does not touch is not mentioned."""
    assert changes_of(made(**case.first), made(**case.copy, outlet="Daily Vir")) == case.expected


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_back_again(case: Case) -> None:
    """What one way is changed is changed on the way back; only one of the two is firmer."""
    first, copy = made(**case.first), made(**case.copy, outlet="Daily Vir")
    there, back = changes(first, copy), changes(copy, first)
    assert bool(there) == bool(back)
    assert not ({change.what for change in there if change.firmer and change.what is not What.VERIFICATION}) & (
        {change.what for change in back if change.firmer}
    )


def test_a_report_against_the_first() -> None:
    """A report's statements are held each against the one that they retell; the rest is counted."""
    first = [
        made(**HEDGED),
        made(words="The bridge over the Sar was blown up at dawn, the ministry added.", start=200),
    ]
    copy = [
        made(outlet="Daily Vir", speaker="", words="Kestria's troops have taken Velmora."),
        made(outlet="Daily Vir", words="Oil prices fell in Harrow.", start=300),
    ]
    assert [change.text for change in report_changes(first, copy)] == [
        "drops the speaker: states it as fact",
        "drops “reportedly”",
        "leaves out 1 of 2 statements",
        "adds 1 of its own",
    ]
    assert counterpart(copy[0], first) is first[0]
    assert counterpart(copy[1], first) is None


def test_a_claim_inside_a_claim_is_one_statement() -> None:
    """A hearsay adverb makes a claim inside the claim: its deeds are those of the whole statement."""
    around = made(type=None)
    inner = made(speaker="unknown", words="its troops had reportedly taken Velmora", parent=around.claim.id, start=20)
    (one,) = whole([around, inner])
    assert (one.claim.source.name, one.events) == (A, inner.events)


TEXTS = st.lists(st.sampled_from(["shelling", "hit", "Velmora", "on", "Monday", "12", "killed", "not"]), max_size=30)


@given(TEXTS, TEXTS)
def test_kept_share_is_a_share(one: list[str], other: list[str]) -> None:
    """The share lies in 0..1, is 1 for the text itself and for the text with something before and after."""
    text = " ".join(one)
    assert 0.0 <= kept_share(text, " ".join(other)) <= 1.0
    if one:
        assert kept_share(text, text) == 1.0
        assert kept_share(text, " ".join([*other, *one, *other])) == 1.0


def test_one_word_in_twenty() -> None:
    """One changed word costs that word."""
    text = "Shelling of Velmora hit eleven houses and a school on Thursday the head of the Sarrat region said at night"
    assert kept_share(text, text.replace("school", "clinic")) == pytest.approx(19 / 20)
