"""Claims with what stands around them in the ledger: their links, the claims at the other ends, their origins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from contested.model import LedgerEntry, Link, Origin
from contested.questions.known import Known
from contested.store import rows, tables
from contested.store.reader import chunks
from contested.store.view import View
from contested.web.addresses import Clocks
from contested.web.cards import Around
from contested.web.frame import newest_day


def around(
    view: View, entries: Sequence[LedgerEntry], parties: Iterable[str] = (), known_on: str | None = None
) -> Around:
    """Return what is needed for the cards of these claims, as known on a day (default: now).

    Without `parties` the sides are those of the packs of the claims, in pack order.
    """
    known = Known(view, known_on)
    ids = {entry.claim.id for entry in entries}
    links, origins = _now(view, ids) if known_on is None else _then(known, ids)
    ends = {end for link in links for end in (link.a, link.b)} - ids
    copies = {claim for origin in origins for claim in origin.claims} - ids - ends
    others = list(view.entries(claim_ids=sorted(ends | copies)))
    return Around([*entries, *others], links, origins, tuple(parties) or known.parties(entries)[1])


def past(view: View, clocks: Clocks) -> str | None:
    """Return what was known where that is less than what is known now; None for now."""
    newest = newest_day(view)
    return clocks.known_on if newest is not None and clocks.known_on < newest else None


def _now(view: View, ids: Iterable[str]) -> tuple[list[Link], list[Origin]]:
    """Return links and origins of some claims, with the origins of the claims that those links lead to."""
    links = view.links(sorted(ids))
    wanted = {*ids, *(end for link in links for end in (link.a, link.b))}
    of_claim, origins = tables.claim_origins, tables.origins
    found = {}
    for part in chunks(sorted(wanted)):
        named = select(of_claim.c.origin).where(of_claim.c.claim.in_(part))
        for row in view.run(select(origins.c.id, origins.c.record).where(origins.c.id.in_(named))):
            found[row.id] = rows.decode(row.record, Origin)
    return links, [found[name] for name in sorted(found)]


def _then(known: Known, ids: set[str]) -> tuple[list[Link], list[Origin]]:
    links = [link for link in known.links if link.a in ids or link.b in ids]
    wanted = ids | {end for link in links for end in (link.a, link.b)}
    return links, [origin for origin in known.origins if wanted & set(origin.claims)]
