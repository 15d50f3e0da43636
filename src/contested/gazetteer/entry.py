"""What the gazetteer knows of one place, and what kinds of names lead to it."""

from __future__ import annotations

import math
from enum import IntEnum

from msgspec import Struct


class AliasKind(IntEnum):
    """How good a name is for its place; the lower, the better the witness."""

    PRIMARY = 0  # the name that outputs print
    OFFICIAL = 1  # another name in use today: "Kyiv" where the source says "Kiev"
    VARIANT = 2  # a spelling, a short form, a former name, a name in another language
    BARE = 3  # a region without its generic word: "Kharkiv" for Kharkiv Oblast
    ABBREVIATION = 4  # "Ga." for Georgia: only after a name and a comma
    ADJECTIVE = 5  # "Ukrainian"
    PEOPLE = 6  # "Ukrainians"


SETTLEMENTS = frozenset(("city", "capital"))
"""Kinds that are towns, whatever their size."""
REGIONS = frozenset(("admin1", "admin2", "region"))


class Entry(Struct, frozen=True, kw_only=True):
    """One place. `kind` is the sort in a word: city, admin1, admin2, country, river, sea …

    >>> gazetteer.lookup("Kupyansk")[0].name
    'Kupiansk'
    """

    id: str  # "gn:703656", "wof:101…", "katottg:UA63…", "own:krynky"
    name: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    admin1: str = ""  # GeoNames code
    admin1_name: str = ""
    feature_class: str = "P"
    population: int = 0
    geonameid: int | None = None
    source: str = "geonames"
    alias: AliasKind = AliasKind.PRIMARY  # through which kind of name it was found

    @property
    def label(self) -> str:
        """Name, region and country in one line: "Pokrovsk, Donetska oblast, UA"."""
        region = self.admin1_name if self.kind not in ("admin1", "country") else ""
        return ", ".join(part for part in (self.name, region, self.country) if part)


ALIAS_COST = {
    AliasKind.PRIMARY: 0.0,
    AliasKind.OFFICIAL: 0.2,
    AliasKind.VARIANT: 1.5,
    AliasKind.BARE: 1.2,
    AliasKind.ABBREVIATION: 0.0,
    AliasKind.ADJECTIVE: 0.0,
    AliasKind.PEOPLE: 0.0,
}
"""How much less likely a place is meant by that kind of its names, on the scale of `prominence`."""


def prominence(entry: Entry) -> float:
    """Return how well known a place is: 0 for a hamlet, about 5 for a metropolis, 6 for a country."""
    people = math.log10(entry.population + 1)
    if entry.kind == "country":
        return 6.3
    if entry.kind == "capital":
        return 0.75 * people + 1.2
    if entry.kind == "city":
        return 0.75 * people
    if entry.kind == "admin1":
        return 2.2 + 0.33 * people
    if entry.kind == "admin2":
        return 1.0 + 0.3 * people
    if entry.kind in ("continent", "ocean", "sea", "region"):
        return 5.0
    return 3.5
