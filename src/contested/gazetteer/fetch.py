"""Download a country's dump from GeoNames, where there is internet. Nothing else here does."""

from __future__ import annotations

import re
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from contested.errors import GazetteerError
from contested.gazetteer.importers import add

BASE = "https://download.geonames.org/export/dump"
"""GeoNames' daily dumps, CC BY 4.0."""
MOST_BYTES = 500_000_000
TIMEOUT = 60


def fetch_country(country: str, base: str = BASE) -> tuple[Path, int]:
    """Download and keep the dump of a country ("UA"); return where and how many places.

    Raises GazetteerError where the country is no code, or the download fails.
    """
    code = country.upper()
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise GazetteerError(f"{country!r} is no country code.", "Give two letters: UA, SD, CD.")
    url = f"{base.rstrip('/')}/{code}.zip"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{code}.zip"
        try:
            with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:  # the user asked for it
                path.write_bytes(answer.read(MOST_BYTES))
        except (urllib.error.URLError, OSError, ValueError) as error:
            raise GazetteerError(
                f"{url} could not be fetched: {error}.",
                f"Download it elsewhere, then: contested gazetteer add {code}.zip",
            ) from error
        return add(path, "geonames", f"geonames-{code}")
