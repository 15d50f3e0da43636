"""Occasions: which claims go back to one act of saying.

In one report: all that one voice says in it. Between reports: claims that stand in the same words
in a copy; a voice that says the same thing on the same day; quoted words; one film or picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from contested.links.copies import Likeness
from contested.links.facts import day_number
from contested.links.matters import carries_over, same_matter, says_same
from contested.links.voices import is_named, one_side_speaking, same_voice, voice
from contested.links.words import content_words, figures, overlap
from contested.model import ActorKind, LedgerEntry

SAME_WORDS = 0.8  # of the shorter statement's distinctive weight
ALIKE_WORDS = 0.55  # the same where copy, voice or matter already speak for it
CARRIED = "carried over"
"""How the reason of a bond between copies begins."""
LONG_ENOUGH = 25
"""Characters below which shared words prove nothing: "said on Monday"."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two claims that go back to one act of saying."""

    a: str
    b: str
    score: float
    reason: str


def bonds_within(entries: Sequence[LedgerEntry]) -> list[Bond]:
    """Return the bonds inside one report: what one voice says in it, chained in text order."""
    by_voice: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: (e.claim.start, e.claim.end, e.claim.id)):
        by_voice[_voice_here(entry)].append(entry)
    return [
        Bond(one.claim.id, other.claim.id, 0.9, "the same voice in the same report")
        for said in by_voice.values()
        for one, other in pairwise(said)
    ]


def _voice_here(entry: LedgerEntry) -> str:
    """Return who speaks, as far as one report can tell voices apart."""
    source = entry.claim.source
    if source.own_voice:
        return "own"
    return voice(source) or f"words:{source.name.casefold()}:{source.text.casefold()}"


def bonds_between(ours: Sequence[LedgerEntry], theirs: Sequence[LedgerEntry], likeness: Likeness | None) -> list[Bond]:
    """Return the bonds between the claims of two reports."""
    return [bond for a in ours for b in theirs if (bond := _bond(a, b, likeness)) is not None]


def _bond(a: LedgerEntry, b: LedgerEntry, likeness: Likeness | None) -> Bond | None:
    if likeness is not None:
        bond = _copied(a, b, likeness)
        if bond is not None:
            return bond
    days = _days_apart(a, b)
    if days is None or days > 1:
        return None
    if same_voice(a, b) and not (a.claim.source.own_voice and b.claim.source.own_voice):
        return _same_saying(a, b, days)
    if one_side_speaking(a.claim.source, b.claim.source) and says_same(a, b) and same_matter(a, b):
        return Bond(a.claim.id, b.claim.id, 0.65, "a side's claim, once by name and once as the side's")
    if a.claim.source.kind is ActorKind.EVIDENCE and b.claim.source.kind is ActorKind.EVIDENCE:
        return _same_film(a, b)
    return None


def _copied(a: LedgerEntry, b: LedgerEntry, likeness: Likeness) -> Bond | None:
    if min(len(a.words), len(b.words)) < LONG_ENOUGH or _one_is_other(a, b):
        return None
    needed = ALIKE_WORDS if likeness.copy else SAME_WORDS
    if overlap(a.words, b.words) < needed:
        return None
    if not (says_same(a, b) or (likeness.copy and carries_over(a, b))):
        return None
    return Bond(a.claim.id, b.claim.id, round(likeness.score, 2), f"{CARRIED}: {likeness.reason}")


def _one_is_other(a: LedgerEntry, b: LedgerEntry) -> bool:
    """Whether two known, different voices speak: one dispatch can quote both sides."""
    one, other = voice(a.claim.source), voice(b.claim.source)
    if a.claim.source.own_voice != b.claim.source.own_voice:
        return one is not None or other is not None
    if one is not None and other is not None:
        return one != other
    ours, theirs = set(content_words(a.claim.source.text)), set(content_words(b.claim.source.text))
    return bool(ours) and bool(theirs) and not ours & theirs


def _days_apart(a: LedgerEntry, b: LedgerEntry) -> int | None:
    one, other = day_number(a.document.published), day_number(b.document.published)
    return None if one is None or other is None else abs(one - other)


def _same_saying(a: LedgerEntry, b: LedgerEntry, days: int) -> Bond | None:
    """One voice: a name on one day is one occasion; else the same words or matter must show it."""
    if days == 0 and is_named(a.claim.source):
        return Bond(a.claim.id, b.claim.id, 0.7, "the same named voice on the same day")
    if _figures_differ(a, b):
        return None
    alike = overlap(a.content_words, b.content_words)
    long_enough = min(len(a.content_words), len(b.content_words)) >= LONG_ENOUGH
    if alike >= SAME_WORDS and long_enough and says_same(a, b):
        return Bond(a.claim.id, b.claim.id, round(alike, 2), "the same voice in the same words")
    if days == 0 and (alike >= ALIKE_WORDS or same_matter(a, b)):
        return Bond(a.claim.id, b.claim.id, 0.75, "the same voice on the same matter on the same day")
    return None


def _same_film(a: LedgerEntry, b: LedgerEntry) -> Bond | None:
    if a.claim.evidence and b.claim.evidence and not set(a.claim.evidence) & set(b.claim.evidence):
        return None
    if same_matter(a, b) and overlap(a.content_words, b.content_words) >= ALIKE_WORDS:
        return Bond(a.claim.id, b.claim.id, 0.6, "a film or picture of the same matter on the same days")
    return None


def _figures_differ(a: LedgerEntry, b: LedgerEntry) -> bool:
    """Daily bulletins repeat their wording and change their figures."""
    one, other = figures(a.content_words), figures(b.content_words)
    return bool(one) and bool(other) and not one & other
