"""Claims as GeoJSON: one feature a claim and place; a point only where a report names a settlement.

What a report places only in a district, region or country, and what it does not place, is a
feature without geometry, which GeoJSON allows: it is in the file and on no map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from contested.model import LedgerEntry, Place, Precision
from contested.outputs.claim_table import claim_row

POINTS = frozenset({Precision.EXACT, Precision.SETTLEMENT, Precision.PART, Precision.VICINITY})
"""Precisions for which a settlement's point says no more than the report does."""


def geojson_lines(claims: Iterable[tuple[LedgerEntry, Mapping[str, object]]]) -> Iterator[str]:
    """Yield a GeoJSON file, a feature a line; what is given beside a claim stands in its properties."""
    yield '{"type":"FeatureCollection","features":['
    comma = "\n"
    for entry, extra in claims:
        for feature in features(entry, extra):
            yield comma + msgspec.json.encode(feature).decode()
            comma = ",\n"
    yield "\n]}\n"


def features(entry: LedgerEntry, extra: Mapping[str, object]) -> Iterator[dict[str, Any]]:
    """Yield a claim's features: one a place, or one without geometry where no place is named."""
    said = claim_row(entry) | dict(extra)
    places = {(p.place_id, p.part): p for event in entry.events for p in event.places}
    for place in places.values() or (None,):
        yield {"type": "Feature", "geometry": geometry(place), "properties": said | _of_place(place)}


def geometry(place: Place | None) -> dict[str, Any] | None:
    """Return the settlement's point, None for what a report places less finely."""
    if place is None or place.lat is None or place.lon is None or place.precision not in POINTS:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _of_place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {"place": None, "place_id": None, "place_precision": Precision.UNKNOWN, "place_part": None}
    return {
        "place": place.name,
        "place_id": place.place_id,
        "place_precision": place.precision,
        "place_part": place.part,
    }
