"""Word lists as data: cues, hedges, event words, titles, parts of places, outlets.

Each file is YAML with `about`, `source` and `licence` at its head, so that a journalist can read
and correct it without reading Python. Stages load a file once, by name.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    lost = list(_switched(data))
    if lost:
        raise LexiconError(
            f"lexicons/{name}.yml: YAML read a word as true or false at {', '.join(lost[:5])}.",
            'Put quotation marks around it: "no", "on", "off", "yes".',
        )
    return data


def _switched(value: Any, where: str = "") -> Iterator[str]:
    """Yield where a bare "no", "on" or "off" in a list, or as a key, became a truth value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(key, bool):
                yield f"{where}/{key}"
            yield from _switched(inner, f"{where}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            if isinstance(inner, bool):
                yield f"{where}/{number}"
            yield from _switched(inner, f"{where}/{number}")
