"""Places: which names in a report are places, which place each is, and what part of it is meant.

The step reads from top to bottom: find the mentions, say what each name does, choose the entry,
read what part or direction is stated, and keep by name what no gazetteer has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace as updated

from msgspec.structs import replace

from contested import gazetteer
from contested.gazetteer.fold import fold
from contested.model import UNKNOWN, Place
from contested.reading import Reading
from contested.text.place_anaphora import find_anaphors
from contested.text.place_choice import Chooser
from contested.text.place_hosts import hosted, placed_near
from contested.text.place_mentions import find_mentions, mention_at
from contested.text.place_parts import located
from contested.text.place_scene import Mention
from contested.text.place_use import use_of


def find_places(reading: Reading) -> Reading:
    """Return the reading with the places it names. Needs: parse, packs. Adds: places, warnings.

    >>> [p.name for p in find_places(reading("Shelling hit the outskirts of Kupyansk.")).places]
    ['Kupiansk']
    """
    book = gazetteer.load()
    mentions = find_mentions(reading, book)
    if not mentions:
        return reading
    places = _places_of(mentions, reading, book)
    places += find_anaphors(places, reading)
    places.sort(key=lambda place: (place.start, place.end))
    result = updated(reading, places=tuple(places))
    for place in places:
        if not place.resolved:
            result = result.warn(
                "place_unresolved", f"No entry chosen for {place.text!r}: {place.reason}.", place.start, place.end
            )
    return result


def resolve(reading: Reading, spans: Sequence[tuple[int, int]]) -> list[Place]:
    """Return a place for each given stretch of text, resolved where we are sure enough.

    For mentions that somebody else found: gold, another tagger's, a person's. As all of them are
    places, one that no entry fits is put near the next place named, and stays unresolved.
    """
    book = gazetteer.load()
    mentions = [mention_at(reading, book, start, end) for start, end in spans]
    return placed_near(_places_of(mentions, reading, book), mentions, book)


def _places_of(mentions: Sequence[Mention], reading: Reading, book: gazetteer.Gazetteer) -> list[Place]:
    choices = Chooser(reading, book).choose(mentions)
    places = [
        located(choice.place(mention, use_of(mention, reading)), mention, reading)
        for mention, choice in zip(mentions, choices, strict=True)
    ]
    return [with_stated_region(place, places, reading) for place in hosted(places, mentions, reading, book)]


_IN_REGION = re.compile(r",? (?:\(|in |of )?(?:the )?(?:(?:eastern|western|northern|southern|central) )?")


def with_stated_region(place: Place, places: Sequence[Place], reading: Reading) -> Place:
    """Return a place kept by name with the region or country that the report puts it in, and its id."""
    if place.resolved:
        return place
    country, admin1 = place.country, place.admin1
    following = next((p for p in places if p.start >= place.end and p.resolved and p.feature_class in ("A", "L")), None)
    if following is not None and _IN_REGION.fullmatch(reading.text, place.end, following.start):
        country, admin1 = following.country, following.admin1
    key = f"name:{country if country != UNKNOWN else ''}:{fold(place.name)}"
    return replace(place, country=country, admin1=admin1, place_id=key)
