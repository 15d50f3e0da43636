"""A place's state on one line: mark, words, where it leads, and how old the last report is."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from contested.assessment.observations import CONTESTED
from contested.lexicons import load
from contested.model import UNKNOWN
from contested.questions.picture import PlaceState
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.drawings.marks import mark
from contested.web.map_data import inside_of
from contested.web.sides import side_index
from contested.web.words import short_age

LINE_MARK = 26
"""Pixels of a mark on a line."""
NO_MARK = Markup("")


@dataclass(frozen=True, slots=True)
class StateLine:
    """One place on one day; `before` are the words of the state that it had, empty where it had none."""

    place_id: str
    name: str
    where: str
    address: str
    mark: Markup
    words: str
    age: str
    last_report: str
    before: str = ""
    mark_before: Markup = NO_MARK


def state_line(state: PlaceState, clocks: Clocks, before: PlaceState | None = None) -> StateLine:
    """Return the line of a place, with what it was before where that is told."""
    return StateLine(
        place_id=state.place_id,
        name=state.name,
        where=", ".join(part for part in (state.admin1, state.country) if part),
        address=addresses.place(state.place_id, state.name, clocks),
        mark=mark_of(state),
        words=words_of(state),
        age=short_age(state.last_report, clocks.day),
        last_report=state.last_report or "",
        before=words_of(before) if before is not None else "",
        mark_before=mark_of(before) if before is not None else NO_MARK,
    )


def words_of(state: PlaceState) -> str:
    """Return a state in words: "claimed by Ostvan only, disputed"; "last reported as held by Ostvan".

    Patterns stand in lexicons/pages.yml, the same for every side.
    """
    held = state.state in state.parties
    key = state.fill if held else CONTESTED if state.state == CONTESTED else UNKNOWN
    words = str(load("pages")["state_lines"][key]).format(party=state.state)
    return f"{words}, disputed" if state.disputed else words


def mark_of(state: PlaceState, size: int = LINE_MARK) -> Markup:
    """Return the mark of a state; words stand beside it."""
    index = side_index(state.state, state.parties)
    return mark(index, state.fill, state.disputed, size, states=inside_of(state), letter=state.state[:1])
