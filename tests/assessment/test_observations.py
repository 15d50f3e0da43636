"""What a claim allows to be said about control."""

from __future__ import annotations

import pytest

from contested.assessment.observations import Interest, compatible_states, observe, states_of_part
from contested.model import NO_PARTY, ActorKind, Bearing, Certainty, CueClass, Modality, Tense
from tests.factories import entry

PARTIES = ("Kestria", "Ostvan")
K, O, C = "Kestria", "Ostvan", "contested"  # noqa: E741

STATES = [
    # bearing, party, positive, part of the place, states allowed
    (Bearing.GAIN, K, True, False, {K}),
    (Bearing.GAIN, K, False, False, {O, C}),
    (Bearing.GAIN, K, True, True, {K, C}),
    (Bearing.HOLD, O, True, False, {O}),
    (Bearing.HOLD, O, True, True, {O, C}),
    (Bearing.WITHDRAW, O, True, False, {K}),
    (Bearing.WITHDRAW, O, False, False, {O, C}),
    (Bearing.LOSS, O, True, True, {K, C}),
    (Bearing.PARTLY_HOLD, K, True, False, {C}),
    (Bearing.PARTLY_HOLD, K, True, True, {K, C}),
    (Bearing.PARTLY_HOLD, K, False, True, {O, C}),
    (Bearing.ENTER, K, True, True, {K, C}),
    (Bearing.ENTER, K, False, True, set()),
    (Bearing.CONTESTED, "unknown", True, True, {C}),
    (Bearing.CONTESTED, "unknown", False, True, set()),
    (Bearing.ENTER, K, True, False, {C}),
    (Bearing.ENTER, K, False, False, {O}),
    (Bearing.CONTESTED, "unknown", True, False, {C}),
    (Bearing.CONTESTED, "unknown", False, False, {K, O}),
    (Bearing.ENCIRCLE, K, True, False, {O, C}),
    (Bearing.ENCIRCLE, K, False, False, set()),
    (Bearing.ADVANCE, K, True, False, set()),
    (Bearing.NONE, K, True, False, set()),
]


@pytest.mark.parametrize(("bearing", "party", "positive", "part", "expected"), STATES)
def test_compatible_states(bearing: Bearing, party: str, positive: bool, part: bool, expected: set[str]) -> None:
    """Each bearing allows the states that its words allow, and a denial the others."""
    assert compatible_states(bearing, party, positive, part, PARTIES) == expected


PART_STATES = [
    # bearing, party, positive, states allowed of the part itself
    (Bearing.GAIN, K, True, {K}),
    (Bearing.PARTLY_HOLD, K, True, {K}),
    (Bearing.PARTLY_HOLD, K, False, {O, C}),
    (Bearing.WITHDRAW, O, True, {K}),
    (Bearing.ENTER, K, True, {C}),
    (Bearing.ENTER, K, False, {O}),
    (Bearing.CONTESTED, "unknown", False, {K, O}),
    (Bearing.ENCIRCLE, K, True, set()),
]


@pytest.mark.parametrize(("bearing", "party", "positive", "expected"), PART_STATES)
def test_states_of_part(bearing: Bearing, party: str, positive: bool, expected: set[str]) -> None:
    """Of the part that it names, a statement says what it would say of a whole place."""
    assert states_of_part(bearing, party, positive, PARTIES) == expected


def one(*args: object, **kwargs: object) -> Interest:
    """Return the interest of the only observation of an entry."""
    (found,) = observe([entry(*args, **kwargs)], (), PARTIES)  # type: ignore[arg-type]
    return found.interest


def test_interest_tells_gain_from_admission() -> None:
    """Who speaks of whose gain decides what the voice has to gain."""
    assert one(K, "control.gain", holder=K) is Interest.OWN_GAIN
    assert one(K, "control.hold", holder=K) is Interest.OWN_HOLD
    assert one(O, "control.gain", holder=K) is Interest.OWN_LOSS
    assert one(O, "control.withdraw", holder=O) is Interest.OWN_LOSS
    assert one(K, "control.withdraw", holder=O) is Interest.OPPONENT_LOSS
    assert one(K, "control.gain", holder=O, negative=True) is Interest.OPPONENT_LOSS


def test_voices_of_no_side() -> None:
    """A monitor, an outlet, residents and footage speak for no side."""
    assert one("Meridian Monitor", holder=K, kind=ActorKind.MONITOR) is Interest.MONITOR
    assert one("", holder=K) is Interest.MEDIA
    assert one("residents", holder=K, kind=ActorKind.CIVILIAN, party=NO_PARTY) is Interest.WITNESS
    assert one("footage", holder=K, kind=ActorKind.EVIDENCE) is Interest.EVIDENCE


SILENT = [
    {"modality": Modality.PLANNED},
    {"modality": Modality.CONDITIONAL},
    {"modality": Modality.ATTEMPTED},
    {"condition": True},
    {"tense": Tense.FUTURE},
    {"certainty": Certainty.UNKNOWN},
    {"cue": CueClass.QUESTION},
    {"cue": CueClass.PREDICT},
    {"cue": CueClass.PROMISE},
    {"day": None},
]


@pytest.mark.parametrize("kwargs", SILENT)
def test_what_is_no_evidence(kwargs: dict[str, object]) -> None:
    """Plans, conditions, attempts, questions, predictions and undated reports count for nothing."""
    assert observe([entry(K, "control.gain", holder=K, **kwargs)], (), PARTIES) == []  # type: ignore[arg-type]


def test_own_party_named_elsewhere_is_ignored() -> None:
    """A holder that is no party of the packs says nothing about the parties."""
    assert observe([entry(K, "control.gain", holder="Thirdland")], (), PARTIES) == []


def test_fighting_on_the_way_to_the_point_is_an_aside() -> None:
    """ "Took the town after weeks of street fighting" says who holds it, not that it is contested."""
    import msgspec

    claim, other = entry(K, "control.gain", holder=K), entry(K, "control.contest", holder=K)
    both = msgspec.structs.replace(claim, events=(*claim.events, *other.events))
    (found,) = observe([both], (), PARTIES)
    assert found.compatible == {K}


def test_saying_that_there_is_fighting_acknowledges_nothing() -> None:
    """A side that calls a place contested makes no admission."""
    assert one(K, "control.contest", holder=O) is Interest.OWN_GAIN
