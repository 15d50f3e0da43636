"""The climb from an event to the top of its sentence or claim, and the composition on the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from contested.claims.negation import negates_clause
from contested.claims.own_words import locally
from contested.claims.standing import Standing
from contested.parse import Token

PLAIN = Standing()
"""What the author says outright."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a climb ends and how things stand there: at the edge of a claim's content, or the root.

    `inside` are the indexes of the content's tokens; None means the whole sentence. `links` says
    for each dependency label how the word below stands, given the word above.
    """

    links: Mapping[str, Callable[[Token, Walk], Standing]] = field(repr=False)
    inside: frozenset[int] | None = None
    base: Standing = PLAIN

    def ends_at(self, token: Token) -> bool:
        """Whether the climb ends at a token: the next step would leave the content."""
        return token.is_root or (self.inside is not None and token.head.i not in self.inside)

    def standing(self, token: Token) -> Standing:
        """Return how an event stands at the end of the climb."""
        return locally(token, self.surroundings(token))

    def surroundings(self, token: Token) -> Standing:
        """Return how an event stands by the words above it alone."""
        if self.ends_at(token):
            return self.base
        link = self.links.get(token.dep)
        around = link(token, self) if link else self.standing(token.head)
        if negates_clause(token):  # counted once: at the noun, not at the verb above it too
            around = replace(around, score=-around.score)
        return around

    def above_preposition(self, preposition: Token) -> Standing:
        """Return how the word that governs a preposition stands; prepositions can stand in a row."""
        return self.base if self.ends_at(preposition) else self.standing(preposition.head)
