"""What a reader asks of the claim ledger: from the address to filters, and from filters to words.

All filters stand in the address, in fixed order, so that equal views have equal addresses; the
heading says them in words ("137 claims about Velmora, denied or disputed").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Self

from contested.questions import iso_day
from contested.questions.listing import NOT_STATED, SORTS, ClaimFilter
from contested.web.addresses import with_query
from contested.web.claim_facts import SAYS, type_title
from contested.web.words import count, short_day

FACETS = ("status", "party", "type", "kind", "outlet")
"""In the order in which they stand on the page."""
PER_PAGE = 50
LONGEST_FIELD = 300
"""Characters of one filter that are read; nobody types more, and a heading would drown in it."""
LAST_PAGE = 100_000
MOST_VALUES = 30
"""Values of one facet that are read from an address."""


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """The filters of one view of the ledger; empty means that nothing is left out.

    Of a facet any of the values may hold ("denied or disputed"). `since` and `until` are days of
    publication, `known_on` is given where the address names it.
    """

    place: str = ""
    party: tuple[str, ...] = ()
    source: str = ""
    kind: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    text: str = ""
    sort: str = "newest"
    page: int = 1
    known_on: str = ""

    @classmethod
    def read(cls, asked: Iterable[tuple[str, str]]) -> Self:
        """Return the filters of an address. Raises ContestedError for what is no date.

        >>> LedgerQuery.read([("status", "denied"), ("status", "disputed"), ("page", "x")]).status
        ('denied', 'disputed')
        """
        found: dict[str, list[str]] = {}
        for name, value in asked:
            cleaned = " ".join(value.replace("\0", " ").split())[:LONGEST_FIELD]
            if cleaned and cleaned not in found.setdefault(name, []):
                found[name].append(cleaned)
        first = {name: values[-1] for name, values in found.items() if values}
        days: dict[str, Any] = {name: iso_day(first[asked]) for name, asked in DAYS.items() if asked in first}
        facets: dict[str, Any] = {name: tuple(found.get(name, ())[:MOST_VALUES]) for name in FACETS}
        sort = first.get("sort", "")
        return cls(
            place=first.get("place", ""), source=first.get("source", ""), text=first.get("q", ""),
            sort=sort if sort in SORTS else "newest", page=page_number(first.get("page", "")), **days, **facets,
        )  # fmt: skip

    def parameters(self) -> dict[str, object]:
        """Return the filters by their names in an address; what is not asked is empty."""
        return {
            "place": self.place, "party": self.party, "source": self.source, "kind": self.kind, "outlet": self.outlet,
            "type": self.type, "status": self.status, "from": self.since, "to": self.until, "q": self.text,
            "sort": "" if self.sort == "newest" else self.sort, "page": "" if self.page == 1 else self.page,
            "known-on": self.known_on,
        }  # fmt: skip

    def address(self, path: str = "/claims") -> str:
        """Return the address of this view, or of the same filters under another path.

        >>> LedgerQuery(place="gn:703656", status=("denied",), page=2).address()
        '/claims?place=gn:703656&status=denied&page=2'
        """
        return with_query(path, self.parameters())

    def with_value(self, facet: str, value: str) -> Self:
        """Return the view with one value of a facet switched: on where it was off, and on its first page."""
        chosen: tuple[str, ...] = getattr(self, facet)
        changed = tuple(each for each in chosen if each != value) if value in chosen else (*chosen, value)
        values: dict[str, Any] = {facet: changed}
        return replace(self, page=1, **values)

    def without(self, name: str) -> Self:
        """Return the view without one filter, on its first page."""
        values: dict[str, Any] = {name: () if name in FACETS else ""}
        return replace(self, page=1, **values)

    def asked(self) -> tuple[str, ...]:
        """Return the names of the filters that leave something out."""
        order = ("page", "sort", "known_on")
        return tuple(f.name for f in fields(self) if f.name not in order and getattr(self, f.name))

    def filter(self, place_id: str | None, known_on: str | None) -> ClaimFilter:
        """Return the question to the ledger."""
        return ClaimFilter(
            place_id=place_id, party=self.party or None, source=self.source or None, outlet=self.outlet or None,
            kind=self.kind or None, type=self.type or None, status=self.status or None, since=self.since or None,
            until=self.until or None, text=self.text or None, known_on=known_on, sort=self.sort, page=self.page,
            per_page=PER_PAGE,
        )  # fmt: skip


DAYS: Mapping[str, str] = {"since": "from", "until": "to", "known_on": "known-on"}
"""Fields that are days, and what the address calls them."""


def page_number(text: str) -> int:
    """Return the page that an address asks for; the first for what is no number."""
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() else 1


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a heading; `named` where they are somebody's name or words, not ours."""

    text: str
    named: bool = False


def value_words(facet: str, value: str) -> str:
    """Return a facet's value as people read it.

    >>> value_words("kind", "armed_group"), value_words("party", "none")
    ('armed group', 'speaks for no side')
    """
    if value == NOT_STATED and facet in SAYS["missing"]:
        return str(SAYS["missing"][facet])
    if facet == "type":
        return type_title(value)
    return str(SAYS.get(facet, {}).get(value, value))


def heading(query: LedgerQuery, total: int, place: str) -> tuple[Words, ...]:
    """Return the filter in words: "137 claims about Velmora, 22 Oct to 20 Nov, denied or disputed"."""
    return (
        Words(count(total, "claim")),
        *(word for name in query.asked() for word in filter_words(query, name, place)),
    )


def filter_words(query: LedgerQuery, name: str, place: str = "") -> Iterator[Words]:
    """Yield one filter in words, beginning with what joins it to the words before."""
    if name == "until" and query.since:
        return  # said together with the first day
    if name in ("since", "until"):
        yield Words(f", {period(query.since, query.until)}")
        return
    value = getattr(query, name)
    yield Words(BEFORE[name])
    if name in FACETS:
        said = SAYS["for_party"] if name == "party" else {}
        yield from joined([said.get(each) or value_words(name, each) for each in value])
    else:
        yield Words(place or value if name == "place" else f"“{value}”", named=True)


BEFORE: Mapping[str, str] = {
    "place": " about ",
    "party": ", from the side of ",
    "source": ", speaker ",
    "kind": ", by a voice of kind ",
    "outlet": ", in ",
    "type": ", of type ",
    "status": ", ",
    "text": ", with the words ",
}
"""What stands before a filter in the heading."""


def joined(values: Sequence[str]) -> Iterator[Words]:
    """Yield values as a list: "denied or disputed"."""
    for number, value in enumerate(values):
        if number:
            yield Words(" or " if number == len(values) - 1 else ", ")
        yield Words(value, named=True)


def period(since: str, until: str) -> str:
    """Return a period of publication in words; the year stands once where it is the same.

    >>> period("2025-10-22", "2025-11-20"), period("", "2025-11-20")
    ('published 22 Oct to 20 Nov 2025', 'published until 20 Nov 2025')
    """
    if not since or not until:
        day = since or until
        return f"published {'from' if since else 'until'} {short_day(day)} {day[:4]}"
    if since == until:
        return f"published on {short_day(since)} {since[:4]}"
    first = short_day(since) + ("" if since[:4] == until[:4] else f" {since[:4]}")
    return f"published {first} to {short_day(until)} {until[:4]}"
