"""What the gazetteer knows of one place, and what kinds of names lead to it."""

from __future__ import annotations

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
