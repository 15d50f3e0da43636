"""What part of a place, or where seen from it, a report names: the precision of every mention.

"the northern districts of the city of Kupiansk" is a part, "15 km west of Pokrovsk" the
vicinity with direction and distance, "the Pokrovsk direction" the vicinity. The point stays the
settlement's: what is stated finer is kept in words, never turned into coordinates.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from contested import lexicons
from contested.gazetteer import SETTLEMENTS
from contested.model import Place, PlaceUse, Precision
from contested.reading import Reading
from contested.text.place_scene import Mention

KIND_PRECISION = {
    "country": Precision.COUNTRY,
    "continent": Precision.REGION,
    "region": Precision.REGION,
    "admin1": Precision.REGION,
    "admin2": Precision.DISTRICT,
    "city": Precision.SETTLEMENT,
    "capital": Precision.SETTLEMENT,
    "part": Precision.PART,
    "road": Precision.EXACT,
    "building": Precision.EXACT,
    "airport": Precision.EXACT,
    "base": Precision.EXACT,
    "dam": Precision.EXACT,
    "camp": Precision.SETTLEMENT,
    "highway": Precision.FEATURE,
}
"""What an entry of each kind locates to; every other kind is a `feature`."""
COMPASS = r"(?:north|south)[- ]?(?:east|west)|north|south|east|west"
SIDE = rf"(?:{COMPASS})(?:ern|ernmost|erly)?|central|upper|lower|inner|outer|left|right|far|old"
_MILES_TO_KM = {
    "km": 1.0,
    "kilometre": 1.0,
    "kilometer": 1.0,
    "mile": 1.609,
    "m": 0.001,
    "metre": 0.001,
    "meter": 0.001,
    "mi": 1.609,
}
_NUMBERS = {
    word: i
    for i, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}


_FRAME_END = re.compile(r"\b(?:of|from|outside|off)\b[^.,;]{0,40}$")
"""A quick look whether "… of the town of" can stand before a name at all."""


def options(name: str) -> str:
    """Return a word list as alternatives of a regular expression, longest first."""
    words = str(lexicons.load("place_parts")[name]).split()
    return "|".join(word.replace("-", "[ -]") for word in sorted(words, key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    of_town = rf"of (?:the )?(?:(?:[a-z]+ ){{0,2}}(?:{options('settlement_words')}) (?:of )?)?\[?(?:of )?(?:the )?$"
    sides = rf"(?:(?:{SIDE})(?:(?:,? and |, |-)(?:{SIDE}))* )"
    return {
        "part_of": re.compile(
            rf"\b((?:{sides}|certain |several |some |most |much |residential |industrial |other )?(?:{options('parts')})|much|most|half|all|parts?|some) {of_town}",  # noqa: E501
            re.I,
        ),
        "bank_of": re.compile(
            r"\b((?:left|right|east|west|north|south|eastern|western|northern|southern) bank) of (?:the )?$", re.I
        ),
        "direction_of": re.compile(
            rf"\b(?:(?P<n>\d+(?:[.,]\d+)?|{'|'.join(_NUMBERS)})(?:\s|-)?(?P<unit>km|kilomet(?:re|er)s?|miles?|mi|m|met(?:re|er)s?) )?"  # noqa: E501
            rf"(?:to the )?(?P<side>{COMPASS})(?:ern|wards?)? (?:of|from) (?:the )?(?:(?:[a-z]+ ){{0,1}}(?:{options('settlement_words')}) of )?$",  # noqa: E501
            re.I,
        ),
        "distance_from": re.compile(
            rf"(?P<n>\d+(?:[.,]\d+)?|{'|'.join(_NUMBERS)})(?:\s|-)?(?P<unit>km|kilomet(?:re|er)s?|miles?|mi|m|met(?:re|er)s?) (?:away )?(?:from|outside|off) (?:the )?(?:(?:[a-z]+ ){{0,1}}(?:{options('settlement_words')}) of )?$",  # noqa: E501
            re.I,
        ),
        "near": re.compile(
            rf"\b(?:{options('vicinity_before')}|close to|next to|on the (?:way|road) to|(?:{options('vicinity_nouns')}) (?:of|to)) (?:the )?(?:(?:[a-z]+ ){{0,2}}(?:{options('settlement_words')}) (?:of )?)?$",  # noqa: E501
            re.I,
        ),
        "side_before": re.compile(
            rf"(?<![\w-])((?:(?:{COMPASS})(?:ern|ernmost)?|central|upper|lower|inner|outer|downtown|greater|coastal|rural|occupied)(?:-(?:{SIDE}))?) $",  # noqa: E501
            re.I,
        ),
        "between": re.compile(r"\bbetween (?:the )?(?:[a-z]+ )*$", re.I),
        "own": re.compile(
            rf"(?:'s|’s) ((?:{sides})?(?:city |town )?(?:{options('parts')}|{options('buildings')}))\b", re.I
        ),
        "part_after": re.compile(
            rf" ((?:city |town )?(?:{sides})?(?:{options('buildings')}|outskirts|suburbs?|city cent(?:re|er)|downtown|neighbou?rhoods?))\b"  # noqa: E501
        ),
        "sector_after": re.compile(rf"(?:[- ](?:{'[A-Z][a-z]+'}))? (?:{options('sector_after')})\b"),
        "area_after": re.compile(r" (?:area|region's surroundings|vicinity)\b"),
    }


def located(place: Place, mention: Mention, reading: Reading) -> Place:
    """Return the place with part, direction, distance and precision as the words around it say."""
    kind = next((entry.kind for entry in mention.entries if entry.id == place.place_id), mention.kind)
    precision = KIND_PRECISION.get(kind, Precision.FEATURE if kind else Precision.UNKNOWN)
    place = replace(place, precision=precision)
    if kind in SETTLEMENTS or kind in ("camp", "part", ""):
        return _in_settlement(place, reading.text)
    if place.use is not PlaceUse.DEMONYM or kind == "country":
        return _in_wide_place(place, reading.text)
    return place


def _in_settlement(place: Place, text: str) -> Place:
    before = text[max(0, place.start - 90) : place.start]
    after = text[place.end : place.end + 60]
    found = _patterns()
    if _FRAME_END.search(before):
        seen = found["direction_of"].search(before) or found["distance_from"].search(before)
        if seen:
            return _seen_from(place, seen)
        part = found["part_of"].search(before)
        if part and part.group(1).lower() not in ("area", "areas", "sector", "sectors"):
            return replace(place, part=part.group(1).lower(), precision=Precision.PART)
    own = found["own"].match(after) or found["part_after"].match(after)
    if own:
        return replace(place, part=own.group(1), precision=_precision_of_part(own.group(1)))
    if found["sector_after"].match(after):
        return replace(place, direction="sector", precision=Precision.VICINITY)
    if found["area_after"].match(after) or found["near"].search(before):
        return replace(place, precision=Precision.VICINITY)
    if "between" not in before:
        pass
    elif (found["between"].search(before) and re.match(r" and (?:the )?(?:[a-z]+ ){0,3}[A-Z]", after)) or re.search(
        r"\bbetween (?:the )?(?:[a-z]+ )*[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? and (?:the )?(?:[a-z]+ of )?$", before
    ):
        return replace(place, direction="between", precision=Precision.VICINITY)
    side = found["side_before"].search(before)
    if side:
        return replace(place, part=side.group(1).lower(), precision=Precision.PART)
    first = place.text.split(" ")[0]
    if (
        place.resolved
        and first
        in ("North", "South", "East", "West", "Upper", "Lower", "Downtown", "Central", "Greater", "Inner", "Outer")
        and not place.name.startswith(first)
    ):
        return replace(place, part=first.lower(), precision=Precision.PART)
    return place


def _precision_of_part(part: str) -> Precision:
    """Return exact for a named building ("the city council building"), part for a piece of town."""
    last = part.lower().split(" ")[-1]
    if re.fullmatch(options("parts"), last) and last not in ("station",):
        return Precision.PART
    return Precision.EXACT


def _seen_from(place: Place, match: re.Match[str]) -> Place:
    groups = match.groupdict()
    side = re.sub(r"[- ]", "", (groups.get("side") or "").lower()) or None
    distance = None
    if groups.get("n"):
        number = _NUMBERS.get(groups["n"].lower()) if groups["n"].isalpha() else float(groups["n"].replace(",", "."))
        unit = groups["unit"].lower()
        factor = _MILES_TO_KM.get(unit, _MILES_TO_KM.get(unit.rstrip("s"), 1.0))
        distance = round(float(number or 0) * factor, 2)
    return replace(place, direction=side, distance_km=distance, precision=Precision.VICINITY)


def _in_wide_place(place: Place, text: str) -> Place:
    """Return a region, river or country with its stated side: "eastern Ukraine", "the left bank of the Oskil"."""
    before = text[max(0, place.start - 60) : place.start]
    found = _patterns()
    if _FRAME_END.search(before):
        part = found["bank_of"].search(before) or found["part_of"].search(before)
        if part:
            return replace(place, part=part.group(1).lower())
        seen = found["direction_of"].search(before)
        if seen and place.precision is not Precision.COUNTRY:
            return _seen_from(place, seen)
    side = found["side_before"].search(before)
    if side:
        return replace(place, part=side.group(1).lower())
    return place
