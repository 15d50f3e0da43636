"""Negation: invented sentences, a word, and what negates it."""

from __future__ import annotations

import pytest

from contested.claims.negation import is_negative_phrase, negations
from tests.claims.sentences import read, word

NEGATIONS = [
    ("The army did not capture the village.", "capture", ["not"]),
    ("The army didn't capture the village.", "capture", ["n't"]),
    ("The army never captured the village.", "captured", ["never"]),
    ("Nobody entered the village.", "entered", ["Nobody"]),
    ("No troops entered the village.", "entered", ["troops"]),
    ("The army captured no villages.", "captured", ["villages"]),
    ("The army captured the village.", "captured", []),
    ("There is no retreat.", "is", ["retreat"]),
    ("The army has no plans.", "has", []),
    ("The army did not enter or shell the town.", "shell", ["not"]),
    ("The army not only shelled the town, it burnt it.", "shelled", []),
    ("The militia no longer controls the port.", "controls", ["longer"]),
]


@pytest.mark.parametrize(("sentence", "form", "expected"), NEGATIONS)
def test_negations_are_found_at_the_event(sentence: str, form: str, expected: list[str]) -> None:
    """Negation words by the verb, its subject and its object are found, idioms are not."""
    assert [found.text for found in negations(word(read(sentence), form))] == expected


def test_a_noun_phrase_can_say_that_there_is_none() -> None:
    """ "No troops" and "none of the men" are negative phrases, "the troops" is not."""
    assert is_negative_phrase(word(read("No troops came."), "troops"))
    assert not is_negative_phrase(word(read("The troops came."), "troops"))
