"""Stance: how a cue makes the content of its claim stand for the source.

"denied that X" turns X round, "asked whether X" leaves it open, "did not confirm X" too: neither
is a claim that X is so, nor that it is not.
"""

from __future__ import annotations

from contested.claims.climb import PLAIN, Walk
from contested.claims.context import in_its_clause, walk
from contested.claims.embedding import frame_of, truth_predicate
from contested.claims.hedges import adverb_table
from contested.claims.negation import is_negative_phrase
from contested.claims.standing import Standing, classes, signature
from contested.lexicons import load
from contested.model import Claim, CueClass, Modality, Tense
from contested.parse import Parse, Token

OPEN = 0.3
"""The score of a content on which its source takes no stand: below each FactBank grade."""
CLASS_STANDING: dict[CueClass, Standing] = {
    CueClass.DENY: Standing(-3.0),
    CueClass.REJECT: Standing(-3.0),
    CueClass.QUESTION: Standing(OPEN, Modality.POSSIBLE),
    CueClass.PREDICT: Standing(1.9, Modality.POSSIBLE),
    CueClass.PROMISE: Standing(1.9, Modality.PLANNED),
    CueClass.ORDER: Standing(1.2, Modality.PLANNED),
    CueClass.RETRACT: Standing(-OPEN),
    CueClass.REFUSE_COMMENT: Standing(OPEN, Modality.POSSIBLE),
}
"""How the content stands by the class of its cue; other classes assert it."""


OPINIONS = ("opinion", "seem", "forecast", "doubt", "wish")
"""Signature classes of verbs by which a source says that it is not sure."""


NOT_COME = ("possible", "plan", "wish", "forecast", "order")
"""Signature classes of verbs whose object or act is not there yet."""
THROUGH = ("achieve", "omit", "phase", "seem", "enable", "forecast", "doubt")
"""Signature classes of verbs and adjectives that only say whether what follows came about."""


def content_tokens(parse: Parse, claim: Claim) -> tuple[Token, ...]:
    """Return the words of a claim's content, in text order."""
    return tuple(token for span in claim.content for token in parse.tokens_in(span.start, span.end))


def content_head(parse: Parse, claim: Claim) -> Token | None:
    """Return the word that heads a claim's content: its main verb, or its noun.

    Of several words whose heads lie outside, a verb before a noun, the larger before the smaller.
    """
    tokens = content_tokens(parse, claim)
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.pos != "PUNCT" and (token.is_root or token.head.i not in inside)]
    verbs = [token for token in tops if token.pos in ("VERB", "AUX")]
    return max(verbs or tops, key=lambda token: (len(token.subtree()), -token.i), default=None)


def core_of(head: Token) -> Token:
    """Return the word that a claim is about: "failed to retake" is about retaking.

    Verbs that only say whether their complement came about, and predicates of truth ("it is untrue
    that …", "reports that … are false"), are passed through.
    """
    for child in head.children:
        if child.dep == "xcomp" and frame_of(child) == "to":
            sign = signature("to", head.lemma) or signature("adjective", head.lemma)
            if sign is not None and sign.name in THROUGH:
                return core_of(child)
    passive = next((child for child in head.children if child.dep == "nsubjpass"), None)
    sign = signature("object", head.lemma)
    if passive is not None and sign is not None and sign.name in ("pretence", "denial"):
        return passive  # "the reports were fabricated"
    predicate = truth_predicate(head)
    if predicate is None:
        return head
    for word in (head, predicate):
        for child in word.children:
            if child.dep in ("ccomp", "csubj", "xcomp") and child is not predicate:
                return core_of(child)
    return next((child for child in head.children if child.dep in ("nsubj", "csubj") and child.lower != "it"), head)


def walk_of(parse: Parse, claim: Claim | None, token: Token) -> Walk:
    """Return where the climb from an event in a claim ends, and how the content stands there."""
    if claim is None:
        return walk()
    inside = frozenset(word.i for word in content_tokens(parse, claim))
    if token.i not in inside:
        return walk()
    return walk(inside, stance(parse, claim, token))


def stance(parse: Parse, claim: Claim, event: Token) -> Standing:
    """Return how the content stands for the source by the cue alone.

    "Kyiv denied …" → Standing(-3.0); "he would not confirm …" → a score near 0.
    """
    if claim.cue is None:
        return PLAIN
    given = (
        hedge_of_cue(claim.cue.lemma)
        or _warning(claim, event)
        or _opinion(claim, event)
        or CLASS_STANDING.get(claim.cue.cue_class, PLAIN)
    )
    cue = _cue_head(parse, claim)
    if cue is None or claim.cue.cue_class is CueClass.REFUSE_COMMENT:
        return given
    said = in_its_clause(cue)
    if said.score < 0 or _finds_none(parse, claim):
        if claim.cue.cue_class is CueClass.QUESTION:
            return PLAIN  # "did not doubt that", "no question that"
        return Standing(OPEN, Modality.POSSIBLE, (f"{cue.lower}: not said",))
    if said.modality not in (Modality.ACTUAL, Modality.GENERIC) and said.score < 1.4:
        return given.weakened(1.2, Modality.POSSIBLE, f"{cue.lower}: may say")
    return given


def hedge_of_cue(lemma: str) -> Standing | None:
    """Return the standing under a cue that is itself a hedge: "reportedly", "alleged"."""
    row = load("hedges")["adjectives"].get(lemma)
    if row is not None:
        return Standing(row["score"], Modality(row.get("modality", "actual")))
    hedge = adverb_table().get(lemma)
    return Standing(hedge.score, hedge.modality) if hedge is not None else None


def _warning(claim: Claim, event: Token) -> Standing | None:
    """Return the standing of what is warned of: a noun or a to-clause has not come yet."""
    if claim.cue is None or claim.cue.cue_class is not CueClass.WARN:
        return None
    finite = event.pos in ("VERB", "AUX") or any(head.dep in ("ccomp", "ROOT") for head in event.ancestors())
    has_subject = any(child.dep in ("nsubj", "nsubjpass", "expl") for child in event.children)
    if event.pos in ("VERB", "AUX") and (finite and has_subject):
        return None
    return Standing(1.3, Modality.POSSIBLE)


def _opinion(claim: Claim, event: Token) -> Standing | None:
    """Return the standing of an opinion: "believe" is less than "describe as" or "assess".

    What is considered, wanted or feared as a thing or act ("considers air strikes") has not come.
    """
    if claim.cue is None or claim.cue.cue_class not in (CueClass.ASSESS, CueClass.QUESTION):
        return None
    if claim.cue.cue_class is CueClass.QUESTION:
        doubts = signature("that", claim.cue.lemma) is classes()["doubt"]
        return Standing(classes()["doubt"].holds) if doubts else None
    if event.pos == "NOUN" or event.tag == "VBG":
        sign = signature("object" if event.pos == "NOUN" else "ing", claim.cue.lemma)
        if sign is not None and sign.name in NOT_COME:
            return Standing(sign.holds, sign.modality)
    sign = signature("that", claim.cue.lemma) or signature("to", claim.cue.lemma)
    return Standing(sign.holds) if sign is not None and sign.name in OPINIONS else None


def _finds_none(parse: Parse, claim: Claim) -> bool:
    """Whether a cue's own noun is denied: "found no confirmation that", "made no mention of"."""
    return any(token.pos == "NOUN" and is_negative_phrase(token) for token in _cue_tokens(parse, claim))


def _cue_tokens(parse: Parse, claim: Claim) -> list[Token]:
    assert claim.cue is not None
    return [word for span in claim.cue.words or (claim.cue,) for word in parse.tokens_in(span.start, span.end)]


def _cue_head(parse: Parse, claim: Claim) -> Token | None:
    """Return the verb or noun that says it, of all the words of a cue ("did not deny": deny)."""
    tokens = _cue_tokens(parse, claim)
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.is_root or token.head.i not in inside]
    return next((token for token in tops if token.pos in ("VERB", "AUX", "NOUN")), None)


def future_by_cue(claim: Claim, found: Tense) -> Tense:
    """Return the tense of a claim: promises, orders and predictions look ahead."""
    looks_ahead = claim.cue is not None and claim.cue.cue_class in (CueClass.PREDICT, CueClass.PROMISE, CueClass.ORDER)
    return Tense.FUTURE if looks_ahead and found is not Tense.PAST else found
