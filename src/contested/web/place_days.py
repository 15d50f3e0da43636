"""A place day by day: the figures of the control strip, and its claims by day and side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from contested.model import LedgerEntry, Origin
from contested.outputs.brief_records import Brief
from contested.questions.picture import PlaceState, Run
from contested.web.addresses import shifted
from contested.web.cards import Around, ClaimCard, side_of
from contested.web.drawings.strip_days import StripDay

NOT_NAMED = "not named"


@dataclass(frozen=True, slots=True)
class FirstSaid:
    """One origin as the place's reports tell it: when first published, and by which side (None: neither)."""

    origin: str
    day: str
    side: int | None


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the table of who says what: the cards of each column; `gap` tells of days left out above it."""

    day: str
    columns: tuple[tuple[ClaimCard, ...], ...]
    gap: str = ""


def first_said(entries: Iterable[LedgerEntry], origins: Iterable[Origin], parties: Sequence[str]) -> list[FirstSaid]:
    """Return each origin once, on the day on which a report about the place first carried it."""
    origin_of = {claim: origin.id for origin in origins for claim in origin.claims}
    found: dict[str, FirstSaid] = {}
    for entry in sorted(entries, key=lambda e: (e.document.published or "9", e.document.id, e.claim.start)):
        name = origin_of.get(entry.claim.id, entry.claim.id)
        if entry.document.published:
            said = FirstSaid(name, entry.document.published[:10], side_of(entry, parties)[1])
            found.setdefault(name, said)
    return list(found.values())


def strip_days(
    runs: Sequence[Run],
    said: Sequence[FirstSaid],
    reports: Mapping[str, int],
    parties: Sequence[str],
    days: Sequence[str],
) -> list[StripDay]:
    """Return what the strip shows of these days; those before the place was first named have no state."""
    by_day: dict[str, list[FirstSaid]] = defaultdict(list)
    for each in said:
        by_day[each.day].append(each)
    return [_strip_day(day, state_on(runs, day), by_day[day], reports.get(day, 0), parties) for day in days]


def _strip_day(
    day: str, state: PlaceState | None, said: Sequence[FirstSaid], reports: int, parties: Sequence[str]
) -> StripDay:
    return StripDay(
        day=day,
        state=state.state if state else None,
        fill=state.fill if state else "none",
        disputed=bool(state and state.disputed),
        probabilities=state.probabilities if state else {},
        origins=tuple(sum(each.side == index for each in said) for index in range(len(parties))),
        neither=sum(each.side is None for each in said),
        reports=reports,
    )


def state_on(runs: Sequence[Run], day: str) -> PlaceState | None:
    """Return the state of a place on a day; after the last day of the picture the last one stands."""
    found = [state for first, _, state in runs if first <= day]
    return found[-1] if found else None


def reports_by_day(entries: Iterable[LedgerEntry]) -> dict[str, int]:
    """Return how many reports name the place on each day."""
    seen: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.document.published:
            seen[entry.document.published[:10]].add(entry.document.id)
    return {day: len(ids) for day, ids in seen.items()}


def since(runs: Sequence[Run], day: str, same: str) -> str | None:
    """Return the first day of the stretch up to `day` in which the state, or "disputed", did not change."""
    earlier = [(first, state) for first, _, state in runs if first <= day]
    if not earlier:
        return None
    begin, now = earlier[-1]
    for first, state in reversed(earlier):
        if getattr(state, same) != getattr(now, same):
            break
        begin = first
    return begin


def day_rows(brief: Brief, near: Around, on: str) -> list[DayRow]:
    """Return the listed claims by day of publication, newest first, in the columns of the page."""
    listed = {row.claim: side for side, each in enumerate(brief.sides) for row in each.rows}
    order = column_order(len(brief.sides) - 1)
    entries = sorted(
        (near.entries[name] for name in listed if name in near.entries),
        key=lambda e: (e.document.published or "", e.document.id, -e.claim.start),
        reverse=True,
    )
    rows: list[DayRow] = []
    for day, found in groupby(entries, key=lambda entry: (entry.document.published or "")[:10]):
        columns: dict[int, list[ClaimCard]] = defaultdict(list)
        for entry in found:
            columns[listed[entry.claim.id]].append(near.card(entry, on))
        rows.append(DayRow(day, tuple(tuple(columns[side]) for side in order), _gap(rows, day)))
    return rows


def column_order(parties: int) -> list[int]:
    """Return the sides from left to right: voices of no side stand between two parties, after more.

    >>> column_order(2), column_order(3)
    ([0, 2, 1], [0, 1, 2, 3])
    """
    return [0, 2, 1] if parties == 2 else list(range(parties + 1))


def _gap(rows: Sequence[DayRow], day: str) -> str:
    """Return the first and last day left out between this day and the one shown above it, as "first/last"."""
    if not rows or not day or not rows[-1].day:
        return ""
    first, last = shifted(day, 1), shifted(rows[-1].day, -1)
    return f"{first}/{last}" if first <= last else ""
