"""Conditions: "if A then B", where neither A nor B is said to be so."""

from __future__ import annotations

from contested.claims.tense import auxiliaries
from contested.parse import Token

MARKS = frozenset({"if", "unless", "provided", "providing", "supposing", "assuming", "lest"})


def is_conditional_clause(verb: Token) -> bool:
    """Whether an adverbial clause is a condition: "if the town falls", "should the town fall".

    >>> is_conditional_clause(parsed("If the town falls, they will leave.")["falls"])
    True
    """
    if verb.dep != "advcl":
        return False
    first = min(verb.children, key=lambda child: child.i, default=None)
    for child in verb.children:
        if child.dep == "mark" and child.lower in MARKS and not _is_comparison(child):
            return True
    if first is None:
        return False
    inverted = first.lower in ("should", "were", "had") and first.dep in ("aux", "auxpass") and first.i < verb.i
    return inverted and any(child.dep in ("nsubj", "nsubjpass") and child.i > first.i for child in verb.children)


def _is_comparison(mark: Token) -> bool:
    """Whether "if" belongs to "as if" or "even if", which set no condition."""
    before = [child for child in mark.head.children if child.i == mark.i - 1]
    return any(child.lower == "as" for child in before)


def is_consequent(verb: Token) -> bool:
    """Whether a clause says what follows if a condition holds; a plain past tense does not."""
    if not any(is_conditional_clause(child) for child in verb.children):
        return False
    return verb.tag != "VBD" or bool(auxiliaries(verb))
