"""Dates by the calendar: days, months, years, decades, feasts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from contested.model import Anchor
from contested.text.time_anchor import FUTURE, PAST, Anchoring, words
from contested.text.time_drafts import Draft, Hit, relative
from contested.text.time_values import MOVABLE, interval_of, month_days


def full_year(digits: str, now: Anchoring) -> int:
    """Return the year of two or four digits; two mean the nearest such year to the report."""
    year = int(digits)
    if len(digits) > 2:
        return year
    base = now.day.year if now.day else 2000
    return min((year + century for century in (1900, 2000)), key=lambda candidate: abs(candidate - base))


def numeric_date(hit: Hit) -> Draft | None:
    """Read "2025-11-03", "03.11.2025", "11/02/89"; day and month are told apart or left open."""
    words = hit.need("iso").key
    if "-" in words:
        return Draft("DATE", words, unit="D") if interval_of(words) != (None, None) else None
    first, second, last = re.split(r"[./]", words)
    year = full_year(last, hit.now)
    options = {(int(second), int(first)), (int(first), int(second))} if "/" in words else {(int(second), int(first))}
    dates = sorted(d for d in (make_date(year, month, day) for month, day in options) if d)
    if not dates:
        return None
    if len(dates) == 2 and hit.now.day:
        near = [d for d in dates if abs((d - hit.now.day).days) <= 45]
        dates = near if len(near) == 1 else dates
    return Draft("DATE", dates[0].isoformat() if len(dates) == 1 else f"{year:04d}", unit="D")


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(hit: Hit) -> int | None:
    """Return the month's number; "may" and "march" only with a capital letter."""
    found = hit.need("m")
    return int(found.value)


def day_and_month(hit: Hit) -> Draft | None:
    """Read "3 November 2025", "November 3", "Tuesday, Nov. 3", "30 DEC 89"."""
    month, day = month_of(hit), int(hit.need("d").number)
    if month is None or not 1 <= day <= 31:
        return None
    year = hit.item("y")
    if year is not None:
        return Draft("DATE", f"{int(year.number):04d}-{month:02d}-{day:02d}", unit="D")
    found = nearest_date(hit, month, day)
    if found is None:
        return Draft("DATE", f"XXXX-{month:02d}-{day:02d}", anchor=Anchor.UNKNOWN, unit="D")
    return relative(hit, "DATE", found.isoformat(), "D")


def short_date(hit: Hit) -> Draft | None:
    """Read "30 DEC 89", "5-Nov-25", "3 November '25"; not "3 November 12 people"."""
    month, day, written = hit.need("m"), int(hit.need("d").number), hit.match.group("yy")
    last = hit.items[hit.offset + hit.match.end("yy") - 1]
    number = last.key
    if hit.now.text[last.end : last.end + 1] == "-":
        return None  # "4 NOV 12-15 bombs"
    name = hit.now.text[month.start : month.end]
    if not (len(number) == 2 and number.isdigit()) or not 1 <= day <= 31:
        return None
    if written[0] != "'" and not (len(name) <= 4 and (name.isupper() or "-" in hit.match.group(0))):
        return None
    return Draft("DATE", f"{full_year(number, hit.now):04d}-{int(month.value):02d}-{day:02d}", unit="D")


def week_of_month(hit: Hit) -> Draft | None:
    """Read "the first week of November", "the last days of October": a part of the month."""
    month, unit, year_item = int(hit.need("m").value), hit.need("u").value, hit.item("y")
    number = int(hit.need("o").number) if hit.need("o").code == "o" else 0
    if unit not in ("W", "D") or not 0 <= number <= 4 or (hit.need("u").code == "u" and unit == "D"):
        return None
    if year_item is not None:
        year = int(year_item.number)
    elif hit.now.day is not None:
        year = hit.now.day.year + month_step(hit, month, hit.now.day.month)
    else:
        return Draft("DATE", f"XXXX-{month:02d}", anchor=Anchor.UNKNOWN, unit="M")
    first, last = month_days(year, month)
    if number and unit == "W":
        first, last = first + timedelta(7 * number - 7), first + timedelta(7 * number - 1)
    elif number == 1:
        last = first + timedelta(6)
    else:
        first = last - timedelta(6)
    mod = "START" if number == 1 else "MID" if number else "END"
    found = Draft(
        "DATE", f"{year:04d}-{month:02d}", mod=mod, anchor=Anchor.NONE if year_item else hit.now.kind, unit="M"
    )
    found.interval = (first.isoformat(), last.isoformat())
    return found


def further_day(hit: Hit) -> Draft | None:
    """Read the "25" of "April 24 and 25"."""
    at = hit.first
    month = next(item for item in reversed(hit.items[:at]) if item.code in "Mm")
    day, year = int(hit.need("d").number), hit.item("y")
    if year is not None:
        return Draft("DATE", f"{int(year.number):04d}-{int(month.value):02d}-{day:02d}", unit="D")
    found = nearest_date(hit, int(month.value), day)
    return relative(hit, "DATE", found.isoformat(), "D") if found else None


TOLD_AHEAD = 45
"""A past tense still goes with a day some weeks ahead: "he said the deadline of Nov. 20"."""


def nearest_date(hit: Hit, month: int, day: int) -> date | None:
    """Return the nearest such day to the report; the verb decides when it is far either way."""
    today = hit.now.day
    if today is None:
        return None
    options = [d for d in (make_date(today.year + k, month, day) for k in (-1, 0, 1)) if d]
    if not options:
        return None
    near = min(options, key=lambda d: abs((d - today).days))
    forward = hit.before is not None and hit.before.key in words("ahead_leads")
    told = near > today + timedelta(TOLD_AHEAD) and not forward and hit.now.tense(hit.position) == PAST
    if abs((near - today).days) <= 120 and not told:
        return near
    ahead = hit.now.tense(hit.position) == FUTURE
    sided = [d for d in options if (d >= today) == ahead]
    return min(sided or options, key=lambda d: abs((d - today).days))


def month_and_year(hit: Hit) -> Draft | None:
    """Read "October 2024", "early May 1988"."""
    return Draft("DATE", f"{int(hit.need('y').number):04d}-{month_of(hit):02d}", unit="M")


def bare_month(hit: Hit) -> Draft | None:
    """Read "in October", "last April", "this September", "October last year"."""
    month, today = int(hit.need("m").value), hit.now.day
    which = hit.item("which")
    if hit.need("m").code == "m" and which is None and not could_be_month(hit):
        return None
    if today is None:
        return Draft("DATE", f"XXXX-{month:02d}", anchor=Anchor.UNKNOWN, unit="M")
    year = today.year
    other = hit.item("other")
    if other is not None:
        year += {"l": -1, "x": 1}.get(other.code, 0)
    elif which is not None and which.code in "lx":
        past = which.code == "l"
        year += -1 if past and month >= today.month else 1 if not past and month <= today.month else 0
    elif which is None or which.code != "h":
        year += month_step(hit, month, today.month)
    return relative(hit, "DATE", f"{year:04d}-{month:02d}", "M")


def month_step(hit: Hit, month: int, current: int) -> int:
    """Return how many years off a bare month lies: "launched in October" is the last October."""
    ahead, behind = (month - current) % 12, (current - month) % 12
    tense = hit.now.tense(hit.position)
    forward = hit.before is not None and hit.before.key in words("ahead_leads")
    if tense == FUTURE or ((tense != PAST or forward) and ahead < behind):
        return int(month < current)
    return -int(month > current)


def could_be_month(hit: Hit) -> bool:
    """Whether "May" or "March" names a month: capitalised, after a preposition of time."""
    found, before = hit.need("m"), hit.before
    token = hit.now.parse.token_at(found.end + 1)  # "Jan Kavan", "May Thompson" are people
    if token is not None and token.pos == "PROPN" and token.text[:1].isupper() and token.start == found.end + 1:
        return False
    return before is not None and before.key in words("month_leads") and hit.now.text[found.start].isupper()


def bare_year(hit: Hit) -> Draft | None:
    """Read "2014" as a year, unless it counts something ("2014 people")."""
    year = hit.need("y")
    token = hit.now.parse.token_at(year.start)
    before = hit.before
    if before is not None and before.key == "at":
        return military_clock(hit)
    if before is not None and before.end == year.start and before.key not in ("(", "'", "-", "–", "/", '"', "‘", "“"):
        return None
    if token is not None and token.dep in ("nummod", "quantmod", "compound") and token.head.start > token.start:
        counted = token.head
        if (
            counted.i == token.i + 1
            and counted.tag in ("NNS", "NNPS")
            and (before is None or before.key not in ("the", "'", "z"))
        ):
            return None
    if before is not None and before.key in (
        "$",
        "£",
        "€",
        "no",
        "number",
        "than",
        "nearly",
        "about",
        "some",
        "flight",
    ):
        return None
    if year.number < 1700 and (before is None or before.key not in ("in", "year")):
        return None
    if not 1500 <= year.number <= 2100 and (before is None or before.key not in words("year_leads")):
        return None
    return Draft("DATE", f"{int(year.number):04d}", unit="Y")


def military_clock(hit: Hit) -> Draft | None:
    """Read "at 1850" as a time of day."""
    hours, minutes = divmod(int(hit.need("y").number), 100)
    if hours > 23 or minutes > 59:
        return None
    day = hit.now.day.isoformat() if hit.now.day else "XXXX-XX-XX"
    anchor = hit.now.kind if hit.now.day else Anchor.UNKNOWN
    return Draft("TIME", f"{day}T{hours:02d}:{minutes:02d}", anchor=anchor, unit="D", open_day=True)


def ordinal_day(hit: Hit) -> Draft | None:
    """Read "the 6th" after "on": a day of the month under discussion."""
    found, base = hit.need("d"), hit.now.last_day or hit.now.day
    token = hit.now.parse.token_at(found.end + 1)
    named = token is not None and token.pos in ("NOUN", "PROPN", "ADJ", "VERB") and token.start == found.end + 1
    if base is None or named or not found.digits or hit.before is None:
        return None
    if hit.before.key not in words("ordinal_day_leads"):
        return None
    day = make_date(base.year, base.month, int(found.number))
    return (
        Draft("DATE", day.isoformat(), anchor=Anchor.TIME if hit.now.last_day else hit.now.kind, unit="D")
        if day
        else None
    )


def year_range(hit: Hit) -> Draft | None:
    """Read "2014-15", "2014–2022": the value is the first year, the interval runs to the last."""
    first, last = int(hit.need("y").number), hit.need("to")
    second = int(last.number) if last.number > 99 else first // 100 * 100 + int(last.number)
    if not first < second <= first + 60 or not 1500 <= first <= 2100:
        return None
    return Draft("DATE", f"{first:04d}", interval=(f"{first:04d}-01-01", f"{second:04d}-12-31"), unit="Y")


def decade(hit: Hit) -> Draft | None:
    """Read "the 1990s", "the '80s"."""
    digits = str(int(hit.need("y").number)).zfill(2)
    year = full_year(digits, hit.now)
    return Draft("DATE", f"{year // 10:03d}", unit="E") if year % 10 == 0 else None


def holiday(hit: Hit) -> Draft | None:
    """Read "Christmas", "New Year's Eve 2024"; movable feasts keep an open day."""
    word, today, year_item = hit.need("h"), hit.now.day, hit.item("y")
    if not hit.now.text[word.start].isupper() or (word.key == "new year" and year_item is None):
        return None
    rule = MOVABLE.get(str(word.value))
    if year_item is not None:
        year = int(year_item.number)
        return Draft("DATE", rule(year).isoformat() if rule else f"{year:04d}-{word.value}", unit="D")
    if today is None:
        return Draft("DATE", "XXXX-XX-XX" if rule else f"XXXX-{word.value}", anchor=Anchor.UNKNOWN, unit="D")
    if rule:
        near = min((rule(today.year + k) for k in (-1, 0, 1)), key=lambda day: abs((day - today).days))
        return relative(hit, "DATE", near.isoformat(), "D")
    if "X" in str(word.value):
        return relative(hit, "DATE", f"{today.year:04d}-{word.value}", "D")
    month, day = (int(part) for part in str(word.value).split("-"))
    found = nearest_date(hit, month, day)
    return relative(hit, "DATE", found.isoformat(), "D") if found else None
