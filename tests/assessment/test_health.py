"""Collection health: who fell silent is said, and said of each conclusion that it touches."""

from __future__ import annotations

import msgspec

from contested.assessment.health import collection_health
from contested.model import Found
from tests.factories import days, document


def test_an_outlet_that_used_to_report_is_late() -> None:
    """Daily reports until the 10th, none until the 20th: late, by name."""
    heads = [document(f"report {day}", outlet="Northline News", day=day).head for day in days("2025-11-01", 10)]
    heads.append(document("a", outlet="Sarrat Post", day="2025-11-20").head)
    health = collection_health(heads, "2025-11-20")
    late = [outlet.outlet for outlet in health.outlets if outlet.late]
    assert late == ["Northline News"]
    assert "Northline News (silent for 10 days)" in health.notes()[0]
    assert health.days_without_report == tuple(days("2025-11-11", 9))


def test_what_is_published_later_is_not_known_yet() -> None:
    """Health on a day counts the reports until that day."""
    heads = [document(day, day=day).head for day in days("2025-11-01", 10)]
    assert collection_health(heads, "2025-11-05").reports == 5


def test_fallback_dates_are_counted_and_told() -> None:
    """A date that was not stated as such, and a report without one, are said."""
    head = msgspec.structs.replace(document("x").head, published_found=Found.TEXT)
    health = collection_health([head, document("y", day=None).head], "2025-11-20")
    assert (health.share_date_not_stated, health.undated) == (1.0, 1)
    assert len(health.notes()) == 2
