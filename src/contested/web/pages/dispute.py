"""A dispute: what is asserted, what is denied, by whom, since when, and what would bear on it.

Two sides at equal width in pack order, every other voice under them, then how it went. No
verdict and no score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from contested.lexicons import load
from contested.model import Evidence, LedgerEntry, Relation, Verification
from contested.questions.records import DisputePage, dispute_page
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import Around, ClaimCard, side_of
from contested.web.dispute_cards import NO_SIDE, age_of
from contested.web.drawings.bars import side_bar
from contested.web.drawings.marks import mark
from contested.web.page import Page
from contested.web.sides import side_index
from contested.web.surroundings import around, past
from contested.web.words import count

WORDS = load("wording_dispute")
MOST_CARDS = 6
MOST_STEPS = 40
OPPOSING = (Relation.DENIES, Relation.CONTRADICTS, Relation.RETRACTS, Relation.NARROWS, Relation.UPDATES)


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a dispute: what it does, in whose words, on what evidence, how many origins and copies."""

    title: str  # "Kestria", "Kestria and others"
    key: str
    does: str  # "Asserted by"
    mark: Markup
    index: int | None
    cards: tuple[ClaimCard, ...]
    more: int
    counted: str
    evidence: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One answer in the course of a dispute: when, who, to whom, and why they are linked."""

    day: str
    who: str
    does: str
    whom: str
    address: str
    answered: str
    reason: str
    index: int | None
    more: int = 0  # further answers of the day by the same voice to the same other: copies and repetitions


@dataclass(frozen=True, slots=True)
class DisputeContent:
    """The content of a dispute's page."""

    id: str
    matter: str
    place: str
    place_address: str
    open: bool
    age: str
    verification: str
    reason: str
    positions: tuple[Position, ...]
    bar: Markup
    bar_words: str
    others: tuple[ClaimCard, ...]
    more_others: int
    steps: tuple[Step, ...]
    more_steps: int
    settled: ClaimCard | None
    all_disputes: str
    words: Mapping[str, Any]


def dispute_content_page(view: View, dispute_id: str, clocks: Clocks) -> Page:
    """Return the page of a dispute as known on a day. Raises UnknownName."""
    known_on = past(view, clocks)
    found = dispute_page(view, dispute_id, known_on)
    content = _content(view, found, clocks, known_on)
    address = addresses.dispute(found.dispute.id, clocks)
    return Page(
        template="dispute.html",
        title=found.dispute.matter,
        content=content,
        section="disputes",
        address=address,
        cite=addresses.dispute(found.dispute.id, Clocks(clocks.day, clocks.known_on, True, True)),
        clocks=clocks,
        downloads=(("JSON", addresses.with_query(f"/api/dispute/{found.dispute.id}", clocks.query)),),
    )


def _content(view: View, found: DisputePage, clocks: Clocks, known_on: str | None) -> DisputeContent:
    dispute, day = found.dispute, clocks.day
    voices = [*found.asserting, *found.denying, *found.others]
    near = around(view, voices, known_on=known_on)
    positions = [
        _position("asserts", found.asserting, dispute.origins_asserting, near, day),
        _position("denies", found.denying, dispute.origins_denying, near, day),
    ]
    steps = _steps(found, near)
    settled = near.entries.get(dispute.resolved_by or "")
    counts = _counts(near, [*found.asserting, *found.denying])
    others = _first_of_each(found.others, near)
    return DisputeContent(
        id=dispute.id,
        matter=dispute.matter,
        place=dispute.place or "",
        place_address=addresses.place(dispute.place_id, dispute.place or "", clocks) if dispute.place_id else "",
        open=not dispute.resolved,
        age=age_of(dispute, day),
        verification=WORDS["verification"][dispute.verification.value],
        reason=dispute.reason,
        positions=tuple(sorted(positions, key=lambda each: NO_SIDE if each.index is None else each.index)),
        bar=side_bar(counts, near.parties, label=f"Independent origins: {_in_words(counts, near)}"),
        bar_words=_in_words(counts, near),
        others=tuple(near.card(entry, day) for entry in others[:MOST_CARDS]),
        more_others=max(len(others) - MOST_CARDS, 0),
        steps=tuple(steps[:MOST_STEPS]),
        more_steps=max(len(steps) - MOST_STEPS, 0),
        settled=near.card(settled, day) if settled else None,
        all_disputes=addresses.disputes(place=dispute.place_id),
        words=WORDS,
    )


def _position(does: str, entries: Sequence[LedgerEntry], origins: int, near: Around, day: str) -> Position:
    """Return one side; it bears the name of the party that speaks in it, where one alone does."""
    sides = {side_of(entry, near.parties) for entry in entries}
    named = sorted((each for each in sides if each[1] is not None), key=lambda each: each[1] or 0)
    first = _first_of_each(entries, near)
    index = side_index(named[0][0], near.parties) if named else None
    others = " and others" if named and len(sides) > len(named) else ""
    return Position(
        title=(" and ".join(name for name, _ in named) + others) or WORDS["no_party"],
        key=does,
        does=WORDS["does"][does],
        mark=mark(index, letter=named[0][0][:1]) if index is not None else Markup(""),
        index=index,
        cards=tuple(near.card(entry, day) for entry in first[:MOST_CARDS]),
        more=max(len(first) - MOST_CARDS, 0),
        counted=_counted(entries, origins),
        evidence=_evidence(entries),
        parts=tuple(
            dict.fromkeys(e.control.part for entry in entries for e in entry.events if e.control and e.control.part)
        ),
    )


def _counted(entries: Sequence[LedgerEntry], origins: int) -> str:
    reports = len({entry.document.id for entry in entries})
    copies = max(reports - origins, 0)
    return count(origins, "origin") + (f", {count(copies, 'copy', 'copies')}" if copies else "")


def _evidence(entries: Iterable[LedgerEntry]) -> str:
    """Return what evidence a side names: "video, photo"; "none named"."""
    named = {kind for entry in entries for kind in entry.claim.evidence if kind is not Evidence.UNKNOWN}
    shown = {
        entry.claim.verification
        for entry in entries
        if entry.claim.verification in (Verification.GEOLOCATED, Verification.FOOTAGE, Verification.VERIFIED)
    }
    words = [WORDS["evidence"][kind.value] for kind in Evidence if kind in named]
    words += [WORDS["verification"][each.value] for each in Verification if each in shown]
    return ", ".join(words) or str(WORDS["no_evidence"])


def _first_of_each(entries: Sequence[LedgerEntry], near: Around) -> list[LedgerEntry]:
    """Return the first publication of each origin, newest origin first."""
    first: dict[str, LedgerEntry] = {}
    for entry in sorted(entries, key=lambda e: (e.document.published or "9", e.document.id, e.claim.start)):
        first.setdefault(near.origin(entry), entry)
    return list(first.values())[::-1]


def _counts(near: Around, entries: Iterable[LedgerEntry]) -> tuple[int, ...]:
    """Return independent origins by side, voices of no side last."""
    sides = {near.origin(entry): side_of(entry, near.parties)[1] for entry in entries}
    found = list(sides.values())
    return (*(found.count(index) for index in range(len(near.parties))), found.count(None))


def _in_words(counts: Sequence[int], near: Around) -> str:
    return ", ".join(f"{name} {n}" for name, n in zip((*near.parties, "neither side"), counts, strict=True) if n)


def _steps(found: DisputePage, near: Around) -> list[Step]:
    """Return the answers within the dispute, newest first; what one says of copies and repetitions is one step."""
    steps = []
    for link in found.links:
        one, other = near.entries.get(link.a), near.entries.get(link.b)
        if link.relation not in OPPOSING or one is None or other is None:
            continue
        steps.append(
            Step(
                day=(one.document.published or "")[:10],
                who=near.short_name(one),
                does=WORDS["relations"][link.relation.value],
                whom=near.short_name(other),
                address=addresses.claim(one.claim.id),
                answered=addresses.claim(other.claim.id),
                reason=link.reason,
                index=side_index(side_of(one, near.parties)[0], near.parties),
            )
        )
    newest = sorted(steps, key=lambda step: (step.day, step.address, step.answered), reverse=True)
    grouped: dict[tuple[str, str, str, str], list[Step]] = {}
    for step in newest:
        grouped.setdefault((step.day, step.who, step.does, step.whom), []).append(step)
    return [replace(same[0], more=len(same) - 1) for same in grouped.values()]
