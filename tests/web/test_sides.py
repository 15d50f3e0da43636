"""A party has one shape and colour, whichever of the pack's parties a place's claims name."""

from __future__ import annotations

import pytest

from contested.packs import load, names
from contested.web.sides import side_index, side_indices


@pytest.mark.parametrize("pack", names())
def test_a_party_keeps_its_place(pack: str) -> None:
    """Alone with the next one, or among all."""
    order = load(pack).party_names()
    for index, party in enumerate(order):
        assert side_index(party, order) == index
    assert side_indices(order[:2]) == (0, 1)
    assert side_indices((order[1], order[0])) == (1, 0)


def test_parties_of_no_pack_stand_as_given() -> None:
    """Without a pack the list itself is the order; what is no party has no place."""
    assert side_indices(("Kestria", "Ostvan")) == (0, 1)
    assert side_index("contested", ("Kestria", "Ostvan")) is None
