"""What stands around every page."""

from __future__ import annotations

from contested.store.view import View
from contested.web.frame import frame_of, newest_day


def test_the_foot_counts_what_the_ledger_holds(sample: View) -> None:
    """Reports, outlets, period, packs and parties are those of the heads of all reports."""
    heads, frame = sample.heads(), frame_of(sample)
    assert frame.reports == len(heads)
    assert frame.outlets == len({head.outlet for head in heads} - {"unknown"})
    assert (frame.first_day, frame.last_day) == ("2026-03-03", "2026-03-20")
    assert set(frame.packs) == {"russia-ukraine", "sudan"}
    assert frame.parties[:2] in (("Russia", "Ukraine"), ("SAF", "RSF"))
    assert newest_day(sample) == "2026-03-20"


def test_the_foot_is_counted_once_for_an_unchanged_ledger(sample: View) -> None:
    """A second page gets the same frame without counting."""
    assert frame_of(sample) is frame_of(sample)
