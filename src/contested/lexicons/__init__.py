"""Word lists as data: cues, hedges, event words, titles, parts of places, outlets.

Each file is YAML with `about`, `source` and `licence` at its head, so that a journalist can read
and correct it without reading Python. Stages load a file once, by name.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from contested.errors import LexiconError, UnknownName

HEAD = ("about", "source", "licence")
"""Keys that each lexicon file must carry besides its entries."""


def names() -> list[str]:
    """Return the names of all lexicons, sorted."""
    return sorted(path.name[:-4] for path in files(__package__).iterdir() if path.name.endswith(".yml"))


@cache
def load(name: str) -> dict[str, Any]:
    """Return the contents of `lexicons/<name>.yml`.

    Raises UnknownName for a name that is not there, LexiconError for a file that is no YAML
    mapping or lacks its head (`about`, `source`, `licence`).
    """
    path = files(__package__) / f"{name}.yml"
    if not path.is_file():
        raise UnknownName("lexicon", name, names())
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise LexiconError(f"lexicons/{name}.yml is not readable: {error}", "Mend the YAML.") from error
    if not isinstance(data, dict):
        raise LexiconError(f"lexicons/{name}.yml does not hold a mapping.")
    missing = [key for key in HEAD if not data.get(key)]
    if missing:
        raise LexiconError(f"lexicons/{name}.yml lacks {', '.join(missing)}.", "Say where the words come from.")
    return data
