"""Laws of linking over generated reports: sides exchanged, order of arrival, reading twice.

Claims are made as records, so that any combination is tried, and as sentences that go through the
whole pipeline.
"""

from __future__ import annotations

import random
import re
from functools import cache
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from contested import packs
from contested.links import Linked, link_ledger
from contested.model import Certainty, CueClass, Document, Event, Found, LedgerEntry, Modality, document_id
from contested.pipeline import extract
from tests.factories import SIDES, entry, quantity

A, B = SIDES
SWAP = {A: B, B: A}
CLAIMS = st.fixed_dictionaries({
    "speaker": st.sampled_from((A, B, "Meridian Monitor", "General Ilan Drevo", "")),
    "type": st.sampled_from((
        "control.gain", "control.hold", "control.withdraw", "control.loss", "control.contest", "control.encircle",
        "control.infiltrate", "casualty.civilian", "strike.drone", "combat.assault",
    )),
    "where": st.sampled_from(("Velmora", "Lisova")),
    "holder": st.sampled_from((A, B)),
    "negative": st.booleans(),
    "cue": st.sampled_from((CueClass.ASSERT, CueClass.DENY, CueClass.ACKNOWLEDGE, CueClass.ACCUSE, CueClass.RETRACT)),
    "part": st.sampled_from((None, None, "northern districts")),
    "day": st.sampled_from(("2025-11-18", "2025-11-19", "2025-11-20", "2025-12-20")),
    "modality": st.sampled_from((Modality.ACTUAL, Modality.ACTUAL, Modality.PLANNED)),
    "certainty": st.sampled_from((Certainty.CERTAIN, Certainty.POSSIBLE)),
    "quantities": st.sampled_from(((), (quantity("3", best=3),), (quantity("30", best=30),))),
})  # fmt: skip
"""What a claim can be; its words are made of it, so that they change with the sides' names."""


class Shape(NamedTuple):
    """What linking found, by the numbers of the claims instead of their ids."""

    links: list[tuple[int, str, int, float, str]]
    origins: list[tuple[int, ...]]
    disputes: list[tuple[str, tuple[int, ...], tuple[int, ...], bool, tuple[str, ...]]]


def made(claims: list[dict[str, Any]]) -> list[LedgerEntry]:
    """Return the claims as entries, each in a report of its own outlet."""
    return [entry(**one, outlet=f"Outlet {i}") for i, one in enumerate(claims)]


def turned(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the claims with the two sides exchanged."""
    return [{key: SWAP.get(v, v) if isinstance(v, str) else v for key, v in one.items()} for one in claims]


def renamed(text: str) -> str:
    """Return a text with the two sides' names exchanged."""
    return re.sub(rf"\b(?:{A}|{B})\b", lambda match: SWAP[match.group()], text)


def shape(entries: list[LedgerEntry], linked: Linked, rename: Any = str) -> Shape:
    """Return links, origins and disputes by number, names exchanged by `rename`."""
    number = {each.claim.id: i for i, each in enumerate(entries)}
    return Shape(
        sorted(
            (number[each.a], each.relation.value, number[each.b], each.score, rename(each.reason))
            for each in linked.links
        ),
        sorted(tuple(sorted(number[claim] for claim in origin.claims)) for origin in linked.origins),
        sorted(
            (
                rename(d.matter),
                tuple(sorted(number[claim] for claim in d.asserting)),
                tuple(sorted(number[claim] for claim in d.denying)),
                d.resolved,
                tuple(sorted(rename(party) for party in d.parties)),
            )
            for d in linked.disputes
        ),
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(CLAIMS, min_size=2, max_size=6))
def test_sides_exchanged_exchange_the_result(claims: list[dict[str, Any]]) -> None:
    """With the two names exchanged everywhere the same is found, with the names exchanged."""
    ours, theirs = made(claims), made(turned(claims))
    assert shape(theirs, link_ledger(theirs, [])) == shape(ours, link_ledger(ours, []), renamed)


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIMS, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_order_and_double_reading_change_nothing(claims: list[dict[str, Any]], dice: random.Random) -> None:
    """Claims that come in any order, some twice, give one result."""
    entries = made(claims)
    again = [*entries, *dice.sample(entries, k=len(entries) // 2)]
    dice.shuffle(again)
    assert link_ledger(again, []) == link_ledger(entries, [])


@settings(max_examples=100, deadline=None)
@given(st.lists(CLAIMS, min_size=2, max_size=6))
def test_no_denial_supports(claims: list[dict[str, Any]]) -> None:
    """What is denied by one of two claims and said by the other is never support."""
    entries = made(claims)
    by_id = {each.claim.id: each for each in entries}
    for link in link_ledger(entries, []).links:
        if link.relation.value == "supports":
            one, other = (by_id[end].events[0] for end in (link.a, link.b))
            assert not _opposite(one, other), link.reason


def _opposite(one: Event, other: Event) -> bool:
    return one.type == other.type and one.agent == other.agent and one.polarity is not other.polarity


SENTENCES = (
    "{A}'s defence ministry said its troops had captured {place}.",
    "{B}'s defence ministry denied that {place} had been captured.",
    "{B} said {place} remains under its control.",
    "{A_adj} officials denied shelling {place}.",
    "{B_adj} officials accused {A} of shelling {place} on Monday.",
    "{A_adj} troops withdrew from {place}, the {A_adj} army said.",
    "A monitoring group said {A_adj} troops had entered the northern outskirts of {place}.",
    "{B_adj} drones struck {place} on Monday, killing three people, {A_adj} officials said.",
)
NAMES = {"A": "Russia", "A_adj": "Russian", "B": "Ukraine", "B_adj": "Ukrainian"}
OTHER_WAY = {"A": "Ukraine", "A_adj": "Ukrainian", "B": "Russia", "B_adj": "Russian"}
REPORTS = st.lists(
    st.tuples(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2, unique=True), st.sampled_from((18, 19, 20))),
    min_size=2,
    max_size=4,
)


@cache
def told(sentences: tuple[str, ...], day: int, number: int, swapped: bool) -> tuple[Document, tuple[LedgerEntry, ...]]:
    """Return one report of an outlet of its own, read with the pack of the war."""
    names = OTHER_WAY if swapped else NAMES
    text = "\n\n".join(sentence.format(place="Kupiansk", **names) for sentence in sentences)
    outlet, published = f"Outlet {number}", f"2025-11-{day}"
    report = Document(
        id=document_id(outlet, published, None, text), path="", sha256="", outlet=outlet, published=published,
        published_found=Found.STATED, language="en", text=text,
    )  # fmt: skip
    found = extract(report, [packs.load("russia-ukraine")])
    events: dict[str, list[Event]] = {}
    for event in found.events:
        events.setdefault(event.claim, []).append(event)
    entries = [
        LedgerEntry(
            claim=claim,
            document=report.head,
            words=text[claim.start : claim.end],
            content_words=" ".join(text[span.start : span.end] for span in claim.content),
            events=tuple(events.get(claim.id, ())),
            packs=found.packs,
        )
        for claim in found.claims
    ]
    return report, tuple(sorted(entries, key=lambda one: (one.claim.start, one.claim.end)))


def relations(
    reports: list[tuple[list[str], int]], swapped: bool
) -> tuple[list[tuple[Any, ...]], list[tuple[int, int]]]:
    """Return the relations between reports' claims by report and place in it, and the size of each dispute's sides."""
    read = [told(tuple(said), day, i, swapped) for i, (said, day) in enumerate(reports)]
    entries = [one for _, claims in read for one in claims]
    where = {one.claim.id: (i, j) for i, (_, claims) in enumerate(read) for j, one in enumerate(claims)}
    linked = link_ledger(entries, [report for report, _ in read])
    return (
        sorted((where[link.a], link.relation.value, where[link.b]) for link in linked.links),
        sorted((len(dispute.asserting), len(dispute.denying)) for dispute in linked.disputes),
    )


@settings(max_examples=40, deadline=None, derandomize=True)
@given(REPORTS)
def test_sentences_with_sides_exchanged(reports: list[tuple[list[str], int]]) -> None:
    """Read through the whole pipeline, reports with the sides exchanged relate as the reports themselves."""
    assert relations(reports, True) == relations(reports, False)
