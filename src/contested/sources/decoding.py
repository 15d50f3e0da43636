"""Bytes to text: by what the bytes say, by what the file declares, by a guess that is flagged."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from contested.model import Problem
from contested.sources.draft import warning

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
SAMPLE = 65_536
FEW = 0.002
"""Share of undecodable bytes up to which a text is damaged UTF-8 rather than another encoding."""
GUESSES = ["cp1251", "cp1252", "koi8_r", "cp1256", "cp1254", "cp1250", "iso8859_5", "iso8859_6", "mac_roman"]
"""Encodings in which reports on wars are found beside UTF-8: Cyrillic, Western, Arabic, Turkish."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file, and the encoding that did it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def binary_kind(raw: bytes) -> str | None:
    """Return what sort of binary file this is, None for text.

    >>> binary_kind(b"%PDF-1.7 ...")
    'a PDF'
    """
    for start, kind in MAGIC:
        if raw.startswith(start):
            return kind
    sample = raw[:SAMPLE]
    if any(sample.startswith(mark) for mark, _ in MARKS):
        return None
    control = sum(byte < 9 or 13 < byte < 27 or byte == 127 for byte in sample)
    return "a binary file" if b"\x00" in sample or control > 0.05 * len(sample) else None


def decode(raw: bytes, path: str, declared: str | None = None) -> Decoded:
    """Return the text of a file; a guessed encoding or lost bytes are flagged."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return Decoded(raw.decode(encoding, "replace"), encoding)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (text := _as_declared(raw, declared)) is not None:
        return Decoded(text, declared)
    return _damaged(raw, path) or _guessed(raw, path)


def _as_declared(raw: bytes, declared: str) -> str | None:
    try:
        return raw.decode(declared)
    except (LookupError, UnicodeDecodeError):
        return None


def _damaged(raw: bytes, path: str) -> Decoded | None:
    """Return the text of UTF-8 with a few broken bytes, None if it cannot be UTF-8."""
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if lost > max(1, FEW * len(text)) or not any(ord(sign) > 127 and sign != "\ufffd" for sign in text):
        return None
    message = f"{lost} damaged bytes in UTF-8 text; each stands as U+FFFD."
    return Decoded(text, "utf-8", (warning("bytes_damaged", message, path),))


def _guessed(raw: bytes, path: str) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[: 4 * SAMPLE], cp_isolation=GUESSES).best()
    encoding = best.encoding if best else "cp1252"
    message = f"Not UTF-8, and no encoding declared: read as {encoding}, a guess. Convert it to UTF-8 to be sure."
    return Decoded(raw.decode(encoding, "replace"), encoding, (warning("encoding_guessed", message, path),))
