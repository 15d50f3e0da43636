"""Parses of invented sentences, each made once for all tests."""

from __future__ import annotations

from functools import cache

from contested.model import Document
from contested.parse import Token
from contested.reading import Reading
from contested.text.sentences import parse_text


@cache
def read(text: str) -> Reading:
    """Return the parse of a text as a reading."""
    document = Document(id="d", path="-", sha256="", outlet="Test Gazette", text=text, language="en")
    return parse_text(Reading(document=document))


def word(reading: Reading, form: str) -> Token:
    """Return the token with that form; "form#2" is the second one."""
    form, _, number = form.partition("#")
    return [token for token in reading.parse.tokens if token.text == form][int(number or 1) - 1]
