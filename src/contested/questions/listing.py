"""Claims under a filter, a page at a time, with how each stands and what else could be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contested.errors import UnknownName
from contested.model import LedgerEntry
from contested.questions.arrays import Ints, as_text
from contested.questions.claim_filter import FACETS, NOT_STATED, SORTS, ClaimFilter, Counts, Filtered
from contested.questions.standings import standings
from contested.questions.statuses import Status
from contested.store.view import View

__all__ = ["FACETS", "NOT_STATED", "SORTS", "ClaimFilter", "ListedClaim", "Listing", "iter_claims", "list_claims"]

AT_ONCE = 400
"""Claims that an export holds at a time."""


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
    facets: Counts


def list_claims(view: View, filter: ClaimFilter) -> Listing:
    """Return a page of claims; each facet is counted under all filters but its own. Raises UnknownName."""
    found = _filtered(view, filter)
    start = (max(filter.page, 1) - 1) * filter.per_page
    rows = tuple(_listed(found, found.rows[start : start + filter.per_page]))
    return Listing(rows, len(found.rows), found.facets())


def iter_claims(view: View, filter: ClaimFilter) -> Iterator[ListedClaim]:
    """Yield all claims that a filter lets through, in its order: the export of what is shown."""
    found = _filtered(view, filter)
    for start in range(0, len(found.rows), AT_ONCE):
        yield from _listed(found, found.rows[start : start + AT_ONCE])


def _filtered(view: View, filter: ClaimFilter) -> Filtered:
    if filter.sort not in SORTS:
        raise UnknownName("order of claims", filter.sort, SORTS)
    return Filtered(view, filter)


def _listed(found: Filtered, numbers: Ints) -> Iterable[ListedClaim]:
    ids = as_text(found.columns.ids[numbers])
    stand = standings(found.view, ids, found.filter.known_on)
    entries = {entry.claim.id: entry for entry in found.view.entries(claim_ids=ids)}
    for name in ids:
        if name in entries and name in stand:  # unless taken out since the columns were made
            yield ListedClaim(entries[name], stand[name].statuses, stand[name].origin, stand[name].copies)
