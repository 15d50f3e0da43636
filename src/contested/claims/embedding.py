"""Embedding: how a verb, noun or adjective makes what it embeds stand."""

from __future__ import annotations

from contested.claims import hedges
from contested.claims.negation import is_negative_phrase, negations
from contested.claims.standing import Signature, Standing, classes, signature
from contested.claims.tense import auxiliaries
from contested.model import Modality
from contested.parse import Token

CONTENT_NOUNS = ("claim", "report", "opinion", "denial")
"""Signature classes of nouns that name a statement: what is said of them is said of its truth."""
TRUTH = ("confirm", "forecast", "possible", "doubt", "falsity", "omit", "open")
"""Signature classes of adjectives that bear on a noun itself, not only on a clause."""
NOT_ACTUAL = {Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL}


def frame_of(token: Token) -> str:
    """Return the form of a complement clause: "that", "to" or "ing"."""
    words = auxiliaries(token)
    if any(word.lower == "to" for word in words):
        return "to"
    if token.tag == "VBG" and not any(word.tag in ("VBZ", "VBP", "VBD", "MD") for word in words):
        return "ing"
    if token.tag == "VB" and not words:
        return "to"
    return "that"


def names_of(verb: Token) -> tuple[str, ...]:
    """Return the names under which a verb may be listed: with its particle, then alone."""
    particle = next((child.lower for child in verb.children if child.dep == "prt"), None)
    return (f"{verb.lemma} {particle}", verb.lemma) if particle else (verb.lemma,)


def signed(frame: str, default: str, *names: str) -> Signature:
    return signature(frame, *names) or classes()[default]


def predicate_of(copula: Token) -> Token | None:
    """Return the adjective or noun that a copula predicates, if it is one."""
    if copula.lemma not in ("be", "remain", "seem", "appear", "become", "look", "prove"):
        return None
    return next((child for child in copula.children if child.dep in ("acomp", "attr", "oprd")), None)


def truth_predicate(copula: Token) -> Token | None:
    """Return the adjective by which a clause says that something is so, or is not: "is false"."""
    predicate = predicate_of(copula)
    return predicate if predicate is not None and is_of_truth(predicate) else None


def is_of_truth(adjective: Token) -> bool:
    """Whether an adjective says of a thing that it is or comes about: "likely", "imminent", "false"."""
    sign = signature("adjective", adjective.lemma) if adjective.pos == "ADJ" else None
    return sign is not None and sign.name in TRUTH


def under_predicate(token: Token, predicate: Token, outer: Standing) -> Standing:
    """Stand as a predicate says: "it is unlikely that …", "the plan is to …"."""
    if predicate is token:
        return outer
    for word in hedges.adverbs(predicate):
        outer = outer.weakened(word.score, word.modality, word.reason)
    for negation in negations(predicate):
        outer = outer.negated(negation.lower)
    frame, default = ("adjective", "value") if predicate.pos == "ADJ" else ("noun", "fact")
    return outer.embedded(signed(frame, default, predicate.lemma, predicate.lower), predicate.lower)


def under_noun(noun: Token, outer: Standing, frame: str) -> Standing:
    """Stand as a noun says of its complement: "threat of …", "no sign of …", "claims that …"."""
    sign = signature(frame, noun.lemma)
    if sign is None:
        sign = classes()["value" if frame == "noun" else "possible"]
    if sign.name in CONTENT_NOUNS and outer.score < 0 and not is_negative_phrase(noun):
        return outer if sign.name != "denial" else outer.negated(noun.lower)
    return outer.embedded(sign, noun.lower)


def beside(outer: Standing, word: Token, token: Token) -> Standing:
    """Stand as something told beside the main verb: certain if that is, weaker in other worlds.

    What "the", "this" or a possessor marks as known is taken for granted in any world.
    """
    reasons = (*outer.reasons, f"{word.lower}: beside")
    if outer.modality in NOT_ACTUAL and not is_definite(token):
        return Standing(1.8, outer.modality, reasons)
    return Standing(2.7, Modality.ACTUAL, reasons)


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase speaks of something known: "the attack", "their offensive"."""
    return any(
        child.dep == "poss" or (child.dep == "det" and child.lower in ("the", "this", "that", "these", "those"))
        for child in noun.children
    )
