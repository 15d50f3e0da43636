"""From paths to documents: folders are walked, each file goes to the reader of its form."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from contested.errors import EmptyInput, InputError, UnreadableInput
from contested.model import Problem
from contested.sources.decoding import binary_kind
from contested.sources.draft import Draft, Item, SourceOptions, failure, finish
from contested.sources.feed import looks_like_feed, read_feed
from contested.sources.fetch import fetch, is_url
from contested.sources.html import read_html
from contested.sources.jsonl import read_gzipped, read_json, read_jsonl
from contested.sources.plain import read_plain
from contested.sources.table import read_csv

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes of a file that has to be held whole; JSON lines are streamed and may be of any size."""
WHOLE_INPUT = frozenset({"unreadable", "binary", "empty", "no_article", "too_long", "no_text", "archive_damaged"})
"""Problems that are errors when they are all that a single input gives."""
HTML_MARKS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article")


def read_documents(paths: Sequence[str | os.PathLike[str]], options: SourceOptions | None = None) -> Iterator[Item]:
    """Yield the documents of files, folders, web addresses and "-" (standard input), in order.

    What cannot be read is a Problem, and the next input is read; only where a single file was
    asked for and gives nothing, UnreadableInput or EmptyInput is raised.
    """
    wanted = options or SourceOptions()
    names = [os.fspath(path) for path in paths]
    alone = len(names) == 1 and not Path(names[0]).is_dir()
    for name in names:
        first = True
        for item in _read_input(name, wanted):
            if alone and first and isinstance(item, Problem) and item.path == name and item.code in WHOLE_INPUT:
                kind = EmptyInput if item.code in ("empty", "no_article") else UnreadableInput
                raise kind(f"{name}: {item.message}")
            first = False
            yield item


def expected(paths: Sequence[str | os.PathLike[str]]) -> int | None:
    """Return about how many reports there are, for a progress bar; None where nobody can tell."""
    number = 0
    for path in map(Path, paths):
        if str(path) == "-" or is_url(str(path)):
            return None
        for file in path.rglob("*") if path.is_dir() else [path]:
            number += _expected_in(file)
    return number


def _expected_in(path: Path) -> int:
    """Return the number of lines of JSON lines and tables; other files count as one report."""
    try:
        if path.name.lower().endswith((".jsonl", ".ndjson", ".csv", ".tsv")):
            with path.open("rb") as stream:
                return sum(piece.count(b"\n") for piece in iter(lambda: stream.read(1 << 20), b""))
        if path.name.lower().endswith((".jsonl.gz", ".ndjson.gz")):
            with gzip.open(path) as stream:
                return sum(piece.count(b"\n") for piece in iter(lambda: stream.read(1 << 20), b""))
        return 1 if path.is_file() else 0
    except (OSError, EOFError, zlib.error):
        return 1


def _read_input(name: str, options: SourceOptions) -> Iterator[Item]:
    """Yield what one input gives, each draft finished."""
    for draft in _drafts(name):
        if isinstance(draft, Problem):
            yield draft
        else:
            yield from finish(draft, options)


def _drafts(name: str) -> Iterator[Draft | Problem]:
    if is_url(name):
        yield from _fetched(name)
    elif name == "-":
        yield from _sniffed(sys.stdin.buffer.read(), name)
    elif Path(name).is_dir():
        yield from _folder(Path(name))
    else:
        yield from _file(Path(name))


def _fetched(url: str) -> Iterator[Draft | Problem]:
    try:
        answer = fetch(url)
    except InputError as error:
        yield failure("unreadable", f"{error.message}", url)
        return
    if looks_like_feed(answer.raw):
        yield from read_feed(answer.raw, url, answer.url)
    else:
        yield from read_html(answer.raw, url, answer.url, answer.charset)


def _folder(folder: Path) -> Iterator[Draft | Problem]:
    """Yield what all files below a folder give, by name; hidden files and links upwards are left out."""
    failed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not name.endswith((".lock", "-wal", "-shm", "-journal")):
                yield from _file(Path(parent, name))
    for error in failed:
        message = f"The folder cannot be read: {error.strerror or error}. Mind its permissions."
        yield failure("unreadable", message, str(error.filename or folder))


def _file(path: Path) -> Iterator[Draft | Problem]:
    try:
        yield from _read_file(path)
    except OSError as error:
        yield failure("unreadable", f"It cannot be read: {error.strerror or error}.", str(path))


def _read_file(path: Path) -> Iterator[Draft | Problem]:
    name = path.name.lower()
    with path.open("rb") as stream:
        if name.endswith((".jsonl", ".ndjson")):
            yield from _counted(read_jsonl(stream, str(path)), str(path))
        elif name.endswith((".jsonl.gz", ".ndjson.gz")):
            yield from _counted(read_gzipped(stream, str(path)), str(path))
        elif os.fstat(stream.fileno()).st_size > LARGEST_FILE:
            yield failure("too_long", f"A file of more than {LARGEST_FILE // 2**20} MB: not read. Split it.", str(path))
        else:
            yield from _sniffed(stream.read(), str(path))


def _counted(drafts: Iterable[Draft | Problem], path: str) -> Iterator[Draft | Problem]:
    """Yield the drafts; the problem "empty" where there is none at all."""
    nothing = True
    for draft in drafts:
        nothing = False
        yield draft
    if nothing:
        yield failure("empty", "There is nothing in it.", path)


def _sniffed(raw: bytes, path: str) -> Iterator[Draft | Problem]:
    """Yield what a file gives whose form is told by its name, else by its first bytes."""
    name, head = path.lower(), raw[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not raw.strip():
        yield failure("empty", "There is nothing in it.", path)
    elif (kind := binary_kind(raw)) is not None:
        yield failure("binary", f"It is {kind}, not text. Convert it to text first.", path)
    elif looks_like_feed(raw):
        yield from read_feed(raw, path)
    elif name.endswith((".html", ".htm", ".xhtml")) or head.startswith(HTML_MARKS):
        yield from read_html(raw, path)
    elif name.endswith((".csv", ".tsv")):
        yield from read_csv(raw, path)
    elif head.startswith(b"{") or (head.startswith(b"[") and (name.endswith(".json") or path == "-")):
        yield from read_json(raw, path)
    else:
        yield from read_plain(raw, path)
