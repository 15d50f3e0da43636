"""Marks: the small drawing that stands for a place's state, the same on every page, map and brief.

Four channels, one meaning each. Shape is the state: circle, square, triangle, hexagon with a
letter for the parties in pack order, a split diamond for contested, a dashed ring with "?" for
unknown. Fill is what the state rests on: solid, hatched (claimed only), 35 % (thin), 18 % with a
dashed outline (carried forward). The badge "≠" is disputed. Colour only repeats the shape, and
certainty never goes into the outline: a faded outline vanishes on the map.

A mark needs no stylesheet and no `<defs>`: colours are the page's variables with the light theme
as fallback, and the hatching is drawn line by line, so that one mark can be put into a page, a
map marker, a table cell or a file of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, tau

from markupsafe import Markup

Point = tuple[float, float]

SURFACE = "var(--surface,#fff)"
INK = "var(--ink,#1b1f23)"
INK2 = "var(--ink2,#565d66)"
CONTROL = "var(--ctl,#727880)"
PARTY_COLOURS = ("var(--p1,#6353bd)", "var(--p2,#9c4f00)", "var(--p3,#00736b)", "var(--p4,#33404d)")
"""By pack order; the fourth colour serves the fourth party and all after it, told by letter."""

BADGE_FROM = 14
"""Pixels. On a smaller mark "≠" is a smudge: the word "disputed" stands beside the name instead."""

_BOX = (-1, -2, 28, 27)  # 24 units for the shape, and room for the badge at the upper right
_CENTRE = 12.0
_RADIUS = 8.6
_OUTLINE = 2.4
_OPACITY = {"solid": 1.0, "thin": 0.35, "carried": 0.18}
_HATCH_ANGLES = (45, -45, 0, 90)  # degrees, by party: hatching alone tells the first four apart
_HATCH_GAP = 4.4
_DIAMOND: tuple[Point, ...] = ((12, 1.5), (22.5, 12), (12, 22.5), (1.5, 12))


def _regular(corners: int, radius: float, turn: float) -> tuple[Point, ...]:
    """Return the corners of a regular polygon around the centre, the first at angle `turn`."""
    angles = [turn + tau * corner / corners for corner in range(corners)]
    return tuple((_CENTRE + radius * cos(angle), _CENTRE + radius * sin(angle)) for angle in angles)


_OUTLINES: tuple[tuple[Point, ...], ...] = (
    _regular(48, _RADIUS, 0),  # drawn as a circle; the corners serve the hatching
    ((4, 4), (20, 4), (20, 20), (4, 20)),
    ((12, 2.4), (21.6, 19.8), (2.4, 19.8)),
    _regular(6, 9.8, pi / 6),
)


def mark(
    state_index: int | None,
    fill: str = "solid",
    disputed: bool = False,
    size: int = 20,
    states: Sequence[int] = (),
    letter: str = "",
    label: str = "",
) -> Markup:
    """Return the mark of a state as an inline SVG.

    `state_index` is the party's place in the pack (0 is the first), None for contested and
    unknown; `states` are the parties reported inside a contested place, and without them None
    draws unknown. `fill` is solid, claimed, thin, carried or none. `letter` goes into the hexagon
    of the fourth party and after. With a `label` the mark speaks for itself to a screen reader;
    without one it is hidden from it, since words stand beside it.

    >>> "circle" in mark(0, "solid")
    True
    """
    left, top, width, height = _BOX
    spoken = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup(
        '<svg class="mark" viewBox="{} {} {} {}" width="{}" height="{}" {} focusable="false">{}</svg>'
    ).format(
        left, top, width, height, size, round(size * height / width), spoken,
        mark_body(state_index, fill, disputed and size >= BADGE_FROM, states, letter),
    )  # fmt: skip


def mark_body(
    state_index: int | None,
    fill: str = "solid",
    disputed: bool = False,
    states: Sequence[int] = (),
    letter: str = "",
) -> Markup:
    """Return the drawing of a mark without its `<svg>`, in a box of 24 units with its middle at 12, 12."""
    if state_index is not None:
        body = _party(state_index, fill, letter)
    elif states:
        body = _contested(states)
    else:
        body = _unknown()
    return body + _BADGE if disputed else body


def party_colour(index: int) -> str:
    """Return the CSS colour of the party at this place in the pack.

    >>> party_colour(7)
    'var(--p4,#33404d)'
    """
    return PARTY_COLOURS[min(index, len(PARTY_COLOURS) - 1)]


def _party(index: int, fill: str, letter: str) -> Markup:
    """Return a party's shape: a ground that hides what lies below, the fill, and a full outline."""
    colour = party_colour(index)
    parts = [_shape(index, f'style="fill:{SURFACE};stroke:none"')]
    if fill == "claimed":
        parts.append(_hatching(index, colour))
    dash = ' stroke-dasharray="3 2.4"' if fill == "carried" else ""
    opacity = _OPACITY.get(fill, 0)
    parts.append(
        _shape(index, f'style="fill:{colour};stroke:{colour}" fill-opacity="{opacity}" stroke-width="{_OUTLINE}"{dash}')
    )
    if index >= len(_OUTLINES) - 1:
        parts.append(_letter(letter or str(index + 1), on_colour=fill == "solid"))
    return Markup("").join(parts)


def _shape(index: int, attributes: str) -> Markup:
    """Return a party's shape with these attributes; the first party's is a true circle."""
    if index == 0:
        return Markup(f'<circle cx="12" cy="12" r="{_RADIUS}" {attributes}/>')
    outline = _OUTLINES[min(index, len(_OUTLINES) - 1)]
    return Markup(f'<path d="{_path(outline)}" stroke-linejoin="round" {attributes}/>')


def _letter(letter: str, *, on_colour: bool) -> Markup:
    """Return the letter in the hexagon, which tells the fourth party from those after it."""
    colour = SURFACE if on_colour else INK
    return Markup(
        '<text x="12" y="16" text-anchor="middle" style="font:700 11px system-ui,sans-serif;fill:{};'
        'stroke:none">{}</text>'
    ).format(Markup(colour), letter[:1].upper())


def _hatching(index: int, colour: str) -> Markup:
    """Return the parallel lines inside a party's shape, at the party's own angle."""
    outline = _OUTLINES[min(index, len(_OUTLINES) - 1)]
    angle = _HATCH_ANGLES[min(index, len(_HATCH_ANGLES) - 1)] * pi / 180
    lines = "".join(
        f"M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}"
        for (x1, y1), (x2, y2) in _chords(outline, angle, _HATCH_GAP)
    )
    return Markup(f'<path d="{lines}" style="fill:none;stroke:{colour}" stroke-width="2"/>')


def _chords(outline: Sequence[Point], angle: float, gap: float) -> list[tuple[Point, Point]]:
    """Return the pieces inside a convex outline of parallel lines through the centre, `gap` apart."""
    along, across = (cos(angle), sin(angle)), (-sin(angle), cos(angle))
    chords = []
    for step in range(-4, 5):
        hits = []
        for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
            first = (x1 - _CENTRE) * across[0] + (y1 - _CENTRE) * across[1] - step * gap
            second = (x2 - _CENTRE) * across[0] + (y2 - _CENTRE) * across[1] - step * gap
            if (first < 0) != (second < 0):
                share = first / (first - second)
                hits.append((x1 + share * (x2 - x1), y1 + share * (y2 - y1)))
        hits.sort(key=lambda point: point[0] * along[0] + point[1] * along[1])
        if len(hits) > 1:
            chords.append((hits[0], hits[-1]))
    return chords


def _contested(states: Sequence[int]) -> Markup:
    """Return the diamond, split from left to right into the colours of those inside, in pack order."""
    inside = sorted(set(states))[: len(PARTY_COLOURS)]
    left, right = _DIAMOND[3][0], _DIAMOND[1][0]
    cuts = [left + (right - left) * part / len(inside) for part in range(len(inside) + 1)]
    parts = [f'<path d="{_path(_DIAMOND)}" style="fill:{SURFACE}"/>']
    for index, begin, end in zip(inside, cuts, cuts[1:], strict=False):
        parts.append(f'<path d="{_path(_slice(begin, end))}" style="fill:{party_colour(index)}"/>')
    parts.append(f'<path d="{_path(_DIAMOND)}" style="fill:none;stroke:{INK}" stroke-width="1.8"/>')
    for cut in cuts[1:-1]:
        reach = 10 - abs(cut - _CENTRE)
        parts.append(
            f'<path d="M{_number(cut)} {_number(_CENTRE - reach)}v{_number(2 * reach)}" '
            f'style="stroke:{SURFACE}" stroke-width="2.4"/>'
        )
    return Markup("".join(parts))


def _slice(begin: float, end: float) -> list[Point]:
    """Return the part of the diamond between two upright lines."""
    top, bottom = _DIAMOND[0], _DIAMOND[2]
    columns = sorted({begin, end, *([_CENTRE] if begin < _CENTRE < end else [])})
    reach = (bottom[1] - top[1]) / 2
    upper = [(x, _CENTRE - (reach - abs(x - _CENTRE))) for x in columns]
    lower = [(x, _CENTRE + (reach - abs(x - _CENTRE))) for x in reversed(columns)]
    return [*upper, *lower]


def _unknown() -> Markup:
    """Return the dashed hollow ring with its question mark."""
    return Markup(
        f'<circle cx="12" cy="12" r="{_RADIUS}" style="fill:{SURFACE};stroke:{CONTROL}" stroke-width="1.8" '
        'stroke-dasharray="2.6 2.4"/><text x="12" y="16.4" text-anchor="middle" '
        f'style="font:600 12px system-ui,sans-serif;fill:{INK2};stroke:none">?</text>'
    )


def _number(value: float) -> str:
    """Return a coordinate with two decimals at most and none that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _path(points: Sequence[Point]) -> str:
    """Return a closed path through the points."""
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points) + "Z"


_BADGE = Markup(
    f'<g class="badge"><circle cx="20" cy="4.4" r="5.4" style="fill:{SURFACE};stroke:{INK}" stroke-width="1.4"/>'
    '<path d="M17.4 3.2h5.2M17.4 5.7h5.2M21.4 1.6 18.6 7.3" '
    f'style="fill:none;stroke:{INK}" stroke-width="1.3"/></g>'
)


def state_words(party: str | None, fill: str, disputed: bool, *, contested: bool = False) -> str:
    """Return what a mark says, in words: the text twin of the drawing.

    >>> state_words("Ostvan", "claimed", True)
    'Ostvan, claimed only, disputed'
    """
    words = [party or ("contested" if contested else "unknown")]
    if party:
        words += {"claimed": ["claimed only"], "thin": ["thin evidence"], "carried": ["last reported"]}.get(fill, [])
    if disputed:
        words.append("disputed")
    return ", ".join(words)
