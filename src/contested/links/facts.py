"""Facts: what one event of one claim says, flattened to the fields that can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from msgspec import structs

from contested.lexicons import load
from contested.links.doers import doer, holds_itself, own_side
from contested.links.wording import ground_of, is_epithet, is_placed
from contested.links.words import tokens
from contested.model import (
    NO_PARTY,
    UNKNOWN,
    Actor,
    Bearing,
    Certainty,
    CueClass,
    Event,
    LedgerEntry,
    Modality,
    Place,
    PlaceUse,
    Polarity,
    Precision,
    Tense,
)

UNDATED_REACH = 2
"""Days before publication that a sentence with no date is taken to tell of: dailies print
yesterday's news, weeklies and monitors date theirs."""
BROAD_DAYS = 45
"""An interval longer than this ("for more than a year") tells of a situation, not of an event."""
WIDE = frozenset({Precision.REGION, Precision.COUNTRY, Precision.DISTRICT, Precision.FEATURE})
DENYING = frozenset({CueClass.DENY, CueClass.REJECT})
NOT_ASSERTING = frozenset(
    {CueClass.QUESTION, CueClass.PREDICT, CueClass.PROMISE, CueClass.ORDER, CueClass.REFUSE_COMMENT, CueClass.WARN}
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One event inside one claim, ready to be compared."""

    entry: LedgerEntry
    event: Event
    family: str
    places: tuple[Place, ...]
    first: int | None  # day numbers; None where neither date nor publication is known
    last: int | None
    dated: bool
    negative: bool
    actual: bool  # said to be so (or not so), not feared, planned, asked or conditional
    agent: str  # whose deed it is: a party, the telling words of a name, or unknown
    target: str
    bears: tuple[Bearing, str]  # how on control, and for which party; NONE where it does not
    placed: bool = True  # the statement itself says where, or points at it
    ground: str | None = None  # what of the place was taken, held or left, where it is not the whole


def _unless_place(actor: Actor | None, entry: LedgerEntry, event: Event) -> str:
    """Return whom an actor stands for; a place that the reader took for a doer is nobody."""
    if actor is not None and actor.party in (UNKNOWN, NO_PARTY):
        names = {name.casefold() for place in event.places for name in (place.name, place.text)}
        if actor.text.casefold() in names or actor.name.casefold() in names:
            return UNKNOWN
    return doer(actor, entry)


def is_denial(entry: LedgerEntry) -> bool:
    """Whether the claim's cue denies or rejects."""
    return entry.claim.cue is not None and entry.claim.cue.cue_class in DENYING


def is_retraction(entry: LedgerEntry) -> bool:
    """Whether a claim takes back what its source said before."""
    return entry.claim.cue is not None and entry.claim.cue.cue_class is CueClass.RETRACT


_known: dict[int, tuple[LedgerEntry, tuple[Fact, ...]]] = {}
KEPT = 20_000
"""Claims whose facts are kept: a claim is compared with every neighbour."""


def facts_of(entry: LedgerEntry) -> tuple[Fact, ...]:
    """Return the facts of a claim: one for each event, in the claim's order."""
    known = _known.get(id(entry))
    if known is not None and known[0] is entry:
        return known[1]
    facts = _without_how(tuple(_fact(entry, event) for event in entry.events))
    if len(_known) >= KEPT:
        _known.clear()
    _known[id(entry)] = (entry, facts)
    return facts


def _without_how(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Leave out the fighting by which a place was taken: "took it after weeks of street fighting" says
    that it was taken, not that it is contested."""
    if not any(fact.bears[0] in (Bearing.GAIN, Bearing.HOLD) and fact.actual for fact in facts):
        return facts
    return tuple(fact for fact in facts if fact.bears[0] is not Bearing.CONTESTED)


def _fact(entry: LedgerEntry, event: Event) -> Fact:
    first, last, dated = _days(entry, event)
    agent, target = (_unless_place(actor, entry, event) for actor in (event.agent, event.target))
    return Fact(
        entry=entry,
        event=event,
        family=family(event.type),
        places=tuple(_with_id(place) for place in event.places if _locates(place)),
        first=first,
        last=last,
        dated=dated,
        negative=event.polarity is Polarity.NEGATIVE,
        actual=_is_actual(entry, event),
        agent=agent,
        target=target,
        bears=_bearing(entry, event, agent, target),
        placed=is_placed(entry, event),
        ground=ground_of(entry, event) if event.control is not None else None,
    )


def _with_id(place: Place) -> Place:
    """Return a place that no gazetteer knows under its own name: a name can be compared too."""
    return place if place.place_id else structs.replace(place, place_id=f"name:{place.name.casefold()}")


def _locates(place: Place) -> bool:
    return bool(place.place_id or place.name) and place.use not in (PlaceUse.ACTOR, PlaceUse.EPITHET, PlaceUse.DEMONYM)


def _is_actual(entry: LedgerEntry, event: Event) -> bool:
    cue = entry.claim.cue.cue_class if entry.claim.cue else CueClass.NONE
    return (
        event.modality in (Modality.ACTUAL, Modality.UNKNOWN)
        and event.tense is not Tense.FUTURE
        and event.certainty is not Certainty.POSSIBLE
        and entry.claim.condition is None
        and not _supposes(entry)
        and not is_epithet(entry, event)
        and cue not in NOT_ASSERTING
    )


def _supposes(entry: LedgerEntry) -> bool:
    """Whether a statement opens with a supposition: "If the army retreats, ..."."""
    first = next(iter(tokens(entry.words)), "")
    return first in load("link_incidents")["supposing"]


@cache
def _families() -> dict[str, str]:
    return dict(load("link_families")["families"])


@cache
def variants() -> frozenset[tuple[str, str]]:
    """Return the pairs of types between which reporters vary for one deed."""
    listed = load("link_families")["variants"]
    return frozenset(
        pair for one, others in listed.items() for other in others for pair in ((one, other), (other, one))
    )


@cache
def family(event_type: str) -> str:
    """Return the family of an event type: types that may tell of one matter.

    >>> family("control.gain"), family("strike.drone")
    ('control', 'strike')
    """
    known = _families()
    parts = event_type.split(".")
    for size in range(len(parts), 0, -1):
        found = known.get(".".join(parts[:size]))
        if found:
            return found
    return parts[0]


@lru_cache(maxsize=65536)
def day_number(day: str | None) -> int | None:
    """Return the proleptic day number of an ISO day or moment, None where it is none."""
    if not day:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def _days(entry: LedgerEntry, event: Event) -> tuple[int | None, int | None, bool]:
    published = day_number(entry.document.published)
    first, last = (day_number(day) for day in event.interval)
    if first is None and last is None:
        if published is None:
            return None, None, False
        return published - UNDATED_REACH, published, False
    if last is None:
        last = max(published or first or 0, first or 0)
    if first is None:
        first = last - UNDATED_REACH
    first, last = min(first, last), max(first, last)
    if last - first <= BROAD_DAYS:
        return first, last, event.time is not None
    return _as_news(first, last, published)


def _as_news(first: int, last: int, published: int | None) -> tuple[int | None, int | None, bool]:
    """Return when a long-lasting situation is news: the days before publication, if it still lasts then."""
    if published is None or not first <= published <= last + UNDATED_REACH:
        return None, None, False
    return max(first, published - UNDATED_REACH), published, False


def _bearing(entry: LedgerEntry, event: Event, agent: str, target: str) -> tuple[Bearing, str]:
    control = event.control
    if control is None:
        return (Bearing.HOLD, agent) if event.type in load("link_families")["holding"] else (Bearing.NONE, UNKNOWN)
    if control.party not in (UNKNOWN, NO_PARTY):
        return control.bearing, control.party
    party = target if control.bearing is Bearing.LOSS else agent
    if party == UNKNOWN and holds_itself(entry):
        party = own_side(entry)
    return control.bearing, party


def part_of(fact: Fact, place: Place) -> str | None:
    """Return the part of the place that a fact is about, None for the whole."""
    control = fact.event.control
    return place.part or (control.part if control else None) or fact.ground
