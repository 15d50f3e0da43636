"""What stands beside the news of a day: open disputes, corrections, and how the collection stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contested.assessment.health import OutletHealth
from contested.model import UNKNOWN, Dispute, Judgement
from contested.store.history import Revision
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks, shifted
from contested.web.collection import health_on
from contested.web.words import days_between

MOST_REVISIONS = 12
GAP_WINDOW = 30
"""Days before the day shown in which days without any report are listed."""


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """An open dispute: since when, and how many origins on each side."""

    matter: str
    place: str
    address: str
    since: str | None
    days: int | None
    asserting: int
    denying: int


@dataclass(frozen=True, slots=True)
class Correction:
    """Something that a person decided, or that later reports changed about an earlier day."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Collection:
    """How the collection stands."""

    outlets: int
    late: tuple[OutletHealth, ...]
    languages: tuple[tuple[str, int], ...]
    stand_ins: int  # reports of 100 whose date is a stand-in or was read from elsewhere
    empty_days: tuple[str, ...]


def decided(judgements: Iterable[Judgement], clocks: Clocks) -> tuple[Correction, ...]:
    """Return what people decided on the day."""
    return tuple(
        Correction(f"{each.decision.value.replace('_', ' ')}, decided by {each.who}: {each.why}", _subject(each))
        for each in judgements
        if each.when[:10] == clocks.day
    )


def _subject(judgement: Judgement) -> str:
    return addresses.claim(judgement.subject.split(":")[0])


def revised(revisions: Iterable[Revision], clocks: Clocks) -> tuple[Correction, ...]:
    """Return the past conclusions that the reports of the day changed."""
    return tuple(
        Correction(
            f"{each.place}, {each.first_day} to {each.last_day}: was shown as {each.before.state}, "
            f"now as {each.after.state}",
            addresses.place(each.place_id, each.place, Clocks(each.first_day, clocks.known_on, True)),
        )
        for each in revisions
        if each.known_after == clocks.day and each.last_day < clocks.day
    )[:MOST_REVISIONS]


def open_disputes(disputes: Iterable[Dispute], day: str) -> list[Dispute]:
    """Return the disputes that were open on a day."""
    return [dispute for dispute in disputes if not dispute.resolved and (dispute.since or "") <= day]


def dispute_line(dispute: Dispute, clocks: Clocks) -> DisputeLine:
    """Return a dispute on one line."""
    return DisputeLine(
        matter=dispute.matter,
        place=dispute.place or "",
        address=addresses.dispute(dispute.id, clocks),
        since=dispute.since,
        days=days_between(dispute.since, clocks.day) if dispute.since else None,
        asserting=dispute.origins_asserting,
        denying=dispute.origins_denying,
    )


def collection(view: View, day: str) -> Collection:
    """Return how the collection stands on a day."""
    health = health_on(view, day)
    return Collection(
        outlets=sum(outlet.outlet != UNKNOWN for outlet in health.outlets),
        late=tuple(outlet for outlet in health.outlets if outlet.late and outlet.outlet != UNKNOWN),
        languages=tuple(health.languages.items()),
        stand_ins=round(100 * health.share_date_not_stated),
        empty_days=tuple(each for each in health.days_without_report if each > shifted(day, -GAP_WINDOW)),
    )
