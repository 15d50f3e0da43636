"""What part of a place, or where seen from it, a report names: precision of every mention."""

from __future__ import annotations

import re

from msgspec.structs import replace

from contested.model import Place, Precision
from contested.reading import Reading
from contested.text.place_mentions import Mention

KIND_PRECISION = {
    "country": Precision.COUNTRY, "continent": Precision.REGION, "region": Precision.REGION, "admin1": Precision.REGION,
    "admin2": Precision.DISTRICT, "city": Precision.SETTLEMENT, "capital": Precision.SETTLEMENT, "part": Precision.PART, "road": Precision.EXACT,
    "building": Precision.EXACT, "airport": Precision.EXACT, "base": Precision.EXACT, "dam": Precision.EXACT, "camp": Precision.SETTLEMENT,
}
_PART = re.compile(
    r"((?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern|ernmost)?(?:,? and (?:north|south|east|west)\w*)? )?"
    r"(?:district|suburb|outskirt|part|neighbou?rhood|quarter|cent(?:er|re)|edge|side|area)s?) of (?:the (?:city|town|village) of )?$", re.I,
)


def located(place: Place, mention: Mention, reading: Reading) -> Place:
    """Return the place with part, direction, distance and precision as the words around it say."""
    kind = next((entry.kind for entry in mention.entries if entry.id == place.place_id), "")
    precision = KIND_PRECISION.get(kind, Precision.FEATURE if kind else Precision.UNKNOWN)
    before = reading.text[max(0, place.start - 80) : place.start]
    part = _PART.search(before)
    if part and precision is Precision.SETTLEMENT:
        return replace(place, part=part.group(1).lower(), precision=Precision.PART)
    return replace(place, precision=precision)
