"""What sort of voice a phrase names: a state, an army's spokesman, a monitor, a resident."""

from __future__ import annotations

from contested.model import ActorKind
from contested.reading import Reading
from contested.text.actor_names import NameMatch, NameUse, fold
from contested.text.actor_phrase import Phrase, core_match
from contested.text.actor_words import Title, words

ANONYMITY_REACH = 80
"""Code points after a phrase in which "on condition of anonymity" still speaks of it."""


def kind_of(phrase: Phrase, reading: Reading) -> ActorKind:
    """Return what sort of voice the phrase names."""
    if phrase.person_match is not None:
        return phrase.person_match.entry.kind
    if _is_anonymous(phrase, reading):
        return ActorKind.ANONYMOUS
    core = core_match(phrase)
    lowers = [t.lower for t in phrase.tokens]
    if phrase.title is not None:
        named = {NameUse.ACTOR, NameUse.PARTY}
        owners = {m.entry.kind for m in phrase.matches if m.entry.use in named and not m.entry.generic}
        return _title_kind(phrase.title, lowers, owners)
    if core is not None and core.entry.use is not NameUse.NATIONALITY:
        return _match_kind(core, phrase)
    if phrase.noun is not None and phrase.noun[1] is ActorKind.GOVERNMENT:
        bodies = [m.entry.kind for m in phrase.matches if m.entry.use is NameUse.BODY]
        return bodies[0] if bodies else ActorKind.GOVERNMENT  # "the UN's humanitarian office"
    if phrase.noun is not None:
        return _noun_kind(phrase.noun, lowers)
    if core is not None:
        if core.entry.party in phrase.names.parties:
            return ActorKind.MILITARY
        is_people = phrase.tokens[-1].tag in {"NNS", "NNPS"} or core.entry.phrase.endswith("ns")
        return ActorKind.CIVILIAN if is_people else core.entry.kind
    if phrase.person is not None:
        return ActorKind.PERSON
    whole = [m for m in phrase.matches if m.entry.use in OWNERS and phrase.parts[0][0].start <= m.start]
    return whole[0].entry.kind if whole and _is_part_of(phrase, whole[0]) else ActorKind.UNKNOWN


OWNERS = frozenset({NameUse.ACTOR, NameUse.PARTY, NameUse.BODY, NameUse.OUTLET})


def _is_part_of(phrase: Phrase, owner: NameMatch) -> bool:
    """Whether the phrase is a part of a known body: "the armed wing of Islamic Jihad"."""
    lowers = [t.lower for t in phrase.parts[0] if t.end <= owner.start]
    return len(lowers) >= 2 and lowers[-1] == "of" and lowers[-2] in words("transparent")


def _match_kind(match: NameMatch, phrase: Phrase) -> ActorKind:
    """Return a name's kind; a people named as such ("the Russians") acts as its forces."""
    if match.entry.use is NameUse.DEMONYM:
        return ActorKind.MILITARY
    if phrase.noun is not None and match.entry.generic:
        return match.entry.kind
    return match.entry.kind


def has_any(lowers: list[str], group: str) -> bool:
    """Whether one of a list's words or phrases stands among some words."""
    joined = f" {' '.join(lowers)} "
    return any(f" {phrase} " in joined for phrase in words(group))


def _title_kind(title: Title, lowers: list[str], owners: set[ActorKind]) -> ActorKind:
    """Return a title's kind, moved by the words around it: an army spokesman is a military voice."""
    if title.kind in {ActorKind.OFFICIAL, ActorKind.MILITARY}:
        if has_any(lowers, "rebel_words") or ActorKind.ARMED_GROUP in owners:
            return ActorKind.ARMED_GROUP
        if has_any(lowers, "military_words") and not has_any(lowers, "civil_words"):
            return ActorKind.MILITARY
        if owners & {ActorKind.MILITARY, ActorKind.UNIT} and title.concept == "communications":
            return ActorKind.MILITARY
    return title.kind


def _noun_kind(noun: tuple[str, ActorKind], lowers: list[str]) -> ActorKind:
    """Return a collective noun's kind, moved by the words around it."""
    phrase, kind = noun
    if phrase in {"group", "groups", "project", "institute", "agency"} and has_any(lowers, "monitor_words"):
        return ActorKind.MONITOR
    soldiers = {ActorKind.UNKNOWN, ActorKind.ORGANISATION, ActorKind.MILITARY, ActorKind.UNIT}
    if kind in soldiers and has_any(lowers, "rebel_words") and not has_any(lowers, "state_forces_words"):
        return ActorKind.ARMED_GROUP
    if kind is ActorKind.UNKNOWN and has_any(lowers, "aid_words"):
        return ActorKind.ORGANISATION
    if kind is ActorKind.CIVILIAN and "armed" in lowers:
        return ActorKind.ARMED_GROUP
    if kind is ActorKind.OFFICIAL and has_any(lowers, "rebel_words"):
        return ActorKind.ARMED_GROUP
    if kind is ActorKind.OFFICIAL and has_any(lowers, "military_words") and not has_any(lowers, "civil_words"):
        return ActorKind.MILITARY
    if phrase in {"agency", "channel", "channels"} and has_any(lowers, "media_words"):
        return ActorKind.MEDIA
    return kind


def _is_anonymous(phrase: Phrase, reading: Reading) -> bool:
    """Whether the report withholds the name: "sources", "an official who asked not to be named"."""
    if phrase.person is not None or not phrase.tokens:
        return False
    if phrase.noun is not None and phrase.noun[1] is ActorKind.ANONYMOUS:
        return True
    if phrase.title is not None and phrase.title.kind is ActorKind.CIVILIAN:
        return False  # a resident without a name is a resident
    if phrase.title is None and (phrase.noun is None or not _is_of_persons(phrase.noun)):
        return False
    end = phrase.tokens[-1].end
    sentence = reading.parse.sentences[phrase.tokens[0].sentence]
    after = fold(reading.text[end : min(sentence.end, end + ANONYMITY_REACH)])
    low = fold(reading.text[phrase.start : end]) + after.split(" but ")[0].split(" and ")[0]
    return any(phrase_ in low for phrase_ in words("anonymous_phrases"))


def _is_of_persons(noun: tuple[str, ActorKind]) -> bool:
    """Whether a noun means single people, who can be unnamed, and not a body: "two officers"."""
    return noun[0] not in words("collective_singular") and noun[1] in {
        ActorKind.OFFICIAL, ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.EXPERT, ActorKind.UNKNOWN,
    }  # fmt: skip
