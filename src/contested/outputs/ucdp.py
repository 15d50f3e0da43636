"""UCDP-like CSV: the columns of UCDP's georeferenced event dataset, one row an event as one claim says it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import Any, TextIO

from contested.model import LedgerEntry
from contested.outputs.event_rows import (
    EXTRA,
    WHERE_PREC,
    EventRow,
    date_precision,
    event_rows,
    extra,
    number,
    party_of,
)

COLUMNS: tuple[str, ...] = (
    "id", "relid", "year", "type_of_violence", "conflict_name", "side_a", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "where_prec", "where_coordinates",
    "where_description", "adm_1", "latitude", "longitude", "geom_wkt", "country", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
)  # fmt: skip
OURS: tuple[str, ...] = tuple(f"contested_{name}" if name in COLUMNS else name for name in EXTRA)
"""Our columns; low, best and high are UCDP's too, where they count dead only, so ours are renamed."""

DATE_PREC: dict[str, str] = {"day": "1", "days": "2", "week": "3", "month": "4", "longer": "5"}
"""UCDP's `date_prec`: 1 day, 2 up to six days, 3 a week, 4 a month, 5 longer than a month."""


def write_ucdp(entries: Sequence[LedgerEntry], stream: TextIO) -> int:
    """Write the events of the entries as UCDP-like CSV and return how many rows."""
    writer = csv.DictWriter(stream, (*COLUMNS, *OURS), lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in event_rows(entries):
        writer.writerow(ucdp_row(row))
        count += 1
    return count


def ucdp_row(row: EventRow) -> dict[str, Any]:
    """Return one row. Deaths stand in the column of the side that lost them only where the report says which."""
    event, document, place = row.event, row.entry.document, row.place
    found: dict[str, Any] = dict.fromkeys(COLUMNS, "")
    found |= {
        "id": event.id,
        "relid": event.claim,
        "year": (row.first_day or row.last_day)[:4],
        "type_of_violence": "3" if row.type.mapping.ucdp == "one-sided violence" else "",
        "conflict_name": ", ".join(row.entry.packs),
        "side_a": party_of(event.agent),
        "side_b": party_of(event.target),
        "number_of_sources": 1,
        "source_article": document.title or document.url or document.path,
        "source_office": document.outlet,
        "source_date": (document.published or "")[:10],
        "source_headline": document.title or "",
        "event_clarity": 1 if event.time is not None and event.places else 2,
        "date_prec": DATE_PREC.get(date_precision(row), ""),
        "date_start": row.first_day,
        "date_end": row.last_day,
    }
    if place is not None:
        found |= {
            "where_prec": WHERE_PREC.get(place.precision, ""),
            "where_coordinates": place.name,
            "where_description": " ".join(filter(None, (place.part, place.direction, place.text))),
            "adm_1": place.admin1 or "",
            "country": place.country if place.country != "unknown" else "",
        }
        if place.lat is not None and place.lon is not None:
            found |= {
                "latitude": place.lat,
                "longitude": place.lon,
                "geom_wkt": f"POINT ({place.lon} {place.lat})",
            }
    found |= _deaths(row)
    ours = extra(row)
    return found | {OURS[number]: ours[name] for number, name in enumerate(EXTRA)}


def _deaths(row: EventRow) -> dict[str, str]:
    figure = row.figure if row.is_deadly else None
    if figure is None:
        return {}
    column = {"casualty.civilian": "deaths_civilians", "casualty.unspecified": "deaths_unknown"}.get(row.event.type)
    found = {"best": number(figure.best), "high": number(figure.high), "low": number(figure.low)}
    if column is None:
        # side_b is the one done to, so its dead are the target's
        column = "deaths_b" if party_of(row.event.target) else "deaths_unknown"
    return found | {column: number(figure.best)}
