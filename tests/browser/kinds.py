"""One address of every kind of page, found through the JSON API of the ledger at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote
from urllib.request import urlopen

KINDS = (
    "today", "today on a day", "map", "map of one war", "place", "place on a day", "places", "claims",
    "claims filtered", "claim", "disputes", "dispute", "document", "origin", "sources", "source", "compare", "search",
    "search without result", "about", "add", "not found",
)  # fmt: skip
"""Every kind of page."""
DAY = "2026-03-19"


def _ask(base: str, address: str) -> object:
    with urlopen(base + address, timeout=30) as answer:
        return json.load(answer)


def addresses(base: str) -> dict[str, str]:
    """Return an address for each kind of page."""
    disputes = _ask(base, "/api/disputes")
    sources = _ask(base, "/api/sources")
    places = _ask(base, "/api/places")
    assert isinstance(disputes, list)
    assert isinstance(sources, list)
    assert isinstance(places, list)
    dispute = max(disputes, key=lambda each: len(each["asserting"]) + len(each["denying"]))
    claim = dispute["asserting"][0]
    found = _ask(base, f"/api/claim/{claim}")
    assert isinstance(found, dict)
    place = quote(next(each["place_id"] for each in places if each["name"] == "Kupiansk"), safe=":")
    made = {
        "today": "/", "today on a day": f"/today/{DAY}", "map": f"/map/{DAY}",
        "map of one war": f"/map/{DAY}?show=russia-ukraine", "place": f"/place/{place}",
        "place on a day": f"/place/{place}/{DAY}?known-on={DAY}", "places": "/places", "claims": "/claims",
        "claims filtered": f"/claims?place={place}&party=Russia", "claim": f"/claim/{claim}", "disputes": "/disputes",
        "dispute": f"/dispute/{dispute['id']}", "document": f"/document/{found['entry']['document']['id']}#c-{claim}",
        "origin": f"/origin/{found['origin']['id']}", "sources": "/sources", "source": f"/source/{sources[0]['key']}",
        "compare": f"/compare?place={place}&a=2026-03-12&b={DAY}", "search": "/search?q=bridge",
        "search without result": "/search?q=zzqx", "about": "/about", "add": "/add", "not found": "/claim/ffff",
    }  # fmt: skip
    assert set(made) == set(KINDS)
    return made


def every(base: str) -> Iterator[tuple[str, str]]:
    """Yield each kind of page with its full address."""
    yield from ((kind, base + address) for kind, address in addresses(base).items())
