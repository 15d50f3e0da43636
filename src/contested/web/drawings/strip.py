"""The control strip: a place day by day, in three rows over one axis.

State (with its word written into each stretch, since colours are one grey on a copier), how sure,
and independent origins by side. It needs no stylesheet for its colours, so that it also stands in
a brief; the same figures follow it as a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from contested.assessment.observations import CONTESTED
from contested.model import UNKNOWN
from contested.web.drawings.bars import Lane, lane_of_side, lanes_of
from contested.web.drawings.marks import CONTROL, INK, INK2, SURFACE, party_colour
from contested.web.drawings.strip_days import STRIP, StripDay, run_words, spoken
from contested.web.sides import side_index, side_indices
from contested.web.words import short_day

FADED = {"thin": 0.5, "carried": 0.25}
"""How far a fill falls back in the row of states; the outline says "carried forward" by dashes."""
STATE_TOP, STATE_HEIGHT = 8.0, 26.0
SURE_TOP, SURE_HEIGHT = 46.0, 62.0
LANES_TOP = 124.0
LETTER = 8.1
"""Pixels of a letter at 13 px, on the wide side: a word that would not fit is left out or shortened."""
HATCHES = (45, -45, 0, 90)
LABELS = 96.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Where days stand: the first at `left`, each `step` wide."""

    name: str
    left: float
    step: float
    width: float

    def x(self, number: int) -> float:
        """Return the left edge of a day."""
        return self.left + number * self.step


def control_strip(
    days: Sequence[StripDay], parties: Sequence[str], *, place: str, name: str, width: int = 1200, labelled: bool = True
) -> Markup:
    """Return the strip as an inline SVG; `name` makes its ids unique on the page.

    With `labelled` the names of the rows stand at its left; a phone has no room for them there,
    so that the page says them in the caption.
    """
    left = LABELS if labelled else 0.0
    grid = Grid(name, left, (width - left) / max(len(days), 1), width)
    lanes = lanes_of(len(parties), LANES_TOP)
    bottom = max(lane.bottom for lane in lanes)
    parts = [
        Markup('<title id="{0}-t">{1}</title>').format(name, spoken(days, place)),
        _patterns(name, parties),
        _labels(lanes) if labelled else Markup(""),
        _states(days, parties, grid),
        _sureness(days, parties, grid),
        _origins(days, lanes, parties, grid),
        _axis(days, grid, bottom),
    ]
    return Markup(
        '<svg class="strip {0}" viewBox="0 0 {1} {2}" width="{1}" height="{2}" role="img" '
        'aria-labelledby="{0}-t">{3}</svg>'
    ).format(name, width, round(bottom + 26), Markup("").join(parts))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _rect(x: float, y: float, width: float, height: float) -> str:
    """Return a rectangle as a piece of a path: many in one element keep the page small."""
    return f"M{_number(x)} {_number(y)}h{_number(width)}v{_number(height)}h-{_number(width)}z"


def _patterns(name: str, parties: Sequence[str]) -> Markup:
    """Return the hatching of each party and the stripes of all, in units of the page."""
    made = []
    places = side_indices(parties)
    for index, place in enumerate(places):
        made.append(
            f'<pattern id="{name}-h{index}" width="6" height="6" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate({HATCHES[min(place, 3)]})"><path d="M0 0h6v6h-6z" style="fill:{SURFACE}"/>'
            f'<path d="M0 0h2.6v6h-2.6z" style="fill:{party_colour(place)}"/></pattern>'
        )
    wide = 8 * max(len(places), 1)
    stripes = "".join(
        f'<path d="M{8 * index} 0h6.6v{wide}h-6.6z" style="fill:{party_colour(place)}"/>'
        for index, place in enumerate(places)
    )
    made.append(
        f'<pattern id="{name}-c" width="{wide}" height="{wide}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0h{wide}v{wide}h-{wide}z" style="fill:{SURFACE}"/>'
        f"{stripes}</pattern>"
    )
    return Markup(f"<defs>{''.join(made)}</defs>")


def _paint(state: str, fill: str, parties: Sequence[str], grid: Grid) -> str:
    """Return the CSS fill of a state."""
    if state == CONTESTED:
        return f"url(#{grid.name}-c)"
    if state not in parties:
        return SURFACE
    index = list(parties).index(state)
    return f"url(#{grid.name}-h{index})" if fill == "claimed" else party_colour(side_index(state, parties) or 0)


def _states(days: Sequence[StripDay], parties: Sequence[str], grid: Grid) -> Markup:
    """Return the row of states: one piece for each stretch, days parted by thin gaps, its word upon it."""
    parts: list[Markup] = []
    for _, run in groupby(enumerate(days), key=lambda pair: (pair[1].state, pair[1].fill)):
        numbers = list(run)
        parts += _stretch([number for number, _ in numbers], numbers[0][1], parties, grid)
    for words, run in groupby(enumerate(days), key=lambda pair: run_words(pair[1])):
        parts += _word([number for number, _ in run], words, days, grid)
    return Markup("").join(parts)


def _stretch(numbers: Sequence[int], day: StripDay, parties: Sequence[str], grid: Grid) -> Iterator[Markup]:
    y, height = STATE_TOP, STATE_HEIGHT
    if day.state is None:
        for number in numbers:  # an axis with dots: nobody named the place yet
            yield Markup(
                f'<circle cx="{_number(grid.x(number) + grid.step / 2)}" cy="21" r="1.6" style="fill:{INK2}"/>'
            )
        return
    pieces = "".join(_rect(grid.x(number), y, grid.step - 1, height) for number in numbers)
    opacity = FADED.get(day.fill, 1)
    yield Markup(
        f'<path d="{pieces}" style="fill:{_paint(day.state, day.fill, parties, grid)};fill-opacity:{opacity}"/>'
    )
    if day.fill in ("carried", "none"):
        inner = "".join(_rect(grid.x(number) + 0.8, y + 0.8, grid.step - 2.6, height - 1.6) for number in numbers)
        yield Markup(
            f'<path d="{inner}" style="fill:none;stroke:{CONTROL}" stroke-width="1.4" stroke-dasharray="3 2.5"/>'
        )
    elif opacity < 1 or day.fill == "claimed":  # a pale ground needs its outline
        whole = _rect(grid.x(numbers[0]) + 0.7, y + 0.7, grid.step * len(numbers) - 2.4, height - 1.4)
        colour = party_colour(side_index(day.state, parties) or 0) if day.state in parties else INK2
        yield Markup(f'<path d="{whole}" style="fill:none;stroke:{colour}" stroke-width="1.4"/>')


def _word(numbers: Sequence[int], words: str, days: Sequence[StripDay], grid: Grid) -> Iterator[Markup]:
    """Yield the word of a stretch on a plate, or its first letter; and "≠" on the days that it leaves free."""
    room = grid.step * len(numbers) - 8
    fitting = [text for text in (words, words.split(",")[0], words.replace(" ≠", ""), words[:1]) if _wide(text) <= room]
    text = fitting[0] if fitting else ""
    if days[numbers[0]].state is None and text != words:
        text = ""  # dots say it too, and a letter says nothing
    begin = grid.x(numbers[0]) + 4
    if days[numbers[0]].state == UNKNOWN and _wide(words) > room:
        text = "?" if room > 0 else ""
    if text:
        yield Markup('<rect x="{}" y="12" width="{}" height="18" rx="2" style="fill:{}"/>').format(
            _number(begin), _number(_wide(text)), Markup(SURFACE)
        )
        yield Markup('<text x="{}" y="25.5" style="font-size:13px;font-weight:600;fill:{}">{}</text>').format(
            _number(begin + 5), Markup(INK), text
        )
    covered = begin + _wide(text) if text else 0.0
    if days[numbers[0]].disputed and grid.step >= 18:
        for number in numbers:
            if grid.x(number) + grid.step / 2 - 9 > covered:
                yield _badge(grid.x(number) + grid.step / 2)


def _wide(text: str) -> float:
    return 10 + LETTER * len(text)


def _badge(x: float) -> Markup:
    """Return the ring with "≠"."""
    return Markup(
        f'<g transform="translate({_number(x)} 21)">'
        f'<circle r="8" style="fill:{SURFACE};stroke:{INK}" stroke-width="1.2"/>'
        f'<path d="M-4-2h8M-4 2h8M2.6-5-2.6 5" style="fill:none;stroke:{INK}" stroke-width="1.4"/></g>'
    )


def stacked(parties: Sequence[str]) -> list[str]:
    """Return the states from top to bottom: with two parties the doubt lies between them.

    >>> stacked(["Kestria", "Ostvan"])
    ['Kestria', 'contested', 'unknown', 'Ostvan']
    """
    doubt = [CONTESTED, UNKNOWN]
    return [parties[0], *doubt, parties[1]] if len(parties) == 2 else [*parties, *doubt]


def _sureness(days: Sequence[StripDay], parties: Sequence[str], grid: Grid) -> Markup:
    """Return the row that parts each day by how far the evidence speaks for each state."""
    pieces: dict[str, list[str]] = {state: [] for state in stacked(parties)}
    frame = []
    for number, day in enumerate(days):
        if day.state is None:
            continue
        y, total = SURE_TOP, sum(day.probabilities.values()) or 100
        for state in pieces:
            height = SURE_HEIGHT * day.probabilities.get(state, 0) / total
            if height:
                pieces[state].append(_rect(grid.x(number), y, grid.step - 1, height))
            y += height
        frame.append(_rect(grid.x(number), SURE_TOP, grid.step - 1, SURE_HEIGHT))
    drawn = [
        f'<path d="{"".join(found)}" style="fill:{_paint(state, "solid", parties, grid)}"/>'
        for state, found in pieces.items()
        if found
    ]
    drawn.append(f'<path d="{"".join(frame)}" style="fill:none;stroke:{CONTROL}" stroke-width=".7"/>')
    return Markup("".join(drawn))


def _origins(days: Sequence[StripDay], lanes: Sequence[Lane], parties: Sequence[str], grid: Grid) -> Markup:
    """Return the row of origins: bars by side, rings for voices of no side, a dash where no report came."""
    most = max((count for day in days for count in day.origins), default=1)
    parts: list[Markup] = []
    for side in range(len(days[0].origins) if days else 0):
        lane = lane_of_side(lanes, side)
        unit = lane.unit(most)
        stems = [(grid.x(n) + grid.step / 2, *lane.stem(side, day.origins[side], most)) for n, day in enumerate(days)]
        drawn = "".join(f"M{_number(x)} {_number(y)}v{_number(length)}" for x, y, length in stems if length)
        parts.append(  # one line a day, dashed into blocks: a rectangle for each origin would fill the page
            Markup(
                f'<path d="{drawn}" style="fill:none;stroke:{party_colour(side_index(parties[side], parties) or 0)}" '
                f'stroke-width="{_number(grid.step * 0.6)}" stroke-dasharray="{unit * 0.8:.2f} {unit * 0.2:.2f}"/>'
            )
        )
    middle = lanes[-1].axis
    for lane in lanes:
        parts.append(
            Markup(
                f'<path d="M{_number(grid.left)} {_number(lane.axis)}H{_number(grid.width)}" style="stroke:{CONTROL}"/>'
            )
        )
    for number, day in enumerate(days):
        parts.append(_neither(grid.x(number), grid.step, middle, day))
    return Markup("").join(parts)


def _neither(x: float, step: float, y: float, day: StripDay) -> Markup:
    """Return the rings of a day, at most as many as have room; or the dash of a day without a report."""
    if not day.reports:
        return Markup('<text x="{}" y="{}" text-anchor="middle" style="font-size:12px;fill:{}">–</text>').format(
            _number(x + step / 2), _number(y - 6), Markup(INK2)
        )
    room = max(int(step // 10), 1)
    if day.neither > room:  # too many rings to tell apart: one with the number in it
        return Markup(
            f'<circle cx="{_number(x + step / 2)}" cy="{_number(y)}" r="8.6" '
            f'style="fill:{SURFACE};stroke:{INK}" stroke-width="1.5"/>'
            f'<text x="{_number(x + step / 2)}" y="{_number(y + 4.3)}" text-anchor="middle" '
            f'style="font-size:12px;fill:{INK}">{min(day.neither, 99)}</text>'
        )
    shown = day.neither
    begin = x + step / 2 - 4.5 * (shown - 1)
    rings = "".join(
        f'<circle cx="{_number(begin + 9 * n)}" cy="{_number(y)}" r="3.6" '
        f'style="fill:{SURFACE};stroke:{INK}" stroke-width="1.5"/>'
        for n in range(shown)
    )
    return Markup(rings)


def _labels(lanes: Sequence[Lane]) -> Markup:
    """Return the names of the rows, at the left."""
    rows = [
        (22.0, STRIP["state"], STRIP["state_note"]),
        (62.0, STRIP["sure"], STRIP["sure_note"]),
        (lanes[0].top + 22, STRIP["origins"], STRIP["origins_note"]),
    ]
    parts = []
    for y, title, note in rows:
        parts.append(
            Markup(
                '<text x="0" y="{}" style="font-weight:600;font-size:13px;fill:{}">{}</text>'
                '<text x="0" y="{}" style="font-size:12.5px;fill:{}">{}</text>'
            ).format(_number(y), Markup(INK), title, _number(y + 16), Markup(INK2), note)
        )
    return Markup("").join(parts)


def _axis(days: Sequence[StripDay], grid: Grid, bottom: float) -> Markup:
    """Return the days under the strip: a few, the last one always."""
    if not days:
        return Markup("")
    every = max(1, round(90 / grid.step))
    shown = [number for number in range(len(days)) if (len(days) - 1 - number) % every == 0]
    parts = []
    for number in shown:
        x = grid.x(number) + grid.step / 2
        anchor, at = ("end", grid.width) if number == len(days) - 1 else ("middle", max(x, grid.left + 18))
        parts.append(
            f'<path d="M{_number(x)} {_number(bottom + 2)}v4" style="stroke:{CONTROL}"/>'
            f'<text x="{_number(at)}" y="{_number(bottom + 20)}" text-anchor="{anchor}" '
            f'style="font-size:13px;fill:{INK2}">{short_day(days[number].day)}</text>'
        )
    return Markup("".join(parts))
