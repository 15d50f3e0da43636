"""Plain text: dated text (" date 2025-11-07 The town …"), headed text, or text as it stands.

`Document.text` is an exact stretch of the decoded file, line ends as they are, so that
`file_text[start:end]` shows the words of any span moved by `text_offset`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from contested.model import Format
from contested.sources.decoding import decode
from contested.sources.draft import Draft

DATE_LINE = re.compile(
    r"^[ \t]*date[ \t:]+(?P<date>\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)(?:[ \t]+|(?=\r?\n)|\Z)",
    re.M | re.I,
)
HEADER_LINE = re.compile(
    r"(?P<key>date|published|outlet|source|title|url|language)[ \t]*:[ \t]*(?P<value>[^\r\n]+)\r?\n", re.I
)
KEYS = {"date": "published", "source": "outlet"}


def read_plain(raw: bytes, path: str) -> Iterator[Draft]:
    """Yield the reports of a plain text file; several date lines make several reports."""
    decoded = decode(raw, path)
    text = decoded.text
    marks = list(DATE_LINE.finditer(text))
    fields, body = header(text)
    if not marks or len(fields) > 1:
        yield replace(_headed(text, fields, body, raw, path), problems=decoded.problems)
        return
    preamble = text[: marks[0].start()].strip()
    title = preamble if preamble and "\n" not in preamble and len(preamble) <= 200 else None
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        start, end = trimmed(text, mark.end(), end)
        draft = Draft(
            path=path if len(marks) == 1 else f"{path}#{number + 1}",
            raw=raw,
            text=text[start:end],
            format=Format.DATED_TEXT,
            text_offset=start,
            published=mark["date"],
            title=title if number == 0 else None,
            problems=decoded.problems,
        )
        if number == 0 and preamble and not title:
            message = f"{len(preamble)} characters before the first date line belong to no report and were not read."
            draft = draft.warn("text_before_date", message)
        yield draft


def header(text: str) -> tuple[dict[str, str], int]:
    """Return what the first lines say ("Outlet: …", "Date: …") up to a blank line, and where the text begins."""
    fields: dict[str, str] = {}
    position = 0
    while match := HEADER_LINE.match(text, position):
        key = match["key"].lower()
        fields[KEYS.get(key, key)] = match["value"].strip()
        position = match.end()
    return (fields, position) if re.match(r"\r?\n", text[position : position + 2]) else ({}, 0)


def _headed(text: str, fields: dict[str, str], body: int, raw: bytes, path: str) -> Draft:
    start, end = trimmed(text, body, len(text))
    return Draft(
        path=path,
        raw=raw,
        text=text[start:end],
        format=Format.TEXT,
        text_offset=start,
        published=fields.get("published"),
        outlet=fields.get("outlet"),
        title=fields.get("title"),
        url=fields.get("url"),
        language=fields.get("language"),
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
