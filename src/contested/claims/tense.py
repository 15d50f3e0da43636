"""Tense: whether a clause speaks of the past, the present or the future."""

from __future__ import annotations

from contested.lexicons import load
from contested.model import Tense
from contested.parse import Token

AUXILIARY_DEPS = frozenset({"aux", "auxpass"})


def shares_auxiliaries(verb: Token) -> bool:
    """Whether a verb is a bare conjunct that leans on the first verb's auxiliaries and subject."""
    if verb.dep != "conj" or verb.head is verb or verb.tag not in ("VB", "VBN", "VBG"):
        return False
    if verb.head.pos not in ("VERB", "AUX"):
        return False
    if any(child.lower == "but" and child.i < verb.i for child in verb.head.children):
        return False  # "caused no deaths but injured ten"
    return not any(child.dep in (*AUXILIARY_DEPS, "nsubj", "nsubjpass", "expl") for child in verb.children)


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb, left to right; a bare conjunct has those of its first verb.

    >>> auxiliaries(parsed("They have not attacked.")["attacked"])
    [have/aux]
    """
    if shares_auxiliaries(verb):
        return auxiliaries(verb.head)
    return [child for child in verb.children if child.dep in AUXILIARY_DEPS]


def tense_of(token: Token) -> Tense:
    """Return the tense of the clause that a token heads or stands in.

    A noun has that of the verb above it: "announced the withdrawal" is past.

    >>> tense_of(parsed("They will withdraw.")["withdraw"])
    <Tense.FUTURE: 'future'>
    """
    for verb in (token, *token.ancestors()):
        if verb.pos in ("VERB", "AUX"):
            found = _verb_tense(verb)
            if found is not Tense.UNKNOWN:
                return found
    return Tense.UNKNOWN


def _verb_tense(verb: Token) -> Tense:
    helpers = auxiliaries(verb)
    modal = next((child for child in helpers if child.tag == "MD"), None)
    if modal is not None:
        return _modal_tense(verb, modal, helpers)
    if verb.tag == "VBD" or any(child.tag == "VBD" for child in helpers):
        return Tense.PAST
    if any(child.lemma == "have" for child in helpers):
        return Tense.PAST
    if verb.tag in ("VBZ", "VBP") or any(child.tag in ("VBZ", "VBP") for child in helpers):
        return Tense.PRESENT
    return Tense.UNKNOWN


def _modal_tense(verb: Token, modal: Token, helpers: list[Token]) -> Tense:
    """Return the tense under a modal: "could fall", "could have fallen", "may be hiding", "may be dead"."""
    if any(child.lemma == "have" for child in helpers):
        return Tense.PAST
    if modal.lower == "could" and any(child.dep == "neg" for child in verb.children):
        return Tense.PAST  # "could not be verified"
    goes_on = (verb.tag == "VBG" or verb.lemma == "be") and modal.lower not in ("will", "'ll", "would")
    return Tense.PRESENT if goes_on or modal.lower not in load("hedges")["ahead"] else Tense.FUTURE
