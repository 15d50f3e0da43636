"""Own words: what an event's own negation, auxiliaries, adverbs and mood say of it."""

from __future__ import annotations

from contested.claims import hedges
from contested.claims.conditions import is_consequent
from contested.claims.negation import negations
from contested.claims.standing import Standing
from contested.claims.tense import auxiliaries
from contested.model import Modality
from contested.parse import Token

VERBAL = ("VERB", "AUX")


def locally(token: Token, around: Standing) -> Standing:
    """Return the standing after the event's own negation, auxiliaries, adverbs, adjectives."""
    denials = negations(token)
    if token.pos in VERBAL:
        around = _mood(token, around)
        for hedge in hedges.modals(token, len(denials) % 2 == 1):
            around = around.weakened(hedge.score, hedge.modality, hedge.reason)
    else:
        for hedge in hedges.adjectives(token):
            around = around.weakened(hedge.score, hedge.modality, hedge.reason)
    for hedge in hedges.adverbs(token):
        around = around.weakened(hedge.score, hedge.modality, hedge.reason)
    for word in denials:
        around = around.negated(word.lower)
    return around


def _mood(verb: Token, around: Standing) -> Standing:
    """Apply what the clause's form says: an order, a question, a consequence, "would have"."""
    if is_imperative(verb):
        return around.weakened(0.4, Modality.PLANNED, f"{verb.lower}: imperative")
    if verb.is_root and is_question(verb):
        around = around.weakened(0.8, Modality.POSSIBLE, f"{verb.lower}: question")
    if is_consequent(verb):
        around = around.weakened(2.2, Modality.CONDITIONAL, f"{verb.lower}: consequence")
    if is_counterfactual(verb):
        around = around.weakened(-0.6, Modality.CONDITIONAL, f"{verb.lower}: counterfactual")
    return around


def is_imperative(verb: Token) -> bool:
    """Whether a verb gives an order: a bare verb at the top with no subject."""
    if verb.dep == "conj" and verb.tag == "VB" and verb.head.is_root:
        return is_imperative(verb.head)
    if not verb.is_root or verb.tag != "VB":
        return False
    return not any(
        child.dep in ("nsubj", "nsubjpass", "expl", "csubj") or (child.dep == "aux" and child.lemma != "do")
        for child in verb.children
    )


def is_question(verb: Token) -> bool:
    """Whether a sentence's main clause asks."""
    last = next((child for child in reversed(verb.children) if child.dep == "punct"), None)
    return last is not None and last.text == "?"


def is_counterfactual(verb: Token) -> bool:
    """Whether a verb says what did not come to be: "would have fallen", "should have left"."""
    words = [word.lower for word in auxiliaries(verb)]
    return bool({"would", "'d", "should", "could"} & set(words)) and "have" in words and verb.tag == "VBN"
