"""UCDP-like CSV: precision classes, and deaths in the column of those who died."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from contested.model import Quantity
from contested.outputs.ucdp import COLUMNS, OURS, write_ucdp
from tests.outputs.event_entries import capture, entry, killing

DOCS = Path(__file__).parents[2] / "docs" / "exports.md"


def rows(*events: object) -> list[dict[str, str]]:
    """Return the written rows."""
    stream = io.StringIO()
    write_ucdp([entry(*events)], stream)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def test_dead_civilians_have_their_column() -> None:
    """A figure of dead civilians fills deaths_civilians and the bounds, nothing else."""
    figure = Quantity(start=0, end=2, text="12", low=12.0, best=12.0, high=12.0, unit="person")
    row = rows(killing(quantities=(figure,)))[0]
    assert (row["deaths_civilians"], row["deaths_b"], row["best"]) == ("12", "", "12")


def test_open_bound_stays_open() -> None:
    """ "Up to 12" has a high and no low."""
    row = rows(killing())[0]
    assert (row["low"], row["best"], row["high"]) == ("", "", "12")


def test_precision_classes() -> None:
    """A day and a settlement are 1 and 1; without them the cells are empty."""
    row, bare = rows(killing(), capture())
    assert (row["date_prec"], row["where_prec"], row["geom_wkt"]) == ("1", "1", "POINT (37.25 48.5)")
    assert (bare["date_prec"], bare["where_prec"], bare["geom_wkt"]) == ("", "", "")


def test_every_column_is_documented() -> None:
    """Each column has its line in docs/exports.md."""
    text = DOCS.read_text(encoding="utf-8")
    assert [name for name in (*COLUMNS, *OURS) if f"`{name}`" not in text] == []
