"""Which stretches of a report are names of places.

Three sources: names of the gazetteer, longest first; names made of a type word ("Catawba River",
"Main Street", "Interstate 45"); and names that no gazetteer has but that the words around them
call a place ("the village of Hrabove"). `place_evidence` judges the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from contested.gazetteer import SETTLEMENTS, AliasKind, Entry, Gazetteer, Match
from contested.parse import Token
from contested.reading import Reading
from contested.text.place_evidence import ACCEPT, evidence_of, settled
from contested.text.place_features import feature_spans
from contested.text.place_scene import (
    COMMON,
    GIVEN,
    JOINERS,
    KIND_AFTER,
    LOCAL_BODY_AFTER,
    ORGANISATION_AFTER,
    PERSONS_BEFORE,
    PLACES_AFTER,
    STRONG_IN_WORDS,
    SURNAMES,
    VILLAGE_OF,
    Mention,
    Scene,
    neighbour,
    scene_of,
)


def find_mentions(reading: Reading, book: Gazetteer) -> list[Mention]:
    """Return the place names of a report, in text order, without overlap."""
    scene = scene_of(reading)
    taken = [
        _mention(reading, start, end, _entries_of_feature(book, reading.text[start:end]), kind)
        for start, end, kind in feature_spans(reading.text)
    ]
    judged = [
        replace(mention, evidence=evidence_of(mention, scene))
        for mention in _gazetteer_mentions(reading, book)
        if not any(mention.start < other.end and other.start < mention.end for other in taken)
    ]
    kept = [_with_direction(mention, reading) for mention in settled(judged, reading)]
    kept += taken
    for stated in _stated_mentions(scene):
        inside = [m for m in kept if m.start < stated.end and stated.start < m.end]
        if not inside or (
            len(inside) < 3
            and len(stated.text) > len(inside[0].text) + 2
            and all(m.start >= stated.start and m.end <= stated.end for m in inside)
        ):
            kept = [m for m in kept if m not in inside] + [stated]
    kept.sort(key=lambda mention: mention.start)
    kept += list(_listed_mentions(kept, scene))
    kept.sort(key=lambda mention: mention.start)
    return kept


def mention_at(reading: Reading, book: Gazetteer, start: int, end: int) -> Mention:
    """Return the mention for a stretch that is known to be a place's name."""
    text = reading.text[start:end]
    entries = tuple(book.lookup(text)) or _entries_of_feature(book, text)
    first, _, rest = text.partition(" ")
    if not entries and first in CARDINAL:
        entries = tuple(book.lookup(rest))
    kind = next((kind for s, e, kind in feature_spans(text)), "")
    return _mention(reading, start, end, entries, kind)


CARDINAL = frozenset(
    [
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Upper",
        "Lower",
        "Downtown",
        "Central",
        "Greater",
        "Inner",
        "Outer",
    ]
)


def _with_direction(mention: Mention, reading: Reading) -> Mention:
    """Return the mention with a capitalised direction word in front: "North London"."""
    before = reading.text[max(0, mention.start - 10) : mention.start]
    word = before.rstrip(" ").rpartition(" ")[2]
    if before.endswith(" ") and word in CARDINAL and mention.entries[0].kind not in ("admin2", "river", "sea"):
        start = mention.start - len(word) - 1
        if start == 0 or not reading.text[start - 1].isalnum():
            return replace(mention, start=start, text=reading.text[start : mention.end])
    return mention


def _mention(reading: Reading, start: int, end: int, entries: tuple[Entry, ...], kind: str) -> Mention:
    head = reading.parse.head_of(start, end)
    return Mention(start, end, reading.text[start:end], entries, head, ACCEPT, "" if entries else kind)


def _entries_of_feature(book: Gazetteer, text: str) -> tuple[Entry, ...]:
    """Return the entries of a name with its type word, also where the gazetteer has it without."""
    entries = tuple(book.lookup(text))
    if entries or " " not in text:
        return entries
    kinds = {
        "River": "river",
        "Lake": "lake",
        "Mountains": "mountain",
        "Island": "island",
        "Islands": "island",
        "Peninsula": "peninsula",
        "Airport": "airport",
        "Valley": "valley",
        "Desert": "desert",
    }
    bare, _, last = text.rpartition(" ")
    return tuple(entry for entry in book.lookup(bare) if entry.kind == kinds.get(last, "-"))


def _gazetteer_mentions(reading: Reading, book: Gazetteer) -> Iterator[Mention]:
    for match in book.find(reading.text):
        if _is_written_as_name(reading.text, match):
            text = reading.text[match.start : match.end]
            yield Mention(match.start, match.end, text, match.entries, reading.parse.head_of(match.start, match.end))


def _is_written_as_name(text: str, match: Match) -> bool:
    """Return whether each word of a match is a capitalised word, a joiner or a closing type word."""
    words = text[match.start : match.end].replace("-", " ").split()
    if match.entries[0].alias == AliasKind.ABBREVIATION:
        return True
    if not words[0][0].isupper() and words[0][0].isascii():
        joined = text[match.start : match.end].find("-")
        if words[0] != "el" and not 0 < joined <= 4:
            return False
    if words[0] in ("The", "An", "A") and not any(word[0].isupper() for word in words[1:]):
        return False
    if any(word[0].islower() and word not in JOINERS for word in words[1:-1]):
        return False
    return len(words) == 1 or not words[-1][0].islower() or words[-1] in KIND_AFTER or words[-1] in PLACES_AFTER


def _stated_mentions(scene: Scene) -> Iterator[Mention]:
    """Yield names that no gazetteer has but that are called a place: "the village of Hrabove"."""
    tokens = scene.parse.tokens
    for token in tokens:
        if token.text not in VILLAGE_OF:
            continue
        following = neighbour(token, scene.parse, 1)
        if following is None:
            continue
        if following.lower == "of":
            following = neighbour(following, scene.parse, 1)
        if following is not None and _looks_like_name(following):
            yield _named_run(following, scene, token.lower)


def _looks_like_name(token: Token) -> bool:
    if token.lower in ORGANISATION_AFTER or token.lower in LOCAL_BODY_AFTER or token.lower in PERSONS_BEFORE:
        return False
    return token.tag in ("NNP", "NNPS", "NN", "JJ") and token.text[:1].isupper() and token.lower not in COMMON


def _named_run(first: Token, scene: Scene, kind: str) -> Mention:
    last = first
    while last.i - first.i < 3:
        after = neighbour(last, scene.parse, 1)
        if after is not None and after.text == "-" and after.start == last.end:
            after = neighbour(after, scene.parse, 1)
        if after is None or not _looks_like_name(after) or after.start - last.end > 1:
            break
        last = after
    text = scene.reading.text[first.start : last.end]
    return Mention(
        first.start, last.end, text, (), last, ACCEPT, "part" if kind.startswith(("neigh", "suburb")) else "city"
    )


_NEXT_IN_LIST = re.compile(r"(?:, (?:and )?| and )([A-Z][a-z’'-]{3,}(?:[ -][A-Z][a-z’'-]{2,})?)(?=[,.;]| and [A-Z])")
"""A further name in a list of places; longer words only, and the list goes on or ends there."""


def _listed_mentions(kept: list[Mention], scene: Scene) -> Iterator[Mention]:
    """Yield unknown names that go on a list of towns: "near Lyman, Myroliubivka and Kotlyne"."""
    text = scene.reading.text
    for number, mention in enumerate(kept):
        if not mention.entries or mention.entries[0].kind not in SETTLEMENTS or not _is_list_of_places(mention, scene):
            continue
        limit = kept[number + 1].start if number + 1 < len(kept) else len(text)
        end = mention.end
        while (following := _NEXT_IN_LIST.match(text, end)) is not None and following.end() <= limit:
            if not _could_be_town(following, scene):
                break
            start, end = following.span(1)
            yield Mention(start, end, text[start:end], (), scene.parse.head_of(start, end), ACCEPT, "city")


def _is_list_of_places(mention: Mention, scene: Scene) -> bool:
    """Return whether a name follows a word of place, so that what is listed with it is a place too."""
    first = scene.parse.token_at(mention.start)
    before = neighbour(first, scene.parse, -1) if first is not None else None
    return before is not None and (
        before.lower in STRONG_IN_WORDS or before.lower in VILLAGE_OF or before.lower in PLURALS
    )


PLURALS = frozenset(f"{word}s" for word in VILLAGE_OF)


def _could_be_town(following: re.Match[str], scene: Scene) -> bool:
    """Return whether an unknown capitalised word may be a town: no English word, no person."""
    tokens = scene.parse.tokens_in(*following.span(1))
    words = {token.lower for token in tokens}
    if words & (COMMON | GIVEN | SURNAMES | PERSONS_BEFORE | ORGANISATION_AFTER) or words & scene.persons:
        return False
    return all(token.tag in ("NNP", "NNPS") or token.text == "-" for token in tokens)
