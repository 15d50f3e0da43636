"""The pictures of a brief, drawn from the ledger: control over time, and the place among its neighbours."""

from __future__ import annotations

from markupsafe import Markup

from contested.outputs.brief_records import Brief
from contested.questions import PlaceQuestion
from contested.questions.picture import PlaceState, picture
from contested.web.addresses import Clocks
from contested.web.brief import Drawings
from contested.web.drawings.static_map import static_map
from contested.web.drawings.strip import control_strip
from contested.web.map_data import map_places
from contested.web.place_days import first_said, reports_by_day, strip_days
from contested.web.place_numbers import month
from contested.web.surroundings import past

DAYS = 30
STRIP, MAP = 700, (720, 420)
"""Pixels: the strip's width, the map's width and height, as they fit on A4 and Letter."""
NEAR = 2.0
"""Degrees of latitude around the place within which others are drawn."""
MOST_NEAR = 24


def drawings(question: PlaceQuestion, brief: Brief) -> Drawings:
    """Return the drawings of a brief; the map is empty for a place without a point."""
    view, clocks = question.known.view, Clocks(brief.day, brief.known_on, dated=True, known_given=True)
    known_on = past(view, clocks)
    found = picture(view, known_on)
    recent = month(view, question.place_id, brief.day, DAYS, question.known if known_on is not None else None)
    said = first_said(recent.entries, recent.origins, question.parties)
    runs = found.runs(question.place_id)
    days = strip_days(runs, said, reports_by_day(recent.entries), question.parties, recent.days)
    strip = control_strip(days, question.parties, place=question.name, name="brief", width=STRIP)
    return Drawings(strip=strip, map=_map(found.on(min(brief.day, found.last_day)), question.place_id, clocks))


def _map(states: list[PlaceState], place_id: str, clocks: Clocks) -> Markup:
    """Return the place with its neighbours, nearest first, as a picture without links."""
    here = next((state for state in states if state.place_id == place_id and state.lat is not None), None)
    if here is None:
        return Markup("")

    def distance(state: PlaceState) -> float:
        return abs((state.lat or 0.0) - (here.lat or 0.0)) + abs((state.lon or 0.0) - (here.lon or 0.0)) / 2

    near = sorted((state for state in states if state.lat is not None and distance(state) <= NEAR), key=distance)
    shown = map_places(near[:MOST_NEAR], clocks)
    return static_map(shown, day=clocks.day, known_on=clocks.known_on, width=MAP[0], height=MAP[1], links=False)
