"""The state-space model: who holds a place on each day, from interested and copying voices.

States are the parties and "contested". Two things change over time and are kept apart:

* **who holds it**: a hidden Markov chain with sticky dynamics; most changes pass through
  "contested" (hidden Markov models of territorial control: Anders 2020, Journal of Conflict
  Resolution, whose states are ordered zones of control; ours are parties of any number);
* **how much is known**: the share "unknown" rises towards one with the time since the last
  report and falls with each report, so that silence is never read as quiet.

Each observation multiplies the states that it allows by its odds. The odds come from the
voice's accuracy, by what it has to gain, learned as in Dawid and Skene (1979) with Beta priors
(`reliability.py`). Copies were folded into origins before (Dong, Berti-Equille and Srivastava
2009); where we differ: a side that repeats itself adds ever less even through new origins, since
its voices share one interest.

Everything is closed form on numpy arrays: `T` days, `S` states, the first axis free for places.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, exp, floor, log

import numpy as np
import numpy.typing as npt

from contested.assessment.observations import CONTESTED, PRIORS, Interest, Observation
from contested.model import NO_PARTY, UNKNOWN

Array = npt.NDArray[np.float64]
ANOTHER_VOICE = 0.3
"""What a second voice of the same side adds on the same day; a third adds its square, and so on."""


@dataclass(frozen=True, slots=True)
class Dynamics:
    """How places change and knowledge ages; defaults from lexicons/reliability_priors.yml."""

    change_per_day: float = PRIORS["dynamics"]["change_per_day"]
    settle_per_day: float = PRIORS["dynamics"]["settle_per_day"]
    through_contested: float = PRIORS["dynamics"]["through_contested"]
    information_half_life: float = PRIORS["dynamics"]["information_half_life_days"]
    same_side_window: int = PRIORS["dynamics"]["same_side_window_days"]
    reports_per_day: float = PRIORS["dynamics"]["reports_per_day"]

    def relearned(self, held: tuple[float, float], contested: tuple[float, float]) -> Dynamics:
        """Return the dynamics after expected (changes, place-days) in held and in contested places (Gamma priors)."""
        prior = PRIORS["dynamics"]
        change = _rate(held, prior["change_per_day"], prior["change_strength_days"])
        settle = _rate(contested, prior["settle_per_day"], prior["settle_strength_days"])
        return replace(self, change_per_day=change, settle_per_day=settle)

    def of_place(self, changes: float, days: float) -> Dynamics:
        """Return the dynamics of one place with so many expected changes in so many days of its own."""
        strength = PRIORS["dynamics"]["place_strength_days"]
        return replace(self, change_per_day=_rate((changes, days), self.change_per_day, strength))

    def usually(self, reports: float, days: float) -> Dynamics:
        """Return the same with the reports a day that so many in so many days lead one to expect."""
        strength = PRIORS["dynamics"]["reports_strength_days"]
        usual = (reports + self.reports_per_day * strength) / (days + strength)
        return replace(self, reports_per_day=float(usual))

    def transition(self, states: int) -> Array:
        """Return the day-to-day matrix `[from, to]`; the last state is "contested"."""
        matrix = np.zeros((states, states))
        parties = states - 1
        direct = self.change_per_day * (1 - self.through_contested) if parties > 1 else 0.0
        matrix[:parties, :parties] = direct / max(parties - 1, 1)
        matrix[:parties, -1] = self.change_per_day - direct
        matrix[-1, :parties] = self.settle_per_day / max(parties, 1)
        matrix[range(states), range(states)] = 1 - self.change_per_day
        matrix[-1, -1] = 1 - self.settle_per_day
        return matrix

    def start(self, states: int) -> Array:
        """Return the belief before any report: even odds for the parties, less for "contested"."""
        contested = float(PRIORS["dynamics"]["contested_at_first"])
        parties = [(1 - contested) / max(states - 1, 1)] * (states - 1)
        return np.array([*parties, contested]) if parties else np.ones(1)


def _rate(seen: tuple[float, float], prior: float, strength: float) -> float:
    changes, days = seen
    return float(min(max((changes + prior * strength) / (days + strength), 0.0005), 0.2))


def prior_accuracy(interest: Interest) -> float:
    """Return the accuracy expected of a class of voices before any record."""
    return float(PRIORS["interests"][interest.value]["accuracy"])


def log_odds(accuracy: float, states: int) -> float:
    """Return the log odds with which an observation speaks for the states that it allows.

    A wrong voice is taken to pick any of the other states alike (Dawid and Skene's symmetric
    case), so chance level gives 0 and never less.

    >>> round(log_odds(1 / 3, 3), 6)
    0.0
    """
    accuracy = min(max(accuracy, 1 / states), 0.995)
    return log(accuracy * (states - 1) / (1 - accuracy))


def freshness(observations: Sequence[Observation], window: float) -> list[float]:
    """Return how much of each observation is new, 0..1: copies are 0, repetition grows with time passed.

    One origin counts once for each place, part and thing said: its first published claim, since a
    later copy can only have dropped a hedge. A side (or a voice of no side) that says the same again
    adds only what time has made new: `1 - exp(-days / window)` of its weight, and a further voice
    of the same side on the same day a little. Statements about parts of a place, whoever makes them,
    add up to no more than one: that both sides are inside. All look back in order of publication
    only, so what is published later never changes the weight of what was known before.
    """
    fresh = [0.0] * len(observations)
    heard: set[tuple[object, ...]] = set()
    said: dict[tuple[object, ...], list[tuple[int, str]]] = {}
    parts: dict[str, list[tuple[int, frozenset[str], float]]] = {}
    for i in sorted(range(len(observations)), key=lambda i: publication_order(observations[i])):
        obs = observations[i]
        copy = (obs.place_id, obs.origin, obs.part, obs.compatible)
        if copy in heard:
            continue
        heard.add(copy)
        side = obs.party if obs.party not in (NO_PARTY, UNKNOWN) else obs.voice
        before = said.setdefault((obs.place_id, side, obs.compatible), [])
        fresh[i] = novelty(obs, before, window)
        insort(before, (obs.day, obs.voice))
        if obs.partial:
            of_parts = parts.setdefault(obs.place_id, [])
            fresh[i] = min(fresh[i], 1 - already_excluded(obs, of_parts, window))
            of_parts.append((obs.day, obs.compatible, fresh[i] * obs.weight))
    return fresh


def evidence_weights(
    observations: Sequence[Observation],
    states: int,
    accuracy: Mapping[tuple[str, Interest], float],
    dynamics: Dynamics,
    fresh: Sequence[float] | None = None,
) -> list[float]:
    """Return each observation's weight: the log odds of its voice, times its own weight, times what is new in it."""
    fresh = freshness(observations, dynamics.same_side_window) if fresh is None else fresh
    odds: dict[tuple[str, Interest], float] = {}
    weights = []
    for obs, new in zip(observations, fresh, strict=True):
        key = (obs.voice, obs.interest)
        if key not in odds:
            odds[key] = log_odds(accuracy.get(key, prior_accuracy(obs.interest)), states)
        weights.append(odds[key] * min(obs.weight, 1.5) * new)
    return weights


def novelty(obs: Observation, before: Sequence[tuple[int, str]], window: float) -> float:
    """Return how much of an observation is new, 0..1; `before` are days and voices of its side that said it, sorted."""
    if not before:
        return 1.0
    after = bisect_left(before, (obs.day, ""))
    nearest = min(abs(obs.day - day) for day, _ in before[max(after - 1, 0) : after + 1])
    fresh = 1 - exp(-nearest / window)
    low, high = ((day, "") for day in (ceil(obs.day - window), floor(obs.day + window) + 1))
    voices = {voice for _, voice in before[bisect_left(before, low) : bisect_left(before, high)]}
    return max(fresh, 0.0 if obs.voice in voices else ANOTHER_VOICE ** len(voices))


def already_excluded(obs: Observation, before: Sequence[tuple[int, frozenset[str], float]], window: float) -> float:
    """Return how far what a statement about a part excludes of the whole was excluded by others, 0..1.

    "A holds the north" excludes that B holds the place alone; that A also took the station, or that
    there is fighting in the centre, excludes it no further. `before` holds the day, the states left
    and the amount of each earlier statement.
    """
    named = frozenset().union(*(states for _, states, _ in before))

    def excluded(state: str) -> float:
        amounts = [amount * exp(-abs(obs.day - day) / window) for day, states, amount in before if state not in states]
        return max(amounts, default=0.0)

    return min(1.0, *(excluded(state) for state in (named - obs.compatible) | {UNKNOWN}))


def publication_order(obs: Observation) -> tuple[int, int, float, str]:
    """Return what sorts observations by publication; of those of one day the firmest first."""
    return obs.published, obs.day, -obs.weight, obs.claim


def log_likelihood(
    observations: Sequence[Observation], weights: Sequence[float] | Array, states: Sequence[str], first: int, days: int
) -> Array:
    """Return `[T, S]` sums of weights for the states that the observations of each day allow."""
    table = np.zeros((days, len(states)))
    if not observations:
        return table
    allowed = {each: [float(state in each) for state in states] for each in {o.compatible for o in observations}}
    row = np.array([o.day - first for o in observations])
    inside = (row >= 0) & (row < days)
    said = np.array([allowed[o.compatible] for o in observations]) * np.asarray(weights)[:, None]
    np.add.at(table, row[inside], said[inside])
    return table


def news(observations: Sequence[Observation], fresh: Sequence[float], first: int, days: int) -> Array:
    """Return `[T]`: how many new things were said of each day."""
    told = np.zeros(days)
    for obs, new in zip(observations, fresh, strict=True):
        if 0 <= obs.day - first < days:
            told[obs.day - first] += new
    return told


def pace(told: Array, usual: Array | float, now: int) -> Array:
    """Return `[..., T]`: how much likelier a change on each day is, given what was reported from it on.

    A change of hands makes news: `reports_at_change` voices are expected to tell of it within
    `take_up_days`, on top of the `usual` reports a day. A week without a report speaks against a
    change, a week with several for one: the odds of two Poisson counts. Of days so near to `now`
    that their reports may still be on the way, silence says less.
    """
    prior = PRIORS["dynamics"]
    window, expected = int(prior["take_up_days"]), float(prior["reports_at_change"])
    until = np.concatenate([np.zeros_like(told[..., :1]), np.cumsum(told, axis=-1)], axis=-1)
    day = np.arange(told.shape[-1])
    count = until[..., np.minimum(day + window, day.size)] - until[..., day]
    elapsed = np.clip((now + 1 - day) / (window + float(prior["usual_delay_days"])), 0.0, 1.0)
    burst = count * np.log1p(expected / (window * np.asarray(usual)))
    return np.asarray(np.exp(np.minimum(burst - expected * elapsed, np.log(float(prior["pace_at_most"])))))


def step(belief: Array, transition: Array, pace: Array | float = 1.0) -> Array:
    """Return the belief a day later, not summing to one: `[..., S]` times `[..., S, S]`, changes times `pace`."""
    stay, move = _parted(transition)
    return np.asarray(_step(belief, stay, move, np.asarray(pace)))


def _parted(transition: Array) -> tuple[Array, Array]:
    """Return the chances of staying `[..., S]` and those of each change `[..., S, S]`."""
    stay = np.diagonal(transition, axis1=-2, axis2=-1).copy()
    return stay, transition - np.eye(transition.shape[-1]) * stay[..., None]


def _step(belief: Array, stay: Array, move: Array, pace: Array) -> Array:
    moved = belief @ move if move.ndim == 2 else (belief[..., None, :] @ move)[..., 0, :]
    return np.asarray(belief * stay + pace[..., None] * moved)


def forward(loglik: Array, transition: Array, start: Array, pace: Array | None = None) -> Array:
    """Return filtered probabilities, shaped as `loglik` (`[..., T, S]`).

    `transition` is `[S, S]` or one a place, `[..., S, S]`; `start` `[..., S]` is the belief on the
    first day before its own reports; `pace` `[..., T]` scales the change into each day.
    """
    likelihood = np.exp(loglik - loglik.max(axis=-1, keepdims=True))
    speed = np.ones(loglik.shape[:-1]) if pace is None else pace
    filtered = np.empty_like(likelihood)
    stay, move = _parted(transition)
    belief = np.broadcast_to(start, (*loglik.shape[:-2], loglik.shape[-1]))
    for t in range(loglik.shape[-2]):
        belief = (belief if t == 0 else _step(belief, stay, move, speed[..., t])) * likelihood[..., t, :]
        belief = belief / belief.sum(axis=-1, keepdims=True)
        filtered[..., t, :] = belief
    return np.asarray(filtered)


def forward_backward(loglik: Array, transition: Array, start: Array, pace: Array | None = None) -> tuple[Array, Array]:
    """Return filtered and smoothed probabilities, both shaped as `loglik` (`[..., T, S]`).

    Rabiner (1989), scaled; runs over any number of places at once.
    """
    speed = np.ones(loglik.shape[:-1]) if pace is None else pace
    filtered = forward(loglik, transition, start, speed)
    likelihood = np.exp(loglik - loglik.max(axis=-1, keepdims=True))
    smoothed = np.empty_like(filtered)
    smoothed[..., -1, :] = filtered[..., -1, :]
    message = np.ones(filtered.shape[:-2] + filtered.shape[-1:])
    stay, move = _parted(np.swapaxes(transition, -1, -2))
    for t in range(loglik.shape[-2] - 2, -1, -1):
        message = _step(message * likelihood[..., t + 1, :], stay, move, speed[..., t + 1])
        message /= message.sum(axis=-1, keepdims=True)
        smoothed[..., t, :] = message
    smoothed[..., :-1, :] *= filtered[..., :-1, :]
    smoothed /= smoothed.sum(axis=-1, keepdims=True)
    return filtered, smoothed


def unknown_share(
    observations: Sequence[Observation], weights: Sequence[float], first: int, days: int, dynamics: Dynamics
) -> Array:
    """Return `[T]`: how much is not known on each day, 1 before the first report.

    Falls with the weight of each report (a report of weight w leaves exp(-2 w) of it, but never
    less than `unknown_at_least`), and the known part halves in `information_half_life` days.
    """
    decay = 0.5 ** (1 / dynamics.information_half_life)
    told = np.zeros(days)
    for obs, weight in zip(observations, weights, strict=True):
        if 0 <= obs.day - first < days:
            told[obs.day - first] += abs(weight)
    unknown, share = np.empty(days), 1.0
    least = float(PRIORS["dynamics"]["unknown_at_least"])
    for t in range(days):
        share = max((1 - (1 - share) * decay) * float(np.exp(-2 * told[t])), least)
        unknown[t] = share
    return unknown


def states_of(parties: Sequence[str]) -> tuple[str, ...]:
    """Return the model's states: the parties in pack order, then "contested"."""
    return (*parties, CONTESTED)
