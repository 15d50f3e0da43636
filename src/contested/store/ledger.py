"""The ledger to write to, and `open_ledger`, the door for everyone.

    with open_ledger("contested.db", write=True) as ledger:
        ledger.add(extract(document))

One document is one transaction: after `add` has returned, a power cut loses nothing of it.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy.engine import make_url

from contested import settings
from contested.errors import StoreError
from contested.model import Decision, Dispute, Extraction, Judgement, Link, Origin, Problem, content_id
from contested.store import history, rows, tables
from contested.store.history import Revision
from contested.store.opening import WriterLock, address, check_revision, connect, migrate, plain_errors, shown
from contested.store.view import View


class Ledger(View):
    """A ledger to write to as well. There is one writer at a time."""

    def __init__(self, engine: Engine, url: str, lock: WriterLock) -> None:
        super().__init__(engine, url)
        self._lock = lock

    def close(self) -> None:
        """Let go of the database and let the next writer in."""
        super().close()
        self._lock.release()

    # ------------------------------------------------------------------ documents

    def add(self, extraction: Extraction, *, problems: Iterable[Problem] = (), replace: bool = False) -> bool:
        """Store one document with all that was found in it; return whether anything was new.

        A document that is there already stays as it is, unless `replace` is given. `problems`
        are those of its source (no date, odd encoding); the extraction's warnings are added.
        """
        extraction = rows.without_doubles(extraction)
        document_id = extraction.document.id
        before = list(self.entries(document_id=document_id)) if replace else []
        with plain_errors(self.url), self.engine.begin() as connection:
            if self._stored(connection, document_id):
                if not replace:
                    return False
                self._delete(connection, document_id)
            self._insert(connection, extraction, [*problems, *extraction.warnings])
            history.keep_replaced(connection, before, extraction, _now())
            _touch(connection)
        return True

    def _stored(self, connection: Connection, document_id: str) -> bool:
        query = select(tables.documents.c.id).where(tables.documents.c.id == document_id)
        return connection.execute(query).first() is not None

    def _insert(self, connection: Connection, extraction: Extraction, problems: Sequence[Problem]) -> None:
        document = extraction.document
        connection.execute(insert(tables.documents), rows.document_row(extraction))
        for table, made in (
            (tables.claims, rows.claim_rows(extraction)),
            (tables.claim_numbers, [{"claim": claim.id} for claim in extraction.claims]),
            (tables.events, rows.event_rows(extraction)),
            (tables.claim_places, rows.claim_place_rows(extraction)),
            (tables.place_names, rows.place_name_rows(extraction)),
        ):
            if values := list(made):
                connection.execute(insert(table), values)
        stale = (tables.problems.c.path == document.path) & tables.problems.c.document.is_(None)
        connection.execute(delete(tables.problems).where(stale))
        self._insert_problems(connection, problems, document.id)

    def _insert_problems(self, connection: Connection, problems: Iterable[Problem], document: str | None) -> None:
        made = {row["id"]: row for row in (rows.problem_row(problem, document) for problem in problems)}
        connection.execute(delete(tables.problems).where(tables.problems.c.id.in_(list(made))))
        if made:
            connection.execute(insert(tables.problems), list(made.values()))

    def add_problem(self, problem: Problem) -> None:
        """Keep a problem of something that could not be stored; twice is once."""
        with plain_errors(self.url), self.engine.begin() as connection:
            self._insert_problems(connection, [problem], None)

    def remove(self, document_id: str) -> None:
        """Take one document out, with its claims and whatever rests on them. Raises UnknownName."""
        document = self.document(document_id)
        before = list(self.entries(document_id=document.id))
        with plain_errors(self.url), self.engine.begin() as connection:
            self._delete(connection, document.id)
            history.keep_replaced(connection, before, None, _now())
            _touch(connection)

    def _delete(self, connection: Connection, document_id: str) -> None:
        """Delete a document and all rows under it; foreign keys cascade, links hold no keys."""
        claims = select(tables.claims.c.id).where(tables.claims.c.document == document_id)
        for of_claim in (tables.claim_origins, tables.dispute_claims):
            connection.execute(delete(of_claim).where(of_claim.c.claim.in_(claims)))
        for table in (tables.links, tables.found_links, tables.bonds):
            gone = (
                table.c.a.in_(claims) | table.c.b.in_(claims) | (table.c.a == document_id) | (table.c.b == document_id)
            )
            connection.execute(delete(table).where(gone))
        connection.execute(delete(tables.documents).where(tables.documents.c.id == document_id))

    # ------------------------------------------------------------------ conclusions

    def replace_links(
        self,
        links: Iterable[Link],
        origins: Iterable[Origin] = (),
        disputes: Iterable[Dispute] = (),
        standing: str = "",
    ) -> None:
        """Put these links, origins and disputes in the place of all that were there.

        `standing` says for which documents they stand (see `linked_for`).
        """
        origins, disputes = list(origins), list(disputes)
        made = (
            (tables.links, [link_row(link) for link in links]),
            (tables.origins, [{"id": origin.id, "record": rows.encode(origin)} for origin in origins]),
            (tables.claim_origins, [{"claim": claim, "origin": each.id} for each in origins for claim in each.claims]),
            (tables.disputes, [_dispute_row(dispute) for dispute in disputes]),
            (tables.dispute_claims, [row for dispute in disputes for row in _dispute_claim_rows(dispute)]),
            (tables.facts, [{"name": "linked_for", "value": standing}]),
        )
        with plain_errors(self.url), self.engine.begin() as connection:
            for table, values in made:
                where = table.c.name == "linked_for" if table is tables.facts else None
                connection.execute(delete(table) if where is None else delete(table).where(where))
                if values:
                    connection.execute(insert(table), values)
            _touch(connection)

    def keep_material(self, name: str, revision: str, value: bytes, revisions: Iterable[Revision] = ()) -> None:
        """Keep what was worked out for a revision of the ledger, and the past conclusions that it changed."""
        with plain_errors(self.url), self.engine.begin() as connection:
            connection.execute(delete(tables.materials).where(tables.materials.c.name == name))
            connection.execute(insert(tables.materials), {"name": name, "revision": revision, "value": value})
            history.keep_revisions(connection, revisions)

    def judge(
        self, subject: str, decision: Decision, who: str, why: str, value: str | None = None, when: str | None = None
    ) -> Judgement:
        """Store a person's decision beside what it is about and return it; none is ever overwritten."""
        moment = when or _now()
        judgement = Judgement(
            id=content_id("judgement", subject, decision, who, why, value, moment),
            subject=subject,
            decision=decision,
            who=who,
            when=moment,
            why=why,
            value=value,
        )
        row = {"id": judgement.id, "subject": subject, "record": rows.encode(judgement)}
        with plain_errors(self.url), self.engine.begin() as connection:
            known = select(tables.judgements.c.id).where(tables.judgements.c.id == judgement.id)
            if connection.execute(known).first() is None:
                connection.execute(insert(tables.judgements), row)
                _touch(connection)
        return judgement

    def record_run(self, started: str, counts: dict[str, int | float]) -> None:
        """Keep what one run did."""
        ended = datetime.now(UTC).isoformat(timespec="seconds")
        with plain_errors(self.url), self.engine.begin() as connection:
            connection.execute(insert(tables.runs), {"started": started, "ended": ended, "record": rows.encode(counts)})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _touch(connection: Connection) -> None:
    """Give the ledger a new revision, in the transaction that changes it."""
    connection.execute(delete(tables.facts).where(tables.facts.c.name == "revision"))
    connection.execute(insert(tables.facts), {"name": "revision", "value": secrets.token_hex(8)})


def _dispute_claim_rows(dispute: Dispute) -> list[rows.Row]:
    claims = dict.fromkeys((*dispute.asserting, *dispute.denying, *dispute.others))
    return [{"claim": claim, "dispute": dispute.id} for claim in claims]


def link_row(link: Link) -> rows.Row:
    return {"a": link.a, "b": link.b, "relation": link.relation, "score": link.score, "reason": link.reason}


def _dispute_row(dispute: Dispute) -> rows.Row:
    return {"id": dispute.id, "place_id": dispute.place_id, "since": dispute.since, "record": rows.encode(dispute)}


def open_ledger(url_or_path: str | Path | None = None, *, write: bool = False) -> Ledger:
    """Return the ledger at a file or SQLAlchemy URL (default: CONTESTED_DB, else contested.db).

    With `write` it is made or brought up to date first. Raises StoreError, NewerStore.
    """
    url = address(url_or_path or settings.database())
    with plain_errors(url):
        database = make_url(url).database if url.startswith("sqlite") else None
        lock = WriterLock(database)
        if write:
            lock.take(url)
        elif database and not Path(database).is_file():
            raise StoreError(f"There is no ledger at {shown(url)}.", "Make one with: contested read REPORTS")
        engine = connect(url, write=write)
        try:
            _prepare(engine, url, write)
        except BaseException:
            engine.dispose()
            lock.release()
            raise
    return Ledger(engine, url, lock)


def _prepare(engine: Engine, url: str, write: bool) -> None:
    with plain_errors(url), engine.connect() as connection:
        if check_revision(connection, url):
            return
        if not write:
            raise StoreError(
                f"The ledger {shown(url)} is empty or of an older form.",
                "Run `contested read` on it once: that mends it.",
            )
        migrate(connection)
        connection.commit()
