"""Citations: a claim that says where it has it from points at that report's own claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.links.matters import same_matter
from contested.links.words import overlap
from contested.model import UNKNOWN, LedgerEntry, Link, Relation

ALIKE = 0.5
NOBODY = {UNKNOWN, ""}


def citations(
    later: Sequence[LedgerEntry], earlier: Sequence[LedgerEntry], bonded: set[tuple[str, str]]
) -> Iterator[Link]:
    """Yield a `cites` link from each claim that names the earlier report's outlet as where it has it from."""
    for a in later:
        named = {source.name.casefold() for source in (a.claim.source, *a.claim.chain) if not source.own_voice} - NOBODY
        for b in earlier:
            if b.document.outlet.casefold() not in named or (a.claim.id, b.claim.id) in bonded:
                continue
            if same_matter(a, b) or overlap(a.content_words, b.content_words) >= ALIKE:
                yield Link(
                    a=a.claim.id,
                    b=b.claim.id,
                    relation=Relation.CITES,
                    score=0.8,
                    reason=f"names {b.document.outlet} as its source",
                )
