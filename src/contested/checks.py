"""The checks behind `contested doctor`: parts, language pipeline, gazetteer, packs, ledger."""

from __future__ import annotations

import importlib.util
import platform
import sqlite3
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from msgspec import Struct
from sqlalchemy.engine import make_url

from contested import __version__, packs, settings
from contested.errors import ContestedError

SAFE_WAL = (3, 51, 3)
"""The first SQLite whose WAL mode is safe from two checkpoints at once (sqlite.org/wal.html)."""
PARTS = ("spacy", "msgspec", "sqlalchemy", "alembic", "typer", "trafilatura", "feedparser", "py3langid", "rensa")
EXTRAS = {
    "psycopg": "PostgreSQL ledgers",
    "ray": "reading on many machines",
    "pyarrow": "Parquet files",
    "fastapi": "the web pages",
}

BUILT = ("page.js", "map.js", "map.css", "basemap.js", "basemap.json")
"""What the build hook makes from npm packages (hatch_build.py)."""


class Check(Struct, frozen=True, kw_only=True):
    """One thing looked at. `state` is ok, warning or missing; `advice` says what to do."""

    name: str
    state: str
    found: str
    advice: str = ""


def run(db: str | None = None) -> list[Check]:
    """Return all checks, in the order in which a person would mend things."""
    made: list[Check] = [python(), *parts(), language_pipeline(), gazetteer(), pack_data(), sqlite()]
    return [*made, ledger(db), *extras(), page_scripts()]


def python() -> Check:
    """Return the versions that a bug report needs."""
    found = f"contested {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return Check(name="versions", state="ok", found=found)


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def parts() -> list[Check]:
    """Return which of the packages that contested needs are there."""
    found = {name: _installed(name) for name in PARTS}
    missing = [name for name, number in found.items() if number is None]
    listed = ", ".join(f"{name} {number}" for name, number in found.items() if number)
    made = [Check(name="parts", state="ok", found=listed)]
    if missing:
        made.append(
            Check(name="parts", state="missing", found=", ".join(missing), advice="Install contested again with pip.")
        )
    return made


def language_pipeline() -> Check:
    """Return which spaCy pipeline will parse; it is looked for, not loaded."""
    for name in settings.model_names():
        if Path(name).is_dir() or importlib.util.find_spec(name.replace("-", "_")):
            number = _installed(name.replace("_", "-")) or "version unknown"
            return Check(name="language pipeline", state="ok", found=f"{name} {number}")
    return Check(
        name="language pipeline",
        state="missing",
        found=f"none of {', '.join(settings.model_names())}",
        advice="python -m spacy download en_core_web_sm, or set CONTESTED_MODEL.",
    )


def gazetteer() -> Check:
    """Return whether the gazetteer is compiled; the first run does it by itself."""
    from contested.gazetteer.compile import path_of_compiled

    path = path_of_compiled()
    if path.is_file():
        return Check(name="gazetteer", state="ok", found=f"{path} ({path.stat().st_size / 2**20:.0f} MB)")
    advice = "Nothing: the first run builds it, in about a minute. Or now: contested gazetteer build"
    return Check(name="gazetteer", state="warning", found="not built yet", advice=advice)


def page_scripts() -> Check:
    """Return whether the built scripts of the pages are there; without them maps are drawings only."""
    folder = Path(__file__).parent / "web" / "static" / "built"
    missing = [name for name in BUILT if not (folder / name).is_file()]
    if not missing:
        return Check(name="page scripts", state="ok", found=", ".join(BUILT))
    advice = "Pages work without them, maps as drawings. To have them: pip install again where npm can be reached."
    return Check(name="page scripts", state="warning", found=f"without {', '.join(missing)}", advice=advice)


def pack_data() -> Check:
    """Return whether all packs can be read."""
    broken = [message for name in packs.names() if (message := _broken(lambda name=name: packs.load(name)))]  # type: ignore[misc]
    if broken:
        return Check(name="packs", state="warning", found="; ".join(broken), advice="contested pack check")
    return Check(name="packs", state="ok", found=", ".join(packs.names()) or "none")


def _broken(attempt: Callable[[], object]) -> str | None:
    try:
        attempt()
    except ContestedError as error:
        return str(error)
    return None


def sqlite() -> Check:
    """Return SQLite's version, its full-text index, and the note on its WAL mode."""
    number = sqlite3.sqlite_version
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    if "ENABLE_FTS5" not in options:
        return Check(
            name="SQLite", state="missing", found=f"{number} without FTS5", advice="Use a Python built with it."
        )
    if sqlite3.sqlite_version_info >= SAFE_WAL:
        return Check(name="SQLite", state="ok", found=number)
    advice = (
        "Nothing to do with contested alone: it lets one connection at a time checkpoint. "
        "Do not write to a ledger with other programs while contested reads."
    )
    found = f"{number}: two checkpoints at once can damage a WAL database (mended in 3.51.3)"
    return Check(name="SQLite", state="warning", found=found, advice=advice)


def ledger(db: str | None) -> Check:
    """Return what the ledger holds, or why it cannot be opened."""
    from contested.store.ledger import open_ledger
    from contested.store.linking import is_linked
    from contested.store.opening import address, shown

    url = address(db or settings.database())
    if url.startswith("sqlite") and not Path(make_url(url).database or "").is_file():
        return Check(name="ledger", state="ok", found=f"none at {shown(url)} yet", advice="contested read REPORTS")
    try:
        with open_ledger(url) as opened:
            counts, linked, versions = opened.counts(), is_linked(opened), opened.extractors()
    except ContestedError as error:
        return Check(name="ledger", state="warning", found=error.message, advice=error.hint)
    held = ", ".join(f"{number} {name}" for name, number in counts.items())
    if not linked:
        advice = "Run the last `contested read` again: it goes on where it was stopped."
        return Check(name="ledger", state="warning", found=f"{shown(url)}: {held}; links not up to date", advice=advice)
    older = {number: many for number, many in versions.items() if number != __version__}
    if older:
        listed = ", ".join(f"{many} documents by {number}" for number, many in older.items())
        advice = "To read them with this version's rules: contested read --again REPORTS"
        return Check(name="ledger", state="warning", found=f"{shown(url)}: {held}; extracted {listed}", advice=advice)
    return Check(name="ledger", state="ok", found=f"{shown(url)}: {held}")


def extras() -> list[Check]:
    """Return which optional packages are there."""
    return [
        Check(name=name, state="ok", found=f"{_installed(name) or 'not installed'} (optional: {what})")
        for name, what in EXTRAS.items()
    ]
