"""Slots of an incident template: reading the gold's fills, and the credit a fill earns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

MONTHS = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), 1
    )
}
DAY = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})")
QUOTED = re.compile(r'"([^"]*)"')
SMALL = frozenset({"the", "a", "an", "of", "in", "and", "his", "her", "their", "by", "on", "at", "for", "to"})


@dataclass(frozen=True, slots=True)
class Incident:
    """One template: `location` from the country down, `perpetrators` and `targets` as sets of alternatives."""

    type: str
    stage: str = "ACCOMPLISHED"
    first: str | None = None  # None with a `last`: on or before that day
    last: str | None = None
    location: tuple[tuple[str, ...], ...] = ()  # alternatives, each from the country down
    perpetrators: tuple[tuple[str, ...], ...] = ()
    targets: tuple[tuple[str, ...], ...] = ()
    confidence: tuple[str, tuple[str, ...]] | None = None
    optional: bool = False


def from_gold(template: dict[str, Any]) -> Incident:
    """Return a gold template as an incident; `*` and `-` are no fills."""
    first, last = gold_days(_fill(template, "INCIDENT: DATE"))
    confidence = _fill(template, "PERP: ORGANIZATION CONFIDENCE").lstrip("? ")
    names = tuple(QUOTED.findall(confidence))
    return Incident(
        type=_fill(template, "INCIDENT: TYPE").split(" / ")[0],
        stage=_fill(template, "INCIDENT: STAGE OF EXECUTION") or "ACCOMPLISHED",
        first=first,
        last=last,
        location=gold_location(_fill(template, "INCIDENT: LOCATION")),
        perpetrators=_strings(template, "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID"),
        targets=_strings(template, "PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION"),
        confidence=(confidence.partition(":")[0].strip(), names) if names else None,
        optional="OPTIONAL" in str(template.get("MESSAGE: TEMPLATE")),
    )


def _fill(template: dict[str, Any], slot: str) -> str:
    value = str(template.get(slot) or "").strip()
    return "" if value in {"*", "-"} else value


def _strings(template: dict[str, Any], *slots: str) -> tuple[tuple[str, ...], ...]:
    found = []
    for slot in slots:
        for line in _fill(template, slot).split("\n"):
            names = tuple(QUOTED.findall(line.partition('": "')[0] + '"' if '": "' in line else line))
            if names:
                found.append(names)
    return tuple(found)


def gold_days(text: str) -> tuple[str | None, str | None]:
    """Return first and last day: "30 DEC 89" a day, "- 28 JUL 89" on or before, "A - B" a range.

    >>> gold_days("- 28 JUL 89")
    (None, '1989-07-28')
    """
    days = []
    for day, month, year in DAY.findall(text):
        if month in MONTHS:
            try:
                days.append(date(1900 + int(year), MONTHS[month], int(day)).isoformat())
            except ValueError:
                continue
    if not days:
        return None, None
    if text.lstrip("? ").startswith("-"):
        return None, days[-1]
    return days[0], days[-1]


def gold_location(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the alternatives of a location, each from the country down, without the bracketed kinds."""
    alternatives = []
    for part in text.replace("\n", " / ").split(" / "):
        names = tuple(re.sub(r"\(.*?\)", "", piece).strip(" ?").lower() for piece in part.split(":"))
        if names and names[0]:
            alternatives.append(tuple(name for name in names if name))
    return tuple(alternatives)


def date_credit(gold: Incident, found: Incident) -> float:
    """Return 1 for the same days, a half where the stretches meet, else 0."""
    if gold.last is None or found.last is None:
        return 0.0
    if (gold.first, gold.last) == (found.first, found.last):
        return 1.0
    starts = (gold.first or "0000", found.first or "0000")
    if max(starts) <= min(gold.last, found.last):
        return 0.5
    return 0.0


def location_credit(gold: Incident, found: Incident) -> float:
    """Return 1 where the deepest place is right, a half where a wider one is."""
    best = 0.0
    for wanted in gold.location:
        for given in found.location:
            if any(_same_name(wanted[-1], name) for name in given[-2:]) and len(given) >= min(len(wanted), 2):
                best = max(best, 1.0)
            elif any(_same_name(one, other) for one in wanted for other in given):
                best = max(best, 0.5)
    return best


def _same_name(one: str, other: str) -> bool:
    first, second = one.replace(" city", ""), other.replace(" city", "")
    return first == second or (len(first) > 5 and first in second) or (len(second) > 5 and second in first)


def confidence_credit(gold: Incident, found: Incident) -> float:
    """Return 1 for the right confidence in the right organisation, a half for either."""
    if gold.confidence is None or found.confidence is None:
        return 0.0
    same = gold.confidence[0] == found.confidence[0]
    near = gold.confidence[0].startswith(found.confidence[0]) or found.confidence[0].startswith(gold.confidence[0])
    named = any(strings_meet(one, other) for one in gold.confidence[1] for other in found.confidence[1])
    if same and named:
        return 1.0
    return 0.5 if named and near else 0.0


def strings_credit(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> float:
    """Return how many gold fills are met by a found one, each used once."""
    left = list(found)
    credit = 0.0
    for wanted in gold:
        for given in left:
            if any(strings_meet(one, other) for one in wanted for other in given):
                left.remove(given)
                credit += 1.0
                break
    return credit


def strings_meet(one: str, other: str) -> bool:
    """Return whether two fills share their head or a name: "A U.S. EMPLOYEE", "EMPLOYEE OF ITT"."""
    first, second = _content(one), _content(other)
    if not first or not second:
        return False
    return first <= second or second <= first or len(first & second) >= 2


def _content(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {word[:-1] if word.endswith("s") and len(word) > 4 else word for word in words if word not in SMALL}
