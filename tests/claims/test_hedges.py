"""Hedges: invented sentences and the words that make them less sure."""

from __future__ import annotations

import pytest

from contested.claims.hedges import adjectives, adverbs, find_hedges, modals
from tests.claims.sentences import read, word

HEDGES = [
    ("Up to 200 troops have reportedly entered the town.", ["Up to", "reportedly"]),
    ("The alleged attack may have killed at least nine.", ["alleged", "may", "at least"]),
    ("Roughly 40 men were allegedly shot.", ["Roughly", "allegedly"]),
    ("About 40 men left, and some 300 stayed.", ["About", "some"]),
    ("They talked about some small gains.", []),
    ("The general is believed to have fled.", ["is believed to"]),
    ("The army is upset.", []),
    ("It is possible that the bridge was mined.", ["It is possible that"]),
]


@pytest.mark.parametrize(("sentence", "expected"), HEDGES)
def test_hedges_are_found_left_to_right(sentence: str, expected: list[str]) -> None:
    """The longest hedge wins, and a word that is no hedge here is left alone."""
    assert [sentence[found.start : found.end] for found in find_hedges(sentence, 0, len(sentence))] == expected


def test_modals_are_firmer_under_negation() -> None:
    """ "Could not take" did not take; "could take" is merely possible."""
    take = word(read("They could take the hill."), "take")
    assert modals(take)[0].score < 1.5 < modals(take, negated=True)[0].score


def test_would_after_a_past_verb_of_saying_is_will() -> None:
    """ "They said they would leave" reports "we will leave"."""
    said = word(read("They said they would leave."), "leave")
    alone = word(read("They would leave."), "leave")
    assert modals(said)[0].score > modals(alone)[0].score


def test_adverbs_and_adjectives_hedge_their_heads() -> None:
    """A hedge belongs to the word it stands by."""
    reading = read("The alleged spy reportedly fled.")
    assert [hedge.word for hedge in adverbs(word(reading, "fled"))] == ["reportedly"]
    assert [hedge.word for hedge in adjectives(word(reading, "spy"))] == ["alleged"]
