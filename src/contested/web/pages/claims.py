"""The claim ledger: which claims, exactly, under filters that stand in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from contested.errors import UnknownName
from contested.model import NO_PARTY, UNKNOWN, LedgerEntry, Precision
from contested.questions.listing import SORTS, ClaimFilter, ListedClaim, Listing, list_claims
from contested.questions.search import NamedPlace, place_asked, words_of
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import ClaimCard
from contested.web.ledger_query import FACETS, PER_PAGE, SAYS, LedgerQuery, Words, filter_words, heading, value_words
from contested.web.ledger_query import type_words as type_title
from contested.web.page import Page
from contested.web.standings import listed_cards

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
class Where:
    """A place of a claim, as finely as the report says."""

    name: str
    part: str
    address: str
    precision: str  # words, empty for a settlement as such


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One row: the card, where, and what opens under it."""

    card: ClaimCard
    places: tuple[Where, ...]
    types: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]  # (what, words), for the part that opens
    whole: str  # the words of the whole statement


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
        facets=tuple(facet(query, name, found.facets[name]) for name in FACETS),
        applied=_applied(view, query, asked, found.total, place),
        place=place.name if place else query.place,
        others=tuple((f"another {place.name}", replace(query, place=other, page=1).address()) for other in place.others)
        if place
        else (),
        trouble=trouble or _nothing_to_look_for(query),
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


def facet(query: LedgerQuery, name: str, counted: list[tuple[str, int]]) -> Facet:
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
        places=places_of(entry),
        types=tuple(dict.fromkeys(type_title(event.type) for event in entry.events)),
        facts=tuple(facts_of(entry)),
        whole=" ".join(entry.words.split()),
    )


def places_of(entry: LedgerEntry) -> tuple[Where, ...]:
    """Return the places of a claim's events, each once, with how finely the report names them."""
    found: dict[tuple[str, str], Where] = {}
    for place in (place for event in entry.events for place in event.places):
        fine = place.precision in (Precision.SETTLEMENT, Precision.PART)
        where = Where(
            name=place.name,
            part=place.part or "",
            address=addresses.place(place.place_id, place.name) if place.place_id else "",
            precision="" if fine else str(SAYS["precision"][place.precision.value]),
        )
        found.setdefault((place.name, where.part), where)
    return tuple(found.values())


def facts_of(entry: LedgerEntry) -> list[tuple[str, str]]:
    """Return what else is known of a claim, as (what, words): side, how said, chain, evidence, where it stands."""
    claim, head = entry.claim, entry.document
    facts = [
        ("Side", side_words(claim.source.party, claim.source.party_reason)),
        ("Kind of speaker", SAYS["kind"][claim.source.kind.value]),
        ("How it is said", SAYS["directness"][claim.directness.value]),
        ("How sure", certainty_words(entry)),
        ("Passed on by", ", ".join(source.name for source in claim.chain)),
        ("Evidence named", ", ".join(SAYS["evidence"][each.value] for each in claim.evidence)),
        ("Verification", SAYS["verification"][claim.verification.value]),
        ("Report", f"{head.title or head.path}"),
        ("Words at", f"characters {claim.start} to {claim.end} of the report"),
    ]
    return [(what, str(words)) for what, words in facts if words]


def side_words(party: str, reason: str) -> str:
    """Return the side that speaks and why it is taken to be that side."""
    named: Mapping[str, str] = {NO_PARTY: "speaks for no side", UNKNOWN: "not known"}
    return named.get(party, party) + (f" ({reason})" if reason else "")


def certainty_words(entry: LedgerEntry) -> str:
    """Return how sure the speaker is, and whether of its being so or not so."""
    claim = entry.claim
    return f"{SAYS['certainty'][claim.certainty.value]['word']}; {SAYS['polarity'][claim.polarity.value]}"
