"""What was known on an earlier day: which claims, of which origins, linked how.

Links and bonds hang on the two reports that they join, so leaving out what came later leaves the
others as they are. An origin changes only where it lost a claim: those few are put together anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from sqlalchemy import func, select

from contested.assessment.observations import ordinal
from contested.links import Bond, assemble
from contested.links.judged import apply, judged
from contested.model import Decision, Judgement, Link, Origin
from contested.questions.arrays import Flags, Ids, Ints, as_ids, as_text
from contested.questions.columns import RELATIONS, Columns, columns
from contested.questions.status_bits import documents_of, status_bits
from contested.store import tables
from contested.store.linking import linked_as_known
from contested.store.reader import chunks
from contested.store.view import View, link

HELD = 6
"""Earlier days whose columns a process holds at a time."""
_held: OrderedDict[tuple[str, str, str], tuple[Columns, Flags]] = OrderedDict()


def newest_day(view: View) -> str:
    """Return the day of the newest report, "" where none is dated."""
    newest = view.run(select(func.max(tables.documents.c.published)))[0][0]
    return (newest or "")[:10]


def is_now(view: View, known_on: str | None) -> bool:
    """Return whether all reports were known on a day; one without a date is known to nobody before now."""
    if known_on is None:
        return True
    undated = select(tables.documents.c.id).where(tables.documents.c.published.is_(None)).limit(1)
    return newest_day(view) <= known_on[:10] and not view.run(undated)


def columns_known(view: View, known_on: str | None) -> tuple[Columns, Flags]:
    """Return the columns as of a day, and which of their rows were known then; an undated claim never was."""
    now = columns(view)
    if known_on is None:
        return now, np.ones(len(now.day), bool)
    known = (now.day > 0) & (now.day <= (ordinal(known_on) or 0))
    if is_now(view, known_on):
        return now, known
    key = (view.url, view.revision, known_on[:10])
    if key not in _held:
        _held[key] = (_as_known(view, now, known, known_on), known)
        while len(_held) > HELD:
            _held.popitem(last=False)
    return _held[key]


def _as_known(view: View, now: Columns, known: Flags, known_on: str) -> Columns:
    """Return the columns with origins, links and statuses as they were; rows not known keep what they have."""
    judgements = view.judgements()
    origin, ids = _origins(view, now, known, judgements, known_on)
    links = known[now.link_a] & known[now.link_b]
    ends = (now.link_a[links], now.link_b[links], now.link_relation[links])
    if any(judgement.when[:10] > known_on[:10] for judgement in judgements):
        ends = _numbered(now, links_known(view, None, known_on))
    bits = status_bits(now.source, now.sources, now.document, now.verification, origin, ends, known)
    return replace(
        now, origin=origin, origin_ids=ids, origin_documents=documents_of(origin, now.document, known), status=bits,
        link_a=ends[0], link_b=ends[1], link_relation=ends[2],
    )  # fmt: skip


def _numbered(now: Columns, links: Sequence[Link]) -> tuple[Ints, Ints, Ints]:
    number = {name: row for row, name in enumerate(as_text(now.ids))}
    kept = [each for each in links if each.a in number and each.b in number]
    return (
        np.array([number[each.a] for each in kept], np.int32),
        np.array([number[each.b] for each in kept], np.int32),
        np.array([RELATIONS.index(each.relation) for each in kept], np.int32),
    )


def _origins(
    view: View, now: Columns, known: Flags, judgements: Sequence[Judgement], known_on: str
) -> tuple[Ints, Ids]:
    """Return each claim's origin as it was, and the ids of all origins."""
    whole = any(j.decision in (Decision.SAME_ORIGIN, Decision.NOT_SAME_ORIGIN) for j in judgements)
    if whole:  # a person's word may join or part any two: put all together anew
        touched = known.copy()
        made = linked_as_known(view, list(view.entries(until=known_on)), known_on).origins
    else:
        partly = np.zeros(len(now.origin_ids), bool)
        partly[now.origin[~known]] = True
        touched = known & partly[now.origin]
        made = _put_together(view, as_text(now.ids[touched]))
    number = dict(zip(as_text(now.ids[touched]), np.flatnonzero(touched).tolist(), strict=True))
    origin = now.origin.copy()
    for code, each in enumerate(made, start=len(now.origin_ids)):
        origin[[number[claim] for claim in each.claims if claim in number]] = code
    return origin, as_ids([*as_text(now.origin_ids), *(each.id for each in made)])


def _put_together(view: View, claims: Sequence[str]) -> tuple[Origin, ...]:
    """Return the origins of some claims, from the bonds between them."""
    bonds = tables.bonds
    among = set(claims)
    found = [
        Bond(row.a, row.b, row.score, row.reason)
        for part in chunks(claims)
        for row in view.run(select(bonds).where(bonds.c.a.in_(part)))
        if row.b in among
    ]
    return assemble(list(view.entries(claim_ids=claims)), (), found).origins


def links_known(view: View, claim_ids: Sequence[str] | None, known_on: str | None) -> list[Link]:
    """Return the links, or those that touch any of these claims, as people had judged them by a day.

    The other end may be a claim of a later report: the caller knows which claims it wants.
    """
    if known_on is None or is_now(view, known_on) or not view.judgements():
        return view.links(claim_ids)
    found = tables.found_links
    query = select(found)
    if claim_ids is None:
        got = view.run(query)
    else:
        got = [row for ids in chunks(sorted(set(claim_ids)))
               for row in view.run(query.where(found.c.a.in_(ids) | found.c.b.in_(ids)))]  # fmt: skip
    made = judged([each for each in view.judgements() if each.when[:10] <= known_on[:10]])
    kept = apply([link(row) for row in got], made)
    wanted = None if claim_ids is None else set(claim_ids)
    return [each for each in kept if wanted is None or each.a in wanted or each.b in wanted]


def origins_known(view: View, claim_ids: Sequence[str], known_on: str | None) -> dict[str, Origin]:
    """Return the origin of each claim as known on a day (default: now), with all its claims and reports."""
    if is_now(view, known_on):
        return view.origins_of(claim_ids)
    c, known = columns_known(view, known_on)
    rows = c.rows_of(claim_ids)
    wanted = np.zeros(len(c.origin_ids), bool)
    wanted[c.origin[list(rows.values())]] = True
    members: dict[int, list[int]] = {}
    for row in np.flatnonzero(known & wanted[c.origin]).tolist():
        members.setdefault(int(c.origin[row]), []).append(row)
    made = {code: _origin(c, code, its) for code, its in members.items()}
    return {name: made[int(c.origin[row])] for name, row in rows.items() if int(c.origin[row]) in made}


def _origin(c: Columns, code: int, rows: Sequence[int]) -> Origin:
    documents = list(dict.fromkeys(c.document[list(rows)].tolist()))
    return Origin(
        id=as_text(c.origin_ids[code : code + 1])[0],
        documents=tuple(as_text(c.document_ids[documents])),
        claims=tuple(as_text(c.ids[list(rows)])),
    )
