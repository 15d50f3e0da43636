"""Stance: which way one text leans on another where no claim of theirs can be compared field by field.

A rough reading for pairs of free texts (a headline and an article, two sentences), by words of
debunking, of second-hand report, of opposition and of contrast. Links between claims never rest on
it: what a claim denies is decided on structured fields in `relations`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from contested.lexicons import load
from contested.links.words import bag, cosine, negations, tokens

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
READ = 60  # sentences of an article: the rest of a long one is background
LEAD = 4  # sentences that say what an article is about

COVERED, MET = 0.33, 0.2
"""Shares of a headline's weight that the article, and one sentence of it, must have to be related."""
DEBUNKED = 1.0
SECOND_HAND = 1.0
FAR = 0.05
"""Cosine of two sentences of one story below which neither bears on the other."""
AT_ODDS = 1.4
QUOTED = '"'


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("link_stance")[kind])


def count(words: Sequence[str], kind: str) -> int:
    """Return how many words are of a kind: debunking, denying, second_hand, opposing, favouring, contrasting."""
    return sum(word in _words(kind) for word in words)


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its sentences' words and weights."""

    words: dict[str, float]
    sentences: tuple[tuple[dict[str, float], tuple[str, ...]], ...]

    def first(self, sentences: int) -> list[str]:
        """Return the words of the first sentences."""
        return [word for _, words in self.sentences[:sentences] for word in words]

    def all_words(self) -> list[str]:
        """Return the words of all sentences read."""
        return self.first(READ)


@lru_cache(maxsize=4096)
def article(text: str) -> Article:
    """Return a text ready to be held against headlines."""
    parts = [part for part in SENTENCE_END.split(text) if part.strip()][:READ]
    return Article(bag(text), tuple((bag(part), tuple(tokens(part))) for part in parts))


def headline_stance(headline: str, body: str) -> str:
    """Return how an article stands to a headline: agree, disagree, discuss or unrelated.

    >>> headline_stance("Velmora falls to Kestria", "Reports that Velmora had fallen were false ...")
    'disagree'
    """
    read, head = article(body), bag(headline)
    met = [(_share(head, words), said) for words, said in read.sentences]
    best = max((share for share, _ in met), default=0.0)
    if _share(head, read.words) < COVERED or best < MET:
        return "unrelated"
    words = tokens(headline)
    if _debunks(words, read):
        return "disagree"
    near = [word for share, said in met if share >= max(0.4 * best, 0.15) for word in said]
    rate = 100 * count(near, "second_hand") / max(len(near), 1)
    told = 1.75 * (count(words, "second_hand") + ("?" in headline)) + 0.4 * rate
    told += 0.25 * count(read.first(LEAD - 1), "second_hand")
    return "discuss" if told >= SECOND_HAND else "agree"


def _share(head: dict[str, float], words: dict[str, float]) -> float:
    total = sum(head.values())
    return sum(weight for word, weight in head.items() if word in words) / total if total else 0.0


def _debunks(headline: Sequence[str], read: Article) -> bool:
    """Whether one of the two calls false what the other tells: an article the headline's story, or
    a headline a story that the article tells straight."""
    lead, whole = read.first(LEAD), read.all_words()
    if count(headline, "debunking"):
        return count(whole, "debunking") + count(lead, "denying") == 0
    if count(headline, "denying") or count(headline, "second_hand"):
        return False
    weight = count(lead, "debunking") + 0.4 * count(whole, "debunking") + 0.5 * count(lead, "denying")
    return weight >= DEBUNKED


def bearing_of(a: str, b: str) -> str:
    """Return what sentence `a` does to sentence `b` of the same story: strengthens, weakens, neither."""
    if cosine(bag(a), bag(b)) < FAR:
        return "neither"
    return "weakens" if _at_odds(a, b) >= AT_ODDS else "strengthens"


def _at_odds(a: str, b: str) -> float:
    """Return how much speaks for `a` being against `b`: a negation on one side only, words of opposition
    and contrast, above all in `a`, a leaning the other way."""
    ours, theirs = tokens(a), tokens(b)
    lean = [count(each, "favouring") - count(each, "opposing") for each in (ours, theirs)]
    return (
        ((negations(a) > 0) != (negations(b) > 0))
        + 0.4 * min(2, count(ours, "opposing"))
        + 0.2 * min(2, count(theirs, "opposing"))
        + 0.5 * (count(ours, "contrasting") > 0)
        + 0.3 * (count(theirs, "contrasting") > 0)
        + 0.3 * (QUOTED in a)
        + 0.8 * (count(ours, "debunking") + count(ours, "denying") > 0)
        + 0.2 * min(3, abs(lean[0] - lean[1]))
    )
