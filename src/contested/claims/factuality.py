"""Factuality: whether, and how surely, a source says that an event is so.

`event_factuality` climbs from the word of an event to the top of its sentence, or of the claim
that it stands in, and composes what the words on the way say: negation, modals, hedges,
implicative and factive verbs, conditions. Literature: Sauri and Pustejovsky (2009), FactBank;
Nairn, Condoravdi and Karttunen (2006), Computing relative polarity; Lotan, Stern and Dagan
(2013), TruthTeller.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from contested.claims.context import Walk, standing
from contested.claims.standing import Standing
from contested.claims.tense import tense_of
from contested.model import Certainty, Claim, CueClass, Modality, Polarity, Tense
from contested.parse import Token
from contested.reading import Reading

NEGATIVE_SCALE = 0.7
"""Readers seldom give -3 to a plain "did not": on the 3-point scale it averages -2."""


@dataclass(frozen=True, slots=True)
class EventFactuality:
    """How an event stands for its source: "did not fall" is negative, CT, actual, past."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality = Modality.ACTUAL
    tense: Tense = Tense.UNKNOWN


def event_factuality(reading: Reading, token: Token, claim: Claim | None = None) -> EventFactuality:
    """Return how an event stands for the claim's source; for the author where no claim is given."""
    found = standing(token, walk_of(reading, claim))
    return EventFactuality(found.polarity, found.certainty, found.modality, tense_of(token))


def walk_of(reading: Reading, claim: Claim | None) -> Walk:
    """Return where the climb ends, and how the claim's cue makes its content stand."""
    if claim is None or not claim.content:
        return Walk()
    top = reading.parse.head_of(claim.content[0].start, claim.content[-1].end)
    base = Standing()
    if claim.cue is not None and claim.cue.cue_class in (CueClass.DENY, CueClass.REJECT):
        base = base.negated(claim.cue.lemma)
    return Walk(top, base)


def factuality_score(token: Token) -> float:
    """Return how sure the author is of an event, from -3 (certainly not) to 3 (certainly so).

    >>> factuality_score(parsed("They might withdraw.")["withdraw"])
    1.1
    """
    score = standing(token, Walk()).score
    return round(score if score >= 0 else score * NEGATIVE_SCALE, 2)


def judge_claim(reading: Reading, claim: Claim) -> Claim:
    """Return the claim with polarity, certainty, tense, condition, hedges and verification."""
    head = next((reading.parse.head_of(span.start, span.end) for span in claim.content), None)
    if head is None:
        return claim
    found = event_factuality(reading, head, claim)
    return msgspec.structs.replace(claim, polarity=found.polarity, certainty=found.certainty, tense=found.tense)


def judge_claims(reading: Reading) -> Reading:
    """Return the reading with its claims judged. Needs: parse, claims. Adds: fields of claims."""
    return replace(reading, claims=tuple(judge_claim(reading, claim) for claim in reading.claims))
