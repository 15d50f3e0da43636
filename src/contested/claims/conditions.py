"""Conditions: "if A then B", where neither A nor B is said to be so."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from contested.claims.tense import auxiliaries
from contested.lexicons import load
from contested.model import Span
from contested.parse import Token

SUBJECTS = ("nsubj", "nsubjpass", "expl")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("conditions")[key])


def is_conditional_clause(verb: Token) -> bool:
    """Whether a clause is a condition: "if the town falls", "should the town fall".

    >>> is_conditional_clause(parsed("If the town falls, they will leave.")["falls"])
    True
    """
    if verb.dep not in ("advcl", "ccomp", "prep", "pcomp", "dep"):
        return False
    return opening_of(verb) is not None


def opening_of(verb: Token) -> Token | None:
    """Return the first word of what opens a condition at this verb, or None."""
    words = sorted((child for child in verb.children if child.i < verb.i), key=lambda child: child.i)
    for child in words:
        if child.dep in ("mark", "advmod", "prep") and child.lower in _words("marks") - _words("not_alternatives"):
            before = next((word for word in words if word.i == child.i - 1), None)
            if before is not None and f"{before.lower} {child.lower}" in _words("not_conditions"):
                return None
            if verb.dep == "ccomp" and child.i > verb.head.i:
                return None  # "asked if the town had fallen": a question inside, no condition
            return child
    if verb.lower in _words("marks") and verb.dep in ("advcl", "prep"):
        return verb  # "provided that A": the parser makes "provided" the head
    return _inverted(verb, words)


@cache
def _phrases_by_first_word() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(_words("phrases") - _words("not_conditions")):
        parts = phrase.split()
        found.setdefault(parts[0], []).append(parts)
    return found


def _phrase_condition(tokens: list[Token]) -> list[Token]:
    """Return the words of a condition opened by a phrase: "as long as supplies arrive".

    Parsers take these phrases apart in many ways, so the words decide: from the phrase to the next
    comma or the end of the sentence.
    """
    phrases = _phrases_by_first_word()
    lowered = [token.lower for token in tokens]
    for at, first in enumerate(lowered):
        for parts in phrases.get(first, ()):
            if lowered[at : at + len(parts)] == parts:
                end = next((i for i in range(at, len(tokens)) if _closes(tokens[at], tokens[i])), len(tokens))
                return tokens[at:end]
    return []


def _closes(first: Token, token: Token) -> bool:
    return token.sentence != first.sentence or (token.pos == "PUNCT" and token.text not in ("-", "(", ")"))


def _inverted(verb: Token, words: list[Token]) -> Token | None:
    """Return the auxiliary of "Should the bridge fall, …"; only before the main clause."""
    if verb.dep not in ("advcl", "ccomp") or not words or verb.i > verb.head.i:
        return None
    first = words[0]
    if first.lower not in _words("inverted") or first.dep not in ("aux", "auxpass"):
        return None
    has_subject = any(child.dep in SUBJECTS and child.i > first.i for child in words)
    return first if has_subject or first.tag == "MD" else None


def conditional_clauses(verb: Token) -> list[Token]:
    """Return the clauses that set a condition for a verb."""
    return [child for child in verb.children if is_conditional_clause(child)]


def is_consequent(verb: Token) -> bool:
    """Whether a clause says what follows if a condition holds; a plain past tense does not."""
    clauses = conditional_clauses(verb) or [child for child in verb.children if _opens_noun_condition(child)]
    if not clauses and verb.dep == "conj" and verb.head.i < verb.i and verb.head.pos in ("VERB", "AUX"):
        return is_consequent(verb.head) and not any(child.dep in SUBJECTS for child in verb.children)
    if not clauses:
        words = _phrase_condition(verb.subtree())
        return bool(words) and not words[0].i <= verb.i <= words[-1].i
    return verb.tag != "VBD" or bool(auxiliaries(verb))


def _opens_noun_condition(preposition: Token) -> bool:
    """Whether a preposition opens a condition made of a noun: "in the event of a retreat"."""
    if preposition.dep != "prep":
        return False
    words = " ".join(token.lower for token in preposition.subtree()[:5])
    return any(words.startswith(phrase) for phrase in _words("noun_phrases"))


def find_condition(tokens: Iterable[Token]) -> Span | None:
    """Return the condition among the words of a claim and their sentence, or None.

    "If the road is cut, the town will starve." → "If the road is cut".
    """
    ordered = sorted(tokens, key=lambda token: token.i)
    for token in ordered:
        if is_conditional_clause(token):
            opening = opening_of(token)
            words = token.subtree()
            first = min(words[0].start, opening.start if opening else words[0].start)
            last = [word for word in words if word.pos != "PUNCT"][-1]
            return Span(start=first, end=last.end)
    words = _phrase_condition(ordered)
    return Span(start=words[0].start, end=words[-1].end) if words else _noun_condition(ordered)


def _noun_condition(tokens: list[Token]) -> Span | None:
    """Return a condition made of a noun: "in the event of a retreat"."""
    lowered = [token.lower for token in tokens]
    for phrase in sorted(_words("noun_phrases")):
        parts = phrase.split()
        for at in range(len(tokens) - len(parts)):
            if lowered[at : at + len(parts)] == parts:
                children = tokens[at + len(parts) - 1].children
                noun = next((child for child in children if child.dep in ("pobj", "pcomp")), None)
                if noun is not None:
                    return Span(start=tokens[at].start, end=max(noun.edges()[1], noun.end))
    return None
