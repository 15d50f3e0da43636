"""The time grammar: patterns over item letters, and what each match means.

Letters are those of `text/time_words.py`; a rule that cannot make sense of its words returns None,
and a shorter rule may.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from contested.model import Anchor, Interval
from contested.text.time_anchor import FUTURE, PAST, Anchoring, words
from contested.text.time_values import MOVABLE, calendar_value, duration_value, interval_of, shifted
from contested.text.time_words import Item


@dataclass(slots=True)
class Draft:
    """A time expression in the making: TIMEX3 type and value, and what it was resolved against."""

    type: str
    value: str
    mod: str | None = None
    anchor: Anchor = Anchor.NONE
    interval: Interval | None = None  # None: that of the value
    unit: str = ""  # D, M, Q, Y … for expressions that refer back to it


@dataclass(slots=True)
class Hit:
    """One match: its items by group letter, the item before it, and the report's days."""

    match: re.Match[str]
    items: list[Item]
    now: Anchoring

    def item(self, group: str) -> Item | None:
        """Return the first item of a named group, None where the group is empty."""
        at = self.match.start(group)
        return self.items[at] if at >= 0 and self.match.end(group) > at else None

    def need(self, group: str) -> Item:
        """Return the first item of a group that the pattern guarantees."""
        return self.items[self.match.start(group)]

    def key(self, group: str) -> str:
        """Return the words of a group's first item, "" where it is empty."""
        found = self.item(group)
        return found.key if found else ""

    @property
    def before(self) -> Item | None:
        """The item before the match."""
        at = self.match.start()
        return self.items[at - 1] if at else None

    @property
    def position(self) -> int:
        """Where the match begins in the text."""
        return self.items[self.match.start()].start


Build: TypeAlias = Callable[[Hit], Draft | None]


def relative(hit: Hit, kind: str, value: str, unit: str) -> Draft:
    """Return a draft resolved against the report's day."""
    return Draft(kind, value, anchor=hit.now.kind, unit=unit)


# ------------------------------------------------------------------------------- dates


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
        return Draft(
            "DATE", f"{full_year(str(int(year.number)).zfill(2), hit.now):04d}-{month:02d}-{day:02d}", unit="D"
        )
    found = nearest_date(hit, month, day)
    if found is None:
        return Draft("DATE", f"XXXX-{month:02d}-{day:02d}", anchor=Anchor.UNKNOWN, unit="D")
    return relative(hit, "DATE", found.isoformat(), "D")


def further_day(hit: Hit) -> Draft | None:
    """Read the "25" of "April 24 and 25"."""
    at = hit.match.start()
    month = next(item for item in reversed(hit.items[:at]) if item.code in "Mm")
    day, year = int(hit.need("d").number), hit.item("y")
    if year is not None:
        return Draft("DATE", f"{int(year.number):04d}-{int(month.value):02d}-{day:02d}", unit="D")
    found = nearest_date(hit, int(month.value), day)
    return relative(hit, "DATE", found.isoformat(), "D") if found else None


def nearest_date(hit: Hit, month: int, day: int) -> date | None:
    """Return the nearest such day to the report; the verb decides when it is far either way."""
    today = hit.now.day
    if today is None:
        return None
    options = [d for d in (make_date(today.year + k, month, day) for k in (-1, 0, 1)) if d]
    if not options:
        return None
    near = min(options, key=lambda d: abs((d - today).days))
    if abs((near - today).days) <= 120:
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
    if not 1500 <= year.number <= 2100 and (before is None or before.key not in words("year_leads")):
        return None
    return Draft("DATE", f"{int(year.number):04d}", unit="Y")


def decade(hit: Hit) -> Draft | None:
    """Read "the 1990s", "the '80s"."""
    digits = str(int(hit.need("y").number)).zfill(2)
    year = full_year(digits, hit.now)
    return Draft("DATE", f"{year // 10:03d}", unit="E") if year % 10 == 0 else None


# ------------------------------------------------------------------------------- weekdays, words


def weekday_day(hit: Hit, group: str = "w") -> date | None:
    """Return the day that a weekday's name means in its sentence."""
    found, which = hit.need(group), hit.match.groupdict().get("which")
    number = int(found.value)
    direction = -1
    if which and "x" in which:
        direction = 1
    elif not which or "h" in which:
        forward = (
            hit.before is not None and hit.before.key in words("ahead_leads") and hit.now.tense(found.start) != PAST
        )
        direction = 1 if forward or hit.now.looks_ahead(found.start) else -1
    day = hit.now.weekday(number, direction)
    if day is not None and which and "l" in which and day == hit.now.day:
        day -= timedelta(7)
    if day is not None and which and "x" in which and day == hit.now.day:
        day += timedelta(7)
    return day


def weekday(hit: Hit) -> Draft | None:
    """Read "on Tuesday", "last Friday", "Sunday night"."""
    found, day, part = hit.need("w"), weekday_day(hit), hit.item("part")
    kind = "TIME" if part else "DATE"
    suffix = f"T{part.value}" if part else ""
    if day is None:
        return Draft(kind, f"XXXX-WXX-{int(found.value) + 1}{suffix}", anchor=Anchor.UNKNOWN, unit="D")
    return relative(hit, kind, day.isoformat() + suffix, "D")


def fixed(hit: Hit) -> Draft | None:
    """Read "today", "now", "overnight", "yesterday morning" by the lexicon."""
    kind, value = hit.need("n").value
    part, today = hit.item("part"), hit.now.day
    if ":" not in value:
        return Draft(kind, value, anchor=hit.now.kind, interval=reference_interval(value, today))
    action, argument = value.split(":")
    if part is not None:
        kind = "TIME"
    if today is None:
        known = f"T{argument}" if action != "DAY" else f"T{part.value}" if part else ""
        return Draft(kind, f"XXXX-XX-XX{known}", anchor=Anchor.UNKNOWN, unit="D")
    if action == "DAY":
        day = today + timedelta(int(argument))
        return relative(hit, kind, day.isoformat() + (f"T{part.value}" if part else ""), "D")
    day = today - timedelta(1) if action == "LAST" else today
    found = relative(hit, kind, f"{day.isoformat()}T{argument}", "D")
    if argument == "NI":  # a night runs into the next morning, and "overnight" is the one just gone
        first = day if action == "LAST" or hit.need("n").key == "tonight" else day - timedelta(1)
        found.interval = (first.isoformat(), (first + timedelta(1)).isoformat())
    return found


def reference_interval(value: str, today: date | None) -> Interval:
    """Return the days of PAST_REF (up to the report), PRESENT_REF (its day), FUTURE_REF (from it)."""
    if today is None:
        return None, None
    day = today.isoformat()
    return {"PAST_REF": (None, day), "PRESENT_REF": (day, day), "FUTURE_REF": (day, None)}.get(value, (None, None))


def part_of_day(hit: Hit) -> Draft | None:
    """Read "this morning", "that night", "the evening"."""
    part, today = hit.need("part").value, hit.now.day
    which = hit.match.groupdict().get("which") or ""
    if "e" in which and hit.now.last_day is not None:
        return Draft("TIME", f"{hit.now.last_day.isoformat()}T{part}", anchor=Anchor.TIME, unit="D")
    if today is None:
        return Draft("TIME", f"XXXX-XX-XXT{part}", anchor=Anchor.UNKNOWN)
    day = today - timedelta(1) if "l" in which else today + timedelta(1) if "x" in which else today
    return relative(hit, "TIME", f"{day.isoformat()}T{part}", "D")


def clock(hit: Hit) -> Draft | None:
    """Read "7:15 p.m.", "noon Thursday", "1000 GMT", "5 o'clock"."""
    named = hit.item("name")
    if named is not None:
        hours, minutes = (int(part) for part in str(named.value).split(":"))
    else:
        numeral = hit.need("t")
        words = numeral.key.replace(".", ":") if numeral.digits or ":" in numeral.key else str(int(numeral.number))
        hours, minutes = (int(x) for x in words.split(":")[:2]) if ":" in words else (int(float(words)), 0)
        if hours > 99:
            hours, minutes = divmod(hours, 100)
        half = hit.key("half").replace(".", "")
        hours = hours % 12 + (12 if half == "pm" else 0) if half else hours
    if hours > 24 or minutes > 59:
        return None
    day = hit.now.day
    if hit.item("w") is not None:
        day = weekday_day(hit)
    elif hit.match.groupdict().get("m"):
        day = nearest_date(hit, int(hit.need("m").value), int(hit.need("d").number))
    elif hit.item("n") is not None:
        value = hit.need("n").value[1]
        if not value.startswith("DAY"):
            return None
        day = day + timedelta(int(value[4:])) if day else None
    stamp = f"T{hours:02d}:{minutes:02d}"
    if day is None:
        return Draft("TIME", f"XXXX-XX-XX{stamp}", anchor=Anchor.UNKNOWN)
    return relative(hit, "TIME", day.isoformat() + stamp, "D")


# ------------------------------------------------------------------------------- calendar units


def calendar_unit(hit: Hit) -> Draft | None:
    """Read "last week", "this month", "next year", "that day", "the quarter"."""
    unit, which = hit.need("u").value, hit.match.group("which")
    if unit is None or unit.startswith("T"):
        return None
    step = -1 if "l" in which else 1 if "x" in which else 0
    today, anchor = hit.now.day, hit.now.kind
    if "e" in which:
        today, anchor = hit.now.last_day or hit.now.day, Anchor.TIME
    if hit.match.group(0).startswith("tl") and hit.need("which").key == "past":
        return span_back(hit, "1", unit, step)
    if hit.need("which").key == "current" and unit in "DW":
        step = 0
    if today is None:
        return Draft(
            "DATE",
            {"Y": "XXXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX-WXX" if unit == "W" else "XXXX-XX-XX"),
            anchor=Anchor.UNKNOWN,
            unit=unit,
        )
    return Draft("DATE", calendar_value(shifted(today, step, unit), unit), anchor=anchor, unit=unit)


def the_unit(hit: Hit) -> Draft | None:
    """Read "the quarter", "the year", "the weekend": the one the report is about."""
    unit, today = hit.need("u").value, hit.now.day
    if hit.item("y") is not None:
        return Draft("DATE", f"{int(hit.need('y').number):04d}", unit="Y") if unit == "Y" else None
    if unit not in ("Q", "Y", "WE", "W", "M") or today is None:
        return None
    if unit == "Q":
        if hit.now.last_unit == "Q" and hit.now.last_day:
            return Draft("DATE", calendar_value(hit.now.last_day, "Q"), anchor=Anchor.TIME, unit="Q")
        return relative(hit, "DATE", calendar_value(shifted(today, -1, "Q"), "Q"), "Q")
    if unit == "WE":
        back = today - timedelta(7) if today.weekday() < 5 and hit.now.tense(hit.position) != FUTURE else today
        return relative(hit, "DATE", calendar_value(back, "WE"), "WE")
    return relative(hit, "DATE", calendar_value(today, unit), unit)


def ordinal_unit(hit: Hit) -> Draft | None:
    """Read "the third quarter of 1984", "the first half", "the 20th century"."""
    number, unit, today = int(hit.need("o").number), hit.need("u"), hit.now.day
    year_item, which = hit.item("y"), hit.match.groupdict().get("which") or ""
    if unit.code == "f":
        letter = "H"
    elif unit.value == "Q":
        letter = "Q"
    elif unit.value == "C":
        return Draft("DATE", f"{number - 1:02d}", unit="C") if number <= 30 else None
    else:
        return None
    if not 1 <= number <= (2 if letter == "H" else 4):
        return None
    if year_item is not None:
        return Draft("DATE", f"{int(year_item.number):04d}-{letter}{number}", unit="Q")
    if letter == "H" and not which:
        return None
    if today is None:
        return Draft("DATE", f"XXXX-{letter}{number}", anchor=Anchor.UNKNOWN, unit="Q")
    begins = (number - 1) * (3 if letter == "Q" else 6) + 1
    year = today.year + (-1 if "l" in which else 1 if "x" in which else 0)
    if not which and begins > today.month and hit.now.tense(hit.position) != FUTURE:
        year -= 1
    return relative(hit, "DATE", f"{year:04d}-{letter}{number}", "Q")


def season(hit: Hit) -> Draft | None:
    """Read "last fall", "the winter of 1994", "ahead of winter"."""
    found, year_item = hit.need("s"), hit.item("y")
    which = hit.match.groupdict().get("which") or ""
    if (
        found.code == "s"
        and not which
        and year_item is None
        and not (hit.before and hit.before.key in words("month_leads"))
    ):
        return None
    part, today = found.value, hit.now.day
    if year_item is not None:
        return Draft("DATE", f"{int(year_item.number):04d}-{part}", unit="S")
    if today is None:
        return Draft("DATE", f"XXXX-{part}", anchor=Anchor.UNKNOWN, unit="S")
    return relative(hit, "DATE", f"{season_year(hit, part, which, today):04d}-{part}", "S")


def season_year(hit: Hit, part: str, which: str, today: date) -> int:
    """Return the year by which the season that is meant is named."""
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[part]
    begun = today.year if today.month >= first else today.year - 1  # the last one that has begun
    going_on = (today.month - first) % 12 <= 2
    if "x" in which:
        return begun + 1
    if "l" in which:
        return begun - 1 if going_on else begun
    if "h" in which:
        return begun if part == "WI" and going_on else today.year
    ahead = hit.before is not None and hit.before.key in ("of", "before", "by", "until", "for", "this", "the", "coming")
    if going_on:
        return begun
    if hit.now.tense(hit.position) == FUTURE or (ahead and (first - today.month) % 12 <= 4):
        return begun + 1
    return begun


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


# ------------------------------------------------------------------------------- durations


def counted(hit: Hit) -> str:
    """Return the count of a duration: "3", "1.5", "X" for a vague one."""
    number, vague = hit.item("n"), hit.item("q")
    if vague is not None:
        return str(vague.value)
    if number is not None:
        value = number.number
        return f"{int(value)}" if value == int(value) else f"{value:g}"
    return "1"


def duration(hit: Hit) -> Draft | None:
    """Read "three days", "a five-year", "more than a year", "months", "two weeks ago"."""
    unit, count = hit.need("u").value, counted(hit)
    groups = hit.match.groupdict()
    if unit is None or unit in ("MO", "EV") or (unit == "TS" and groups.get("bare") is not None):
        return None
    if groups.get("age"):
        return None  # "a 52-year-old" is an age: a quantity
    if groups.get("bare") is not None:
        count = "X"
    direction = groups.get("dir") or ""
    if direction:
        return moved(hit, count, unit)
    value = duration_value(count, unit)
    return Draft("DURATION", value, anchor=hit.now.kind, interval=duration_interval(hit, count, unit), unit="")


def duration_interval(hit: Hit, count: str, unit: str) -> Interval:
    """Return the days that "for three months" covers up to the report, where the text says so.

    Only after "for", "in" or "over" can a bare duration be laid on the calendar; "a three-day
    visit" has a length and no place.
    """
    at, today = hit.match.start(), hit.now.day
    back = 1
    while back <= 3 and at - back >= 0 and hit.items[at - back].code in "Aati":
        back += 1
    lead = hit.items[at - back].key if at - back >= 0 else ""
    if today is None or lead not in ("for", "over") or hit.now.tense(hit.position) == FUTURE:
        return None, None
    if count == "X":
        return None, today.isoformat()
    try:
        return shifted(today, -float(count), unit).isoformat(), today.isoformat()
    except (OverflowError, ValueError):
        return None, today.isoformat()


def moved(hit: Hit, count: str, unit: str) -> Draft | None:
    """Read "two weeks ago", "a year earlier", "three days later"."""
    word = hit.need("dir").key
    back = word in ("ago", "earlier", "before")
    if word in ("before", "after", "from"):
        return Draft("DURATION", duration_value(count, unit), interval=(None, None), anchor=Anchor.UNKNOWN)
    if count == "X":
        if word != "ago":
            return Draft("DURATION", duration_value(count, unit), interval=(None, None), anchor=Anchor.UNKNOWN)
        return Draft("DATE", "PAST_REF", anchor=hit.now.kind, interval=reference_interval("PAST_REF", hit.now.day))
    base, anchor = hit.now.day, hit.now.kind
    if word != "ago" and hit.now.last_day is not None:
        base, anchor = hit.now.last_day, Anchor.TIME
    if base is None:
        return Draft("DURATION", duration_value(count, unit), anchor=Anchor.UNKNOWN, interval=(None, None))
    try:
        day = shifted(base, -float(count) if back else float(count), unit)
    except (OverflowError, ValueError):
        return Draft("DURATION", duration_value(count, unit), anchor=Anchor.UNKNOWN, interval=(None, None))
    grain = {"W": "D", "F": "D", "E": "Y", "C": "Y"}.get(unit, unit if not unit.startswith("T") else "D")
    if (
        unit == "Y"
        and word == "earlier"
        and hit.now.last_unit in ("Q", "M")
        or (unit == "Y" and count == "1" and hit.now.last_unit == "Q")
    ):
        grain = hit.now.last_unit
    return Draft("DATE", calendar_value(day, grain), anchor=anchor, unit=grain)


def span_back(hit: Hit, count: str, unit: str, step: int) -> Draft:
    """Return a stretch that ends (or begins) with the report: "the past three months"."""
    today, interval = hit.now.day, (None, None)
    found = Draft("DURATION", duration_value(count, unit), anchor=hit.now.kind, interval=interval)
    if today is None:
        return found
    edge: str | None = None
    if count != "X":
        try:
            edge = shifted(today, step * float(count), unit).isoformat()
        except (OverflowError, ValueError):
            edge = None
    elif unit in VAGUE_REACH:
        edge = shifted(today, step * VAGUE_REACH[unit], unit).isoformat()
    found.interval = (edge, today.isoformat()) if step < 0 else (today.isoformat(), edge)
    return found


VAGUE_REACH = {"D": 7, "W": 6, "M": 6, "Y": 5, "TH": 24, "Q": 4, "WE": 4}
"""How far back "recent days" may reach, in its unit: a week of days, six weeks, half a year, five
years. A judgement of usage, meant as an outer bound; it decides intervals only, never the value."""


def span_duration(hit: Hit) -> Draft | None:
    """Read "the past three months", "the next few days", "recent weeks"."""
    which, unit = hit.need("which"), hit.need("u").value
    if unit is None:
        return None
    count = counted(hit) if hit.item("n") or hit.item("q") else "X"
    return span_back(hit, count, unit, 1 if which.code == "x" else -1)


def year_word(hit: Hit) -> Draft | None:
    """Read "year-earlier", "the year-ago quarter", "year-end"."""
    unit, word, today = hit.need("u").value, hit.need("k").key, hit.now.day
    if unit not in ("Y", "M", "Q", "W") or today is None:
        return None
    if word == "end":
        year = today.year - int(hit.before is not None and hit.before.key == "since")
        return relative(hit, "DATE", f"{year:04d}-12-31" if unit == "Y" else calendar_value(today, unit), "D")
    if word not in ("ago", "earlier", "before"):
        return None
    grain = "Q" if hit.now.last_unit == "Q" or hit.match.group("q") else "Y"
    base = hit.now.last_day if hit.now.last_unit == "Q" and hit.now.last_day else today
    if grain == "Q" and hit.now.last_unit != "Q":
        base = shifted(today, -1, "Q")  # the report is about the quarter that has ended
    return Draft("DATE", calendar_value(shifted(base, -1, unit), grain), anchor=hit.now.kind, unit="")


def set_of(hit: Hit) -> Draft | None:
    """Read "every day", "each July", "every two weeks", "daily"."""
    word = hit.item("v")
    if word is not None:
        return Draft("SET", str(word.value), interval=(None, None))
    found = hit.need("u")
    if found.code in "uv":
        return Draft("SET", duration_value(counted(hit), found.value), interval=(None, None))
    value = {"W": f"XXXX-WXX-{int(found.value) + 1}"} if found.code == "W" else {"M": f"XXXX-{found.value:0>2}"}
    return Draft(
        "SET",
        value.get(found.code, f"XXXX-XX-XXT{found.value}" if found.code == "P" else f"XXXX-{found.value}"),
        interval=(None, None),
    )


COUNT = r"(?:(?P<n>[dny])|a?(?P<q>q)O?|(?P<one>a))"
RULES: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (r"(?:[Ww]\.?,?)?(?P<iso>I)", numeric_date),
        (r"(?:t?[Ww]\.?,?)?t?(?P<d>[od])-?O?(?P<m>[Mm])(?:\.?,?(?P<y>y|'?[dn](?![a-zA-Z:.]|-u)))?", day_and_month),
        (r"(?:[Ww]P?\.?,?|t?l)?(?P<m>[Mm])\.?t?(?P<d>[od])(?:,?(?P<y>y))?(?![nf])", day_and_month),
        (r"(?P<d>d)(?=(?:c|-)dO?(?P<m>[Mm])(?:,?(?P<y>y))?)", day_and_month),
        (r"(?<=Md[c-])(?P<d>d)(?:,?(?P<y>y))?(?![a-zA-Z'-])", further_day),
        (r"(?<=M\.d[c-])(?P<d>d)(?:,?(?P<y>y))?(?![a-zA-Z'-])", further_day),
        (r"(?P<m>[Mm])\.?,?O?(?P<y>y)", month_and_year),
        (r"(?:t?(?P<which>[lxhe]))?(?P<m>[Mm])(?:O?(?P<other>[lxh])u)?", bare_month),
        (r"(?P<which>t?[lxe]|h[lx]?)?(?P<w>W)(?P<part>P)?", weekday),
        (r"(?P<n>N)(?P<part>P)?", fixed),
        (
            r"(?:(?P<name>K)|(?P<t>[Tdnyn])(?:(?P<half>p)|(?=Z)|k'?C))Z?(?:,?(?:t?(?P<w>W)|(?P<n>N)|(?P<m>[Mm])\.?(?P<d>d)))?",
            clock,
        ),
        (r"(?P<t>T)Z?(?P<half>X)?(?P<name>X)?(?:,?(?:t?(?P<w>W)|(?P<n>N)|(?P<m>[Mm])\.?(?P<d>d)))?", clock),
        (r"(?P<which>t?[lxhe]l?)P?(?P<part>P)", part_of_day),
        (r"(?:t|i-?)(?P<part>P)", part_of_day),
        (r"t?(?P<which>[lx]|h[lx]?|e)Y?(?P<u>u)", calendar_unit),
        (r"tY?(?P<u>u)(?:(?P<y>y))?", the_unit),
        (r"t?(?P<which>[lx])" + COUNT + r"(?:\+)?(?P<u>[uv])", span_duration),
        (r"t?(?P<which>[rlx])(?P<n>X)?(?P<q>X)?(?P<u>v)", span_duration),
        (r"t?" + COUNT + r"\+?-?(?P<u>[uv])(?P<age>-?B)?(?P<loose>~)?(?P<dir>g|i|j)?", duration),
        (r"t?o" + COUNT + r"\+?(?P<u>v)", duration),
        (r"(?P<bare>)(?P<n>X)?(?P<q>X)?(?P<u>v)(?P<dir>g|i)?", duration),
        (r"t?(?:(?P<y>y))?Y?(?P<o>o)-?(?P<u>[uf])(?:O?(?:t?(?P<which>[lxh])u|(?P<y2>y)))?", ordinal_unit),
        (r"t?[a]?(?P<u>u)-(?P<k>[gib])(?:-?(?P<q>[uQ]))?", year_word),
        (r"t(?P<y>y)Q", bare_year),
        (r"Y?(?P<y>y)", bare_year),
        (r"t?'?(?P<y>[yn])'?z", decade),
        (r"t?(?P<which>[lxhe]l?)?(?P<s>[Ss])(?:O?(?P<y>y))?", season),
        (r"(?P<h>H),?(?P<y>y)?", holiday),
        (r"E(?P<n>[dno])?(?P<q>q)?(?P<v>X)?(?P<u>[uvWMSPsm])", set_of),
        (r"(?P<v>V)", set_of),
    )
)
"""Patterns and what reads them; where several match at one place, the longest is tried first."""

CORE = frozenset("MmWSsPKTIuvyNHVno")
"""Letters without one of which nothing is a time."""
