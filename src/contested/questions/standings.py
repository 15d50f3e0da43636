"""How some claims stand, one by one: their origins, copies and statuses, with the claims that make them so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contested.model import Link
from contested.questions.arrays import as_text
from contested.questions.columns import VERIFICATIONS, Columns
from contested.questions.past import columns_known, links_known
from contested.questions.statuses import Status, Voice, statuses_of
from contested.store.view import View


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """A claim's origin, how many further reports carry it, its statuses, and the links that touch it."""

    claim: str
    origin: str
    copies: int
    statuses: tuple[Status, ...]
    links: tuple[Link, ...]


def standings(view: View, claim_ids: Sequence[str], known_on: str | None = None) -> dict[str, ClaimStanding]:
    """Return how claims stood on a day (default: now); those that were not known then are left out."""
    c, known = columns_known(view, known_on)
    rows = {name: row for name, row in c.rows_of(claim_ids).items() if known[row]}
    links = links_known(view, list(rows), known_on)
    others = c.rows_of([end for link in links for end in (link.a, link.b)])
    voices = {name: _voice(c, row) for name, row in (others | rows).items() if known[row]}
    kept = [link for link in links if link.a in voices and link.b in voices]
    statuses = statuses_of(list(rows), voices, kept)
    touching = _touching(kept)
    return {
        name: ClaimStanding(name, voices[name].origin, _copies(c, row), statuses[name], tuple(touching.get(name, ())))
        for name, row in rows.items()
    }


def _voice(c: Columns, row: int) -> Voice:
    name, _, party = c.sources[c.source[row]]
    return Voice(
        name=name, party=party, origin=as_text(c.origin_ids[c.origin[row] : c.origin[row] + 1])[0],
        verification=VERIFICATIONS[c.verification[row]], copied=_copies(c, row) > 0,
    )  # fmt: skip


def _copies(c: Columns, row: int) -> int:
    return max(int(c.origin_documents[c.origin[row]]) - 1, 0)


def _touching(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.a, []).append(link)
        if link.b != link.a:
            found.setdefault(link.b, []).append(link)
    return found
