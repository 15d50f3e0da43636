"""Retractions: what a source takes back, found in the reports that carried it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.links.facts import is_retraction
from contested.links.matters import same_matter
from contested.links.voices import same_voice
from contested.links.words import overlap
from contested.model import LedgerEntry, Link, Relation

ALIKE = 0.5


def retractions(later: Sequence[LedgerEntry], earlier: Sequence[LedgerEntry]) -> Iterator[Link]:
    """Yield a `retracts` link from each retraction to the same source's earlier claim of that content."""
    for a in later:
        if not is_retraction(a):
            continue
        taken_back = [a, *(e for e in later if _inside(e, a))]
        for b in earlier:
            if same_voice(a, b) and any(_is_about(e, b) for e in taken_back):
                reason = "the same source takes it back"
                yield Link(a=a.claim.id, b=b.claim.id, relation=Relation.RETRACTS, score=0.85, reason=reason)


def _is_about(taken_back: LedgerEntry, b: LedgerEntry) -> bool:
    return same_matter(taken_back, b) or overlap(taken_back.content_words, b.content_words) >= ALIKE


def taken_back(entries: Sequence[LedgerEntry]) -> frozenset[str]:
    """Return the claims that stand inside a retraction: their source no longer makes them."""
    outer = [entry for entry in entries if is_retraction(entry)]
    return frozenset(entry.claim.id for entry in entries if any(_inside(entry, each) for each in outer))


def _inside(entry: LedgerEntry, outer: LedgerEntry) -> bool:
    """Whether a claim stands inside another, by its parent or by its words."""
    claim, around = entry.claim, outer.claim
    if claim.id == around.id:
        return False
    return claim.parent == around.id or (
        entry.document.id == outer.document.id and around.start <= claim.start and claim.end <= around.end
    )
