"""Which stretches of a report are names of places.

Names come from the gazetteer, longest first; guards take out people, organisations and roads
that bear a place's name.
"""

from __future__ import annotations

from dataclasses import dataclass

from contested import lexicons
from contested.gazetteer import AliasKind, Entry, Gazetteer
from contested.parse import Token
from contested.reading import Reading


@dataclass(frozen=True, slots=True)
class Mention:
    """One name of a place in the text and all entries it may mean (none: kept by name)."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    token: Token | None = None  # its head in the parse


_WORDS = lexicons.load("place_words")
_PERSONS = frozenset(_WORDS["persons_before"])
_ORGANISATIONS = frozenset(_WORDS["organisation_after"])
_ROADS = frozenset(_WORDS["road_words"])


def find_mentions(reading: Reading, book: Gazetteer) -> list[Mention]:
    """Return the place names of a report, in text order."""
    mentions = []
    for match in book.find(reading.text):
        tokens = reading.parse.tokens_in(match.start, match.end)
        head = reading.parse.head_of(match.start, match.end)
        mention = Mention(match.start, match.end, reading.text[match.start : match.end], match.entries, head)
        if tokens and _is_place(mention, tokens, reading):
            mentions.append(mention)
    return mentions


def mention_at(reading: Reading, book: Gazetteer, start: int, end: int) -> Mention:
    """Return the mention for a stretch that is known to be a place's name."""
    text = reading.text[start:end]
    return Mention(start, end, text, tuple(book.lookup(text)), reading.parse.head_of(start, end))


def _is_place(mention: Mention, tokens: tuple[Token, ...], reading: Reading) -> bool:
    best = mention.entries[0]
    if all(token.pos not in ("PROPN", "ADJ", "NOUN") for token in tokens):
        return False
    if best.alias in (AliasKind.ADJECTIVE, AliasKind.PEOPLE) or best.kind == "country":
        return True
    all_tokens = reading.parse.tokens
    first, last = tokens[0], tokens[-1]
    before = all_tokens[first.i - 1] if first.i and all_tokens[first.i - 1].sentence == first.sentence else None
    after = all_tokens[last.i + 1] if last.i + 1 < len(all_tokens) and all_tokens[last.i + 1].sentence == last.sentence else None
    if best.alias > AliasKind.BARE or (best.alias == AliasKind.VARIANT and best.population < 1000):
        return False
    if before is not None and (before.lower.rstrip(".") in _PERSONS and before.text[0].isupper()):
        return False
    if before is not None and before.pos == "PROPN" and before.dep == "compound" and before.head in tokens:
        return False
    if after is not None and after.text[:1].isupper():
        if after.pos == "PROPN" and last.dep == "compound" and after.lower not in ("oblast", "region", "province", "district"):
            return False
    return not (len(tokens) == 1 and first.pos != "PROPN")
