"""Above clauses: how a clause stands by the verb, noun, adjective or preposition over it."""

from __future__ import annotations

from dataclasses import replace

from contested.claims.climb import Walk
from contested.claims.conditions import is_conditional_clause
from contested.claims.embedding import (
    NOT_ACTUAL,
    beside,
    frame_of,
    names_of,
    predicate_of,
    signed,
    under_noun,
    under_predicate,
)
from contested.claims.negation import is_negative_preposition
from contested.claims.standing import Signature, Standing, classes, signature
from contested.model import Modality
from contested.parse import Token

PURPOSE = Signature(1.75, 0.8, Modality.PLANNED, name="purpose")
DEFAULTS = {
    "that": "report",
    "to": "plan",
    "ing": "phase",
}
"""The class of an embedding word that no list names, by frame: the middle of what was seen."""


def conjunct(token: Token, walk: Walk) -> Standing:
    """Stand in the same surroundings as the first conjunct."""
    return walk.surroundings(token.head)


def complement(token: Token, walk: Walk) -> Standing:
    """Stand as the verb, noun or adjective says of its clause: "plans to …", "denied that …"."""
    head, outer = token.head, walk.standing(token.head)
    if any(child.dep == "mark" and child.lower in ("whether", "if") for child in token.children):
        return outer.embedded(classes()["open"], "whether")
    if _asks(token) and outer.score < 0:
        return replace(outer, score=-outer.score).embedded(classes()["open"], "question inside")
    if head.pos in ("NOUN", "PROPN"):
        if frame_of(token) == "that" and not signature("noun", head.lemma):
            return Standing(2.7, Modality.ACTUAL, (*outer.reasons, f"{head.lower}: clause by a noun"))
        return under_noun(head, outer, "noun")
    predicate = predicate_of(head)
    if predicate is not None:
        return under_predicate(token, predicate, outer)
    if head.pos == "ADJ":
        return outer.embedded(signed("adjective", "value", head.lemma), head.lower)
    frame = frame_of(token)
    if frame == "to" and head.lemma == "go" and head.tag == "VBG":
        return outer.weakened(2.3, Modality.PLANNED, "going to: planned")
    return outer.embedded(signed(frame, DEFAULTS[frame], *names_of(head)), head.lower)


def _asks(clause: Token) -> bool:
    """Whether a complement is a question: "not clear who fired", "could not say how many died"."""
    words = clause.subtree()
    return clause.dep in ("ccomp", "pcomp", "csubj") and words[0].tag in ("WP", "WRB", "WDT", "WP$")


def adverbial(token: Token, walk: Walk) -> Standing:
    """Stand as an adverbial clause: condition, purpose, time, reason."""
    outer = walk.standing(token.head)
    mark = next((child.lower for child in token.children if child.dep in ("mark", "advmod") and child.i < token.i), "")
    if is_conditional_clause(token):
        return Standing(0.8, Modality.CONDITIONAL, (*outer.reasons, "if: conditional"))
    if _follows_negative(token):
        return outer.embedded(classes()["omit"], "instead of")
    if frame_of(token) == "to":
        return outer.embedded(PURPOSE, "to")
    if mark == "until" and outer.modality is not Modality.ACTUAL:
        return Standing(1.3, Modality.PLANNED, (*outer.reasons, "until: open"))
    if mark in ("when", "once", "before", "until", "whenever") and NOT_ACTUAL & {outer.modality}:
        return Standing(1.8, outer.modality, (*outer.reasons, f"{mark}: open"))
    return Standing(2.8, Modality.ACTUAL, (*outer.reasons, "adverbial: taken for granted"))


def _follows_negative(verb: Token) -> bool:
    """Whether "instead of" or "without" stands right before a gerund that the parser hung elsewhere."""
    before = sorted((word for word in verb.head.children if word.i < verb.i), key=lambda word: -word.i)[:2]
    near = [word for word in before if verb.i - word.i <= 2 and word.dep in ("advmod", "prep", "cc", "mark")]
    words = [*near, *(child for word in near for child in word.children)]
    return verb.tag == "VBG" and any(is_negative_preposition(word) for word in words)


def relative(token: Token, walk: Walk) -> Standing:
    """Stand as a clause by a noun: taken for granted, or the noun's complement."""
    if token.dep == "acl" and (frame_of(token) == "to" or _has_that(token)):
        return complement(token, walk)
    return Standing(2.8, Modality.ACTUAL, ("relative clause: taken for granted",))


def _has_that(token: Token) -> bool:
    return any(child.dep == "mark" and child.lower == "that" for child in token.children)


def gerund(token: Token, walk: Walk) -> Standing:
    """Stand as a gerund after a preposition: "accused of shelling", "without firing"."""
    preposition = token.head
    if walk.ends_at(preposition):
        return walk.base
    governor = preposition.head
    outer = walk.above_preposition(preposition)
    if is_negative_preposition(preposition) or is_negative_preposition(governor):
        return outer.embedded(classes()["omit"], preposition.lower)
    if preposition.lower == "from" and signature("from", *names_of(governor)):
        return outer.embedded(signed("from", "prevent", *names_of(governor)), governor.lower)
    if preposition.lower in ("before", "until") and outer.modality is Modality.ACTUAL:
        return replace(outer, score=abs(outer.score))
    if governor.pos in ("NOUN", "PROPN") and signature("noun", governor.lemma):
        return under_noun(governor, outer, "noun")
    if governor.pos == "ADJ" and signature("adjective", governor.lemma):
        return outer.embedded(signed("adjective", "value", governor.lemma), governor.lower)
    sign = signature("ing", *(f"{name} {preposition.lower}" for name in names_of(governor)), *names_of(governor))
    if sign is not None and preposition.lower in ("of", "in", "about", "on", "against", "to", "with"):
        return outer.embedded(sign, governor.lower)
    return beside(outer, preposition, token)


def top(_token: Token, walk: Walk) -> Standing:
    """Stand as a sentence of its own."""
    return walk.base
