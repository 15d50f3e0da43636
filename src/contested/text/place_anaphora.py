"""Towns meant without their name: "the city's northern districts", "the local council building".

A definite "city", "town" or "village" means the settlement that the report has been speaking
of: the one that most of its settlement names name, else the last one named. A town that stands
for its government ("Moscow said") is never meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from contested.model import Place, PlaceUse, Precision
from contested.reading import Reading
from contested.text.place_parts import SIDE, options
from contested.text.place_scene import COMMON
from contested.text.sentences import datelines


@cache
def _pattern() -> re.Pattern[str]:
    town = options("settlement_words")
    parts = options("parts")
    works = options("buildings")
    sides = rf"(?:(?:{SIDE})(?:(?:,? and |, |-)(?:{SIDE}))* )"
    return re.compile(
        # the northern districts of the city; much of the town
        rf"\b(?:[Tt]he )?(?P<of>{sides}?(?:{parts})|[Mm]uch|[Mm]ost|[Hh]alf|[Pp]arts|[Ss]ome|[Aa]ll) of (?:the|this|that) (?:[a-z-]+ )?(?:{town})\b(?! of\b)(?!['’]s)"  # noqa: E501
        # the city's northeastern districts
        rf"|\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:[a-z-]+ )?(?:{town})['’]s (?P<own>{sides}?(?:{parts}|{works}|defen[cs]es))\b"  # noqa: E501
        # the local city council building, the city center, certain city districts
        rf"|\b(?:(?:[Tt]he|a|certain|several|some|local|residential|this) )+(?P<work>(?:{town}) {sides}?(?:{parts}|{works}))\b"  # noqa: E501
        # the city
        rf"|\b[Tt](?:he|his|hat) (?:(?:besieged|embattled|contested|strategic|key|devastated|ruined|historic|frontline|front-line|eastern|western|northern|southern|mining|logistics|hub|small|entire|whole|same) )?(?P<bare>{town})\b(?! of\b)(?!['’]s)(?!-)"  # noqa: E501
    )


def find_anaphors(places: Sequence[Place], reading: Reading) -> list[Place]:
    """Return mentions of settlements without their name, each with the settlement it means.

    "Fighting goes on in Lyman. Troops entered the town's southern outskirts." → Lyman, part
    "southern outskirts".
    """
    towns = [place for place in places if could_be_meant(place)]
    written_in = datelines(reading.text, reading.parse)
    told = [town for town in towns if not any(start <= town.start < end for start, end in written_in)]
    towns = told or towns  # "KYIV - … Kupiansk … the city" is Kupiansk; "GOMA - Rebels entered the city" is Goma
    if not towns:
        return []
    focus = _focus(towns)
    found = []
    for match in _matches(reading.text):
        start, end = match.span()
        if any(place.start < end and start < place.end for place in places):
            continue
        if _names_itself(reading.text, end):
            continue
        before = [town for town in towns if town.end <= start]
        if not before:
            continue
        meant = _meant(before, focus)
        part = match["of"] or match["own"] or match["work"]
        found.append(_anaphor(meant, start, end, reading.text[start:end], part, exact=bool(part) and not match["of"]))
    return found


@cache
def _towns() -> re.Pattern[str]:
    return re.compile(options("settlement_words"))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the pattern's matches, looked for only around words for a settlement: a fifth of the time."""
    done = 0
    for town in _towns().finditer(text):
        if town.end() <= done:
            continue
        last = text.rfind("\n", done, town.start()) + 1
        first = max(done, last, town.start() - REACH)
        limit = min(town.end() + REACH, len(text))
        for match in _pattern().finditer(text, first, limit):
            if match.end() + LOOKS_AHEAD > limit < len(text):
                break  # what follows lies outside; the next town's turn
            yield match
            done = match.end()


LOOKS_AHEAD = 8
"""Characters behind a match that the pattern looks at: "the city [of]"."""
REACH = 120
"""Characters around "town" that a mention of it can take up: three sides, a part and the town."""


def could_be_meant(place: Place) -> bool:
    """Return whether "the city" may mean this mention's settlement."""
    return (place.feature_class == "P" and place.use in (PlaceUse.LOCATION, PlaceUse.MODIFIER, PlaceUse.UNKNOWN)) or (
        place.precision in (Precision.SETTLEMENT, Precision.PART) and not place.resolved
    )


def _focus(towns: Sequence[Place]) -> str | None:
    """Return the settlement that at least half of all settlement mentions name."""
    counts = Counter(town.place_id or town.name for town in towns)
    best, times = counts.most_common(1)[0]
    return best if times >= 2 and times * 2 >= len(towns) else None


def _meant(before: Sequence[Place], focus: str | None) -> Place:
    return next((town for town in reversed(before) if (town.place_id or town.name) == focus), before[-1])


def _names_itself(text: str, end: int) -> bool:
    """Return whether the name follows: "the town Bakhmut", "the city [of Kupiansk]"."""
    following = re.match(r" \[?(?:of )?([A-Z][\w’'-]+)", text[end : end + 30])
    return following is not None and following.group(1).lower() not in COMMON


def _anaphor(town: Place, start: int, end: int, text: str, part: str | None, *, exact: bool) -> Place:
    precision = Precision.PART if part else Precision.SETTLEMENT
    if part and exact and not re.search(rf"(?:{options('parts')})$", part):
        precision = Precision.EXACT
    return replace(
        town,
        start=start,
        end=end,
        text=text,
        part=part.lower() if part else None,
        direction=None,
        distance_km=None,
        precision=precision,
        use=PlaceUse.LOCATION,
        score=round(town.score * 0.9, 3),
        runner_up=None,
        reason=f"{text!r} is {town.name}, named before",
    )
