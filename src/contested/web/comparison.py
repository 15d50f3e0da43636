"""What a reader asks to compare: two days in the world, or two days by which something was known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contested.outputs.wording import day_words
from contested.questions import iso_day
from contested.questions.picture import PlaceState, picture
from contested.store.view import View
from contested.web.addresses import Clocks, shifted, with_query
from contested.web.surroundings import past

USUAL_DAYS = 7
"""Days between the two where the address does not name both."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two moments, `a` before `b`.

    In the "world" both are days, seen with what was known on `known`; for "knowledge" they are days
    by which something was known, and both speak of `day`.
    """

    mode: str
    a: str
    b: str
    day: str
    known: str
    place: str = ""

    def clocks(self, moment: str) -> Clocks:
        """Return both clocks of one side, `a` or `b`."""
        if self.mode == "world":
            return Clocks(moment, self.known, dated=True, known_given=True)
        return Clocks(self.day, moment, dated=True, known_given=True)

    def address(self, place: str | None = None) -> str:
        """Return the address of this comparison, for another place if given."""
        where = self.place if place is None else place
        if self.mode == "world":
            return with_query("/compare", {"place": where, "a": self.a, "b": self.b, "known-on": self.known})
        return with_query("/compare", {"place": where, "a": self.day, "known-a": self.a, "known-b": self.b})

    @property
    def heading(self) -> str:
        """Return which clock differs, in words."""
        between = f"{day_words(self.a)} and {day_words(self.b)}"
        if self.mode == "world":
            return f"what changed in the world between {between}"
        return f"what was learned between {between} about {day_words(self.day)}"

    def states(self, view: View) -> tuple[dict[str, PlaceState], dict[str, PlaceState]]:
        """Return the state of each place on both sides, by place id; one not named by then is left out."""
        before, after = (self.clocks(moment) for moment in (self.a, self.b))
        later = picture(view, past(view, after))
        earlier = later if before.known_on == after.known_on else picture(view, past(view, before))
        return _by_id(earlier.on(before.day)), _by_id(later.on(after.day))


def _by_id(states: Iterable[PlaceState]) -> dict[str, PlaceState]:
    return {state.place_id: state for state in states}


def asked(query: Mapping[str, str], newest: str) -> Comparison:
    """Return the comparison that an address asks for; `newest` is the day of the newest report.

    Raises ContestedError for what is no date. The earlier of two moments is always `a`.
    """
    place = query.get("place", "").strip()[:200]
    if query.get("known-a") or query.get("known-b"):
        a, b = _two(query.get("known-a", ""), query.get("known-b", ""), newest)
        day = iso_day(query["a"]) if query.get("a") else a
        return Comparison("knowledge", a, b, min(day, a), b, place)
    a, b = _two(query.get("a", ""), query.get("b", ""), newest)
    known = iso_day(query["known-on"]) if query.get("known-on") else newest
    return Comparison("world", a, b, b, max(known, b), place)


def _two(first: str, second: str, newest: str) -> tuple[str, str]:
    """Return two days in order; what is missing lies a week from the other, or is the newest."""
    if not second:
        second = newest if not first or iso_day(first) >= newest else min(newest, shifted(iso_day(first), USUAL_DAYS))
    last = iso_day(second)
    one = iso_day(first) if first else shifted(last, -USUAL_DAYS)
    return min(one, last), max(one, last)
