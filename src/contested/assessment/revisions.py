"""Revisions: on which past days a conclusion reads otherwise, now that more is known.

A report that comes late, a person's judgement or a new reading may change what is concluded about
days long past. Who quoted the old conclusion should be able to see that it changed, and when.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from contested.assessment.observations import ordinal

T = TypeVar("T")
Stretch = tuple[str, str, T]
"""First day, last day (both included), and the conclusion that held on each of them."""


@dataclass(frozen=True, slots=True)
class Revised(Generic[T]):
    """From `first_day` to `last_day` it was concluded `before`, and is now concluded `after`."""

    first_day: str
    last_day: str
    before: T
    after: T


def revised(
    before: Sequence[Stretch[T]], after: Sequence[Stretch[T]], told: Callable[[T], Hashable]
) -> Iterator[Revised[T]]:
    """Yield the stretches of days for which `told(conclusion)` is not what it was, in order.

    Only days that both tell of are compared: a day that was still to come was no past conclusion.
    Each sequence is in order of days and free of overlaps. Neighbouring days that changed alike
    come as one.

    >>> list(revised([("2025-11-01", "2025-11-09", "A")], [("2025-11-01", "2025-11-04", "A"),
    ...     ("2025-11-05", "2025-11-12", "B")], str))
    [Revised(first_day='2025-11-05', last_day='2025-11-09', before='A', after='B')]
    """
    open_one: Revised[T] | None = None
    for first, last, old, new in _shared(before, after):
        if told(old) == told(new):
            continue
        if open_one is not None and _follows(open_one.last_day, first) and _alike(open_one, old, new, told):
            open_one = Revised(open_one.first_day, last, open_one.before, open_one.after)
            continue
        if open_one is not None:
            yield open_one
        open_one = Revised(first, last, old, new)
    if open_one is not None:
        yield open_one


def _shared(before: Sequence[Stretch[T]], after: Sequence[Stretch[T]]) -> Iterator[tuple[str, str, T, T]]:
    """Yield the stretches on which neither changes, with both conclusions."""
    i = j = 0
    while i < len(before) and j < len(after):
        first, last = max(before[i][0], after[j][0]), min(before[i][1], after[j][1])
        if first <= last:
            yield first, last, before[i][2], after[j][2]
        ends = before[i][1], after[j][1]
        i += ends[0] <= ends[1]
        j += ends[1] <= ends[0]


def _follows(last: str, first: str) -> bool:
    day = ordinal(last)
    return day is not None and date.fromordinal(day + 1).isoformat() == first


def _alike(open_one: Revised[T], old: T, new: T, told: Callable[[T], Hashable]) -> bool:
    return told(open_one.before) == told(old) and told(open_one.after) == told(new)
