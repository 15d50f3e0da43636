"""Which shape and colour a party has: its place in the pack, the same on every page and for every place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from contested.packs import load, names


def side_index(party: str, parties: Sequence[str]) -> int | None:
    """Return the party's place in the pack that these parties come from; None for no party of theirs.

    A place's own list may hold only those parties that claims about it name, so a party's place in
    that list says nothing: circle and violet must mean the same party on the whole map.
    """
    return _index(party, tuple(parties))


def side_indices(parties: Sequence[str]) -> tuple[int, ...]:
    """Return the places in the pack of all these parties, in their own order."""
    return tuple(index for party in parties if (index := side_index(party, parties)) is not None)


@lru_cache(maxsize=10_000)
def _index(party: str, parties: tuple[str, ...]) -> int | None:
    if party not in parties:
        return None
    orders = [order for order in _orders() if set(parties) <= set(order)]
    if not orders:
        return parties.index(party)
    nearest = min(orders, key=lambda order: sum(order.index(each) for each in parties))
    return nearest.index(party)


@lru_cache(maxsize=1)
def _orders() -> tuple[tuple[str, ...], ...]:
    """Return the parties of every pack that is installed, each in its own order."""
    return tuple(load(name).party_names() for name in names())
