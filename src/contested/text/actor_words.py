"""Word classes for actors: titles, ranks, collective nouns, read once from the lexicons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from contested import lexicons
from contested.model import ActorKind
from contested.text.actor_names import fold, kind_nouns

CONCEPTS: tuple[str, ...] = (
    "communications",
    "rebels",
    "commanders",
    "ranks",
    "experts",
    "media",
    "officials",
    "civilians",
)
"""Groups of `lexicons/titles.yml`, the most telling first: "army spokesman" is a spokesman."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title word or phrase: its concept ("communications") and what sort of voice it makes."""

    phrase: str
    concept: str
    kind: ActorKind


@cache
def titles() -> dict[str, Title]:
    """Return all titles of single persons by their words in lower case."""
    found: dict[str, Title] = {}
    data = lexicons.load("titles")
    for concept in CONCEPTS:
        for phrase in data[concept]["words"]:
            found.setdefault(phrase, Title(phrase, concept, ActorKind(data[concept]["kind"])))
    return found


@cache
def words(name: str) -> frozenset[str]:
    """Return one plain list of `lexicons/actor_nouns.yml` or `lexicons/titles.yml` as a set."""
    nouns: dict[str, Any] = lexicons.load("actor_nouns")
    return frozenset(nouns[name] if name in nouns else lexicons.load("titles")[name])


@cache
def pronouns() -> dict[str, dict[str, Any]]:
    """Return the third-person pronouns with number, gender and whether they stand for persons."""
    found: dict[str, dict[str, Any]] = lexicons.load("actor_nouns")["pronouns"]
    return found


def is_first_person(text: str) -> bool:
    """Whether a word is "I", "we", "our" and the like, and not the United States.

    >>> is_first_person("We"), is_first_person("US")
    (True, False)
    """
    return text.lower() in words("first_person") and (text == "I" or not text.isupper())


def longest_title(lowers: list[str], end: int) -> Title | None:
    """Return the longest title that ends right before position `end` of the words, or None.

    >>> longest_title(["the", "chief", "of", "staff"], 4).concept
    'commanders'
    """
    for length in range(min(6, end), 0, -1):
        title = titles().get(" ".join(lowers[end - length : end]).replace(" - ", "-"))
        if title is not None:
            return title
    return None


def longest_kind(lowers: list[str], end: int) -> tuple[str, ActorKind] | None:
    """Return the longest collective noun that ends right before position `end`, with its kind."""
    for length in range(min(4, end), 0, -1):
        phrase = " ".join(lowers[end - length : end]).replace(" - ", "-")
        kind = kind_nouns().get(phrase)
        if kind is not None:
            return phrase, kind
    return None


@lru_cache(maxsize=20_000)
def is_person_name(name: str) -> bool:
    """Whether words look like a person's full name: two or more, capitalised, no word of a body.

    >>> is_person_name("Abdel Fattah al-Burhan"), is_person_name("Southern Command")
    (True, False)
    """
    parts = name.split()
    if not 2 <= len(parts) <= 6 or any(character.isdigit() for character in name):
        return False
    body = words("person_org_words")
    if any(fold(part) in body or fold(part) in kind_nouns() for part in parts):
        return False
    return parts[0][0].isupper() and any(character.isupper() for character in parts[-1])
