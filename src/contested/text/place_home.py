"""Where an outlet sits, as far as its name tells: weak evidence for which namesake it means."""

from __future__ import annotations

import re
from functools import lru_cache

from contested.gazetteer import SETTLEMENTS, AliasKind, Entry, Gazetteer
from contested.reading import Reading
from contested.text.place_scene import COMMON

_COUNTRY_ENDINGS = re.compile(r"\.(?:com?\.)?([a-z]{2})$")
_NOT_COUNTRIES = frozenset(("tv", "io", "me", "co", "fm", "ai", "cc"))


def home_of(reading: Reading, book: Gazetteer) -> list[tuple[Entry, float]]:
    """Return places where the outlet may be at home, with weights (0.5 in all for a town).

    "gainesvilletimes.com" → the Gainesvilles; "kyivindependent.com" → Kyiv; ".com.au" → Australia.
    """
    outlet = reading.document.outlet.lower()
    found = [(entry, weight) for entry, weight in _home_of_name(outlet, book)]
    for pack in reading.packs:
        for known in pack.outlets:
            if known.country and outlet in (known.name.lower(), *(alias.lower() for alias in known.aliases)):
                found += [(entry, 0.5) for entry in _country(known.country, book)]
    return found


@lru_cache(maxsize=4096)
def _home_of_name(outlet: str, book: Gazetteer) -> tuple[tuple[Entry, float], ...]:
    if "." not in outlet:
        return ()
    found: list[tuple[Entry, float]] = []
    ending = _COUNTRY_ENDINGS.search(outlet)
    if ending and ending.group(1) not in _NOT_COUNTRIES:
        found += [(entry, 0.5) for entry in _country(ending.group(1).upper().replace("UK", "GB"), book)]
    label = (
        re.sub(r"^(?:www\d?|m|news)\.", "", outlet)
        .split(".")[0]
        .replace("-", "")
        .removeprefix("the")
        .removeprefix("my")
    )
    for length in range(len(label), 4, -1):
        for part in (label[:length], label[-length:]):
            entries = [
                e
                for e in book.lookup(part)
                if e.kind in SETTLEMENTS and e.alias <= AliasKind.OFFICIAL and e.population > 1000
            ]
            if entries and part not in COMMON:
                return (*found, *((entry, 0.5 / len(entries)) for entry in entries[:12]))
    return tuple(found)


def _country(iso: str, book: Gazetteer) -> list[Entry]:
    entry = book.country(iso)
    return [entry] if entry else []
