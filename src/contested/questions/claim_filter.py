"""Filters over all claims at once: which rows of the columns they let through, and the counts beside each."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce

import numpy as np
from sqlalchemy import and_, select, text

from contested.assessment.observations import ordinal
from contested.model import UNKNOWN
from contested.questions.arrays import Flags, Ints
from contested.questions.columns import Columns
from contested.questions.past import columns_known
from contested.questions.sources import source_key
from contested.questions.status_bits import BIT, STANDINGS
from contested.store import tables
from contested.store.opening import plain_errors
from contested.store.view import View

NOT_STATED = "not stated"
"""The facet value of what a report does not say: no party, no outlet, no event."""
SORTS = ("newest", "oldest", "source", "outlet", "copies")
FACETS = ("party", "status", "type", "kind", "outlet")
Choice = str | tuple[str, ...] | None
"""One value, any of several, or no filter."""
Counts = dict[str, list[tuple[str, int]]]


@dataclass(frozen=True)
class ClaimFilter:
    """Which claims, in which order, which page; an empty filter is the whole ledger, newest first.

    `since` and `until` are days of publication, both included; a claim of an undated report is
    left out where either or `known_on` is given. `type` ending in "." is a whole group
    ("control."). `party`, `status`, `type`, `kind` and `outlet` take one value or a tuple of
    them (any), "not stated" too. `source` is a source's key or any part of a speaker's name,
    `text` words that the claim holds.
    """

    place_id: str | None = None
    party: Choice = None
    source: str | None = None
    outlet: Choice = None
    kind: Choice = None
    type: Choice = None
    status: Choice = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    known_on: str | None = None
    sort: str = "newest"
    page: int = 1
    per_page: int = 50


HELD = 500
"""Filters of which a process holds the counts."""
_counted: OrderedDict[tuple[str, str, ClaimFilter], Counts] = OrderedDict()


class Filtered:
    """The rows that a filter lets through."""

    def __init__(self, view: View, filter: ClaimFilter) -> None:
        self.view, self.filter = view, filter
        self.columns, self._known = columns_known(view, filter.known_on)

    @cached_property
    def _common(self) -> Flags:
        """What is let through by all that is no facet."""
        c, f = self.columns, self.filter
        kept = self._known.copy()
        if f.place_id is not None:
            kept &= _flags(len(kept), c.at_place(f.place_id))
        if f.since or f.until:
            kept &= c.day > 0
        if f.since:
            kept &= c.day >= (ordinal(f.since) or 0)
        if f.until:
            kept &= c.day <= (ordinal(f.until) or 0)
        if f.source:
            kept &= _in(c.source, [_is_source(who, f.source) for who in c.sources])
        if f.text:
            kept &= _flags(len(kept), _rows_with(self.view, c, f.text))
        return kept

    @cached_property
    def _chosen(self) -> Mapping[str, Flags]:
        """What each facet that is filtered by lets through."""
        return {name: _CHOOSE[name](self.columns, _several(value)) for name in FACETS
                if (value := getattr(self.filter, name)) is not None}  # fmt: skip

    def _under(self, leaving_out: str = "") -> Flags:
        return reduce(
            np.logical_and, [flags for name, flags in self._chosen.items() if name != leaving_out], self._common
        )

    @cached_property
    def rows(self) -> Ints:
        """The numbers of all claims let through, in the order asked for."""
        found, c = np.flatnonzero(self._under()).astype(np.int32), self.columns
        if self.filter.sort == "oldest":
            return found
        newest = found[::-1]
        if self.filter.sort == "source":
            return newest[np.argsort(c.source[newest], kind="stable")]
        if self.filter.sort == "outlet":
            return newest[np.argsort(c.outlet[newest], kind="stable")]
        if self.filter.sort == "copies":
            return newest[np.argsort(-self.copies[newest], kind="stable")]
        return newest

    @cached_property
    def copies(self) -> Ints:
        """For each claim how many further reports carry its origin."""
        c = self.columns
        return np.maximum(c.origin_documents[c.origin] - 1, 0) if len(c.origin) else c.origin

    def facets(self) -> Counts:
        """Return the values of each facet with their counts, most first, under all other filters."""
        asked = replace(self.filter, page=1, per_page=1, sort="newest")
        key = (self.view.url, self.view.revision, asked)
        if key not in _counted:  # leafing through pages counts once
            _counted[key] = self._count()
            while len(_counted) > HELD:
                _counted.popitem(last=False)
        return _counted[key]

    def _count(self) -> Counts:
        shared = self._under()
        masks = {name: self._under(name) if name in self._chosen else shared for name in FACETS}
        return {name: _COUNT[name](self.columns, masks[name]) for name in FACETS}


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _flags(size: int, numbers: Ints) -> Flags:
    flags = np.zeros(size, bool)
    flags[numbers] = True
    return flags


def _in(codes: Ints, wanted: list[bool]) -> Flags:
    return np.asarray(np.array(wanted, bool)[codes]) if wanted else np.zeros(len(codes), bool)


def _is_source(who: tuple[str, str, str], wanted: str) -> bool:
    return wanted.casefold() in who[0].casefold() or source_key(*who) == wanted


def _said(value: str) -> str:
    return NOT_STATED if value in (UNKNOWN, "") else value


def _fits(value: str, wanted: tuple[str, ...]) -> bool:
    return any(value == each or (each.endswith(".") and value.startswith(each)) for each in wanted)


def _by_source(part: int) -> Callable[[Columns, tuple[str, ...]], Flags]:
    return lambda c, wanted: _in(c.source, [_said(who[part]) in wanted for who in c.sources])


def _choose_types(c: Columns, wanted: tuple[str, ...]) -> Flags:
    fitting = _in(c.type_code, [_fits(name, wanted) for name in c.types])
    flags = _flags(len(c.day), c.type_claim[fitting])
    return flags | ~_flags(len(c.day), c.type_claim) if NOT_STATED in wanted else flags


def _choose_statuses(c: Columns, wanted: tuple[str, ...]) -> Flags:
    bits = np.uint16(sum(int(BIT[each]) for each in STANDINGS if each.value in wanted))
    return np.asarray((c.status & bits) != 0)


_CHOOSE: Mapping[str, Callable[[Columns, tuple[str, ...]], Flags]] = {
    "kind": _by_source(1),
    "party": _by_source(2),
    "outlet": lambda c, wanted: _in(c.outlet, [_said(name) in wanted for name in c.outlets]),
    "type": _choose_types,
    "status": _choose_statuses,
}


def _ordered(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(((v, n) for v, n in counts.items() if n), key=lambda item: (-item[1], item[0]))


def _summed(names: list[str], numbers: Ints) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for name, number in zip(names, numbers.tolist(), strict=True):
        counts[_said(name)] = counts.get(_said(name), 0) + number
    return _ordered(counts)


def _count_sources(part: int) -> Callable[[Columns, Flags], list[tuple[str, int]]]:
    def count(c: Columns, mask: Flags) -> list[tuple[str, int]]:
        return _summed([who[part] for who in c.sources], _tally(c.source, mask, len(c.sources)))

    return count


def _tally(codes: Ints, mask: Flags, size: int) -> Ints:
    return np.bincount(codes if mask.all() else codes[mask], minlength=size).astype(np.int32)


def _count_types(c: Columns, mask: Flags) -> list[tuple[str, int]]:
    counts = dict(zip(c.types, _tally(c.type_code, mask[c.type_claim], len(c.types)).tolist(), strict=True))
    bare = int(np.count_nonzero(mask & ~_flags(len(mask), c.type_claim)))
    return _ordered(counts | {NOT_STATED: bare})


def _count_statuses(c: Columns, mask: Flags) -> list[tuple[str, int]]:
    numbers = np.bincount(c.status[mask])
    held = np.flatnonzero(numbers)
    return _ordered({each.value: int(numbers[held][(held & int(BIT[each])) != 0].sum()) for each in STANDINGS})


_COUNT: Mapping[str, Callable[[Columns, Flags], list[tuple[str, int]]]] = {
    "kind": _count_sources(1),
    "party": _count_sources(2),
    "outlet": lambda c, mask: _summed(c.outlets, _tally(c.outlet, mask, len(c.outlets))),
    "type": _count_types,
    "status": _count_statuses,
}


def _rows_with(view: View, c: Columns, words: str) -> Ints:
    """Return the numbers of the claims that hold all these words."""
    if view.engine.dialect.name != "sqlite":
        like = [tables.claims.c.words.icontains(word, autoescape=True) for word in words.split()]
        joined = select(tables.claim_numbers.c.number).join(
            tables.claims, tables.claims.c.id == tables.claim_numbers.c.claim
        )
        found = np.array([row[0] for row in view.run(joined.where(and_(True, *like)))], np.int64)
    else:
        found = _matching(view, words)
    row_of = np.full(int(c.text_row.max(initial=0)) + 1, -1, np.int32)
    row_of[c.text_row] = np.arange(len(c.text_row), dtype=np.int32)
    inside = row_of[found[found < len(row_of)]]
    return np.asarray(inside[inside >= 0])


def _matching(view: View, words: str) -> np.ndarray:
    """Return the rows of the word index that hold all words; one text comes back faster than many rows."""
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split()) or '""'
    query = text("SELECT group_concat(rowid, ' ') FROM claim_words WHERE claim_words MATCH :words")
    with plain_errors(view.url), view.engine.connect() as connection:
        found = connection.execute(query, {"words": quoted}).scalar()
    return np.fromstring(found, dtype=np.int64, sep=" ") if found else np.zeros(0, np.int64)
