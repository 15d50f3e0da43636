"""The gate: what may be said of a place in which case, in one table.

A brief, a page or an export asks here before it says "held" or "confirmed"; one side's word alone
never opens either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contested.model import UNKNOWN, Basis, Control


@dataclass(frozen=True, slots=True)
class Saying:
    """What one basis allows: the pattern of `states` in lexicons/wording.yml, and the word "confirmed"."""

    pattern: str
    confirmed: bool


GATE: Mapping[Basis, Saying] = {
    Basis.OWN_ADMISSION: Saying("held", confirmed=True),
    Basis.OPPONENT_ADMISSION: Saying("held", confirmed=True),
    Basis.INDEPENDENT_CONFIRMATION: Saying("held", confirmed=True),
    Basis.CLAIMED_ONLY: Saying("claimed", confirmed=False),
    Basis.BOTH_INSIDE: Saying("contested", confirmed=False),
    Basis.PERSISTENCE: Saying("carried", confirmed=False),
    Basis.NO_REPORT: Saying("unknown", confirmed=False),
    Basis.UNKNOWN: Saying("unknown", confirmed=False),
}
"""Every basis has a row; a test holds the table against the enumeration."""


def may_say(control: Control) -> Saying:
    """Return what may be said of a conclusion."""
    if control.state == UNKNOWN:
        return GATE[Basis.NO_REPORT]
    saying = GATE[control.basis]
    if control.state == "contested":
        pattern = "carried_contested" if saying.pattern == "carried" else "contested"
        return Saying(pattern, confirmed=False)
    return saying
