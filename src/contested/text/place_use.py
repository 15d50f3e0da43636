"""What a place name does in its sentence: a location, an actor, a people, a modifier, an epithet."""

from __future__ import annotations

from contested.gazetteer import AliasKind
from contested.model import PlaceUse
from contested.reading import Reading
from contested.text.place_mentions import Mention


def use_of(mention: Mention, reading: Reading) -> PlaceUse:
    """Return what the name does there.

    "Moscow said" → actor; "Russian" → demonym; "Donetsk residents" → modifier.
    """
    if mention.entries and mention.entries[0].alias in (AliasKind.ADJECTIVE, AliasKind.PEOPLE):
        return PlaceUse.DEMONYM
    token = mention.token
    if token is None:
        return PlaceUse.LOCATION
    if token.dep in ("nsubj",) and token.head.lemma in ("say", "claim", "deny", "accuse", "announce", "report"):
        return PlaceUse.ACTOR
    if token.dep in ("compound", "amod", "nmod") and token.head.pos == "NOUN":
        return PlaceUse.MODIFIER
    return PlaceUse.LOCATION
