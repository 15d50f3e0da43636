"""Bytes to text: marks, declarations, guesses that are flagged, and what is no text at all."""

import pytest

from contested.sources.decoding import binary_kind, decode

RUSSIAN = "Российские войска заявили о взятии посёлка под Харьковом, украинская сторона это отрицает. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf8_are_read_without_a_problem(encoding):
    """A byte-order mark is no part of the text."""
    decoded = decode(RUSSIAN.encode(encoding), "a")
    assert (decoded.text, decoded.problems) == (RUSSIAN, ())


def test_a_declared_encoding_is_believed():
    """A page that says windows-1251 is read so."""
    assert decode(RUSSIAN.encode("cp1251"), "a", "windows-1251").text == RUSSIAN


def test_a_guessed_encoding_is_flagged():
    """The text is right, and the reader is told that it was a guess."""
    decoded = decode(RUSSIAN.encode("cp1251"), "a")
    assert decoded.text == RUSSIAN
    assert [p.code for p in decoded.problems] == ["encoding_guessed"]


def test_a_few_damaged_bytes_are_no_other_encoding():
    """UTF-8 cut in the middle of a sign stays UTF-8."""
    raw = RUSSIAN.encode()
    decoded = decode(raw[:101] + raw[102:], "a")
    assert decoded.encoding == "utf-8"
    assert [p.code for p in decoded.problems] == ["bytes_damaged"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7 abc", "a PDF"),
        (b"PK\x03\x04abc", "a ZIP archive or an office document"),
        (bytes(range(256)), "a binary file"),
        (b"plain text", None),
        ("текст".encode("utf-16"), None),
        ("caf\u00e9".encode("latin-1"), None),
    ],
)
def test_binary_files_are_told_from_text(raw, kind):
    """By their first bytes, not by their names."""
    assert binary_kind(raw) == kind
