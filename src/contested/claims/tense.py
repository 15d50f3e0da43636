"""Tense: whether a clause speaks of the past, the present or the future."""

from __future__ import annotations

from contested.model import Tense
from contested.parse import Token

FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "wo", "sha"})
"""Closed class: the parser writes "won't" as "wo" + "n't"."""
AUXILIARY_DEPS = frozenset({"aux", "auxpass"})


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb, left to right; those of the first verb for a bare conjunct.

    >>> auxiliaries(parsed("They have not attacked.")["attacked"])
    [have/aux]
    """
    own = [child for child in verb.children if child.dep in AUXILIARY_DEPS]
    if own or verb.dep != "conj" or verb.tag not in ("VB", "VBN", "VBG"):
        return own
    if any(child.dep in ("nsubj", "nsubjpass", "expl") for child in verb.children):
        return own
    return auxiliaries(verb.head) if verb.head is not verb and verb.head.tag == verb.tag else own


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
    words = {child.lower for child in helpers}
    if words & FUTURE_AUXILIARIES:
        return Tense.FUTURE
    if verb.tag == "VBD" or any(child.tag == "VBD" for child in helpers):
        return Tense.PAST
    if any(child.lemma == "have" for child in helpers):
        return Tense.PAST
    if verb.tag in ("VBZ", "VBP") or any(child.tag in ("VBZ", "VBP") for child in helpers):
        return Tense.PRESENT
    return Tense.UNKNOWN
