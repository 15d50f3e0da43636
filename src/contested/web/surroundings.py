"""Claims with what stands around them in the ledger: their links, the claims at the other ends, their origins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contested.model import LedgerEntry
from contested.questions.known import Known
from contested.store.view import View
from contested.web.cards import Around


def around(
    view: View, entries: Sequence[LedgerEntry], parties: Iterable[str] = (), known_on: str | None = None
) -> Around:
    """Return what is needed for the cards of these claims, as known on a day (default: now).

    Without `parties` the sides are those of the packs of the claims, in pack order.
    """
    known = Known(view, known_on)
    ids = {entry.claim.id for entry in entries}
    links = view.links(sorted(ids)) if known_on is None else [k for k in known.links if k.a in ids or k.b in ids]
    ends = {end for link in links for end in (link.a, link.b)} - ids
    origins = [origin for origin in known.origins if ids & set(origin.claims)]
    copies = {claim for origin in origins for claim in origin.claims} - ids - ends
    others = list(view.entries(claim_ids=sorted(ends | copies)))
    sides = tuple(parties) or known.parties(entries)[1]
    return Around([*entries, *others], links, origins, sides)
