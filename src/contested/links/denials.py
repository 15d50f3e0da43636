"""Denials: to exactly what a denial answers, inside one report.

First the claim that the denial names ("denied Russian claims of an encirclement": a claim inside
the denial's own content); then, where it only points ("denied the allegations", "this is not
true"), the nearest claims of another voice, those of the other side before all.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from contested.lexicons import load
from contested.links.facts import is_denial
from contested.links.voices import opposed, same_voice, voice
from contested.links.words import content_words, overlap, tokens
from contested.model import UNKNOWN, CueClass, LedgerEntry, Link, Relation

REACH_BACK = 900
"""Characters before a pointing denial in which its claim is looked for: about two paragraphs."""
REACH_ON = 400
"""The same after it ("Kyiv denied the reports. Moscow had said ...")."""
TOGETHER = 60
"""Claims that begin or end this near to the denied one, about one sentence, are denied with it."""
SHARED, REPEATED = 3, 0.6
"""Words, and share of the shorter statement's weight, by which a denial repeats what it denies."""
ASKING = frozenset({CueClass.ORDER, CueClass.PROMISE, CueClass.QUESTION})
SHORT = 14
"""Words beyond which a statement with "no such" in it says something of its own."""


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    data = load("link_denials")
    return frozenset(data["general"]), frozenset(data["around"]), tuple(data["phrases"])


def denials_within(entries: Sequence[LedgerEntry]) -> list[Link]:
    """Return the `denies` links inside one report that do not need events to be seen."""
    ordered = sorted(entries, key=lambda entry: (entry.claim.start, entry.claim.end, entry.claim.id))
    links: list[Link] = []
    for entry in ordered:
        if not denies_something(entry):
            continue
        inside = [other for other in ordered if other.claim.parent == entry.claim.id and _another(entry, other)]
        named = [other for other in inside if not _asks(other) and not _beside(other)]
        if inside:
            links.extend(_link(entry, other, 0.95, "the denial names this claim") for other in named)
        elif points(entry):
            links.extend(
                _link(entry, other, 0.75, "the denial points to a claim, and this is the nearest of another voice")
                for other in in_reach(entry, ordered)
            )
    return links


def denies_something(entry: LedgerEntry) -> bool:
    """Whether a claim denies, by its cue or by a whole answer that does."""
    return is_denial(entry) or answers_no(entry)


def answers_no(entry: LedgerEntry) -> bool:
    """Whether a claim's words deny without a verb of denial: "This does not correspond to reality"."""
    said = tokens(entry.content_words)
    general, _, phrases = _lexicon()
    if len(said) > SHORT:
        return False
    untrue = any(word in load("link_denials")["untrue"] for word in said)
    return any(phrase in " ".join(said) for phrase in phrases) or (untrue and any(word in general for word in said))


def denied_in_words(denial: LedgerEntry, other: LedgerEntry) -> Link | None:
    """Return that a denial repeats what another voice claims, where no event was read in one of the two."""
    if not is_denial(denial) or denies_something(other) or not _another(denial, other) or _one_side(denial, other):
        return None
    if (denial.events and other.events) or _carries(other, denial):
        return None
    words = set(content_words(denial.content_words)) & set(content_words(other.content_words))
    if len(words) < SHARED or overlap(denial.content_words, other.content_words) < REPEATED:
        return None
    return _link(denial, other, 0.6, "denies in the words of the claim")


def _carries(other: LedgerEntry, denial: LedgerEntry) -> bool:
    """Whether a claim holds the denial itself: "has acknowledged none and dismisses the report as biased"."""
    cue = denial.claim.cue
    if cue is None:
        return False
    start = cue.start - denial.claim.start
    verb = tokens(denial.words[max(start, 0) : max(start + cue.end - cue.start, 0)])
    return bool(verb) and set(verb) <= set(tokens(other.words))


def points(entry: LedgerEntry) -> bool:
    """Whether a denial only points to what it denies: "the allegations", "this", "any role in it"."""
    if answers_no(entry):
        return True
    general, around, _ = _lexicon()
    words = tokens(entry.content_words)
    if not any(word in general for word in words):
        return not words
    others = [word for word in words if word not in general and word not in around]
    return len(others) <= 1


def in_reach(denial: LedgerEntry, ordered: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    """Return the claims that a pointing denial answers: nearest before it, else nearest after."""
    candidates = [entry for entry in ordered if _another(denial, entry) and not _nested(denial, entry)]
    candidates = [entry for entry in candidates if not entry.claim.source.own_voice and not denies_something(entry)]
    told = [e for e in candidates if e.events or _accuses(e)]
    candidates = told or [e for e in candidates if opposed(denial, e)]
    before = [e for e in candidates if 0 <= denial.claim.start - e.claim.start <= REACH_BACK]
    after = [e for e in candidates if 0 < e.claim.start - denial.claim.start <= REACH_ON]
    for group in (before, after):
        chosen = [e for e in group if opposed(denial, e)] or [e for e in group if not _one_side(denial, e)]
        if chosen:
            nearest = min(chosen, key=lambda e: (_distance(denial, e), e.claim.id))
            return [e for e in group if e is nearest or _goes_with(nearest, e)]
    return []


def _accuses(entry: LedgerEntry) -> bool:
    return entry.claim.cue is not None and entry.claim.cue.cue_class is CueClass.ACCUSE


def _goes_with(nearest: LedgerEntry, other: LedgerEntry) -> bool:
    one, two = voice(nearest.claim.source), voice(other.claim.source)
    gap = max(nearest.claim.start, other.claim.start) - min(nearest.claim.end, other.claim.end)
    return gap <= TOGETHER and (one == two or other.claim.source.name == UNKNOWN)


def _asks(entry: LedgerEntry) -> bool:
    """Whether a claim asks or offers: who rejects a plea refuses, and denies nothing."""
    return entry.claim.cue is not None and entry.claim.cue.cue_class in ASKING


def _beside(entry: LedgerEntry) -> bool:
    """Whether a claim only describes something inside a denial: "denied using shells which doctors say burn"."""
    return next(iter(tokens(entry.words)), "") in load("link_denials")["relative"]


def _another(entry: LedgerEntry, other: LedgerEntry) -> bool:
    """Whether another voice speaks; within one report two sources of one name are one."""
    if other is entry or same_voice(entry, other):
        return False
    one, two = entry.claim.source, other.claim.source
    alike = one.name.casefold() == two.name.casefold() != UNKNOWN and not one.own_voice
    return not (alike and entry.document.id == other.document.id)


def _nested(denial: LedgerEntry, other: LedgerEntry) -> bool:
    """Whether the other stands around the denial: "Moscow said Kyiv denied ..." is no target."""
    return denial.claim.parent == other.claim.id


def _one_side(a: LedgerEntry, b: LedgerEntry) -> bool:
    one = a.claim.source.party
    return one == b.claim.source.party and one not in ("none", "unknown")


def _distance(a: LedgerEntry, b: LedgerEntry) -> int:
    return min(abs(a.claim.start - b.claim.end), abs(b.claim.start - a.claim.start))


def _link(denial: LedgerEntry, denied: LedgerEntry, score: float, reason: str) -> Link:
    return Link(a=denial.claim.id, b=denied.claim.id, relation=Relation.DENIES, score=score, reason=reason)
