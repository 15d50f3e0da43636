"""Tense: invented sentences, a word, and the time it speaks of."""

from __future__ import annotations

import pytest

from contested.claims.tense import tense_of
from contested.model import Tense
from tests.claims.sentences import read, word

TENSES = [
    ("The army captured the village.", "captured", Tense.PAST),
    ("The army has captured the village.", "captured", Tense.PAST),
    ("The army had been holding the village.", "holding", Tense.PAST),
    ("The army holds the village.", "holds", Tense.PRESENT),
    ("The army is shelling the village.", "shelling", Tense.PRESENT),
    ("The army will shell the village.", "shell", Tense.FUTURE),
    ("The army could shell the village.", "shell", Tense.FUTURE),
    ("The army may have left the village.", "left", Tense.PAST),
    ("The army may be hiding its losses.", "hiding", Tense.PRESENT),
    ("The army can shell the village.", "shell", Tense.PRESENT),
    ("The report could not be verified.", "verified", Tense.PAST),
    ("The army announced the withdrawal.", "withdrawal", Tense.PAST),
    ("The army did not enter or shell the town.", "shell", Tense.PAST),
]


@pytest.mark.parametrize(("sentence", "form", "expected"), TENSES)
def test_a_word_has_the_tense_of_its_clause(sentence: str, form: str, expected: Tense) -> None:
    """Auxiliaries and verb forms tell the tense, of nouns too."""
    assert tense_of(word(read(sentence), form)) is expected
