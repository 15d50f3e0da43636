"""The places of a ledger, and the way to them from a name that a person types."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import func, select

from contested import gazetteer
from contested.errors import GazetteerError, UnknownName
from contested.gazetteer.fold import fold
from contested.model import Place
from contested.store import rows, tables
from contested.store.reader import Reader

SMALL = 5_000
"""Reports of a ledger small enough to look through all its names for one that is like what was typed."""


class SeenPlace(Struct, frozen=True, kw_only=True):
    """A place of the ledger: its id and name, and how many claims are about it."""

    place_id: str
    name: str
    country: str
    documents: int
    claims: int
    first: str | None = None  # publication days
    last: str | None = None


def seen_places(view: Reader) -> list[SeenPlace]:
    """Return the places that claims are about, most claims first."""
    names, of_claims, claims = tables.place_names, tables.claim_places, tables.claims
    named = {
        row.place_id: (rows.place(row.record), row.documents)
        for row in view.run(
            select(
                names.c.place_id,
                func.min(names.c.record).label("record"),
                func.count(names.c.document.distinct()).label("documents"),
            ).group_by(names.c.place_id)
        )
    }
    counted = view.run(
        select(
            of_claims.c.place_id,
            func.count().label("claims"),
            func.min(claims.c.published).label("first"),
            func.max(claims.c.published).label("last"),
        )
        .join(claims, claims.c.id == of_claims.c.claim)
        .group_by(of_claims.c.place_id)
    )
    found = [
        SeenPlace(
            place_id=row.place_id,
            name=named[row.place_id][0].name,
            country=named[row.place_id][0].country,
            documents=named[row.place_id][1],
            claims=row.claims,
            first=row.first,
            last=row.last,
        )
        for row in counted
        if row.place_id in named
    ]
    return sorted(found, key=lambda seen: (-seen.claims, seen.name, seen.place_id))


def find_place(view: Reader, name: str) -> list[str]:
    """Return place ids, likeliest first; see `View.find_place`. Raises UnknownName."""
    found = places_called(view, name)
    if not found:
        raise UnknownName("place in this ledger", name, _names_like(view, name), "List them with: contested places")
    return found


def places_called(view: Reader, name: str) -> list[str]:
    """Return the ids of places of that name or id, likeliest first; none where nobody calls a place so."""
    if _claims_about(view, [name]):
        return [name]
    folded = fold(name)
    found = _named(view, folded) if folded else []
    if not found:
        known = _in_gazetteer(name)
        claimed = _claims_about(view, known)
        # where no report names it, its state is unknown, its name is not
        return [entry_id for entry_id in known if entry_id in claimed] or known
    if len(found) == 1:
        return found
    claims, called = _claims_about(view, found), names_of(view, found)

    def rank(place_id: str) -> tuple[bool, int, str]:
        place = called.get(place_id)
        return (place is None or fold(place.name) != folded, -claims.get(place_id, 0), place_id)

    return sorted(found, key=rank)


def _names_like(view: Reader, name: str) -> list[str]:
    """Return names of places to choose from: all of a small ledger, of a large one those of that first letter."""
    names, first = tables.place_names, fold(name)[:1]
    query = select(names.c.name).distinct().order_by(names.c.name)
    documents = view.run(select(func.max(tables.documents.c.number)))[0][0] or 0
    if documents > SMALL:
        query = query.where(names.c.folded >= first, names.c.folded < first + chr(0x10FFFF))
    return [row.name for row in view.run(query)]


def names_of(view: Reader, place_ids: Sequence[str]) -> dict[str, Place]:
    """Return a mention of each of these places that claims are about: its name, region and country."""
    names, of_claims, claims = tables.place_names, tables.claim_places, tables.claims
    found: dict[str, Place] = {}
    for place_id in place_ids:  # one look-up each by index: a place may have tens of thousands of rows
        here = (names.c.document == claims.c.document) & (names.c.place_id == of_claims.c.place_id)
        query = (
            select(names.c.record)
            .select_from(of_claims)
            .join(claims, claims.c.id == of_claims.c.claim)
            .join(names, here)
        )
        row = view.run(query.where(of_claims.c.place_id == place_id).limit(1))
        if row:
            found[place_id] = rows.place(row[0].record)
    return found


def _claims_about(view: Reader, place_ids: Sequence[str]) -> dict[str, int]:
    """Return how many claims are about each of these places; those without one are left out."""
    place_id = tables.claim_places.c.place_id
    query = select(place_id, func.count().label("claims")).where(place_id.in_(place_ids)).group_by(place_id)
    return {row.place_id: row.claims for row in view.run(query)}


def _in_gazetteer(name: str) -> list[str]:
    """Return the ids of gazetteer entries of that name, best first; none where it cannot be built."""
    try:
        return [entry.id for entry in gazetteer.load().lookup(name)]
    except GazetteerError:
        return []


def _named(view: Reader, folded: str) -> list[str]:
    """Return the ids of places that some report calls by this folded name."""
    names = tables.place_names
    return [row.place_id for row in view.run(select(names.c.place_id).where(names.c.folded == folded).distinct())]
