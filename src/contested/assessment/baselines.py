"""Four plain ways to say who holds a place, in the interface of the model: what "better" means.

Each takes the observations known by a day and returns probabilities over the states. The state
that a vote leaves open is spread evenly; no report yet means even odds. None of them looks
further back than `WINDOW` days, but the last report wins however old it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import numpy as np

from contested.assessment.observations import Interest, Observation
from contested.assessment.state_space import Array

Baseline: TypeAlias = Callable[[Sequence[Observation], Sequence[str], int], Array]
"""(observations known by the day, states, day) → probabilities `[S]`."""

WINDOW = 30
"""Days of reports that a vote counts."""
LAST_REPORT_TRUST = 0.85
"""What "last report wins" bets on it; chosen before any run as a round number."""


def _votes(observations: Iterable[Observation], states: Sequence[str]) -> Array:
    votes = np.zeros(len(states))
    for obs in observations:
        for state in obs.compatible:
            votes[states.index(state)] += 1 / len(obs.compatible)
    return votes


def _shares(votes: Array) -> Array:
    """Laplace-smoothed shares, so that one vote is no certainty."""
    return np.asarray((votes + 0.5) / (votes.sum() + 0.5 * len(votes)))


def _recent(observations: Sequence[Observation], day: int) -> list[Observation]:
    recent = [obs for obs in observations if day - WINDOW <= obs.published <= day]
    return recent or list(observations[-1:])


def last_report(observations: Sequence[Observation], states: Sequence[str], day: int) -> Array:  # noqa: ARG001
    """Return a firm bet on whatever the newest report says."""
    if not observations:
        return np.full(len(states), 1 / len(states))
    newest = max(observations, key=lambda obs: (obs.published, obs.day, obs.claim))
    votes = _votes([newest], states)
    rest = (votes == 0).sum()
    return np.asarray(
        votes * (LAST_REPORT_TRUST if rest else 1.0) + (votes == 0) * ((1 - LAST_REPORT_TRUST) / max(rest, 1))
    )


def majority_of_claims(observations: Sequence[Observation], states: Sequence[str], day: int) -> Array:
    """Return the shares of all recent claims, copies and all."""
    return _shares(_votes(_recent(observations, day), states))


def majority_of_origins(observations: Sequence[Observation], states: Sequence[str], day: int) -> Array:
    """Return the shares of recent origins: each counts once for each thing it says."""
    once = {(obs.origin, obs.compatible): obs for obs in _recent(observations, day)}
    return _shares(_votes(once.values(), states))


def vote_with_monitor(observations: Sequence[Observation], states: Sequence[str], day: int) -> Array:
    """Return the majority of recent origins, a monitor breaking ties (the form of VIINA's vote)."""
    once = {(obs.origin, obs.compatible): obs for obs in _recent(observations, day)}
    votes = _votes(once.values(), states)
    if (votes == votes.max()).sum() > 1:
        monitors = [obs for obs in once.values() if obs.interest is Interest.MONITOR]
        if monitors:
            votes = votes + 0.5 * _votes([max(monitors, key=lambda obs: obs.published)], states)
    return _shares(votes)


BASELINES: dict[str, Baseline] = {
    "last_report": last_report,
    "majority_of_claims": majority_of_claims,
    "majority_of_origins": majority_of_origins,
    "vote_with_monitor": vote_with_monitor,
}
