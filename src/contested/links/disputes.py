"""Disputes: what is asserted by some and denied by others, as an object of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contested.lexicons import load
from contested.links.compare import placing
from contested.links.facts import Fact, facts_of
from contested.links.grouping import first_published
from contested.links.topics import Opposition, agreements, contests, meeting_facts, opposition
from contested.links.voices import side
from contested.links.words import content_words
from contested.model import (
    UNKNOWN,
    Bearing,
    Dispute,
    LedgerEntry,
    Link,
    Origin,
    Relation,
    Verification,
    content_id,
)

OPPOSING = frozenset({Relation.DENIES, Relation.CONTRADICTS})
SETTLING = frozenset({Relation.SUPPORTS, Relation.SAME, Relation.RETRACTS})
BESIDE = frozenset({Relation.SUPPORTS, Relation.SAME, Relation.COPY_OF, Relation.NARROWS, Relation.UPDATES})
WEAK = 0.5
"""Links below this score open no dispute; they are listed as links only."""
THIN = 3
"""Words below which a denied claim does not tell its matter ("reports on social media"): its denial does."""


@dataclass(frozen=True, slots=True)
class Board:
    """All that disputes are made from."""

    entries: Mapping[str, LedgerEntry]
    links_of: Mapping[str, Sequence[Link]]  # by each of their two claims
    origin_of: Mapping[str, str]


def disputes(
    entries: Mapping[str, LedgerEntry], links: Sequence[Link], origins: Sequence[Origin]
) -> tuple[Dispute, ...]:
    """Return all disputes, oldest first."""
    links_of: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        links_of[link.a].append(link)
        links_of[link.b].append(link)
    board = Board(entries, links_of, {claim: origin.id for origin in origins for claim in origin.claims})
    opposing = [link for link in links if link.relation in OPPOSING and link.score >= WEAK and _known(board, link)]
    met = [opposition(link, entries) for link in opposing]
    made = [_dispute(board, said) for said in contests(met, agreements(links, met, entries))]
    return tuple(sorted(made, key=lambda dispute: (dispute.since or "9999", dispute.id)))


def _known(board: Board, link: Link) -> bool:
    return link.a in board.entries and link.b in board.entries


def sides(opposing: Sequence[Link], board: Board) -> dict[str, int]:
    """Return +1 for each claim that asserts the matter, -1 for each that denies it.

    Explicit denials come first and say which side is which; a contradiction without a word of
    denial puts the other claim on the other side, the first published asserting.
    """
    sign: dict[str, int] = {}
    waiting = list(opposing)
    while waiting:
        link = next((each for each in waiting if each.a in sign or each.b in sign), waiting[0])
        waiting.remove(link)
        if link.a not in sign and link.b not in sign:
            _open(link, sign, board)
        elif link.a not in sign:
            sign[link.a] = -sign[link.b]
        elif link.b not in sign:
            sign[link.b] = -sign[link.a]
    return sign


def _open(link: Link, sign: dict[str, int], board: Board) -> None:
    denier, denied = link.a, link.b
    if link.relation is Relation.CONTRADICTS:
        denied, denier = sorted((link.a, link.b), key=lambda claim: first_published(board.entries[claim]))
    sign[denied], sign[denier] = 1, -1


def _dispute(board: Board, contest: Sequence[Opposition]) -> Dispute:
    opposing = [each.link for each in contest]
    sign = sides(opposing, board)
    ordered = sorted((board.entries[claim] for claim in sign), key=first_published)
    asserting = [entry for entry in ordered if sign[entry.claim.id] > 0]
    denying = [entry for entry in ordered if sign[entry.claim.id] < 0]
    fact = _central_fact(contest, sign)
    place = fact.places[0] if fact and fact.places else None
    settled = _settled(board, asserting, denying, _matters(contest))
    dates = sorted(entry.document.published for entry in ordered if entry.document.published)
    return Dispute(
        id=content_id("dispute", asserting[0].claim.id, _name(contest, asserting[0].claim.id)),
        matter=matter(fact, asserting, denying, opposing),
        place_id=place.place_id if place else None,
        place=place.name if place else None,
        asserting=tuple(entry.claim.id for entry in asserting),
        denying=tuple(entry.claim.id for entry in denying),
        others=_others(board, sign),
        parties=_parties(asserting, denying),
        origins_asserting=len({board.origin_of.get(entry.claim.id, entry.claim.id) for entry in asserting}),
        origins_denying=len({board.origin_of.get(entry.claim.id, entry.claim.id) for entry in denying}),
        verification=_verification(asserting),
        since=dates[0][:10] if dates else None,
        until=(settled.document.published or "")[:10] or None if settled else None,
        resolved=settled is not None,
        resolved_by=settled.claim.id if settled else None,
        reason=_reason(settled, opposing),
    )


def _reason(settled: LedgerEntry | None, opposing: Sequence[Link]) -> str:
    opened = opposing[0].reason
    if settled is None:
        return opened
    return f"{opened}; settled by {settled.claim.source.name}, who later says what the other side said"


def _name(contest: Sequence[Opposition], claim: str) -> str:
    """Return the name of a claim's topic in a dispute: one claim can open several."""
    return min(topic.name for each in contest for topic in (each.a, each.b) if topic.claim == claim)


def _central_fact(contest: Sequence[Opposition], sign: Mapping[str, int]) -> Fact | None:
    """Return the fact that a dispute is about: that of the strongest opposition's asserting end, with a place."""
    ends = [(each.b, each.a) if sign[each.b.claim] > 0 else (each.a, each.b) for each in contest]
    facts = [topic.fact for pair in ends for topic in pair if topic.fact is not None]
    return next((fact for fact in facts if fact.places), facts[0] if facts else None)


def _matters(contest: Sequence[Opposition]) -> frozenset[tuple[str, str]]:
    """Return family and place of all topics of a dispute."""
    topics = (topic for each in contest for topic in (each.a, each.b))
    return frozenset((topic.name.split("|")[0], topic.name.split("|")[1]) for topic in topics if topic.name)


def _others(board: Board, sign: Mapping[str, int]) -> tuple[str, ...]:
    """Return claims beside the dispute: linked to one of its claims and on neither side."""
    found = {
        end
        for claim in sign
        for link in board.links_of.get(claim, ())
        if link.relation in BESIDE
        for end in (link.a, link.b)
        if end not in sign and end in board.entries
    }
    return tuple(sorted(found, key=lambda claim: first_published(board.entries[claim])))


def _parties(asserting: Sequence[LedgerEntry], denying: Sequence[LedgerEntry]) -> tuple[str, ...]:
    named = [side(entry) for entry in (*asserting, *denying)]
    return tuple(dict.fromkeys(party for party in named if party != UNKNOWN))


def _verification(asserting: Sequence[LedgerEntry]) -> Verification:
    """Return what the reports say about verification; the strongest statement wins."""
    said = {entry.claim.verification for entry in asserting}
    order = (
        Verification.VERIFIED,
        Verification.GEOLOCATED,
        Verification.UNVERIFIABLE,
        Verification.UNVERIFIED,
        Verification.FOOTAGE,
    )
    return next((each for each in order if each in said), Verification.NONE)


def _settled(
    board: Board,
    asserting: Sequence[LedgerEntry],
    denying: Sequence[LedgerEntry],
    matters: frozenset[tuple[str, str]],
) -> LedgerEntry | None:
    """Return the claim that ends the dispute: the denying side acknowledges, or the asserting one takes it back."""
    for helped, party_of in ((asserting, denying), (denying, asserting)):
        parties = {side(entry) for entry in party_of} - {UNKNOWN}
        by_id = {entry.claim.id: entry for entry in helped}
        since = max((entry.document.published or "" for entry in party_of), default="")
        given_up = [
            entry
            for claim, said in by_id.items()
            for link, entry in _beside(board, claim)
            if link.relation in SETTLING and side(entry) in parties and (entry.document.published or "") > since
            and (link.relation is Relation.RETRACTS or _of_matter(entry, said, link.relation, matters))
        ]  # fmt: skip
        if given_up:
            return min(given_up, key=first_published)
    return None


def _of_matter(a: LedgerEntry, b: LedgerEntry, relation: Relation, matters: frozenset[tuple[str, str]]) -> bool:
    """Whether two claims agree on what a dispute is about, and not only on something else they tell."""
    met = meeting_facts(a, b, relation)
    if met is None:
        return relation is Relation.SAME
    place = placing(*met).place
    return (met[0].family, place.place_id if place else "") in matters


def _beside(board: Board, claim: str) -> Iterator[tuple[Link, LedgerEntry]]:
    """Yield a claim's links, each with the claim at its other end."""
    for link in board.links_of.get(claim, ()):
        other = link.b if link.a == claim else link.a
        if other in board.entries:
            yield link, board.entries[other]


def matter(
    fact: Fact | None, asserting: Sequence[LedgerEntry], denying: Sequence[LedgerEntry], opposing: Sequence[Link]
) -> str:
    """Return the matter in a sentence, in nobody's words: "Whether Kestria encircled Velmora"."""
    data = load("link_matters")
    said = min(asserting, key=lambda entry: (entry.claim.source.name == UNKNOWN, *first_published(entry)))
    thin = len(content_words(said.content_words)) < THIN
    words = " ".join((denying[0].words if thin else said.content_words).split())
    words = words if len(words) <= 120 else words[:119].rsplit(" ", 1)[0] + "…"
    if fact is None:
        return str(data["nowhere"]).format(words=words)
    place = _where(fact, data)
    if all("points to" in link.reason for link in opposing) and fact.places:
        return str(data["otherwise"]).format(place=place, words=words)
    if opposing[0].reason.startswith("figures at odds"):
        return str(data["figures"]).format(place=place)
    kind, party = fact.bears
    doer = _doer(fact, party, data)
    name = kind.value if kind.value in data["bearings"] else fact.family
    if party == UNKNOWN and fact.agent == UNKNOWN and name in data["unnamed"] and fact.places:
        return str(data["unnamed"][name]).format(place=place)
    if kind.value in data["bearings"]:
        if _holders(asserting, denying) > 1:
            return str(data["whose"]["control"]).format(place=place)
        return str(data["bearings"][kind.value]).format(party=doer, place=place)
    pattern = data["families"].get(fact.family)
    if pattern and fact.places:
        return str(pattern).format(party=doer, place=place, target=fact.target)
    return str(data["otherwise" if fact.places else "nowhere"]).format(place=place, words=words)


def _where(fact: Fact, data: Mapping[str, str]) -> str:
    if not fact.places:
        return data["somewhere"]
    place = fact.places[0]
    control = fact.event.control
    part = place.part or (control.part if control else None)
    return f"“{part}” of {place.name}" if part else place.name


def _doer(fact: Fact, party: str, data: Mapping[str, str]) -> str:
    if party != UNKNOWN:
        return party
    agent = fact.event.agent
    return agent.name if agent is not None and fact.agent != UNKNOWN else data["somebody"]


def _holders(asserting: Sequence[LedgerEntry], denying: Sequence[LedgerEntry]) -> int:
    """Return how many parties are said to hold the place."""
    held: Counter[str] = Counter()
    for entry in (*asserting, *denying):
        for fact in facts_of(entry):
            kind, party = fact.bears
            if kind in (Bearing.GAIN, Bearing.HOLD) and not fact.negative and fact.actual and party != UNKNOWN:
                held[party] += 1
    return len(held)
