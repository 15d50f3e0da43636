"""TIMEX3 values and the days that they cover: calendar arithmetic and nothing else."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from contested.model import Interval

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
MONTH = re.compile(r"(\d{4})-(\d\d)$")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
YEARS = re.compile(r"(\d{2,4})$")
MONTHS_OF_PART = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14),
}  # fmt: skip
"""First and last month of a part of the year; a winter runs into the year after the one it is named by.
Northern seasons: the reports say "ahead of winter" of Kharkiv far more often than of the south."""

Calendar = tuple[date, date]


def month_days(year: int, month: int) -> Calendar:
    """Return the first and last day of a month; months above 12 run on into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def days_of(value: str) -> Calendar | None:
    """Return the first and last day that a TIMEX3 date value covers, None where it names none.

    >>> days_of("2025-Q3")
    (datetime.date(2025, 7, 1), datetime.date(2025, 9, 30))
    """
    try:
        return _days_of(value)
    except (ValueError, OverflowError):  # 30 February, year 0
        return None


def _days_of(value: str) -> Calendar | None:
    if found := DAY.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := MONTH.match(value):
        return month_days(int(found[1]), int(found[2]))
    if found := WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return (monday + timedelta(5) if found[3] else monday), monday + timedelta(6)
    if found := PART.match(value):
        first, last = MONTHS_OF_PART[found[2]]
        return month_days(int(found[1]), first)[0], month_days(int(found[1]), last)[1]
    if found := YEARS.match(value):
        digits = found[1]
        missing = 4 - len(digits)
        first_year = int(digits + "0" * missing)
        return date(max(first_year, 1), 1, 1), date(int(digits + "9" * missing), 12, 31)
    return None


def narrowed(days: Calendar, mod: str | None) -> Calendar:
    """Return the first, middle or last third of a stretch, as "early", "mid" and "late" mean it."""
    first, last = days
    length = (last - first).days + 1
    third = length // 3
    if length < 3 or mod not in ("START", "MID", "END"):
        return days
    if mod == "START":
        return first, first + timedelta(length - 2 * third - 1)
    if mod == "MID":
        return first + timedelta(third), last - timedelta(third)
    return last - timedelta(length - 2 * third - 1), last


def interval_of(value: str, mod: str | None = None) -> Interval:
    """Return the days of a date value as ISO strings; open where it names none."""
    days = days_of(value)
    if days is None:
        return None, None
    first, last = narrowed(days, mod)
    if value.endswith("TNI"):
        last += timedelta(1)  # a night ends on the next day
    return first.isoformat(), last.isoformat()


def shifted(day: date, count: float, unit: str) -> date:
    """Return the day `count` units later (earlier when negative). Raises OverflowError far off."""
    whole = int(count)
    if unit in ("M", "Q", "Y", "E", "C", "L"):
        months = round(count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}[unit])
        index = day.year * 12 + day.month - 1 + months
        year, month = index // 12, index % 12 + 1
        if not 1 <= year <= 9999:
            raise OverflowError(f"year {year}")
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    if unit in ("W", "F", "WE"):
        return day + timedelta(days=round(count * (14 if unit == "F" else 7)))
    if unit.startswith("T"):
        hours = count * {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}.get(unit, 0.0)
        return day + timedelta(days=int(hours / 24))
    return day + timedelta(days=whole)


def calendar_value(day: date, unit: str) -> str:
    """Return the TIMEX3 value of the calendar unit that holds a day: its week, month, quarter …

    >>> calendar_value(date(2025, 11, 7), "W")
    '2025-W45'
    """
    if unit == "Y":
        return f"{day.year:04d}"
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"
    if unit in ("W", "WE", "F"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "E":
        return f"{day.year // 10:03d}"
    if unit == "C":
        return f"{day.year // 100:02d}"
    if unit == "L":
        return f"{day.year // 1000}"
    return day.isoformat()


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    late = (golden + 11 * shift + 22 * week) // 451
    month, day = divmod(shift + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def thanksgiving(year: int) -> date:
    """Return the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta((3 - first.weekday()) % 7 + 21)


MOVABLE = {"easter": easter, "thanksgiving": thanksgiving}


def duration_value(count: str, unit: str) -> str:
    """Return "P3D", "PT4H", "PXW"; a fortnight is two weeks, decades and centuries are years.

    >>> duration_value("3", "TH"), duration_value("2", "E")
    ('PT3H', 'P20Y')
    """
    factor, letter = {"F": (2, "W"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}.get(unit, (1, unit))
    if count == "X":
        return f"P{'T' if unit.startswith('T') else ''}X{unit[-1] if unit.startswith('T') else unit}"
    number = float(count) * factor
    text = f"{int(number)}" if number == int(number) else f"{number:g}"
    return f"PT{text}{letter[1]}" if letter.startswith("T") else f"P{text}{letter}"
