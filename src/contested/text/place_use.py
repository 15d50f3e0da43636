"""What a place name does in its sentence: a location, an actor, a people, a modifier, an epithet.

The tests are the linguist's: what is the name subject, object or possessor of, and is the noun
that it modifies ground and happenings, or people and institutions.
"""

from __future__ import annotations

import re

from contested import lexicons
from contested.gazetteer import AliasKind, Entry
from contested.model import PlaceUse
from contested.parse import Token
from contested.reading import Reading
from contested.text.place_scene import DATELINE, Mention, opens_paragraph

_USE = lexicons.load("place_use")


def _words(name: str) -> frozenset[str]:
    return frozenset(str(_USE[name]).split())


PLACE_VERBS = _words("place_verbs")
SPEECH_VERBS = _words("speech_verbs")
ACTOR_PREPOSITIONS = _words("actor_prepositions")
ACTOR_OBJECTS = _words("actor_objects")
PLACE_NOUNS = _words("place_nouns")
BODY_NOUNS = _words("body_nouns")
PEOPLE_NOUNS = _words("people_nouns") | BODY_NOUNS
GIVING_NOUNS = _words("giving_nouns")
GROUND_NOUNS = _words("ground_nouns")
EPITHET_NOUNS = _words("epithet_nouns")


def use_of(mention: Mention, reading: Reading) -> PlaceUse:
    """Return what the name does there.

    "Moscow said" → actor; "Russian troops" → demonym; "Donetsk residents" → modifier;
    "the gateway to Donetsk" → epithet; "the Donetsk front" → location.
    """
    token = mention.token
    lead = mention.entries[0] if mention.entries else None
    if lead is not None and lead.alias in (AliasKind.ADJECTIVE, AliasKind.PEOPLE):
        return PlaceUse.LOCATION if token is not None and _modifies(token, GROUND_NOUNS) else PlaceUse.DEMONYM
    if token is None:
        return PlaceUse.LOCATION
    if _is_epithet(token, reading):
        return PlaceUse.EPITHET
    if reading.text[max(0, mention.start - 16) : mention.start].endswith(
        ("border with ", "borders with ", "frontier with ")
    ):
        return PlaceUse.LOCATION
    if (
        is_dateline(mention, reading)
        or (lead is None and mention.kind)
        or (lead is not None and lead.kind not in GOVERNED)
    ):
        return PlaceUse.LOCATION
    return _use_of_name(token, lead)


GOVERNED = frozenset(("country", "capital", "city", "admin1", "admin2", "region", "continent", "building"))
"""Kinds whose names also stand for people and institutions; a river only is where it is."""
_DATELINE_TOWN = re.compile(r"(?:^|\n)[A-Z][A-Z’'. -]{2,}, \Z")


def is_dateline(mention: Mention, reading: Reading) -> bool:
    """Return whether the name heads a paragraph as its dateline: "GOMA, DR Congo (AP) —"."""
    if DATELINE.match(reading.text, mention.end) is None:
        return False
    opening = reading.text[max(0, mention.start - 40) : mention.start]
    return opens_paragraph(mention.start, reading) or _DATELINE_TOWN.search(opening) is not None


def _use_of_name(token: Token, lead: Entry | None) -> PlaceUse:
    top = _top_of_list(token)
    if top.dep in ("compound", "amod", "nmod", "poss") and top.head is not top:
        return _of_modifier(top)
    speaks = could_act(lead)
    if top.dep in ("nsubj", "agent", "csubj"):
        return _of_subject(top, speaks)
    if top.dep in ("dobj", "dative") and speaks and top.head.lemma in ACTOR_OBJECTS:
        return PlaceUse.ACTOR
    if top.dep == "nsubj" or (top.dep == "appos" and top.head.dep == "nsubj" and speaks):
        return PlaceUse.ACTOR
    if top.dep == "pobj":
        return _of_object(top, speaks)
    return PlaceUse.LOCATION


def could_act(lead: Entry | None) -> bool:
    """Return whether a place's name is commonly used for a government."""
    return lead is not None and lead.kind in ("country", "capital")


def _top_of_list(token: Token) -> Token:
    """Return the first member of the list that a token stands in: what holds for it holds for all."""
    for _ in range(8):
        if token.dep != "conj" or token.head is token or token.head.pos not in ("PROPN", "NOUN", "ADJ"):
            break
        token = token.head
    return token


def _of_modifier(token: Token) -> PlaceUse:
    head = _head_of_compound(token)
    if head.lemma in PLACE_NOUNS or head.lower in PLACE_NOUNS or _modifies(token, PLACE_NOUNS):
        return PlaceUse.LOCATION
    is_common = head.pos == "NOUN" and head.text[:1].islower()
    of_people = head.lemma in PEOPLE_NOUNS or head.lower in PEOPLE_NOUNS
    return PlaceUse.LOCATION if is_common and not of_people else PlaceUse.MODIFIER


def _head_of_compound(token: Token) -> Token:
    """Return the noun that a compound ends in: "station" for "Delft" in "Delft police station"."""
    head = token.head
    for _ in range(4):
        if head.dep != "compound" or head.head is head:
            break
        head = head.head
    return head


def _modifies(token: Token, nouns: frozenset[str]) -> bool:
    """Return whether the noun above a modifier is one of these."""
    head = token.head
    if token.dep not in ("compound", "amod", "nmod", "poss") or head is token:
        return False
    return head.lemma in nouns or head.lower in nouns


def _of_subject(token: Token, speaks: bool) -> PlaceUse:
    verb = token.head.lemma
    if verb in SPEECH_VERBS or _is_collective(token):
        return PlaceUse.ACTOR
    return PlaceUse.ACTOR if speaks and verb not in PLACE_VERBS else PlaceUse.LOCATION


def _is_collective(token: Token) -> bool:
    """Return whether one name takes a plural verb, as teams and governments do: "Leeds have signed"."""
    if token.tag != "NNP" or token.lower.endswith("s") or any(child.dep in ("conj", "cc") for child in token.children):
        return False
    verb = token.head
    finite = [child for child in verb.children if child.dep in ("aux", "auxpass")] or [verb]
    return any(word.lower in ("have", "are", "were", "do") for word in finite)


def _of_object(token: Token, speaks: bool) -> PlaceUse:
    preposition = token.head
    if preposition.dep == "agent" and speaks:
        return PlaceUse.ACTOR
    if preposition.lower == "from" and speaks and preposition.head.lemma in GIVING_NOUNS:
        return PlaceUse.ACTOR
    if preposition.head.lemma in PLACE_NOUNS:
        return PlaceUse.LOCATION  # "the border with Mexico"
    if speaks and preposition.lower in ACTOR_PREPOSITIONS:
        return PlaceUse.ACTOR
    if preposition.lower == "of" and preposition.head.lemma in BODY_NOUNS:
        return PlaceUse.MODIFIER
    return PlaceUse.LOCATION


def _is_epithet(token: Token, reading: Reading) -> bool:
    """Return whether the name stands in a by-name for another place: "the gateway to Donetsk"."""
    if token.dep != "pobj" or token.head.lower not in ("to", "of", "for"):
        return False
    noun = token.head.head
    if noun.lemma not in EPITHET_NOUNS:
        return False
    opening = reading.text[max(0, noun.start - 40) : noun.start]
    return any(mark in opening for mark in "'‘“\"") or noun.lemma in ("gateway", "jewel", "pearl", "hinge")
