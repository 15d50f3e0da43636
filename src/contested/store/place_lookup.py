"""From a name that a person types to the places of a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contested import gazetteer
from contested.errors import GazetteerError, UnknownName
from contested.gazetteer.fold import fold

if TYPE_CHECKING:
    from contested.store.view import View


def find_place(view: View, name: str) -> list[str]:
    """Return place ids, likeliest first; see `View.find_place`. Raises UnknownName."""
    seen = {place.place_id: place for place in view.places()}
    if name in seen:
        return [name]
    folded = fold(name)
    found = view.place_ids_named(folded) if folded else []
    if not found:
        known = _in_gazetteer(name)
        found = [entry_id for entry_id in known if entry_id in seen]
        if known and not found:
            return known  # a place that no report names: its state is unknown, its name is not
    if not found:
        names = [place.name for place in seen.values()]
        raise UnknownName("place in this ledger", name, names, "List them with: contested places")

    def rank(place_id: str) -> tuple[bool, int, str]:
        place = seen.get(place_id)
        return (place is None or fold(place.name) != folded, -(place.claims if place else 0), place_id)

    return sorted(found, key=rank)


def _in_gazetteer(name: str) -> list[str]:
    """Return the ids of gazetteer entries of that name, best first; none where it cannot be built."""
    try:
        return [entry.id for entry in gazetteer.load().lookup(name)]
    except GazetteerError:
        return []
