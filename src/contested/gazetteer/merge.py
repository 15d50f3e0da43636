"""Merge imported rows into the shipped ones: by GeoNames id, else by name and distance.

A twin gives its names (and its point where ours has none); the shipped name stays. What has no
twin comes in as a place of its own.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from contested.gazetteer.entry import SETTLEMENTS, AliasKind
from contested.gazetteer.fold import fold
from contested.gazetteer.importers import from_json
from contested.gazetteer.sources import Row, is_near

NEAR_KM = 12.0
"""Two gazetteers put the middle of one town up to about this far apart; two villages of one name
lie farther."""


def merged_rows(shipped: Iterable[Row], imports: Iterable[Path]) -> Iterator[Row]:
    """Yield the shipped rows with their twins' names, then the imported places that had none."""
    new = [row for path in imports for row in read_rows(path)]
    by_id: dict[int, list[Row]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in new:
        if row.geonameid is not None:
            by_id[row.geonameid].append(row)
        if row.kind in SETTLEMENTS or row.geonameid is None:
            for key in _keys(row):
                by_name[row.country, key].append(row)
    used: set[int] = set()
    for row in shipped:
        twins = by_id.get(row.geonameid, []) if row.geonameid is not None else []
        if row.kind in SETTLEMENTS and by_name:
            twins = twins + [
                twin
                for key in _keys(row)
                for twin in by_name.get((row.country, key), ())
                if (row.geonameid is None or twin.geonameid is None) and twin not in twins and is_twin(row, twin)
            ]
        for twin in twins:
            take_over(row, twin)
            used.add(id(twin))
        yield row
    yield from joined(row for row in new if id(row) not in used)


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of one kept import."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield from_json(json.loads(line))


def joined(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield imported rows with those of one id or of one name and spot put together."""
    by_id: dict[str, Row] = {}
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        twin = by_id.get(row.id) or next(
            (other for other in by_name[row.country, fold(row.name)] if is_twin(other, row)), None
        )
        if twin is None:
            by_id[row.id] = row
            by_name[row.country, fold(row.name)].append(row)
        else:
            take_over(twin, row)
    yield from by_id.values()


def is_twin(row: Row, other: Row) -> bool:
    """Return whether two rows of one name are one settlement: near, or of one region where one has no point."""
    if (row.kind in SETTLEMENTS) != (other.kind in SETTLEMENTS):
        return False
    if row.lat is None or other.lat is None:
        return bool(row.admin1) and row.admin1 == other.admin1
    return is_near(row, other, NEAR_KM)


def take_over(row: Row, twin: Row) -> None:
    """Give a row its twin's names, and its point and people where it has none."""
    known = {name for name, _ in row.names} | {row.name}
    row.names += [(name, kind) for name, kind in [(twin.name, AliasKind.OFFICIAL), *twin.names] if name not in known]
    if row.lat is None:
        row.lat, row.lon = twin.lat, twin.lon
    row.population = row.population or twin.population
    row.admin1 = row.admin1 or twin.admin1


def _keys(row: Row) -> set[str]:
    return {fold(row.name), *(fold(name) for name, _ in row.names)} - {""}
