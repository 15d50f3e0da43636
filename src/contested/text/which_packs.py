"""Which packs a report needs, by the parties and countries that it names.

One word decides nothing: a pack is chosen where two of its parties (or one party that only this
war has, repeatedly) and one of its countries or regions are named, and a pack named much less
often than the strongest one is not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from contested import lexicons, packs
from contested.model import NO_PARTY, Found
from contested.packs import Pack
from contested.reading import Reading
from contested.text.actor_names import Directory, NameUse, directory, fold

SHORT = 1_200
"""Code points below which one mention of a party is enough; longer reports name a party again."""
SHARE = 0.5
"""A second pack is kept when the report names its parties at least half as often as the first's."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often a report names a pack's parties, by name, by common noun, and its countries."""

    parties: Counter[str]
    common: Counter[str]
    countries: int
    foreign: int  # how often the most named other country is named

    @property
    def score(self) -> int:
        """How often the parties are named."""
        return sum(self.parties.values())


def choose_packs(reading: Reading) -> Reading:
    """Return the reading with its packs. Needs: document. Adds: packs, packs_found.

    Packs that the user gave stay. Else those whose countries and parties the report names, found
    "detected"; "unknown" where none fits.
    """
    if reading.packs_found is Found.GIVEN:
        return reading
    title = reading.document.title or ""
    chosen = packs_for(f"{title}\n\n{reading.text}")
    return replace(reading, packs=chosen, packs_found=Found.DETECTED if chosen else Found.UNKNOWN)


def packs_for(text: str) -> tuple[Pack, ...]:
    """Return the packs whose countries and parties a text names, the strongest first."""
    folded = fold(text)
    fitting: list[tuple[int, Pack]] = []
    for name in packs.names():
        pack = packs.load(name)
        found = evidence(text, folded, pack)
        if is_decisive(found, len(text)):
            fitting.append((found.score, pack))
    fitting.sort(key=lambda pair: (-pair[0], pair[1].name))
    return tuple(pack for score, pack in fitting if score >= SHARE * fitting[0][0])


def evidence(text: str, folded: str, pack: Pack) -> Evidence:
    """Return how often a text names a pack's parties, countries and regions."""
    names: Directory = directory((pack,))
    parties: Counter[str] = Counter()
    common: Counter[str] = Counter()
    countries = 0
    foreign: Counter[str] = Counter()
    for match in names.matches(text):
        entry = match.entry
        if entry.country in pack.countries or entry.phrase in _state_words(pack):
            countries += 1
        elif entry.country is not None:
            foreign[entry.country] += 1
        if entry.party == NO_PARTY or entry.party not in names.parties:
            continue
        if entry.use in {NameUse.PARTY, NameUse.ADJECTIVE, NameUse.DEMONYM, NameUse.ACTOR}:
            (common if entry.generic else parties)[entry.party] += 1
    if not countries:
        countries = sum(fold(region) in folded for region in (*pack.regions, *(place.name for place in pack.places)))
        countries += sum(fold(word) in folded for word in _state_words(pack))
    return Evidence(parties, common, countries, max(foreign.values(), default=0))


def _state_words(pack: Pack) -> frozenset[str]:
    return _words_of(pack.countries)


@cache
def _words_of(codes: tuple[str, ...]) -> frozenset[str]:
    """Return all words for some countries: name, adjectives, demonyms, capitals, other names."""
    rows = lexicons.load("nationalities")["countries"]
    found: set[str] = set()
    for code in codes:
        row = rows.get(code, {})
        found.add(row.get("name", code))
        for key in ("adjectives", "demonyms", "capitals", "aliases"):
            found.update(row.get(key, ()))
    return frozenset(found)


def is_decisive(found: Evidence, length: int) -> bool:
    """Whether the evidence chooses a pack: its country, and two of its parties.

    Each party must be named at least as often as the most named country outside the pack, or a
    report on one war that mentions another in passing would get both. A party that is only called
    by common nouns ("the army") counts where the country itself is what the report is about.
    """
    if not found.countries or (not found.parties and found.countries <= found.foreign + 1):
        return False
    need = max(1 if length < SHORT else 2, min(found.foreign, 5))
    both = found.parties + found.common
    named = sum(times >= need for times in both.values())
    if named >= 2:
        return True
    return found.countries >= 2 and max(found.parties.values(), default=0) >= 2 * need
