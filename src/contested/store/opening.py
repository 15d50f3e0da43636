"""Opening a ledger's database: address, safe settings, migrations, and errors in plain words.

SQLite runs in WAL mode with `synchronous=FULL`: what a run has reported as stored survives a
power cut. SQLite before 3.51.3 can damage a WAL database when two connections checkpoint at the
same moment, so only one connection of all programs may ever checkpoint: readers open the file
read-only, and the one writer holds a lock file beside it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from contested.errors import NewerStore, StoreError
from contested.store.tables import HEAD_REVISION

BUSY_SECONDS = 10.0
"""How long to wait for another program before saying that the ledger is locked."""

REASONS: tuple[tuple[str, str, str], ...] = (
    ("readonly database", "cannot be written: it is read-only", "Mind its permissions, or choose another with --db."),
    ("is full", "cannot be written: the disk is full", "Free some space and run the same command again: it goes on."),
    (
        "disk i/o",
        "cannot be read or written: the disk reports an error",
        "Check the disk; restore a copy if it persists.",
    ),
    ("locked", "is locked by another program", "Wait until it has finished, then run the same command again."),
    ("not a database", "is not a ledger: it is no database file", "Choose another file with --db."),
    ("malformed", "is damaged", "Restore a copy, or read the reports again into a new file with --db."),
    ("unable to open", "cannot be opened", "Check that its folder is there and that you may write in it."),
    ("no such table", "is not a ledger of contested", "Choose another file with --db."),
)
"""A piece of the driver's message, what it means for this file, and what to do."""


def address(url_or_path: str | Path) -> str:
    """Return an SQLAlchemy URL; a plain path means an SQLite file.

    >>> address("war.db")
    'sqlite:///war.db'
    """
    value = str(url_or_path)
    return value if "://" in value else f"sqlite:///{value}"


def shown(url: str) -> str:
    """Return the address as people should see it: without a password."""
    parsed = make_url(url)
    return parsed.database or url if parsed.get_backend_name() == "sqlite" else parsed.render_as_string()


@contextmanager
def plain_errors(url: str) -> Iterator[None]:
    """Turn the driver's errors into a StoreError that says what is wrong with which file."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = str(error.orig) if isinstance(error, DBAPIError) else str(error)
        for piece, meaning, hint in REASONS:
            if piece in cause.lower():
                raise StoreError(f"The ledger {shown(url)} {meaning}.", hint) from error
        raise StoreError(f"The ledger {shown(url)} failed: {cause}", "See: contested doctor") from error


def connect(url: str, *, write: bool) -> Engine:
    """Return an engine with safe settings; nothing is opened yet. Raises StoreError."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() != "sqlite":
            return create_engine(parsed, pool_pre_ping=True)
        if not write and parsed.database not in (None, "", ":memory:"):
            parsed = parsed.set(database=f"file:{parsed.database}", query={"mode": "ro", "uri": "true"})
        engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StoreError(
            f"{url} is no address of a ledger: {error}", "Give a file name or an SQLAlchemy URL."
        ) from error
    event.listen(engine, "connect", _writer_settings if write else _reader_settings)
    return engine


def _writer_settings(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _reader_settings(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA wal_autocheckpoint=0")
    cursor.close()


def revision(connection: Connection) -> str | None:
    """Return the migration at which a database stands, None for an empty one."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def check_revision(connection: Connection, url: str) -> bool:
    """Return whether the database is up to date. Raises NewerStore, StoreError."""
    found = revision(connection)
    if found is not None and found > HEAD_REVISION:
        raise NewerStore(
            f"The ledger {shown(url)} was written by a newer version of contested "
            f"(its form is {found}; this version knows {HEAD_REVISION}).",
            "Upgrade contested, or choose another ledger with --db.",
        )
    if found is None and inspect(connection).get_table_names():
        raise StoreError(
            f"{shown(url)} is a database, but not a ledger of contested.", "Choose another file with --db."
        )
    return found == HEAD_REVISION


def migrate(connection: Connection) -> None:
    """Bring the database to the newest form."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


class WriterLock:
    """The lock file beside an SQLite ledger: one writer at a time, freed even by kill -9."""

    def __init__(self, database: str | None) -> None:
        self.path = Path(f"{database}.lock") if database and database != ":memory:" else None
        self._file: IO[str] | None = None

    def take(self, url: str, wait: float = BUSY_SECONDS) -> None:
        """Take the lock or raise StoreError naming the process that holds it."""
        if self.path is None:
            return
        try:
            self._file = self.path.open("a+", encoding="ascii")
        except OSError as error:
            raise StoreError(
                f"The ledger {shown(url)} cannot be written: {error.strerror or error}.",
                "Mind the permissions of its folder, or choose another with --db.",
            ) from error
        deadline = time.monotonic() + wait
        while not self._try():
            if time.monotonic() >= deadline:
                holder = self._holder()
                self._file.close()
                raise StoreError(
                    f"The ledger {shown(url)} is locked by another contested (process {holder}).",
                    "Wait until it has finished, then run the same command again.",
                )
            time.sleep(0.05)
        self._sign()

    def _try(self) -> bool:
        assert self._file is not None
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # somebody else holds it
            return False
        return True

    def _holder(self) -> str:
        """Return the process that signed the lock file, as far as it can be read."""
        assert self._file is not None
        with suppress(OSError):
            self._file.seek(0)
            return self._file.read().strip() or "unknown"
        return "unknown"

    def _sign(self) -> None:
        assert self._file is not None
        with suppress(OSError):  # a full disk must not stop a reader of the message
            self._file.truncate(0)
            self._file.write(str(os.getpid()))
            self._file.flush()

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            self._file.close()
            self._file = None
