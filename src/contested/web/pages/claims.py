"""The claim ledger: which claims, exactly, under filters that stand in the address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from contested.errors import UnknownName
from contested.questions.listing import SORTS, ClaimFilter, ListedClaim, Listing, list_claims
from contested.questions.search import NamedPlace, place_asked, words_of
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import ClaimCard
from contested.web.claim_facts import SAYS, Fact, Where, party_words, places_of, short_facts, type_title
from contested.web.ledger_query import FACETS, PER_PAGE, LedgerQuery, Words, filter_words, heading, value_words
from contested.web.page import Page
from contested.web.standings import listed_cards, sides_of

VALUES_SHOWN = 8
"""Values of a facet that stand open; the rest is one step away."""
EXPORTS = (("CSV", "/claims.csv"), ("JSON lines", "/claims.jsonl"), ("GeoJSON", "/claims.geojson"))


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: how many claims it has under all other filters."""

    value: str
    words: str
    count: int
    chosen: bool
    key: str  # of its field, the same on each page, so that focus stays on it


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: values that stand open, and those behind "more"."""

    name: str
    title: str
    values: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """A filter that is on: its words, and the view without it, with the claims that it would show."""

    words: tuple[Words, ...]
    without: str
    claims: int | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One row: the card, where, and what opens under it."""

    card: ClaimCard
    side: str
    places: tuple[Where, ...]
    types: tuple[str, ...]
    facts: tuple[Fact, ...]  # for the part that opens


@dataclass(frozen=True, slots=True)
class Ledger:
    """The content of the ledger page."""

    query: LedgerQuery
    heading: tuple[Words, ...]
    total: int
    first: int
    last: int
    rows: tuple[ClaimRow, ...]
    facets: tuple[Facet, ...]
    applied: tuple[Applied, ...]
    place: str  # the place's name, or what was typed
    others: tuple[tuple[str, str], ...]  # further places of that name: (words, address)
    trouble: str
    sorts: tuple[tuple[str, str], ...]
    order: str
    exports: tuple[tuple[str, str], ...]
    start: str  # address of the first page, empty on it
    back: str
    forth: str


def claims_page(view: View, query: LedgerQuery, clocks: Clocks) -> Page:
    """Return the ledger under the filters of an address."""
    place, trouble = _place(view, query)
    asked = filter_of(query, place.place_id if place else None)
    nothing = Listing(rows=(), total=0, facets={name: [] for name in FACETS})
    found = nothing if trouble else list_claims(view, asked)
    last_page = max((found.total + PER_PAGE - 1) // PER_PAGE, 1)
    if query.page > last_page:
        query = replace(query, page=last_page)
        found = list_claims(view, replace(asked, page=last_page)) if found.total else found
    name = place.name if place else query.place
    words = heading(query, found.total, name)
    cite = replace(query, known_on=clocks.known_on)
    return Page(
        template="claims.html",
        title="".join(word.text for word in words),
        content=_content(view, query, asked, found, words, place, trouble, clocks),
        section="claims",
        address=query.address(),
        cite=cite.address(),
        clocks=clocks,
        known_earlier=_known(query, clocks, -1),
        known_later=_known(query, clocks, 1) if clocks.known_given else "",
        status=404 if trouble else 200,
    )


def filter_of(query: LedgerQuery, place_id: str | None) -> ClaimFilter:
    """Return the question to the ledger; of the words searched for only words are left."""
    return replace(query, text=" ".join(words_of(query.text))).filter(place_id, query.known_on or None)


def _place(view: View, query: LedgerQuery) -> tuple[NamedPlace | None, str]:
    """Return the place asked for, or why it is none."""
    if not query.place:
        return None, ""
    try:
        return place_asked(view, query.place), ""
    except UnknownName as error:
        return None, error.message


def _known(query: LedgerQuery, clocks: Clocks, days: int) -> str:
    return replace(query, known_on=addresses.shifted(clocks.known_on, days), page=1).address()


def _content(
    view: View, query: LedgerQuery, asked: ClaimFilter, found: Listing, words: tuple[Words, ...],
    place: NamedPlace | None, trouble: str, clocks: Clocks,
) -> Ledger:  # fmt: skip
    first = (query.page - 1) * PER_PAGE + 1
    cards = listed_cards(view, found.rows, clocks.known_on)
    return Ledger(
        query=query,
        heading=words,
        total=found.total,
        first=first if found.rows else 0,
        last=first + len(found.rows) - 1 if found.rows else 0,
        rows=tuple(claim_row(row, card) for row, card in zip(found.rows, cards, strict=True)),
        facets=tuple(facet(query, name, in_order(name, found)) for name in FACETS),
        applied=_applied(view, query, asked, found.total, place),
        place=place.name if place else query.place,
        others=tuple((f"another {place.name}", replace(query, place=other, page=1).address()) for other in place.others)
        if place
        else (),
        trouble=trouble or _nothing_to_look_for(query),
        order=SAYS["sort"][query.sort],
        sorts=tuple((name, SAYS["sort"][name]) for name in SORTS),
        exports=tuple((label, replace(query, page=1).address(path)) for label, path in EXPORTS),
        start=replace(query, page=1).address() if query.page > 1 else "",
        back=replace(query, page=query.page - 1).address() if query.page > 1 else "",
        forth=replace(query, page=query.page + 1).address() if first - 1 + len(found.rows) < found.total else "",
    )


def _nothing_to_look_for(query: LedgerQuery) -> str:
    if not query.text or words_of(query.text):
        return ""
    return f"“{query.text}” holds no word to look for, so it leaves nothing out."


def in_order(name: str, found: Listing) -> Sequence[tuple[str, int]]:
    """Return a facet's counts, most first; parties stand in pack order, whoever has more claims."""
    if name != "party":
        return found.facets[name]
    packs = Counter(pack for row in found.rows for pack in row.entry.packs)
    order = list(sides_of(tuple(pack for pack, _ in packs.most_common())))
    return sorted(
        found.facets[name], key=lambda item: (item[0] not in order, item[0] in order and order.index(item[0]))
    )


def facet(query: LedgerQuery, name: str, counted: Sequence[tuple[str, int]]) -> Facet:
    """Return a facet with its counts; a chosen value is shown even where no claim has it."""
    chosen: tuple[str, ...] = getattr(query, name)
    known = dict(counted)
    counted = [*counted, *((value, 0) for value in chosen if value not in known)]
    values = [
        FacetValue(value, value_words(name, value), count, value in chosen, f"f-{name}-{addresses.slug(value)}")
        for value, count in counted
    ]
    open_ones = [value for number, value in enumerate(values) if number < VALUES_SHOWN or value.chosen]
    more = [value for value in values if value not in open_ones]
    return Facet(name, SAYS["facet"][name], tuple(open_ones), tuple(more))


def _applied(
    view: View, query: LedgerQuery, asked: ClaimFilter, total: int, place: NamedPlace | None
) -> tuple[Applied, ...]:
    """Return the filters that are on; for an empty view also how many claims there are without each."""
    found = []
    for name in query.asked():
        words = tuple(filter_words(query, name, place.name if place else ""))
        if not words:
            continue
        names = ("since", "until") if name in ("since", "until") else (name,)
        without = query
        for each in names:
            without = without.without(each)
        fewer = None
        if not total:
            left = filter_of(without, asked.place_id if name != "place" else None)
            fewer = list_claims(view, replace(left, per_page=1)).total
        found.append(Applied((Words(words[0].text.lstrip(", ")), *words[1:]), without.address(), fewer))
    return tuple(found)


# --------------------------------------------------------------------------- rows


def claim_row(row: ListedClaim, card: ClaimCard) -> ClaimRow:
    """Return a row of the ledger."""
    entry = row.entry
    return ClaimRow(
        card=card,
        side=card.side if card.party_index is not None else party_words(entry.claim.source.party),
        places=places_of(entry.events),
        types=tuple(dict.fromkeys(type_title(event.type) for event in entry.events)),
        facts=short_facts(entry),
    )
