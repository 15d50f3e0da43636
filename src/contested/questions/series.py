"""The state of every place of one war on every day, all at once.

Day by day and place by place this is what `assessment.control.assess_control` says; a test holds
the two against each other. The chains of many places run side by side, and what a state rests on
is looked at again only on days on which a report comes in or grows too old.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from contested.assessment.control import DISPUTE_WINDOW, NEUTRAL, Evidence, basis_of, is_disputed
from contested.assessment.observations import CONTESTED, PRIORS, Observation
from contested.assessment.reliability import Reliability
from contested.assessment.state_space import (
    Array,
    Dynamics,
    evidence_weights,
    forward_backward,
    freshness,
    log_likelihood,
    news,
    pace,
    states_of,
)
from contested.model import UNKNOWN, Basis
from contested.questions.arrays import Flags, Ints

PLACES_AT_ONCE = 200
BASES = list(Basis)
Whole = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class PlaceSeries:
    """One place on each day from `first` on; `shares` are the probabilities of the states, unknown last."""

    place_id: str
    first: int
    state: Ints  # number in `states_of(parties)`, unknown last
    shares: Array  # [T, S + 1]
    basis: Ints
    alone: Flags  # rests on one origin only, which speaks for no side
    disputed: Flags
    last_report: Ints  # 0: none that still counts


def place_series(
    evidence: Evidence, reliability: Reliability, wanted: Sequence[tuple[str, int]], last: int
) -> Iterator[PlaceSeries]:
    """Yield the series of each wanted (place, first day) until `last`; `evidence` is what is known, no more."""
    opposed = opposed_by_claim(evidence)
    grouped = [(place, evidence.at(place), first) for place, first in wanted]
    spans = sorted(grouped, key=lambda each: (each[1][0].day if each[1] else last, each[0]))
    for start in range(0, len(spans), PLACES_AT_ONCE):
        yield from _batch(evidence, opposed, reliability, spans[start : start + PLACES_AT_ONCE], last)


def _batch(
    evidence: Evidence,
    opposed: Mapping[str, set[str]],
    reliability: Reliability,
    group: Sequence[tuple[str, Sequence[Observation], int]],
    last: int,
) -> Iterator[PlaceSeries]:
    states = states_of(evidence.parties)
    begins = [observations[0].day if observations else first for _, observations, first in group]
    days = last - min(begins) + 1
    dynamics = [reliability.dynamics_of(place) if found else reliability.dynamics for place, found, _ in group]
    loglik = np.zeros((len(group), days, len(states)))
    told, speed = np.zeros((len(group), days)), np.ones((len(group), days))
    for row, (_, found, _) in enumerate(group):
        fresh = freshness(found, dynamics[row].same_side_window)
        weights = evidence_weights(found, len(states), reliability.accuracy, dynamics[row], fresh)
        new = news(found, fresh, begins[row], days)
        speed[row] = pace(new, dynamics[row].reports_per_day, reliability.until - begins[row])
        loglik[row] = log_likelihood(found, weights, states, begins[row], days)
        np.add.at(told[row], [o.day - begins[row] for o in found], np.abs(weights))
    belief, unknown = _beliefs(loglik, dynamics, speed), _unknown(told, dynamics)
    for row, (place, found, first) in enumerate(group):
        run = slice(max(first - begins[row], 0), last - begins[row] + 1)
        before = max(begins[row] - first, 0)  # named in a plan or a question only: nothing is known yet
        beliefs = np.concatenate([np.zeros((before, len(states))), belief[row, run]])
        unknowns = np.concatenate([np.ones(before), unknown[row, run]])
        yield _series(evidence, opposed, place, found, first, beliefs, unknowns, dynamics[row])


def _beliefs(loglik: Array, dynamics: Sequence[Dynamics], speed: Array) -> Array:
    """Return `[places, T, S]` smoothed beliefs; days after the newest report hold no evidence and change none."""
    states = loglik.shape[-1]
    transition = np.stack([each.transition(states) for each in dynamics])
    return forward_backward(loglik, transition, dynamics[0].start(states), speed)[1]


def _unknown(told: Array, dynamics: Sequence[Dynamics]) -> Array:
    """Return `state_space.unknown_share` of many places at once; `told` is the weight of each day's reports."""
    decay = np.array([0.5 ** (1 / each.information_half_life) for each in dynamics])
    least = float(PRIORS["dynamics"]["unknown_at_least"])
    unknown, share = np.empty_like(told), np.ones(len(told))
    for day in range(told.shape[1]):
        share = np.maximum((1 - (1 - share) * decay) * np.exp(-2 * told[:, day]), least)
        unknown[:, day] = share
    return unknown


def _series(
    evidence: Evidence,
    opposed: Mapping[str, set[str]],
    place: str,
    found: Sequence[Observation],
    first: int,
    belief: Array,
    unknown: Array,
    dynamics: Dynamics,
) -> PlaceSeries:
    states = (*states_of(evidence.parties), UNKNOWN)
    shares = np.concatenate([belief * (1 - unknown)[:, None], unknown[:, None]], axis=1)
    state = _states(belief, unknown, states, bool(found))
    days = first + np.arange(len(state))
    seen = np.array([o.day for o in found], np.int64)
    newest = np.searchsorted(seen, days, side="right")
    oldest = np.searchsorted(seen, days - 3 * int(dynamics.information_half_life), side="left")
    fresh = np.searchsorted(seen, days - DISPUTE_WINDOW, side="left")
    last_report = np.where(newest > oldest, seen[np.maximum(newest - 1, 0)] if len(seen) else 0, 0)
    carried = (last_report > 0) & (days - last_report > evidence.carried_forward_after)
    basis, alone = _bases(found, states, state, oldest, newest, carried)
    return PlaceSeries(
        place_id=place, first=first, state=state, shares=shares, basis=basis, alone=alone,
        disputed=_disputed(found, opposed, fresh, newest), last_report=last_report.astype(np.int32),
    )  # fmt: skip


def _states(belief: Array, unknown: Array, states: Sequence[str], reported: bool) -> Ints:
    """Return each day's state in a number: the likeliest, contested where that ties, unknown while more is unknown."""
    leading = belief >= belief.max(axis=1, keepdims=True) - 1e-9
    tied = np.where(leading[:, states.index(CONTESTED)], states.index(CONTESTED), len(states) - 1)
    state = np.where(leading.sum(axis=1) == 1, leading.argmax(axis=1), tied)
    return np.where((unknown > 0.5) | (not reported), len(states) - 1, state).astype(np.int32)


def _changes(*columns: npt.NDArray[np.generic]) -> list[int]:
    """Return the days, from the first, on which any of the columns is not what it was the day before."""
    changed = np.ones(len(columns[0]), bool)
    if len(changed) > 1:
        changed[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return [int(day) for day in np.flatnonzero(changed)]


def _bases(
    found: Sequence[Observation], states: Sequence[str], state: Ints, oldest: Whole, newest: Whole, carried: Flags
) -> tuple[Ints, Flags]:
    basis, alone = np.zeros(len(state), np.int32), np.zeros(len(state), bool)
    classes = _Classes(found, lambda o: (o.interest, o.party, o.subject, o.compatible))
    starts = _changes(state, oldest, newest, carried)
    for day, end in zip(starts, [*starts[1:], len(state)], strict=True):
        target = states[state[day]]
        supporting = [o for o in classes.between(int(oldest[day]), int(newest[day])) if target in o.compatible]
        basis[day:end] = BASES.index(basis_of(target, supporting, bool(carried[day])))
        voices = {(o.origin, o.interest in NEUTRAL) for o in supporting}
        alone[day:end] = len(voices) == 1 and all(neutral for _, neutral in voices)
    return basis, alone


def _disputed(found: Sequence[Observation], opposed: Mapping[str, set[str]], fresh: Whole, newest: Whole) -> Flags:
    """Return whether a place is disputed, a day at a time."""
    flags = np.zeros(len(fresh), bool)
    answered = _latest_answered(found, opposed)
    starts = _changes(fresh, newest)
    for day, end in zip(starts, [*starts[1:], len(fresh)], strict=True):
        low, high = int(fresh[day]), int(newest[day])
        flags[day:end] = answered[high] >= low or is_disputed(found[low:high], frozenset())
    return flags


def _latest_answered(found: Sequence[Observation], opposed: Mapping[str, set[str]]) -> list[int]:
    """Return, for each number of observations, the latest of them that an observation after it answers."""
    last_of: dict[str, int] = {}
    best = [-1]
    for number, obs in enumerate(found):
        before = (last_of.get(other, -1) for other in opposed.get(obs.claim, ()))
        best.append(max(best[-1], max(before, default=-1)))
        last_of[obs.claim] = number
    return best


def opposed_by_claim(evidence: Evidence) -> dict[str, set[str]]:
    """Return for each claim those that deny or contradict it, or that it denies or contradicts."""
    found: dict[str, set[str]] = {}
    for pair in evidence.opposed:
        if len(pair) == 2:
            one, other = pair
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


class _Classes:
    """Observations by what matters of them: of each class the newest two of different origins stand for all."""

    def __init__(self, found: Sequence[Observation], key: Callable[[Observation], Hashable]) -> None:
        self.found = found
        self.members: dict[object, list[int]] = {}
        self.other: list[int] = []  # the latest before it of its class and another origin
        latest: dict[object, tuple[str, int, int]] = {}
        for number, obs in enumerate(found):
            kind = key(obs)
            self.members.setdefault(kind, []).append(number)
            origin, at, before = latest.get(kind, (obs.origin, number, -1))
            before = before if origin == obs.origin else at
            self.other.append(before)
            latest[kind] = (obs.origin, number, before)

    def between(self, low: int, high: int) -> list[Observation]:
        """Return what stands for the observations from `low` to before `high`."""
        chosen = []
        for numbers in self.members.values():
            at = bisect_left(numbers, high) - 1
            if at >= 0 and numbers[at] >= low:
                chosen.append(numbers[at])
                if self.other[numbers[at]] >= low:
                    chosen.append(self.other[numbers[at]])
        return [self.found[number] for number in chosen]
