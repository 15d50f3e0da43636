"""Hedges: the words by which a speaker, or the reporter, says how sure an event is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from contested.claims.standing import signature
from contested.claims.tense import auxiliaries
from contested.lexicons import load
from contested.model import Modality, Span
from contested.parse import Token


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge at a word: the score that a certain event falls to, and the world it is put in."""

    word: str
    score: float
    modality: Modality

    @property
    def reason(self) -> str:
        """Return the hedge as a step of an explanation: "might: possible"."""
        return f"{self.word}: {self.modality.value}"


def modals(verb: Token, negated: bool = False) -> list[Hedge]:
    """Return the modal auxiliaries of a verb as hedges; under "not" some are firmer.

    >>> modals(parsed("They might withdraw.")["withdraw"])
    [Hedge(word='might', score=1.1, modality=<Modality.POSSIBLE: 'possible'>)]
    """
    table = load("hedges")["modals"]
    found = []
    for word in auxiliaries(verb):
        row = table.get("will" if is_backshifted(verb, word) else word.lower)
        if row is not None and word.tag == "MD":
            score = row.get("negated", row["score"]) if negated else row["score"]
            found.append(Hedge(word.lower, score, Modality(row["modality"])))
    return found


def is_backshifted(verb: Token, modal: Token) -> bool:
    """Whether "would" is a "will" that somebody said in the past: "they said they would leave"."""
    above = verb.head
    if modal.lower not in ("would", "'d") or verb.dep != "ccomp" or signature("that", above.lemma) is None:
        return False
    return above.tag == "VBD" or any(child.lemma == "have" for child in above.children)


def adverbs(verb: Token) -> list[Hedge]:
    """Return the hedging adverbs by a verb or noun: "reportedly", "almost"."""
    table = adverb_table()
    return [table[child.lower] for child in verb.children if child.dep in ("advmod", "amod") and child.lower in table]


@cache
def adverb_table() -> dict[str, Hedge]:
    """Return the hedging adverbs by word."""
    found = {}
    for row in load("hedges")["adverbs"].values():
        for word in row["words"]:
            found[word] = Hedge(word, row["score"], Modality(row.get("modality", "actual")))
    return found


def adjectives(noun: Token) -> list[Hedge]:
    """Return the hedging adjectives of a noun: "alleged massacre", "planned offensive"."""
    table = load("hedges")["adjectives"]
    found = []
    for child in noun.children:
        row = table.get(child.lower) if child.dep in ("amod", "nmod", "compound") else None
        if row is not None:
            found.append(Hedge(child.lower, row["score"], Modality(row.get("modality", "actual"))))
    return found


@cache
def _phrases() -> re.Pattern[str]:
    data = load("hedges")
    anywhere = _either(phrase for phrases in data["phrases"].values() for phrase in phrases)
    approximate = _either(data["before_numbers"])
    number = rf"(?=\s+(?:[\d$€£]|(?:{_either(data['number_words'])})\b))"
    return re.compile(rf"(?<![\w-])(?:(?:{anywhere})(?![\w-])|(?:{approximate}){number})", re.IGNORECASE)


def _either(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase) for phrase in ordered)


def find_hedges(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the hedges between two code points, left to right, the longest where they overlap.

    >>> text = "Up to 200 troops have reportedly entered."
    >>> [text[hedge.start:hedge.end] for hedge in find_hedges(text, 0, len(text))]
    ['Up to', 'reportedly']
    """
    return tuple(Span(start=found.start(), end=found.end()) for found in _phrases().finditer(text, start, end))
