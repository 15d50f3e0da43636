"""All places with their state, disputed first; and which of several places of one name is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.assessment.observations import CONTESTED
from contested.gazetteer.fold import fold
from contested.questions.picture import PlaceState, picture
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.page import Page
from contested.web.place_keys import named_place
from contested.web.state_lines import StateLine, state_line
from contested.web.surroundings import past

PER_PAGE = 200


@dataclass(frozen=True, slots=True)
class Places:
    """The list of places: one page of those whose name holds the words asked for."""

    lines: tuple[StateLine, ...]
    total: int
    named: int
    text: str
    page: int
    pages: int
    before: str  # address of the page before, empty on the first
    after: str
    mentioned: tuple[tuple[str, str], ...]  # places without a claim about control: name and address
    hidden: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A name that several places have."""

    name: str
    places: tuple[tuple[str, str, str], ...]  # name, region and country, address


def places_page(view: View, clocks: Clocks, text: str = "", page: int = 1) -> Page:
    """Return the list of all places that claims about control bear on, filtered by name."""
    states = picture(view, past(view, clocks)).on(clocks.day)
    wanted = fold(text)
    found = sorted((state for state in states if wanted in fold(state.name)), key=unsettled_first)
    pages = max(-(-len(found) // PER_PAGE), 1)
    page = min(max(page, 1), pages)
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    query = {"q": text, **clocks.query}
    others = _mentioned(view, {state.place_id for state in states}, wanted, clocks)
    content = Places(
        lines=tuple(state_line(state, clocks) for state in shown),
        total=len(states),
        named=len(found),
        text=text,
        page=page,
        pages=pages,
        before=addresses.places(**query, page=page - 1) if page > 1 else "",
        after=addresses.places(**query, page=page + 1) if page < pages else "",
        mentioned=tuple(others[:PER_PAGE]),
        hidden=max(len(others) - PER_PAGE, 0),
    )
    address = addresses.places(**query, page=page if page > 1 else None)
    return Page(
        template="places.html", title="Places", content=content, section="places", address=address, cite=address,
        clocks=clocks,
    )  # fmt: skip


def unsettled_first(state: PlaceState) -> tuple[bool, bool, str, str]:
    """Sort disputed places first, then contested ones, then by name."""
    return not state.disputed, state.state != CONTESTED, state.name, state.place_id


def _mentioned(view: View, shown: set[str], wanted: str, clocks: Clocks) -> list[tuple[str, str]]:
    """Return the places of which reports speak without saying who holds them."""
    return [
        (seen.name, addresses.place(seen.place_id, seen.name, clocks))
        for seen in view.places()
        if seen.place_id not in shown
        and wanted in fold(seen.name)
        and (not clocks.known_given or (seen.first or "")[:10] <= clocks.known_on)
    ]


def choose_page(view: View, name: str, ids: Sequence[str], clocks: Clocks) -> Page:
    """Return the page that asks which of the places of a name is meant."""
    asked = [(place_id, named_place(view, place_id)) for place_id in ids]
    found = tuple(
        (place.name, place.country, addresses.place(place_id, place.name, clocks)) for place_id, place in asked
    )
    return Page(
        template="places_choose.html", title=f"Which {name}?", content=Choice(name, found), section="places",
        address=addresses.places(q=name), clocks=clocks,
    )  # fmt: skip
