"""All disputes: open or settled, of one place or of all, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.errors import UnknownName
from contested.model import Dispute
from contested.questions.known import Known
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.dispute_cards import DisputeCard, dispute_cards
from contested.web.page import Page
from contested.web.place_keys import named_place, place_ids
from contested.web.surroundings import past
from contested.web.words import count

PER_PAGE = 30
STATES = ("open", "settled", "all")
MOST_PLACES = 12


@dataclass(frozen=True, slots=True)
class Disputes:
    """One page of disputes, with the filters that could be chosen instead."""

    cards: tuple[DisputeCard, ...]
    heading: str
    states: tuple[tuple[str, int, str, bool], ...]  # word, count, address, chosen
    places: tuple[tuple[str, int, str], ...]  # name, count, address
    place: str
    place_name: str
    status: str
    dropped: str  # the address without the place
    page: int
    pages: int
    before: str
    after: str


def disputes_page(view: View, clocks: Clocks, place: str = "", status: str = "open", page: int = 1) -> Page:
    """Return the list of disputes under its filters. Raises UnknownName."""
    if status not in STATES:
        raise UnknownName("sort of dispute", status, STATES)
    place_id = place_ids(view, place).ids[0] if place else ""
    name = named_place(view, place_id).name if place_id else ""
    every = [each for each in Known(view, past(view, clocks)).disputes if (each.since or "") <= clocks.day]
    here = [each for each in every if not place_id or each.place_id == place_id]
    found = [each for each in here if _is(each, status)]
    pages = max(-(-len(found) // PER_PAGE), 1)
    page = min(max(page, 1), pages)
    base = {"place": place_id, "status": "" if status == "open" else status, **clocks.query}
    content = Disputes(
        cards=dispute_cards(view, found[(page - 1) * PER_PAGE : page * PER_PAGE], clocks),
        heading=_heading(len(found), status, name),
        states=_states(here, status, base),
        places=_places(every, status, base) if not place_id else (),
        place=place_id,
        place_name=name,
        status=status,
        dropped=addresses.disputes(**{**base, "place": ""}),
        page=page,
        pages=pages,
        before=addresses.disputes(**base, page=page - 1 if page > 2 else "") if page > 1 else "",
        after=addresses.disputes(**base, page=page + 1) if page < pages else "",
    )  # fmt: skip
    address = addresses.disputes(**base, page=page if page > 1 else "")
    return Page(
        template="disputes.html", title="Disputes", content=content, section="disputes", address=address, cite=address,
        clocks=clocks,
    )  # fmt: skip


def _states(disputes: Sequence[Dispute], status: str, base: dict[str, str]) -> tuple[tuple[str, int, str, bool], ...]:
    """Return each sort with its count and address, and whether it is the one shown."""
    return tuple(
        (
            word,
            sum(_is(each, word) for each in disputes),
            addresses.disputes(**{**base, "status": _query(word)}),
            word == status,
        )
        for word in STATES
    )


def _is(dispute: Dispute, status: str) -> bool:
    return status == "all" or dispute.resolved == (status == "settled")


def _query(status: str) -> str:
    return "" if status == "open" else status


def _heading(number: int, status: str, name: str) -> str:
    """Return the filter in words: "3 open disputes about Velmora"."""
    sort = "" if status == "all" else f"{status} "
    return count(number, f"{sort}dispute") + (f" about {name}" if name else "")


def _places(disputes: Sequence[Dispute], status: str, base: dict[str, str]) -> tuple[tuple[str, int, str], ...]:
    """Return the places with most disputes of this sort."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for each in disputes:
        if each.place_id and _is(each, status):
            names.setdefault(each.place_id, each.place or each.place_id)
            counts[each.place_id] = counts.get(each.place_id, 0) + 1
    most = sorted(counts, key=lambda place_id: (-counts[place_id], names[place_id]))[:MOST_PLACES]
    return tuple((names[each], counts[each], addresses.disputes(**{**base, "place": each})) for each in most)
