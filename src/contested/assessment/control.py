"""Who may be said to control a place on a day, as known on a day, and why.

`known_on` is applied first and to everything: a conclusion as known on a day is exactly what a
run on only the reports published until then would say, voices' records included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from contested.assessment.observations import CONTESTED, Interest, Observation, observe, ordinal
from contested.assessment.reliability import Reliability, by_place, learn
from contested.assessment.state_space import (
    Array,
    Dynamics,
    evidence_weights,
    forward,
    forward_backward,
    freshness,
    log_likelihood,
    news,
    pace,
    states_of,
    unknown_share,
)
from contested.errors import ContestedError
from contested.model import NO_PARTY, UNKNOWN, Basis, Control, LedgerEntry, Link, Origin, Relation, Weighing

CARRIED_FORWARD_AFTER = 14
"""Days without a report after which a state is called carried forward (a pack may set its own)."""
MOST_CANDIDATES = 30
"""Claims tried as the decisive one; each costs a run of the chain over the place's days."""
DISPUTE_WINDOW = 14
"""Days within which opposite statements about a place make it disputed."""


@dataclass(frozen=True)
class Evidence:
    """All observations of a ledger with the parties they are about: the input of every question."""

    observations: tuple[Observation, ...]
    parties: tuple[str, ...]
    opposed: frozenset[frozenset[str]] = frozenset()  # pairs of claims that deny or contradict each other
    carried_forward_after: int = CARRIED_FORWARD_AFTER

    @cached_property
    def _by_place(self) -> dict[str, list[Observation]]:
        return by_place(self.observations)

    def known_on(self, day: str) -> Evidence:
        """Return what had been published until the end of that day."""
        last = ordinal(day) or 0
        kept = tuple(obs for obs in self.observations if obs.published <= last)
        return replace(self, observations=kept)

    def at(self, place_id: str, known_on: str | None = None) -> tuple[Observation, ...]:
        """Return the observations that bear on the whole of one place, published until a day."""
        return tuple(obs for obs in self.with_parts(place_id, known_on) if obs.compatible)

    def with_parts(self, place_id: str, known_on: str | None = None) -> tuple[Observation, ...]:
        """Return the same with those that bear on a part of the place only."""
        here = self._by_place.get(place_id, ())
        last = ordinal(known_on)
        return tuple(obs for obs in here if last is None or obs.published <= last)


def gather(
    entries: Iterable[LedgerEntry], links: Iterable[Link], origins: Iterable[Origin], parties: Sequence[str]
) -> Evidence:
    """Return the evidence about control in a ledger, for one set of parties."""
    opposed = frozenset(
        frozenset((link.a, link.b)) for link in links if link.relation in (Relation.DENIES, Relation.CONTRADICTS)
    )
    return Evidence(tuple(observe(entries, origins, parties)), tuple(parties), opposed)


def assess_control(
    evidence: Evidence,
    place_id: str,
    day: str,
    known_on: str | None = None,
    *,
    reliability: Reliability | None = None,
    dynamics: Dynamics = Dynamics(),
    place: str = "",
) -> Control:
    """Return who may be said to control a place on a day, as known on a day (default: that day).

    Raises ContestedError for a day that is no ISO date. `reliability` spares learning the
    voices' records again when many places are asked about with the same `known_on`.
    """
    today, known_on = clocks(day, known_on)
    records = reliability or learn(evidence.known_on(known_on).observations, evidence.parties, dynamics)
    observations = evidence.at(place_id, known_on)
    view = PlaceView.of(observations, evidence.parties, records, today)
    return view.conclude(evidence, place or _name(observations, place_id), place_id, day, known_on)


def clocks(day: str, known_on: str | None) -> tuple[int, str]:
    """Return the ordinal of the day asked about, and the day of knowledge (default: that day)."""
    known_on = known_on or day
    today = ordinal(day)
    if today is None or ordinal(known_on) is None:
        raise ContestedError(f"{day!r} or {known_on!r} is no date.", "Write it as 2025-11-07.")
    return today, known_on


def control_series(
    evidence: Evidence,
    place_id: str,
    days: Sequence[str],
    known_on: str | None = None,
    *,
    dynamics: Dynamics = Dynamics(),
    place: str = "",
) -> Iterator[Control]:
    """Yield the control of a place for each day; without `known_on` each as known on that day."""
    fixed = learn(evidence.known_on(known_on).observations, evidence.parties, dynamics) if known_on else None
    for day in days:
        yield assess_control(
            evidence, place_id, day, known_on or day, reliability=fixed, dynamics=dynamics, place=place
        )


def _name(observations: Sequence[Observation], place_id: str) -> str:
    return observations[-1].place if observations else place_id


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place's observations and what the model makes of them for one day."""

    observations: tuple[Observation, ...]
    weights: tuple[float, ...]
    states: tuple[str, ...]
    first: int
    day: int
    belief: Array  # [S] given that someone holds it or it is contested
    candidates: tuple[str, ...]  # the heaviest claims, of which one may be decisive
    without: Array  # [candidates, S] the belief without each of them
    unknown: float
    dynamics: Dynamics

    @classmethod
    def of(
        cls, observations: Sequence[Observation], parties: Sequence[str], records: Reliability, day: int
    ) -> PlaceView:
        """Run the model for one place, with all observations known and the records learned from what was."""
        states = states_of(parties)
        dynamics = records.dynamics_of(observations[0].place_id) if observations else records.dynamics
        fresh = freshness(observations, dynamics.same_side_window)
        weights = evidence_weights(observations, len(states), records.accuracy, dynamics, fresh)
        first = min([obs.day for obs in observations] + [day])
        last = max([obs.day for obs in observations] + [day, records.until])
        candidates = heaviest_claims(observations, weights, day, dynamics)
        claims, whole = np.array([o.claim for o in observations]), np.array(weights)
        variants = [whole, *(np.where(claims == claim, 0.0, whole) for claim in candidates)]
        told = news(observations, fresh, first, last - first + 1)
        speed = pace(told, dynamics.reports_per_day, records.until - first)
        beliefs = _beliefs(observations, variants, states, first, day, dynamics, speed)
        unknown = float(unknown_share(observations, weights, first, last - first + 1, dynamics)[day - first])
        return cls(
            tuple(observations),
            tuple(weights),
            states,
            first,
            day,
            beliefs[0],
            candidates,
            beliefs[1:],
            unknown,
            dynamics,
        )

    @property
    def probabilities(self) -> dict[str, float]:
        """Return the probabilities over parties, contested and unknown; they sum to 1."""
        shares = {state: float(p) * (1 - self.unknown) for state, p in zip(self.states, self.belief, strict=True)}
        return {**shares, UNKNOWN: self.unknown}

    @property
    def state(self) -> str:
        """Return the state in a word: unknown while more is unknown than known."""
        if self.unknown > 0.5 or not self.observations:
            return UNKNOWN
        best = float(self.belief.max())
        leading = [s for s, p in zip(self.states, self.belief, strict=True) if p >= best - 1e-9]
        return leading[0] if len(leading) == 1 else CONTESTED if CONTESTED in leading else UNKNOWN

    def relevant(self) -> list[tuple[Observation, float]]:
        """Return the observations up to the day that still bear on it, newest first."""
        horizon = self.day - 3 * int(self.dynamics.information_half_life)
        rows = [(o, w) for o, w in zip(self.observations, self.weights, strict=True) if horizon <= o.day <= self.day]
        return sorted(rows, key=lambda row: (-row[0].day, -row[0].published, row[0].claim))

    def conclude(self, known: Evidence, place: str, place_id: str, day: str, known_on: str) -> Control:
        """Return the conclusion with its basis, its claims for and against, and the decisive claim."""
        state, rows = self.state, self.relevant()
        target = state if state != UNKNOWN else None
        speaks_for = [o for o, _ in rows if target in o.compatible]
        against = [o for o, _ in rows if target is not None and target not in o.compatible]
        last = max((o.day for o, _ in rows), default=None)
        carried = last is not None and self.day - last > known.carried_forward_after
        basis = basis_of(state, speaks_for, carried)
        return Control(
            place=place, place_id=place_id, day=day, known_on=known_on, state=state,
            probabilities={name: round(value, 6) for name, value in self.probabilities.items()}, basis=basis,
            claims_for=_claims(speaks_for), claims_against=_claims(against),
            disputed=is_disputed([o for o, _ in rows if self.day - o.day <= DISPUTE_WINDOW], known.opposed),
            weighings=self.weighings(rows), decisive_claim=self.decisive(state),
            last_report=date.fromordinal(last).isoformat() if last is not None else None,
        )  # fmt: skip

    def weighings(self, rows: Sequence[tuple[Observation, float]]) -> tuple[Weighing, ...]:
        """Return one weighing an origin and thing said, heaviest first; copies carry no weight of their own."""
        groups: dict[tuple[str, frozenset[str]], list[tuple[Observation, float]]] = {}
        for obs, weight in rows:
            groups.setdefault((obs.origin, obs.compatible), []).append((obs, weight))
        found = [
            Weighing(
                origin=origin, claims=_claims([o for o, _ in group]),
                supports=" or ".join(s for s in self.states if s in compatible),
                weight=round(sum(w for _, w in group), 4), reason=_why(group[0][0]),
            )
            for (origin, compatible), group in groups.items()
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda w: (-w.weight, w.origin, w.supports)))

    def decisive(self, state: str) -> str | None:
        """Return the claim without which the probability of the state would change most.

        With a claim goes its origin's evidence: copies carry none of their own.
        """
        if state == UNKNOWN or not self.candidates:
            return None
        index = self.states.index(state)
        change = np.abs(self.without[:, index] - self.belief[index]).round(9)
        return self.candidates[int(change.argmax())] if change.max() > 1e-6 else None


def heaviest_claims(
    observations: Sequence[Observation], weights: Sequence[float], day: int, dynamics: Dynamics
) -> tuple[str, ...]:
    """Return the claims still bearing on a day that weigh most, at most `MOST_CANDIDATES`, heaviest first."""
    horizon = day - 3 * int(dynamics.information_half_life)
    rows = [(w, o.claim) for o, w in zip(observations, weights, strict=True) if w and horizon <= o.day <= day]
    return tuple(dict.fromkeys(claim for _, claim in sorted(rows, key=lambda row: (-row[0], row[1]))))[:MOST_CANDIDATES]


def _beliefs(
    observations: Sequence[Observation],
    weights: Sequence[Array],
    states: Sequence[str],
    first: int,
    day: int,
    dynamics: Dynamics,
    speed: Array,
) -> Array:
    """Return the belief `[N, S]` on a day under each of `N` weightings; looks ahead only if there is something."""
    loglik = np.stack([log_likelihood(observations, row, states, first, speed.size) for row in weights])
    transition, start = dynamics.transition(len(states)), dynamics.start(len(states))
    if first + speed.size - 1 == day:
        return np.asarray(forward(loglik, transition, start, speed)[:, -1, :])
    return np.asarray(forward_backward(loglik, transition, start, speed)[1][:, day - first, :])


def _claims(observations: Iterable[Observation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(obs.claim for obs in observations))


def _why(obs: Observation) -> str:
    reasons: Mapping[Interest, str] = {
        Interest.OWN_GAIN: f"{obs.party} speaks of its own gain",
        Interest.OWN_HOLD: f"{obs.party} speaks of its own hold",
        Interest.OWN_LOSS: f"{obs.party} acknowledges what speaks against it",
        Interest.OPPONENT_LOSS: f"{obs.party} speaks of the other side's loss",
        Interest.MONITOR: f"{obs.voice} speaks for no side",
        Interest.MEDIA: f"{obs.voice} reports it in its own voice",
        Interest.ALIGNED_MEDIA: f"{obs.voice} reports it in its own voice and speaks for {obs.party}",
        Interest.WITNESS: "people on the spot say so",
        Interest.EVIDENCE: "evidence named in the report",
        Interest.ANONYMOUS: "unnamed, side not known",
        Interest.UNKNOWN: "source not identified",
    }
    return reasons[obs.interest]


NEUTRAL = {Interest.MONITOR, Interest.MEDIA, Interest.WITNESS, Interest.EVIDENCE}
"""Voices with nothing to gain."""


def basis_of(state: str, supporting: Sequence[Observation], carried: bool) -> Basis:
    """Return the basis word for a state, from the observations that support it.

    An acknowledgement outranks confirmation, confirmation outranks a claim. Confirmation takes
    two independent origins, of two voices, of which one has nothing to gain: the gate of what a
    brief may say. An outlet that says the same twice confirms nothing.
    """
    if state == UNKNOWN:
        return Basis.NO_REPORT if not supporting else Basis.UNKNOWN
    if carried:
        return Basis.PERSISTENCE
    if state == CONTESTED:
        return Basis.BOTH_INSIDE
    exact = [o for o in supporting if CONTESTED not in o.compatible]  # leaving the market yields no city
    admitted = [o for o in exact if o.interest is Interest.OWN_LOSS and o.party != state]
    if any(o.subject == o.party for o in admitted):
        return Basis.OWN_ADMISSION
    if admitted:
        return Basis.OPPONENT_ADMISSION
    told = {(o.interest in NEUTRAL, o.origin, o.voice) for o in exact}
    several = len({voice for _, _, voice in told}) > 1
    if several and any(neutral and o != p and v != w for neutral, o, v in told for _, p, w in told):
        return Basis.INDEPENDENT_CONFIRMATION
    return Basis.CLAIMED_ONLY


def origins_for(control: Control) -> int:
    """Return how many independent origins say just what a conclusion says."""
    return len({weighing.origin for weighing in control.weighings if weighing.supports == control.state})


def is_disputed(observations: Sequence[Observation], opposed: frozenset[frozenset[str]]) -> bool:
    """Return whether voices say incompatible things, or a denial links two of them.

    Voices of two sides need not speak of the same day: each goes on saying what it said. A voice
    of no side contradicts another on the day that both speak of; later it may have seen a change.
    """
    claims = {o.claim for o in observations}
    if any(len(pair) == 2 and pair <= claims for pair in opposed):
        return True
    said = list({(o.voice, o.party, o.compatible, o.part, o.day): o for o in observations}.values())
    return any(_opposite(a, b) for i, a in enumerate(said) for b in said[i + 1 :])


def _opposite(a: Observation, b: Observation) -> bool:
    if a.compatible & b.compatible or a.voice == b.voice or (a.part and b.part and a.part != b.part):
        return False
    if a.party in (NO_PARTY, UNKNOWN) or b.party in (NO_PARTY, UNKNOWN):
        return a.day == b.day
    return a.party != b.party
