"""Standing: how an event stands after all words above it are taken together.

The inside of `event_factuality`: a score from -3 (certainly not) to 3 (certainly so), the world
in which the event stands, and the words that made it so. Composition goes from the top of the
sentence down to the event, one operator at a time (Nairn, Condoravdi and Karttunen 2006; the
algorithm De Facto of Sauri and Pustejovsky 2012).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache

from contested.lexicons import load
from contested.model import Certainty, Modality, Polarity

TOP = 3.0
"""The score of what is plainly asserted (the scale of Lee et al. 2015 and of UDS)."""
GRADES = ((2.15, Certainty.CERTAIN), (1.45, Certainty.PROBABLE), (0.45, Certainty.POSSIBLE))
"""Lowest score of each FactBank grade: hearsay ("reportedly", 2.0) is probable, "may" possible."""
STRENGTH = {
    Modality.CONDITIONAL: 5,
    Modality.POSSIBLE: 4,
    Modality.PLANNED: 3,
    Modality.ATTEMPTED: 2,
    Modality.GENERIC: 1,
    Modality.ACTUAL: 0,
}
"""Which world wins where several are named: "if they plan to attack" is conditional first."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What an embedding word says of what it embeds; see lexicons/veridicality.yml."""

    holds: float
    fails: float
    modality: Modality = Modality.ACTUAL
    presupposes: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A score in [-3, 3], a world, and the words that led there, outermost first.

    >>> Standing().negated("not")
    Standing(score=-3.0, modality=<Modality.ACTUAL: 'actual'>, reasons=('not: negated',))
    """

    score: float = TOP
    modality: Modality = Modality.ACTUAL
    reasons: tuple[str, ...] = ()

    @property
    def polarity(self) -> Polarity:
        """Return the side of zero on which the score lies; zero counts as positive."""
        return Polarity.NEGATIVE if self.score < 0 else Polarity.POSITIVE

    @property
    def certainty(self) -> Certainty:
        """Return FactBank's grade of the score."""
        size = abs(self.score)
        return next((grade for lowest, grade in GRADES if size >= lowest), Certainty.UNKNOWN)

    def negated(self, word: str) -> Standing:
        """Return the opposite."""
        return replace(self, score=-self.score, reasons=(*self.reasons, f"{word}: negated"))

    def weakened(self, score: float, modality: Modality, reason: str) -> Standing:
        """Return the standing under a hedge; a hedge with a negative score turns it round."""
        reduced = self.score / abs(self.score) * score if self.score else 0.0
        return Standing(reduced * self._share(), stronger(self.modality, modality), (*self.reasons, reason))

    def embedded(self, signature: Signature, word: str) -> Standing:
        """Return how the event inside stands when the embedding word stands like this."""
        reasons = (*self.reasons, f"{word}: {signature.name}")
        if signature.presupposes:
            return Standing(signature.holds, Modality.ACTUAL, reasons)
        grade = signature.holds if self.score >= 0 else signature.fails
        return Standing(grade * self._share(), stronger(self.modality, signature.modality), reasons)

    def _share(self) -> float:
        """Return how much of a lower grade is left: two hedges are less than twice as unsure."""
        return math.sqrt(min(abs(self.score) / TOP, 1.0))


def stronger(one: Modality, other: Modality) -> Modality:
    """Return the world that wins of two."""
    return max(one, other, key=lambda modality: STRENGTH[modality])


@cache
def classes() -> dict[str, Signature]:
    """Return the signature classes of lexicons/veridicality.yml by name."""
    found = {}
    for name, row in load("veridicality")["classes"].items():
        modality = Modality(row.get("modality", "actual"))
        found[name] = Signature(row["holds"], row["fails"], modality, row.get("presupposes", False), name)
    return found


@cache
def _frame(frame: str) -> dict[str, Signature]:
    return {word: classes()[name] for name, words in load("veridicality")[frame].items() for word in words}


def signature(frame: str, *words: str) -> Signature | None:
    """Return the signature of the first of the words that the frame lists, else None.

    >>> signature("to", "manage").name
    'achieve'
    """
    entries = _frame(frame)
    return next((entries[word] for word in words if word in entries), None)
