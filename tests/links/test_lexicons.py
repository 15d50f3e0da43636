"""The lexicons of linking: every word is a word."""

from __future__ import annotations

from typing import Any

import pytest

from contested.lexicons import load, names


@pytest.mark.parametrize("name", [name for name in names() if name.startswith("link_")])
def test_every_word_is_text(name: str) -> None:
    """An unquoted no, on, off or false would be read as a truth value and be lost."""

    def odd(value: Any) -> list[Any]:
        if isinstance(value, dict):
            return [each for item in value.items() for part in item for each in odd(part)]
        if isinstance(value, list):
            return [each for part in value for each in odd(part)]
        return [] if isinstance(value, str) else [value]

    assert odd(load(name)) == []
