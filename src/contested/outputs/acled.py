"""ACLED-like CSV: the columns of an ACLED export, one row an event as one claim says it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import Any, TextIO

from contested.model import ActorKind, LedgerEntry
from contested.outputs.event_rows import ACLED_PREC, EXTRA, EventRow, event_rows, extra, name_of, party_of

COLUMNS: tuple[str, ...] = (
    "event_id_cnty", "event_date", "year", "time_precision", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "civilian_targeting", "country", "admin1",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities",
)  # fmt: skip

INTER: dict[ActorKind, str] = {
    ActorKind.STATE: "State Forces",
    ActorKind.MILITARY: "State Forces",
    ActorKind.UNIT: "State Forces",
    ActorKind.ARMED_GROUP: "Rebel Groups",
    ActorKind.CIVILIAN: "Civilians",
}
"""ACLED's actor categories, only where our kind decides it."""


def write_acled(entries: Sequence[LedgerEntry], stream: TextIO) -> int:
    """Write the events of the entries as ACLED-like CSV and return how many rows."""
    writer = csv.DictWriter(stream, (*COLUMNS, *EXTRA), lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in event_rows(entries):
        writer.writerow(acled_row(row))
        count += 1
    return count


def acled_row(row: EventRow) -> dict[str, Any]:
    """Return one row. Codes, places and deaths are empty where the report or ACLED has none."""
    event, document, place = row.event, row.entry.document, row.place
    code = row.type.mapping.acled
    day = row.first_day if row.first_day and row.first_day == row.last_day else row.last_day
    figure = row.figure if row.is_deadly else None
    inside = {
        "event_id_cnty": f"{place.country if place else 'XX'}{event.id}",
        "event_date": day,
        "year": day[:4],
        "time_precision": _time_precision(row),
        "event_type": code.event,
        "sub_event_type": code.sub_event,
        "actor1": name_of(event.agent),
        "assoc_actor_1": party_of(event.agent),
        "inter1": INTER.get(event.agent.kind, "") if event.agent else "",
        "actor2": name_of(event.target),
        "assoc_actor_2": party_of(event.target),
        "inter2": INTER.get(event.target.kind, "") if event.target else "",
        "civilian_targeting": "Civilian targeting" if event.type == "casualty.civilian" else "",
        "country": place.country if place and place.country != "unknown" else "",
        "admin1": (place.admin1 or "") if place else "",
        "location": place.name if place else "",
        "latitude": place.lat if place and place.lat is not None else "",
        "longitude": place.lon if place and place.lon is not None else "",
        "geo_precision": ACLED_PREC.get(place.precision, "") if place else "",
        "source": document.outlet,
        "source_scale": "",
        "notes": " ".join(row.entry.words.split()),
        "fatalities": f"{figure.best:g}" if figure and figure.best is not None else "",
    }
    return inside | extra(row)


def _time_precision(row: EventRow) -> str:
    """Return ACLED's 1 (day), 2 (week), 3 (month or longer), or nothing where one end is open."""
    from contested.outputs.event_rows import date_precision

    return {"day": "1", "days": "2", "week": "2", "month": "3", "longer": "3"}.get(date_precision(row), "")
