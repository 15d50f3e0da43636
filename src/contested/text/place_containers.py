"""What a report states about where a place lies: "Kupiansk (Kharkiv region)", "Paris, Texas"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from contested.gazetteer import AliasKind, Entry
from contested.reading import Reading
from contested.text.place_scene import Mention

_GAP = re.compile(
    r",? \(?(?:in |of )?(?:the )?|, (?:in |a (?:city|town|village) in )?(?:the )?|"
    r" \((?:in )?(?:the )?|, (?:[\w’'-]+ )?(?:eastern|western|northern|southern|central|northeastern|northwestern|southeastern|southwestern) |"  # noqa: E501
    r" in (?:the )?(?:(?:far )?(?:eastern|western|northern|southern|central|northeastern|northwestern|southeastern|southwestern) )?|"  # noqa: E501
    r"(?:'s|’s) (?:(?:eastern|western|northern|southern|central|northeastern|northwestern|southeastern|southwestern) )?(?:(?:port |capital |border )?(?:city|town|village|region) of )?"  # noqa: E501
)
_TOWN_BEFORE = re.compile(r"\b(?:cit(?:y|ies)|towns?|villages?|settlements?|hamlets?|suburbs?) of (?:the )?$", re.I)
_REGION_AFTER = re.compile(
    r"(?:,? (?:and |or )?[A-Z][\w’'-]+){0,9} (?:counties|districts|regions|oblasts|provinces|states)\b| (?:regions?|oblasts?|provinces?|states?|governorates?|districts?|county)\b"  # noqa: E501
)
_PARENTS = ("country", "admin1", "admin2", "region")


@dataclass(slots=True)
class Containers:
    """Entries that a name is said to lie in, and the kind of place that it is said to be."""

    parents: list[tuple[Entry, float, str]] = field(default_factory=list)  # entry, strength, the words
    kinds: set[str] = field(default_factory=set)  # "city", "admin1"

    def add(self, other: Containers) -> None:
        """Add what another mention of the same name states."""
        self.parents += other.parents
        self.kinds |= other.kinds

    def stated(self) -> bool:
        """Return whether anything was stated."""
        return bool(self.parents)

    def evidence(self, entry: Entry) -> float:
        """Return what the statements say for (or against) an entry."""
        score = 0.0
        if self.parents:
            score = max(strength if lies_in(entry, parent) else -1.0 for parent, strength, _ in self.parents)
        if "city" in self.kinds:
            score += 2.5 if entry.feature_class == "P" else -1.0
        if "admin" in self.kinds:
            score += 3.5 if entry.kind in ("admin1", "admin2") else -1.0
        return score

    def words(self, entry: Entry) -> str:
        """Return the words that state where the entry lies."""
        return next((words for parent, _, words in self.parents if lies_in(entry, parent)), "its kind is named")


def lies_in(entry: Entry, parent: Entry) -> bool:
    """Return whether an entry lies in a country, region or district, as codes tell."""
    if entry.id == parent.id or entry.kind == "country":
        return False
    if parent.kind == "country":
        return entry.country == parent.country
    if parent.kind == "admin1":
        return entry.country == parent.country and entry.admin1 == parent.admin1 and entry.kind != "admin1"
    if entry.country and parent.country and entry.country != parent.country:
        return False
    if entry.lat is None or entry.lon is None or parent.lat is None or parent.lon is None:
        return False
    reach = 0.7 if parent.kind == "admin2" else 3.5  # degrees: a county, a landscape
    return abs(entry.lat - parent.lat) < reach and abs(entry.lon - parent.lon) < 1.4 * reach


_LIST_GAP = re.compile(r", (?:and |or )?|,? (?:and|or) ")


def siblings_of(mentions: Sequence[Mention], reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Yield neighbours in a list of places: "Florida, Georgia and Idaho"."""
    for left, right in pairwise(mentions):
        if left.entries and right.entries and _LIST_GAP.fullmatch(reading.text, left.end, right.start):
            yield left, right


def containers_of(mentions: Sequence[Mention], reading: Reading) -> Iterator[Containers]:
    """Yield for each mention what the words right behind and before it state."""
    text = reading.text
    for number, mention in enumerate(mentions):
        found = Containers()
        if number + 1 < len(mentions):
            _add_parent(found, mention, mentions[number + 1], text, swapped=False)
            if (
                number + 2 < len(mentions)
                and not found.parents
                and "," in text[mention.end : mentions[number + 1].start]
            ):
                _add_parent(found, mention, mentions[number + 2], text, swapped=False, through=mentions[number + 1])
        if number:
            _add_parent(found, mention, mentions[number - 1], text, swapped=True)
        if _TOWN_BEFORE.search(text[max(0, mention.start - 30) : mention.start]):
            found.kinds.add("city")
        elif _REGION_AFTER.match(text, mention.end):
            found.kinds.add("admin")
        yield found


def _add_parent(
    found: Containers, mention: Mention, other: Mention, text: str, *, swapped: bool, through: Mention | None = None
) -> None:
    if not other.entries or (mention.entries and mention.entries[0].kind in ("country", "continent")):
        return  # "in Russia, U.S. officials said": a country lies in nothing smaller
    if mention.entries and mention.entries[0].kind == "admin1" and other.entries[0].kind in ("admin1", "admin2"):
        return
    between = text[other.end : mention.start] if swapped else text[mention.end : other.start]
    if through is not None:
        between = text[mention.end : through.start] + text[through.end : other.start]
        if between not in (", , ", ", ("):
            return
        strength = 4.0
    elif swapped:
        if not re.fullmatch(
            r"(?:'s|’s) (?:[a-z]+ ){0,3}(?:(?:city|town|village|region|district|state) of )?|(?:'s|’s) ", between
        ):
            return
        strength = 3.0
    else:
        if not between or not _GAP.fullmatch(between) or between.strip() == "":
            return
        strength = 6.0 if between in (", ", " (", ", the ") else 3.0
    for entry in other.entries[:6]:
        if entry.kind in _PARENTS and entry.alias not in (AliasKind.PEOPLE, AliasKind.ADJECTIVE):
            weaker = 1.5 if entry.alias in (AliasKind.BARE, AliasKind.VARIANT) else 0.0
            found.parents.append(
                (
                    entry,
                    strength - weaker,
                    text[mention.start : other.end] if not swapped else text[other.start : mention.end],
                )
            )
