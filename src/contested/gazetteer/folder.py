"""The files that the gazetteer keeps in the folder of `CONTESTED_HOME`: imports and compiled ones."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from contested import settings

UNUSED_S = 3600.0
"""A compiled gazetteer that no process has asked for this long is nobody's any more."""


def imports_folder() -> Path:
    """Return the folder with the user's imported gazetteers."""
    path = settings.home() / "gazetteers"
    path.mkdir(exist_ok=True)
    return path


def mark_used(path: Path) -> Path:
    """Return the path of a compiled gazetteer, its time set to now; a folder that may not be written is left so."""
    with suppress(OSError):
        os.utime(path)
    return path


def drop_older(current: Path, scheme: int) -> list[Path]:
    """Delete the compiled gazetteers that this one replaces; return them: [Path('gazetteer-1f0c….sqlite')].

    Only those of the same scheme that no process has opened for an hour: another version of the
    program keeps its own, and one that is still open stays readable until it is closed.
    """
    gone = []
    for path in sorted(current.parent.glob("gazetteer-*.sqlite")):
        with suppress(OSError, sqlite3.Error):
            if path != current and time.time() - path.stat().st_mtime > UNUSED_S and scheme_of(path) == scheme:
                path.unlink()
                path.with_suffix(".lock").unlink(missing_ok=True)
                gone.append(path)
    return gone


def scheme_of(path: Path) -> int:
    """Return the scheme that a compiled gazetteer says it has, 0 where it says none."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as base:
        row = base.execute("SELECT value FROM about WHERE key = 'scheme'").fetchone()
    return int(row[0]) if row else 0
