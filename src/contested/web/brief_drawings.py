"""The pictures of a brief, drawn from the ledger: control over time, and the place among its neighbours."""

from __future__ import annotations

from contested.outputs.brief_records import Brief
from contested.questions import PlaceQuestion
from contested.questions.picture import picture
from contested.web.addresses import Clocks
from contested.web.brief import Drawings
from contested.web.drawings.strip import control_strip
from contested.web.near_map import near_map
from contested.web.place_days import strip_days
from contested.web.place_numbers import month
from contested.web.surroundings import past

DAYS = 30
STRIP, MAP = 700, (720, 300)
"""Pixels: the strip's width, the map's width and height, as they fit on A4 and Letter."""


def drawings(question: PlaceQuestion, brief: Brief) -> Drawings:
    """Return the drawings of a brief; the map is empty for a place without a point."""
    view, clocks = question.known.view, Clocks(brief.day, brief.known_on, dated=True, known_given=True)
    known_on = past(view, clocks)
    found = picture(view, known_on)
    recent = month(view, question.place_id, brief.day, DAYS, known_on, question.parties)
    days = strip_days(found.runs(question.place_id), recent, question.parties)
    strip = control_strip(days, question.parties, place=question.name, name="brief", width=STRIP)
    states = found.on(min(brief.day, found.last_day))
    return Drawings(strip=strip, map=near_map(states, question.place_id, clocks, *MAP))
