"""Days by their weekday or by a word, parts of the day, and clock times."""

from __future__ import annotations

import re
from datetime import date, timedelta

from contested.model import Anchor, Interval
from contested.text.time_anchor import PAST, words
from contested.text.time_dates import nearest_date
from contested.text.time_drafts import Draft, Hit, relative

CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
"""A time of day in digits: 10:30, 5.30, 23:59:59."""


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
    if which and hit.key("which_word") in words("stepping") and hit.now.last_day is not None:
        away = (hit.now.last_day.weekday() - number) % 7 or 7
        return hit.now.last_day - timedelta(away) if "l" in which else hit.now.last_day + timedelta(7 - away or 7)
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
    if not which and hit.match.group(0) == "P" and not could_be_part(hit):
        return None
    if today is None:
        return Draft("TIME", f"XXXX-XX-XXT{part}", anchor=Anchor.UNKNOWN, open_day=not which)
    if which and hit.key("which") in words("stepping") and hit.now.last_day is not None:
        day = hit.now.last_day + timedelta(-1 if "l" in which else 1)
        return Draft("TIME", f"{day.isoformat()}T{part}", anchor=Anchor.TIME, unit="D")
    if not which:
        return Draft("TIME", f"{today.isoformat()}T{part}", anchor=hit.now.kind, unit="D", open_day=True)
    day = today - timedelta(1) if "l" in which else today + timedelta(1) if "x" in which else today
    return relative(hit, "TIME", f"{day.isoformat()}T{part}", "D")


def could_be_part(hit: Hit) -> bool:
    """Whether a bare part of the day is a time: "at dawn", "by nightfall"; not "night vision"."""
    before = hit.before
    return (
        before is not None and before.key in words("daypart_leads") and hit.need("part").key not in ("night", "morning")
    )


def clock(hit: Hit) -> Draft | None:
    """Read "7:15 p.m.", "noon Thursday", "1000 GMT", "5 o'clock"."""
    named = hit.item("name")
    if named is not None:
        hours, minutes = (int(part) for part in str(named.value).split(":"))
    else:
        numeral = hit.need("t")
        parts = CLOCK.fullmatch(numeral.key)
        hours, minutes = (int(parts[1]), int(parts[2])) if parts else (int(numeral.number), 0)
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
    stated = any(hit.item(group) is not None for group in ("w", "n", "m"))
    if day is None:
        return Draft("TIME", f"XXXX-XX-XX{stamp}", anchor=Anchor.UNKNOWN, open_day=not stated)
    found = relative(hit, "TIME", day.isoformat() + stamp, "D")
    found.open_day = not stated
    return found
