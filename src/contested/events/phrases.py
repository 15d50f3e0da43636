"""Words as the rules see them: lemma classes, modifier-head pairs, phrases with gaps."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from contested.events.ontology import Frame, classes, frames
from contested.model import ActorKind, Place, PlaceUse, Precision
from contested.parse import Token
from contested.reading import Reading

PEOPLE_PRONOUNS = frozenset({"they", "them", "he", "him", "she", "we", "us"})
ARMED = frozenset({ActorKind.MILITARY, ActorKind.UNIT, ActorKind.ARMED_GROUP})
LONGEST_GAP = 3
"""Words that may stand between two words of a phrase: "raised *the Russian* flag"."""


@cache
def by_lemma() -> dict[tuple[str, str], tuple[tuple[int, Frame, tuple[str, ...]], ...]]:
    """Return the frames by (part of speech, first lemma), each with its order and, for phrases, its words."""
    found: dict[tuple[str, str], list[tuple[int, Frame, tuple[str, ...]]]] = defaultdict(list)
    for order, frame in enumerate(frames()):
        for kind, words in (("VERB", frame.verbs), ("NOUN", frame.nouns), ("ADJ", frame.adjectives)):
            for word in words:
                found[kind, word].append((order, frame, ()))
                if "-" in word:  # the tokeniser parts "counter-attack" in three
                    parts = tuple(word.replace("-", " - ").split())
                    found["PHRASE", parts[0]].append((order, frame, parts))
        for phrase in frame.phrases:
            parts = tuple(phrase.replace("-", " - ").split())
            found["PHRASE", parts[0]].append((order, frame, parts))
    return {key: tuple(value) for key, value in found.items()}


def find_phrase(sentence: tuple[Token, ...], at: int, parts: tuple[str, ...]) -> list[Token] | None:
    """Return the tokens of a phrase that begins at `sentence[at]`, or None.

    Each further word follows within `LONGEST_GAP` words, by lemma or as written; no gap may
    hold a full stop, a semicolon or quotation marks.
    """
    if not _is(sentence[at], parts[0]):
        return None
    found, position = [sentence[at]], at
    for part in parts[1:]:
        for step in range(1, LONGEST_GAP + 2):
            if position + step >= len(sentence):
                return None
            token = sentence[position + step]
            if token.lower in {";", ".", "“", "”", '"', ":"}:
                return None
            if _is(token, part):
                found.append(token)
                position += step
                break
        else:
            return None
    return found


def _is(token: Token, word: str) -> bool:
    return token.lemma == word or token.lower == word


@cache
def _split_classes() -> dict[str, tuple[frozenset[str], frozenset[tuple[str, str]]]]:
    found = {}
    for name, words in classes().items():
        singles = frozenset(word for word in words if " " not in word)
        pairs = frozenset((first, last) for first, _, last in (word.rpartition(" ") for word in words if " " in word))
        found[name] = (singles, pairs)
    return found


class Classifier:
    """Tells what a word of one report is: a place, a force, an arm, a civilian."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.party_words = {
            word.lower()
            for pack in reading.packs
            for party in pack.parties
            for word in (party.name, *party.adjectives, *party.demonyms, *party.aliases)
        }
        parties = {party.name for pack in reading.packs for party in pack.parties}
        self.said_by_sides = [
            (span.start, span.end)
            for claim in reading.claims
            if claim.source.party in parties and not claim.source.own_voice
            for span in claim.content
        ]
        self.armed_starts = frozenset(
            actor.start for actor in reading.actors if actor.kind in ARMED and actor.party in parties
        )
        located = {PlaceUse.LOCATION, PlaceUse.UNKNOWN, PlaceUse.EPITHET}
        self.place_tokens: dict[int, int] = {}
        self.name_tokens: set[int] = set()
        self.actor_starts: set[int] = set()
        for number, place in enumerate(reading.places):
            for token in reading.parse.tokens_in(place.start, place.end):
                if place.use in located and not self._acts(token, place):
                    self.place_tokens[token.i] = number
                else:
                    self.name_tokens.add(token.i)
                    self.actor_starts.add(place.start)

    def _acts(self, token: Token, place: Place) -> bool:
        """Whether a country, or a capital that stands for one, is the doer here: "Ukraine has deployed"."""
        if place.precision is not Precision.COUNTRY and token.lower not in self.party_words:
            return False
        if token.dep == "poss":
            return token.lower in self.party_words
        return token.dep == "nsubj" and token.head.pos == "VERB"

    def is_place(self, token: Token) -> bool:
        """Whether a word names a place here: a located name, or a proper noun that no party bears."""
        if token.i in self.place_tokens:
            return True
        if token.dep == "nsubj" and token.lower in self.party_words:
            return False
        return token.pos == "PROPN" and token.i not in self.name_tokens and token.lower not in self.party_words

    def is_force(self, token: Token) -> bool:
        """Whether a word names a side or its forces."""
        return token.lower in self.party_words or token.tag in {"NNPS"} or self._listed(token, "force")

    def is_a(self, token: Token, name: str) -> bool:
        """Whether a word belongs to a class of event_nouns.yml, or is that very word."""
        if name == "any":
            return True
        if token.lower == "it" and name in {"force", "soldier"}:
            return any(start <= token.start < end for start, end in self.said_by_sides)  # "the RSF said it holds"
        if token.lower in PEOPLE_PRONOUNS:
            return name in {"force", "soldier", "civilian", "captive"}
        if name == "place":
            return self.is_place(token) or self._listed(token, name)
        if name == "townlike":
            return token.i in self.place_tokens or self._listed(token, name)
        if name == "force":
            return self.is_force(token) or (token.pos == "PROPN" and token.i not in self.place_tokens)
        if name not in classes():
            return token.lemma == name or token.lower == name
        return self._listed(token, name)

    def any_is(self, tokens: list[Token], names: tuple[str, ...]) -> bool:
        """Whether any of the words belongs to any of the classes."""
        return any(self.is_a(token, name) for token in tokens for name in names)

    def _listed(self, token: Token, name: str) -> bool:
        singles, pairs = _split_classes()[name]
        if token.lemma in singles or token.lower in singles:
            return True
        if token.pos == "PROPN" and token.lower.endswith("s") and token.lower[:-1] in singles:
            return True  # "Drones" at the head of a sentence, tagged as a name
        if not pairs:
            return False
        return any(
            (child.lower, token.lemma) in pairs or (child.lemma, token.lemma) in pairs
            for child in token.children
            if child.dep in {"amod", "compound", "nmod"}
        )
