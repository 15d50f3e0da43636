"""Compare: what changed in the world between two days, or what was learned between two days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contested.errors import ContestedError
from contested.model import LedgerEntry
from contested.outputs.wording import day_words
from contested.questions.picture import PlaceState
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import shifted
from contested.web.comparison import Comparison, asked
from contested.web.frame import newest_day
from contested.web.page import Page
from contested.web.pages.compare_place import OnePlace, one_place
from contested.web.pages.document import outlet_words
from contested.web.pages.trouble import error_page
from contested.web.state_lines import StateLine, state_line

MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class Report:
    """The newest report between the two moments that says who holds a place."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """A place whose state differs, the report that came between, and the comparison of this place alone."""

    line: StateLine
    report: Report | None
    address: str


@dataclass(frozen=True, slots=True)
class AllPlaces:
    """All places: those whose state differs, those named only on the later side, and how many are the same."""

    changed: tuple[ChangedPlace, ...]
    first: tuple[ChangedPlace, ...]
    more: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Compared:
    """The content of the page: `one` place, or `all` of them; `other` is the address of the other question."""

    asked: Comparison
    newest: str
    other: str
    one: OnePlace | None = None
    all: AllPlaces | None = None


def compare_page(view: View, query: Mapping[str, str]) -> Page:
    """Return the comparison that an address asks for. Raises ContestedError, UnknownName."""
    newest = newest_day(view)
    if newest is None:
        return error_page(ContestedError("There is nothing to compare yet.", "Add dated reports first."), 200)
    wanted = asked(query, newest)
    one = one_place(view, wanted) if wanted.place else None
    content = Compared(
        asked=wanted,
        newest=newest,
        other=_other(wanted, newest),
        one=one,
        all=None if one else _all_places(view, wanted),
    )
    return Page(
        template="compare.html",
        title=f"{one.name if one else 'All places'}: {wanted.heading}",
        content=content,
        section="compare",
        address=wanted.address(),
        cite=wanted.address(),
        clocks=wanted.clocks(wanted.b),
    )


def _other(wanted: Comparison, newest: str) -> str:
    """Return the address of the other question about the same days."""
    if wanted.mode == "world":
        return Comparison("knowledge", wanted.a, wanted.b, wanted.a, wanted.b, wanted.place).address()
    return Comparison("world", wanted.a, wanted.b, wanted.b, newest, wanted.place).address()


def _all_places(view: View, wanted: Comparison) -> AllPlaces:
    before, after = wanted.states(view)
    differ = [state for name, state in after.items() if name in before and before[name].drawn != state.drawn]
    first = [state for name, state in after.items() if name not in before]
    shown = sorted([*differ, *first], key=_unsettled_first)[:MOST_PLACES]
    reports = _reports(view, wanted, shown)
    places = [
        ChangedPlace(
            state_line(state, wanted.clocks(wanted.b), before.get(state.place_id)),
            reports.get(state.place_id),
            wanted.address(state.place_id),
        )
        for state in shown
    ]
    return AllPlaces(
        changed=tuple(place for place in places if place.line.before),
        first=tuple(place for place in places if not place.line.before),
        more=len(differ) + len(first) - len(shown),
        unchanged=len(after) - len(differ) - len(first),
    )


def _unsettled_first(state: PlaceState) -> tuple[bool, str, str]:
    """Sort places that are disputed now first, then by name."""
    return not state.disputed, state.name, state.place_id


def _reports(view: View, wanted: Comparison, states: Sequence[PlaceState]) -> dict[str, Report]:
    """Return for each place the newest report between the two moments that says who holds it."""
    ids = [state.place_id for state in states]
    between = view.entries(
        place_id=ids, since=shifted(wanted.a, 1), until=f"{wanted.b}T99", event_type="control."
    )  # fmt: skip
    found: dict[str, Report] = {}
    for entry in between if ids else ():
        for event in entry.events:
            for place in event.places if event.control is not None else ():
                found[place.place_id] = _report(entry)
    return found


def _report(entry: LedgerEntry) -> Report:
    words = f"{outlet_words(entry.document.outlet)}, {day_words(entry.document.published)}"
    return Report(words, addresses.document(entry.document.id, entry.claim.id))
