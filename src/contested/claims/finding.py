"""A finding: what one rule found, before findings are merged, nested and made into claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contested.model import CueClass
from contested.parse import Token

Pair = tuple[int, int]
"""Code points, end exclusive."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OPENING = frozenset({'"', "“", "‘", "'", "``", "«", "„", "''", "(", "[", "‚"})
CLOSING = frozenset({'"', "”", "’", "'", "''", "»", "“", ")", "]", "%", "..."})


@dataclass(frozen=True, slots=True)
class Finding:
    """Cue, source and content as a rule found them.

    `antecedent` is the noun that a relative pronoun stands for: "the officer who said" has the
    source "who" and the antecedent "officer".
    """

    rule: str
    head: Token
    cue: tuple[Token, ...]
    lemma: str
    cue_class: CueClass
    content: tuple[Pair, ...]
    source: Pair | None = None
    antecedent: Pair | None = None
    via: Pair | None = None  # who passed it on: "SANA quoted a source as saying"
    direct: bool = False
    continued: bool = False


def runs(tokens: Iterable[Token]) -> tuple[Pair, ...]:
    """Return the stretches of text that the tokens make, without outer punctuation.

    A gap of punctuation alone does not part two runs; a gap with a word in it does.
    """
    ordered = sorted(tokens, key=lambda token: token.i)
    groups: list[list[Token]] = []
    for token in ordered:
        if groups and token.i - groups[-1][-1].i <= 1:
            groups[-1].append(token)
        else:
            groups.append([token])
    return tuple(pair for group in groups if (pair := edges(group)) is not None)


def edges(group: list[Token]) -> Pair | None:
    """Return start and end of a run of tokens without outer punctuation; quote marks stay."""
    first, last = 0, len(group) - 1
    while first <= last and group[first].pos == "PUNCT" and group[first].text not in OPENING:
        first += 1
    while last >= first and group[last].pos == "PUNCT" and group[last].text not in CLOSING:
        last -= 1
    if first > last or all(token.pos == "PUNCT" for token in group[first : last + 1]):
        return None
    return group[first].start, group[last].end


def subtree_without(token: Token, *roots: Token | None) -> list[Token]:
    """Return the tokens below a token, without those below any of the roots."""
    barred = {root.i for root in roots if root is not None}
    found, stack = [], [token]
    while stack:
        item = stack.pop()
        if item.i in barred:
            continue
        found.append(item)
        stack.extend(item.children)
    found.sort(key=lambda item: item.i)
    return found


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child with one of the labels."""
    for item in token.children:
        if item.dep in labels:
            return item
    return None
