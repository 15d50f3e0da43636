"""One record and all that bears on it: a claim, an origin, a dispute, a source, a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from contested.assessment.reliability import Record, learn
from contested.errors import UnknownName
from contested.model import (
    UNKNOWN,
    Dispute,
    DocumentHead,
    Extraction,
    Judgement,
    LedgerEntry,
    Link,
    Origin,
)
from contested.questions.known import Known
from contested.questions.sources import key_of, source_key
from contested.questions.standings import standings
from contested.questions.statuses import Standing, Status
from contested.store.view import View


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
class SourceRow:
    """One who speaks in this ledger; `key` is its address."""

    key: str
    name: str
    kind: str
    party: str
    claims: int
    origins: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """How often a source turned out right in one role; `common` is the accuracy of all voices in that role."""

    record: Record
    common: float
    common_claims: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source and its record."""

    source: SourceRow
    types: tuple[tuple[str, int], ...]  # event types of its claims, most first
    records: tuple[SourceRecord, ...]
    median_delay: float | None  # days from event to report, over all its records
    withdrawn: int
    denied: int
    outlets: tuple[tuple[str, int], ...]  # which carry it, most claims first


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
    known = Known(view, known_on)
    disputes = {dispute.id: dispute for dispute in known.disputes}
    if dispute_id not in disputes:
        raise UnknownName("dispute", dispute_id, list(disputes), "List them with: contested disputes")
    dispute = disputes[dispute_id]
    ids = {*dispute.asserting, *dispute.denying, *dispute.others}
    entries = {entry.claim.id: entry for entry in view.entries(claim_ids=sorted(ids))}
    of_claim = {claim: origin for origin in known.origins for claim in origin.claims if claim in ids}
    return DisputePage(
        dispute=dispute,
        asserting=_these(entries, dispute.asserting),
        denying=_these(entries, dispute.denying),
        others=_these(entries, dispute.others),
        origins=of_claim,
        links=tuple(link for link in known.links if link.a in ids and link.b in ids),
    )


def _these(entries: Mapping[str, LedgerEntry], ids: Sequence[str]) -> tuple[LedgerEntry, ...]:
    return tuple(entries[name] for name in ids if name in entries)


def sources(view: View, known_on: str | None = None) -> list[SourceRow]:
    """Return all who speak, most claims first."""
    known = Known(view, known_on)
    origin_of = {claim: origin.id for origin in known.origins for claim in origin.claims}
    said: dict[tuple[str, str, str], list[LedgerEntry]] = defaultdict(list)
    for entry in known.entries:
        source = entry.claim.source
        said[source.name, source.kind.value, source.party].append(entry)
    rows = [_source_row(*who, entries, origin_of) for who, entries in said.items()]
    return sorted(rows, key=lambda row: (-row.claims, row.name, row.key))


def _source_row(
    name: str, kind: str, party: str, entries: Sequence[LedgerEntry], origin_of: Mapping[str, str]
) -> SourceRow:
    days = sorted(entry.document.published[:10] for entry in entries if entry.document.published)
    return SourceRow(
        key=source_key(name, kind, party), name=name, kind=kind, party=party, claims=len(entries),
        origins=len({origin_of.get(entry.claim.id, entry.claim.id) for entry in entries}),
        first_day=days[0] if days else None, last_day=days[-1] if days else None,
    )  # fmt: skip


def source_page(view: View, key: str, known_on: str | None = None) -> SourcePage:
    """Return a source with its record as known on a day (default: now). Raises UnknownName."""
    known = Known(view, known_on)
    rows = {row.key: row for row in sources(view, known_on)}
    if key not in rows:
        raise UnknownName("source", key, list(rows), "List them with: contested reliability")
    entries = [entry for entry in known.entries if key_of(entry.claim.source) == key]
    stand = standings(view, [entry.claim.id for entry in entries], known_on)
    counts = Counter(status.standing for each in stand.values() for status in each.statuses)
    records = _records(known, rows[key], entries)
    claims = sum(each.record.claims for each in records)
    return SourcePage(
        source=rows[key],
        types=_counted(event.type for entry in entries for event in entry.events),
        records=records,
        median_delay=sum(r.record.median_delay * r.record.claims for r in records) / claims if claims else None,
        withdrawn=counts[Standing.WITHDRAWN],
        denied=counts[Standing.DENIED],
        outlets=_counted(entry.document.outlet for entry in entries),
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _records(known: Known, source: SourceRow, entries: Sequence[LedgerEntry]) -> tuple[SourceRecord, ...]:
    """Return what the claims of its war say of a voice, in each role that it speaks in."""
    _, parties = known.parties(entries)
    if not parties:
        return ()
    learned = learn(known.evidence(parties).observations, parties).records
    voice = source.name if source.name != UNKNOWN else ""
    return tuple(SourceRecord(record, *_common(learned, record)) for record in learned if record.voice == voice)


def _common(records: Sequence[Record], like: Record) -> tuple[float, int]:
    same = [record for record in records if record.interest is like.interest]
    claims = sum(record.claims for record in same)
    return sum(record.right * record.claims for record in same) / claims, claims


def document_page(view: View, document_id: str) -> DocumentPage:
    """Return a report with its claims as they stand. Raises UnknownName."""
    extraction = view.extraction(document_id)
    entries = tuple(view.entries(document_id=extraction.document.id))
    ids = [entry.claim.id for entry in entries]
    origins = view.origins_of(ids)
    first = next((e.claim.id for e in entries if e.claim.source.own_voice), ids[0] if ids else None)
    statuses = {name: stand.statuses for name, stand in standings(view, ids).items()}
    return DocumentPage(extraction, entries, statuses, origins, origins[first] if first else None)
