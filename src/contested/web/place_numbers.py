"""What a place page counts, from the columns of all claims: as quick for a place that is named every day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy import select

from contested.assessment.observations import BESIDE, ordinal
from contested.model import UNKNOWN, Origin
from contested.questions.arrays import Ints
from contested.questions.columns import Columns
from contested.questions.known import Known
from contested.questions.past import columns_known
from contested.store import tables
from contested.store.view import View
from contested.web.addresses import shifted


@dataclass(frozen=True, slots=True)
class FirstSaid:
    """One origin: the day on which a report about the place first carried it, and its side (None: neither)."""

    day: str
    side: int | None


@dataclass(frozen=True, slots=True)
class Month:
    """A place's claims and reports in all, and day by day over the days that the page draws."""

    claims: int
    reports: int
    days: tuple[str, ...]
    said: tuple[FirstSaid, ...]  # in these days
    by_day: Mapping[str, int]  # reports that name it
    outlets: int  # in these days


def is_named(view: View, place_id: str, known_on: str | None) -> bool:
    """Return whether any claim known on a day (None: now) is about a place."""
    return len(_at(view, place_id, known_on)[1]) > 0


def _at(view: View, place_id: str, known_on: str | None) -> tuple[Columns, Ints]:
    """Return the columns, and the rows of the claims about a place, in order of publication."""
    found, known = columns_known(view, known_on)
    rows = found.at_place(place_id)
    return found, rows[known[rows]]


def month(view: View, place_id: str, day: str, length: int, known_on: str | None, parties: Sequence[str]) -> Month:
    """Return what is known of a place, and what was published in so many days up to one."""
    found, rows = _at(view, place_id, known_on)
    last = ordinal(day) or 0
    first_rows = rows[np.sort(np.unique(found.origin[rows], return_index=True)[1])]
    drawn = rows[_between(found.day[rows], last - length, last)]
    at = np.unique(found.document[drawn], return_index=True)[1]  # one claim of each report
    counted = np.unique(found.day[drawn[at]], return_counts=True)
    outlets = {found.outlets[code] for code in np.unique(found.outlet[drawn]).tolist()} - {UNKNOWN}
    return Month(
        claims=len(rows),
        reports=len(np.unique(found.document[rows])),
        days=tuple(shifted(day, -back) for back in range(length - 1, -1, -1)),
        said=tuple(_said(found, first_rows[_between(found.day[first_rows], last - length, last)], parties)),
        by_day={_day(n): count for n, count in zip(*(each.tolist() for each in counted), strict=True)},
        outlets=len(outlets),
    )


def _between(days: Ints, after: int, last: int) -> np.ndarray:
    return (days > after) & (days <= last)


def _day(number: int) -> str:
    return date.fromordinal(number).isoformat()


def _said(found: Columns, rows: Ints, parties: Sequence[str]) -> Iterable[FirstSaid]:
    """Yield the first saying of each origin; a blogger or an expert of a side does not speak for it."""
    for row in rows.tolist():
        name, kind, party = found.sources[int(found.source[row])]
        beside = kind in BESIDE and name != found.outlets[int(found.outlet[row])]
        side = list(parties).index(party) if party in parties and not beside else None
        yield FirstSaid(_day(int(found.day[row])), side)


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
