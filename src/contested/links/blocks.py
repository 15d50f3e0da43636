"""Blocks: under which keys a report is found by those that may have to do with it.

Keys are of place, family of types and week; of the words of a quotation; of a report's runs of
words; of its names and figures on its day. Two reports that share no key are never compared, so
that linking one new report costs what its own neighbourhood costs, however large the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from contested.links.facts import Fact, day_number, facts_of
from contested.links.voices import is_named, voice
from contested.links.words import content_words, hashed, not_distinctive, shingles
from contested.model import Directness, Document, LedgerEntry

WEEK = 8
REACH = 2
"""Days by which a fact is found before and after its time; half of the largest gap that
`compare.timing` allows, so that two facts which may meet always share a bucket."""
RUN_KEYS = 6
NAMES_PAIRED, NAME_KEYS = 16, 12
QUOTE_KEYS = 3
YEAR = re.compile(r"(?:19|20)\d\d")
NAMES = re.compile(r"\b(?:[A-Z][^\W\d_]{3,}|\d[\d,.]*\d)\b")


def keys(document: Document, entries: Sequence[LedgerEntry]) -> frozenset[str]:
    """Return all keys of a report and its claims."""
    found = set(_text_keys(document))
    for entry in entries:
        found.update(_quote_keys(entry))
        found.update(_voice_keys(entry))
        for fact in facts_of(entry):
            found.update(fact_keys(fact))
    return frozenset(found)


def fact_keys(fact: Fact) -> Iterable[str]:
    """Yield a key for each place and week of a fact."""
    if not fact.actual or fact.first is None or fact.last is None:
        return
    weeks = range((fact.first - REACH) // WEEK, (fact.last + REACH) // WEEK + 1)
    for place in fact.places:
        for week in weeks:
            yield f"m|{place.place_id}|{fact.family}|{week}"
            if fact.entry.packs:
                yield f"m|{place.text.casefold()}|{fact.family}|{week}"


def _quote_keys(entry: LedgerEntry) -> Iterable[str]:
    if entry.claim.directness in (Directness.DIRECT, Directness.MIXED):
        words = content_words(entry.content_words)
        runs = sorted(hashed(" ".join(words[i : i + 3])) for i in range(len(words) - 2))
        for run in runs[:QUOTE_KEYS]:
            yield f"q|{run:x}"


def _voice_keys(entry: LedgerEntry) -> Iterable[str]:
    """Yield a key for a named voice on its day: one bulletin, other sentences of it."""
    day = day_number(entry.document.published)
    if day is not None and is_named(entry.claim.source) and not entry.claim.source.own_voice:
        yield f"v|{voice(entry.claim.source)}|{day}"


def _text_keys(document: Document) -> Iterable[str]:
    for run in sorted(shingles(document.text))[:RUN_KEYS]:
        yield f"s|{run:x}"
    day = day_number(document.published)
    if day is None:
        return
    buckets = sorted({(day - REACH) // WEEK, (day + REACH) // WEEK})
    for pair in _name_pairs(document.text):
        for bucket in buckets:
            yield f"n|{bucket}|{pair:x}"


def _name_pairs(text: str) -> list[int]:
    """Return the smallest hashes of pairs of names and figures: two reports of one dispatch share
    some of them though each word around is changed; two reports of one war seldom do."""
    ordinary = not_distinctive()
    names = {name.lower() for name in NAMES.findall(text) if not YEAR.fullmatch(name)} - ordinary
    chosen = sorted(names, key=hashed)[:NAMES_PAIRED]
    return sorted(hashed(f"{a} {b}") for a, b in combinations(sorted(chosen), 2))[:NAME_KEYS]
