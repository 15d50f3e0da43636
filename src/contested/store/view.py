"""Reading a ledger: everything comes back as records, in an order that does not depend on when
or in which order the reports were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, and_, func, select, text

from contested.errors import UnknownName
from contested.model import (
    Dispute,
    Document,
    DocumentHead,
    Event,
    Extraction,
    Judgement,
    LedgerEntry,
    Link,
    Origin,
    Problem,
    Relation,
)
from contested.store import history, rows, tables
from contested.store.digest import digest
from contested.store.history import Replaced, Revision
from contested.store.opening import plain_errors
from contested.store.place_lookup import SeenPlace, find_place, seen_places
from contested.store.reader import CHUNK, Reader, chunks


class View(Reader):
    """A ledger to read from. Use it as a context manager, or call `close`."""

    # ------------------------------------------------------------------ documents

    def has(self, document_id: str) -> bool:
        """Return whether a document is stored."""
        return bool(self.run(select(tables.documents.c.id).where(tables.documents.c.id == document_id)))

    def document_ids(self) -> list[str]:
        """Return the ids of all documents, sorted."""
        return [row.id for row in self.run(select(tables.documents.c.id).order_by(tables.documents.c.id))]

    def claim_ids(self) -> list[str]:
        """Return the ids of all claims, sorted."""
        return [row.id for row in self.run(select(tables.claims.c.id).order_by(tables.claims.c.id))]

    def heads(self) -> list[DocumentHead]:
        """Return all documents without their texts, oldest first."""
        found = self.run(_by_day(select(tables.documents.c.head)))
        return [rows.decode(row.head, DocumentHead) for row in found]

    def documents(self, ids: Sequence[str] | None = None) -> Iterator[Document]:
        """Yield all documents, or those with these ids, oldest first (in runs of CHUNK)."""
        for part in chunks([head.id for head in self.heads()] if ids is None else ids):
            query = select(tables.documents.c.head, tables.documents.c.text).where(tables.documents.c.id.in_(part))
            for row in self.run(_by_day(query)):
                yield _document(row)

    def document(self, document_id: str) -> Document:
        """Return one document, by its id or the beginning of it. Raises UnknownName."""
        query = select(tables.documents.c.head, tables.documents.c.text)
        found = self.run(query.where(tables.documents.c.id == document_id))
        if not found:
            found = self.run(query.where(tables.documents.c.id.startswith(document_id, autoescape=True)).limit(2))
        if len(found) != 1 or not document_id:
            raise UnknownName("document", document_id, self.document_ids(), "List them with: contested claims --json")
        return _document(found[0])

    def extraction(self, document_id: str) -> Extraction:
        """Return all that was extracted from one document. Raises UnknownName."""
        document = self.document(document_id)
        kept = self.run(select(tables.documents.c.extraction).where(tables.documents.c.id == document.id))[0]
        entries = list(self.entries(document_id=document.id))
        rest = msgspec.json.decode(kept.extraction)
        return msgspec.convert(
            rest
            | {
                "document": msgspec.to_builtins(document),
                "claims": [msgspec.to_builtins(entry.claim) for entry in entries],
                "events": [msgspec.to_builtins(event) for entry in entries for event in entry.events],
            },
            Extraction,
        )

    def search(self, words: str, limit: int = 50) -> list[DocumentHead]:
        """Return the documents that hold all these words, best match first."""
        if self.engine.dialect.name != "sqlite":
            like = [tables.documents.c.text.icontains(word, autoescape=True) for word in words.split()]
            found = self.run(_by_day(select(tables.documents.c.head).where(and_(True, *like))).limit(limit))
            return [rows.decode(row.head, DocumentHead) for row in found]
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        query = text(
            "SELECT documents.head AS head FROM document_words"
            " JOIN documents ON documents.number = document_words.rowid"
            " WHERE document_words MATCH :words ORDER BY rank, documents.id LIMIT :limit"
        )
        with plain_errors(self.url), self.engine.connect() as connection:
            found = connection.execute(query, {"words": quoted or '""', "limit": limit}).all()
        return [rows.decode(row.head, DocumentHead) for row in found]

    # ------------------------------------------------------------------ claims

    def entries(
        self,
        place_id: str | Sequence[str] | None = None,
        since: str | None = None,
        until: str | None = None,
        claim_ids: Sequence[str] | None = None,
        *,
        document_id: str | Sequence[str] | None = None,
        party: str | None = None,
        source: str | None = None,
        event_type: str | None = None,
    ) -> Iterator[LedgerEntry]:
        """Yield claims with their events and documents, by publication day, document, position.

        `since` and `until` are publication days, both included ("as known on" is `until`); a
        document without a date is left out where either is given. `event_type` may end in "."
        for a whole group ("control.").
        """
        wanted = _conditions(place_id, since, until, document_id, party, source, event_type)
        if claim_ids is None:
            yield from self._entries(wanted)
            return
        found = [
            e for ids in chunks(sorted(set(claim_ids))) for e in self._entries([*wanted, tables.claims.c.id.in_(ids)])
        ]
        yield from sorted(found, key=lambda e: (e.document.published or "", e.document.id, e.claim.start, e.claim.id))

    def _entries(self, wanted: Sequence[ColumnElement[bool]]) -> Iterator[LedgerEntry]:
        claims, documents = tables.claims, tables.documents
        query = (
            select(
                claims.c.id,
                claims.c.record,
                claims.c.words,
                claims.c.content_words,
                documents.c.head,
                documents.c.packs,
            )
            .join(documents, documents.c.id == claims.c.document)
            .where(and_(True, *wanted))
            .order_by(func.coalesce(documents.c.published, ""), documents.c.id, claims.c.start, claims.c.id)
        )
        found = self.run(query)
        for start in range(0, len(found), CHUNK):
            part = found[start : start + CHUNK]
            events = self._events([row.id for row in part])
            for row in part:
                yield rows.entry(row, tuple(events[row.id]))

    def _events(self, claim_ids: Sequence[str]) -> dict[str, list[Event]]:
        events = tables.events
        query = select(events.c.claim, events.c.record).where(events.c.claim.in_(claim_ids))
        found: dict[str, list[Event]] = defaultdict(list)
        for row in self.run(query.order_by(events.c.start, events.c.id)):
            found[row.claim].append(rows.decode(row.record, Event))
        return found

    # ------------------------------------------------------------------ what linking concluded

    def links(self, claim_ids: Sequence[str] | None = None) -> list[Link]:
        """Return all links, or those that touch any of these claims."""
        links = tables.links
        query = select(links).order_by(links.c.a, links.c.b, links.c.relation)
        if claim_ids is None:
            found = self.run(query)
        else:
            parts = chunks(sorted(set(claim_ids)))
            found = [row for ids in parts for row in self.run(query.where(links.c.a.in_(ids) | links.c.b.in_(ids)))]
        unique = {(row.a, row.b, row.relation): row for row in found}
        return [link(row) for _, row in sorted(unique.items())]

    def origins(self) -> list[Origin]:
        """Return all origins."""
        found = self.run(select(tables.origins.c.record).order_by(tables.origins.c.id))
        return [rows.decode(row.record, Origin) for row in found]

    def origin(self, origin_id: str) -> Origin:
        """Return one origin. Raises UnknownName."""
        origins = tables.origins
        found = self.run(select(origins.c.record).where(origins.c.id == origin_id))
        if not found:
            known = [row.id for row in self.run(select(origins.c.id))]
            raise UnknownName("origin", origin_id, known, "List them with: contested origins")
        return rows.decode(found[0].record, Origin)

    def origins_of(self, claim_ids: Sequence[str]) -> dict[str, Origin]:
        """Return the origin of each claim; one that was not linked yet is its own."""
        origins, of_claim = tables.origins, tables.claim_origins
        query = select(of_claim.c.claim, origins.c.record).join(origins, origins.c.id == of_claim.c.origin)
        found = {
            row.claim: rows.decode(row.record, Origin)
            for ids in chunks(sorted(set(claim_ids)))
            for row in self.run(query.where(of_claim.c.claim.in_(ids)))
        }
        alone = {name: Origin(id=name, claims=(name,), reason="not linked yet") for name in claim_ids}
        return alone | found

    def dispute(self, dispute_id: str) -> Dispute:
        """Return one dispute. Raises UnknownName."""
        disputes = tables.disputes
        found = self.run(select(disputes.c.record).where(disputes.c.id == dispute_id))
        if not found:
            known = [row.id for row in self.run(select(disputes.c.id))]
            raise UnknownName("dispute", dispute_id, known, "List them with: contested disputes")
        return rows.decode(found[0].record, Dispute)

    def disputes_of(self, claim_id: str) -> list[Dispute]:
        """Return the disputes in which a claim stands, newest first."""
        disputes, of_claim = tables.disputes, tables.dispute_claims
        query = select(disputes.c.record).join(of_claim, of_claim.c.dispute == disputes.c.id)
        query = query.order_by(func.coalesce(disputes.c.since, "").desc(), disputes.c.id)
        return [rows.decode(row.record, Dispute) for row in self.run(query.where(of_claim.c.claim == claim_id))]

    def disputes(self, place_id: str | None = None) -> list[Dispute]:
        """Return all disputes, newest first, or those about one place."""
        disputes = tables.disputes
        query = select(disputes.c.record).order_by(func.coalesce(disputes.c.since, "").desc(), disputes.c.id)
        if place_id is not None:
            query = query.where(disputes.c.place_id == place_id)
        return [rows.decode(row.record, Dispute) for row in self.run(query)]

    def judgements(self, subject: str | None = None) -> list[Judgement]:
        """Return people's judgements, oldest first, or those on one subject."""
        judgements = tables.judgements
        query = select(judgements.c.record).order_by(judgements.c.number)
        if subject is not None:
            query = query.where(judgements.c.subject == subject)
        return [rows.decode(row.record, Judgement) for row in self.run(query)]

    def replaced(self, claim_id: str) -> Replaced | None:
        """Return the claim that stood under an id that is no more; None for an id that never was."""
        return history.replaced(self, claim_id)

    def revisions(self, place_id: str | None = None) -> list[Revision]:
        """Return changes to past conclusions, newest noticed first, or those about one place."""
        return history.revisions(self, place_id)

    def problems(self, code: str | None = None) -> list[Problem]:
        """Return everything that was not understood, skipped or stood in for."""
        problems = tables.problems
        query = select(problems.c.record).order_by(problems.c.path, problems.c.code, problems.c.id)
        if code is not None:
            query = query.where(problems.c.code == code)
        return [rows.decode(row.record, Problem) for row in self.run(query)]

    def extractors(self) -> dict[str, int]:
        """Return how many documents each version of contested extracted."""
        version = tables.documents.c.extractor
        return {row[0]: row[1] for row in self.run(select(version, func.count()).group_by(version).order_by(version))}

    # ------------------------------------------------------------------ places

    def places(self) -> list[SeenPlace]:
        """Return the places that claims are about, most claims first."""
        return seen_places(self)

    def find_place(self, name: str) -> list[str]:
        """Return the ids of the places of that name or id, likeliest first. Raises UnknownName.

        Looks among the names under which the reports speak of places, those whose own name it
        is and those with most claims first; then among the spellings that the gazetteer knows
        ("Krasnoarmeysk" finds Pokrovsk), also for a place that no report names.
        """
        return find_place(self, name)

    # ------------------------------------------------------------------ the whole

    def counts(self) -> dict[str, int]:
        """Return how many rows each table holds, by its name."""
        shown = ("documents", "claims", "events", "links", "origins", "disputes", "judgements", "problems")
        return {name: self.run(select(func.count()).select_from(tables.metadata.tables[name]))[0][0] for name in shown}

    def digest(self) -> str:
        """Return a hash over what the ledger says; see `store/digest.py`."""
        return digest(self)


def _by_day(query: Select[Any]) -> Select[Any]:
    return query.order_by(func.coalesce(tables.documents.c.published, ""), tables.documents.c.id)


def link(row: Any) -> Link:
    """Return the link of a row of `links` or `found_links`."""
    return Link(a=row.a, b=row.b, relation=Relation(row.relation), score=row.score, reason=row.reason)


def _document(row: Any) -> Document:
    return msgspec.convert(msgspec.json.decode(row.head) | {"text": row.text}, Document)


def _conditions(
    place_id: str | Sequence[str] | None,
    since: str | None,
    until: str | None,
    document_id: str | Sequence[str] | None,
    party: str | None,
    source: str | None,
    event_type: str | None,
) -> list[ColumnElement[bool]]:
    """Return the WHERE clauses of `View.entries`."""
    claims, of_claims, events = tables.claims, tables.claim_places, tables.events
    wanted: list[ColumnElement[bool]] = []
    if place_id is not None:
        ids = [place_id] if isinstance(place_id, str) else list(place_id)
        wanted.append(claims.c.id.in_(select(of_claims.c.claim).where(of_claims.c.place_id.in_(ids))))
    if since is not None:
        wanted.append(func.substr(claims.c.published, 1, 10) >= since[:10])
    if until is not None:
        wanted.append(func.substr(claims.c.published, 1, 10) <= until[:10])
    if document_id is not None:
        wanted.append(claims.c.document.in_([document_id] if isinstance(document_id, str) else list(document_id)))
    if party is not None:
        wanted.append(claims.c.party == party)
    if source is not None:
        wanted.append(claims.c.source.icontains(source, autoescape=True))
    if event_type is not None:
        kind = events.c.type.startswith(event_type) if event_type.endswith(".") else events.c.type == event_type
        wanted.append(claims.c.id.in_(select(events.c.claim).where(kind)))
    return wanted
