"""Bars: the weight of the evidence as one bar, and origins a day stacked by side.

Two sides stand above and below one axis, party 1 always above; three and more have a lane each,
so that position says the side where colour cannot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from contested.assessment.observations import CONTESTED
from contested.web.drawings.marks import CONTROL, SURFACE, party_colour
from contested.web.sides import side_index, side_indices

BLOCK = 5.6
"""Pixels of one origin with its gap, unless a day has so many that they would leave the lane."""
REACH = 44.0
"""Pixels that the bars of one side may be high."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of bars: from `top` to `bottom`, its axis between."""

    top: float
    axis: float
    bottom: float
    both: bool  # two sides, above and below the axis

    def unit(self, most: int) -> float:
        """Return the pixels of one origin, with its gap, where the busiest day has so many."""
        return min(BLOCK, (REACH if self.both else self.axis - self.top - 6) / max(most, 1))

    def stem(self, side: int, count: int, most: int) -> tuple[float, float]:
        """Return where the blocks of a side on one day begin and how far they reach: up, or down if below the axis."""
        unit = self.unit(most)
        length = max(unit * count - unit * 0.2, 0)
        below = self.both and side == 1
        return (self.axis + 6, length) if below else (self.axis - 6, -length)


def lanes_of(sides: int, top: float) -> list[Lane]:
    """Return the lanes of so many sides, from `top` down; the last holds the voices of no side."""
    if sides == 2:
        return [Lane(top, top + REACH + 6, top + 2 * REACH + 12, both=True)]
    height = lane_height(sides)
    return [
        Lane(top + number * height, top + (number + 1) * height - 4, top + (number + 1) * height, both=False)
        for number in range(sides + 1)
    ]


def lane_height(sides: int) -> float:
    """Return how high a lane is: the more sides, the lower."""
    return 44.0 if sides <= 3 else 34.0


def lane_of_side(lanes: Sequence[Lane], side: int) -> Lane:
    """Return the lane in which a side's bars stand."""
    return lanes[0] if lanes[0].both else lanes[side]


def weight_bar(weights: Mapping[str, int], parties: Sequence[str], *, label: str) -> Markup:
    """Return the weight of the evidence as one bar, of 100; the figures stand under it in words.

    `weights` are in the order of drawing, which puts doubt between two parties.
    """
    pieces = Markup("").join(
        Markup('<i class="{}" style="width:{}%;{}"></i>').format(
            "wc" if state == CONTESTED else "w", share, _ground(state, parties)
        )
        for state, share in weights.items()
        if share
    )
    return Markup('<span class="wbar" role="img" aria-label="{}">{}</span>').format(label, pieces)


def _ground(state: str, parties: Sequence[str]) -> Markup:
    """Return the ground of one piece; contested is striped in the colours of all parties."""
    if state in parties:
        return Markup(f"background:{party_colour(side_index(state, parties) or 0)}")
    if state != CONTESTED:
        return Markup(f"background:{SURFACE}")
    stops = []
    for number, place in enumerate(side_indices(parties)):
        begin = 6 * number
        stops.append(f"{party_colour(place)} {begin}px {begin + 5}px,{SURFACE} {begin + 5}px {begin + 6}px")
    return Markup(f"background:repeating-linear-gradient(135deg,{','.join(stops)})")


def side_bar(counts: Sequence[int], parties: Sequence[str], *, label: str, width: int = 210) -> Markup:
    """Return independent origins by side as blocks in a row: parties in pack order, then neither."""
    total = sum(counts)
    step = min(10.0, (width - 2) / total) if total else 10.0
    parts, x = [], 1.0
    for index, count in enumerate(counts):
        neither = index == len(counts) - 1
        colour = SURFACE if neither else party_colour(side_index(parties[index], parties) or 0)
        for _ in range(count):
            parts.append(
                f'<rect x="{x:.1f}" y="1" width="{max(step - 1.5, 1):.1f}" height="10" '
                f'style="fill:{colour};stroke:{CONTROL if neither else colour}"/>'
            )
            x += step
    return Markup(
        '<svg class="origins" viewBox="0 0 {0} 12" width="{0}" height="12" role="img" aria-label="{1}">{2}</svg>'
    ).format(width, label, Markup("".join(parts)))
