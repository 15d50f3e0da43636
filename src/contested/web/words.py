"""Small words for pages: days, ages, counts; the patterns of states stand in lexicons/wording.yml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from contested.outputs.wording import WORDS, day_words

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday(day: str) -> str:
    """Return "Thu 20 Nov 2025".

    >>> weekday("2025-11-20")
    'Thu 20 Nov 2025'
    """
    return f"{WEEKDAYS[date.fromisoformat(day[:10]).weekday()]} {day_words(day)}"


def short_day(day: str | None) -> str:
    """Return "20 Nov", "no date" where there is none."""
    if not day:
        return "no date"
    parsed = date.fromisoformat(day[:10])
    return f"{parsed.day} {MONTHS[parsed.month - 1]}"


def moment(published: str | None) -> str:
    """Return a day or moment as people read it: "20 Nov 2025, 14:05 UTC".

    >>> moment("2025-11-20T14:05:00+00:00"), moment("2025-11-20")
    ('20 Nov 2025, 14:05 UTC', '20 Nov 2025')
    """
    if not published:
        return "no date"
    return day_words(published) + (f", {published[11:16]} UTC" if len(published) >= 16 else "")


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 report", "412 reports", "3,180 reports".

    >>> count(1, "report"), count(3180, "copy", "copies")
    ('1 report', '3,180 copies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def copies(number: int) -> str:
    """Return "1 origin", "1 origin, 14 copies"; never "15 reports say".

    >>> copies(14)
    '1 origin, 14 copies'
    """
    return f"1 origin, {count(number, 'copy', 'copies')}" if number else "1 origin"


def days_between(first: str, last: str) -> int:
    """Return the days from one ISO day to another."""
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


def short_age(day: str | None, on: str) -> str:
    """Return how old a report is on a day: "today", "9 d", "no recent report" where there is none.

    >>> short_age("2025-11-19", "2025-11-20"), short_age(None, "2025-11-20")
    ('1 d', 'no recent report')
    """
    if not day:
        return "no recent report"
    days = days_between(day, on)
    return "today" if days <= 0 else f"{days} d"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "day": day_words,
    "weekday": weekday,
    "short_day": short_day,
    "moment": moment,
    "count": count,
    "copies": copies,
    "short_age": short_age,
}
"""What templates may write after a bar."""

NEITHER: str = WORDS["neither"]
