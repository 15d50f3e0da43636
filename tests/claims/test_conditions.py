"""Conditions: invented sentences and their "if A"."""

from __future__ import annotations

import pytest

from contested.claims.conditions import find_condition, is_consequent
from tests.claims.sentences import read, word

CONDITIONS = [
    ("If the road is cut, the town will starve.", "If the road is cut"),
    ("The town will starve if the road is cut.", "if the road is cut"),
    ("Unless ammunition arrives, the garrison will surrender.", "Unless ammunition arrives"),
    ("Should the rebels take the road, the town would be cut off.", "Should the rebels take the road"),
    ("The garrison can hold as long as supplies arrive.", "as long as supplies arrive"),
    ("They will leave provided that the road is safe.", "provided that the road is safe"),
    ("The hospital would close in the event of a power cut.", "in the event of a power cut"),
    ("The town fell when the road was cut.", None),
    ("They asked if the road was cut.", None),
    ("They fled as if the town had fallen.", None),
    ("They stayed even if the road was cut.", None),
    ("The town fell.", None),
]


@pytest.mark.parametrize(("sentence", "expected"), CONDITIONS)
def test_the_condition_is_found(sentence: str, expected: str | None) -> None:
    """Clauses and nouns that set a condition are found with the word that opens them."""
    span = find_condition(read(sentence).parse.tokens)
    assert (span and sentence[span.start : span.end]) == expected


def test_what_follows_a_condition_is_a_consequence() -> None:
    """ "Will starve" depends on the condition; a plain past does not."""
    assert is_consequent(word(read("If the road is cut, the town will starve."), "starve"))
    assert not is_consequent(word(read("The town starved."), "starved"))
