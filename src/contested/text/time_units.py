"""Calendar units named from the report: "last week", "the third quarter", "last winter"."""

from __future__ import annotations

from datetime import date, timedelta

from contested.model import Anchor
from contested.text.time_anchor import FUTURE, words
from contested.text.time_drafts import Draft, Hit, relative
from contested.text.time_spans import span_back
from contested.text.time_values import calendar_value, shifted


def calendar_unit(hit: Hit) -> Draft | None:
    """Read "last week", "this month", "next year", "that day", "the quarter"."""
    unit, which = hit.need("u").value, hit.match.group("which")
    if unit is None or unit.startswith("T"):
        return None
    step = -1 if "l" in which else 1 if "x" in which else 0
    today, anchor = hit.now.day, hit.now.kind
    if "e" in which or is_stepping(hit, unit):
        today, anchor = (hit.now.last_day, Anchor.TIME) if hit.now.last_day else (today, Anchor.FALLBACK)
    if hit.match.group(0).startswith("tl") and is_stretch(hit, unit):
        return span_back(hit, "1", unit, step)
    if today is None:
        return Draft(
            "DATE",
            {"Y": "XXXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX-WXX" if unit == "W" else "XXXX-XX-XX"),
            anchor=Anchor.UNKNOWN,
            unit=unit,
        )
    return Draft("DATE", calendar_value(shifted(today, step, unit), unit), anchor=anchor, unit=unit)


def is_stepping(hit: Hit, unit: str) -> bool:
    """Whether the unit is counted from the time under discussion: "the following day"."""
    word = hit.need("which").key
    return word in words("stepping") or (word == "next" and unit == "D" and hit.match.group(0).startswith("t"))


def is_stretch(hit: Hit, unit: str) -> bool:
    """Whether "the past week", "over the last day" is a stretch and no calendar unit."""
    word, before = hit.need("which").key, hit.before
    if word == "past":
        return True
    return word == "last" and unit == "D" and before is not None and before.key in words("stretch_leads")


def the_unit(hit: Hit) -> Draft | None:
    """Read "the quarter", "the year", "the weekend": the one the report is about."""
    unit, today = hit.need("u").value, hit.now.day
    if hit.item("y") is not None:
        return Draft("DATE", f"{int(hit.need('y').number):04d}", unit="Y") if unit == "Y" else None
    if unit == "D" and today is not None and is_same_day(hit):
        day = hit.now.last_day or today
        return Draft("DATE", day.isoformat(), anchor=Anchor.TIME if hit.now.last_day else hit.now.kind, unit="D")
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


def is_same_day(hit: Hit) -> bool:
    """Whether "the day" is the day under discussion: "later in the day", "earlier in the day"."""
    at = hit.first
    return at >= 2 and hit.items[at - 1].key == "in" and hit.items[at - 2].key in ("later", "earlier", "late", "early")


def ordinal_unit(hit: Hit) -> Draft | None:
    """Read "the third quarter of 1984", "the first half", "the 20th century"."""
    number, unit, today = int(hit.need("o").number), hit.need("u"), hit.now.day
    year_item, which = hit.item("y") or hit.item("y2"), hit.match.groupdict().get("which") or ""
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
    if found.code == "s" and year_item is None and not could_be_season(hit):
        return None
    part, today = found.value, hit.now.day
    if year_item is not None:
        return Draft("DATE", f"{int(year_item.number):04d}-{part}", unit="S")
    if today is None:
        return Draft("DATE", f"XXXX-{part}", anchor=Anchor.UNKNOWN, unit="S")
    return relative(hit, "DATE", f"{season_year(hit, part, which, today):04d}-{part}", "S")


def could_be_season(hit: Hit) -> bool:
    """Whether "fall" or "spring" is a season: "last fall", "by spring"; not "the fall of the city"."""
    if hit.after == "of" or hit.key("which_word") == "latest":
        return False
    if hit.match.groupdict().get("which"):
        return True
    at, leads = hit.first, words("season_leads")
    before = hit.items[at - 1].key if at else ""
    return before in leads


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
