"""Context: what the words above an event say about it, from the top of the sentence down.

`standing` climbs from the event to the top and composes on the way back: each dependency label
has a function that says how the event below stands, given how the word above it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from contested.claims import above_clauses, above_nouns
from contested.claims.climb import PLAIN, Walk
from contested.claims.standing import Standing
from contested.parse import Token

WITHIN_CLAUSE = ("xcomp", "acomp", "pcomp", "prep", "attr", "oprd")
"""Labels on the way from an infinitive or gerund up to its finite verb."""

Link: TypeAlias = Callable[[Token, Walk], Standing]
LINKS: dict[str, Link] = {
    "ccomp": above_clauses.complement,
    "xcomp": above_clauses.complement,
    "acl": above_clauses.relative,
    "relcl": above_clauses.relative,
    "advcl": above_clauses.adverbial,
    "pcomp": above_clauses.gerund,
    "csubj": above_nouns.subject_above,
    "csubjpass": above_nouns.subject_above,
    "conj": above_clauses.conjunct,
    "dobj": above_nouns.object_above,
    "nsubj": above_nouns.subject_above,
    "nsubjpass": above_nouns.subject_above,
    "pobj": above_nouns.prepositional,
    "compound": above_nouns.modifier,
    "nmod": above_nouns.modifier,
    "amod": above_nouns.granted,
    "poss": above_nouns.granted,
    "npadvmod": above_nouns.bare_noun,
    "parataxis": above_clauses.top,
}
"""What each dependency label does; a label that is not here stands as the word above."""


def walk(inside: frozenset[int] | None = None, base: Standing = PLAIN) -> Walk:
    """Return a climb over the whole sentence, or over the tokens of a claim's content."""
    return Walk(LINKS, inside, base)


def standing(token: Token) -> Standing:
    """Return how an event stands for the author of its sentence.

    >>> standing(parsed("They failed to take the town.")["take"]).score
    -2.6
    """
    return walk().standing(token)


def in_its_clause(token: Token) -> Standing:
    """Return how a word stands within its own finite clause: "was not able to confirm" is negative."""
    inside = {token.i}
    above = token
    while not above.is_root and above.dep in WITHIN_CLAUSE:
        inside.add(above.i)
        above = above.head
    inside.add(above.i)
    return walk(frozenset(inside)).standing(token)
