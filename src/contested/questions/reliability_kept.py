"""What the claims say of each voice, war by war, as it lies in the ledger."""

from __future__ import annotations

from typing import Any

import msgspec

from contested.assessment.observations import Interest
from contested.assessment.reliability import Record, Reliability
from contested.assessment.state_space import Dynamics
from contested.questions.ground import Ground

NAME = "reliability-1"


class KeptReliability(msgspec.Struct):
    """A `Reliability` without keys of two parts, which JSON and MessagePack do not know."""

    accuracy: list[tuple[str, Interest, float]]
    records: tuple[Record, ...]
    dynamics: Dynamics
    places: dict[str, Dynamics]


def encode(ground: Ground) -> bytes:
    """Return the reliability of each war of which something was asked so far."""
    kept: list[tuple[tuple[str, ...], Any]] = []
    for parties, (_, found) in ground.wars().items():
        accuracy = [(voice, interest, value) for (voice, interest), value in found.accuracy.items()]
        kept.append((parties, KeptReliability(accuracy, found.records, found.dynamics, dict(found.places))))
    return msgspec.msgpack.encode(kept)


def decode(data: bytes) -> dict[tuple[str, ...], Reliability]:
    """Return the reliability of each war by its parties."""
    kept = msgspec.msgpack.decode(data, type=list[tuple[tuple[str, ...], KeptReliability]])
    return {
        parties: Reliability(
            {(voice, interest): value for voice, interest, value in found.accuracy},
            found.records,
            found.dynamics,
            found.places,
        )
        for parties, found in kept
    }
