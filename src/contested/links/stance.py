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
from contested.links.words import bag, cosine, negations, stem, tokens

SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
READ = 60  # sentences of an article: the rest of a long one is background
LEAD = 4  # sentences that say what an article is about

COVERED, MET = 0.33, 0.2
"""Shares of a headline's weight that the article, and one sentence of it, must have to be related."""
NEAR, NEAR_BEST = 0.15, 0.4
"""Share, and part of the best share, from which a sentence is on the headline's matter."""
TURNED, REACH = 0.3, 4
"""Share of a sentence in which a "not" is on the headline's matter, and the words over which it reaches."""
SECOND_HAND = 0.8
REFUTED, REFUTED_THOUGH_TOLD = 1.0, 2.5
"""Weight of refuting words that turns an article told at second hand, and one told straight: there a
lone "false" is more likely about something else."""
FAR, REPEATED = 0.05, 0.3
"""Cosines of two sentences of one story below which neither bears on the other, and above which one repeats
the other."""
AT_ODDS, CLEARLY_AT_ODDS = 1.7, 2.7
"""What speaks for two sentences being at odds, and the same where one repeats the other's words."""
QUOTED = '"'


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("link_stance")[kind])


def count(words: Sequence[str], kind: str) -> int:
    """Return how many words are of a kind: debunking, denying, hearsay, relayed, opposing, favouring, contrasting."""
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
    said = tokens(headline)
    told = _second_hand(said, "?" in headline, read, [w for share, w in met if share >= max(NEAR_BEST * best, NEAR)])
    turned = any(_turns(words, head) for share, words in met if share >= max(best / 2, TURNED))
    if _at_variance(said, "?" in headline, read, told, turned):
        return "disagree"
    return "discuss" if told >= SECOND_HAND or (turned and not _says_no(said)) else "agree"


def _share(head: dict[str, float], words: dict[str, float]) -> float:
    total = sum(head.values())
    return sum(weight for word, weight in head.items() if word in words) / total if total else 0.0


def _second_hand(headline: Sequence[str], asks: bool, read: Article, near: Sequence[Sequence[str]]) -> float:
    """Return how far a story is told as somebody's report: by its headline, its first sentences and
    those on the headline's matter."""
    first, words = read.first(LEAD - 1), [word for said in near for word in said]
    rate = 100 * (count(words, "hearsay") + 0.6 * count(words, "relayed")) / max(len(words), 1)
    own = count(headline, "hearsay") + count(headline, "relayed") + asks
    return 1.75 * own + 0.6 * count(first, "hearsay") + 0.3 * count(first, "relayed") + 0.1 * rate


def _at_variance(headline: Sequence[str], asks: bool, read: Article, told: float, turned: bool) -> bool:
    """Whether one of the two calls false what the other tells: an article the headline's story, or
    a headline a story that the article tells with no word of doubt."""
    open_headline = asks or count(headline, "hearsay") + count(headline, "relayed") > 0
    refuted, straight = _refuted(read), told < SECOND_HAND
    if _says_no(headline):
        flatly = not open_headline and count(headline, "denying") == 0  # "denies" only reports a no
        return refuted == 0 and not turned and (straight or flatly)
    return not open_headline and refuted >= (REFUTED_THOUGH_TOLD if straight else REFUTED)


def _says_no(headline: Sequence[str]) -> bool:
    return negations(" ".join(headline)) + _debunks(headline) + count(headline, "denying") > 0


def _refuted(read: Article) -> float:
    """Return the weight of an article's words that refute, those of its first sentences before all."""
    sentences = [words for _, words in read.sentences]
    lead = sum(_debunks(words) + 0.5 * count(words, "denying") for words in sentences[:LEAD])
    return lead + 0.4 * sum(_debunks(words) for words in sentences)


def _debunks(words: Sequence[str]) -> int:
    text = f" {' '.join(words)} "
    return count(words, "debunking") + sum(text.count(f" {phrase} ") for phrase in _words("debunking_phrases"))


def _turns(words: Sequence[str], head: dict[str, float]) -> bool:
    """Whether a sentence negates one of the headline's words: "did not leave the bank" for "left the bank"."""
    stems = [stem(word) for word in words]
    return any(
        negations(word) > 0 and not head.keys().isdisjoint(stems[i + 1 : i + 1 + REACH]) for i, word in enumerate(words)
    )


def bearing_of(a: str, b: str) -> str:
    """Return what sentence `a` does to sentence `b` of the same story: strengthens, weakens, neither."""
    alike = cosine(bag(a), bag(b))
    if alike < FAR:
        return "neither"
    return "weakens" if _at_odds(a, b) >= (AT_ODDS if alike < REPEATED else CLEARLY_AT_ODDS) else "strengthens"


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
        + 0.5 * sum(count(each[:1], "contrasting") for each in (ours, theirs))
        + 0.3 * (count(theirs, "contrasting") > 0)
        + 0.3 * (QUOTED in a)
        + 0.8 * (count(ours, "debunking") + count(ours, "denying") > 0)
        + 0.2 * min(3, abs(lean[0] - lean[1]))
    )
