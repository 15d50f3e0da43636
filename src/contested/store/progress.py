"""How far a running import is: one small fact in the ledger, so that pages can show it.

The program that reads may be another one than the server; a fact older than `STALE` seconds comes
from a run that was ended and is not shown.
"""

from __future__ import annotations

import time

from msgspec import Struct
from sqlalchemy import delete, insert, select

from contested.store import rows, tables
from contested.store.opening import plain_errors
from contested.store.view import View

NAME = "reading"
EVERY = 1.0
"""Seconds between two notes of a run: each is a transaction of its own."""
STALE = 120.0
"""Seconds after which a run that says nothing more is taken for ended."""


class Progress(Struct, frozen=True, kw_only=True):
    """Where a run stands; `total` is None where nobody knows, `phase` is "reading" or "linking"."""

    phase: str
    done: int
    total: int | None
    failed: int
    at: float  # seconds since the epoch

    @property
    def share(self) -> float:
        """Return how far it is, 0..1."""
        return min(self.done / self.total, 1.0) if self.total else 0.0


class Announcer:
    """Notes a run's progress in the ledger, at most once a second. Use it as a context manager."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._last = 0.0

    def __enter__(self) -> Announcer:
        return self

    def __exit__(self, *_: object) -> None:
        with plain_errors(self._view.url), self._view.engine.begin() as connection:
            connection.execute(delete(tables.facts).where(tables.facts.c.name == NAME))

    def note(self, phase: str, done: int, total: int | None, failed: int = 0) -> None:
        """Keep where the run stands."""
        now = time.time()
        if now - self._last < EVERY:
            return
        self._last = now
        value = rows.encode(Progress(phase=phase, done=done, total=total, failed=failed, at=now))
        with plain_errors(self._view.url), self._view.engine.begin() as connection:
            connection.execute(delete(tables.facts).where(tables.facts.c.name == NAME))
            connection.execute(insert(tables.facts), {"name": NAME, "value": value})


def running(view: View) -> Progress | None:
    """Return where the running import stands, None where none runs."""
    found = view.run(select(tables.facts.c.value).where(tables.facts.c.name == NAME))
    if not found:
        return None
    progress = rows.decode(found[0].value, Progress)
    return progress if time.time() - progress.at < STALE else None
