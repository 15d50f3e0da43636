"""Negation: the words of a clause or noun phrase that turn what it says into its opposite.

Only words that stand by the event itself; what words further up do to it ("no sign of a
withdrawal", "failed to capture") is in `context`.
"""

from __future__ import annotations

from functools import cache

from contested.claims.tense import shares_auxiliaries
from contested.lexicons import load
from contested.parse import Token

NEGATORS = ("nsubj", "nsubjpass", "csubj", "dobj", "attr")
"""A negated noun in one of these places negates its clause: "took no prisoners", "there is no retreat"."""


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("negation")[key])


def negations(token: Token) -> list[Token]:
    """Return the negation words of an event, left to right; two of them cancel out.

    A bare conjunct shares those of its first verb: "did not enter or shell the town".

    >>> negations(parsed("Nobody was killed.")["killed"])
    [Nobody/nsubjpass]
    """
    found = [child for child in token.children if _negates(child, token) and not _is_idiom(child)]
    if not found and shares_auxiliaries(token):
        return [word for word in negations(token.head) if word.i < token.i]
    return found


def _negates(child: Token, token: Token) -> bool:
    """Whether a child turns its head round."""
    if child.dep == "neg":
        return True
    if child.lower in ("longer", "means", "way") and any(word.lower == "no" for word in child.children):
        return child.i < token.i  # "no longer", "by no means", "in no way"
    if token.pos in ("NOUN", "PROPN") and child.dep in ("det", "predet"):
        return child.lower in _words("determiners")
    if child.dep in ("advmod", "preconj", "cc") and child.i < token.i and child.lower in _words("adverbs"):
        return True
    return negates_clause(child)


def negates_clause(noun: Token) -> bool:
    """Whether a noun negates the clause that it is subject or object of."""
    if noun.head.pos not in ("VERB", "AUX") or (noun.dep == "dobj" and noun.head.lemma in _words("light_verbs")):
        return False
    return noun.dep in NEGATORS and is_negative_phrase(noun)


def is_negative_phrase(noun: Token) -> bool:
    """Whether a noun phrase says that there is none: "nobody", "none of the men", "no troops"."""
    if any(child.dep == "poss" and is_negative_phrase(child) for child in noun.children):
        return True  # "neither side's claims"
    if noun.lower in _words("negative_subjects"):
        return True
    return any(child.dep in ("det", "neg") and child.lower in _words("determiners") for child in noun.children)


def _is_idiom(word: Token) -> bool:
    """Whether a negation word belongs to a phrase that denies nothing: "not only", "no doubt"."""
    following = next((other for other in word.head.subtree() if other.i == word.i + 1), None)
    return following is not None and f"{word.lower} {following.lower}" in _words("phrases")


def is_negative_preposition(word: Token) -> bool:
    """Whether what a preposition governs did not happen: "without firing", "instead of leaving"."""
    return word.lower in _words("prepositions")
