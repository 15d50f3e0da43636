"""What a ledger said before: claims that were replaced or taken out, and conclusions that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select

from contested.model import Extraction, LedgerEntry
from contested.store import rows, tables
from contested.store.reader import Reader, chunks


class Replaced(Struct, frozen=True, kw_only=True):
    """A claim that is no more: what it was, and which claim stands in its place (None: it was taken out)."""

    id: str
    replaced_by: str | None
    moment: str
    entry: LedgerEntry


class Drawn(Struct, frozen=True, kw_only=True):
    """What is drawn of a conclusion: `PlaceState.state`, `.fill` and `.disputed`."""

    state: str
    fill: str
    disputed: bool


class Revision(Struct, frozen=True, kw_only=True):
    """A conclusion about past days that changed when more became known.

    From `first_day` to `last_day` the place was shown as `before` while the newest report was of
    `known_before`; since `noticed` it is shown as `after`. `documents` are the reports read in
    between that are about the place; none: a judgement, another report's link or the sources'
    records did it.
    """

    place_id: str
    place: str
    part: str | None = None
    first_day: str
    last_day: str
    before: Drawn
    after: Drawn
    known_before: str
    known_after: str
    noticed: str
    documents: tuple[str, ...] = ()


def replaced(reader: Reader, claim_id: str) -> Replaced | None:
    """Return what stood under an id that is no more, None for an id that never was or still is."""
    gone = tables.replaced
    found = reader.run(select(gone).where(gone.c.id == claim_id))
    if not found:
        return None
    row = found[0]
    entry = rows.decode(row.record, LedgerEntry)
    return Replaced(id=row.id, replaced_by=row.replaced_by, moment=row.moment, entry=entry)


def revisions(reader: Reader, place_id: str | None = None) -> list[Revision]:
    """Return the changes to past conclusions, newest noticed first, or those about one place."""
    kept = tables.revisions
    query = select(kept.c.record).order_by(kept.c.number.desc())
    if place_id is not None:
        query = query.where(kept.c.place_id == place_id)
    return [rows.decode(row.record, Revision) for row in reader.run(query)]


def keep_revisions(connection: Connection, found: Iterable[Revision]) -> None:
    """Add changes to past conclusions; none is ever taken away."""
    values = [{"place_id": r.place_id, "first_day": r.first_day, "record": rows.encode(r)} for r in found]
    if values:
        connection.execute(insert(tables.revisions), values)


def keep_replaced(connection: Connection, before: Sequence[LedgerEntry], now: Extraction | None, moment: str) -> None:
    """Keep the claims of a report that its new reading (None: taking it out) no longer holds."""
    still = {claim.id for claim in now.claims} if now is not None else set()
    for ids in chunks(sorted(still)):  # a claim that came back is itself again
        connection.execute(delete(tables.replaced).where(tables.replaced.c.id.in_(ids)))
    values = list(_gone(before, now, still, moment))
    for ids in chunks([value["id"] for value in values]):
        connection.execute(delete(tables.replaced).where(tables.replaced.c.id.in_(ids)))
    if values:
        connection.execute(insert(tables.replaced), values)


def _gone(before: Sequence[LedgerEntry], now: Extraction | None, still: set[str], moment: str) -> Iterator[rows.Row]:
    for entry in before:
        if entry.claim.id not in still:
            yield {
                "id": entry.claim.id,
                "replaced_by": _nearest(entry, now) if now is not None else None,
                "moment": moment,
                "record": rows.encode(entry),
            }


def _nearest(entry: LedgerEntry, now: Extraction) -> str | None:
    """Return the claim of the new reading that shares most words with an old one, None where none does."""
    shared = [(min(entry.claim.end, claim.end) - max(entry.claim.start, claim.start), claim.id) for claim in now.claims]
    most, name = max(shared, default=(0, ""))
    return name if most > 0 else None
