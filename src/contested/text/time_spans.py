"""Lengths of time: durations, stretches that end with the report, moves from it, and sets."""

from __future__ import annotations

from contested.model import Anchor, Interval
from contested.text.time_anchor import FUTURE
from contested.text.time_days import reference_interval
from contested.text.time_drafts import Draft, Hit
from contested.text.time_values import calendar_value, duration_value, shifted


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
    if unit == "Q" and (groups.get("bare") is not None or hit.after == "of"):
        return None  # "a quarter of the city", "living quarters"
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
    if is_rate(hit):
        return Draft("SET", value, interval=(None, None))
    interval = duration_interval(hit, count, unit)
    return Draft("DURATION", value, anchor=hit.now.kind if interval != (None, None) else Anchor.NONE, interval=interval)


def is_rate(hit: Hit) -> bool:
    """Whether "a day" says how often: "500 shells a day", "twice a week"."""
    if hit.match.groupdict().get("one") is None or hit.before is None:
        return False
    if hit.before.key in ("times", "twice", "once"):
        return True
    token = hit.now.parse.token_at(hit.before.start)
    return (
        token is not None and (token.tag in ("NNS", "CD") or hit.before.code in "dny") and hit.match.group(0)[0] == "a"
    )


def duration_interval(hit: Hit, count: str, unit: str) -> Interval:
    """Return the days that "for three months" covers up to the report, where the text says so.

    Only after "for", "in" or "over" can a bare duration be laid on the calendar; "a three-day
    visit" has a length and no place.
    """
    at, today = hit.first, hit.now.day
    back = 1
    while back <= 3 and at - back >= 0 and hit.items[at - back].code in "Aati":
        back += 1
    lead = hit.items[at - back].key if at - back >= 0 else ""
    ahead = hit.now.tense(hit.position) == FUTURE
    if today is None or lead not in (("within", "in") if ahead else ("for", "over")):
        return None, None
    if ahead:
        return span_back(hit, count, unit, 1).interval or (None, None)
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
    if count == "X":
        if word != "ago":
            return Draft("DURATION", duration_value(count, unit), interval=(None, None), anchor=Anchor.UNKNOWN)
        return Draft("DATE", "PAST_REF", anchor=hit.now.kind, interval=reference_interval("PAST_REF", hit.now.day))
    base, anchor = hit.now.day, hit.now.kind
    if word != "ago":
        base, anchor = (hit.now.last_day, Anchor.TIME) if hit.now.last_day else (base, Anchor.FALLBACK)
    comparing = unit == "Y" and count == "1" and word in ("ago", "earlier") and hit.now.last_unit in ("Q", "M")
    if comparing and hit.now.last_unit == "Q":
        base = hit.now.last_day  # "profit rose in the third quarter from a year ago": the same quarter
    if base is None:
        return Draft("DURATION", duration_value(count, unit), anchor=Anchor.UNKNOWN, interval=(None, None))
    try:
        day = shifted(base, -float(count) if back else float(count), unit)
    except (OverflowError, ValueError):
        return Draft("DURATION", duration_value(count, unit), anchor=Anchor.UNKNOWN, interval=(None, None))
    grain = {"W": "D", "F": "D", "E": "Y", "C": "Y"}.get(unit, unit if not unit.startswith("T") else "D")
    if comparing and (word == "earlier" or hit.now.last_unit == "Q"):
        return Draft("DATE", calendar_value(day, hit.now.last_unit), anchor=anchor)
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
