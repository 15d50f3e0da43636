"""Quotations: where they begin and end, also where a mark is missing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.model import Document
from contested.reading import Quote, Reading
from contested.text.quotes import find_quotes, quotes_in
from contested.text.sentences import parse_text

MARKS: list[tuple[str, list[str]]] = [
    ('He said: "No." and left.', ["No."]),
    ("“We stay,” she said. “We always did.”", ["We stay,", "We always did."]),
    ("«La ville tient», dit-il.", ["La ville tient"]),
    ("„Wir bleiben“, sagte er.", ["Wir bleiben"]),
    ("''We stay,'' she said.", ["We stay,"]),
    ("``We stay,'' she said.", ["We stay,"]),
    ("'We stay,' she said.", ["We stay,"]),
    ("‘We stay,’ she said.", ["We stay,"]),
    ("The army's flag and the troops' guns.", []),
    ("It wasn't Ukraine's 7th Corps.", []),
    ("The army’s flag and the troops’ guns.", []),
    ("Ukraine's 7th Corps called it 'difficult and dynamic,' again.", ["difficult and dynamic,"]),
    ("It was 'hard' in the '90s.", ["hard"]),
    ("“He told me ‘leave’ and I left,” she said.", ["He told me ‘leave’ and I left,", "leave"]),
    ("\"He told me 'leave now' and I left,\" she said.", ["He told me 'leave now' and I left,", "leave now"]),
    ("She said \"there is no 'layer cake' here.\"", ["there is no 'layer cake' here.", "layer cake"]),
    ('("Nothing," he wrote)', ["Nothing,"]),
    ("A 12-inch 5' pipe.", []),
    ("He said “we stay” and “we fight”.", ["we stay", "we fight"]),
    ("A “grey zone”—no one's land.", ["grey zone"]),
]
OPEN: list[tuple[str, list[tuple[str, bool]]]] = [
    ('"We hold the line.', [("We hold the line.", False)]),
    ("“We hold the line. “They left,” he said.", [("We hold the line.", False), ("They left,", True)]),
    ('A 6" pipe burst.', []),
    ("We hold the line,” he said.", []),
]
SCARE: list[tuple[str, str, bool]] = [
    ('The so-called "Road of Life" was closed.', "Road of Life", True),
    ('The "Timur" unit landed.', "Timur", True),
    ('Fighting in the "grey zone" goes on.', "grey zone", True),
    ('"We hold the line," he said.', "We hold the line,", False),
    (
        'He said it was "a crime against all of us and our children".',
        "a crime against all of us and our children",
        False,
    ),
    ('"Why?" she asked. "They are coming."', "They are coming.", False),
]


def read(text: str) -> tuple[Quote, ...]:
    """Return the quotations of a text."""
    document = Document(id="t", path="t", sha256="", outlet="t", text=text)
    return find_quotes(parse_text(Reading(document=document))).quotes


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    """Each kind of mark is read, and an apostrophe is none."""
    assert [text[quote.start : quote.end] for quote in quotes_in(text, 0, len(text))] == expected


@pytest.mark.parametrize(("text", "expected"), OPEN)
def test_missing_mark(text: str, expected: list[tuple[str, bool]]) -> None:
    """A missing mark leaves the quotation open and spoils nothing behind it."""
    found = [(text[quote.start : quote.end], quote.closed) for quote in quotes_in(text, 0, len(text))]
    assert found == expected


@pytest.mark.parametrize(("text", "quoted", "scare"), SCARE)
def test_scare_quotes(text: str, quoted: str, scare: bool) -> None:
    """Titles and distanced words are flagged; sentences are not."""
    found = {text[quote.start : quote.end]: quote.scare for quote in read(text)}
    assert found[quoted] is scare


def test_paragraphs_stand_alone() -> None:
    """An odd mark in one paragraph does not reach the next."""
    text = 'He said: "We hold.\n\nThe army left. "They ran," he said.'
    assert [text[q.start : q.end] for q in read(text)] == ["We hold.", "They ran,"]


def test_depth_counts_from_outside() -> None:
    """A quotation inside another is one deeper."""
    text = "“He told me ‘leave now’ and I left,” she said."
    assert [quote.depth for quote in quotes_in(text, 0, len(text))] == [0, 1]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab '\"“”‘’«».,\n", max_size=60))
def test_spans_stay_inside(text: str) -> None:
    """Whatever the marks, spans lie in the text, are not empty, and outer ones do not overlap."""
    quotes = quotes_in(text, 0, len(text))
    assert all(0 <= quote.start < quote.end <= len(text) for quote in quotes)
    outer = sorted((quote.start, quote.end) for quote in quotes if quote.depth == 0)
    assert all(first[1] <= second[0] for first, second in pairwise(outer))
