"""How a claim stands: never a bare claim, each has at least one status.

What the *report* says about verification, what other claims do to this one, and, where nothing
bears on it, that sentence itself: "no other report found".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from contested.model import NO_PARTY, UNKNOWN, Link, Relation, Verification


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


@dataclass(frozen=True, slots=True)
class Voice:
    """What statuses need to know of a claim."""

    name: str
    party: str
    origin: str
    verification: Verification = Verification.NONE
    copied: bool = False  # whether several reports carry its origin


def statuses_of(
    claim_ids: Sequence[str], voices: Mapping[str, Voice], links: Iterable[Link]
) -> dict[str, tuple[Status, ...]]:
    """Return the statuses of these claims, strongest first; links to a claim without a voice count for nothing."""
    touching: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.a in voices and link.b in voices:
            touching[link.a].append(link)
            touching[link.b].append(link)
    return {name: _statuses(name, voices, touching.get(name, ())) for name in claim_ids}


def _statuses(name: str, voices: Mapping[str, Voice], links: Iterable[Link]) -> tuple[Status, ...]:
    made: dict[Standing, set[str]] = defaultdict(set)
    mine = voices[name]
    for link in links:
        other = link.b if link.a == name else link.a
        standing = BY_LINK.get((link.relation, link.a == name))
        if link.relation in AGREES and voices[other].origin != mine.origin:
            standing = agreement((mine.name, mine.party), (voices[other].name, voices[other].party))
        if standing is not None:
            made[standing].add(other)
    if mine.verification in AS_REPORTED:
        made[AS_REPORTED[mine.verification]] = set()
    if not set(made) - SPEAKS_FOR_ITSELF:
        made[Standing.NOT_CONFIRMED if mine.copied else Standing.ALONE] = set()
    return tuple(
        Status(each, tuple(sorted(made[each])), len({voices[claim].origin for claim in made[each]}))
        for each in Standing
        if each in made
    )
