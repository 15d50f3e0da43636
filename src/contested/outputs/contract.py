"""The machine-readable contract: records as plain objects, spans where a reader of files needs them.

For plain text files `start` and `end` count code points of the decoded file, so that
`file_text[start:end]` is the quoted text. For other forms they count in `document.text`, which is
then part of the document object. docs/contract.md describes it field by field.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from contested.model import DocumentHead, Extraction, Format, LedgerEntry

PLAIN = frozenset({Format.DATED_TEXT, Format.TEXT})


def file_offset(document: DocumentHead) -> int:
    """Return what to add to a span of this document to get a span of its file."""
    return document.text_offset if document.format in PLAIN else 0


def shifted(value: Any, offset: int) -> Any:
    """Return builtins with every `start` and `end` that is a number moved by the offset.

    >>> shifted({"start": 1, "end": 3, "cue": {"start": 2, "end": None}}, 10)
    {'start': 11, 'end': 13, 'cue': {'start': 12, 'end': None}}
    """
    if offset == 0:
        return value
    if isinstance(value, dict):
        return {
            key: inner + offset if key in ("start", "end") and isinstance(inner, int) else shifted(inner, offset)
            for key, inner in value.items()
        }
    return [shifted(inner, offset) for inner in value] if isinstance(value, (list, tuple)) else value


def extraction_object(extraction: Extraction) -> dict[str, Any]:
    """Return what `contested extract --format jsonl` prints for one document."""
    document = extraction.document
    head = msgspec.to_builtins(document.head)
    if document.format not in PLAIN:
        head["text"] = document.text
    made: dict[str, Any] = shifted(msgspec.to_builtins(extraction), file_offset(document))
    return made | {"document": head}


def claim_object(entry: LedgerEntry) -> dict[str, Any]:
    """Return what `contested claims --format jsonl` prints for one claim.

    The claim's own fields, and beside them where it stands (`document`, `path`, `outlet`,
    `published`, `title`, `url`), its words, and its events in full (`event_records`).
    """
    document = entry.document
    made = {
        "document": document.id,
        "path": document.path,
        "outlet": document.outlet,
        "published": document.published,
        "title": document.title,
        "url": document.url,
        "text_offset": document.text_offset,
        "words": entry.words,
        "content_words": entry.content_words,
        "event_records": [msgspec.to_builtins(event) for event in entry.events],
        "packs": list(entry.packs),
    }
    claim = msgspec.to_builtins(entry.claim)
    spans: dict[str, Any] = shifted(claim | {"event_records": made.pop("event_records")}, file_offset(document))
    return spans | made


def claim_objects(entries: Iterable[LedgerEntry]) -> Iterable[dict[str, Any]]:
    """Yield the objects of many claims."""
    return (claim_object(entry) for entry in entries)
