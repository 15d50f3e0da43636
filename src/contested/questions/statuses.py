"""How a claim stands: never a bare claim, each has at least one status.

What the *report* says about verification, what other claims do to this one, and, where nothing
bears on it, that sentence itself: "no other report found".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from contested.model import NO_PARTY, UNKNOWN, LedgerEntry, Link, Origin, Relation, Verification


class Standing(StrEnum):
    """The word for how a claim stands, strongest first."""

    WITHDRAWN = "withdrawn"  # a later claim takes it back
    DENIED = "denied"
    DISPUTED = "disputed"  # another claim contradicts it without a word of denial
    ACKNOWLEDGED = "acknowledged"  # by a voice of another side
    UPDATED = "updated"  # its own source says newer
    ANSWERS = "answers"  # it is itself a denial of another claim
    ALSO_SAID = "also said"  # by further origins that do not speak for its own side
    VERIFIED = "verified as reported"  # the report says so, not we
    UNVERIFIED = "unverified as reported"
    NOT_CONFIRMED = "not independently confirmed"  # carried by several reports, all of one origin
    ALONE = "no other report found"


@dataclass(frozen=True, slots=True)
class Status:
    """One status; `claims` are those that make it so, and `origins` counts their independent origins."""

    standing: Standing
    claims: tuple[str, ...] = ()
    origins: int = 0


AS_REPORTED = {
    Verification.VERIFIED: Standing.VERIFIED,
    Verification.GEOLOCATED: Standing.VERIFIED,
    Verification.FOOTAGE: Standing.VERIFIED,
    Verification.UNVERIFIED: Standing.UNVERIFIED,
    Verification.UNVERIFIABLE: Standing.UNVERIFIED,
}
BY_LINK = {
    (Relation.RETRACTS, False): Standing.WITHDRAWN,
    (Relation.DENIES, False): Standing.DENIED,
    (Relation.DENIES, True): Standing.ANSWERS,
    (Relation.CONTRADICTS, True): Standing.DISPUTED,
    (Relation.CONTRADICTS, False): Standing.DISPUTED,
    (Relation.UPDATES, False): Standing.UPDATED,
}
"""What a link makes of a claim, by relation and whether the claim is its `a`."""
AGREES = frozenset({Relation.SAME, Relation.SUPPORTS})
SPEAKS_FOR_ITSELF = frozenset({Standing.VERIFIED, Standing.UNVERIFIED})
"""Standings that say nothing about other reports: what is missing there is said beside them."""


def speaks_for_side(party: str) -> bool:
    """Return whether this is the name of a side."""
    return party not in (NO_PARTY, UNKNOWN)


def agreement(mine: tuple[str, str], other: tuple[str, str]) -> Standing | None:
    """Return what a like claim of another origin makes of this one; (source name, party) of both."""
    if speaks_for_side(mine[1]) and mine[1] == other[1]:
        return None  # a side that says it again confirms nothing
    if speaks_for_side(mine[1]) and speaks_for_side(other[1]):
        return Standing.ACKNOWLEDGED
    return Standing.ALSO_SAID if mine[0] != other[0] or mine[0] == UNKNOWN else None


def statuses_of(
    entries: Sequence[LedgerEntry], links: Iterable[Link], origins: Iterable[Origin]
) -> dict[str, tuple[Status, ...]]:
    """Return the statuses of these claims, strongest first, from the links between them."""
    known = {entry.claim.id: entry for entry in entries}
    origin_of = {claim: origin for origin in origins for claim in origin.claims}
    of_claim: Mapping[str, list[Link]] = _by_claim(links)
    return {name: _statuses(entry, of_claim.get(name, ()), known, origin_of) for name, entry in known.items()}


def _by_claim(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.a].append(link)
        found[link.b].append(link)
    return found


def _statuses(
    entry: LedgerEntry, links: Iterable[Link], known: Mapping[str, LedgerEntry], origin_of: Mapping[str, Origin]
) -> tuple[Status, ...]:
    made: dict[Standing, set[str]] = defaultdict(set)
    mine = entry.claim
    for link in links:
        other = known.get(link.b if link.a == mine.id else link.a)
        if other is None:
            continue
        standing = BY_LINK.get((link.relation, link.a == mine.id))
        if link.relation in AGREES and _origin(other, origin_of) != _origin(entry, origin_of):
            standing = agreement((mine.source.name, mine.source.party), _voice(other))
        if standing is not None:
            made[standing].add(other.claim.id)
    if mine.verification in AS_REPORTED:
        made[AS_REPORTED[mine.verification]] = set()
    if not set(made) - SPEAKS_FOR_ITSELF:
        origin = origin_of.get(mine.id)
        copied = origin is not None and len(origin.documents) > 1
        made[Standing.NOT_CONFIRMED if copied else Standing.ALONE] = set()
    return tuple(
        Status(each, tuple(sorted(made[each])), len({_origin(known[claim], origin_of) for claim in made[each]}))
        for each in Standing
        if each in made
    )


def _voice(entry: LedgerEntry) -> tuple[str, str]:
    return entry.claim.source.name, entry.claim.source.party


def _origin(entry: LedgerEntry, origin_of: Mapping[str, Origin]) -> str:
    origin = origin_of.get(entry.claim.id)
    return origin.id if origin is not None else entry.claim.id
