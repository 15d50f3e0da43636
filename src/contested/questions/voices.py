"""What the claims of a war say of each voice, as known on a day: kept in the ledger, held, or learned anew."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import numpy as np
from sqlalchemy import select

from contested.assessment.health import collection_health
from contested.assessment.observations import ordinal
from contested.assessment.reliability import Reliability, learn
from contested.model import DocumentHead
from contested.questions import reliability_kept
from contested.questions.arrays import as_text
from contested.questions.columns import columns
from contested.questions.ground import ground_held
from contested.questions.past import is_now
from contested.store import rows, tables
from contested.store.reader import chunks
from contested.store.view import View

HELD = 400
"""Days and wars of which a process holds the voices' records, or the notes on the collection."""
_kept: OrderedDict[tuple[str, str], reliability_kept.Kept] = OrderedDict()
_learned: OrderedDict[tuple[object, ...], Reliability] = OrderedDict()
_notes: OrderedDict[tuple[object, ...], tuple[str, ...]] = OrderedDict()


def reliability(view: View, parties: tuple[str, ...], known_on: str | None, until: str | None = None) -> Reliability:
    """Return the voices' records as known on a day (default: now).

    With `until` they are learned from what was published until that day, seen with the origins
    and links of `known_on`.
    """
    day = None if is_now(view, known_on) else known_on
    last = until if until is not None and not is_now(view, until) else None
    found = _from_ledger(view).records.get(day or "", {}).get(parties) if last is None else None
    key = (view.url, view.revision, parties, day, last)
    if found is None and key not in _learned:
        evidence, whole = ground_held(view, day).war(parties)
        _learned[key] = whole if last is None else learn(evidence.known_on(last).observations, parties)
        _shorten(_learned)
    return found or _learned[key]


def _from_ledger(view: View) -> reliability_kept.Kept:
    key = (view.url, view.revision)
    if key not in _kept:
        kept = view.material(reliability_kept.NAME)
        stands = kept is not None and kept[0] == key[1]
        _kept[key] = reliability_kept.decode(kept[1]) if kept is not None and stands else reliability_kept.Kept()
        while len(_kept) > 3:
            _kept.popitem(last=False)
    return _kept[key]


def notes(view: View, packs: tuple[str, ...], known_on: str | None, day: str) -> tuple[str, ...]:
    """Return what is to be said of the collection with each conclusion about a war: outlets that fell silent."""
    key = (view.url, view.revision, packs, known_on, day)
    if key not in _notes:
        found = _from_ledger(view).notes.get((packs, day)) if known_on is None or is_now(view, known_on) else None
        _notes[key] = found if found is not None else collection_health(heads(view, packs, known_on), day).notes()
        _shorten(_notes)
    return _notes[key]


def heads(view: View, packs: tuple[str, ...], known_on: str | None) -> list[DocumentHead]:
    """Return the reports of a war that hold claims: those that share a pack, or all where there is none."""
    c = columns(view)
    about = np.array([not packs or bool(set(each) & set(packs)) for each in c.packs], bool)
    kept = about[c.document_packs] if len(c.packs) else np.zeros(0, bool)
    kept[np.setdiff1d(np.arange(len(kept)), c.document)] = False
    if known_on is not None:
        kept &= (c.document_day > 0) & (c.document_day <= (ordinal(known_on) or 0))
    documents = tables.documents
    found = [
        row.head
        for ids in chunks(as_text(c.document_ids[kept]))
        for row in view.run(select(documents.c.head).where(documents.c.id.in_(ids)))
    ]
    return [rows.decode(head, DocumentHead) for head in found]


def _shorten(held: OrderedDict[Any, Any]) -> None:
    while len(held) > HELD:
        held.popitem(last=False)
