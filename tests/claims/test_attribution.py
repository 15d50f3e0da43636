"""Who says what: a table of invented sentences over all ways of saying."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

import pytest

from contested.claims.attribution import extract_claims
from contested.model import Claim, Document
from contested.reading import Reading
from contested.text.quotes import find_quotes
from contested.text.sentences import parse_text

_spec = importlib.util.spec_from_file_location(
    "attribution_sentences", Path(__file__).with_name("attribution_sentences.py")
)
assert _spec is not None
assert _spec.loader is not None
sentences = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sentences)

LONGER = 1.4
"""A content may be this much longer than expected (a day, a trailing phrase)."""


@cache
def read(text: str) -> Reading:
    """Return the reading of a text after attribution."""
    document = Document(id="test", path="test", sha256="", outlet="The Test", text=text)
    return extract_claims(find_quotes(parse_text(Reading(document=document))))


def words(text: str, claim: Claim, role: str) -> str:
    """Return a role's words, pieces joined by " … "."""
    spans = claim.content if role == "content" else (claim.cue.words if claim.cue else ())
    return " … ".join(text[span.start : span.end] for span in spans)


def found(text: str) -> list[tuple[str, str, str, str]]:
    """Return (source, cue, class, content) of each claim."""
    return [
        (
            claim.source.text,
            words(text, claim, "cue"),
            str(claim.cue.cue_class) if claim.cue else "",
            words(text, claim, "content"),
        )
        for claim in read(text).claims
    ]


def is_there(text: str, source: str, cue: str, cue_class: str, content: str) -> bool:
    """Whether the claim is among those found; "that" and outer marks do not count."""
    return any(
        one[0] == source
        and cue in one[1]
        and one[2] == cue_class
        and _bare(content) in _bare(one[3])
        and len(_bare(one[3])) <= LONGER * len(_bare(content)) + 6
        for one in found(text)
    )


def _bare(content: str) -> str:
    return content.removeprefix("that ").strip(" \"'“”‘’«»,.").lower()


ROWS = [
    pytest.param(
        *row,
        id=f"{name}-{number}",
        marks=[pytest.mark.xfail(strict=True, reason=sentences.KNOWN_MISSES[row[0], row[2]])]
        if (row[0], row[2]) in sentences.KNOWN_MISSES
        else [],
    )
    for name, rows in sentences.TABLES.items()
    for number, row in enumerate(rows)
]


@pytest.mark.parametrize(("text", "source", "cue", "cue_class", "content"), ROWS)
def test_claim_is_found(text: str, source: str, cue: str, cue_class: str, content: str) -> None:
    """Each sentence of the table gives the claim with its source, cue, class and content."""
    assert is_there(text, source, cue, cue_class, content), found(text)


@pytest.mark.parametrize("text", sentences.NOTHING)
def test_own_voice_is_no_claim(text: str) -> None:
    """What the outlet tells in its own voice is nobody else's claim."""
    assert found(text) == []


def test_table_is_large() -> None:
    """The table holds at least 250 claims."""
    assert len(ROWS) >= 250
