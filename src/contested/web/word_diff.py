"""Two reports held against each other, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_WORDS = 4000
"""Words of each text that are compared: more take seconds, and nobody reads them."""

WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words: in both texts (`where` "both"), or only in the first or the second."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All stretches in order; `cut` where the texts were too long to be compared whole."""

    stretches: tuple[Stretch, ...]
    cut: bool


def word_diff(first: str, second: str) -> Difference:
    """Return how two texts differ, word by word; how words are spaced counts for nothing.

    >>> [(each.where, each.text) for each in word_diff("Bara fell, they say.", "Bara fell.").stretches]
    [('both', 'Bara '), ('first', 'fell, they say.'), ('second', 'fell.')]
    """
    ours, theirs = WORD.findall(first), WORD.findall(second)
    cut = max(len(ours), len(theirs)) > MOST_WORDS
    return Difference(tuple(_stretches(ours[:MOST_WORDS], theirs[:MOST_WORDS])), cut)


def _stretches(ours: list[str], theirs: list[str]) -> Iterator[Stretch]:
    bare = [[word.strip() for word in words] for words in (ours, theirs)]
    for kind, a, b, c, d in SequenceMatcher(None, bare[0], bare[1], autojunk=False).get_opcodes():
        if kind == "equal":
            yield Stretch("both", "".join(ours[a:b]))
            continue
        if a < b:
            yield Stretch("first", "".join(ours[a:b]))
        if c < d:
            yield Stretch("second", "".join(theirs[c:d]))
