"""What the claims say of each voice, and what is to be said of the collection, as both lie in the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from contested.assessment.reliability import Reliability
from contested.questions.ground import Ground

NAME = "voices-1"
Parties = tuple[str, ...]
Packs = tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """Records of voices by day of knowledge ("": now) and parties; notes by packs and day."""

    records: Mapping[str, Mapping[Parties, Reliability]] = field(default_factory=dict)
    notes: Mapping[tuple[Packs, str], tuple[str, ...]] = field(default_factory=dict)


class _Stored(msgspec.Struct):
    records: list[tuple[str, Parties, Reliability]]
    notes: list[tuple[Packs, str, tuple[str, ...]]]


def encode(grounds: Mapping[str, Ground], notes: Mapping[tuple[Packs, str], tuple[str, ...]]) -> bytes:
    """Return, for each day of knowledge, the records of each war of which something was asked so far."""
    records = [
        (known_on, parties, found)
        for known_on, ground in grounds.items()
        for parties, (_, found) in ground.wars().items()
    ]
    return msgspec.msgpack.encode(_Stored(records, [(packs, day, said) for (packs, day), said in notes.items()]))


def decode(data: bytes) -> Kept:
    """Return what `encode` wrote."""
    stored = msgspec.msgpack.decode(data, type=_Stored)
    records: dict[str, dict[Parties, Reliability]] = {}
    for known_on, parties, found in stored.records:
        records.setdefault(known_on, {})[parties] = found
    return Kept(records, {(packs, day): said for packs, day, said in stored.notes})
