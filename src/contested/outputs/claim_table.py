"""Claims as a table: one row a claim, the columns of `contested claims --format csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from contested.model import LedgerEntry
from contested.outputs.contract import file_offset

COLUMNS = (
    "id", "published", "outlet", "path", "source", "source_kind", "party", "cue", "polarity", "certainty",
    "verification", "event_types", "places", "words", "start", "end",
)  # fmt: skip
"""docs/contract.md says what each holds."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula; a report may begin so to do harm."""


def claim_row(entry: LedgerEntry) -> dict[str, object]:
    """Return one claim's cells by column; several types or places are joined with "|"."""
    claim, document = entry.claim, entry.document
    offset = file_offset(document)
    return {
        "id": claim.id,
        "published": document.published,
        "outlet": document.outlet,
        "path": document.path,
        "source": claim.source.name,
        "source_kind": claim.source.kind,
        "party": claim.source.party,
        "cue": claim.cue.cue_class if claim.cue else "none",
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "verification": claim.verification,
        "event_types": "|".join(sorted({event.type for event in entry.events})),
        "places": "|".join(sorted({place.name for event in entry.events for place in event.places})),
        "words": " ".join(entry.words.split()),
        "start": claim.start + offset,
        "end": claim.end + offset,
    }


def csv_lines(claims: Iterable[tuple[LedgerEntry, Mapping[str, object]]], more: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield a CSV file line by line: the head, then a row a claim with the `more` columns given beside it.

    Cells that a spreadsheet would run as a formula get an apostrophe before them.
    """
    buffer = StringIO()
    writer = csv.DictWriter(buffer, (*COLUMNS, *more), lineterminator="\n")
    writer.writeheader()
    for entry, extra in claims:
        yield _taken(buffer)
        writer.writerow({name: as_text(value) for name, value in (claim_row(entry) | dict(extra)).items()})
    yield _taken(buffer)


def as_text(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula.

    >>> as_text("=cmd|' /C calc'!A0"), as_text(-3), as_text("Kupiansk")
    ("'=cmd|' /C calc'!A0", -3, 'Kupiansk')
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _taken(buffer: StringIO) -> str:
    line = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return line
