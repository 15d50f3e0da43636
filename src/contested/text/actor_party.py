"""Whose side an actor is on, by the words that name it, and why.

The words tell it in this order: the pack's entry for the person or body itself; the name of a
party that heads the phrase; a nationality or party word before the head ("Ukrainian troops",
"Ukraine's chief of staff"); one after it ("a spokesman for the RSF"). A word after "in", "to" or
"against" tells no side: "troops in Ukraine" are nobody's by that.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from contested.model import NO_PARTY, UNKNOWN, ActorKind
from contested.parse import Token
from contested.text.actor_names import Directory, Entry, NameMatch, NameUse
from contested.text.actor_words import words


@dataclass(frozen=True, slots=True)
class Side:
    """A party's name, "none" or "unknown", and the reason in words."""

    party: str = UNKNOWN
    reason: str = ""


SIDELESS = frozenset({ActorKind.CIVILIAN, ActorKind.MONITOR})
OUTSIDE = frozenset({ActorKind.EXPERT, ActorKind.ORGANISATION})
VAGUE = frozenset({ActorKind.EXPERT, ActorKind.ANONYMOUS})
LOCATIVE = frozenset({"in", "at", "near", "inside"})


def side_of(
    tokens: list[Token],
    matches: list[NameMatch],
    kind: ActorKind,
    names: Directory,
    core: NameMatch | None,
    person: NameMatch | None,
) -> Side:
    """Return the side that the words of a phrase tell, and why."""
    if person is not None:
        return Side(person.entry.party, f"pack: {person.entry.reason}")
    joint = _joint_side(tokens, matches, core, names)
    if joint is not None:
        return joint
    if is_against_the_state(tokens, matches, core):
        return Side(UNKNOWN, "an armed group of that country, and not the state's")
    if core is not None and core.entry.use in {NameUse.ACTOR, NameUse.OUTLET, NameUse.BODY}:
        return Side(core.entry.party, core.entry.reason)
    if kind in SIDELESS:
        return Side(NO_PARTY, f"{kind.value} voices speak for no side")
    telling = [m for m in matches if _tells(m, tokens, kind, names)]
    telling = [m for m in telling if not _is_backer(m, tokens)] or telling
    telling = _without_mere_country(telling, tokens)
    undone = {t.lower for t in tokens} & words("party_undone_by")
    if undone and not _is_party_name(core):
        return Side(UNKNOWN, f"{sorted(undone)[0]!r} leaves the side open")
    sides = list(dict.fromkeys(m.entry.party for m in telling if m.entry.party in names.parties))
    if len(sides) > 1 and _joined(tokens, telling):
        return Side(UNKNOWN, f"names several parties: {', '.join(sides)}")
    entry = _strongest(telling, core)
    if entry is not None:
        return _by_entry(entry, kind, names)
    if kind in OUTSIDE:
        return Side(NO_PARTY, f"{kind.value} without a word for a side")
    return Side(UNKNOWN, "no word for a side")


def _joint_side(tokens: list[Token], matches: list[NameMatch], core: NameMatch | None, names: Directory) -> Side | None:
    """Return the side of two speakers that speak together, None where it is one speaker.

    "Both the army and the resistance committees" speak for the army's side, the committees for
    none; "both the junta and an armed group" speak for nobody in one voice.
    """
    lowers = [t.lower for t in tokens]
    if "and" not in lowers:
        return None
    sides = list(dict.fromkeys(m.entry.party for m in matches if m.entry.party in names.parties))
    cut = tokens[lowers.index("and")].start
    second = [m for m in matches if m.start > cut]
    behind = lowers[lowers.index("and") + 1 :]
    apart = "both" in lowers or (bool(behind) and behind[0] in {"a", "an"})
    if apart and len(sides) == 1 and not second:
        return Side(UNKNOWN, "several speak, and one has no known side")
    neutral = core is not None and core.start > cut and core.entry.party == NO_PARTY
    if neutral and len(sides) == 1 and any(m.entry.party == sides[0] and m.end <= cut for m in matches):
        return Side(sides[0], f"speaks together with one that has no side; {sides[0]} is named first")
    return None


def is_against_the_state(tokens: list[Token], matches: list[NameMatch], core: NameMatch | None) -> bool:
    """Whether "rebel" or "insurgent" stands before a force that only a country and a common noun name.

    "A Burmese insurgent army" is not the Burmese army; "M23 rebel forces" are the M23's.
    """
    if core is not None and not core.entry.generic:
        return False
    firm = [m for m in matches if not m.entry.generic and m.entry.use not in {NameUse.COUNTRY, NameUse.NATIONALITY}]
    rebel = [t for t in tokens if t.lower in words("rebel_modifiers") and t.dep in {"amod", "compound"}]
    return bool(rebel) and not firm and not any(m.start <= t.start < m.end for m in matches for t in rebel)


STATELY = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.OFFICIAL, ActorKind.MILITARY, ActorKind.UNIT})


def _is_of_the_country_only(match: NameMatch, kind: ActorKind, names: Directory) -> bool:
    """Whether a word names only the country that a civil war's sides share.

    "Syrian officials" speak for the state; a Syrian charity, reporter or rebel does not.
    """
    party = names.parties.get(match.entry.party)
    if match.entry.use not in {NameUse.COUNTRY, NameUse.NATIONALITY} or party is None:
        return False
    return party.kind is not ActorKind.STATE and kind not in STATELY


def _without_mere_country(telling: list[NameMatch], tokens: list[Token]) -> list[NameMatch]:
    """Return the names without a country that only says where the next one is at home.

    "The leader of Ethiopia's Tigray People's Liberation Front" leads the front.
    """
    kept = []
    for match, after in pairwise([*telling, None]):
        if match is None:
            continue
        between = [t for t in tokens if after is not None and match.end <= t.start and t.end <= after.start]
        mere = after is not None and match.entry.use in {NameUse.COUNTRY, NameUse.NATIONALITY, NameUse.PARTY}
        own = after is not None and after.entry.use in {NameUse.PARTY, NameUse.ACTOR} and not after.entry.generic
        country = match.entry.kind is ActorKind.STATE or match.entry.country is not None
        if mere and own and country and all(t.text in {"'s", "’s"} or t.pos == "ADJ" for t in between):
            continue
        kept.append(match)
    return kept


def only_state(noun: str, lowers: list[str], side: Side, names: Directory, matches: list[NameMatch]) -> Side:
    """Return the side of "the interior ministry" where one party alone is a state, else `side`."""
    states = [party for party in names.parties.values() if party.countries]
    if set(lowers) & words("any_sides_ministries") or {"'s", "’s"} & set(lowers):
        return side  # each side may run a health ministry; "the enclave's" is not the state's
    if noun not in words("state_nouns") or len(states) != 1 or any(m.entry.country for m in matches):
        return side
    return Side(states[0].name, f"a {noun}, and {states[0].name} is the only state among the parties")


def _is_backer(match: NameMatch, tokens: list[Token]) -> bool:
    """Whether a name only tells who stands behind the actor: "Russian-backed", "US-led"."""
    after = [t for t in tokens if t.start >= match.end][:2]
    return len(after) == 2 and after[0].text == "-" and after[1].lower in words("backed")


def _is_party_name(match: NameMatch | None) -> bool:
    return match is not None and match.entry.use is NameUse.PARTY


def _by_entry(entry: Entry, kind: ActorKind, names: Directory) -> Side:
    """Return the side that one telling name gives."""
    reason = entry.reason
    if entry.use in {NameUse.ACTOR, NameUse.OUTLET}:
        reason = f"belongs to {entry.name} ({entry.reason})"
    if not names.packs and entry.party == UNKNOWN:
        reason = f"{reason}; no pack names the parties"
    if kind is ActorKind.EXPERT and entry.party in names.parties:
        reason = f"{reason}; an expert of that side, who does not speak for it"
    if kind is ActorKind.MEDIA and entry.party in names.parties and entry.use is not NameUse.OUTLET:
        reason = f"{reason}; media of that side, which do not speak for it"
    return Side(entry.party, reason)


def _strongest(telling: list[NameMatch], core: NameMatch | None) -> Entry | None:
    """Return the name that decides: a party that heads the phrase, else the first name.

    A common noun that a pack gives to a party ("the army") yields to another country's word
    before it ("the Ugandan army").
    """
    if core is not None and core in telling and core.entry.use in {NameUse.PARTY, NameUse.DEMONYM}:
        foreign = [m for m in telling if m.entry.use is NameUse.NATIONALITY and m.entry.party == NO_PARTY]
        if not core.entry.generic or not foreign:
            return core.entry
    firm = [m for m in telling if not m.entry.generic]
    chosen = firm or telling
    return chosen[0].entry if chosen else None


def _tells(match: NameMatch, tokens: list[Token], kind: ActorKind, names: Directory) -> bool:
    """Whether a name says whose the actor is, and not where it is or against whom it fights."""
    before = [t for t in tokens if t.end <= match.start]
    if (match.entry.use is NameUse.BODY and before) or _is_of_the_country_only(match, kind, names):
        return False
    vague = match.entry.generic and kind in VAGUE
    if vague and (kind is ActorKind.EXPERT or match.entry.phrase in words("ambiguous_modifiers")):
        return False
    verbs = [t for t in before[1:] if t.tag in {"VBG", "VBD", "VBZ", "VBP", "VB", "VBN"} and t.pos == "VERB"]
    if any(t.dep != "amod" and t.lower not in words("passed_on_by") for t in verbs):
        return False  # "analysts tracking Russian moves", "a spokesman using the rebels' name"
    while before and before[-1].lower in {"the", "a", "an", "-", "'s", "’s"} | words("party_adverbs"):
        if before[-1].text == "-" and len(before) > 1:
            return before[-2].lower not in words("party_skipped_after")
        before.pop()
    if not before:
        return True
    word = before[-1].lower
    if word in LOCATIVE and match.entry.use in {NameUse.PARTY, NameUse.CAPITAL} and _is_seat(match, kind):
        return True
    return word not in words("party_skipped_after")


def _is_seat(match: NameMatch, kind: ActorKind) -> bool:
    """Whether "officials in Kyiv" means the government that sits there."""
    seat = match.entry.kind is ActorKind.GOVERNMENT or match.entry.use is NameUse.CAPITAL
    return seat and kind in {ActorKind.OFFICIAL, ActorKind.GOVERNMENT}


def _joined(tokens: list[Token], telling: list[NameMatch]) -> bool:
    """Whether two party names are joined by "and": "Moscow and Kyiv"."""
    for first, second in pairwise(telling):
        between = [t.lower for t in tokens if first.end <= t.start and t.end <= second.start]
        if first.entry.party != second.entry.party and between and between[0] in {"and", "or"} | {","}:
            return True
        if first.entry.party != second.entry.party and "and" in between and len(between) <= 3:
            return True
    return False
