"""What stands around every page, counted by the database and not again until the ledger changes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable

import numpy as np
from sqlalchemy import func, select

from contested.errors import PackError, UnknownName
from contested.model import UNKNOWN
from contested.packs import load
from contested.questions.columns import NAME as COLUMNS
from contested.questions.columns import Columns, columns
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
    """Return what differs whenever a ledger has changed; cheap in one of any size."""
    return view.revision, view.run(select(func.max(tables.problems.c.number)))[0][0]


def newest_day(view: View) -> str | None:
    """Return the day of the newest report."""
    newest = view.run(select(func.max(tables.documents.c.published)))[0][0]
    return newest[:10] if newest else None


def _counted(view: View) -> Frame:
    documents = tables.documents.c
    reports, outlets, packs = _from_columns(columns(view)) if columns_stand(view) else _from_tables(view)
    first, last = (view.run(select(end(documents.published)))[0][0] for end in (func.min, func.max))
    unread = select(func.count()).select_from(tables.problems).where(tables.problems.c.severity == "error")
    named = tuple(sorted(packs, key=lambda name: (-packs[name], name)))
    return Frame(
        packs=named,
        reports=reports,
        outlets=len(outlets - {UNKNOWN}),
        first_day=first[:10] if first else None,
        last_day=last[:10] if last else None,
        unread=view.run(unread)[0][0],
        parties=tuple(dict.fromkeys(party for pack in named for party in _parties(pack))),
    )


Counts = tuple[int, set[str], Counter[str]]
"""Reports, outlets, reports by pack."""


def columns_stand(view: View) -> bool:
    """Whether the columns that lie in the ledger are those of its present state."""
    kept = tables.materials.c
    found = view.run(select(kept.revision).where(kept.name == COLUMNS))
    return bool(found) and found[0].revision == view.revision


def _from_columns(kept: Columns) -> Counts:
    packs: Counter[str] = Counter()
    for names, number in zip(kept.packs, np.bincount(kept.document_packs, minlength=len(kept.packs)), strict=True):
        packs.update({name: int(number) for name in names})
    return len(kept.document_ids), set(kept.outlets), packs


def _from_tables(view: View) -> Counts:
    """Count while reports come in: a ledger that has just changed has no columns yet."""
    documents = tables.documents.c
    packs: Counter[str] = Counter()
    for row in view.run(select(documents.packs, func.count()).group_by(documents.packs)):
        packs.update(dict.fromkeys(json.loads(row[0]), row[1]))
    outlets = {row.outlet for row in view.run(select(documents.outlet).distinct())}
    return view.run(select(func.count(documents.id)))[0][0], outlets, packs


def _parties(pack: str) -> tuple[str, ...]:
    try:
        return load(pack).party_names()
    except (UnknownName, PackError):
        return ()  # the pack was removed since; the foot names it, pages that need it say so
