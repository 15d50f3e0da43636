"""The machine-readable contract: records as plain objects, spans where a reader of files needs them.

For plain text files `start` and `end` count code points of the decoded file, so that
`file_text[start:end]` is the quoted text. For other forms they count in `document.text`, which is
then part of the document object. docs/contract.md describes it field by field; docs/schema.json
is made from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

from contested.model import (
    RECORDS,
    SCHEMA_VERSION,
    Actor,
    Claim,
    Day,
    DocumentHead,
    Event,
    Extraction,
    Format,
    Found,
    LedgerEntry,
    Place,
    Problem,
    Quantity,
    Sentence,
    Time,
)

PLAIN = frozenset({Format.DATED_TEXT, Format.TEXT})


class PrintedDocument(DocumentHead, frozen=True, kw_only=True):
    """A document as `extract` prints it: with its text only where no file holds it as it is."""

    text: str | UnsetType = UNSET


class PrintedExtraction(Struct, frozen=True, kw_only=True):
    """One line of `contested extract --format jsonl`."""

    document: PrintedDocument
    sentences: tuple[Sentence, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    warnings: tuple[Problem, ...]
    packs: tuple[str, ...]
    packs_found: Found


class PrintedClaim(Claim, frozen=True, kw_only=True):
    """One line of `contested claims --format jsonl`: a claim, and beside it where it stands."""

    document: str  # its id
    path: str
    outlet: str
    published: Day | None
    title: str | None
    url: str | None
    text_offset: int
    words: str
    content_words: str
    event_records: tuple[Event, ...]
    packs: tuple[str, ...]


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
    """Return what `contested claims --format jsonl` prints for one claim."""
    document = entry.document
    claim = msgspec.to_builtins(entry.claim) | {"event_records": msgspec.to_builtins(entry.events)}
    spans: dict[str, Any] = shifted(claim, file_offset(document))
    return spans | {
        "document": document.id,
        "path": document.path,
        "outlet": document.outlet,
        "published": document.published,
        "title": document.title,
        "url": document.url,
        "text_offset": document.text_offset,
        "words": entry.words,
        "content_words": entry.content_words,
        "packs": list(entry.packs),
    }


def claim_objects(entries: Iterable[LedgerEntry]) -> Iterator[dict[str, Any]]:
    """Yield the objects of many claims."""
    return (claim_object(entry) for entry in entries)


def contract_schema() -> dict[str, object]:
    """Return one JSON Schema (2020-12) for the records and for the lines that the commands print."""
    made = (*RECORDS, PrintedExtraction, PrintedClaim)
    schemas, components = msgspec.json.schema_components(made, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"contested records, schema version {SCHEMA_VERSION}",
        "oneOf": list(schemas),
        "$defs": components,
    }
