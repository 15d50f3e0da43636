"""PLOVER JSON: one object a line, an event as one claim says it, with the markers PLOVER asks for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TextIO

from contested.model import Actor, LedgerEntry, Modality, Polarity, Tense
from contested.outputs.event_rows import EventRow, event_rows, extra, number


def write_plover(entries: Sequence[LedgerEntry], stream: TextIO) -> int:
    """Write the events of the entries as PLOVER JSON lines and return how many."""
    count = 0
    for row in event_rows(entries):
        stream.write(json.dumps(plover_object(row), ensure_ascii=False) + "\n")
        count += 1
    return count


def plover_object(row: EventRow) -> dict[str, Any]:
    """Return one event. `event` is null where PLOVER has no such type.

    `modifiers` carry what PLOVER's manual calls negation, hypothetical and future.
    """
    event, place, document = row.event, row.place, row.entry.document
    code = row.type.mapping.plover
    ours = extra(row)
    return {
        "id": event.id,
        "date": [row.first_day or None, row.last_day or None],
        "source": actor_object(event.agent),
        "target": actor_object(event.target),
        "event": code.event or None,
        "mode": code.mode or None,
        "modifiers": modifiers(row),
        "place": None
        if place is None
        else {
            "name": place.name,
            "geonameid": place.geonameid,
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
            "precision": str(place.precision),
            "part": place.part,
        },
        "quantities": [
            {"low": number(one.low), "best": number(one.best), "high": number(one.high), "unit": one.unit, "of": one.of}
            for one in event.quantities
        ],
        "text": " ".join(row.entry.words.split()),
        "story": {
            "id": document.id,
            "source": document.outlet,
            "date": (document.published or "")[:10] or None,
            "url": document.url,
        },
        "contested": ours,
    }


def actor_object(actor: Actor | None) -> dict[str, Any] | None:
    """Return an actor by words, name, kind and party, or None."""
    if actor is None:
        return None
    return {"text": actor.text, "name": actor.name, "kind": str(actor.kind), "party": actor.party}


def modifiers(row: EventRow) -> list[str]:
    """Return PLOVER's markers: negation, hypothetical, future, historical, attempted."""
    event = row.event
    found = []
    if event.polarity is Polarity.NEGATIVE:
        found.append("negation")
    if event.modality in {Modality.POSSIBLE, Modality.CONDITIONAL}:
        found.append("hypothetical")
    if event.modality is Modality.PLANNED or event.tense is Tense.FUTURE:
        found.append("future")
    if event.modality is Modality.ATTEMPTED:
        found.append("attempted")
    if event.background:
        found.append("historical")
    return found
