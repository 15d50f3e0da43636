"""CSV: one report a row, under the names of `fields.py`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from contested.model import Format, Problem
from contested.sources.decoding import decode
from contested.sources.draft import LONGEST_TEXT, Draft, failure
from contested.sources.fields import NAMES, from_fields


def read_csv(raw: bytes, path: str) -> Iterator[Draft | Problem]:
    """Yield the reports of a table with a header row; comma, semicolon or tab parts its columns."""
    decoded = decode(raw, path)
    header = decoded.text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(4 * LONGEST_TEXT)
    rows = csv.DictReader(io.StringIO(decoded.text, newline=""), delimiter=delimiter)
    known = {name for names in (NAMES["text"], NAMES["title"]) for name in names}
    if not known & {str(name).strip().lower() for name in rows.fieldnames or ()}:
        yield failure("no_text", f"No column for the text: name one of them {', '.join(NAMES['text'])}.", path)
        return
    yield from decoded.problems
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield failure("row_malformed", f"Not a row: {error}.", f"{path}#{number}")
            continue
        if row is None:
            return
        raw_row = "\x1f".join(str(value) for value in row.values()).encode("utf-8", "surrogatepass")
        yield from_fields(dict(row), raw_row, f"{path}#{number}", Format.CSV)
