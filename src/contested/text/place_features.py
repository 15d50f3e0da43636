"""Names that carry their type: "Catawba River", "Lake Lanier", "Main Street", "Interstate 45"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from contested import lexicons

_KINDS = {
    "River": "river",
    "Creek": "river",
    "Lake": "lake",
    "Reservoir": "lake",
    "Mountain": "mountain",
    "Mountains": "mountain",
    "Hills": "mountain",
    "Mount": "mountain",
    "Mt.": "mountain",
    "Island": "island",
    "Islands": "island",
    "Bay": "bay",
    "Airport": "airport",
    "Airfield": "airport",
    "Airbase": "base",
    "Fort": "base",
    "Camp": "camp",
    "Bridge": "building",
    "Dam": "dam",
    "Valley": "valley",
    "Township": "admin2",
    "Heights": "part",
    "Square": "road",
    "Desert": "desert",
    "Cathedral": "building",
    "Basilica": "building",
    "Stadium": "building",
    "Tower": "building",
    "Palace": "building",
    "Prison": "building",
    "Church": "building",
    "Station": "building",
    "Court-House": "building",
    "Racecourse": "building",
}
_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "of",
        "and",
        "or",
        "but",
        "for",
        "from",
        "to",
        "by",
        "with",
        "as",
        "if",
        "when",
        "while",
        "where",
        "after",
        "before",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "there",
        "here",
        "mr",
        "mrs",
        "ms",
        "dr",
        "north-south",
        "no",
        "yes",
        "new",
    ]
)


_NAME = r"(?:[A-Z][\w’'-]+|[NSEW]\.|\d+(?:st|nd|rd|th)|St\.|Dr\.)"
_NAME_BEFORE = re.compile(rf"(?<!\w)(?:{_NAME} ){{1,4}}$")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicons.load("place_words")

    def options(name: str) -> str:
        return "|".join(re.escape(word) for word in sorted(str(words[name]).split(), key=len, reverse=True))

    after = re.compile(rf"(?<=[\w.’'] )(?P<type>{options('road_types')}|{options('feature_types')})(?![\w-])")
    before = re.compile(rf"\b(?P<type>{options('feature_first')})[ ]{_NAME}(?:[ ][A-Z][\w’'-]+)?")
    numbered = re.compile(
        rf"\b(?:(?:U\.S\.|US|State|County|North|South|Old) )*(?P<type>{options('numbered_roads')}) [A-Z]?-?\d+[A-Z]?\b|\b(?P<short>[IAM]-\d{{1,3}})\b"  # noqa: E501
    )
    institution = re.compile(
        rf"\b(?i:at|in|inside|outside|near|into|to|around) (?:the )?"
        rf"(?P<name>(?:[A-Z][\w’'-]+ ){{1,4}}(?:{options('institution_types')}))(?![\w-])(?! [A-Z])"
    )
    return after, before, numbered, institution


def feature_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of names with a type word, from the left, without overlap.

    >>> text = "near Route 9 on the Blackwater River"
    >>> [text[s:e] for s, e, _ in feature_spans(text)]
    ['Route 9', 'Blackwater River']
    """
    found: list[tuple[int, int, str]] = []
    after, before, numbered, institution = _patterns()
    for match in numbered.finditer(text):
        found.append((match.start(), match.end(), "highway"))
    for match in after.finditer(text):
        named = _NAME_BEFORE.search(text, max(0, match.start() - 60), match.start())
        start = _without_small_words(text, named.start(), match.start("type")) if named else None
        if start is not None:
            found.append(
                (start, match.end(), _KINDS.get(match["type"], "road" if _is_road(match["type"]) else "feature"))
            )
    for match in before.finditer(text):
        found.append((match.start(), match.end(), _KINDS.get(match["type"], "feature")))
    for match in institution.finditer(text):
        found.append((match.start("name"), match.end("name"), "building"))
    at = 0
    for start, end, kind in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= at:
            yield start, end, kind
            at = end


@cache
def _is_road(word: str) -> bool:
    return word in str(lexicons.load("place_words")["road_types"]).split()


def _without_small_words(text: str, start: int, limit: int) -> int | None:
    """Return the start without leading "The", "In" …; None where only such words stood there."""
    while start < limit:
        word = text[start:limit].split(" ", 1)[0]
        if word.lower() not in _STOP or word == "New":
            return start
        start += len(word) + 1
    return None
