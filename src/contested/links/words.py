"""Words: how alike two texts are, by their distinctive words and by the runs of words they share.

Nothing here decides a relation. Every measure depends on the two texts alone (weights come from a
lexicon, not from a collection), so that a text compares the same on any day and in any store.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from hashlib import blake2b
from math import log, sqrt

from contested.lexicons import load

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][^\W_]+)?")
COMMON_WEIGHT = 0.35
NAME_WEIGHT = 1.5  # names and figures tell stories apart; ordinary words do so less


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    data = load("link_words")
    return frozenset(data["empty"]), frozenset(data["common"])


@cache
def not_distinctive() -> frozenset[str]:
    """Return the words that tell no story apart, names of days and months among them."""
    empty, common = _lists()
    return empty | common | frozenset(load("link_words")["calendar"])


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, possessive endings cut.

    >>> tokens("Kestria's troops took 2,000 boxes.")
    ('kestria', 'troops', 'took', '2,000', 'boxes')
    """
    return tuple(_plain(match.group()) for match in WORD.finditer(text))


def _plain(word: str) -> str:
    lower = word.lower().replace("’", "'")
    return lower[:-2] if lower.endswith("'s") else lower


@cache
def stem(word: str) -> str:
    """Return a word without the commonest English endings: only to compare, never to show.

    >>> [stem(word) for word in ("killed", "killing", "kills", "cities")]
    ['kill', 'kill', 'kill', 'citi']
    """
    for ending in ("ings", "ing", "edly", "ed", "es", "s", "ly", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 - (ending in {"s", "e", "ed", "y"}):
            cut = word[: -len(ending)]
            return cut[:-1] if len(cut) > 4 and cut[-1] == cut[-2] and cut[-1] not in "lse" else cut
    return word


def content_words(text: str) -> tuple[str, ...]:
    """Return the stems of the words that say something, in text order."""
    empty, _ = _lists()
    return tuple(stem(word) for word in tokens(text) if word not in empty)


@lru_cache(maxsize=8192)
def bag(text: str) -> dict[str, float]:
    """Return the distinctive words of a text with weights: count damped, common words light.

    The dictionary is shared: read it, do not change it.
    """
    empty, common = _lists()
    weights: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for match in WORD.finditer(text):
        word = _plain(match.group())
        if word in empty:
            continue
        counts[stem(word)] += 1
        weights[stem(word)] = max(weights.get(stem(word), 0.0), _weight(match.group(), word, common))
    return {word: weights[word] * (1 + log(count)) for word, count in counts.items()}


def _weight(written: str, word: str, common: frozenset[str]) -> float:
    if word in common:
        return COMMON_WEIGHT
    return NAME_WEIGHT if written[0].isupper() or written[0].isdigit() else 1.0


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Return the cosine of two bags, 0 where one is empty."""
    if len(other) < len(one):
        one, other = other, one
    dot = sum(weight * other[word] for word, weight in one.items() if word in other)
    if not dot:
        return 0.0
    return dot / sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's distinctive weight that the longer one has too.

    >>> round(overlap("They hold the southern bank.", "Our units hold the southern bank of Velmora."), 1)
    1.0
    """
    a, b = bag(one), bag(other)
    if sum(b.values()) < sum(a.values()):
        a, b = b, a
    total = sum(a.values())
    return sum(weight for word, weight in a.items() if word in b) / total if total else 0.0


def shingles(text: str, size: int = 5) -> frozenset[int]:
    """Return hashes of all runs of `size` words: what stays when sentences are carried over."""
    words = tokens(text)
    if len(words) < size:
        return frozenset([hashed(" ".join(words))]) if words else frozenset()
    return frozenset(hashed(" ".join(words[i : i + size])) for i in range(len(words) - size + 1))


def hashed(text: str) -> int:
    """Return a 64-bit hash that is the same on every machine and day."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def figures(text: str) -> frozenset[str]:
    """Return the figures written in digits."""
    return frozenset(word.replace(",", "") for word in tokens(text) if word[0].isdigit())


def negations(text: str) -> int:
    """Return how many words of a text negate: what decides between two texts of the same words."""
    negating = frozenset(load("link_words")["negating"])
    return sum(word in negating or word.endswith("n't") for word in tokens(text))


def modals(text: str) -> frozenset[str]:
    """Return the words that make a deed possible, due or to come: "could", "will"."""
    return frozenset(tokens(text)) & frozenset(load("link_words")["modal"])


def telling(text: str) -> frozenset[str]:
    """Return the words that are neither empty nor in every dispatch."""
    return frozenset(tokens(text)) - not_distinctive()
