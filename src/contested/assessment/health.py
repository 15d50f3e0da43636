"""Collection health: who reported when, who fell silent, and how much stands on fallbacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from contested.model import UNKNOWN, DocumentHead, Found

LATE_FACTOR = 3
"""An outlet is late when it has been silent for this many times its usual gap (at least three days)."""


@dataclass(frozen=True, slots=True)
class OutletHealth:
    """One outlet's reports until a day; `usual_gap` in days is None with fewer than three reporting days."""

    outlet: str
    reports: int
    first: str
    last: str
    silent_days: int
    usual_gap: float | None
    late: bool


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a collection on a day; shares are of all its reports."""

    day: str
    reports: int
    undated: int
    outlets: tuple[OutletHealth, ...]
    days_without_report: tuple[str, ...]
    share_unknown_outlet: float
    share_date_not_stated: float
    languages: dict[str, int]

    def notes(self) -> tuple[str, ...]:
        """Return the sentences that belong with each conclusion that this touches."""
        late = [f"{o.outlet} (silent for {o.silent_days} days)" for o in self.outlets if o.late]
        found = []
        if late:
            found.append(f"Outlets that used to report and fell silent: {', '.join(late)}.")
        if self.share_date_not_stated > 0:
            found.append(f"{self.share_date_not_stated:.0%} of the reports have a date that was not stated as such.")
        if self.undated:
            found.append(f"{self.undated} reports have no date and count for nothing here.")
        return tuple(found)


def collection_health(heads: Iterable[DocumentHead], day: str) -> Health:
    """Return the health of a collection as it stood on a day."""
    everything = list(heads)
    known = [head for head in everything if head.published and head.published[:10] <= day]
    undated = sum(head.published is None for head in everything)
    by_outlet: dict[str, set[int]] = defaultdict(set)
    for head in known:
        by_outlet[head.outlet].add(date.fromisoformat((head.published or "")[:10]).toordinal())
    counts = Counter(head.outlet for head in known)
    today = date.fromisoformat(day).toordinal()
    outlets = [_outlet(name, counts[name], sorted(days), today) for name, days in by_outlet.items()]
    reported = {d for days in by_outlet.values() for d in days}
    missing = [d for d in range(min(reported, default=today), today + 1) if d not in reported]
    stated = (Found.STATED, Found.METADATA, Found.GIVEN)
    total = max(len(known), 1)
    return Health(
        day=day,
        reports=len(known),
        undated=undated,
        outlets=tuple(sorted(outlets, key=lambda o: (not o.late, -o.reports, o.outlet))),
        days_without_report=tuple(date.fromordinal(d).isoformat() for d in missing),
        share_unknown_outlet=sum(head.outlet == UNKNOWN for head in known) / total,
        share_date_not_stated=sum(head.published_found not in stated for head in known) / total,
        languages=dict(Counter(head.language for head in known).most_common()),
    )


def _outlet(name: str, reports: int, days: list[int], today: int) -> OutletHealth:
    gaps = [b - a for a, b in pairwise(days)]
    usual = float(median(gaps)) if len(days) >= 3 else None
    silent = today - days[-1]
    late = usual is not None and silent > max(LATE_FACTOR * usual, 3)
    return OutletHealth(
        name,
        reports,
        date.fromordinal(days[0]).isoformat(),
        date.fromordinal(days[-1]).isoformat(),
        silent,
        usual,
        late,
    )
