"""What sort of noun a word is: a saying, a piece of evidence, an act or state, a person."""

from __future__ import annotations

from functools import cache

from contested.lexicons import load
from contested.model import CueClass
from contested.parse import Token


@cache
def saying_nouns() -> dict[str, CueClass]:
    """Return the nouns of saying with the class of the act: claim → assert."""
    return {noun: CueClass(entry["class"]) for noun, entry in load("cues_nouns")["saying"].items()}


@cache
def _evidence() -> frozenset[str]:
    return frozenset(load("cues_nouns")["evidence"])


@cache
def _abstract() -> tuple[frozenset[str], tuple[str, ...]]:
    data = load("cues_nouns")
    return frozenset(data["abstract"]), tuple(data["abstract_endings"])


@cache
def links_of(noun: str) -> frozenset[str]:
    """Return how a noun's content follows: "that", "to do", or prepositions."""
    return frozenset(load("cues_nouns")["saying"][noun]["links"])


@cache
def figure_nouns() -> frozenset[str]:
    """Return the nouns of a figure that somebody states: toll, number."""
    return frozenset(load("cues_nouns")["figures"])


def is_saying(token: Token) -> bool:
    """Whether a noun names something said: claim, report, allegation."""
    return token.pos == "NOUN" and token.lemma in saying_nouns()


def is_evidence(token: Token) -> bool:
    """Whether a noun names something that shows: footage, map, poll."""
    return token.pos in ("NOUN", "PROPN") and token.lemma in _evidence()


def is_abstract(token: Token) -> bool:
    """Whether a noun names an act, a saying or a state rather than a thing: withdrawal, truce."""
    words, endings = _abstract()
    if token.pos != "NOUN":
        return False
    return token.lemma in words or is_saying(token) or (len(token.lemma) > 5 and token.lemma.endswith(endings))


def is_person_like(token: Token) -> bool:
    """Whether a noun may be a person or a group: a name or a pronoun for one."""
    return token.pos == "PROPN" or token.lower in ("him", "her", "them", "us", "me")
