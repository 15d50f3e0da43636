"""A small map to look at: one HTML file with one SVG, no script, no network, no borders.

Points are the gazetteer's settlements. What a report names only as a country, region, district or
river, and what has no point, is listed below the map, never put on it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from html import escape
from pathlib import Path

from contested.model import Document, Place, Precision

WIDTH, HEIGHT, MARGIN = 1000, 640, 40
LABEL = 14
"""Height of a label in pixels; one that would lie on another is moved down."""
POINTS = {Precision.EXACT, Precision.SETTLEMENT, Precision.PART, Precision.VICINITY}
"""Precisions for which a settlement's point says no more than the report does."""


def write_map(found: Sequence[tuple[Document, Sequence[Place]]], path: Path) -> None:
    """Write the places of some reports as a map with a list below."""
    spots: dict[tuple[float, float, str], list[str]] = defaultdict(list)
    without: set[str] = set()
    for document, places in found:
        for place in places:
            if place.lat is not None and place.lon is not None and place.precision in POINTS:
                words = document.text[max(0, place.start - 40) : place.end + 40].replace("\n", " ")
                spots[place.lat, place.lon, place.name].append(words)
            else:
                without.add(place.text)
    path.write_text(_page(spots, sorted(without)), encoding="utf-8")


def _page(spots: dict[tuple[float, float, str], list[str]], without: list[str]) -> str:
    marks = _marks(spots)
    listed = "".join(
        f"<li><b>{escape(name)}</b> {lat:.2f}, {lon:.2f}: {len(words)} mentions<br><small>… {escape(words[0])} …</small></li>"  # noqa: E501
        for (lat, lon, name), words in sorted(spots.items(), key=lambda item: -len(item[1]))
    )
    rest = f"<p>Named, without a point on the map: {escape(', '.join(without))}</p>" if without else ""
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><title>Places</title>"
        "<style>body{font:15px/1.5 system-ui,sans-serif;margin:1rem;max-width:64rem}svg{width:100%;height:auto;border:1px solid #888}"  # noqa: E501
        "text{font-size:12px}.grid{stroke:#ddd}circle{fill:#1f6f8b;fill-opacity:.6;stroke:#0b3c49}</style>"
        f"<h1>Places</h1><svg viewBox='0 0 {WIDTH} {HEIGHT}' role=img aria-label='Map of the places listed below'>{marks}</svg>"  # noqa: E501
        f"<ul>{listed}</ul>{rest}</html>\n"
    )


def _marks(spots: dict[tuple[float, float, str], list[str]]) -> str:
    """Return grid lines and one circle a place, on a plain grid of degrees around what is there."""
    if not spots:
        return ""
    lats, lons = [lat for lat, _, _ in spots], [lon for _, lon, _ in spots]
    south, north, west, east = min(lats) - 1, max(lats) + 1, min(lons) - 1, max(lons) + 1
    narrow = max(0.2, math.cos(math.radians((south + north) / 2)))
    scale = min((WIDTH - 2 * MARGIN) / ((east - west) * narrow), (HEIGHT - 2 * MARGIN) / (north - south))

    def at(lat: float, lon: float) -> tuple[float, float]:
        return MARGIN + (lon - west) * narrow * scale, MARGIN + (north - lat) * scale

    step = next(step for step in (1, 2, 5, 10, 20, 45, 90) if max(east - west, north - south) / step <= 12)
    lines = []
    for degree in range(math.ceil(west / step) * step, math.floor(east) + 1, step):
        x, _ = at(north, degree)
        lines.append(
            f"<line class=grid x1='{x:.0f}' x2='{x:.0f}' y1=0 y2='{HEIGHT}' /><text x='{x:.0f}' y='{HEIGHT - 5}'>{degree}°</text>"  # noqa: E501
        )
    for degree in range(math.ceil(south / step) * step, math.floor(north) + 1, step):
        _, y = at(degree, west)
        lines.append(
            f"<line class=grid y1='{y:.0f}' y2='{y:.0f}' x1=0 x2='{WIDTH}' /><text x=2 y='{y:.0f}'>{degree}°</text>"
        )
    labels: list[tuple[float, float]] = []
    for (lat, lon, name), words in sorted(spots.items(), key=lambda item: -item[0][0]):
        x, y = at(lat, lon)
        radius = 4 + 2 * math.sqrt(len(words))
        below = y + 4
        while any(abs(below - other) < LABEL and abs(x - beside) < 8 * len(name) for beside, other in labels):
            below += LABEL
        labels.append((x, below))
        lines.append(f"<circle cx='{x:.0f}' cy='{y:.0f}' r='{radius:.1f}'><title>{escape(name)}</title></circle>")
        lines.append(f"<text x='{x + radius + 2:.0f}' y='{below:.0f}'>{escape(name)}</text>")
    return "".join(lines)
