"""What is known of a name before it is judged: the mention, and the whole report's scene."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from contested import lexicons
from contested.gazetteer import Entry
from contested.parse import Parse, Token
from contested.reading import Reading
from contested.text.casing import is_upper_case


@dataclass(frozen=True, slots=True)
class Mention:
    """One name of a place in the text and all entries it may mean (none: kept by name)."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    token: Token | None = None  # its head in the parse
    evidence: float = 0.0
    kind: str = ""  # of a name kept without an entry: "road", "river", "city"
    inside: str = ""  # the organisation that bears the name, "" where none: "University"


_WORDS = lexicons.load("place_words")


def words_of(name: str) -> frozenset[str]:
    """Return a word list of the place lexicon as a set."""
    return frozenset(str(_WORDS[name]).split())


COMMON = frozenset(str(lexicons.load("place_common_words")["words"]).split())
_PEOPLE = lexicons.load("place_people")
GIVEN = frozenset(str(_PEOPLE["given"]).split())
SURNAMES = frozenset(str(_PEOPLE["surnames"]).split())
PERSONS_BEFORE = words_of("persons_before")
ORGANISATION_AFTER = words_of("organisation_after")
LOCAL_BODY_AFTER = words_of("local_body_after")
IN_WORDS = words_of("in_words")
STRONG_IN_WORDS = words_of("strong_in_words")
KIND_BEFORE = words_of("kind_before")
KIND_AFTER = words_of("kind_after")
DIRECTION_BEFORE = words_of("direction_before")
OF_WORDS = words_of("of_words")
PLACES_AFTER = words_of("places_after")
JOINERS = frozenset(
    [
        "of",
        "de",
        "la",
        "le",
        "du",
        "del",
        "des",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "al",
        "el",
        "ez",
        "upon",
        "on",
        "sur",
        "am",
        "an",
        "der",
        "and",
        "the",
        "y",
        "e",
        "i",
        "bin",
        "abu",
    ]
)


@dataclass(slots=True)
class Scene:
    """What the whole report says about its names, gathered before any is judged."""

    reading: Reading
    persons: set[str] = field(default_factory=set)  # surnames of people named in full
    pack_countries: frozenset[str] = frozenset()
    upper_case: bool = False  # the whole report is in capitals

    @property
    def parse(self) -> Parse:
        """The report's parse."""
        return self.reading.parse


def scene_of(reading: Reading) -> Scene:
    scene = Scene(
        reading,
        pack_countries=frozenset(c for pack in reading.packs for c in pack.countries),
        upper_case=is_upper_case(reading.text),
    )
    tokens = reading.parse.tokens
    for left, right in pairwise(tokens):
        if left.sentence != right.sentence or not right.text[:1].isupper() or not left.text[:1].isupper():
            continue
        named = left.lower in GIVEN or (left.lower.rstrip(".") in PERSONS_BEFORE and left.lower not in COMMON_TITLES)
        if named and right.tag in ("NNP", "NNPS") and right.lower not in KIND_AFTER:
            scene.persons.add(right.lower)
            after = tokens[right.i + 1] if right.i + 1 < len(tokens) else None
            if (
                after is not None
                and after.tag == "NNP"
                and after.text[:1].isupper()
                and after.sentence == right.sentence
            ):
                scene.persons.add(after.lower)
    return scene


COMMON_TITLES = frozenset(
    (
        "general",
        "chief",
        "prime",
        "major",
        "private",
        "father",
        "sister",
        "brother",
        "officer",
        "director",
        "saint",
        "governor",
        "minister",
    )
)


def neighbour(token: Token, parse: Parse, step: int) -> Token | None:
    at = token.i + step
    if 0 <= at < len(parse.tokens):
        other = parse.tokens[at]
        if other.sentence == token.sentence and not other.text.isspace():
            return other
    return None


DATELINE = re.compile(
    r"(?:, [A-Z][\w.’' ]{1,25}){0,2}(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([\w /.]{2,20}\))? ?(?:—|–|--|-) ?|(?:, [A-Z][\w.]+)? \([A-Z][\w /]{1,20}\) "  # noqa: E501
)
"""What follows a dateline's town: region, day, agency, dash."""


def opens_paragraph(start: int, reading: Reading) -> bool:
    """Return whether nothing but a dateline's first words stands between a paragraph's start and here."""
    before = reading.text[max(0, start - 30) : start]
    opening = before.rpartition("\n")[2] if "\n" in before else before if start <= 30 else None
    if opening is None:
        return before.endswith(". ") and reading.text[start : start + 3].isupper()
    return opening.strip() == "" or opening.isupper() or opening.endswith(". ")


VILLAGE_OF = frozenset(
    [
        "city",
        "town",
        "village",
        "settlement",
        "hamlet",
        "suburb",
        "villages",
        "towns",
        "settlements",
        "district",
        "neighbourhood",
        "neighborhood",
    ]
)
