"""Revisions: which past days read otherwise, and nothing else."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.assessment.revisions import Revised, Stretch, revised
from tests.factories import days

CASES: list[tuple[list[Stretch[str]], list[Stretch[str]], list[tuple[str, str, str, str]]]] = [
    # what was concluded, what is concluded now, what changed
    ([], [("2025-11-01", "2025-11-02", "A")], []),
    ([("2025-11-01", "2025-11-02", "A")], [("2025-11-01", "2025-11-05", "A")], []),
    (
        [("2025-11-01", "2025-11-09", "A")],
        [("2025-11-01", "2025-11-04", "A"), ("2025-11-05", "2025-11-12", "B")],
        [("2025-11-05", "2025-11-09", "A", "B")],
    ),
    (
        [("2025-11-01", "2025-11-03", "A"), ("2025-11-04", "2025-11-06", "B")],
        [("2025-11-01", "2025-11-06", "contested")],
        [("2025-11-01", "2025-11-03", "A", "contested"), ("2025-11-04", "2025-11-06", "B", "contested")],
    ),
    (
        [("2025-11-01", "2025-11-06", "A")],
        [("2025-11-01", "2025-11-02", "B"), ("2025-11-03", "2025-11-04", "A"), ("2025-11-05", "2025-11-06", "B")],
        [("2025-11-01", "2025-11-02", "A", "B"), ("2025-11-05", "2025-11-06", "A", "B")],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_what_changed(
    before: list[Stretch[str]], after: list[Stretch[str]], expected: list[tuple[str, str, str, str]]
) -> None:
    """Days told of before and now, told of otherwise."""
    assert list(revised(before, after, str)) == [Revised(*row) for row in expected]


def stretches(states: str, pieces: bool) -> list[Stretch[str]]:
    """Return a state a day as stretches; in `pieces` each day is its own."""
    dated = list(zip(days("2025-11-01", len(states)), states, strict=True))
    if pieces:
        return [(day, day, state) for day, state in dated]
    runs = [list(group) for _, group in groupby(dated, key=lambda row: row[1])]
    return [(run[0][0], run[-1][0], run[0][1]) for run in runs]


STATES = st.text("ABc", max_size=12)


@given(STATES, STATES, st.booleans(), st.booleans())
def test_a_day_is_in_a_revision_when_its_state_changed(before: str, after: str, one: bool, other: bool) -> None:
    """However the days are cut into stretches, the revisions hold exactly the days that read otherwise."""
    found = list(revised(stretches(before, one), stretches(after, other), str))
    told = {d: (r.before, r.after) for r in found for d in days("2025-11-01", 12) if r.first_day <= d <= r.last_day}
    pairs = zip(days("2025-11-01", 12), before, after, strict=False)
    assert told == {day: (old, new) for day, old, new in pairs if old != new}
    assert found == list(revised(stretches(before, False), stretches(after, False), str))
