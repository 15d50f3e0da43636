"""Words and numbers as times and quantities read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.text.numbers import NUMBER, ORDINAL, scan

NUMBERS = [
    ("twelve", 12),
    ("twenty-four", 24),
    ("twenty four", 24),
    ("a hundred", 100),
    ("two hundred", 200),
    ("one hundred and five", 105),
    ("one hundred five", 105),
    ("three thousand", 3000),
    ("three thousand five hundred", 3500),
    ("five hundred thousand", 500_000),
    ("a hundred and thirty million", 130_000_000),
    ("1.5 million", 1_500_000),
    ("12,000", 12_000),
    ("1,234,567", 1_234_567),
    ("12 thousand", 12_000),
    ("two dozen", 24),
    ("nineteen ninety-four", 1994),
    ("two thousand", 2000),
    ("3.2bn", 3_200_000_000),
]


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_number(words: str, value: float) -> None:
    """Number words and numerals are read together as one number."""
    assert [word.value for word in scan(words) if word.kind == NUMBER] == [value]


ORDINALS = [("third", 3), ("3rd", 3), ("twenty-first", 21), ("21st", 21), ("hundredth", 100)]


@pytest.mark.parametrize(("words", "value"), ORDINALS)
def test_ordinal(words: str, value: float) -> None:
    """Ordinals in words and digits."""
    assert [word.value for word in scan(words) if word.kind == ORDINAL] == [value]


APART = [("ten to twelve", [10, 12]), ("two, three", [2, 3]), ("one two", [1, 2]), ("three-day and two", [3, 2])]


@pytest.mark.parametrize(("words", "values"), APART)
def test_apart(words: str, values: list[float]) -> None:
    """Numbers side by side are not added up."""
    assert [word.value for word in scan(words) if word.kind == NUMBER] == values


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_words_lie_in_the_text(text: str) -> None:
    """Whatever the text, words come in order, do not overlap, and hold no white space but joints."""
    end = 0
    for word in scan(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end


@given(st.integers(min_value=0, max_value=999_999_999))
def test_grouped_numerals(number: int) -> None:
    """A numeral with thousands separators is the number it shows."""
    assert [word.value for word in scan(f"{number:,}")] == [number]
