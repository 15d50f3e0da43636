"""Above nouns: how an event named by a noun stands by the words over it."""

from __future__ import annotations

from contested.claims.climb import Walk
from contested.claims.embedding import (
    NOT_ACTUAL,
    beside,
    is_definite,
    is_of_truth,
    names_of,
    predicate_of,
    signed,
    under_noun,
    under_predicate,
)
from contested.claims.hedges import modals
from contested.claims.negation import is_negative_preposition
from contested.claims.own_words import VERBAL
from contested.claims.standing import TOP, Standing, classes, signature, stronger
from contested.lexicons import load
from contested.model import Modality
from contested.parse import Token


def object_above(token: Token, walk: Walk) -> Standing:
    """Stand as the object of a verb: "prevented the attack", "launched an attack"."""
    outer = walk.standing(token.head)
    return _as_object(token, outer, names_of(token.head))


def _as_object(token: Token, outer: Standing, names: tuple[str, ...]) -> Standing:
    sign = signature("object", *names)
    if sign is not None:
        return outer.embedded(sign, names[-1])
    if outer.score < 0:
        score = 2.4 if is_definite(token) else 0.5
        return Standing(score, Modality.ACTUAL, (*outer.reasons, f"{token.lower}: object of what is denied"))
    if outer.modality in NOT_ACTUAL:
        return Standing(max(outer.score * 0.9, 1.0), outer.modality, (*outer.reasons, f"{token.lower}: object"))
    return Standing(2.6 * outer.score / TOP, outer.modality, (*outer.reasons, f"{token.lower}: object"))


def subject_above(token: Token, walk: Walk) -> Standing:
    """Stand as a subject: "an attack is unlikely", "the attack never came", "the attack failed"."""
    head, outer = token.head, walk.standing(token.head)
    if token.dep == "nsubjpass":
        sign = signature("object", *names_of(head))
        return outer.embedded(sign, head.lower) if sign else beside(outer, head, token)
    predicate = predicate_of(head)
    if predicate is not None and is_of_truth(predicate):
        return under_predicate(token, predicate, outer)
    sign = signature("subject", *names_of(head))
    if sign is not None and predicate is None:
        return outer.embedded(sign, head.lower)
    if token.pos == "NOUN" and is_hypothetical(head):
        modality = stronger(outer.modality, Modality.POSSIBLE)
        return Standing(2.0, modality, (*outer.reasons, f"{token.lower}: supposed"))
    return beside(outer, head, token)


def is_hypothetical(verb: Token) -> bool:
    """Whether a verb supposes its subject: "the fall of the town would open the road"."""
    words = {hedge.word for hedge in modals(verb)}
    return not words.isdisjoint(load("hedges")["supposing"])


def prepositional(token: Token, walk: Walk) -> Standing:
    """Stand as the noun after a preposition: "threat of attack", "called for a ceasefire"."""
    preposition = token.head
    if walk.ends_at(preposition):
        return walk.base
    governor = preposition.head
    outer = walk.above_preposition(preposition)
    if is_negative_preposition(preposition) or is_negative_preposition(governor):
        return outer.embedded(classes()["omit"], preposition.lower)
    if governor.pos in ("NOUN", "PROPN") and preposition.lower in ("of", "to", "for", "on", "about", "against", "at"):
        if signature("noun", governor.lemma):
            return under_noun(governor, outer, "noun")
        return Standing(max(outer.score, 1.8) * 0.93, outer.modality, outer.reasons)
    if governor.pos in VERBAL:
        names = tuple(f"{name} {preposition.lower}" for name in names_of(governor))
        sign = signature("object", *names)
        if sign is not None:
            return outer.embedded(sign, names[-1])
    if is_of_truth(governor):
        return outer.embedded(signed("adjective", "value", governor.lemma), governor.lower)
    return beside(outer, preposition, token)


def modifier(token: Token, walk: Walk) -> Standing:
    """Stand as a noun before a noun: "peace plan", "attack drones"."""
    outer = walk.standing(token.head)
    if signature("noun", token.head.lemma):
        return under_noun(token.head, outer, "noun")
    if outer.score < 0:
        return Standing(1.0, Modality.ACTUAL, outer.reasons)
    return Standing(outer.score * 0.8, outer.modality, outer.reasons)


def bare_noun(token: Token, walk: Walk) -> Standing:
    """Stand as the subject where a parenthesis hid it from the parser: "Its fall, they say, would …"."""
    head = token.head
    has_subject = any(child.dep in ("nsubj", "nsubjpass", "csubj", "expl") for child in head.children)
    if head.pos in VERBAL and not has_subject and token.i < head.i:
        return subject_above(token, walk)
    return granted(token, walk)


def granted(token: Token, _walk: Walk) -> Standing:
    """Stand as taken for granted: "wounded soldiers"."""
    return Standing(2.7, Modality.ACTUAL, (f"{token.lower}: taken for granted",))
