"""The address of one who speaks."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from contested.gazetteer.fold import fold
from contested.model import Source


@lru_cache(maxsize=100_000)
def source_key(name: str, kind: str, party: str) -> str:
    """Return a source's address: readable words and a short hash of all three.

    >>> source_key("General Staff", "military", "Ukraine")
    'general-staff-dfb2e6'
    """
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:40] or "source"
    return f"{slug}-{sha256('|'.join((name, kind, party)).encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"


def key_of(source: Source) -> str:
    """Return the address of a claim's source."""
    return source_key(source.name, source.kind.value, source.party)
