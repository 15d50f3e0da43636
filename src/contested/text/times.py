"""Times: expressions of time in a report, their TIMEX3 type and value, and the days they cover.

Spans and values follow the TimeML guidelines (no prepositions; "early 2024" is one expression with
mod START). Anchoring follows the conventions of news reports; see docs/times.md.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from contested.model import Anchor, Time, TimeType
from contested.packs import Pack
from contested.reading import Reading
from contested.text.numbers import Word, scan
from contested.text.time_anchor import Anchoring
from contested.text.time_drafts import Draft, Hit
from contested.text.time_joins import Found, join, make_section, section_day
from contested.text.time_rules import CORE, candidates
from contested.text.time_values import days_of, interval_of
from contested.text.time_words import items_of

RUN = re.compile(r"[^_|]+")
EDGE = re.compile(r"(?:t?bOt?|i-?|A)$")


def find_times(reading: Reading) -> Reading:
    """Return the reading with its times. Needs: parse. Adds: times."""
    now = Anchoring(reading.parse, _published(reading), Anchor.PUBLICATION, reading.text)
    items = items_of(scan(reading.text))
    times = [_time(reading, items, found) for found in _expressions(items, now)]
    guessed = next((time for time in times if time.anchor is Anchor.FALLBACK), None)
    if guessed is not None:
        reading = reading.warn(
            "time_anchor_fallback",
            f"{guessed.text!r} steps from a time that the report does not name; its own date stood in.",
            guessed.start,
            guessed.end,
        )
    return replace(reading, times=tuple(_with_named(reading, times)))


def _published(reading: Reading) -> date | None:
    """Return the day of publication, None where it is unknown or so far off that it must be wrong."""
    try:
        day = date.fromisoformat((reading.document.published or "")[:10])
    except ValueError:
        return None
    return day if 1500 <= day.year <= 2500 else None


def _expressions(items: list[Word], now: Anchoring) -> list[Found]:
    """Return all expressions, in text order and without overlap."""
    shape = "".join(item.code for item in items)
    found: list[Found] = []
    for stretch in RUN.finditer(shape):
        offset, run = stretch.start(), stretch.group()
        if CORE.isdisjoint(run):
            continue
        position, floor = 0, offset
        while position < len(run):
            hit = _longest(run, position, offset, items, now)
            if hit is None:
                position += 1
                continue
            hit.first = _left_edge(shape, floor, hit, items)
            _remember(hit.draft, now)
            section = section_day(shape, items, hit, now)
            if section is not None:
                make_section(now, section)
            found.append(hit)
            floor = hit.last
            position = floor - offset
    return join(now.text, items, found)


def _longest(run: str, position: int, offset: int, items: list[Word], now: Anchoring) -> Found | None:
    """Return the longest expression that begins at a position of a run."""
    for match, build in candidates(run, position):
        draft = build(Hit(match, items, now, offset))
        if draft is not None:
            return Found(offset + position, offset + match.end(), draft)
    return None


def _left_edge(shape: str, floor: int, hit: Found, items: list[Word]) -> int:
    """Take in "early", "the end of", "more than" before an expression; sets its mod."""
    edge = EDGE.search(shape, floor, hit.first)
    if edge is None:
        return hit.first
    word = next(item for item in items[edge.start() : edge.end()] if item.code in "biA")
    if word.code == "A" and shape[hit.first] in "tWSs" and len(word.key.split()) == 1:
        return hit.first  # "over the weekend", "get around Wednesday's ruling": a preposition
    hit.draft.mod = str(word.value)
    return edge.start()


def _remember(draft: Draft, now: Anchoring) -> None:
    """Keep the day that later expressions ("that day", "a year earlier") may refer to."""
    if draft.type in ("DATE", "TIME") and draft.unit:
        days = days_of(draft.value)
        if days is not None:
            now.last_day, now.last_unit = days[0], draft.unit


def _time(reading: Reading, items: list[Word], found: Found) -> Time:
    start, end = items[found.first].start, items[found.last - 1].end
    draft = found.draft
    interval = draft.interval if draft.interval is not None else interval_of(draft.value, draft.mod)
    return Time(
        start=start, end=end, text=reading.text[start:end], type=TimeType(draft.type), value=draft.value,
        mod=draft.mod, interval=interval, anchor=draft.anchor,
    )  # fmt: skip


def _with_named(reading: Reading, times: list[Time]) -> list[Time]:
    """Add the packs' named times ("the full-scale invasion"); they win over what they overlap."""
    named = [time for pack in reading.packs for time in _named(reading.text, pack)]
    if not named:
        return times
    kept = [t for t in times if not any(t.start < n.end and n.start < t.end for n in named)]
    return sorted([*kept, *named], key=lambda time: time.start)


def _named(text: str, pack: Pack) -> list[Time]:
    found: list[Time] = []
    lower = text.lower()
    for entry in pack.named_times:
        for phrase in entry.phrases:
            for match in re.finditer(rf"\b{re.escape(phrase.lower())}\b", lower):
                if any(t.start < match.end() and match.start() < t.end for t in found):
                    continue
                found.append(
                    Time(
                        start=match.start(), end=match.end(), text=text[match.start() : match.end()],
                        type=TimeType.DATE, value=entry.value, interval=interval_of(entry.value), anchor=Anchor.NONE,
                    )
                )  # fmt: skip
    return found
