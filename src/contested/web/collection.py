"""How the collection stands on a day: who reported, who fell silent, on how recent a stretch that rests."""

from __future__ import annotations

from sqlalchemy import func, select

from contested.assessment.health import Health, collection_health
from contested.model import Dispute, DocumentHead, LedgerEntry
from contested.store import rows, tables
from contested.store.view import View
from contested.web.addresses import shifted

WINDOW = 30
"""Days before the day shown from which an outlet's usual gap is read: a page need not read years."""


def health_on(view: View, day: str) -> Health:
    """Return the health of the collection on a day, from the reports of the `WINDOW` days before it."""
    return collection_health(heads_between(view, shifted(day, -WINDOW), day), day)


def heads_between(view: View, since: str, until: str) -> list[DocumentHead]:
    """Return the reports published from one day to another, both included, oldest first."""
    documents = tables.documents.c
    query = select(documents.head).where(documents.published >= since, documents.published < shifted(until, 1))
    return [rows.decode(row.head, DocumentHead) for row in view.run(query.order_by(documents.published, documents.id))]


def reports_by_day(view: View, since: str, until: str) -> dict[str, int]:
    """Return how many reports were published on each day on which any was."""
    documents = tables.documents.c
    day = func.substr(documents.published, 1, 10)
    query = select(day, func.count(documents.id)).where(
        documents.published >= since, documents.published < shifted(until, 1)
    )
    return {row[0]: row[1] for row in view.run(query.group_by(day))}


def claims_of(view: View, day: str) -> list[LedgerEntry]:
    """Return the claims published on a day, in order; found by the index on days, not by looking at each claim."""
    claims = tables.claims.c
    query = select(claims.id).where(claims.published >= day, claims.published < shifted(day, 1))
    return list(view.entries(claim_ids=[row.id for row in view.run(query)]))


def newest_disputes(view: View, day: str, most: int) -> list[Dispute]:
    """Return the disputes that arose last by a day, newest first, at most so many."""
    disputes = tables.disputes.c
    query = select(disputes.record).where(func.coalesce(disputes.since, "") < shifted(day, 1))
    found = view.run(query.order_by(func.coalesce(disputes.since, "").desc(), disputes.id).limit(most))
    return [rows.decode(row.record, Dispute) for row in found]
