"""What a map draws of a day: settlements with their state, words and age; the same for every drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contested.model import UNKNOWN
from contested.questions.picture import PlaceState
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.drawings.marks import mark, state_words
from contested.web.sides import side_index
from contested.web.words import short_age

CONTESTED = "contested"
MOST_INSIDE = 3
"""Parts of a diamond that can still be told apart."""
SMALL = 22
"""Pixels of a mark on a map."""


@dataclass(frozen=True, slots=True)
class MapPlace:
    """One settlement on a map. `rank` is the reading order: disputed, contested, then by last report."""

    id: str
    name: str
    lat: float
    lon: float
    address: str
    state: str
    party_index: int | None
    fill: str
    disputed: bool
    inside: tuple[int, ...]  # places in the pack of the parties that reports place inside, if contested
    label: str  # the age, and "claimed" or "disputed" where the mark is too small for the badge
    words: str  # all that the mark says
    rank: int = 0

    @property
    def mark(self) -> str:
        """Return the key under which the drawing of its mark is kept: equal places share one."""
        return f"{self.party_index}-{self.inside}-{self.fill}-{self.disputed}"


def map_places(states: Iterable[PlaceState], clocks: Clocks) -> list[MapPlace]:
    """Return the places that have a point, in reading order."""
    placed = sorted((s for s in states if s.lat is not None and s.lon is not None), key=_reading_order)
    return [_map_place(state, clocks, rank) for rank, state in enumerate(placed)]


def not_placed(states: Iterable[PlaceState]) -> list[PlaceState]:
    """Return what reports name without a point: listed under the map, never placed."""
    return [state for state in states if state.lat is None or state.lon is None]


def _reading_order(state: PlaceState) -> tuple[bool, bool, bool, str, str]:
    newest_first = "".join(chr(0x10FFFF - ord(c)) for c in state.last_report or "")
    return (not state.disputed, state.state != CONTESTED, state.state == UNKNOWN, newest_first, state.name)


def _map_place(state: PlaceState, clocks: Clocks, rank: int) -> MapPlace:
    index = side_index(state.state, state.parties)
    age = short_age(state.last_report, clocks.day)
    said = state_words(
        state.state if index is not None else None, state.fill, state.disputed, contested=state.state == CONTESTED
    )
    flags = [word for word, set_ in (("claimed", state.fill == "claimed"), ("disputed", state.disputed)) if set_]
    last = (
        "no recent report" if state.last_report is None else f"last report {age}" + (" ago" if age[-1] == "d" else "")
    )
    assert state.lat is not None
    assert state.lon is not None
    return MapPlace(
        id=state.place_id, name=state.name, lat=state.lat, lon=state.lon,
        address=addresses.place(state.place_id, state.name, clocks), state=state.state, party_index=index,
        fill=state.fill, disputed=state.disputed, inside=inside_of(state), label=" · ".join([age, *flags]),
        words=f"{state.name}: {said}, {last}", rank=rank,
    )  # fmt: skip


def inside_of(state: PlaceState) -> tuple[int, ...]:
    """Return the parties that the mark of a contested place is split between: the likeliest three."""
    if state.state != CONTESTED:
        return ()
    likeliest = sorted(state.parties, key=lambda party: -state.probabilities.get(party, 0))[:MOST_INSIDE]
    return tuple(sorted(index for party in likeliest if (index := side_index(party, state.parties)) is not None))


def mark_of(place: MapPlace, size: int = SMALL) -> str:
    """Return the drawing of a place's mark."""
    letter = place.state[:1].upper() if place.party_index is not None and place.party_index > 2 else ""
    return str(mark(place.party_index, place.fill, place.disputed, size=size, states=place.inside, letter=letter))


def marks_of(places: Sequence[MapPlace]) -> dict[str, str]:
    """Return the drawings of all marks that these places need, each once."""
    return {place.mark: mark_of(place) for place in {place.mark: place for place in places}.values()}
