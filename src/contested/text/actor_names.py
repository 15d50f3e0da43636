"""Names that tell an actor: those of the packs, of countries, and of bodies known everywhere.

A `Directory` finds them all in one pass over a text (Aho-Corasick, longest match first). It is
built once for each choice of packs. Where two sources know one name, the pack wins over the
general lists; where two packs know it, the pack named first.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from contested import lexicons
from contested.model import NO_PARTY, UNKNOWN, ActorKind
from contested.packs import Pack, PackActor, PackOutlet, Party


class NameUse(StrEnum):
    """What sort of name it is, and so how far it tells a side."""

    PARTY = "party"  # Russia, RSF, Moscow: the party itself
    ADJECTIVE = "adjective"  # Russian
    DEMONYM = "demonym"  # Russians
    ACTOR = "actor"  # a person, unit, office of a pack
    OUTLET = "outlet"
    COUNTRY = "country"
    NATIONALITY = "nationality"  # adjective or demonym of a country that no pack's party is
    CAPITAL = "capital"
    BODY = "body"  # an international body: UN, Amnesty International


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for; `party` is a party's name, "none" or "unknown"."""

    phrase: str
    use: NameUse
    name: str
    kind: ActorKind = ActorKind.UNKNOWN
    party: str = UNKNOWN
    reason: str = ""
    role: str | None = None
    generic: bool = False  # a common noun that a pack gives to a party: "the army"
    country: str | None = None


@dataclass(frozen=True, slots=True)
class NameMatch:
    """An entry found at `start:end` of the text."""

    start: int
    end: int
    entry: Entry


_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "‑": "-", "–": "-", "\n": " ", "\t": " ", "\xa0": " "})


@cache
def _folded(character: str) -> str:
    """Return one lower-case character without its accent, so that lengths stay the same."""
    base = unicodedata.normalize("NFD", character)[0]
    low = base.lower()
    return low if len(low) == 1 else character


def fold(text: str) -> str:
    """Return the text in lower case, without accents and with plain quotes; same length.

    >>> fold("Félix Tshisekedi")
    'felix tshisekedi'
    """
    return _fold_short(text) if len(text) < 100 else _fold(text)


def _fold(text: str) -> str:
    plain = text.translate(_PLAIN)
    return plain.lower() if plain.isascii() else "".join(_folded(character) for character in plain)


@lru_cache(maxsize=20_000)
def _fold_short(text: str) -> str:
    """Return the folded form of a name; names come again and again, whole reports do not."""
    return _fold(text)


class Directory:
    """All names that the packs and the general lists know."""

    def __init__(self, packs: tuple[Pack, ...]) -> None:
        self.packs = packs
        self.entries: dict[str, Entry] = {}
        self.by_country: dict[str, Party] = {}
        self.parties: dict[str, Party] = {}
        for pack in packs:
            self._add_parties(pack)
        for pack in packs:
            for actor in pack.actors:
                self._add_actor(actor)
        for pack in packs:
            for outlet in pack.outlets:
                self._add_outlet(outlet)
        self._add_countries()
        self._add_bodies()
        self._phrases = list(self.entries)
        self._automaton = AhoCorasick(self._phrases, matchkind=MatchKind.LeftmostLongest)
        self._last: tuple[str, list[NameMatch]] = ("", [])

    def _add(self, phrase: str, entry: Entry) -> None:
        self.entries.setdefault(fold(phrase).removeprefix("the "), entry)

    def _add_parties(self, pack: Pack) -> None:
        """Add a pack's parties: their names, aliases, adjectives and demonyms."""
        for party in pack.parties:
            self.parties.setdefault(party.name, party)
            for country in party.countries:
                self.by_country.setdefault(country, party)
            for phrase in (party.name, *party.aliases):
                low = phrase[0].islower() and phrase.islower()
                reason = f"the words {phrase!r} stand for {party.name} in pack {pack.name}"
                kind = _alias_kind(phrase, party)
                self._add(phrase, Entry(phrase, NameUse.PARTY, party.name, kind, party.name, reason, generic=low))
            for use, words in ((NameUse.ADJECTIVE, party.adjectives), (NameUse.DEMONYM, party.demonyms)):
                for phrase in words:
                    reason = f"nationality or party word {phrase!r} (pack {pack.name})"
                    generic = phrase.islower()
                    self._add(phrase, Entry(phrase, use, party.name, party.kind, party.name, reason, generic=generic))

    def _add_actor(self, actor: PackActor) -> None:
        reason = f"{actor.name}: {actor.reason}"
        for phrase in (actor.name, *actor.aliases):
            entry = Entry(phrase, NameUse.ACTOR, actor.name, actor.kind, actor.party, reason, actor.role)
            self._add(phrase, entry)

    def _add_outlet(self, outlet: PackOutlet) -> None:
        reason = f"{outlet.name}: {outlet.reason}"
        kind = ActorKind.MONITOR if outlet.kind == "monitor" else ActorKind.MEDIA
        for phrase in (outlet.name, *outlet.aliases):
            self._add(phrase, Entry(phrase, NameUse.OUTLET, outlet.name, kind, outlet.alignment, reason))

    def _add_countries(self) -> None:
        """Add countries, nationalities and capitals that no pack has taken."""
        for code, row in lexicons.load("nationalities")["countries"].items():
            party = self.by_country.get(code)
            side = party.name if party else (NO_PARTY if self.packs else UNKNOWN)
            country = row["name"]
            why = f"which pack gives to {side}" if party else "no party of the packs" if self.packs else "no pack"
            for use, key, kind in (
                (NameUse.COUNTRY, "aliases", ActorKind.STATE),
                (NameUse.NATIONALITY, "adjectives", ActorKind.STATE),
                (NameUse.NATIONALITY, "demonyms", ActorKind.STATE),
                (NameUse.CAPITAL, "capitals", ActorKind.GOVERNMENT),
            ):
                phrases = [country, *row.get(key, ())] if key == "aliases" else row.get(key, ())
                for phrase in phrases:
                    reason = f"{use.value} word {phrase!r}: {country}, {why}"
                    name = country if use is NameUse.COUNTRY else phrase
                    self._add(phrase, Entry(phrase, use, name, kind, side, reason, country=code))

    def _add_bodies(self) -> None:
        for kind, phrases in lexicons.load("actor_nouns")["international"].items():
            for phrase in phrases:
                reason = f"{phrase} speaks for no side"
                self._add(phrase, Entry(phrase, NameUse.BODY, phrase, ActorKind(kind), NO_PARTY, reason))

    def matches(self, text: str) -> list[NameMatch]:
        """Return all names in a text, left to right, longest first, none overlapping."""
        if self._last[0] is text:
            return self._last[1]
        folded = fold(text)
        found = []
        for number, start, end in self._automaton.find_matches_as_indexes(folded):
            if not _is_whole(folded, start, end):
                start, end, entry = self._shorter(folded, start, end)
            else:
                entry = self.entries[self._phrases[number]]
            if entry is not None and _is_cased(text[start:end], entry) and not _is_shouted(text, start, end, entry):
                found.append(NameMatch(start, end, entry))
        self._last = (text, found)
        return found

    def _shorter(self, folded: str, start: int, end: int) -> tuple[int, int, Entry | None]:
        """Return the longest whole-word name inside a match that ended inside a word."""
        if start > 0 and folded[start - 1].isalnum():
            return start, end, None
        stop = end
        while stop > start:
            stop -= 1
            entry = self.entries.get(folded[start:stop])
            if entry is not None and _is_whole(folded, start, stop):
                return start, stop, entry
        return start, end, None

    def opponent(self, party: str) -> str | None:
        """Return the other party where the packs have exactly two, else None."""
        if party not in self.parties or len(self.parties) != 2:
            return None
        return next(name for name in self.parties if name != party)

    def outlet(self, name: str) -> Entry | None:
        """Return what is known of an outlet by its name or domain, or None."""
        key = fold(name).removeprefix("www.").strip()
        entry = self.entries.get(key)
        if entry is None and key.startswith("the "):
            entry = self.entries.get(key[4:])
        return entry


def _alias_kind(phrase: str, party: Party) -> ActorKind:
    """Return what sort of voice an alias of a party is: a capital speaks as a government."""
    countries: dict[str, Any] = lexicons.load("nationalities")["countries"]
    for code in party.countries:
        if phrase in countries.get(code, {}).get("capitals", ()):
            return ActorKind.GOVERNMENT
    nouns = kind_nouns()
    last = fold(phrase).rsplit(" ", 1)[-1]
    found = nouns.get(fold(phrase)) or nouns.get(last) or party.kind
    is_force = party.kind in {ActorKind.ARMED_GROUP, ActorKind.MILITARY}
    return party.kind if is_force and found is not ActorKind.GOVERNMENT else found


@cache
def kind_nouns() -> dict[str, ActorKind]:
    """Return the collective nouns of `lexicons/actor_nouns.yml` with their kind, the first one first."""
    found: dict[str, ActorKind] = {}
    for kind, words in lexicons.load("actor_nouns")["kinds"].items():
        for word in words:
            found.setdefault(word, ActorKind(kind))
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends at the edges of words."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def _is_cased(words: str, entry: Entry) -> bool:
    """Whether the words are written as a name is; common nouns of a pack may be in lower case.

    Short acronyms must be in capitals, or "who" would be the World Health Organization.
    """
    if entry.generic:
        return True
    if entry.phrase.isupper() and len(entry.phrase) <= 5:
        return words.isupper()
    return any(character.isupper() for character in words) or entry.phrase.islower()


def _is_shouted(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a two- or three-letter acronym stands among words all in capitals: "THE PORT IS SHUT"."""
    if len(entry.phrase) > 3 or not entry.phrase.isupper():
        return False
    around = [c for c in text[max(start - 12, 0) : start] + text[end : end + 12] if c.isalpha()]
    return len(around) > 6 and all(c.isupper() for c in around)


_DIRECTORIES: dict[tuple[int, ...], Directory] = {}


def directory(packs: tuple[Pack, ...]) -> Directory:
    """Return the directory of these packs, built once.

    Keyed by identity, since hashing a pack walks over all its entries; the directory keeps its
    packs alive, so that an identity is never used twice.
    """
    key = tuple(id(pack) for pack in packs)
    found = _DIRECTORIES.get(key)
    if found is None:
        found = _DIRECTORIES[key] = Directory(packs)
    return found
