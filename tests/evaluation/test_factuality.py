"""The factuality suite: its scores, and its run over two invented items."""

from __future__ import annotations

from contested.evaluation.common import Options
from contested.evaluation.suites.factuality import correlation, evaluate, mean_error


def test_mean_error_and_correlation_follow_their_definitions() -> None:
    """Mean absolute error and Pearson's r, with nothing to say about a constant."""
    assert mean_error([3.0, -1.0], [2.0, 1.0]) == 1.5
    assert correlation([1.0, 2.0, 3.0], [2.0, 4.0, 6.0]) == 1.0
    assert correlation([1.0, 2.0], [3.0, 3.0]) is None


def test_the_suite_beats_calling_everything_certain_where_something_is_not() -> None:
    """One event that happened and one that did not."""
    items = [
        {
            "id": "1",
            "text": "The army took Osk .",
            "events": [{"start": 9, "end": 13, "text": "took", "factuality": 3.0}],
        },
        {
            "id": "2",
            "text": "The army did not take Osk .",
            "events": [{"start": 17, "end": 21, "text": "take", "factuality": -2.5}],
        },
    ]
    metrics, baseline = evaluate(items, Options())
    assert set(metrics) == {"mae", "r"}
    assert metrics["mae"] < 0.5 < baseline["mae"]
    assert baseline["r"] is None
