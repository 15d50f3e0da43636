"""Calendar arithmetic, the suite's measures, and robustness of the time grammar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.evaluation.suites.times import Tally, explicit_dates
from contested.model import Document, Time, TimeType
from contested.reading import Reading
from contested.text.quantities import find_quantities
from contested.text.time_values import (
    calendar_value,
    days_of,
    duration_value,
    easter,
    interval_of,
    shifted,
    thanksgiving,
)
from contested.text.times import find_times

INTERVALS = [
    ("2025-11-07", None, ("2025-11-07", "2025-11-07")),
    ("2025-02", None, ("2025-02-01", "2025-02-28")),
    ("2024-02", None, ("2024-02-01", "2024-02-29")),
    ("2025-W01", None, ("2024-12-30", "2025-01-05")),
    ("2025-W45-WE", None, ("2025-11-08", "2025-11-09")),
    ("2025-Q4", None, ("2025-10-01", "2025-12-31")),
    ("2025-WI", None, ("2025-12-01", "2026-02-28")),
    ("2025", "END", ("2025-08-31", "2025-12-31")),
    ("199", None, ("1990-01-01", "1999-12-31")),
    ("2025-11-07TNI", None, ("2025-11-07", "2025-11-08")),
    ("XXXX-11", None, (None, None)),
    ("2025-02-30", None, (None, None)),
    ("PRESENT_REF", None, (None, None)),
]


@pytest.mark.parametrize(("value", "mod", "interval"), INTERVALS)
def test_interval_of(value: str, mod: str | None, interval: tuple[str | None, str | None]) -> None:
    """A value covers the days of its calendar unit, or none."""
    assert interval_of(value, mod) == interval


def test_feasts() -> None:
    """Movable feasts by their rules, at years with a known date."""
    assert [easter(year) for year in (2024, 2025, 2026)] == [date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5)]
    assert [thanksgiving(year) for year in (1999, 2025)] == [date(1999, 11, 25), date(2025, 11, 27)]


def test_duration_value() -> None:
    """Units below a day take a T; fortnights, decades and centuries are counted out."""
    pairs = [("3", "D"), ("3", "TH"), ("X", "TM"), ("2", "F"), ("2", "E"), ("1.5", "Y")]
    assert [duration_value(*pair) for pair in pairs] == ["P3D", "PT3H", "PTXM", "P4W", "P20Y", "P1.5Y"]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from("DWMQYEC"))
def test_a_day_lies_in_its_own_unit(day: date, unit: str) -> None:
    """The calendar unit of a day covers that day."""
    days = days_of(calendar_value(day, unit))
    assert days is not None
    assert days[0] <= day <= days[1]


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, 40), st.sampled_from("DWMY"))
def test_shifts_keep_order(day: date, count: int, unit: str) -> None:
    """Ahead is later, back is earlier."""
    assert shifted(day, -count, unit) < day < shifted(day, count, unit)


WORDS = (
    "last next this the a of 3 31 2025 1990 May March November Tuesday week weeks month years ago earlier later early "
    "late night morning overnight 10:30 p.m. GMT - , . ' s third quarter half every daily few several more than up to "
    "at least 12,000 tens thousands dozens per cent % $ km killed troops and or between to on in by Nov 30/11/89 "
    "00/00/00 99:99 2025-13-45 0 second summer winter Christmas now ( ) : strong old year"
)
PIECES = [*WORDS.split(), "\n\n"]


@given(
    st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from([None, "2025-11-07", "2024-02-29", "0001-01-01"])
)
@settings(max_examples=300, deadline=None)
def test_any_words_are_read(pieces: list[str], published: str | None) -> None:
    """No order of the grammar's words breaks it; spans are the words and do not overlap."""
    text = " ".join(pieces)
    document = Document(id="t", path="t", sha256="", outlet="t", published=published, text=text)
    reading = find_quantities(find_times(Reading(document=document)))
    end = 0
    for time in reading.times:
        assert end <= time.start < time.end
        assert text[time.start : time.end] == time.text
        assert all(day is None or date.fromisoformat(day) for day in time.interval)
        end = time.end
    for quantity in reading.quantities:
        assert text[quantity.start : quantity.end] == quantity.text
        assert (quantity.low is None or quantity.high is None) or quantity.low <= quantity.high


def test_tally() -> None:
    """TempEval-3: type and value count on spans that overlap."""
    gold = {
        "id": "x",
        "text": "In early 2024 and on Tuesday.",
        "times": [
            {"start": 3, "end": 13, "text": "early 2024", "type": "DATE", "value": "2024"},
            {"start": 21, "end": 28, "text": "Tuesday", "type": "DATE", "value": "2025-11-04"},
        ],
    }
    tally = Tally()
    tally.add(gold, [Time(start=9, end=13, text="2024", type=TimeType.DATE, value="2024")], None)
    metrics = tally.metrics()
    assert [metrics[name]["r"] for name in ("strict", "relaxed", "type", "value")] == [0.0, 0.5, 0.5, 0.5]
    assert metrics["relaxed"]["p"] == 1.0


def test_baseline() -> None:
    """The baseline reads what is written out and nothing else."""
    found = [(time.text, time.value) for time in explicit_dates("On November 3, 2025, in 2014 and on Tuesday.")]
    assert found == [("November 3, 2025", "2025-11-03"), ("2014", "2014")]
