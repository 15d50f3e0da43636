"""Lexicons load, each with its head, and no word is lost to YAML."""

from __future__ import annotations

import pytest

from contested import lexicons
from contested.errors import LexiconError, UnknownName


@pytest.mark.parametrize("name", lexicons.names())
def test_every_lexicon_loads(name: str) -> None:
    """Head complete, and no bare "on" or "no" has become a truth value."""
    assert all(lexicons.load(name)[key] for key in lexicons.HEAD)


def test_unknown_lexicon_answers_with_the_nearest() -> None:
    """A misspelt name says which are near."""
    with pytest.raises(UnknownName, match="hedges"):
        lexicons.load("hedge")


def test_a_word_that_yaml_switches_is_named() -> None:
    """The message says where, and to quote it."""
    assert list(lexicons._switched({"words": ["up", True], "nested": {"deep": [False]}})) == [
        "/words/1",
        "/nested/deep/0",
    ]
    assert not list(lexicons._switched({"approximate": True}))
    assert LexiconError.exit_code == 5
