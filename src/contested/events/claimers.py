"""Whose gain or loss it is when a claim names no doer, by who makes the claim.

"Kyiv denied Russian claims of an encirclement": the encirclement would be Russia's. "The army
denied that the town had fallen": the loss would be the army's. Each rule holds for any two sides;
where the packs know more than two, what the opponent did stays unknown.
"""

from __future__ import annotations

from msgspec import structs

from contested import lexicons
from contested.events.triggers import Trigger
from contested.model import UNKNOWN, Actor, ActorKind, Bearing, Claim, ControlBearing, CueClass, Polarity
from contested.reading import Reading
from contested.text.actor_names import directory

TAKEN = frozenset({Bearing.GAIN, Bearing.ENTER, Bearing.ENCIRCLE, Bearing.BESIEGE, Bearing.ADVANCE, Bearing.FLAG})
"""Bearings that a side claims for itself when it names no doer: "Russian claims of an encirclement"."""
KEPT = frozenset({Bearing.GAIN, Bearing.HOLD, Bearing.PARTLY_HOLD, Bearing.FLAG})
"""Bearings that a side reports of its own units: "the spokesman said the Southern group holds the town"."""
LOST = frozenset({Bearing.LOSS, Bearing.WITHDRAW})
SAYING = frozenset({CueClass.ASSERT, CueClass.REPORT, CueClass.SHOW})
DENYING = frozenset({CueClass.DENY, CueClass.REJECT})
OWN_WORDS = frozenset(lexicons.load("event_nouns")["own_gains"])
"""Verbs that a side uses of its own gains only: "the town has been liberated"."""


def claimed_bearing(
    trigger: Trigger,
    control: ControlBearing | None,
    agent: Actor | None,
    claim: Claim,
    polarity: Polarity,
    reading: Reading,
) -> ControlBearing | None:
    """Return the bearing with the side that the claimer's side makes likely, where none was named.

    `claim` is the innermost claim around the trigger.
    """
    names = directory(reading.packs)
    speaker = claim.source.party
    if control is None or control.party != UNKNOWN or claim.source.own_voice or speaker not in names.parties:
        return control
    if claim.cue is None or (agent is not None and not _is_own_unit(agent)):
        return control
    cue = claim.cue.cue_class
    negated = cue in DENYING or polarity is Polarity.NEGATIVE
    side = None
    if agent is not None:
        side = speaker if control.bearing in KEPT and cue in SAYING and not negated else None
    elif control.bearing in TAKEN and negated:
        side = names.opponent(speaker)
    elif control.bearing in TAKEN and cue in SAYING:
        own = trigger.token.pos == "NOUN" or trigger.token.lemma in OWN_WORDS
        side = speaker if own else None
    elif control.bearing in LOST and (negated or cue is CueClass.ACKNOWLEDGE):
        side = speaker
    return structs.replace(control, party=side) if side is not None else control


def _is_own_unit(agent: Actor) -> bool:
    """Whether a doer without a side is a force called by its name: "the Southern group of forces"."""
    named = any(word[:1].isupper() for word in agent.name.split())
    return named and agent.kind in {ActorKind.UNIT, ActorKind.MILITARY}
