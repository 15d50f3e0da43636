"""The generator of planted truth keeps its own promises."""

from __future__ import annotations

from contested.evaluation.planted import SCENARIOS, A, B, Trajectory, report, trajectories
from contested.evaluation.suites.control import days_late, scores

ROWS = [
    {"geonameid": "1", "date": "2022-04-03", "from": "(start)", "to": "occupied"},
    {"geonameid": "1", "date": "2022-04-06", "from": "occupied", "to": "unknown"},
    {"geonameid": "1", "date": "2022-04-08", "from": "unknown", "to": "none"},
    {"geonameid": "2", "date": "2022-04-03", "from": "(start)", "to": "liberated"},
    {"geonameid": "3", "date": "2022-04-07", "from": "none", "to": "occupied"},
    {"geonameid": "2", "date": "2022-04-10", "from": "liberated", "to": "none"},
]


def test_trajectories_follow_the_rows() -> None:
    """Each place has a state a day, from the first day of the file to its last."""
    found = {t.place_id: t.states for t in trajectories(ROWS)}
    assert found["gn:1"] == (A, A, A, "contested", "contested", B, B, B)
    assert found["gn:3"] == (B, B, B, B, A, A, A, A)
    assert found["gn:2"] == (B,) * 8


def test_reports_repeat_and_never_come_before_their_day() -> None:
    """A seed gives the same reports again; nothing is published before the day it is about."""
    place = Trajectory("gn:9", 738_000, (A,) * 60 + (B,) * 60)
    for scenario in SCENARIOS:
        made = report(place, scenario)
        assert made == report(place, scenario)
        assert all(obs.published >= obs.day for obs in made)


def test_scores_of_perfect_and_of_late_beliefs() -> None:
    """Certainty that is right scores nothing wrong; a change seen two days late counts two."""
    import numpy as np

    truth = np.array([[0, 0, 1, 1, 1]])
    right = np.eye(3)[truth]
    assert scores(right, truth, np.ones((1, 5), bool))["brier"] == 0
    assert days_late(np.array([[0, 0, 0, 0, 1]]), truth) == 2
