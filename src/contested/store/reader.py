"""The ground of every reading of a ledger: its database, one query at a time, and its revision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine, Select, select

from contested.store import tables
from contested.store.opening import plain_errors

CHUNK = 400
"""Ids in one IN clause: below the 999 variables that older SQLite builds allow."""


def chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the items in runs of at most CHUNK."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


class Reader:
    """A database to read from. Use it as a context manager, or call `close`."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.engine = engine
        self.url = url

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def run(self, query: Select[Any]) -> Sequence[Any]:
        """Return the rows of a query."""
        with plain_errors(self.url), self.engine.connect() as connection:
            return connection.execute(query).all()

    def fact(self, name: str) -> str | None:
        """Return a small fact about the ledger itself."""
        found = self.run(select(tables.facts.c.value).where(tables.facts.c.name == name))
        return found[0].value if found else None

    @property
    def revision(self) -> str:
        """A word that is new after each change of reports, links or judgements; "" for a ledger never written to."""
        return self.fact("revision") or ""

    def material(self, name: str) -> tuple[str, bytes] | None:
        """Return what was worked out and kept under a name, with the revision that it stands for."""
        kept = tables.materials
        found = self.run(select(kept.c.revision, kept.c.value).where(kept.c.name == name))
        return (found[0].revision, bytes(found[0].value)) if found else None
