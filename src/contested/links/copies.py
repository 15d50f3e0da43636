"""Copies: whether two reports go back to one dispatch, in full, lightly edited, retold or in part.

Three witnesses: runs of words that both share (MinHash territory, exact here since candidates are
few), the distinctive words they share (a retelling keeps names, figures and nouns when it changes
every run of five words), and the agency that both credit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from contested.lexicons import load
from contested.links.facts import day_number
from contested.links.words import bag, cosine, figures, shingles, tokens
from contested.model import Document

COPY_DAYS = 4
"""A dispatch is carried within days; an anniversary piece is another report."""
SHARED_RUNS = 0.5  # of the shorter report's runs of five words: a copy or light edit
PART_RUNS = 0.2  # of the shorter's runs: whole paragraphs carried over
ALIKE = 0.72  # cosine of distinctive words: a retelling
BOTH_RUNS, BOTH_ALIKE = 0.25, 0.58  # either alone is the event's own words; together they are one dispatch
ALIKE_CREDITED = 0.5  # the same where both credit one agency
SHORT, SHORT_RUNS = 18, 0.8
HEAD, TAIL = 160, 90  # characters in which a credit stands


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a report to compare it."""

    id: str
    day: int | None
    runs: frozenset[int]
    words: dict[str, float]
    figures: frozenset[str]
    agencies: frozenset[str]
    length: int  # in words


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two reports are; `copy` is False where only a part was carried over."""

    score: float
    copy: bool
    reason: str


@lru_cache(maxsize=4096)
def _sketch(document_id: str, published: str | None, outlet: str, text: str) -> Sketch:
    words = bag(text)
    return Sketch(
        id=document_id,
        day=day_number(published),
        runs=shingles(text),
        words=words,
        figures=figures(text),
        agencies=credits(text, outlet),
        length=len(tokens(text)),
    )


def sketch(document: Document) -> Sketch:
    """Return a report's sketch."""
    return _sketch(document.id, document.published, document.outlet, document.text)


@cache
def _credit_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {alias: name for name, aliases in load("link_agencies")["agencies"].items() for alias in aliases}
    alternatives = "|".join(re.escape(alias) for alias in sorted(names, key=len, reverse=True))
    credit = rf"(?:[-–—]{{1,3}}\s*|\(|\[|Source:\s*|By\s+|^)({alternatives})(?:\)|\]|\s*[-–—]|\.?\s*$|\s+contributed)"
    return re.compile(credit, re.MULTILINE), names


def credits(text: str, outlet: str = "") -> frozenset[str]:
    """Return the agencies that a report credits, at its head or its end, or is itself by.

    >>> credits("KHARTOUM (Reuters) - Fighting resumed on Monday.")
    frozenset({'Reuters'})
    """
    pattern, names = _credit_pattern()
    stretches = (text[:HEAD], text[-TAIL:])
    found = {names[match.group(1)] for stretch in stretches for match in pattern.finditer(stretch)}
    if outlet in names:
        found.add(names[outlet])
    return frozenset(found)


def likeness(one: Sketch, other: Sketch) -> Likeness | None:
    """Return how alike two reports are if they go back to one dispatch, or None."""
    if one.id == other.id or _apart(one, other):
        return None
    shared = len(one.runs & other.runs) / max(min(len(one.runs), len(other.runs)), 1)
    alike = cosine(one.words, other.words)
    credited = one.agencies & other.agencies
    if min(one.length, other.length) < SHORT:
        return _short(shared)
    if shared >= SHARED_RUNS:
        return Likeness(max(shared, alike), True, f"{shared:.0%} of the shorter report's runs of five words are shared")
    if alike >= ALIKE and not _other_figures(one, other):
        return Likeness(alike, True, f"the same names, figures and words in other order ({alike:.2f})")
    if shared >= BOTH_RUNS and alike >= BOTH_ALIKE and not _other_figures(one, other):
        return Likeness(alike, True, f"{shared:.0%} of the runs of words shared, the rest retold ({alike:.2f})")
    if credited and alike >= ALIKE_CREDITED:
        return Likeness(alike, True, f"both credit {', '.join(sorted(credited))} and tell the same ({alike:.2f})")
    if shared >= PART_RUNS:
        return Likeness(shared, False, f"{shared:.0%} of the shorter report's runs of five words are carried over")
    return None


def _short(shared: float) -> Likeness | None:
    """One sentence shares half its words with any other about the same town: ask for nearly all."""
    return Likeness(shared, True, f"{shared:.0%} of all runs of words are shared") if shared >= SHORT_RUNS else None


def _apart(one: Sketch, other: Sketch) -> bool:
    return one.day is not None and other.day is not None and abs(one.day - other.day) > COPY_DAYS


def _other_figures(one: Sketch, other: Sketch) -> bool:
    """Whether two like-worded reports give other figures: two days' bulletins of one staff."""
    fewer = min(len(one.figures), len(other.figures))
    return fewer >= 4 and len(one.figures & other.figures) / fewer < 0.4
