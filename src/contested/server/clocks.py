"""From the dates of an address to the two clocks of a page."""

from __future__ import annotations

from contested.questions import iso_day
from contested.store.view import View
from contested.web.addresses import Clocks
from contested.web.frame import newest_day


def clocks_of(view: View, day: str | None, known_on: str | None) -> Clocks:
    """Return the clocks: the newest report's day where the address names none. Raises ContestedError."""
    newest = newest_day(view) or "1970-01-01"
    known = iso_day(known_on) if known_on else newest
    shown = iso_day(day) if day else known
    return Clocks(day=shown, known_on=known, dated=day is not None, known_given=known_on is not None)
