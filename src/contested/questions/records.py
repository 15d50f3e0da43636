"""One record and all that bears on it: a claim, an origin, a dispute, a source, a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contested.errors import UnknownName
from contested.model import (
    Dispute,
    DocumentHead,
    Extraction,
    Judgement,
    LedgerEntry,
    Link,
    Origin,
)
from contested.questions.dispute_known import dispute_known
from contested.questions.past import origins_known
from contested.questions.source_pages import SourcePage, SourceRecord, SourceRow, source_page, sources
from contested.questions.sources import key_of, source_key
from contested.questions.standings import standings
from contested.questions.statuses import Status
from contested.store.view import View

__all__ = [
    "ClaimPage", "DisputePage", "DocumentPage", "OriginPage", "SourcePage", "SourceRecord", "SourceRow", "claim_page",
    "dispute_page", "document_page", "key_of", "origin_page", "source_key", "source_page", "sources",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim with the links that touch it, in both directions, and the claims at their other ends by id."""

    entry: LedgerEntry
    statuses: tuple[Status, ...]
    links: tuple[Link, ...]
    others: dict[str, LedgerEntry]
    origin: Origin
    copies: int
    disputes: tuple[Dispute, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class OriginPage:
    """One act of saying: its claims and its reports in order of publication."""

    origin: Origin
    entries: tuple[LedgerEntry, ...]
    documents: tuple[DocumentHead, ...]


@dataclass(frozen=True, slots=True)
class DisputePage:
    """A dispute with its claims, in order of publication, and each claim's origin."""

    dispute: Dispute
    asserting: tuple[LedgerEntry, ...]
    denying: tuple[LedgerEntry, ...]
    others: tuple[LedgerEntry, ...]
    origins: dict[str, Origin]  # by claim id
    links: tuple[Link, ...]  # between these claims


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A report with its claims as they stand."""

    extraction: Extraction
    entries: tuple[LedgerEntry, ...]
    statuses: dict[str, tuple[Status, ...]]  # by claim id
    origins: dict[str, Origin]  # by claim id
    origin: Origin | None  # of the report itself: that of its first claim in the outlet's own voice


def claim_page(view: View, claim_id: str) -> ClaimPage:
    """Return a claim with all that bears on it. Raises UnknownName."""
    entry = next(iter(view.entries(claim_ids=[claim_id])), None)
    if entry is None:
        raise UnknownName("claim", claim_id, view.claim_ids(), "List them with: contested claims --json")
    stand = standings(view, [claim_id])[claim_id]
    ends = sorted({end for link in stand.links for end in (link.a, link.b)} - {claim_id})
    subjects = [claim_id, *(f"{link.a}:{link.relation}:{link.b}" for link in stand.links)]
    return ClaimPage(
        entry=entry, statuses=stand.statuses, links=stand.links, copies=stand.copies,
        others={other.claim.id: other for other in view.entries(claim_ids=ends)},
        origin=view.origins_of([claim_id])[claim_id], disputes=tuple(view.disputes_of(claim_id)),
        judgements=tuple(judgement for subject in subjects for judgement in view.judgements(subject)),
    )  # fmt: skip


def origin_page(view: View, origin_id: str) -> OriginPage:
    """Return an origin with its copies in order. Raises UnknownName."""
    origin = view.origin(origin_id)
    entries = tuple(view.entries(claim_ids=origin.claims))
    documents = {entry.document.id: entry.document for entry in entries}
    return OriginPage(origin, entries, tuple(documents.values()))


def dispute_page(view: View, dispute_id: str, known_on: str | None = None) -> DisputePage:
    """Return a dispute as known on a day (default: now). Raises UnknownName."""
    dispute, links = dispute_known(view, dispute_id, known_on)
    ids = {*dispute.asserting, *dispute.denying, *dispute.others}
    entries = {entry.claim.id: entry for entry in view.entries(claim_ids=sorted(ids))}
    return DisputePage(
        dispute=dispute,
        asserting=_these(entries, dispute.asserting),
        denying=_these(entries, dispute.denying),
        others=_these(entries, dispute.others),
        origins=origins_known(view, sorted(ids), known_on),
        links=tuple(link for link in links if link.a in ids and link.b in ids),
    )


def _these(entries: Mapping[str, LedgerEntry], ids: Sequence[str]) -> tuple[LedgerEntry, ...]:
    return tuple(entries[name] for name in ids if name in entries)


def document_page(view: View, document_id: str) -> DocumentPage:
    """Return a report with its claims as they stand. Raises UnknownName."""
    extraction = view.extraction(document_id)
    entries = tuple(view.entries(document_id=extraction.document.id))
    ids = [entry.claim.id for entry in entries]
    origins = view.origins_of(ids)
    first = next((e.claim.id for e in entries if e.claim.source.own_voice), ids[0] if ids else None)
    statuses = {name: stand.statuses for name, stand in standings(view, ids).items()}
    return DocumentPage(extraction, entries, statuses, origins, origins[first] if first else None)
