"""Which outlet published a report: by its address, or by the agency named in its dateline."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from contested.lexicons import load

DATELINE_AGENCY = re.compile(r"^[^\n]{0,80}?[(/\[]\s*(?P<name>[A-Z][\w.&' -]{1,40}?)\s*[)/\]]\s*(?:--?|–|—|:)\s", re.S)


@cache
def _names() -> dict[str, str]:
    """Return each outlet's name by its folded names and short names."""
    entries = load("outlet_names")["outlets"]
    return {alias.casefold(): name for name, aliases in entries.items() for alias in (name, *aliases)}


def outlet_of_url(url: str | None) -> str | None:
    """Return the host of an address, without "www.".

    >>> outlet_of_url("https://www.example.org/a/b")
    'example.org'
    """
    host = urlsplit(url).hostname if url and "//" in url else None
    return host.removeprefix("www.") if host else None


def outlet_of_text(text: str) -> str | None:
    """Return the agency of a dateline, if it is one that we know.

    >>> outlet_of_text("KYIV, Nov 7 (Reuters) - The mayor said")
    'Reuters'
    """
    match = DATELINE_AGENCY.match(text.lstrip())
    return _names().get(match["name"].casefold()) if match else None
