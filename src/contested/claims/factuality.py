"""Factuality: whether, and how surely, a source says that an event is so."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from contested.claims.tense import auxiliaries, tense_of
from contested.model import Certainty, Claim, CueClass, Modality, Polarity, Tense
from contested.parse import Token
from contested.reading import Reading


@dataclass(frozen=True, slots=True)
class EventFactuality:
    """How an event stands for its source: "did not fall" is negative, CT, actual, past."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    modality: Modality = Modality.ACTUAL
    tense: Tense = Tense.UNKNOWN


def event_factuality(reading: Reading, token: Token, claim: Claim | None = None) -> EventFactuality:
    """Return how an event stands for the claim's source; for the author with no claim."""
    found = EventFactuality(tense=tense_of(token))
    words = {child.lower for child in auxiliaries(token)}
    if any(child.dep == "neg" for child in token.children):
        found = replace(found, polarity=Polarity.NEGATIVE)
    if words & {"may", "might", "could", "can"}:
        found = replace(found, certainty=Certainty.POSSIBLE, modality=Modality.POSSIBLE)
    if words & {"will", "would", "shall", "should", "must"}:
        found = replace(found, certainty=Certainty.PROBABLE, modality=Modality.PLANNED)
    if claim is not None and claim.cue is not None and claim.cue.cue_class in (CueClass.DENY, CueClass.REJECT):
        flipped = Polarity.POSITIVE if found.polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
        found = replace(found, polarity=flipped)
    return found


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
