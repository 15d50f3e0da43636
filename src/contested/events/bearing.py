"""Bearing: what an event means for who controls its place, and for which party."""

from __future__ import annotations

from contested.events import ontology
from contested.events.companions import named_part
from contested.events.triggers import Trigger
from contested.model import NO_PARTY, UNKNOWN, Actor, Bearing, ControlBearing, Place, Quantity

WHOLE = 0.995
"""A share from here on is the whole place, and holding it is no partial holding."""


def control_bearing(
    trigger: Trigger,
    agent: Actor | None,
    target: Actor | None,
    places: tuple[Place, ...],
    quantities: tuple[Quantity, ...],
) -> ControlBearing | None:
    """Return how an event bears on control, or None where its type does not.

    "Russian units hold the northern districts" → partly_hold, Russia, part "northern districts".
    """
    control = ontology.event_type(trigger.type).control
    if control is None:
        return None
    part = next((place.part for place in places if place.part), None) or named_part(trigger.args)
    share = next((_share(quantity) for quantity in quantities if quantity.unit == "share"), None)
    bearing = control.bearing
    if bearing is Bearing.HOLD and (part or (share is not None and share < WHOLE)):
        bearing = Bearing.PARTLY_HOLD
    if bearing is Bearing.GAIN and agent is None and target is not None and target.party not in (UNKNOWN, NO_PARTY):
        # "Russian troops were driven out of the town": who lost it is said, who gained is not
        return ControlBearing(bearing=Bearing.LOSS, party=target.party, share=share, part=part)
    doer = {"agent": agent, "target": target}.get(control.party)
    return ControlBearing(bearing=bearing, party=doer.party if doer else UNKNOWN, share=share, part=part)


def _share(quantity: Quantity) -> float | None:
    for value in (quantity.best, quantity.low, quantity.high):
        if value is not None:
            return min(max(value, 0.0), 1.0)
    return None
