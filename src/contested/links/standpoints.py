"""Standpoints: what a statement about control means for each party, and how two of them meet.

"A took X", "B left X", "B does not hold X" stand for one thing; "A took X" and "X remains under
B's control" cannot both be so, though neither has a word of denial.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from contested.links.doers import differ
from contested.links.facts import Fact
from contested.model import UNKNOWN, Bearing

HOLDS = frozenset({Bearing.GAIN, Bearing.HOLD, Bearing.FLAG})
TAKES = frozenset({Bearing.GAIN, Bearing.FLAG})
LEAVES = frozenset({Bearing.LOSS, Bearing.WITHDRAW})
BY_SOMEBODY = frozenset({Bearing.WITHDRAW, Bearing.HOLD, Bearing.PARTLY_HOLD, Bearing.ENTER, Bearing.ADVANCE})
"""Bearings of a doer: where one statement names none ("commanders had left"), it may be another's."""
OF_THE_PLACE = LEAVES | TAKES | frozenset({Bearing.ENCIRCLE, Bearing.BESIEGE, Bearing.THREATEN})
INSIDE = frozenset({Bearing.ENTER, Bearing.PARTLY_HOLD})
CLAIMED = TAKES | frozenset({Bearing.ENCIRCLE, Bearing.BESIEGE})
"""A side that is said only to be inside has less than one that is said to have taken or encircled."""
STRENGTH: dict[Bearing, int] = {
    Bearing.GAIN: 6,
    Bearing.HOLD: 6,
    Bearing.FLAG: 5,
    Bearing.ENCIRCLE: 4,
    Bearing.BESIEGE: 4,
    Bearing.PARTLY_HOLD: 3,
    Bearing.CONTESTED: 3,
    Bearing.ENTER: 2,
    Bearing.ADVANCE: 1,
    Bearing.THREATEN: 1,
}
"""How much of a place each bearing gives: who is not even inside has not taken it."""


class Meeting(StrEnum):
    """How two standpoints on control meet."""

    AGREE = "agree"
    NEGATED = "negated"  # one says that the other's very words are not so
    EXCLUDED = "excluded"  # both cannot be so, though neither negates the other
    WEAKER = "weaker"  # the first says less of the same party than the second
    STRONGER = "stronger"
    BESIDE = "beside"  # nothing follows


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Whether `party` is said to hold the place; `so` is False where it is said not to."""

    bearing: Bearing
    party: str
    so: bool

    @property
    def holds(self) -> bool | None:
        """Whether the party is said to hold the place; None where that is not what is said."""
        if self.bearing in HOLDS:
            return self.so
        if self.bearing in LEAVES:
            return not self.so
        return None


def standpoint(fact: Fact) -> Standpoint | None:
    """Return what a fact says about control, or None where it says nothing."""
    kind, party = fact.bears
    if kind in (Bearing.NONE, Bearing.UNKNOWN):
        return None
    return Standpoint(kind, party, not fact.negative)


def meet(a: Standpoint, b: Standpoint) -> Meeting:
    """Return how two standpoints on one place at one time meet."""
    known = UNKNOWN not in (a.party, b.party)
    if a.bearing is b.bearing and (not differ(a.party, b.party) or a.bearing is Bearing.CONTESTED):
        if not known and a.party != b.party and a.bearing in BY_SOMEBODY:
            return Meeting.BESIDE
        if a.so != b.so:
            return Meeting.NEGATED
        return Meeting.AGREE if known or _needs_no_party(a, b) else Meeting.BESIDE
    if a.holds is not None and b.holds is not None:
        return _holding(a, b) if known else _fell(a, b)
    if Bearing.CONTESTED in (a.bearing, b.bearing):
        return _contested(a, b)
    if differ(a.party, b.party) or not known:
        return Meeting.BESIDE
    return _strength(a, b) if a.so and b.so else _beside_negation(a, b)


def _needs_no_party(a: Standpoint, b: Standpoint) -> bool:
    """Whether agreement can be seen though a side is not named: of the place itself, by both alike."""
    return (a.party == b.party == UNKNOWN and a.bearing in OF_THE_PLACE) or a.bearing is Bearing.CONTESTED


def _contested(a: Standpoint, b: Standpoint) -> Meeting:
    """A side may hold out in a contested place; nobody has *taken* one."""
    taken = [each for each in (a, b) if each.bearing in TAKES and each.so]
    return Meeting.EXCLUDED if taken and a.so and b.so else Meeting.BESIDE


def _fell(a: Standpoint, b: Standpoint) -> Meeting:
    """Meet two standpoints of which at least one does not say whose: "the town fell" is a loss to
    whoever took it, and is at odds with whoever still holds it."""
    loss, other = (a, b) if a.bearing is Bearing.LOSS and a.party == UNKNOWN else (b, a)
    if loss.bearing is not Bearing.LOSS or loss.party != UNKNOWN:
        return _taken_and_left(a, b)
    if other.bearing in LEAVES or other.bearing in TAKES:
        return Meeting.AGREE if loss.so == other.so else Meeting.NEGATED
    if loss.so and other.so:
        return Meeting.EXCLUDED
    return Meeting.AGREE if loss.so != other.so else Meeting.BESIDE


def _taken_and_left(a: Standpoint, b: Standpoint) -> Meeting:
    """ "It was captured", by whom is not said, and "B left it": one change of hands."""
    taken, left = (a, b) if a.bearing in TAKES else (b, a)
    if taken.bearing in TAKES and left.bearing in LEAVES:
        return Meeting.AGREE if taken.so == left.so else Meeting.NEGATED
    return Meeting.BESIDE


def _holding(a: Standpoint, b: Standpoint) -> Meeting:
    negated = not (a.so and b.so)
    if not differ(a.party, b.party):
        if a.holds == b.holds:
            return Meeting.AGREE
        return Meeting.NEGATED if negated else Meeting.EXCLUDED
    if a.holds and b.holds:
        return Meeting.NEGATED if negated else Meeting.EXCLUDED
    if a.holds or b.holds:  # "A took it", "B left it"
        return Meeting.AGREE
    return Meeting.BESIDE


def _beside_negation(a: Standpoint, b: Standpoint) -> Meeting:
    """Denying less than what is claimed says the claim is not so: who is not inside holds nothing."""
    negative, positive = (a, b) if not a.so else (b, a)
    if a.so == b.so:
        return Meeting.BESIDE
    weak, strong = STRENGTH.get(negative.bearing), STRENGTH.get(positive.bearing)
    if weak is None or strong is None or negative.bearing is Bearing.BESIEGE:
        return Meeting.BESIDE
    return Meeting.NEGATED if weak < strong and negative.bearing is not Bearing.ENCIRCLE else Meeting.BESIDE


def _strength(a: Standpoint, b: Standpoint) -> Meeting:
    for weak, strong, meeting in ((a, b, Meeting.WEAKER), (b, a, Meeting.STRONGER)):
        if weak.bearing in INSIDE and strong.bearing in CLAIMED:
            return meeting
        if weak.bearing is Bearing.PARTLY_HOLD and strong.bearing is Bearing.HOLD:
            return meeting
    return Meeting.BESIDE
