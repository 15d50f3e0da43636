"""The chain and the weights, in numbers small enough to check by hand."""

from __future__ import annotations

import numpy as np
import pytest

from contested.assessment.reliability import learn
from contested.assessment.state_space import Dynamics, forward_backward, log_odds, pace, states_of
from contested.evaluation.planted import SCENARIOS, A, B, Trajectory, report


def test_transition_rows_sum_to_one() -> None:
    """Each day something holds, for any number of parties."""
    for parties in (1, 2, 3, 5):
        matrix = Dynamics().transition(parties + 1)
        assert np.allclose(matrix.sum(axis=1), 1)
        assert (matrix >= 0).all()


def test_filter_agrees_with_bayes_by_hand() -> None:
    """One observation on the first day is Bayes' rule."""
    loglik = np.log(np.array([[4.0, 1.0, 1.0]]))
    start = np.array([0.25, 0.25, 0.5])
    filtered, smoothed = forward_backward(loglik, np.eye(3), start)
    assert filtered[0] == pytest.approx(np.array([1.0, 0.25, 0.5]) / 1.75)
    assert smoothed == pytest.approx(filtered)


def test_places_do_not_mix() -> None:
    """Running two places at once equals running each alone."""
    rng = np.random.default_rng(1)
    loglik, transition = rng.normal(size=(2, 9, 3)), Dynamics().transition(3)
    start = Dynamics().start(3)
    both = forward_backward(loglik, transition, start)[1]
    for row in range(2):
        assert both[row] == pytest.approx(forward_backward(loglik[row], transition, start)[1])


def test_chance_level_says_nothing() -> None:
    """A voice no better than chance has no weight, and never a negative one."""
    assert log_odds(1 / 3, 3) == pytest.approx(0)
    assert log_odds(0.1, 3) == pytest.approx(0)


def test_learning_tells_a_monitor_from_an_inventor() -> None:
    """On planted truth the learned accuracy of the monitor is above that of the sides' denials."""
    states = (A,) * 100 + ("contested",) * 20 + (B,) * 180
    places = [Trajectory(f"gn:{i}", 738_000, states if i % 2 else tuple(reversed(states))) for i in range(30)]
    observations = [obs for place in places for obs in report(place, SCENARIOS[1])]
    records = {(r.voice, r.interest.value): r for r in learn(observations, (A, B)).records}
    assert records[("Monitor", "monitor")].accuracy > 0.8
    denials = [r for (_, interest), r in records.items() if interest == "own_hold"]
    assert all(r.accuracy < records[("Monitor", "monitor")].accuracy for r in denials)


def test_states_follow_the_pack() -> None:
    """The parties keep their order and "contested" is last."""
    assert states_of(("SAF", "RSF")) == ("SAF", "RSF", "contested")


def test_a_change_makes_news() -> None:
    """A silent week speaks against a change, a busy one for one; of days still to come nothing is said."""
    told = np.zeros(60)
    told[30:34] = 1
    speed = pace(told, 0.02, 50)
    assert speed[10] < 0.5
    assert speed[30] == pytest.approx(3)
    assert speed[10] < speed[48] < 1
    assert (speed[51:] == 1).all()
