"""Claims as GeoJSON: a point only where a report names a settlement."""

from __future__ import annotations

import json

import msgspec
import pytest

from contested.model import Place, Precision
from contested.outputs.claim_geojson import features, geojson_lines, geometry
from tests.factories import entry, place


def spot(precision: Precision) -> Place:
    """Return Velmora as a report names it."""
    return msgspec.structs.replace(place("Velmora"), lat=48.25, lon=37.18, precision=precision)


@pytest.mark.parametrize("precision", list(Precision))
def test_points(precision: Precision) -> None:
    """A district, region or country is never a point; nor is what is not known."""
    finer = {Precision.EXACT, Precision.SETTLEMENT, Precision.PART, Precision.VICINITY}
    expected = {"type": "Point", "coordinates": [37.18, 48.25]} if precision in finer else None
    assert geometry(spot(precision)) == expected


def test_without_place() -> None:
    """A claim that names no place is in the file and on no map."""
    found = list(features(entry("Kestria", where=None), {"status": "denied"}))
    assert [(one["geometry"], one["properties"]["status"]) for one in found] == [(None, "denied")]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_file(number: int) -> None:
    """The lines together are one JSON object, with as many features as claims."""
    claims = [(entry("Kestria", start=start), {"status": "denied"}) for start in range(number)]
    made = json.loads("".join(geojson_lines(claims)))
    assert made["type"] == "FeatureCollection"
    assert len(made["features"]) == number
