"""Replay: how the picture of a place changed as reports came in, and which report changed it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from contested.assessment.control import Evidence, assess_control
from contested.assessment.observations import ordinal
from contested.model import Basis, Control

NOTABLE = 0.1
"""A step is told when the state, its basis or dispute changed, or a probability moved by this much."""


@dataclass(frozen=True, slots=True)
class Step:
    """One day on which the picture changed; `claims` are those published that day, most telling first."""

    day: str
    before: Control
    after: Control
    claims: tuple[str, ...]
    largest_move: float

    @property
    def by_ageing(self) -> bool:
        """Whether nothing was published: the picture changed because what was known grew old."""
        return not self.claims


def replay(
    evidence_on: Callable[[str], Evidence], place_id: str, days: Sequence[str], place: str = ""
) -> Iterator[Step]:
    """Yield the days on which the picture of a place changed; `evidence_on(day)` is what was known that day."""
    before: Control | None = None
    for day in days:
        evidence = evidence_on(day)
        after = assess_control(evidence, place_id, day, place=place)
        if before is not None:
            move = max(abs(after.probabilities[s] - before.probabilities.get(s, 0.0)) for s in after.probabilities)
            ageing = Basis.PERSISTENCE in (before.basis, after.basis)
            told = (before.state, before.disputed) != (after.state, after.disputed) or move >= NOTABLE
            if told or (before.basis != after.basis and not ageing):
                published = {o.claim for o in evidence.at(place_id) if o.published == ordinal(day)}
                weighed = [c for w in after.weighings for c in w.claims if c in published]
                yield Step(day, before, after, tuple(dict.fromkeys([*weighed, *sorted(published)])), round(move, 4))
        before = after
