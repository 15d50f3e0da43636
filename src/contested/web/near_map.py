"""A place among its neighbours, as a small still map."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from contested.questions.picture import PlaceState
from contested.web.addresses import Clocks
from contested.web.drawings.static_map import static_map
from contested.web.map_data import map_places

NEAR = 2.0
"""Degrees of latitude around the place within which others are drawn."""
MOST_NEAR = 24


def near_map(
    states: Sequence[PlaceState], place_id: str, clocks: Clocks, width: int, height: int, most: int = MOST_NEAR
) -> Markup:
    """Return a place with its neighbours, nearest first, as a picture without links; empty for one without a point."""
    here = next((state for state in states if state.place_id == place_id and state.lat is not None), None)
    if here is None:
        return Markup("")

    def distance(state: PlaceState) -> float:
        return abs((state.lat or 0.0) - (here.lat or 0.0)) + abs((state.lon or 0.0) - (here.lon or 0.0)) / 2

    near = sorted((state for state in states if state.lat is not None and distance(state) <= NEAR), key=distance)
    return static_map(
        map_places(near[:most], clocks), day=clocks.day, known_on=clocks.known_on, width=width, height=height,
        links=False, all_in_view=True,
    )  # fmt: skip
