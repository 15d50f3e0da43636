"""A place day by day: the figures of the control strip, and its claims by day and side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from contested.outputs.brief_records import Brief
from contested.questions.picture import PlaceState, Run
from contested.web.addresses import shifted
from contested.web.cards import Around, ClaimCard
from contested.web.drawings.strip_days import StripDay
from contested.web.place_numbers import FirstSaid, Month, by_side


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the table of who says what: the cards of each column; `gap` tells of days left out above it."""

    day: str
    columns: tuple[tuple[ClaimCard, ...], ...]
    gap: str = ""


def strip_days(runs: Sequence[Run], month: Month, parties: Sequence[str]) -> list[StripDay]:
    """Return what the strip shows of a month; days before the first word on control have no state."""
    by_day: dict[str, list[FirstSaid]] = defaultdict(list)
    for each in month.said:
        by_day[each.day].append(each)
    return [_strip_day(day, state_on(runs, day), by_day[day], month.by_day.get(day, 0), parties) for day in month.days]


def _strip_day(
    day: str, state: PlaceState | None, said: Sequence[FirstSaid], reports: int, parties: Sequence[str]
) -> StripDay:
    counts = by_side([each.side for each in said], len(parties))
    return StripDay(
        day=day,
        state=state.state if state else None,
        fill=state.fill if state else "none",
        disputed=bool(state and state.disputed),
        probabilities=state.probabilities if state else {},
        origins=tuple(counts[:-1]),
        neither=counts[-1],
        reports=reports,
    )


def state_on(runs: Sequence[Run], day: str) -> PlaceState | None:
    """Return the state of a place on a day; after the last day of the picture the last one stands."""
    found = [state for first, _, state in runs if first <= day]
    return found[-1] if found else None


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
