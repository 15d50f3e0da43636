"""What each claim says about control: the evidence that the model reads.

A claim about control becomes an `Observation`: the states that it is compatible with, who speaks
and what that voice has to gain, when it is about and when it was published. Plans, conditions,
questions, attempts and background are no observations: they count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contested.lexicons import load
from contested.model import (
    NO_PARTY,
    UNKNOWN,
    ActorKind,
    Bearing,
    Certainty,
    Claim,
    CueClass,
    Event,
    LedgerEntry,
    Modality,
    Origin,
    Place,
    PlaceUse,
    Polarity,
    Precision,
    Source,
    Tense,
    Verification,
)

CONTESTED = "contested"

PRIORS = load("reliability_priors")


class Interest(StrEnum):
    """What a voice has to gain from what it says (keys of lexicons/reliability_priors.yml)."""

    OWN_GAIN = "own_gain"
    OWN_HOLD = "own_hold"
    OWN_LOSS = "own_loss"
    OPPONENT_LOSS = "opponent_loss"
    MONITOR = "monitor"
    MEDIA = "media"
    ALIGNED_MEDIA = "aligned_media"
    WITNESS = "witness"
    EVIDENCE = "evidence"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Observation:
    """One claim's word on who controls a place on a day.

    `compatible` are the states (party names, "contested") that the claim allows; `weight` scales
    its evidence (certainty, verification as reported). A `partial` statement speaks of a part of
    the place: `compatible` is what it allows of the whole, `of_part` what it allows of the part.
    Days are ordinals.
    """

    claim: str
    origin: str
    place_id: str
    place: str
    part: str | None
    day: int
    published: int
    voice: str
    party: str
    interest: Interest
    compatible: frozenset[str]
    weight: float
    bearing: Bearing
    subject: str  # the party that gains, holds, leaves
    partial: bool = False
    of_part: frozenset[str] = frozenset()


SETTLES = {
    Precision.EXACT,
    Precision.SETTLEMENT,
    Precision.PART,
    Precision.UNKNOWN,
}
"""Precisions that speak of the settlement itself; "the Pokrovsk direction" speaks of its surroundings."""

INSIDE = {Bearing.ENTER, Bearing.PARTLY_HOLD, Bearing.CONTESTED}
TAKES = {Bearing.GAIN, Bearing.HOLD, Bearing.FLAG}
LEAVES = {Bearing.LOSS, Bearing.WITHDRAW}
OUTSIDE = {Bearing.ENCIRCLE, Bearing.BESIEGE, Bearing.THREATEN}
WEAKER = {Bearing.FLAG: 0.6, Bearing.ENCIRCLE: 0.4, Bearing.BESIEGE: 0.6, Bearing.THREATEN: 0.3, Bearing.ENTER: 0.8}
"""How far a bearing falls short of saying who holds the place; a flag can be raised in one minute."""


def ordinal(day: str | None) -> int | None:
    """Return the day of an ISO date or moment as an ordinal, None where there is none.

    >>> ordinal("2025-11-07T18:00") == ordinal("2025-11-07")
    True
    """
    if not day:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def compatible_states(
    bearing: Bearing, party: str, positive: bool, part: bool, parties: Sequence[str]
) -> frozenset[str]:
    """Return the states of the whole place that a statement allows; empty where it says nothing about control.

    `part` means that it speaks of a part of the place: a side that takes, holds or enters the
    northern districts is inside, and the place is contested or its own, but not the other side's
    alone; that it is not in the northern districts says nothing of the rest.

    >>> sorted(compatible_states(Bearing.GAIN, "A", False, False, ["A", "B"]))
    ['B', 'contested']
    """
    states = frozenset({*parties, CONTESTED})
    told = states_told(bearing, party, positive, parties)
    if part and bearing in INSIDE | TAKES | LEAVES:
        told = _of_whole(bearing, party, positive, states)
    return frozenset() if told == states else told


def states_told(bearing: Bearing, party: str, positive: bool, parties: Sequence[str]) -> frozenset[str]:
    """Return the states that a statement allows of the very place, or part of a place, that it names."""
    states = frozenset({*parties, CONTESTED})
    others = states - {party, CONTESTED}
    if bearing in TAKES:
        return frozenset({party}) if positive else states - {party}
    if bearing in LEAVES:
        return others if positive else frozenset({party, CONTESTED})
    if bearing in INSIDE:
        if positive:
            return frozenset({CONTESTED})
        return others if bearing is Bearing.ENTER and party in parties else states - {CONTESTED}
    if bearing in OUTSIDE and positive and party in parties:
        return others | {CONTESTED}
    return frozenset()


def _of_whole(bearing: Bearing, party: str, positive: bool, states: frozenset[str]) -> frozenset[str]:
    """Return what a statement about a part allows of the whole; all states where it says nothing of it."""
    if bearing is Bearing.CONTESTED:
        return frozenset({CONTESTED}) if positive else states
    if bearing is Bearing.ENTER and not positive:
        return states
    there = positive if bearing not in LEAVES else not positive
    return frozenset({party, CONTESTED}) if there else states - {party}


def states_of_part(bearing: Bearing, party: str, positive: bool, parties: Sequence[str]) -> frozenset[str]:
    """Return the states of a part that a statement about it allows: who holds some of the city holds that part.

    >>> sorted(states_of_part(Bearing.PARTLY_HOLD, "A", True, ["A", "B"]))
    ['A']
    """
    if bearing in OUTSIDE:
        return frozenset()
    return states_told(Bearing.HOLD if bearing is Bearing.PARTLY_HOLD else bearing, party, positive, parties)


BESIDE = (ActorKind.MEDIA, ActorKind.EXPERT)
"""Voices of a side that do not speak for it: a military blogger is not the general staff."""


def interest_of(source: Source, claim: Claim, subject: str, gains: bool) -> Interest:
    """Return what the voice has to gain; `gains` says whether `subject` comes out holding more."""
    if source.party not in (NO_PARTY, UNKNOWN):
        if source.own_voice or source.kind in BESIDE:
            return Interest.ALIGNED_MEDIA
        if source.party == subject:
            return Interest.OWN_GAIN if gains else Interest.OWN_LOSS
        return Interest.OWN_LOSS if gains else Interest.OPPONENT_LOSS
    if source.kind is ActorKind.EVIDENCE or claim.verification in (Verification.GEOLOCATED, Verification.VERIFIED):
        return Interest.EVIDENCE
    if source.kind in (ActorKind.MONITOR, ActorKind.ORGANISATION) and source.party == NO_PARTY:
        return Interest.MONITOR
    if source.own_voice or source.kind is ActorKind.MEDIA:
        return Interest.MEDIA
    by_kind = {
        ActorKind.CIVILIAN: Interest.WITNESS,
        ActorKind.EXPERT: Interest.MONITOR,
        ActorKind.ANONYMOUS: Interest.ANONYMOUS,
    }
    return by_kind.get(source.kind, Interest.UNKNOWN)


def counts(event: Event, claim: Claim) -> bool:
    """Return whether an event may be evidence at all: asserted or denied as fact, not an outlook."""
    silent = (CueClass.QUESTION, CueClass.PREDICT, CueClass.PROMISE, CueClass.ORDER, CueClass.REFUSE_COMMENT)
    if claim.condition is not None or (claim.cue is not None and claim.cue.cue_class in silent):
        return False
    told = event.modality in (Modality.ACTUAL, Modality.UNKNOWN) and event.tense is not Tense.FUTURE
    return told and event.polarity is not Polarity.UNKNOWN and event.certainty is not Certainty.UNKNOWN


def observe(
    entries: Iterable[LedgerEntry],
    origins: Iterable[Origin] = (),
    parties: Mapping[tuple[str, ...], tuple[str, ...]] | Sequence[str] = (),
) -> list[Observation]:
    """Return the observations of all entries, by place, day and claim id.

    `parties` are the possible holders: a pack's party names, or a mapping from an entry's packs
    to them. A claim without an origin is its own origin. Duplicate events of one claim (the same
    bearing, place and part) count once.
    """
    origin_of = {claim: origin.id for origin in origins for claim in origin.claims}
    found: dict[tuple[object, ...], Observation] = {}
    for entry in entries:
        names = parties.get(entry.packs, ()) if isinstance(parties, Mapping) else tuple(parties)
        for event in entry.events:
            for observation in _of_event(entry, event, origin_of.get(entry.claim.id, entry.claim.id), names):
                key = (observation.claim, observation.place_id, observation.part, observation.compatible)
                best = found.get(key)
                if best is None or observation.weight > best.weight:
                    found[key] = observation
    return sorted(
        _without_asides(found.values()), key=lambda o: (o.place_id, o.day, o.published, o.claim, sorted(o.compatible))
    )


def _without_asides(observations: Iterable[Observation]) -> list[Observation]:
    """Drop what a claim tells on the way to its point: "took the town after weeks of street fighting"."""
    kept = list(observations)
    settled = {
        (o.claim, o.place_id) for o in kept if o.part is None and o.bearing in TAKES | LEAVES and len(o.compatible) == 1
    }
    return [o for o in kept if o.part or o.bearing not in INSIDE or (o.claim, o.place_id) not in settled]


def _of_event(entry: LedgerEntry, event: Event, origin: str, parties: Sequence[str]) -> Iterable[Observation]:
    claim, control = entry.claim, event.control
    published = ordinal(entry.document.published)
    if control is None or published is None or not parties or not counts(event, claim):
        return
    subject, day = control.party, ordinal(event.interval[1]) or ordinal(event.interval[0])
    if event.background and day is None:
        return
    day = min(day or published, published)
    positive = event.polarity is Polarity.POSITIVE
    if subject not in parties and control.bearing is not Bearing.CONTESTED:
        return
    for place in event.places:
        if place.use in (PlaceUse.ACTOR, PlaceUse.DEMONYM, PlaceUse.EPITHET) or place.precision not in SETTLES:
            continue
        part = control.part or place.part
        is_part = part is not None or (control.share is not None and control.share < 1)
        is_part = is_part and control.bearing not in OUTSIDE
        compatible = compatible_states(control.bearing, subject, positive, is_part, parties)
        of_part = states_of_part(control.bearing, subject, positive, parties) if is_part and part else frozenset()
        if compatible or of_part:
            interest = interest_of(claim.source, claim, subject, _gains(control.bearing, positive))
            if interest is Interest.OWN_GAIN and (not positive or control.bearing is Bearing.HOLD):
                interest = Interest.OWN_HOLD
            if control.bearing is Bearing.CONTESTED and interest is Interest.OWN_LOSS:
                interest = Interest.OWN_GAIN  # "there is fighting in the town" acknowledges nothing
            yield Observation(
                claim=claim.id, origin=origin, place_id=place.place_id, place=place.name, part=part, day=day,
                published=published, voice=_voice(entry), party=claim.source.party, interest=interest,
                compatible=compatible, weight=_weight(event, claim, place), bearing=control.bearing, subject=subject,
                partial=is_part, of_part=of_part,
            )  # fmt: skip


def _gains(bearing: Bearing, positive: bool) -> bool:
    """Whether the subject of the statement comes out of it holding more."""
    return positive if bearing not in LEAVES else not positive


def _voice(entry: LedgerEntry) -> str:
    source = entry.claim.source
    return entry.document.outlet if source.own_voice or source.name == UNKNOWN else source.name


def _weight(event: Event, claim: Claim, place: Place) -> float:
    weight = PRIORS["certainty"][event.certainty.value] * PRIORS["verification"][claim.verification.value]
    return float(
        weight
        * WEAKER.get(event.control.bearing if event.control else Bearing.UNKNOWN, 1.0)
        * (1.0 if place.resolved else 0.8)
    )
