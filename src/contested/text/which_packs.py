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
from contested.model import UNKNOWN, ActorKind, Found
from contested.packs import Pack
from contested.reading import Reading
from contested.text.actor_names import Directory, NameUse, directory, fold

SHORT = 1_200
"""Code points below which one mention of a party is enough; longer reports name a party again."""
SHARE = 0.5
"""A second pack is kept when the report names its parties at least half as often as the first's."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often a report names a pack's parties, by name and by common noun, and countries."""

    parties: Counter[str]
    common: Counter[str]
    homes: Counter[str]  # the pack's countries by code; its regions and places as "region"
    foreign: int  # the most named country outside the pack

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
    chosen = packs_for(f"{title}\n\n{reading.text}", reading.document.outlet)
    return replace(reading, packs=chosen, packs_found=Found.DETECTED if chosen else Found.UNKNOWN)


def packs_for(text: str, outlet: str = UNKNOWN) -> tuple[Pack, ...]:
    """Return the packs whose countries and parties a text names, the strongest first.

    An outlet of the pack's country that speaks for one of its parties names that party once.
    """
    folded = fold(text)
    fitting: list[tuple[int, Pack]] = []
    for name in packs.names():
        pack = packs.load(name)
        found = evidence(text, folded, pack, outlet)
        if is_decisive(pack, found, len(text)):
            fitting.append((found.score, pack))
    fitting.sort(key=lambda pair: (-pair[0], pair[1].name))
    return tuple(pack for score, pack in fitting if score >= SHARE * fitting[0][0])


def evidence(text: str, folded: str, pack: Pack, outlet: str = UNKNOWN) -> Evidence:
    """Return how often a text names a pack's parties, countries and regions."""
    names: Directory = directory((pack,))
    homes_by_word = _words_of(pack.countries)
    parties: Counter[str] = Counter()
    common: Counter[str] = Counter()
    homes: Counter[str] = Counter()
    foreign: Counter[str] = Counter()
    for match in names.matches(text):
        entry = match.entry
        code = entry.country or homes_by_word.get(entry.phrase)
        if code in pack.countries:
            homes[str(code)] += 1
        elif code is not None:
            foreign[code] += 1
        elif any(word in entry.phrase for word in homes_by_word):
            homes[next(homes_by_word[word] for word in homes_by_word if word in entry.phrase)] += 1
        if entry.party in names.parties and entry.use in TELLING:
            (common if entry.generic else parties)[entry.party] += 1
    regions = {fold(region) for region in (*pack.regions, *(place.name for place in pack.places))}
    homes["region"] = sum(folded.count(region) for region in regions)
    voice = names.outlet(outlet)
    if voice is not None and voice.party in names.parties and _is_of_the_war(voice.name, pack):
        parties[voice.party] += 1
    return Evidence(parties, common, homes, max(foreign.values(), default=0))


def _is_of_the_war(outlet: str, pack: Pack) -> bool:
    """Whether an outlet is at home in one of the pack's countries."""
    return any(other.name == outlet and other.country in pack.countries for other in pack.outlets)


TELLING = frozenset({NameUse.PARTY, NameUse.ADJECTIVE, NameUse.DEMONYM, NameUse.ACTOR})


@cache
def _words_of(codes: tuple[str, ...]) -> dict[str, str]:
    """Return all words for some countries with their code: name, adjectives, demonyms, capitals."""
    rows = lexicons.load("nationalities")["countries"]
    found: dict[str, str] = {}
    for code in codes:
        row = rows.get(code, {})
        found.setdefault(row.get("name", code), code)
        for key in ("adjectives", "demonyms", "capitals", "aliases"):
            for word in row.get(key, ()):
                found.setdefault(word, code)
    return found


def is_decisive(pack: Pack, found: Evidence, length: int) -> bool:
    """Whether the evidence chooses a pack: its country, and two of its parties.

    Where the parties are states, each must be named as often as the most named country outside
    the pack, or a report on one war that mentions another in passing would get both; one of them
    does where a region of the war is named too ("Russian missiles struck Kharkiv"). A party that
    only this war has (a rebel force) weighs more than a state, which has other business.
    """
    need = 1 if length < SHORT else 2
    both = found.parties + found.common
    if all(party.countries for party in pack.parties):
        enough = max(need, min(found.foreign, 5))
        named = sum(times >= enough for times in both.values())
        return named >= 2 or (named == 1 and found.homes["region"] >= enough)
    home = sum(found.homes.values())
    if not home or not both:
        return False
    if len(both) >= 2 and (found.parties or home > found.foreign + 1):
        return 2 * home >= found.foreign and both.total() > need
    (only,) = list(both)[:1]
    party = next(party for party in pack.parties if party.name == only)
    if party.countries and party.kind is ActorKind.STATE:
        home -= sum(found.homes[code] for code in party.countries)
    rivals = found.foreign if not party.countries else 2 * found.foreign
    return home >= (2 if found.parties else 3) and home >= rivals and both[only] >= need
