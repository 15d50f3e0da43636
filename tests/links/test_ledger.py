"""Laws of the ledger: order of arrival, parties swapped, read twice, one report at a time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from contested.links import assemble, link_ledger, link_new, report_keys
from contested.model import CueClass, Decision, Document, Judgement, LedgerEntry, Relation
from tests.factories import SIDES, document, entry, quantity

A, B = SIDES
DAYS = ("2025-11-18", "2025-11-19", "2025-11-20", "2025-11-21", "2025-12-20")


@st.composite
def reports(draw: st.DrawFn) -> list[tuple[Document, list[LedgerEntry]]]:
    """Small collections of reports by outlets of both sides and none, with claims that meet."""
    made = []
    for number in range(draw(st.integers(2, 6))):
        day = draw(st.sampled_from(DAYS))
        outlet = draw(st.sampled_from(("Northline News", "Sarrat Post", "Harbour Wire")))
        text = f"Report {number} of {day}. " + draw(st.sampled_from(("Shelling went on all night.", "All was quiet.")))
        report = document(text, outlet, day)
        claims = [_claim(draw, report, position) for position in range(draw(st.integers(1, 3)))]
        made.append((report, claims))
    return made


def _claim(draw: st.DrawFn, report: Document, position: int) -> LedgerEntry:
    return entry(
        draw(st.sampled_from((A, B, "Meridian Monitor", "General Ilan Drevo", ""))),
        draw(st.sampled_from(("control.gain", "control.hold", "control.withdraw", "casualty.civilian"))),
        draw(st.sampled_from(("Velmora", "Lisova"))),
        holder=draw(st.sampled_from((A, B))),
        negative=draw(st.booleans()),
        cue=draw(st.sampled_from((CueClass.ASSERT, CueClass.DENY))),
        quantities=(quantity("n", best=draw(st.sampled_from((3, 30)))),),
        start=position * 50,
        report=report,
    )


def flat(made: Sequence[tuple[Document, list[LedgerEntry]]]) -> tuple[list[LedgerEntry], list[Document]]:
    """Return claims and reports apart."""
    return [claim for _, claims in made for claim in claims], [report for report, _ in made]


@settings(max_examples=60, deadline=None)
@given(reports(), st.randoms(use_true_random=False))
def test_order_of_arrival_changes_nothing(made: list[tuple[Document, list[LedgerEntry]]], dice: random.Random) -> None:
    """Whatever comes first, the links, origins and disputes are the same."""
    entries, documents = flat(made)
    first = link_ledger(entries, documents)
    dice.shuffle(entries)
    dice.shuffle(documents)
    assert link_ledger(entries, documents) == first


@settings(max_examples=40, deadline=None)
@given(reports())
def test_double_reading_changes_nothing(made: list[tuple[Document, list[LedgerEntry]]]) -> None:
    """A report that is read twice counts once."""
    entries, documents = flat(made)
    assert link_ledger([*entries, *entries], [*documents, *documents]) == link_ledger(entries, documents)


@settings(max_examples=60, deadline=None)
@given(reports())
def test_every_claim_has_one_origin(made: list[tuple[Document, list[LedgerEntry]]]) -> None:
    """Each claim belongs to exactly one origin, first published first."""
    entries, documents = flat(made)
    linked = link_ledger(entries, documents)
    claims = [claim for origin in linked.origins for claim in origin.claims]
    assert sorted(claims) == sorted({each.claim.id for each in entries})
    day = {each.claim.id: each.document.published or "" for each in entries}
    assert all([day[c] for c in o.claims] == sorted(day[c] for c in o.claims) for o in linked.origins)


@settings(max_examples=60, deadline=None)
@given(reports())
def test_one_at_a_time_gives_the_same(made: list[tuple[Document, list[LedgerEntry]]]) -> None:
    """Reports linked as they come, through an index of keys, give what linking all at once gives."""
    index: dict[str, set[str]] = {}
    stored: dict[str, tuple[Document, list[LedgerEntry]]] = {}
    links: list[Any] = []
    bonds: list[Any] = []

    def reach(keys: Sequence[str]) -> tuple[list[LedgerEntry], list[Document]]:
        return flat([stored[name] for name in sorted(set().union(*(index.get(key, set()) for key in keys)))])

    for report, claims in made:
        new = link_new(claims, [report], reach)
        links.extend(new.links)
        bonds.extend(new.bonds)
        stored[report.id] = (report, claims)
        for key in report_keys(claims, [report])[report.id]:
            index.setdefault(key, set()).add(report.id)
    entries, documents = flat(made)
    assert assemble(entries, links, bonds) == link_ledger(entries, documents)


SWAP = {A: B, B: A}


def swapped(made: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return claims with the two parties' names exchanged."""
    return [
        {key: SWAP.get(value, value) if isinstance(value, str) else value for key, value in one.items()} for one in made
    ]


def test_parties_swapped_swaps_the_result() -> None:
    """With the two names exchanged the same relations hold between the same claims."""
    made: list[dict[str, Any]] = [
        {"speaker": A, "holder": A},
        {"speaker": B, "holder": A, "negative": True, "cue": CueClass.DENY},
        {"speaker": B, "type": "control.hold", "holder": B},
        {"speaker": "Meridian Monitor", "holder": A, "part": "northern districts"},
        {"speaker": A, "type": "control.infiltrate", "holder": A},
        {"speaker": B, "type": "control.withdraw", "holder": B, "day": "2025-11-22"},
    ]

    def relations(claims: Sequence[dict[str, Any]]) -> tuple[list[tuple[int, str, int, float]], list[tuple[int, int]]]:
        entries = [entry(**one, outlet=f"Outlet {i}") for i, one in enumerate(claims)]
        place = {each.claim.id: i for i, each in enumerate(entries)}
        linked = link_ledger(entries, [])
        shown = sorted((place[link.a], link.relation.value, place[link.b], link.score) for link in linked.links)
        return shown, sorted((d.origins_asserting, d.origins_denying) for d in linked.disputes)

    assert relations(made) == relations(swapped(made))
    assert relations(made)[0]


def test_forty_copies_are_one_origin() -> None:
    """Forty outlets that carry one dispatch are one origin, the first published first."""
    body = "Shelling of Velmora destroyed eleven houses and a school on Thursday, the regional governor said. " * 3
    made = []
    for number in range(40):
        report = document(body, outlet=f"Outlet {number:02}", day="2025-11-20" if number else "2025-11-19")
        made.append((report, [entry("", "damage.housing", words=body[:97], report=report)]))
    entries, documents = flat(made)
    linked = link_ledger(entries, documents)
    assert len(linked.origins) == 1
    assert linked.origins[0].documents[0] == made[0][0].id
    assert {link.relation for link in linked.links} == {Relation.COPY_OF}


def test_a_bulletin_in_five_outlets_is_one_origin() -> None:
    """Five outlets that quote five other sentences of one staff's bulletin carry one act of saying."""
    types = ("control.hold", "combat.repel", "strike.drone", "casualty.military", "control.advance")
    entries = [
        entry("General Staff", kind, where, party=B, agent=B, holder=B, outlet=f"Outlet {i}")
        for i, (kind, where) in enumerate(zip(types, ("Velmora", "Lisova", "Ravno", "Mlyny", "Sarrat"), strict=True))
    ]
    assert len(link_ledger(entries, []).origins) == 1


def test_people_keep_origins_apart_and_together() -> None:
    """What a person decided about origins holds, whatever the words say."""
    a, b, c = (entry("General Ilan Drevo", where=place, outlet=place) for place in ("Velmora", "Lisova", "Ravno"))
    apart = Judgement(
        id="1", subject=a.claim.id, decision=Decision.NOT_SAME_ORIGIN, who="ed", when="2025-11-21", why="",
        value=b.claim.id
    )  # fmt: skip
    linked = link_ledger([a, b, c], [], [apart])
    of = {claim: origin.id for origin in linked.origins for claim in origin.claims}
    assert of[a.claim.id] != of[b.claim.id]
    together = Judgement(
        id="2", subject=a.claim.id, decision=Decision.SAME_ORIGIN, who="ed", when="2025-11-22", why="", value=b.claim.id
    )  # fmt: skip
    linked = link_ledger([a, b, c], [], [apart, together])
    assert len(linked.origins) == 1


def test_a_rejected_link_is_gone() -> None:
    """A link that a person rejected is not made again by linking anew."""
    a = entry(A, holder=A)
    b = entry(B, holder=A, negative=True, cue=CueClass.DENY, outlet="B")
    link = link_ledger([a, b], []).links[0]
    no = Judgement(
        id="1", subject=f"{link.a}:{link.relation}:{link.b}", decision=Decision.REJECT,
        who="ed", when="2025-11-21", why=""
    )  # fmt: skip
    linked = link_ledger([a, b], [], [no])
    assert not linked.links
    assert not linked.disputes
