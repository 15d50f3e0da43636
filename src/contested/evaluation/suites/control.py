"""Control suite: the model and four baselines on planted truth, each day as known on that day.

Scored are all place-days from a place's first report on. `brier` is the sum of squares over the
states (0 best, 2 worst), `ece` the expected calibration error of the stated state in ten bins,
`days_late` the median days from a true change until the stated state has caught up (a change
never caught up counts the days until the next change), `false_changes` the changes of the stated
state per place and year that match no true change within ten days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from contested.assessment.baselines import BASELINES, Baseline
from contested.assessment.observations import PRIORS, Observation
from contested.assessment.reliability import learn
from contested.assessment.state_space import Array, evidence_weights, forward, freshness, pace, states_of, step
from contested.evaluation.common import Item, Metrics, Options
from contested.evaluation.planted import SCENARIOS, A, B, Scenario, Trajectory, report, trajectories

READS_WHOLE_FILES = True
"""A limit counts places, not rows."""
STATES = states_of((A, B))
WEEK, LATE = int(PRIORS["dynamics"]["take_up_days"]), int(PRIORS["dynamics"]["usual_delay_days"])
"""A report bears on changes up to a week before; its not having come, on those of that long ago and its delay."""
PLACES = 240
"""Places drawn from the file unless --limit says otherwise: half of them change hands."""
RELEARN_DAYS = 60
"""The voices' records are learned anew this often, from what was published until then."""


def evaluate(items: Sequence[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return the metrics of the model, averaged over the scenarios, and the best baseline's."""
    places = trajectories(items, options.limit or PLACES)
    rows = {scenario.name: run(places, scenario) for scenario in SCENARIOS}
    names = ["model", *BASELINES]
    mean = {name: _mean([row[name] for row in rows.values()]) for name in names}
    best = min(BASELINES, key=lambda name: mean[name]["brier"])
    metrics: dict[str, Any] = dict(mean["model"])
    metrics["brier_ratio_to_best_baseline"] = round(mean["model"]["brier"] / mean[best]["brier"], 4)
    metrics["worst_scenario_ratio"] = round(
        max(row["model"]["brier"] / min(row[name]["brier"] for name in BASELINES) for row in rows.values()), 4
    )
    metrics["scenarios"] = {
        name: {"brier": row["model"]["brier"], "best_baseline": min(row[b]["brier"] for b in BASELINES)}
        for name, row in rows.items()
    }
    return metrics, {"name": best, **mean[best], "all": {name: mean[name]["brier"] for name in BASELINES}}


def _mean(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {key: round(float(np.mean([row[key] for row in rows])), 4) for key in rows[0]}


def run(places: Sequence[Trajectory], scenario: Scenario) -> dict[str, dict[str, float]]:
    """Return the scores of the model and of each baseline in one scenario."""
    reports = [report(place, scenario) for place in places]
    truth = np.array([[STATES.index(state) for state in place.states] for place in places])
    first = places[0].first
    seen = np.array([[bool(obs) and obs[0].published <= first + t for t in range(truth.shape[1])] for obs in reports])
    beliefs = {"model": model_beliefs(reports, first, truth.shape[1])}
    for name, baseline in BASELINES.items():
        beliefs[name] = baseline_beliefs(baseline, reports, first, truth.shape[1])
    return {name: scores(belief, truth, seen) for name, belief in beliefs.items()}


def model_beliefs(reports: Sequence[Sequence[Observation]], first: int, days: int) -> Array:
    """Return `[places, days, S]`: each day's belief from what was published until that day.

    Exact replay: a report published today about an earlier day is entered on that day and the
    chain is run again from there; all places at once.
    """
    everything = sorted((obs for place in reports for obs in place), key=lambda obs: obs.published)
    beliefs = np.empty((len(reports), days, len(STATES)))
    known = Replay(reports, first, days)
    for t in range(days):
        if t % RELEARN_DAYS == 0:
            known.relearn([obs for obs in everything if obs.published < first + t])
        beliefs[:, t, :] = known.advance(t)
    return beliefs


class Replay:
    """The filter over all places, day after day of publication."""

    def __init__(self, reports: Sequence[Sequence[Observation]], first: int, days: int) -> None:
        self.reports, self.first = reports, first
        self.loglik = np.zeros((len(reports), days, len(STATES)))
        self.told = np.zeros((len(reports), days))
        self.filtered = np.empty_like(self.loglik)
        self.arrivals: list[list[tuple[int, int]]] = [[] for _ in range(days)]
        for row, place in enumerate(reports):
            for number, obs in enumerate(place):
                if obs.published - first < days:
                    self.arrivals[obs.published - first].append((row, number))
        self.dirty = 0

    def relearn(self, known: Sequence[Observation]) -> None:
        """Learn the voices' records anew and weigh all that is known by them."""
        learned = learn(known, (A, B))
        ids = [place[0].place_id if place else "" for place in self.reports]
        self.transition = np.stack([learned.dynamics_of(name).transition(len(STATES)) for name in ids])
        self.start = learned.dynamics.start(len(STATES))
        self.usual = np.array([[learned.dynamics_of(name).reports_per_day] for name in ids])
        self.fresh = [freshness(place, learned.dynamics.same_side_window) for place in self.reports]
        self.told[:] = 0
        self.weights = [evidence_weights(p, len(STATES), learned.accuracy, learned.dynamics) for p in self.reports]
        self.loglik[:] = 0
        for obs_day in range(max((o.published for o in known), default=self.first - 1) - self.first + 1):
            for row, number in self.arrivals[obs_day]:
                self.enter(row, number)
        self.dirty = 0

    def enter(self, row: int, number: int) -> None:
        """Enter one observation on the day that it is about."""
        obs, weight = self.reports[row][number], self.weights[row][number]
        day = max(obs.day - self.first, 0)
        if weight:
            self.told[row, day] += self.fresh[row][number]
            self.loglik[row, day, [STATES.index(state) for state in obs.compatible]] += weight
            self.dirty = max(min(self.dirty, day - WEEK), 0)

    def advance(self, t: int) -> Array:
        """Return the belief of each place on day `t`, all reports of that day entered."""
        self.dirty = max(min(self.dirty, t - WEEK - LATE), 0)
        for row, number in self.arrivals[t]:
            self.enter(row, number)
        start = self.dirty
        window = self.loglik[:, start : t + 1, :]
        speed = pace(self.told[:, start : t + 1], self.usual, t - start)
        before = step(self.filtered[:, start - 1, :], self.transition, speed[:, 0]) if start else self.start
        self.filtered[:, start : t + 1, :] = forward(window, self.transition, before, speed)
        self.dirty = t + 1
        return self.filtered[:, t, :].copy()


def baseline_beliefs(baseline: Baseline, reports: Sequence[Sequence[Observation]], first: int, days: int) -> Array:
    """Return the same for a baseline."""
    beliefs = np.full((len(reports), days, len(STATES)), 1 / len(STATES))
    for row, place in enumerate(reports):
        known: list[Observation] = []
        coming = list(place)
        for t in range(days):
            while coming and coming[0].published <= first + t:
                known.append(coming.pop(0))
            if known:
                beliefs[row, t] = baseline(known, STATES, first + t)
    return beliefs


def scores(beliefs: Array, truth: Any, seen: Any) -> dict[str, float]:
    """Return all figures of one method in one scenario."""
    stated = beliefs.argmax(axis=2)
    right = (stated == truth)[seen]
    onehot = np.eye(beliefs.shape[2])[truth]
    at_truth = np.take_along_axis(beliefs, truth[..., None], axis=2)[..., 0][seen]
    return {
        "accuracy": round(float(right.mean()), 4),
        "brier": round(float(((beliefs - onehot) ** 2).sum(axis=2)[seen].mean()), 4),
        "log_loss": round(float(-np.log(np.clip(at_truth, 1e-6, 1)).mean()), 4),
        "ece": calibration_error(beliefs.max(axis=2)[seen], right),
        "days_late": days_late(stated, truth),
        "false_changes": false_changes(stated, truth, seen),
    }


def calibration_error(confidence: Array, right: Any, bins: int = 10) -> float:
    """Return the expected calibration error (Naeini, Cooper and Hauskrecht 2015)."""
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    error = 0.0
    for b in range(bins):
        inside = index == b
        if inside.any():
            error += abs(float(confidence[inside].mean()) - float(right[inside].mean())) * float(inside.mean())
    return round(error, 4)


def days_late(stated: Any, truth: Any) -> float:
    """Return the median days from a true change until it is stated."""
    late: list[int] = []
    for row in range(truth.shape[0]):
        changes = [t for t in range(1, truth.shape[1]) if truth[row, t] != truth[row, t - 1]]
        for t, end in pairwise([*changes, truth.shape[1]]):
            caught = np.flatnonzero(stated[row, t:end] == truth[row, t])
            late.append(int(caught[0]) if caught.size else end - t)
    return float(np.median(late)) if late else 0.0


def false_changes(stated: Any, truth: Any, seen: Any, near: int = 10) -> float:
    """Return changes of the stated state per place-year that no true change lies near."""
    wrong = 0
    for row in range(truth.shape[0]):
        true = np.flatnonzero(np.diff(truth[row])) + 1
        for t in np.flatnonzero(np.diff(stated[row])) + 1:
            if seen[row, t - 1] and not (np.abs(true - t) <= near).any():
                wrong += 1
    return round(wrong / max(float(seen.sum()) / 365, 1e-9), 4)
