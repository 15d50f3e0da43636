"""All claims of a ledger as columns of numbers, in canonical order: what filters and counts run on.

A million claims are some fifty megabytes, and any filter with all its facets takes milliseconds.
The columns are worked out after linking, kept in the ledger for the revision that they stand for,
and held by a process until the ledger changes. A ledger that changed since is worked out anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from sqlalchemy import select

from contested.assessment.observations import ordinal
from contested.model import Relation, Verification
from contested.questions.arrays import Bits, Flags, Ids, Ints, as_ids, coded, pack, unpack
from contested.questions.status_bits import documents_of, status_bits
from contested.store import rows, tables
from contested.store.view import View

NAME = "columns-2"
"""Under which the columns lie in the ledger; another number for another form."""
HELD = 3
"""Ledgers, or states of one, whose columns a process holds at a time."""
RELATIONS = list(Relation)
VERIFICATIONS = list(Verification)


@dataclass(frozen=True, slots=True)
class Columns:
    """One row a claim, by publication, report and position; undated ones first, their day is 0."""

    ids: Ids
    day: Ints  # of publication, as an ordinal
    document: Ints  # number in document_ids, in the same order
    source: Ints  # number in sources
    outlet: Ints
    verification: Ints
    origin: Ints  # number in origin_ids
    status: Bits  # one bit a Standing
    text_row: Ints  # row in the index over words
    bears_on_control: Flags
    document_ids: Ids
    document_day: Ints
    document_outlet: Ints
    document_packs: Ints
    origin_ids: Ids
    origin_documents: Ints  # how many reports carry it
    by_id: Ints  # rows in the order of their ids
    sorted_ids: Ids  # the ids in that order; made anew when read
    sources: list[tuple[str, str, str]]  # name, kind, party
    outlets: list[str]
    packs: list[list[str]]
    types: list[str]
    type_claim: Ints  # pairs of claim and type, each once
    type_code: Ints
    places: list[str]
    place_start: Ints  # the claims of place p are place_claim[place_start[p]:place_start[p + 1]]
    place_claim: Ints
    link_a: Ints
    link_b: Ints
    link_relation: Ints

    def rows_of(self, claim_ids: Sequence[str]) -> dict[str, int]:
        """Return the row of each claim that is there."""
        if not claim_ids or not len(self.ids):
            return {}
        wanted = as_ids(claim_ids)
        at = np.minimum(np.searchsorted(self.sorted_ids, wanted), len(self.ids) - 1)
        rows, found = self.by_id[at], self.sorted_ids[at] == wanted
        return {name: int(row) for name, row, here in zip(claim_ids, rows, found, strict=True) if here}

    def at_place(self, place_id: str) -> Ints:
        """Return the numbers of the claims about a place, in order."""
        code = int(np.searchsorted(np.array(self.places), place_id)) if self.places else 0
        if code >= len(self.places) or self.places[code] != place_id:
            return np.zeros(0, np.int32)
        return self.place_claim[self.place_start[code] : self.place_start[code + 1]]


_held: OrderedDict[tuple[str, str], Columns] = OrderedDict()


def columns(view: View) -> Columns:
    """Return the columns of a ledger as it stands now."""
    revision = view.revision
    key = (view.url, revision)
    if key not in _held:
        _held[key] = _kept(view, revision) or build(view)
        while len(_held) > HELD:
            _held.popitem(last=False)
    _held.move_to_end(key)
    return _held[key]


def _kept(view: View, revision: str) -> Columns | None:
    kept = view.material(NAME)
    return decode(kept[1]) if kept is not None and kept[0] == revision else None


def encode(found: Columns) -> bytes:
    """Return the columns as they lie in the ledger."""
    return pack({field.name: getattr(found, field.name) for field in fields(found) if field.name != "sorted_ids"})


def decode(data: bytes) -> Columns:
    """Return the columns that `encode` wrote."""
    values = unpack(data)
    values["sources"] = [tuple(each) for each in values["sources"]]
    return Columns(**values, sorted_ids=values["ids"][values["by_id"]])


def build(view: View) -> Columns:
    """Work the columns out, from the tables."""
    made = _of_documents(view) | _of_claims(view)
    number = {name: row for row, name in enumerate(made.pop("names"))}
    made |= (
        _of_origins(view, list(number)) | _of_types(view, number) | _of_places(view, number) | _of_links(view, number)
    )
    made["bears_on_control"] = _bearing(view, number)
    bits = status_bits(
        made["source"], made["sources"], made["document"], made["verification"], made["origin"],
        (made["link_a"], made["link_b"], made["link_relation"]),
    )  # fmt: skip
    made["origin_documents"] = documents_of(made["origin"], made["document"])
    made["by_id"] = np.argsort(made["ids"], kind="stable").astype(np.int32)
    return Columns(**made, status=bits, sorted_ids=made["ids"][made["by_id"]])


def _of_documents(view: View) -> dict[str, Any]:
    table = tables.documents
    found = view.run(select(table.c.id, table.c.published, table.c.outlet, table.c.packs))
    ordered = sorted((row.published or "", row.id, row.outlet, row.packs) for row in found)
    outlet, outlets = coded([row[2] for row in ordered])
    packs, pack_texts = coded([row[3] for row in ordered])
    return {
        "document_ids": as_ids([row[1] for row in ordered]),
        "document_day": _days([row[0] for row in ordered]),
        "document_outlet": outlet,
        "outlets": outlets,
        "document_packs": packs,
        "packs": [rows.decode(text, list[str]) for text in pack_texts],
    }


def _days(published: list[str]) -> Ints:
    known: dict[str, int] = {}
    for each in published:
        if each[:10] not in known:
            known[each[:10]] = ordinal(each) or 0
    return np.fromiter((known[each[:10]] for each in published), np.int32, len(published))


def _of_claims(view: View) -> dict[str, Any]:
    """Return the claims' own columns, and `names`, their ids as text."""
    claims, numbers, documents = tables.claims, tables.claim_numbers, tables.documents
    query = select(
        documents.c.published, claims.c.document, claims.c.start, claims.c.id, claims.c.source, claims.c.source_kind,
        claims.c.party, claims.c.verification, numbers.c.number, documents.c.outlet,
    )  # fmt: skip
    joined = query.join(documents, documents.c.id == claims.c.document).join(numbers, numbers.c.claim == claims.c.id)
    found = sorted((row[0] or "", *row[1:]) for row in (tuple(row) for row in view.run(joined)))
    source, sources = coded([row[4:7] for row in found])
    outlet, _ = coded([row[9] for row in found])
    order = {name: number for number, name in enumerate(dict.fromkeys(row[1] for row in found))}
    verifications = {each.value: number for number, each in enumerate(VERIFICATIONS)}
    return {
        "names": [row[3] for row in found],
        "ids": as_ids([row[3] for row in found]),
        "day": _days([row[0] for row in found]),
        "document": np.fromiter((order[row[1]] for row in found), np.int32, len(found)),
        "source": source,
        "sources": sources,
        "outlet": outlet,
        "verification": np.fromiter((verifications[row[7]] for row in found), np.int32, len(found)),
        "text_row": np.fromiter((row[8] for row in found), np.int32, len(found)),
    }


def _of_origins(view: View, names: list[str]) -> dict[str, Any]:
    """Return each claim's origin; a claim that was not linked yet is its own."""
    of_claim = dict(view.run(select(tables.claim_origins.c.claim, tables.claim_origins.c.origin)))
    origin, ids = coded([of_claim.get(name, name) for name in names])
    return {"origin": origin, "origin_ids": as_ids(ids)}


def _of_types(view: View, number: dict[str, int]) -> dict[str, Any]:
    found = view.run(select(tables.events.c.claim, tables.events.c.type).distinct())
    code, types = coded([row[1] for row in found])
    claim = np.fromiter((number[row[0]] for row in found), np.int32, len(found))
    order = np.lexsort((code, claim))
    return {"types": types, "type_claim": claim[order], "type_code": code[order]}


def _of_places(view: View, number: dict[str, int]) -> dict[str, Any]:
    found = view.run(select(tables.claim_places.c.claim, tables.claim_places.c.place_id))
    code, places = coded([row[1] for row in found])
    claim = np.fromiter((number[row[0]] for row in found), np.int32, len(found))
    order = np.lexsort((claim, code))
    starts = np.searchsorted(code[order], np.arange(len(places) + 1)).astype(np.int32)
    return {"places": places, "place_start": starts, "place_claim": claim[order]}


def _of_links(view: View, number: dict[str, int]) -> dict[str, Any]:
    links, codes = tables.links, {each.value: code for code, each in enumerate(RELATIONS)}
    found = [
        row for row in view.run(select(links.c.a, links.c.b, links.c.relation)) if row[0] in number and row[1] in number
    ]
    return {
        "link_a": np.fromiter((number[row[0]] for row in found), np.int32, len(found)),
        "link_b": np.fromiter((number[row[1]] for row in found), np.int32, len(found)),
        "link_relation": np.fromiter((codes[row[2]] for row in found), np.int32, len(found)),
    }


def _bearing(view: View, number: dict[str, int]) -> Flags:
    """Return which claims have an event that bears on control, as the encoded record says."""
    events = tables.events
    flags = np.zeros(len(number), bool)
    found = view.run(select(events.c.claim).where(events.c.record.like('%"control":{%')).distinct())
    flags[[number[row[0]] for row in found]] = True
    return flags
