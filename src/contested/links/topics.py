"""Topics: about which of its deeds a claim is opposed, and which oppositions are one dispute.

A statement tells of several things ("took the town, killing 30"). Two disputes that share such a
statement are two disputes: what is joined here are topics of claims, not claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from contested.links.compare import placing
from contested.links.facts import Fact, facts_of, part_of
from contested.links.grouping import Groups, first_published
from contested.links.relations import relate_facts
from contested.links.standpoints import standpoint
from contested.model import LedgerEntry, Link, Place, Relation

LONGEST = 5
"""Days that the incidents of one dispute may span; who holds a place may be disputed for as long as it is."""

AGREEING = frozenset({Relation.SUPPORTS, Relation.SAME, Relation.COPY_OF})

Days: TypeAlias = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter of one claim; `name` is the same for all that the claim says of it."""

    claim: str
    name: str
    days: Days = None  # of an incident; None for a state, which lasts
    fact: Fact | None = None

    @property
    def key(self) -> str:
        """A name that no other claim's topic has."""
        return f"{self.claim}\x1f{self.name}"


Pairs: TypeAlias = Sequence[tuple[Topic, Topic]]


@dataclass(frozen=True, slots=True)
class Opposition:
    """A denial or contradiction with the topics at its two ends."""

    link: Link
    a: Topic
    b: Topic
    published: tuple[tuple[str, str, str, int, int, str], ...] = ()  # when and where its two ends were

    @property
    def order(self) -> tuple[object, ...]:
        """The key that puts explicit denials first, then the surest, then the oldest."""
        return (self.link.relation is not Relation.DENIES, -self.link.score, *self.published)


def opposition(link: Link, entries: Mapping[str, LedgerEntry]) -> Opposition:
    """Return an opposing link with what exactly it opposes: the facts that gave it, else the denied claim's first."""
    published = tuple(first_published(entries[claim]) for claim in (link.a, link.b))
    met = meeting_facts(entries[link.a], entries[link.b], link.relation)
    if met is not None:
        x, y = met
        return Opposition(link, topic(x, placing(x, y).place), topic(y, placing(y, x).place), published)
    facts = facts_of(entries[link.b])
    fact = next((each for each in facts if each.actual and each.places), facts[0] if facts else None)
    denied = topic(fact, None) if fact else Topic(link.b, "")
    return Opposition(link, Topic(link.a, _pointed_at(fact), denied.days, fact), denied, published)


def _pointed_at(fact: Fact | None) -> str:
    """Return the name of a pointing denial's topic: deeds denied in one breath are one matter, control is another."""
    kind = "" if fact is None else "control" if standpoint(fact) is not None else "deeds"
    where = fact.places[0].place_id if fact is not None and fact.places else ""
    return f"{kind}|{where}|"


def meeting_facts(a: LedgerEntry, b: LedgerEntry, relation: Relation) -> tuple[Fact, Fact] | None:
    """Return the facts of two claims that stand in a relation, the surest pair."""
    found = [
        (-verdict.score, verdict.reason, i, j, x, y)
        for i, x in enumerate(facts_of(a))
        for j, y in enumerate(facts_of(b))
        if (verdict := relate_facts(x, y)) is not None and verdict.relation is relation
    ]
    return min(found, key=lambda row: row[:4])[4:] if found else None


def topic(fact: Fact, place: Place | None) -> Topic:
    """Return the topic of a fact at the place where it meets another."""
    spot = place or (fact.places[0] if fact.places else None)
    where = spot.place_id if spot else ""
    if standpoint(fact) is not None:
        own = next((each for each in fact.places if each.place_id == where), spot)
        part = (part_of(fact, own) if own else None) or ""
        return Topic(fact.entry.claim.id, f"{fact.family}|{where}|{part.casefold()}", None, fact)
    days = None if fact.first is None or fact.last is None else (fact.first, fact.last)
    return Topic(fact.entry.claim.id, f"{fact.family}|{where}|{days}", days, fact)


def agreements(links: Sequence[Link], oppositions: Sequence[Opposition], entries: Mapping[str, LedgerEntry]) -> Pairs:
    """Return pairs of topics, each opposed by somebody, that say the same: a claim repeated is one dispute."""
    opposed = {topic.claim for each in oppositions for topic in (each.a, each.b)}
    found = []
    for link in links:
        if link.relation in AGREEING and link.a in opposed and link.b in opposed:
            a, b = entries[link.a], entries[link.b]
            met = meeting_facts(a, b, Relation.SUPPORTS) or meeting_facts(a, b, Relation.SAME)
            if met is not None:
                found.append((topic(met[0], placing(*met).place), topic(met[1], placing(met[1], met[0]).place)))
    return sorted(found, key=lambda pair: (pair[0].key, pair[1].key))


def contests(oppositions: Sequence[Opposition], agreeing: Pairs = ()) -> list[list[Opposition]]:
    """Return oppositions joined to disputes by the topics that they share or that agree, the strongest first."""
    ordered = sorted(oppositions, key=lambda each: each.order)
    span: dict[str, Days] = {each.key: each.days for one in ordered for each in (one.a, one.b)}
    groups = Groups(span)
    pairs = [(one.a.key, one.b.key) for one in ordered] + [(one.key, other.key) for one, other in agreeing]
    for a, b in pairs:
        _join(a, b, groups, span)
    found: dict[str, list[Opposition]] = defaultdict(list)
    for one in ordered:
        if groups.find(one.a.key) == groups.find(one.b.key):
            found[groups.find(one.a.key)].append(one)
    return [found[key] for key in sorted(found)]


def _join(a: str, b: str, groups: Groups, span: dict[str, Days]) -> None:
    """Join the groups of two topics unless their incidents would lie too many days apart."""
    if a not in span or b not in span:
        return
    one, other = groups.find(a), groups.find(b)
    joined = _together(span[one], span[other])
    if one != other and (joined is None or joined[1] - joined[0] <= LONGEST):
        groups.join(one, other)
        span[groups.find(one)] = joined


def _together(one: Days, other: Days) -> Days:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])
