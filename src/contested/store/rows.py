"""An extraction as rows, and rows as records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar

import msgspec

from contested import __version__
from contested.gazetteer.fold import fold
from contested.model import Claim, Event, Extraction, LedgerEntry, Place, PlaceUse, Problem, Span, content_id

Row: TypeAlias = dict[str, Any]
T = TypeVar("T")

NAMING_USES = (PlaceUse.DEMONYM,)
"""Uses of a place name that say nothing about what happened there: "Russian", "Ukrainians"."""


def encode(record: Any) -> str:
    """Return a record as JSON text, keys in the record's order."""
    return msgspec.json.encode(record).decode()


def decode(text: str, kind: type[T]) -> T:
    """Return the record that `encode` wrote."""
    return msgspec.json.decode(text, type=kind)


def document_row(extraction: Extraction) -> Row:
    """Return the row of `documents`."""
    document = extraction.document
    rest = {
        name: getattr(extraction, name)
        for name in ("sentences", "places", "times", "quantities", "actors", "warnings", "packs", "packs_found")
    }
    return {
        "id": document.id,
        "path": document.path,
        "outlet": document.outlet,
        "published": document.published,
        "title": document.title,
        "language": document.language,
        "text": document.text,
        "head": encode(document.head),
        "extraction": encode(rest),
        "packs": encode(extraction.packs),
        "extractor": __version__,
    }


def claim_rows(extraction: Extraction) -> Iterator[Row]:
    """Yield the rows of `claims`."""
    document = extraction.document
    for claim in extraction.claims:
        yield {
            "id": claim.id,
            "document": document.id,
            "start": claim.start,
            "published": document.published,
            "source": claim.source.name,
            "source_kind": claim.source.kind,
            "party": claim.source.party,
            "cue_class": claim.cue.cue_class if claim.cue else "none",
            "polarity": claim.polarity,
            "verification": claim.verification,
            "words": document.text[claim.start : claim.end],
            "content_words": " … ".join(document.text[span.start : span.end] for span in claim.content),
            "record": encode(claim),
        }


def event_rows(extraction: Extraction) -> Iterator[Row]:
    """Yield the rows of `events` whose claim is in the extraction."""
    claims = {claim.id for claim in extraction.claims}
    for event in extraction.events:
        if event.claim in claims:
            yield {
                "id": event.id,
                "claim": event.claim,
                "start": event.start,
                "type": event.type,
                "first_day": event.interval[0],
                "last_day": event.interval[1],
                "record": encode(event),
            }


def _inside(place: Span, claim: Claim) -> bool:
    return claim.start <= place.start and place.end <= claim.end


def claim_place_rows(extraction: Extraction) -> Iterator[Row]:
    """Yield which places each claim is about: where its events happened, else what it mentions."""
    events: dict[str, list[Event]] = {}
    for event in extraction.events:
        events.setdefault(event.claim, []).append(event)
    for claim in extraction.claims:
        roles: dict[str, str] = {}
        for event in events.get(claim.id, ()):
            for place in event.places:
                roles.setdefault(place.place_id, "event")
        for place in extraction.places:
            if place.use not in NAMING_USES and _inside(place, claim):
                roles.setdefault(place.place_id, "mention")
        for place_id, role in roles.items():
            if place_id:
                yield {"claim": claim.id, "place_id": place_id, "role": role}


def place_name_rows(extraction: Extraction) -> Iterator[Row]:
    """Yield the names under which the document speaks of each place, for look-ups."""
    seen: set[tuple[str, str]] = set()
    for place in extraction.places:
        if not place.place_id or place.use in NAMING_USES:
            continue
        for name in (place.name, place.text):
            key = (place.place_id, fold(name))
            if key[1] and key not in seen:
                seen.add(key)
                yield {
                    "document": extraction.document.id,
                    "place_id": place.place_id,
                    "folded": key[1],
                    "name": place.name,
                    "record": encode(place),
                }


def problem_row(problem: Problem, document: str | None) -> Row:
    """Return the row of `problems`; the same problem twice is one row."""
    return {
        "id": content_id(document, problem.path, problem.code, problem.message, problem.start, problem.end),
        "document": document,
        "path": problem.path,
        "code": problem.code,
        "severity": problem.severity,
        "record": encode(problem),
    }


def without_doubles(extraction: Extraction) -> Extraction:
    """Return the extraction with each claim and event id once, and a warning where one was twice."""
    claims = {claim.id: claim for claim in reversed(extraction.claims)}
    events = {event.id: event for event in reversed(extraction.events) if event.claim in claims}
    lost = len(extraction.claims) - len(claims) + len(extraction.events) - len(events)
    if not lost:
        return extraction
    warning = Problem(
        code="double_id",
        message=f"{lost} claims or events had the id of another, or no claim, and were left out.",
        path=extraction.document.path,
    )
    return msgspec.structs.replace(
        extraction,
        claims=tuple(reversed(claims.values())),
        events=tuple(reversed(events.values())),
        warnings=(*extraction.warnings, warning),
    )


def entry(row: Any, events: tuple[Event, ...]) -> LedgerEntry:
    """Return the ledger entry of one joined row."""
    from contested.model import DocumentHead

    return LedgerEntry(
        claim=decode(row.record, Claim),
        document=decode(row.head, DocumentHead),
        words=row.words,
        content_words=row.content_words,
        events=events,
        packs=tuple(decode(row.packs, list[str])),
    )


def place(text: str) -> Place:
    """Return a place record."""
    return decode(text, Place)
