"""From the key of an address to a place: "gn:703656-kupiansk", "gn:703656", or a bare name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from contested import gazetteer
from contested.errors import GazetteerError, UnknownName
from contested.gazetteer.entry import Entry
from contested.model import UNKNOWN
from contested.questions.search import NamedPlace, place_asked
from contested.store import tables
from contested.store.view import View

LONGEST_KEY = 300


@dataclass(frozen=True, slots=True)
class FoundIds:
    """The places that a key may mean; `by_id` where it names one by its id."""

    ids: tuple[str, ...]
    by_id: bool


def place_ids(view: View, key: str) -> FoundIds:
    """Return the place of a key; the places of that name where it holds no id. Raises UnknownName."""
    for each in candidates(key[:LONGEST_KEY]):
        if _has_claims(view, each) or _in_gazetteer(each):
            return FoundIds((each,), by_id=True)
    return FoundIds(tuple(view.find_place(key)), by_id=False)


def named_place(view: View, place_id: str) -> NamedPlace:
    """Return a place by its id, also one of the gazetteer that no report names. Raises UnknownName."""
    entry = _entry(place_id)
    try:
        found = place_asked(view, place_id)
    except UnknownName:
        if entry is None:
            raise
        found = NamedPlace(entry.id, entry.name)
    if found.country != UNKNOWN or entry is None:
        return found
    return NamedPlace(entry.id, entry.name, ", ".join(part for part in (entry.admin1_name, entry.country) if part))


def candidates(key: str) -> list[str]:
    """Return what may be the id in a key, the longest first: an id may hold dashes itself.

    >>> candidates("gn:703656-el-obeid")
    ['gn:703656-el-obeid', 'gn:703656-el', 'gn:703656']
    """
    pieces = key.split("-")
    return ["-".join(pieces[:number]) for number in range(len(pieces), 0, -1)]


def _has_claims(view: View, place_id: str) -> bool:
    of_claim = tables.claim_places
    return bool(view.run(select(of_claim.c.claim).where(of_claim.c.place_id == place_id).limit(1)))


def _in_gazetteer(place_id: str) -> bool:
    return _entry(place_id) is not None


def _entry(place_id: str) -> Entry | None:
    """Return the gazetteer's entry with exactly that id."""
    if ":" not in place_id:
        return None  # a bare number is a GeoNames id elsewhere; in an address it may be part of a name
    try:
        found = gazetteer.load().entry(place_id)
    except (GazetteerError, UnknownName):
        return None
    return found if found.id == place_id else None
