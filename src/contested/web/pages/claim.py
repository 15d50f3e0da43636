"""One claim and all that bears on it: how it was said, what it says happened, what others say to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from contested.errors import ContestedError, UnknownName
from contested.model import Dispute, Judgement, LedgerEntry, Link, Origin, Relation
from contested.outputs.wording import day_words
from contested.questions.records import ClaimPage, claim_page
from contested.questions.sources import key_of
from contested.questions.standings import ClaimStanding, standings
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks, with_query
from contested.web.cards import ClaimCard
from contested.web.claim_facts import SAYS, Fact, Happening, happenings, said_facts
from contested.web.highlight import Piece, highlighted
from contested.web.page import Page
from contested.web.standings import LOOKED_UP, card_of

MOST_LINKED = 12
"""Claims of one relation that are shown; the rest is counted and stands in the JSON."""
CONTEXT = 420
"""Characters of a paragraph before and after the claim that are shown."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Another claim, why it is linked, and how sure that is, of 100; `also` counts reports of the same words."""

    card: ClaimCard
    reason: str
    sure: int
    also: int = 0


@dataclass(frozen=True, slots=True)
class Bond:
    """The claims that stand in one relation to this one: "is denied by"; `more` are not shown."""

    words: str
    claims: tuple[Linked, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided about the claim or a link of it."""

    words: str
    who: str
    when: str
    why: str
    value: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """That this claim is no more: since when, and which one stands in its place."""

    day: str
    address: str  # empty where its report was taken out


@dataclass(frozen=True, slots=True)
class ClaimContent:
    """The content of a claim's page."""

    card: ClaimCard
    passage: tuple[Piece, ...]
    said: tuple[Fact, ...]
    happenings: tuple[Happening, ...]
    bonds: tuple[Bond, ...]
    origin_reason: str
    disputes: tuple[tuple[str, str, str], ...]  # matter, address, since
    judgements: tuple[Decided, ...]
    report: tuple[Fact, ...]
    replaced: Replacement | None
    language: str


def claim_page_of(view: View, claim_id: str, clocks: Clocks) -> Page:
    """Return the page of a claim, or of the one that stood under this id. Raises UnknownName."""
    try:
        found, replaced = claim_page(view, claim_id), None
    except UnknownName:
        kept = view.replaced(claim_id)
        if kept is None:
            raise
        newer = addresses.claim(kept.replaced_by) if kept.replaced_by else ""
        found, replaced = _alone(kept.entry), Replacement(day_words(kept.moment), newer)
    else:
        found = as_known(view, found, clocks) if clocks.known_given else found
    content = _content(view, found, replaced, clocks)
    return _page(content, claim_id, clocks)


def _page(content: ClaimContent, claim_id: str, clocks: Clocks) -> Page:
    address = addresses.claim(claim_id)
    known = replace(clocks, known_given=True)
    before = content.card.day is not None and content.card.day < clocks.known_on
    return Page(
        template="claim.html",
        title=f"{content.card.who} {content.card.verb}",
        content=content,
        section="claims",
        address=with_query(address, clocks.query),
        cite=with_query(address, known.query),
        clocks=clocks,
        known_earlier=with_query(address, clocks.known_moved(-1).query) if before else "",
        known_later=with_query(address, clocks.known_moved(1).query) if clocks.known_given else "",
        downloads=() if content.replaced else (("JSON", f"/api{address}"),),
    )


def _alone(entry: LedgerEntry) -> ClaimPage:
    """Return a claim that is no more: nothing is linked to it any longer."""
    origin = Origin(id=entry.claim.id, documents=(entry.document.id,), claims=(entry.claim.id,))
    return ClaimPage(
        entry=entry, statuses=(), links=(), others={}, origin=origin, copies=0, disputes=(), judgements=()
    )  # fmt: skip


def as_known(view: View, found: ClaimPage, clocks: Clocks) -> ClaimPage:
    """Return a claim as it stood on a day. Raises ContestedError where it was not published then."""
    name, day = found.entry.claim.id, clocks.known_on
    stand = standings(view, [name], day).get(name)
    if stand is None:
        raise ContestedError(
            f"This claim was not known on {day_words(day)}.",
            f"Its report: {day_words(found.entry.document.published)}.",
        )
    ends = sorted({end for link in stand.links for end in (link.a, link.b)} - {name})
    return replace(
        found,
        statuses=stand.statuses,
        links=stand.links,
        copies=stand.copies,
        others={other.claim.id: other for other in view.entries(claim_ids=ends)},
        disputes=tuple(each for each in found.disputes if (each.since or "")[:10] <= day),
        judgements=tuple(each for each in found.judgements if each.when[:10] <= day),
    )


def _content(view: View, found: ClaimPage, replaced: Replacement | None, clocks: Clocks) -> ClaimContent:
    entry = found.entry
    bonds = () if replaced else tuple(_bonds(view, found, clocks))
    return ClaimContent(
        card=card_of(entry, found.statuses, found.others, clocks.known_on, found.origin.id, found.copies),
        passage=() if replaced else _passage(view, entry),
        said=said_facts(entry, addresses.source(key_of(entry.claim.source))),
        happenings=happenings(entry),
        bonds=bonds,
        origin_reason=reasons_once(found.origin.reason),
        disputes=tuple(_dispute(each, clocks) for each in found.disputes),
        judgements=tuple(_decided(each, found) for each in found.judgements),
        report=tuple(fact for fact in _report(entry) if fact.words),
        replaced=replaced,
        language=entry.document.language,
    )


# --------------------------------------------------------------------------- its words in their place


def _passage(view: View, entry: LedgerEntry) -> tuple[Piece, ...]:
    """Return the paragraph in which the claim stands, its words marked; nothing where the report is gone."""
    try:
        text = view.document(entry.document.id).text
    except UnknownName:
        return ()
    claim = entry.claim
    found = [
        paragraph.pieces for paragraph in highlighted(text, [claim])
        if any(claim.id in piece.claims for piece in paragraph.pieces)
    ]  # fmt: skip
    return tuple(_trimmed([piece for pieces in found for piece in pieces]))


def _trimmed(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, a long stretch before or after the claim cut at a word."""
    for number, piece in enumerate(pieces):
        text = piece.text
        if not piece.claims and len(text) > CONTEXT:
            if number == 0:
                text = "… " + text[-CONTEXT:].partition(" ")[2]
            elif number == len(pieces) - 1:
                text = text[:CONTEXT].rpartition(" ")[0] + " …"
        yield replace(piece, text=text)


def _report(entry: LedgerEntry) -> Iterator[Fact]:
    claim, head = entry.claim, entry.document
    yield Fact("Outlet", head.outlet, named=True)
    yield Fact("Title", head.title or "", address=addresses.document(head.id, claim.id))
    yield Fact("Published", day_words(head.published), f"found by: {head.published_found.value}")
    yield Fact("Read from", head.path, named=True)
    yield Fact("Words at", f"characters {claim.start} to {claim.end}", "of the report’s text, counted from 0")
    yield Fact("Packs", ", ".join(entry.packs) or "none")


# --------------------------------------------------------------------------- what bears on it


def _bonds(view: View, found: ClaimPage, clocks: Clocks) -> Iterator[Bond]:
    """Yield what other claims do to this one, and this one to them, weightiest relation first."""
    groups: dict[tuple[int, str], list[Tie]] = defaultdict(list)
    for link in found.links:
        mine = link.a == found.entry.claim.id
        other = found.others.get(link.b if mine else link.a)
        if other is not None:
            words = SAYS["relation"][link.relation.value]["to" if mine else "from"]
            groups[WEIGHT.index(link.relation), words].append((link, other))
    told = {key: _told_once(ties) for key, ties in sorted(groups.items(), key=lambda item: item[0])}
    shown = {pairs[0][1].claim.id for ties in told.values() for pairs in ties[:MOST_LINKED]}
    stand = standings(view, sorted(shown), clocks.known_on if clocks.known_given else None)
    around = named_in(view, stand.values(), {**found.others, found.entry.claim.id: found.entry})
    for (_, words), ties in told.items():
        linked = tuple(_linked(pairs, stand, around, clocks.known_on) for pairs in ties[:MOST_LINKED])
        yield Bond(words[:1].upper() + words[1:], linked, max(len(ties) - MOST_LINKED, 0))


def named_in(view: View, stand: Iterable[ClaimStanding], known: Mapping[str, LedgerEntry]) -> dict[str, LedgerEntry]:
    """Return the known claims, and those that the statuses of others name."""
    wanted = {name for its in stand for status in its.statuses for name in status.claims[:LOOKED_UP]} - set(known)
    return {**known, **{entry.claim.id: entry for entry in view.entries(claim_ids=sorted(wanted))}}


Tie: TypeAlias = tuple[Link, LedgerEntry]
"""A link and the claim at its other end."""


def _told_once(linked: Sequence[Tie]) -> list[list[Tie]]:
    """Return linked claims newest first, the same words of the same speaker together, first published first."""
    found: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for link, other in sorted(linked, key=lambda tie: _moment(tie[1])):
        said = " ".join((other.content_words or other.words).split()).casefold()
        found[other.claim.source.name, said].append((link, other))
    return sorted(found.values(), key=lambda ties: _moment(ties[0][1]), reverse=True)


def _moment(entry: LedgerEntry) -> tuple[str, str]:
    return entry.document.published or "", entry.claim.id


WEIGHT = (
    Relation.RETRACTS, Relation.DENIES, Relation.CONTRADICTS, Relation.NARROWS, Relation.UPDATES, Relation.SUPPORTS,
    Relation.SAME, Relation.CITES, Relation.COPY_OF, Relation.UNRELATED, Relation.UNKNOWN,
)  # fmt: skip
"""In which order relations stand on the page."""


def _linked(
    ties: Sequence[Tie], stand: Mapping[str, ClaimStanding], around: Mapping[str, LedgerEntry], on: str
) -> Linked:
    """Return the first of some ties as the page shows it, with how that claim stands itself."""
    link, other = ties[0]
    its = stand.get(other.claim.id)
    card = card_of(other, its.statuses if its else (), around, on, its.origin if its else "", its.copies if its else 0)
    return Linked(card, link.reason, round(link.score * 20) * 5, len(ties) - 1)


def reasons_once(reason: str) -> str:
    """Return the reasons why reports are one origin, those that differ in figures only once.

    >>> reasons_once("carried over: 73% of the words; carried over: 86% of the words; the same voice")
    'carried over: 73% of the words; the same voice'
    """
    unique: dict[str, str] = {}
    for part in reason.split("; "):
        unique.setdefault(re.sub(r"[0-9]+", "", part), part)
    return "; ".join(unique.values())


def _dispute(dispute: Dispute, clocks: Clocks) -> tuple[str, str, str]:
    return dispute.matter, addresses.dispute(dispute.id, clocks), day_words(dispute.since) if dispute.since else ""


def _decided(judgement: Judgement, found: ClaimPage) -> Decided:
    """Return a person's decision in words; on a link it says which."""
    words = str(SAYS["decision"][judgement.decision.value])
    if judgement.subject != found.entry.claim.id:
        words += f" (the link {judgement.subject})"
    return Decided(words, judgement.who, judgement.when, judgement.why, judgement.value or "")
