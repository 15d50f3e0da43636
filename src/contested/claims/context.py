"""Context: what the words above an event say about it, from the top of the sentence down.

`standing` climbs from the event to the top and composes on the way back: each dependency label
has a function that says how the event below stands, given how the word above it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from contested.claims import hedges
from contested.claims.conditions import is_conditional_clause, is_consequent
from contested.claims.negation import is_negative_phrase, is_negative_preposition, negates_clause, negations
from contested.claims.standing import TOP, Signature, Standing, classes, signature
from contested.claims.tense import auxiliaries
from contested.model import Modality
from contested.parse import Token

VERBAL = ("VERB", "AUX")
CONTENT_NOUNS = ("claim", "report", "opinion", "denial")
"""Signature classes of nouns that name a statement: what is said of them is said of its truth."""
PLAIN = Standing()
"""What the author says outright."""
WITHIN_CLAUSE = ("xcomp", "acomp", "pcomp", "prep", "attr", "oprd")
"""Labels on the way from an infinitive or gerund up to its finite verb."""
TRUTH = ("confirm", "forecast", "possible", "doubt", "falsity", "omit", "open")
"""Signature classes of adjectives that bear on a noun itself, not only on a clause."""
PURPOSE = Signature(1.75, 0.8, Modality.PLANNED, name="purpose")
DEFAULTS = {
    "that": "report",
    "to": "plan",
    "ing": "phase",
}
"""The class of an embedding word that no list names, by frame: the middle of what was seen."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a climb ends and how things stand there: at the edge of a claim's content, or the root.

    `inside` are the indexes of the content's tokens; None means the whole sentence.
    """

    inside: frozenset[int] | None = None
    base: Standing = PLAIN

    def ends_at(self, token: Token) -> bool:
        """Whether the climb ends at a token: the next step would leave the content."""
        return token.is_root or (self.inside is not None and token.head.i not in self.inside)


def standing(token: Token, walk: Walk) -> Standing:
    """Return how an event stands at the end of the climb.

    >>> standing(parsed("They failed to take the town.")["take"], Walk()).score
    -2.6
    """
    return locally(token, surroundings(token, walk))


def in_its_clause(token: Token) -> Standing:
    """Return how a word stands within its own finite clause: "was not able to confirm" is negative."""
    inside = {token.i}
    above = token
    while not above.is_root and above.dep in WITHIN_CLAUSE:
        inside.add(above.i)
        above = above.head
    inside.add(above.i)
    return standing(token, Walk(frozenset(inside)))


def surroundings(token: Token, walk: Walk) -> Standing:
    """Return how an event stands by the words above it alone."""
    if walk.ends_at(token):
        return walk.base
    around = LINKS.get(token.dep, _same)(token, walk)
    if negates_clause(token):  # counted once: at the noun, not at the verb above it too
        around = replace(around, score=-around.score)
    return around


# ------------------------------------------------------------------- the event's own words


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


# -------------------------------------------------------------------------- clauses above


def _same(token: Token, walk: Walk) -> Standing:
    """Stand as the word above does."""
    return standing(token.head, walk)


def _conjunct(token: Token, walk: Walk) -> Standing:
    """Stand in the same surroundings as the first conjunct."""
    return surroundings(token.head, walk)


def _complement(token: Token, walk: Walk) -> Standing:
    """Stand as the verb, noun or adjective says of its clause: "plans to …", "denied that …"."""
    head, outer = token.head, standing(token.head, walk)
    if any(child.dep == "mark" and child.lower in ("whether", "if") for child in token.children):
        return outer.embedded(classes()["open"], "whether")
    if _asks(token) and outer.score < 0:
        return replace(outer, score=-outer.score).embedded(classes()["open"], "question inside")
    if head.pos in ("NOUN", "PROPN"):
        if frame_of(token) == "that" and not signature("noun", head.lemma):
            return Standing(2.7, Modality.ACTUAL, (*outer.reasons, f"{head.lower}: clause by a noun"))
        return _under_noun(head, outer, "noun")
    predicate = _predicate(head)
    if predicate is not None:
        return _under_predicate(token, predicate, outer)
    if head.pos == "ADJ":
        return outer.embedded(_signed("adjective", "value", head.lemma), head.lower)
    frame = frame_of(token)
    if frame == "to" and head.lemma == "go" and head.tag == "VBG":
        return outer.weakened(2.3, Modality.PLANNED, "going to: planned")
    return outer.embedded(_signed(frame, DEFAULTS[frame], *names_of(head)), head.lower)


def _asks(clause: Token) -> bool:
    """Whether a complement is a question: "not clear who fired", "could not say how many died"."""
    words = clause.subtree()
    return clause.dep in ("ccomp", "pcomp", "csubj") and words[0].tag in ("WP", "WRB", "WDT", "WP$")


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


def _signed(frame: str, default: str, *names: str) -> Signature:
    return signature(frame, *names) or classes()[default]


def _predicate(copula: Token) -> Token | None:
    """Return the adjective or noun that a copula predicates, if it is one."""
    if copula.lemma not in ("be", "remain", "seem", "appear", "become", "look", "prove"):
        return None
    return next((child for child in copula.children if child.dep in ("acomp", "attr", "oprd")), None)


def _under_predicate(token: Token, predicate: Token, outer: Standing) -> Standing:
    """Stand as a predicate says: "it is unlikely that …", "the plan is to …"."""
    if predicate is token:
        return outer
    for word in hedges.adverbs(predicate):
        outer = outer.weakened(word.score, word.modality, word.reason)
    for negation in negations(predicate):
        outer = outer.negated(negation.lower)
    frame, default = ("adjective", "value") if predicate.pos == "ADJ" else ("noun", "fact")
    return outer.embedded(_signed(frame, default, predicate.lemma, predicate.lower), predicate.lower)


def _under_noun(noun: Token, outer: Standing, frame: str) -> Standing:
    """Stand as a noun says of its complement: "threat of …", "no sign of …", "claims that …"."""
    sign = signature(frame, noun.lemma)
    if sign is None:
        sign = classes()["value" if frame == "noun" else "possible"]
    if sign.name in CONTENT_NOUNS and outer.score < 0 and not is_negative_phrase(noun):
        return outer if sign.name != "denial" else outer.negated(noun.lower)
    return outer.embedded(sign, noun.lower)


def _adverbial(token: Token, walk: Walk) -> Standing:
    """Stand as an adverbial clause: condition, purpose, time, reason."""
    outer = standing(token.head, walk)
    mark = next((child.lower for child in token.children if child.dep in ("mark", "advmod") and child.i < token.i), "")
    if is_conditional_clause(token):
        return Standing(0.8, Modality.CONDITIONAL, (*outer.reasons, "if: conditional"))
    if _follows_negative(token):
        return outer.embedded(classes()["omit"], "instead of")
    if frame_of(token) == "to":
        return outer.embedded(PURPOSE, "to")
    if mark == "until" and outer.modality is not Modality.ACTUAL:
        return Standing(1.3, Modality.PLANNED, (*outer.reasons, "until: open"))
    if mark in ("when", "once", "before", "until", "whenever") and STRONG_FUTURE & {outer.modality}:
        return Standing(1.8, outer.modality, (*outer.reasons, f"{mark}: open"))
    return Standing(2.8, Modality.ACTUAL, (*outer.reasons, "adverbial: taken for granted"))


def _follows_negative(verb: Token) -> bool:
    """Whether "instead of" or "without" stands right before a gerund that the parser hung elsewhere."""
    before = sorted((word for word in verb.head.children if word.i < verb.i), key=lambda word: -word.i)[:2]
    near = [word for word in before if verb.i - word.i <= 2 and word.dep in ("advmod", "prep", "cc", "mark")]
    words = [*near, *(child for word in near for child in word.children)]
    return verb.tag == "VBG" and any(is_negative_preposition(word) for word in words)


STRONG_FUTURE = {Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL}


def _relative(token: Token, walk: Walk) -> Standing:
    """Stand as a clause by a noun: taken for granted, or the noun's complement."""
    if token.dep == "acl" and (frame_of(token) == "to" or _has_that(token)):
        return _complement(token, walk)
    return Standing(2.8, Modality.ACTUAL, ("relative clause: taken for granted",))


def _has_that(token: Token) -> bool:
    return any(child.dep == "mark" and child.lower == "that" for child in token.children)


def _gerund(token: Token, walk: Walk) -> Standing:
    """Stand as a gerund after a preposition: "accused of shelling", "without firing"."""
    preposition = token.head
    governor = preposition.head
    outer = _above_preposition(preposition, walk)
    if is_negative_preposition(preposition) or is_negative_preposition(governor):
        return outer.embedded(classes()["omit"], preposition.lower)
    if preposition.lower == "from" and signature("from", *names_of(governor)):
        return outer.embedded(_signed("from", "prevent", *names_of(governor)), governor.lower)
    if preposition.lower in ("before", "until") and outer.modality is Modality.ACTUAL:
        return replace(outer, score=abs(outer.score))
    if governor.pos in ("NOUN", "PROPN") and signature("noun", governor.lemma):
        return _under_noun(governor, outer, "noun")
    if governor.pos == "ADJ" and signature("adjective", governor.lemma):
        return outer.embedded(_signed("adjective", "value", governor.lemma), governor.lower)
    sign = signature("ing", *(f"{name} {preposition.lower}" for name in names_of(governor)), *names_of(governor))
    if sign is not None and preposition.lower in ("of", "in", "about", "on", "against", "to", "with"):
        return outer.embedded(sign, governor.lower)
    return _beside(outer, preposition, token)


def _above_preposition(preposition: Token, walk: Walk) -> Standing:
    """Return how the word that governs a preposition stands; prepositions can stand in a row."""
    return walk.base if walk.ends_at(preposition) else standing(preposition.head, walk)


def _beside(outer: Standing, word: Token, token: Token) -> Standing:
    """Stand as something told beside the main verb: certain if that is, weaker in other worlds.

    What "the", "this" or a possessor marks as known is taken for granted in any world.
    """
    reasons = (*outer.reasons, f"{word.lower}: beside")
    if outer.modality in STRONG_FUTURE and not is_definite(token):
        return Standing(1.8, outer.modality, reasons)
    return Standing(2.7, Modality.ACTUAL, reasons)


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase speaks of something known: "the attack", "their offensive"."""
    return any(
        child.dep == "poss" or (child.dep == "det" and child.lower in ("the", "this", "that", "these", "those"))
        for child in noun.children
    )


# ----------------------------------------------------------------------------- nouns above


def _object(token: Token, walk: Walk) -> Standing:
    """Stand as the object of a verb: "prevented the attack", "launched an attack"."""
    outer = standing(token.head, walk)
    return _as_object(token, outer, names_of(token.head))


def _as_object(token: Token, outer: Standing, names: tuple[str, ...]) -> Standing:
    sign = signature("object", *names)
    if sign is not None:
        return outer.embedded(sign, names[-1])
    if outer.score < 0:
        score = 2.4 if is_definite(token) else 0.5
        return Standing(score, Modality.ACTUAL, (*outer.reasons, f"{token.lower}: object of what is denied"))
    if outer.modality in STRONG_FUTURE:
        return Standing(max(outer.score * 0.9, 1.0), outer.modality, (*outer.reasons, f"{token.lower}: object"))
    return Standing(2.6 * outer.score / TOP, outer.modality, (*outer.reasons, f"{token.lower}: object"))


def _subject(token: Token, walk: Walk) -> Standing:
    """Stand as a subject: "an attack is unlikely", "the attack never came", "the attack failed"."""
    head, outer = token.head, standing(token.head, walk)
    if token.dep == "nsubjpass":
        sign = signature("object", *names_of(head))
        return outer.embedded(sign, head.lower) if sign else _beside(outer, head, token)
    predicate = _predicate(head)
    if predicate is not None and _is_of_truth(predicate):
        return _under_predicate(token, predicate, outer)
    sign = signature("subject", *names_of(head))
    if sign is not None and predicate is None:
        return outer.embedded(sign, head.lower)
    return _beside(outer, head, token)


def truth_predicate(copula: Token) -> Token | None:
    """Return the adjective by which a clause says that something is so, or is not: "is false"."""
    predicate = _predicate(copula)
    return predicate if predicate is not None and _is_of_truth(predicate) else None


def _is_of_truth(adjective: Token) -> bool:
    """Whether an adjective says of a thing that it is or comes about: "likely", "imminent", "false"."""
    sign = signature("adjective", adjective.lemma) if adjective.pos == "ADJ" else None
    return sign is not None and sign.name in TRUTH


def _prepositional(token: Token, walk: Walk) -> Standing:
    """Stand as the noun after a preposition: "threat of attack", "called for a ceasefire"."""
    preposition = token.head
    governor = preposition.head
    outer = _above_preposition(preposition, walk)
    if is_negative_preposition(preposition) or is_negative_preposition(governor):
        return outer.embedded(classes()["omit"], preposition.lower)
    if governor.pos in ("NOUN", "PROPN") and preposition.lower in ("of", "to", "for", "on", "about", "against", "at"):
        if signature("noun", governor.lemma):
            return _under_noun(governor, outer, "noun")
        return Standing(max(outer.score, 1.8) * 0.93, outer.modality, outer.reasons)
    if governor.pos in VERBAL:
        names = tuple(f"{name} {preposition.lower}" for name in names_of(governor))
        sign = signature("object", *names)
        if sign is not None:
            return outer.embedded(sign, names[-1])
    if _is_of_truth(governor):
        return outer.embedded(_signed("adjective", "value", governor.lemma), governor.lower)
    return _beside(outer, preposition, token)


def _modifier(token: Token, walk: Walk) -> Standing:
    """Stand as a noun before a noun: "peace plan", "attack drones"."""
    outer = standing(token.head, walk)
    if signature("noun", token.head.lemma):
        return _under_noun(token.head, outer, "noun")
    if outer.score < 0:
        return Standing(1.0, Modality.ACTUAL, outer.reasons)
    return Standing(outer.score * 0.8, outer.modality, outer.reasons)


def _granted(token: Token, _walk: Walk) -> Standing:
    """Stand as taken for granted: "wounded soldiers"."""
    return Standing(2.7, Modality.ACTUAL, (f"{token.lower}: taken for granted",))


def _top(_token: Token, walk: Walk) -> Standing:
    """Stand as a sentence of its own."""
    return walk.base


Link: TypeAlias = Callable[[Token, Walk], Standing]
LINKS: dict[str, Link] = {
    "ccomp": _complement,
    "xcomp": _complement,
    "acl": _relative,
    "relcl": _relative,
    "advcl": _adverbial,
    "pcomp": _gerund,
    "csubj": _subject,
    "csubjpass": _subject,
    "conj": _conjunct,
    "dobj": _object,
    "nsubj": _subject,
    "nsubjpass": _subject,
    "pobj": _prepositional,
    "compound": _modifier,
    "nmod": _modifier,
    "amod": _granted,
    "poss": _granted,
    "npadvmod": _granted,
    "parataxis": _top,
}
"""What each dependency label does; a label that is not here stands as the word above."""
