"""How often each voice turned out right: learned from unlabelled claims, inspectable.

Expectation-maximisation after Dawid and Skene (1979), with the state-space model as the E-step:
given the smoothed belief of each place and day, an observation is right with the probability
mass of the states that it allows; the M-step is a Beta posterior mean per voice and interest, its
prior the class's own pooled record, whose prior in turn is the hand-set accuracy. So a voice with
two claims keeps nearly its class's accuracy, one with two hundred shows its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from contested.assessment.observations import PRIORS, Interest, Observation
from contested.assessment.state_space import (
    Array,
    Dynamics,
    evidence_weights,
    forward_backward,
    freshness,
    pace,
    prior_accuracy,
    publication_order,
    states_of,
    step,
)


@dataclass(frozen=True, slots=True)
class Record:
    """One voice's record in one role: `claims` weighed, expected share `right`, delay in days."""

    voice: str
    party: str
    interest: Interest
    claims: int
    right: float
    accuracy: float
    median_delay: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Learned accuracies by voice and interest, the records they rest on, and the learned dynamics."""

    accuracy: Mapping[tuple[str, Interest], float] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    dynamics: Dynamics = field(default_factory=Dynamics)
    places: Mapping[str, Dynamics] = field(default_factory=dict)
    until: int = 0  # the day of the newest report that it rests on: silence after it is the collection's

    def dynamics_of(self, place_id: str) -> Dynamics:
        """Return how fast a place changes: its own rate where it has a record, else the common one."""
        return self.places.get(place_id, self.dynamics)


def by_place(observations: Sequence[Observation]) -> dict[str, list[Observation]]:
    """Return the observations grouped by place id, in order of time."""
    groups: dict[str, list[Observation]] = defaultdict(list)
    for obs in observations:
        groups[obs.place_id].append(obs)
    return dict(sorted(groups.items()))


def first_of_each_origin(observations: Sequence[Observation]) -> list[Observation]:
    """Return the observations without copies: a copy is no second record of its speaker.

    Nor is what a voice says again on the same day, in the same report or in another.
    """
    heard: set[tuple[object, ...]] = set()
    kept: list[Observation] = []
    for obs in sorted(observations, key=publication_order):
        said = (obs.place_id, obs.part, obs.compatible)
        keys = {(obs.origin, *said), (obs.voice, obs.published, obs.day, *said)}
        if not keys & heard:
            kept.append(obs)
        heard |= keys
    return kept


@dataclass(slots=True)
class Expectation:
    """The E-step: how right each observation is expected to be, and the changes that the beliefs imply."""

    shares: list[float]
    of_place: dict[str, tuple[float, float]]  # place → expected changes away from a party, days so held
    contested: tuple[float, float] = (0.0, 0.0)  # expected changes away from contested, days so

    @property
    def held(self) -> tuple[float, float]:
        """Expected changes away from a party, and days so held, over all places."""
        return sum(c for c, _ in self.of_place.values()), sum(d for _, d in self.of_place.values())


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some places at once: enough to share numpy's overhead, few enough to stay in the processor's cache."""

    places: tuple[str, ...]
    observations: list[Observation]
    fresh: list[float]
    numbers: list[int]  # of the observations in the whole list
    rows: npt.NDArray[np.intp]  # place of each observation
    columns: npt.NDArray[np.intp]  # its day, from the first
    allowed: Array  # [n, S] 1 for the states that it allows
    reported: Array  # [places, T, 1] 1 between a place's first and last observation
    usual: Array  # [places, 1] reports a day
    pace: Array  # [places, T] of change, given the news


PLACES_AT_ONCE = 200


def _batches(observations: Sequence[Observation], states: Sequence[str], dynamics: Dynamics) -> list[_Batch]:
    number = {obs: i for i, obs in enumerate(observations)}
    groups = list(by_place(observations).items())
    starts = range(0, len(groups), PLACES_AT_ONCE)
    return [_batch(groups[start : start + PLACES_AT_ONCE], states, dynamics, number) for start in starts]


def _batch(
    groups: Sequence[tuple[str, list[Observation]]],
    states: Sequence[str],
    dynamics: Dynamics,
    number: Mapping[Observation, int],
) -> _Batch:
    inside = [obs for _, group in groups for obs in group]
    first = min(obs.day for obs in inside)
    reported = np.zeros((len(groups), max(obs.day for obs in inside) - first + 1, 1))
    for row, (_, group) in enumerate(groups):
        reported[row, group[0].day - first : max(o.day for o in group) - first] = 1
    fresh = freshness(inside, dynamics.same_side_window)
    rows = np.array([row for row, (_, group) in enumerate(groups) for _ in group])
    columns = np.array([obs.day - first for obs in inside])
    told = np.zeros(reported.shape[:2])
    np.add.at(told, (rows, columns), fresh)
    seen = reported[..., 0].sum(axis=1) + 1
    usual = np.array([dynamics.usually(n, d).reports_per_day for n, d in zip(told.sum(axis=1), seen, strict=True)])[
        :, None
    ]
    return _Batch(
        places=tuple(place for place, _ in groups),
        observations=inside,
        fresh=fresh,
        numbers=[number[obs] for obs in inside],
        rows=rows,
        columns=columns,
        usual=usual,
        pace=pace(told, usual, max(obs.published for obs in number) - first),
        allowed=np.array([[float(state in obs.compatible) for state in states] for obs in inside]),
        reported=reported,
    )


def expect(
    batches: Sequence[_Batch],
    parties: Sequence[str],
    accuracy: Mapping[tuple[str, Interest], float],
    dynamics: Dynamics,
    places: Mapping[str, Dynamics],
) -> Expectation:
    """Return the E-step over all places.

    Changes are counted between a place's first and last observation only.
    """
    total = Expectation(shares=[0.0] * sum(len(b.observations) for b in batches), of_place={})
    for batch in batches:
        _expect_batch(batch, states_of(parties), accuracy, dynamics, places, total)
    return total


def _expect_batch(
    batch: _Batch,
    states: Sequence[str],
    accuracy: Mapping[tuple[str, Interest], float],
    dynamics: Dynamics,
    places: Mapping[str, Dynamics],
    total: Expectation,
) -> None:
    loglik = np.zeros((*batch.reported.shape[:2], len(states)))
    weights = np.array(evidence_weights(batch.observations, len(states), accuracy, dynamics, batch.fresh))
    np.add.at(loglik, (batch.rows, batch.columns), weights[:, None] * batch.allowed)
    transition = np.stack([places.get(place, dynamics).transition(len(states)) for place in batch.places])
    filtered, smoothed = forward_backward(loglik, transition, dynamics.start(len(states)), batch.pace)
    predicted = step(filtered[:, :-1, :], transition[:, None], batch.pace[:, 1:])
    ahead = smoothed[:, 1:, :] / np.maximum(predicted, 1e-12)
    staying = filtered[:, :-1, :] * np.diagonal(transition, axis1=1, axis2=2)[:, None, :] * ahead
    here = smoothed[:, :-1, :] * batch.reported[:, :-1]
    changes = (here - staying * batch.reported[:, :-1]).sum(axis=1)  # [places, S]
    days_so = here.sum(axis=1)
    shares = (smoothed[batch.rows, batch.columns] * batch.allowed).sum(axis=1)
    for number, share in zip(batch.numbers, shares.tolist(), strict=True):
        total.shares[number] = share
    for row, place in enumerate(batch.places):
        total.of_place[place] = float(changes[row, :-1].sum()), float(days_so[row, :-1].sum())
    total.contested = (
        total.contested[0] + float(changes[:, -1].sum()),
        total.contested[1] + float(days_so[:, -1].sum()),
    )


def learn(
    observations: Sequence[Observation], parties: Sequence[str], dynamics: Dynamics = Dynamics(), rounds: int = 4
) -> Reliability:
    """Return what the claims themselves say of each voice's accuracy, and of how fast places change.

    Four rounds: on planted truth the accuracies move by less than 0.01 after the third. An
    observation is judged by a belief of which its own weight is a part; the Beta priors keep
    that self-confirmation small.
    """
    observations = first_of_each_origin([obs for obs in observations if obs.compatible])
    if not observations:
        return Reliability(dynamics=dynamics)
    batches = _batches(observations, states_of(parties), dynamics)
    accuracy: dict[tuple[str, Interest], float] = {}
    places: dict[str, Dynamics] = {}
    found = Expectation([], {})
    for _ in range(rounds):
        found = expect(batches, parties, accuracy, dynamics, places)
        accuracy = _maximise(observations, found.shares)
        dynamics = dynamics.relearned(found.held, found.contested)
        places = {place: dynamics.of_place(*seen) for place, seen in found.of_place.items()}
    usual = {
        place: float(rate) for batch in batches for place, rate in zip(batch.places, batch.usual[:, 0], strict=True)
    }
    places = {place: replace(of, reports_per_day=usual[place]) for place, of in places.items()}
    until = max(obs.published for obs in observations)
    return Reliability(accuracy, _records(observations, found.shares, accuracy), dynamics, places, until)


def _maximise(observations: Sequence[Observation], shares: Sequence[float]) -> dict[tuple[str, Interest], float]:
    pooled: dict[Interest, list[float]] = defaultdict(list)
    own: dict[tuple[str, Interest], list[float]] = defaultdict(list)
    for obs, share in zip(observations, shares, strict=True):
        pooled[obs.interest].append(share)
        own[(obs.voice, obs.interest)].append(share)
    classes = {interest: _posterior(values, prior_accuracy(interest), interest) for interest, values in pooled.items()}
    return {key: _posterior(values, classes[key[1]], key[1]) for key, values in own.items()}


def _posterior(values: Sequence[float], prior: float, interest: Interest) -> float:
    strength = float(PRIORS["interests"][interest.value]["strength"])
    return (sum(values) + prior * strength) / (len(values) + strength)


def _records(
    observations: Sequence[Observation], shares: Sequence[float], accuracy: Mapping[tuple[str, Interest], float]
) -> tuple[Record, ...]:
    groups: dict[tuple[str, Interest], list[tuple[Observation, float]]] = defaultdict(list)
    for obs, share in zip(observations, shares, strict=True):
        groups[(obs.voice, obs.interest)].append((obs, share))
    records = [
        Record(
            voice=voice, party=rows[0][0].party, interest=interest, claims=len(rows),
            right=sum(share for _, share in rows) / len(rows), accuracy=accuracy[(voice, interest)],
            median_delay=float(np.median([obs.published - obs.day for obs, _ in rows])),
        )
        for (voice, interest), rows in groups.items()
    ]  # fmt: skip
    return tuple(sorted(records, key=lambda r: (-r.claims, r.voice, r.interest)))
