"""Streets and buildings: named, and put into the town they stand in, never at a point of their own.

"Manila Cathedral" is a part of Manila, "the 200 block of River Avenue" of the town the report
has just named. Where no town can be told, the name is kept alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from contested.gazetteer import SETTLEMENTS, Entry, Gazetteer
from contested.model import UNKNOWN, Place, Precision
from contested.reading import Reading
from contested.text.place_scene import Mention

HOSTED = frozenset(("road", "building", "airport", "feature", "part"))
"""Kinds of named things that stand in a town."""
_INSIDE = re.compile(r",? (?:in|of|at|near) (?:the )?(?:[a-z]+ )?|, ")
_OWNER = re.compile(r"(?:'s|’s) (?:[A-Za-z]+ )?")


def hosted(places: Sequence[Place], mentions: Sequence[Mention], reading: Reading, book: Gazetteer) -> list[Place]:
    """Return the places with streets and buildings put into their towns.

    Their `name`, id and point become the town's, `part` is what was named.
    """
    result = list(places)
    for number, (place, mention) in enumerate(zip(places, mentions, strict=True)):
        if (not place.resolved and mention.kind in HOSTED) or _is_owned(number, places, reading):
            found = _host(number, places, reading)
            if found is not None:
                host, why = found
                result[number] = _in_host(place, mention, host, why)
            else:
                entry = _town_in_name(mention, places, book)
                if entry is not None:
                    result[number] = _in_host(place, mention, _as_place(entry), "the town is in its name")
    return result


def _is_owned(number: int, places: Sequence[Place], reading: Reading) -> bool:
    """Return whether an unknown name is said to be a town's: "Omdurman's Karari district"."""
    place = places[number]
    if place.resolved or not number or not _is_town(places[number - 1]):
        return False
    return _OWNER.fullmatch(reading.text, places[number - 1].end, place.start) is not None


def _in_host(place: Place, mention: Mention, host: Place, why: str) -> Place:
    precision = Precision.EXACT if mention.kind in HOSTED - {"part"} else Precision.PART
    return replace(
        host,
        start=place.start,
        end=place.end,
        text=place.text,
        part=place.text,
        precision=precision,
        use=place.use,
        direction=None,
        distance_km=None,
        score=round(host.score * 0.8, 3),
        runner_up=None,
        reason=f"put into {host.name}: {why}",
    )


def _host(number: int, places: Sequence[Place], reading: Reading) -> tuple[Place, str] | None:
    place = places[number]
    text = reading.text
    for other in places[number + 1 : number + 3]:
        if _is_town(other) and _INSIDE.fullmatch(text, place.end, other.start):
            return other, "the report says so"
    for other in reversed(places[max(0, number - 2) : number]):
        if _is_town(other) and _OWNER.fullmatch(text, other.end, place.start):
            return other, "the report says so"
    towns = [other for other in places if _is_town(other)]
    before = [other for other in towns if other.end <= place.start and "\n\n" not in text[other.end : place.start]]
    if before and place.start - before[-1].end < 300:
        return before[-1], "the town named just before"
    counts = Counter(other.place_id for other in towns)
    if counts:
        best, times = counts.most_common(1)[0]
        if times * 2 > len(towns):
            return next(other for other in towns if other.place_id == best), "the town that the report is about"
    return None


def _is_town(place: Place) -> bool:
    return place.resolved and place.feature_class == "P" and place.part is None


def placed_near(places: Sequence[Place], mentions: Sequence[Mention], book: Gazetteer) -> list[Place]:
    """Return handed-over places, the unknown ones put near the place that the report names around them.

    They stay unresolved: the point is only where the report is at that word, and `precision` and
    `reason` say so ("Karl Bremer Hospital" is near Bellville, the town named just before).
    """
    result = list(places)
    for number, (place, mention) in enumerate(zip(places, mentions, strict=True)):
        if place.resolved or place.lat is not None:
            continue
        entry = _town_in_name(mention, places, book)
        near = _as_place(entry) if entry is not None else _nearest_named(number, places)
        if near is not None:
            result[number] = replace(
                place,
                lat=near.lat,
                lon=near.lon,
                country=near.country,
                admin1=near.admin1,
                precision=Precision.VICINITY,
                reason=f"no entry fits; put near {near.name}, which the report names",
            )
    return result


REACH = 400
"""Characters around an unknown name within which another place of the report tells where it is."""


def _nearest_named(number: int, places: Sequence[Place]) -> Place | None:
    """Return the town, district or region named nearest to a place, else the town named most."""
    here = places[number]
    local = [p for p in places if p.resolved and p.lat is not None and (_is_town(p) or _is_district(p))]
    gaps = [(max(p.start - here.end, here.start - p.end) * (1 if _is_town(p) else 2), n) for n, p in enumerate(local)]
    gap, at = min(gaps, default=(REACH, -1))
    if gap < REACH:
        return local[at]
    counts = Counter(place.place_id for place in local)
    return next((p for p in local if p.place_id == counts.most_common(1)[0][0]), None)


def _is_district(place: Place) -> bool:
    return place.feature_class == "A" and place.precision in (Precision.DISTRICT, Precision.REGION)


def _town_in_name(mention: Mention, places: Sequence[Place], book: Gazetteer) -> Entry | None:
    """Return the town that begins a building's name, if the report is about its country at all."""
    countries = {place.country for place in places if place.resolved}
    words = mention.text.split()
    for count in range(len(words) - 1, 0, -1):
        for entry in book.lookup(" ".join(words[:count])):
            if (
                entry.kind in SETTLEMENTS
                and entry.population > 50_000
                and (entry.country in countries or entry.kind == "capital")
            ):
                return entry
    return None


def _as_place(entry: Entry) -> Place:
    return Place(
        start=0,
        end=0,
        text=entry.name,
        name=entry.name,
        resolved=True,
        geonameid=entry.geonameid,
        place_id=entry.id,
        lat=entry.lat,
        lon=entry.lon,
        country=entry.country or UNKNOWN,
        admin1=entry.admin1_name or None,
        feature_class=entry.feature_class,
        score=0.7,
    )
