"""Which past conclusions the picture tells otherwise than it did before the last reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import func, select

from contested.assessment.state_space import states_of
from contested.model import UNKNOWN
from contested.questions.arrays import Ints
from contested.questions.picture import Picture
from contested.questions.runs import FILLS, RunTable
from contested.store import tables
from contested.store.history import Drawn, Revision
from contested.store.view import View

Drawing = tuple[Ints, list[Drawn]]
"""First days, and what is drawn from each on."""


def revisions(before: Picture, after: Picture, view: View, since_document: int, noticed: str) -> Iterator[Revision]:
    """Yield the stretches of past days on which a place is drawn otherwise; both pictures must be as known now.

    Only days that both tell of are past conclusions. `since_document` is the number of the newest
    report of which the earlier picture knew.
    """
    if not before.last_day or not after.last_day:
        return
    news: dict[str, tuple[str, ...]] = {}
    old = {place["place_id"]: code for code, place in enumerate(before.table.places)}
    olds, nows = before.table.starts(), after.table.starts()
    last = min(before.table.last, after.table.last)
    for code, place in enumerate(after.table.places):
        if place["place_id"] not in old:
            continue
        was = _drawn(before.table, old[place["place_id"]], olds)
        now = _drawn(after.table, code, nows)
        for first, until, one, other in _differing(was, now, last):
            name = place["place_id"]
            if name not in news:
                news[name] = _new_reports(view, name, since_document)
            yield Revision(
                place_id=name, place=place["name"], first_day=date.fromordinal(first).isoformat(),
                last_day=date.fromordinal(until).isoformat(), before=one, after=other, known_before=before.known_on,
                known_after=after.known_on, noticed=noticed, documents=news[name],
            )  # fmt: skip


def _drawn(table: RunTable, code: int, starts: Ints) -> Drawing:
    """Return the days on which what is drawn of a place changes, and what is drawn from each on."""
    rows = slice(int(starts[code]), int(starts[code + 1]))
    looks = np.stack([table.state[rows], table.fill[rows], table.disputed[rows]], axis=1)
    kept = np.concatenate([[True], (looks[1:] != looks[:-1]).any(axis=1)]) if len(looks) else np.zeros(0, bool)
    names = (*states_of(table.places[code]["parties"]), UNKNOWN)
    drawn = [Drawn(state=names[s], fill=FILLS[f], disputed=bool(d)) for s, f, d in looks[kept].tolist()]
    return table.first[rows][kept], drawn


def _differing(was: Drawing, now: Drawing, last: int) -> Iterator[tuple[int, int, Drawn, Drawn]]:
    """Yield first and last day of each stretch that is drawn otherwise, and both drawings."""
    days: Sequence[Any] = np.union1d(was[0], now[0]).tolist()
    open_one: tuple[int, int, Drawn, Drawn] | None = None
    for first, after in zip(days, [*days[1:], last + 1], strict=False):
        one, other = _at(was, first), _at(now, first)
        until = min(after - 1, last)
        if one is None or other is None or one == other or first > until:
            continue
        if open_one is not None and open_one[1] == first - 1 and open_one[2:] == (one, other):
            open_one = open_one[0], until, one, other
            continue
        if open_one is not None:
            yield open_one
        open_one = first, until, one, other
    if open_one is not None:
        yield open_one


def _at(drawing: Drawing, day: int) -> Drawn | None:
    at = int(np.searchsorted(drawing[0], day, side="right")) - 1
    return drawing[1][at] if at >= 0 else None


def _new_reports(view: View, place_id: str, since_document: int) -> tuple[str, ...]:
    """Return the reports about a place that came after a number."""
    documents, claims, places = tables.documents, tables.claims, tables.claim_places
    query = select(documents.c.id).distinct().join(claims, claims.c.document == documents.c.id)
    query = query.join(places, places.c.claim == claims.c.id)
    found = view.run(query.where(places.c.place_id == place_id, documents.c.number > since_document))
    return tuple(sorted(row[0] for row in found))


def newest_document(view: View) -> int:
    """Return the number of the report that was stored last."""
    return int(view.run(select(func.max(tables.documents.c.number)))[0][0] or 0)
