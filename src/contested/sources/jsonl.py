"""JSON lines, plain or gzipped: one report a line, under the names of `fields.py`."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import IO

from contested.model import Format, Problem
from contested.sources.decoding import decode
from contested.sources.draft import Draft, failure
from contested.sources.fields import from_fields

LISTS = ("articles", "items", "documents", "results", "reports", "entries")
"""Keys under which a JSON document may hold its reports."""
LONGEST_LINE = 16 * 1024 * 1024
"""Bytes of one line; a longer one is skipped without being held in memory."""


def read_jsonl(stream: IO[bytes], path: str) -> Iterator[Draft | Problem]:
    """Yield the reports of a stream; a line that is no report is a problem, and the next is read."""
    for number, line in numbered_lines(stream):
        place = f"{path}#{number}"
        if line is None:
            message = f"A line of more than {LONGEST_LINE // 2**20} MB: not read. Is it one report a line?"
            yield failure("line_too_long", message, place)
        elif line.strip():
            yield from _read_line(line, place)


def _read_line(line: bytes, place: str) -> Iterator[Draft | Problem]:
    decoded = decode(line, place)
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield failure("json_malformed", f"Not a JSON object: {error}.", place)
        return
    if not isinstance(value, dict):
        yield failure("json_malformed", f"A JSON {type(value).__name__}, where an object was expected.", place)
        return
    yield from decoded.problems
    yield from_fields(value, line.strip(), place, Format.JSONL)


def numbered_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Yield line numbers from 1 and lines; None for a line too long to hold."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE)
        yield number, None


def read_json(raw: bytes, path: str) -> Iterator[Draft | Problem]:
    """Yield the reports of one JSON document: a list of objects, or an object that is or holds them."""
    decoded = decode(raw, path)
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError):
        yield from read_jsonl(io.BytesIO(raw), path)  # several objects, one a line
        return
    if isinstance(value, dict):
        listed = next((value[key] for key in LISTS if isinstance(value.get(key), list)), None)
        value = [value] if listed is None else listed
    yield from decoded.problems
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        place = path if value == [item] else f"{path}#{number}"
        if isinstance(item, dict):
            yield from_fields(item, json.dumps(item, sort_keys=True).encode(), place, Format.JSONL)
        else:
            yield failure("json_malformed", f"A JSON {type(item).__name__}, where an object was expected.", place)


def read_gzipped(stream: IO[bytes], path: str) -> Iterator[Draft | Problem]:
    """Yield the reports of gzipped JSON lines; a cut or damaged archive gives what can be read."""
    try:
        yield from read_jsonl(io.BufferedReader(gzip.GzipFile(fileobj=stream)), path)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield failure("archive_damaged", f"The archive ends early or is damaged: {error}.", path)
