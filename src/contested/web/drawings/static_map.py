"""The map as one SVG, drawn on the server: for print, for briefs, and wherever script or WebGL is missing.

Settlements only, each mark where the gazetteer has it; one that would lie on another is moved on a
line that leads to its true point. Both clocks stand inside the picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from contested.model import UNKNOWN
from contested.outputs.wording import day_words
from contested.web.basemap import Box, Point, basemap, borders_within, land_within, mercator
from contested.web.drawings.marks import mark_body
from contested.web.map_data import MapPlace

MARGIN = 60
"""Pixels around the outermost places."""
SIZE = 20
"""Pixels of a mark."""
NARROWEST = 1.2
"""Degrees of longitude of the narrowest view: about 1:500,000, so that no picture looks like a plan of streets."""
MOVES: tuple[Point, ...] = (
    (0, 0), (0, -26), (26, 0), (0, 26), (-26, 0), (26, -26), (26, 26), (-26, 26), (-26, -26), (0, -50), (50, 0),
    (0, 50), (-50, 0), (50, -50), (-50, 50),
)  # fmt: skip
"""Where a mark goes that would lie on another: the first free one of this list, never by chance."""
LINE = 15
"""Height of a label's line."""
KILOMETRES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle of the world on a rectangle of pixels, Mercator."""

    box: Box
    width: int
    height: int
    scale: float  # pixels a degree of longitude

    def at(self, lon: float, lat: float) -> Point:
        """Return where a point lies, in pixels from the upper left."""
        return (lon - self.box.west) * self.scale, (mercator(self.box.north) - mercator(lat)) * self.scale


def view_of(points: Sequence[Point], width: int, height: int) -> View:
    """Return a view that holds all points, (longitude, latitude), with a margin."""
    lons = [lon for lon, _ in points] or [-170.0, 170.0]
    tops = [mercator(lat) for _, lat in points] or [-75.0, 75.0]
    middle = (min(lons) + max(lons)) / 2, (min(tops) + max(tops)) / 2
    wide = max(max(lons) - min(lons), NARROWEST)
    high = max(max(tops) - min(tops), NARROWEST * height / width)
    scale = min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high)
    half = width / 2 / scale, height / 2 / scale
    box = Box(middle[0] - half[0], _latitude(middle[1] - half[1]), middle[0] + half[0], _latitude(middle[1] + half[1]))
    return View(box, width, height, scale)


def _latitude(height: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(height))) - math.pi / 2)


@dataclass(slots=True)
class _Drawn:
    """What lies on the map already: middles of marks, and boxes of labels (left, top, right, bottom)."""

    marks: list[Point] = field(default_factory=list)
    labels: list[tuple[float, float, float, float]] = field(default_factory=list)

    def free(self, x: float, y: float) -> Point | None:
        """Return where a mark goes: its own point, or the first free place near it."""
        for dx, dy in MOVES:
            if all(math.hypot(x + dx - mx, y + dy - my) >= SIZE + 4 for mx, my in self.marks):
                return x + dx, y + dy
        return None

    def room(self, box: tuple[float, float, float, float], width: int, height: int) -> bool:
        """Return whether a label fits: inside the picture, on no other label and no mark."""
        left, top, right, bottom = box
        if left < 2 or right > width - 2 or top < 2 or bottom > height - 2:
            return False
        on_label = any(left < r and right > le and top < b and bottom > t for le, t, r, b in self.labels)
        half = SIZE / 2
        return not on_label and not any(
            left < mx + half and right > mx - half and top < my + half and bottom > my - half for mx, my in self.marks
        )


def static_map(
    places: Iterable[MapPlace],
    *,
    day: str,
    known_on: str,
    width: int = 1000,
    height: int = 640,
    links: bool = True,
    all_in_view: bool = False,
) -> Markup:
    """Return the map of a day; `links` leads from each mark to its place.

    The view holds the places of which something is known, with `all_in_view` every one given.

    Without a built basemap there is no land, and the picture says so.
    """
    every = sorted(places, key=lambda place: place.rank)
    told = (
        every if all_in_view else [place for place in every if place.state != UNKNOWN] or every
    )  # a capital once named is not the scene
    view = view_of([(place.lon, place.lat) for place in told], width, height)
    shown = [place for place in every if view.box.holds(place.lon, place.lat)]
    title = f"Map of reported control, {day_words(day)}, as known on {day_words(known_on)}"
    parts = [_ground(view), *_marks(shown, view, links), _scale(view), _clocks(day, known_on, view)]
    return Markup(
        '<svg class="static-map" viewBox="0 0 {} {}" width="{}" height="{}" role="group" aria-label="{}">'
        "<title>{}</title>{}</svg>"
    ).format(width, height, width, height, title, title, Markup("").join(parts))


def _ground(view: View) -> Markup:
    water = Markup('<rect class="fw" width="{}" height="{}"/>').format(view.width, view.height)
    land = "".join(_path(view, ring) + "Z" for ring in land_within(view.box.grown(0.5)))
    lines = "".join(_path(view, line) for line in borders_within(view.box))
    return water + Markup('<path class="fl" d="{}"/><path class="map-border" d="{}"/>').format(land, lines)


def _path(view: View, points: Sequence[Point]) -> str:
    """Return a line as path data, without points that lie on the same pixel."""
    made: list[str] = []
    last: tuple[int, int] | None = None
    for lon, lat in points:
        x, y = view.at(lon, lat)
        here = round(x), round(y)
        if here != last:
            made.append(f"{here[0]} {here[1]}")
        last = here
    return "M" + "L".join(made)


def _marks(places: Sequence[MapPlace], view: View, links: bool) -> list[Markup]:
    drawn, found = _Drawn(), []
    spots = []
    for place in places:
        true = view.at(place.lon, place.lat)
        spot = drawn.free(*true) or true
        drawn.marks.append(spot)
        spots.append((place, true, spot))
    for place, true, spot in spots:
        found.append(_one(place, true, spot, _label(place, spot, drawn, view), links))
    return list(reversed(found))  # the first in reading order lies on top


def _one(place: MapPlace, true: Point, spot: Point, label: Markup, links: bool) -> Markup:
    (x, y), (tx, ty) = spot, true
    lead = Markup("")
    if spot != true:
        lead = Markup(
            '<path class="map-lead" d="M{:.0f} {:.0f}L{:.0f} {:.0f}"/>'
            '<circle class="map-true" cx="{:.0f}" cy="{:.0f}" r="2"/>'
        ).format(tx, ty, x, y, tx, ty)
    letter = place.state[:1].upper() if place.party_index is not None and place.party_index > 2 else ""
    body = mark_body(place.party_index, place.fill, place.disputed, place.inside, letter)
    scale = SIZE / 24
    drawing = Markup('{}<g transform="translate({:.1f} {:.1f}) scale({:.3f})">{}</g>{}').format(
        lead, x - 12 * scale, y - 12 * scale, scale, body, label
    )
    if not links:
        return Markup('<g role="img" aria-label="{}">{}</g>').format(place.words, drawing)
    # What is written beside the mark begins the name of the link: who speaks to a machine says what they see.
    name = place.words.replace(place.name, f"{place.name} {place.label}", 1) if label else place.words
    return Markup('<a href="{}" aria-label="{}"><title>{}</title>{}</a>').format(
        place.address, name, place.words, drawing
    )


def _label(place: MapPlace, spot: Point, drawn: _Drawn, view: View) -> Markup:
    """Return the name and age beside a mark where there is room; without room the table has them."""
    wide = 8.0 * max(len(place.name), 0.85 * len(place.label)) + 4
    x, y = spot
    gap = SIZE / 2 + 5
    for left, top, anchor in (
        (x + gap, y - LINE, "start"), (x - gap - wide, y - LINE, "end"), (x - wide / 2, y + gap - 2, "middle"),
        (x - wide / 2, y - gap - 2 * LINE, "middle"),
    ):  # fmt: skip
        box = (left, top, left + wide, top + 2 * LINE)
        if drawn.room(box, view.width, view.height):
            drawn.labels.append(box)
            at = {"start": left, "end": left + wide, "middle": left + wide / 2}[anchor]
            return Markup(
                '<text class="lab" text-anchor="{}" x="{:.0f}" y="{:.0f}"><tspan class="b">{}</tspan> '
                '<tspan class="t2" x="{:.0f}" dy="{}">{}</tspan></text>'
            ).format(anchor, at, top + 12, place.name, at, LINE - 1, place.label)
    return Markup("")


def _scale(view: View) -> Markup:
    """Return a bar of a round number of kilometres, true in the middle of the picture."""
    middle = (view.box.south + view.box.north) / 2
    a_kilometre = view.scale / (111.32 * math.cos(math.radians(middle)))
    length = max((km for km in KILOMETRES if km * a_kilometre <= view.width / 5), default=KILOMETRES[0])
    wide = length * a_kilometre
    y = view.height - 16
    return Markup('<path class="map-scale" d="M14 {}v5h{:.0f}v-5"/><text x="18" y="{}">{} km</text>').format(
        y - 5, wide, y - 8, length
    )


def _clocks(day: str, known_on: str, view: View) -> Markup:
    words = f"{day_words(day)}, as known on {day_words(known_on)}. No front line is drawn."
    if not basemap().land:
        words += " The basemap is not installed: no land is drawn."
    return Markup('<text class="lab" text-anchor="end" x="{}" y="{}">{}</text>').format(
        view.width - 10, view.height - 12, escape(words)
    )
