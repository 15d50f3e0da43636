"""Claims as CSV: whole, and no formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from contested.outputs.claim_table import COLUMNS, as_text, csv_lines
from tests.factories import entry


def read(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    return list(csv.DictReader(StringIO(text)))


def test_rows() -> None:
    """A row a claim, with what is given beside it."""
    claims = [(entry("Kestria"), {"status": "denied"}), (entry("Ostvan"), {"status": "answers|disputed"})]
    rows = read("".join(csv_lines(claims, ("status",))))
    assert [row["source"] for row in rows] == ["Kestria", "Ostvan"]
    assert [row["status"] for row in rows] == ["denied", "answers|disputed"]
    assert rows[0]["places"] == "Velmora"


def test_no_claim() -> None:
    """A file without claims has its head."""
    assert "".join(csv_lines([])) == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("words", ["=1+1", "+49", "-2", "@here", "\tx", "\rx"])
def test_no_formula(words: str) -> None:
    """A report cannot make a spreadsheet run a formula."""
    assert str(as_text(words)).startswith("'")


def test_words_stay() -> None:
    """Quotation marks, commas and lines survive; white space in words is one blank."""
    said = 'He said, "left;\nthe town"'
    assert read("".join(csv_lines([(entry(words=said), {})])))[0]["words"] == 'He said, "left; the town"'
