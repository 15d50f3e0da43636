"""All who speak in a ledger, and what their claims say of each."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from contested.assessment.reliability import Record
from contested.errors import UnknownName
from contested.questions.arrays import Flags, Ints
from contested.questions.columns import Columns
from contested.questions.past import columns_known
from contested.questions.picture import picture
from contested.questions.sources import source_key
from contested.questions.status_bits import BIT
from contested.questions.statuses import Standing
from contested.questions.voices import reliability
from contested.store.view import View

HELD = 4
_held: OrderedDict[tuple[str, str, str], list[SourceRow]] = OrderedDict()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One who speaks in this ledger; `key` is its address."""

    key: str
    name: str
    kind: str
    party: str
    claims: int
    origins: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """How often a source turned out right in one role; `common` is the share right of all voices in that role."""

    record: Record
    common: float
    common_claims: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source and its record."""

    source: SourceRow
    types: tuple[tuple[str, int], ...]  # event types of its claims, most first
    records: tuple[SourceRecord, ...]
    median_delay: float | None  # days from event to report, over all its records
    withdrawn: int
    denied: int
    outlets: tuple[tuple[str, int], ...]  # which carry it, most claims first


def sources(view: View, known_on: str | None = None) -> list[SourceRow]:
    """Return all who speak, most claims first."""
    key = (view.url, view.revision, known_on or "")
    if key not in _held:
        c, known = columns_known(view, known_on)
        rows = [row for row in _rows(c, known) if row.claims]
        _held[key] = sorted(rows, key=lambda row: (-row.claims, row.name, row.key))
        while len(_held) > HELD:
            _held.popitem(last=False)
    return _held[key]


def _rows(c: Columns, known: Flags) -> list[SourceRow]:
    size = len(c.sources)
    claims = np.bincount(c.source[known], minlength=size)
    pairs = np.unique(c.source[known].astype(np.int64) * (len(c.origin_ids) + 1) + c.origin[known])
    origins = np.bincount(pairs // (len(c.origin_ids) + 1), minlength=size)
    dated = np.flatnonzero(known & (c.day > 0))
    first, last = np.zeros(size, np.int32), np.zeros(size, np.int32)
    last[c.source[dated]] = c.day[dated]  # in order of days: the last one assigned stays
    first[c.source[dated[::-1]]] = c.day[dated[::-1]]
    columns = zip(c.sources, *(each.tolist() for each in (claims, origins, first, last)), strict=True)
    return [
        SourceRow(source_key(name, kind, party), name, kind, party, said, acts, _day(start), _day(end))
        for (name, kind, party), said, acts, start, end in columns
    ]


def _day(number: int) -> str | None:
    return date.fromordinal(number).isoformat() if number else None


def source_page(view: View, key: str, known_on: str | None = None) -> SourcePage:
    """Return a source with its record as known on a day (default: now). Raises UnknownName."""
    rows = {row.key: row for row in sources(view, known_on)}
    if key not in rows:
        raise UnknownName("source", key, list(rows), "List them with: contested reliability")
    source = rows[key]
    c, known = columns_known(view, known_on)
    said = known & (c.source == c.sources.index((source.name, source.kind, source.party)))
    records = _records(view, source, known_on)
    claims = sum(each.record.claims for each in records)
    return SourcePage(
        source=source,
        types=_counted(c.types, c.type_code[said[c.type_claim]]),
        records=records,
        median_delay=sum(r.record.median_delay * r.record.claims for r in records) / claims if claims else None,
        withdrawn=int(np.count_nonzero(c.status[said] & BIT[Standing.WITHDRAWN])),
        denied=int(np.count_nonzero(c.status[said] & BIT[Standing.DENIED])),
        outlets=_counted(c.outlets, c.outlet[said]),
    )


def _counted(names: Sequence[str], codes: Ints) -> tuple[tuple[str, int], ...]:
    counts = zip(names, np.bincount(codes, minlength=len(names)).tolist(), strict=True)
    return tuple(sorted(((name, n) for name, n in counts if n), key=lambda item: (-item[1], item[0])))


def _records(view: View, source: SourceRow, known_on: str | None) -> tuple[SourceRecord, ...]:
    """Return what the claims of the war in which a voice speaks most say of it, in each of its roles."""
    wars = sorted({tuple(place["parties"]) for place in picture(view, known_on).table.places if place["parties"]})
    best: list[SourceRecord] = []
    for parties in wars:
        learned = reliability(view, parties, known_on).records
        mine = [SourceRecord(record, *_common(learned, record)) for record in learned if record.voice == source.name]
        if sum(each.record.claims for each in mine) > sum(each.record.claims for each in best):
            best = mine
    return tuple(best)


def _common(records: Sequence[Record], like: Record) -> tuple[float, int]:
    same = [record for record in records if record.interest is like.interest]
    claims = sum(record.claims for record in same)
    return sum(record.right * record.claims for record in same) / claims, claims
