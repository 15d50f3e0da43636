"""Factuality: whether, and how surely, a source says that an event is so.

`event_factuality` climbs from the word of an event to the top of its sentence, or of the claim
that it stands in, and composes what the words on the way say: negation, modals, hedges,
implicative and factive verbs, conditions. Literature: Sauri and Pustejovsky (2009), FactBank;
Nairn, Condoravdi and Karttunen (2006), Computing relative polarity; Lotan, Stern and Dagan
(2013), TruthTeller.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from msgspec import structs

from contested.claims.conditions import find_condition
from contested.claims.context import standing
from contested.claims.evidence import find_evidence
from contested.claims.hedges import find_hedges
from contested.claims.negation import is_negative_phrase
from contested.claims.register import is_personal
from contested.claims.stance import content_head, content_tokens, core_of, future_by_cue, walk_of
from contested.claims.tense import auxiliaries, tense_of
from contested.claims.verification import judge_verification
from contested.model import Certainty, Claim, Modality, Polarity, Span, Tense
from contested.parse import Token
from contested.reading import Reading

NEGATIVE_SCALE = 0.7
"""Readers seldom give -3 to a plain "did not": on the 3-point scale it averages -2."""

NOT_YET = (Modality.PLANNED, Modality.POSSIBLE, Modality.ATTEMPTED, Modality.CONDITIONAL)
PERSONAL_SLOPE, PERSONAL_BASE = 0.3, -1.2
"""In talk of "I", "we" and "you" what is not yet is an intention, a request or advice, not a
forecast, and readers rate it as not having happened. Only the score knows this, not the records."""


@dataclass(frozen=True, slots=True)
class EventFactuality:
    """How an event stands for its source: "did not fall" is negative, CT, actual, past."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality = Modality.ACTUAL
    tense: Tense = Tense.UNKNOWN


def event_factuality(reading: Reading, token: Token, claim: Claim | None = None) -> EventFactuality:
    """Return how an event stands for the claim's source; for the author where no claim is given.

    "Kyiv denied that the town had fallen", "fallen" in the claim: negative, CT, actual, past.
    """
    found = walk_of(reading.parse, claim, token).standing(token)
    tense = tense_of(token)
    if looks_ahead(token, found.modality):
        tense = Tense.FUTURE
    elif tense is Tense.FUTURE and found.modality is Modality.ACTUAL and token.pos in ("NOUN", "PROPN"):
        tense = Tense.UNKNOWN  # "would be the largest gain since the capture": the capture is no future
    if claim is not None:
        tense = future_by_cue(claim, tense)
    return EventFactuality(found.polarity, found.certainty, found.modality, tense)


def looks_ahead(token: Token, modality: Modality) -> bool:
    """Whether an event lies ahead of what is said of it: "planned to attack", "likely to rise"."""
    helpers = {child.lower for child in auxiliaries(token)}
    if modality is Modality.POSSIBLE:
        return "to" in helpers and "have" not in helpers
    return modality is Modality.PLANNED and token.tag not in ("VBD", "VBZ", "VBP") and "have" not in helpers


def factuality_score(token: Token) -> float:
    """Return how sure the author is of an event, from -3 (certainly not) to 3 (certainly so).

    >>> factuality_score(parsed("They might withdraw.")["withdraw"])
    1.1
    """
    found = standing(token)
    if found.score < 0:
        return round(found.score * NEGATIVE_SCALE, 2)
    if found.modality in NOT_YET and is_personal(token):
        return round(found.score * PERSONAL_SLOPE + PERSONAL_BASE, 2)
    return round(found.score, 2)


def judge_claim(reading: Reading, claim: Claim) -> Claim:
    """Return the claim with polarity, certainty, tense, condition, hedges and evidence.

    Verification needs the claims around it: see `judge_claims`.
    """
    head = content_head(reading.parse, claim)
    if head is None:
        return claim
    found = event_factuality(reading, core_of(head), claim)
    return structs.replace(
        claim,
        polarity=Polarity.NEGATIVE if _has_none(head, found) else found.polarity,
        certainty=found.certainty,
        tense=found.tense,
        condition=condition_of(reading, claim, head),
        hedges=find_hedges(reading.text, claim.start, claim.end),
        evidence=find_evidence(reading, claim),
    )


def _has_none(head: Token, found: EventFactuality) -> bool:
    """Whether a content says that there is none of something: "it had no troops there"."""
    if found.polarity is Polarity.NEGATIVE:
        return True
    contrast = any(child.dep == "cc" and child.lower == "but" for child in head.children)
    return not contrast and any(child.dep == "dobj" and is_negative_phrase(child) for child in head.children)


def condition_of(reading: Reading, claim: Claim, head: Token) -> Span | None:
    """Return the "if A" of a claim, also where it stands before "X said"."""
    inside = find_condition(content_tokens(reading.parse, claim))
    if inside is not None or claim.cue is None:
        return inside
    above = next(head.ancestors(), None)
    if above is None or not claim.cue.start <= above.start < claim.cue.end:
        return None
    return find_condition(token for token in above.subtree() if token.i < above.i)


def judge_claims(reading: Reading) -> Reading:
    """Return the reading with its claims judged. Needs: parse, claims. Adds: fields of claims."""
    judged = replace(reading, claims=tuple(judge_claim(reading, claim) for claim in reading.claims))
    return judge_verification(judged)
