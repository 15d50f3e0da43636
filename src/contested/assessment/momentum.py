"""Momentum: how many places a side gained or lost in a region and period, with an interval.

The net change is the sum over places of the change in the probability that the side holds it;
the interval treats places as independent (it is too narrow where one event moves several).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from contested.assessment.control import Evidence, assess_control
from contested.assessment.reliability import learn


@dataclass(frozen=True, slots=True)
class Momentum:
    """Net change of places held by `party` in `sector`, with a 90 % interval."""

    sector: str
    party: str
    places: int
    net: float
    low: float
    high: float


def momentum(evidence: Evidence, sectors: Mapping[str, Iterable[str]], first: str, last: str) -> list[Momentum]:
    """Return the net change from `first` to `last`, as known on each, by sector (name → place ids) and party."""
    then, now = (
        learn(evidence.known_on(first).observations, evidence.parties),
        learn(evidence.known_on(last).observations, evidence.parties),
    )
    rows = []
    for sector, places in sorted(sectors.items()):
        pairs = [
            (
                assess_control(evidence, place, first, reliability=then).probabilities,
                assess_control(evidence, place, last, reliability=now).probabilities,
            )
            for place in sorted(places)
        ]
        for party in evidence.parties:
            net = sum(after[party] - before[party] for before, after in pairs)
            spread = sqrt(sum(p[party] * (1 - p[party]) for pair in pairs for p in pair))
            rows.append(Momentum(sector, party, len(pairs), net, net - 1.645 * spread, net + 1.645 * spread))
    return rows
