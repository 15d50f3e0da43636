"""ACLED-like CSV: codes from the mapping, empty cells where the report does not say."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from contested.outputs.acled import COLUMNS, write_acled
from contested.outputs.event_rows import EXTRA
from tests.outputs.event_entries import capture, entry, killing

DOCS = Path(__file__).parents[2] / "docs" / "exports.md"


def rows(*events: object) -> list[dict[str, str]]:
    """Return the written rows."""
    stream = io.StringIO()
    write_acled([entry(*events)], stream)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def test_each_event_is_a_row_with_its_claimer() -> None:
    """A denied killing stays in the table, marked as denied, under the name of who denies it."""
    row = rows(killing())[0]
    assert (row["claimer"], row["cue_class"], row["polarity"]) == ("the army", "deny", "negative")
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2025-11-17", "1", "1")
    assert (row["location"], row["latitude"], row["country"]) == ("Novosela", "48.5", "UA")


def test_a_bound_is_no_count() -> None:
    """ "Up to 12" fills high and leaves fatalities empty."""
    row = rows(killing())[0]
    assert (row["fatalities"], row["low"], row["best"], row["high"]) == ("", "", "", "12")


def test_unknown_place_and_date_stay_empty() -> None:
    """No default code, place or date is written."""
    row = rows(capture())[0]
    assert (row["location"], row["event_date"], row["time_precision"], row["date_precision"]) == ("", "", "", "unknown")
    assert row["control_bearing"] == "gain"


def test_wounded_are_no_fatalities() -> None:
    """Figures of wounded never land in the column of deaths."""
    wounded = killing(start=100, end=108)  # the words that name it are not "killed"
    assert rows(wounded)[0]["fatalities"] == ""


def test_every_column_is_documented() -> None:
    """Each column has its line in docs/exports.md."""
    text = DOCS.read_text(encoding="utf-8")
    assert [name for name in (*COLUMNS, *EXTRA) if f"`{name}`" not in text] == []
