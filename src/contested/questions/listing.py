"""Claims under a filter, a page at a time, with how each stands and what else could be filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from contested.errors import UnknownName
from contested.model import UNKNOWN, LedgerEntry, Origin
from contested.questions.known import Known
from contested.questions.statuses import Status, statuses_of
from contested.store.view import View

NOT_STATED = "not stated"
"""The facet value of what a report does not say: no party, no outlet, no event."""
SORTS = ("newest", "oldest", "source", "outlet", "copies")
FACETS = ("party", "status", "type", "kind", "outlet")


@dataclass(frozen=True)
class ClaimFilter:
    """Which claims, in which order, which page; an empty filter is the whole ledger, newest first.

    `since` and `until` are days of publication, both included; a claim of an undated report is
    left out where either or `known_on` is given. `type` ending in "." is a whole group
    ("control."). `party`, `status`, `type`, `kind` and `outlet` also take "not stated", and several
    values, any of which may hold ("denied or disputed").
    `source` is any part of the speaker's name, `text` words that the claim holds.
    """

    place_id: str | None = None
    party: str | tuple[str, ...] | None = None
    source: str | None = None
    outlet: str | tuple[str, ...] | None = None
    kind: str | tuple[str, ...] | None = None
    type: str | tuple[str, ...] | None = None
    status: str | tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    known_on: str | None = None
    sort: str = "newest"
    page: int = 1
    per_page: int = 50


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim as a list shows it; `copies` counts the further reports of its origin."""

    entry: LedgerEntry
    statuses: tuple[Status, ...]
    origin: str
    copies: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page, how many claims there are in all, and for each facet its values with their counts, most first."""

    rows: tuple[ListedClaim, ...]
    total: int
    facets: dict[str, list[tuple[str, int]]]


def list_claims(view: View, filter: ClaimFilter) -> Listing:
    """Return a page of claims; each facet is counted under all filters but its own. Raises UnknownName."""
    _check(filter)
    found = _Found(view, filter)
    rows = found.rows()
    start = (max(filter.page, 1) - 1) * filter.per_page
    facets = {name: found.facet(name) for name in FACETS}
    return Listing(tuple(rows[start : start + filter.per_page]), len(rows), facets)


def iter_claims(view: View, filter: ClaimFilter) -> Iterator[ListedClaim]:
    """Yield all claims that a filter lets through, in its order: the export of what is shown."""
    _check(filter)
    yield from _Found(view, filter).rows()


def _check(filter: ClaimFilter) -> None:
    if filter.sort not in SORTS:
        raise UnknownName("order of claims", filter.sort, SORTS)


class _Found:
    """All claims of a ledger, asked about with one filter."""

    def __init__(self, view: View, filter: ClaimFilter) -> None:
        self.filter = filter
        known = Known(view, filter.known_on)
        origins: Mapping[str, Origin] = {claim: o for o in known.origins for claim in o.claims}
        statuses = statuses_of(known.entries, known.links, known.origins)
        self.all = [_listed(entry, statuses[entry.claim.id], origins) for entry in known.entries]
        self.here = {e.claim.id for e in known.at([filter.place_id])} if filter.place_id else None

    def rows(self) -> list[ListedClaim]:
        rows = [row for row in self.all if self._fits(row, self.filter)]
        return sorted(rows, key=_order(self.filter.sort), reverse=self.filter.sort in ("newest", "copies"))

    def facet(self, name: str) -> list[tuple[str, int]]:
        without = replace(self.filter, **{name: None})  # type: ignore[arg-type]
        counts = Counter(value for row in self.all if self._fits(row, without) for value in facet_values(row, name))
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def _fits(self, row: ListedClaim, filter: ClaimFilter) -> bool:
        entry = row.entry
        day = (entry.document.published or "")[:10]
        if self.here is not None and entry.claim.id not in self.here:
            return False
        if (filter.since and day < filter.since[:10]) or (filter.until and not "" < day <= filter.until[:10]):
            return False
        if filter.source and filter.source.casefold() not in entry.claim.source.name.casefold():
            return False
        if filter.text and not all(word.casefold() in entry.words.casefold() for word in filter.text.split()):
            return False
        return all(_has(facet_values(row, name), getattr(filter, name)) for name in FACETS)


def _listed(entry: LedgerEntry, statuses: tuple[Status, ...], origins: Mapping[str, Origin]) -> ListedClaim:
    origin = origins.get(entry.claim.id)
    if origin is None:
        return ListedClaim(entry, statuses, entry.claim.id, 0)
    return ListedClaim(entry, statuses, origin.id, max(len(origin.documents) - 1, 0))


def facet_values(row: ListedClaim, name: str) -> set[str]:
    """Return a claim's values of a facet; never empty."""
    claim = row.entry.claim
    if name == "status":
        return {status.standing.value for status in row.statuses}
    if name == "type":
        return {event.type for event in row.entry.events} or {NOT_STATED}
    value = {"party": claim.source.party, "kind": claim.source.kind.value, "outlet": row.entry.document.outlet}[name]
    return {NOT_STATED if value in (UNKNOWN, "") else value}


def _has(values: set[str], wanted: str | tuple[str, ...] | None) -> bool:
    if not wanted:
        return True
    any_of = (wanted,) if isinstance(wanted, str) else wanted
    return any(value == each or (each.endswith(".") and value.startswith(each)) for each in any_of for value in values)


def _order(sort: str) -> Callable[[ListedClaim], tuple[Any, ...]]:
    def key(row: ListedClaim) -> tuple[Any, ...]:
        entry = row.entry
        place = (entry.document.published or "", entry.document.id, entry.claim.start, entry.claim.id)
        first = {"source": entry.claim.source.name, "outlet": entry.document.outlet, "copies": row.copies}.get(sort, 0)
        return (first, *place)

    return key
