"""Read other gazetteers: GeoNames country dumps, Who's On First, KATOTTG, plain CSV.

Each reader yields rows; what lacks a name is skipped and counted. `add` keeps the rows as JSON
lines in the user's gazetteer folder, from where the next compile merges them in.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from contested.errors import GazetteerError, UnknownName
from contested.gazetteer.entry import AliasKind
from contested.gazetteer.fold import could_be_ukrainian, fold, romanise
from contested.gazetteer.folder import imports_folder
from contested.gazetteer.sources import CLASSES, Row, admin_data, use_ukrainian_name, useful_alternates

_GEONAMES_KINDS = {
    "PPLC": "capital",
    "ADM1": "admin1",
    "ADM2": "admin2",
    "ADM3": "admin2",
    "STM": "river",
    "STMI": "river",
    "LK": "lake",
    "RSV": "lake",
    "CNL": "canal",
    "BAY": "bay",
    "SEA": "sea",
    "STRT": "strait",
    "ISL": "island",
    "ISLS": "island",
    "MT": "mountain",
    "MTS": "mountain",
    "HLL": "mountain",
    "PEN": "peninsula",
    "DSRT": "desert",
    "VAL": "valley",
    "FRST": "forest",
    "RGN": "region",
    "AIRP": "airport",
    "AIRB": "base",
    "AIRF": "airport",
    "DAM": "dam",
    "MILB": "base",
    "BDG": "building",
    "PS": "building",
    "CMPRF": "camp",
    "RD": "road",
    "PPLX": "part",
}
_WOF_KINDS = {
    "locality": "city",
    "localadmin": "admin2",
    "county": "admin2",
    "region": "admin1",
    "neighbourhood": "part",
    "borough": "part",
    "country": "country",
    "island": "island",
}
_KATOTTG_KINDS = {
    "O": "admin1",
    "K": "city",
    "P": "admin2",
    "H": "admin2",
    "M": "city",
    "X": "city",
    "C": "city",
    "B": "part",
}


def geonames_rows(lines: TextIO) -> Iterator[Row]:
    """Yield the places of a GeoNames country dump (CC.txt: 19 columns, tab-separated)."""
    for fields in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(fields) < 15 or not fields[0].isdigit():
            continue
        kind = _GEONAMES_KINDS.get(fields[7]) or (
            "city" if fields[6] == "P" and fields[7] not in ("PPLQ", "PPLH") else ""
        )
        if not kind:
            continue
        row = Row(
            f"gn:{fields[0]}",
            fields[1],
            kind,
            float(fields[4]),
            float(fields[5]),
            fields[8],
            fields[10],
            fields[6],
            int(fields[14] or 0),
            int(fields[0]),
            "geonames",
        )
        for name in useful_alternates(fields[3].split(",")):
            row.add(name)
        if row.country == "UA" and row.feature_class == "P":
            use_ukrainian_name(row)
        yield row


def wof_rows(lines: TextIO) -> Iterator[Row]:
    """Yield the places of Who's On First records, one JSON object a line."""
    records = list(_json_lines(lines))
    codes = {int(data["geonameid"]): data["admin1"] for data in admin_data() if data["level"] == "1"}
    regions = {
        d["id"]: codes.get(int((d.get("conc") or {}).get("gn:id") or 0), "") for d in records if d.get("t") == "region"
    }
    for data in records:
        kind = _WOF_KINDS.get(str(data.get("t", "")))
        if kind is None or not data.get("name"):
            continue
        geonameid = (data.get("conc") or {}).get("gn:id")
        country = str(data.get("cc", "")).upper()
        row = Row(
            f"gn:{geonameid}" if geonameid else f"wof:{data['id']}",
            data["name"],
            kind,
            data.get("lat"),
            data.get("lon"),
            country,
            _region_code(data, regions),
            CLASSES.get(kind, "P"),
            int(data.get("pop") or 0),
            int(geonameid) if geonameid else None,
            "whosonfirst",
        )
        for key, names in (data.get("names") or {}).items():
            for name in names:
                row.add(name, AliasKind.OFFICIAL if key == "eng_x_preferred" else AliasKind.VARIANT)
        if country == "UA" and kind == "city":
            use_ukrainian_name(row)
        yield row


def _region_code(data: dict[str, Any], regions: dict[int, str]) -> str:
    """Return the GeoNames code of the region that a record's hierarchy names."""
    for line in data.get("h") or ():
        if regions.get(line.get("region_id", 0)):
            return regions[line["region_id"]]
    return ""


def katottg_rows(lines: TextIO) -> Iterator[Row]:
    """Yield the units of the Ukrainian register KATOTTG (code, parent, category, name); they have no points."""
    rows = {data["code"]: data for data in csv.DictReader(lines)}
    codes = {
        fold(data["name"]): data["admin1"] for data in admin_data() if data["country"] == "UA" and data["level"] == "1"
    }
    for code, data in rows.items():
        kind = _KATOTTG_KINDS.get(data.get("category", ""))
        if kind in (None, "admin1") or not data["name"]:
            continue
        top = data
        while top["parent"] in rows:
            top = rows[top["parent"]]
        region = codes.get(fold(f"{romanise(top['name'])} oblast"), "")
        row = Row(
            f"katottg:{code}",
            romanise(data["name"]),
            str(kind),
            None,
            None,
            "UA",
            region,
            CLASSES[str(kind)],
            0,
            None,
            "katottg",
        )
        row.add(data["name"], AliasKind.OFFICIAL)
        yield row


def csv_rows(lines: TextIO) -> Iterator[Row]:
    """Yield the places of a CSV file with columns name, lat, lon, and if you like id, names (parted
    by |), country, admin1, population, kind, geonameid."""
    for number, data in enumerate(csv.DictReader(lines), 1):
        name = (data.get("name") or "").strip()
        if not name:
            continue
        kind = data.get("kind") or "city"
        geonameid = data.get("geonameid") or ""
        row = Row(
            f"gn:{geonameid}" if geonameid.isdigit() else f"csv:{data.get('id') or f'{number}-{fold(name)}'}",
            name,
            kind,
            _number(data.get("lat") or data.get("latitude")),
            _number(data.get("lon") or data.get("longitude")),
            (data.get("country") or "").upper(),
            data.get("admin1") or "",
            CLASSES.get(kind, "P"),
            int(_number(data.get("population")) or 0),
            int(geonameid) if geonameid.isdigit() else None,
            "csv",
        )
        for other in (data.get("names") or data.get("alternates") or "").split("|"):
            row.add(other.strip())
        if row.country == "UA" and could_be_ukrainian(name):
            row.add(romanise(name), AliasKind.OFFICIAL)
        yield row


READERS: dict[str, Callable[[TextIO], Iterator[Row]]] = {
    "geonames": geonames_rows,
    "wof": wof_rows,
    "katottg": katottg_rows,
    "csv": csv_rows,
}
"""The forms that `contested gazetteer add` reads."""


def add(path: Path, form: str | None = None, name: str | None = None) -> tuple[Path, int]:
    """Keep the places of a file for the next compile; return where and how many.

    Raises GazetteerError for a file that cannot be read or holds no place, UnknownName for a form.
    """
    form = form or guess_form(path)
    if form not in READERS:
        raise UnknownName("gazetteer form", form, READERS)
    target = imports_folder() / f"{name or _safe_name(path)}.jsonl"
    temporary = target.with_suffix(".tmp")
    count = 0
    try:
        with _opened(path) as lines, temporary.open("w", encoding="utf-8") as out:
            for row in READERS[form](lines):
                out.write(json.dumps(as_json(row), ensure_ascii=False) + "\n")
                count += 1
    except (OSError, UnicodeDecodeError, ValueError, KeyError, lzma.LZMAError, zipfile.BadZipFile) as error:
        temporary.unlink(missing_ok=True)
        raise GazetteerError(f"{path} cannot be read as {form}: {error}.", f"Forms: {', '.join(READERS)}.") from error
    if not count:
        temporary.unlink(missing_ok=True)
        raise GazetteerError(
            f"{path} holds no place that can be read as {form}.", f"Forms: {', '.join(READERS)}; see docs/places.md."
        )
    temporary.replace(target)
    return target, count


def guess_form(path: Path) -> str:
    """Return the form of a file, by its name and its first line."""
    if path.suffix == ".zip" or re.fullmatch(r"[A-Z]{2}\.txt", path.name):
        return "geonames"
    try:
        with _opened(path) as lines:
            head = lines.readline()
    except (OSError, UnicodeDecodeError, lzma.LZMAError, zipfile.BadZipFile) as error:
        raise GazetteerError(f"{path} cannot be read: {error}.", "Give a file.") from error
    if head.startswith("{"):
        return "wof"
    if head.startswith("code,parent,category"):
        return "katottg"
    return "geonames" if head.count("\t") >= 14 else "csv"


def as_json(row: Row) -> dict[str, Any]:
    """Return a row as it is kept between import and compile."""
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "lat": row.lat,
        "lon": row.lon,
        "country": row.country,
        "admin1": row.admin1,
        "class": row.feature_class,
        "population": row.population,
        "geonameid": row.geonameid,
        "source": row.source,
        "names": [[name, int(kind)] for name, kind in row.names],
    }


def from_json(data: dict[str, Any]) -> Row:
    """Return the row that `as_json` wrote."""
    return Row(
        data["id"],
        data["name"],
        data["kind"],
        data["lat"],
        data["lon"],
        data["country"],
        data["admin1"],
        data["class"],
        data["population"],
        data["geonameid"],
        data["source"],
        [(name, AliasKind(kind)) for name, kind in data["names"]],
    )


def _json_lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        if line.strip():
            yield json.loads(line)


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """Open a file as text, through xz or zip where it is packed."""
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield lines
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            inside = next(
                (name for name in archive.namelist() if re.fullmatch(r"[A-Z]{2}\.txt", name)), archive.namelist()[0]
            )
            with archive.open(inside) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8")
    else:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield lines


def _number(value: str | None) -> float | None:
    return float(value) if value not in (None, "") else None


def _safe_name(path: Path) -> str:
    return re.sub(r"[^\w-]+", "-", path.name.split(".")[0]).strip("-") or "places"
