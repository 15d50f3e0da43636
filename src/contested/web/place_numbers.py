"""What a place page counts, without reading more than a month of a place that is named every day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from contested.model import LedgerEntry, Origin
from contested.questions.known import Known
from contested.store import tables
from contested.store.view import View
from contested.web.addresses import shifted


@dataclass(frozen=True, slots=True)
class Numbers:
    """Claims and reports about a place, published until a day; `first` is the day of the first."""

    claims: int
    reports: int
    first: str | None


@dataclass(frozen=True, slots=True)
class Month:
    """What was published about a place in the days that the page draws, with the origins of it."""

    entries: tuple[LedgerEntry, ...]
    origins: tuple[Origin, ...]
    days: tuple[str, ...]


def numbers(view: View, place_id: str, until: str) -> Numbers:
    """Return how many claims and reports about a place are known on a day."""
    of_claim, claims = tables.claim_places, tables.claims
    day = func.substr(claims.c.published, 1, 10)
    query = (
        select(func.count(), func.count(claims.c.document.distinct()), func.min(day))
        .join(claims, claims.c.id == of_claim.c.claim)
        .where(of_claim.c.place_id == place_id, day <= until)
    )
    claims_found, reports, first = view.run(query)[0]
    return Numbers(claims_found, reports, first)


def month(view: View, place_id: str, day: str, length: int, known: Known | None) -> Month:
    """Return what was published about a place in so many days up to one; `known` where that is less than all."""
    days = tuple(shifted(day, -back) for back in range(length - 1, -1, -1))
    entries = tuple(view.entries(place_id=place_id, since=days[0], until=days[-1]))
    return Month(entries, origins_of(view, (entry.claim.id for entry in entries), known), days)


def origins_of(view: View, claims: Iterable[str], known: Known | None) -> tuple[Origin, ...]:
    """Return the origins of some claims, each once, as known now or as `known`."""
    wanted = set(claims)
    if known is not None:
        return tuple(origin for origin in known.origins if wanted & set(origin.claims))
    found = {origin.id: origin for origin in view.origins_of(sorted(wanted)).values()}
    return tuple(found[name] for name in sorted(found))


def decided(view: View, place_id: str) -> int:
    """Return how many judgements by people bear on claims about a place."""
    subjects = [each.subject.split(":")[0] for each in view.judgements()]
    if not subjects:
        return 0
    of_claim = tables.claim_places
    query = select(of_claim.c.claim).where(of_claim.c.place_id == place_id, of_claim.c.claim.in_(set(subjects)))
    here = {row.claim for row in view.run(query)}
    return sum(subject in here for subject in subjects)


def by_side(sides: Sequence[int | None], parties: int) -> list[int]:
    """Return how many of these speak for each party in pack order, voices of no side last.

    >>> by_side([0, None, 0], 2)
    [2, 0, 1]
    """
    return [*(sum(side == index for side in sides) for index in range(parties)), sum(side is None for side in sides)]
