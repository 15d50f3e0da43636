"""How all claims stand at once: the statuses of `statuses.py` as one bit each, worked out on arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from contested.model import UNKNOWN, Relation, Verification
from contested.questions.arrays import Bits, Flags, Ints
from contested.questions.statuses import (
    AGREES,
    AS_REPORTED,
    BY_LINK,
    SPEAKS_FOR_ITSELF,
    Standing,
    speaks_for_side,
)

STANDINGS = list(Standing)
BIT = {standing: np.uint16(1 << number) for number, standing in enumerate(STANDINGS)}
RELATIONS = list(Relation)
ITSELF = np.uint16(sum(int(BIT[each]) for each in SPEAKS_FOR_ITSELF))

Links = tuple[Ints, Ints, Ints]
"""Both ends and the relation, as numbers."""


def status_bits(
    source: Ints,
    sources: Sequence[tuple[str, str, str]],
    document: Ints,
    verification: Ints,
    origin: Ints,
    links: Links,
    known: Flags | None = None,
) -> Bits:
    """Return one number a claim, with the bit of each of its standings set; `known` limits whose copies count."""
    bits = np.zeros(len(source), np.uint16)
    for number, word in enumerate(Verification):
        if word in AS_REPORTED:
            bits[verification == number] |= BIT[AS_REPORTED[word]]
    a, b, relation = links
    for (kind, first), standing in BY_LINK.items():
        chosen = relation == RELATIONS.index(kind)
        bits[(a if first else b)[chosen]] |= BIT[standing]
    agreeing = np.isin(relation, [RELATIONS.index(kind) for kind in AGREES])
    one, other = a[agreeing], b[agreeing]
    _agreement(bits, one, other, source, sources, origin)
    _agreement(bits, other, one, source, sources, origin)
    bare = (bits & ~ITSELF) == 0
    copied = documents_of(origin, document, known)[origin] > 1 if len(origin) else np.zeros(0, bool)
    bits[bare & copied] |= BIT[Standing.NOT_CONFIRMED]
    bits[bare & ~copied] |= BIT[Standing.ALONE]
    return bits


def _agreement(
    bits: Bits, mine: Ints, other: Ints, source: Ints, sources: Sequence[tuple[str, str, str]], origin: Ints
) -> None:
    """Set what like claims of other origins make of each; the rule is `statuses.agreement`."""
    names = {name: number for number, name in enumerate(sorted({who[0] for who in sources} | {UNKNOWN}))}
    parties = {party: number for number, party in enumerate(sorted({who[2] for who in sources}))}
    name = np.array([names[who[0]] for who in sources], np.int32)
    party = np.array([parties[who[2]] for who in sources], np.int32)
    sided = np.array([speaks_for_side(who[2]) for who in sources], bool)
    apart = origin[mine] != origin[other]
    x, y = source[mine], source[other]
    acknowledged = apart & sided[x] & sided[y] & (party[x] != party[y])
    further = apart & ~(sided[x] & sided[y]) & ((name[x] != name[y]) | (name[x] == names[UNKNOWN]))
    bits[mine[acknowledged]] |= BIT[Standing.ACKNOWLEDGED]
    bits[mine[further]] |= BIT[Standing.ALSO_SAID]


def documents_of(origin: Ints, document: Ints, known: Flags | None = None) -> Ints:
    """Return how many reports carry each origin."""
    if not len(origin):
        return np.zeros(0, np.int32)
    if known is None:
        known = np.ones(len(origin), bool)
    size = int(document.max()) + 1
    pairs = np.unique(origin[known].astype(np.int64) * size + document[known])
    return np.bincount(pairs // size, minlength=int(origin.max()) + 1).astype(np.int32)
