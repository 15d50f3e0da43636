"""From a name that a person types to the places of a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contested.errors import UnknownName
from contested.store.rows import fold

if TYPE_CHECKING:
    from contested.store.view import View


def find_place(view: View, name: str) -> list[str]:
    """Return place ids, most claims first; see `View.find_place`. Raises UnknownName."""
    claims = {place.place_id: place.claims for place in view.places()}
    found = [name] if name in claims else view.place_ids_named(fold(name))
    if not found:
        known = view.place_names()
        raise UnknownName("place in this ledger", name, known, "List them with: contested places")
    return sorted(found, key=lambda place_id: (-claims.get(place_id, 0), place_id))
