"""What stands around every page, counted by the database and not again until the ledger changes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable

from sqlalchemy import func, select

from contested.errors import PackError, UnknownName
from contested.model import UNKNOWN
from contested.packs import load
from contested.store import tables
from contested.store.view import View
from contested.web.page import Frame

_kept: dict[str, tuple[Hashable, Frame]] = {}
"""The last frame of each ledger, with the stamp of the ledger that it was counted on."""


def frame_of(view: View) -> Frame:
    """Return the foot of all pages: packs, reports, outlets, period, unread reports."""
    stamp = ledger_stamp(view)
    if view.url not in _kept or _kept[view.url][0] != stamp:
        _kept[view.url] = (stamp, _counted(view))
    return _kept[view.url][1]


def ledger_stamp(view: View) -> Hashable:
    """Return what differs whenever reports or problems were added to a ledger, or taken away.

    Only ends and lengths of indexes are asked for: cheap in a ledger of any size.
    """
    documents, problems = tables.documents.c.number, tables.problems.c.number
    asked = (func.max(documents), func.count(tables.documents.c.id), func.max(problems), func.count(problems))
    return tuple(view.run(select(each))[0][0] for each in asked)


def newest_day(view: View) -> str | None:
    """Return the day of the newest report."""
    newest = view.run(select(func.max(tables.documents.c.published)))[0][0]
    return newest[:10] if newest else None


def _counted(view: View) -> Frame:
    documents = tables.documents.c
    outlets = view.run(select(func.count(func.distinct(documents.outlet))).where(documents.outlet != UNKNOWN))[0][0]
    first, last = view.run(select(func.min(documents.published), func.max(documents.published)))[0]
    unread = select(func.count()).select_from(tables.problems).where(tables.problems.c.severity == "error")
    packs = _packs(view)
    return Frame(
        packs=packs,
        reports=view.run(select(func.count(documents.id)))[0][0],
        outlets=outlets,
        first_day=first[:10] if first else None,
        last_day=last[:10] if last else None,
        unread=view.run(unread)[0][0],
        parties=tuple(dict.fromkeys(party for pack in packs for party in _parties(pack))),
    )


def _packs(view: View) -> tuple[str, ...]:
    """Return the packs of this ledger's reports, most used first."""
    counts: Counter[str] = Counter()
    packs = tables.documents.c.packs
    for row in view.run(select(packs, func.count()).group_by(packs)):
        for name in json.loads(row[0]):
            counts[name] += row[1]
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _parties(pack: str) -> tuple[str, ...]:
    try:
        return load(pack).party_names()
    except (UnknownName, PackError):
        return ()  # the pack was removed since; the foot names it, pages that need it say so
