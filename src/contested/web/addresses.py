"""The addresses of all pages: one place that writes them, so that equal views have equal addresses.

Filters stand in a fixed order and empty ones are left out. An address without dates shows the
newest state; one with both clocks (`cite`) keeps saying the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import quote, urlencode

ORDER = (
    "place", "party", "source", "kind", "outlet", "type", "status", "from", "to", "q", "in", "sort", "page",
    "show", "at", "a", "b", "known-a", "known-b", "known-on",
)  # fmt: skip
"""The order of filters in every address."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """When it held in the world, and when it was known; ISO days.

    `dated` says whether the address names the day itself, `known_given` whether it names what
    was known: a page without dates shows the newest state.
    """

    day: str
    known_on: str
    dated: bool = False
    known_given: bool = False

    def moved(self, days: int) -> Clocks:
        """Return the clocks some days later (or earlier); what is known never lies before the day shown."""
        return replace(self, day=shifted(self.day, days), dated=True)

    def known_moved(self, days: int) -> Clocks:
        """Return the clocks with what was known moved by some days."""
        return replace(self, known_on=shifted(self.known_on, days), known_given=True)

    @property
    def query(self) -> dict[str, str]:
        """Return the clock that stands in the query: nothing for the newest state."""
        return {"known-on": self.known_on} if self.known_given else {}


def shifted(day: str, days: int) -> str:
    """Return the ISO day some days later.

    >>> shifted("2025-11-30", 1)
    '2025-12-01'
    """
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def slug(name: str) -> str:
    """Return a name for an address: for people only, the id before it decides.

    >>> slug("El Obeid"), slug("Куп'янськ")
    ('el-obeid', 'куп-янськ')
    """
    folded = unicodedata.normalize("NFC", name).lower()
    return re.sub(r"[^\w]+", "-", folded).strip("-_")[:60] or "place"


def with_query(path: str, query: Mapping[str, object]) -> str:
    """Return a path with its filters in the fixed order, empty ones left out.

    >>> with_query("/claims", {"q": "bridge", "party": "M23", "page": None})
    '/claims?party=M23&q=bridge'
    """
    known = [(name, query[name]) for name in ORDER if query.get(name) not in (None, "", [], ())]
    pairs = [(name, each) for name, value in known for each in (value if isinstance(value, (list, tuple)) else [value])]
    return f"{path}?{urlencode(pairs, safe=':')}" if pairs else path


def _dated(path: str, clocks: Clocks | None) -> str:
    if clocks is None:
        return path
    return with_query(f"{path}/{clocks.day}" if clocks.dated else path, clocks.query)


def today(clocks: Clocks | None = None) -> str:
    """Return the address of the first page, or of a day's."""
    return "/" if clocks is None or not clocks.dated else _dated("/today", clocks)


def map_page(clocks: Clocks | None = None, **query: object) -> str:
    """Return the address of the map."""
    path = _dated("/map", clocks).split("?", 1)[0]
    return with_query(path, {**query, **(clocks.query if clocks else {})})


def place(place_id: str, name: str = "", clocks: Clocks | None = None) -> str:
    """Return the address of a place.

    >>> place("geonames:704147", "Kupiansk", Clocks("2025-11-20", "2025-11-20", dated=True, known_given=True))
    '/place/geonames:704147-kupiansk/2025-11-20?known-on=2025-11-20'
    """
    key = quote(place_id, safe=":")
    return _dated(f"/place/{key}-{quote(slug(name))}" if name else f"/place/{key}", clocks)


def brief(place_id: str, name: str, clocks: Clocks, form: str) -> str:
    """Return the address of the report that one sends, as html, md, txt or pdf.

    >>> brief("gn:703656", "Kupiansk", Clocks("2025-11-20", "2025-11-20"), "md")
    '/place/gn:703656-kupiansk/2025-11-20/brief.md?known-on=2025-11-20'
    """
    path = place(place_id, name, replace(clocks, dated=True)).split("?", 1)[0]
    return with_query(f"{path}/brief.{form}", {"known-on": clocks.known_on})


def places(**query: object) -> str:
    """Return the address of the list of places."""
    return with_query("/places", query)


def disputes(**query: object) -> str:
    """Return the address of the list of disputes."""
    return with_query("/disputes", query)


def claims(**query: object) -> str:
    """Return the address of the claim ledger under some filters ("from" is given as `from_`)."""
    return with_query("/claims", {name.rstrip("_").replace("_", "-"): value for name, value in query.items()})


def claim(claim_id: str) -> str:
    """Return the address of a claim."""
    return f"/claim/{quote(claim_id)}"


def dispute(dispute_id: str, clocks: Clocks | None = None) -> str:
    """Return the address of a dispute."""
    return with_query(f"/dispute/{quote(dispute_id)}", clocks.query if clocks else {})


def document(document_id: str, claim_id: str | None = None) -> str:
    """Return the address of a report, at one claim of it if given."""
    return f"/document/{quote(document_id)}" + (f"#c-{quote(claim_id)}" if claim_id else "")


def origin(origin_id: str) -> str:
    """Return the address of an origin."""
    return f"/origin/{quote(origin_id)}"


def source(key: str) -> str:
    """Return the address of a source."""
    return f"/source/{quote(key)}"


def compare(**query: object) -> str:
    """Return the address of a comparison: of two days, or of what was known on two days."""
    return with_query("/compare", {name.replace("_", "-"): value for name, value in query.items()})


def search(words: str = "", within: str = "") -> str:
    """Return the address of a search."""
    return with_query("/search", {"q": words, "in": within})
