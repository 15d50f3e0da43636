"""Opening: every way in which a ledger can be unusable has a plain message."""

import sqlite3

import pytest
from sqlalchemy import event

from contested.errors import NewerStore, StoreError
from contested.store import opening
from contested.store.ledger import open_ledger
from contested.store.tables import HEAD_REVISION, metadata

from .made import document, extraction, reports


@pytest.fixture
def path(tmp_path):
    """Return the path of a ledger with one report."""
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        ledger.add(extraction(document()))
    return tmp_path / "a.db"


def execute(path, statement):
    """Run one statement with another program, so to say."""
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_ledger_of_a_newer_version_is_left_alone(path):
    """For reading and for writing."""
    execute(path, "UPDATE alembic_version SET version_num = '9999'")
    for write in (False, True):
        with pytest.raises(NewerStore, match="newer version"):
            open_ledger(path, write=write)


@pytest.mark.parametrize("write", [False, True])
def test_a_file_that_is_no_database_is_refused(tmp_path, write):
    """And stays as it was."""
    path = tmp_path / "a.db"
    path.write_text("This is a letter, and not a database at all. " * 50)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no database"):
        open_ledger(path, write=write)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path):
    """Its tables are not touched."""
    path = tmp_path / "a.db"
    execute(path, "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="not a ledger"):
        open_ledger(path, write=True)


def test_a_damaged_ledger_is_told(path):
    """Pages overwritten in the middle."""
    raw = bytearray(path.read_bytes())
    raw[4096 : len(raw) - 4096] = b"\xff" * (len(raw) - 8192)
    path.write_bytes(bytes(raw))
    with pytest.raises(StoreError, match=r"damaged|not a ledger"), open_ledger(path) as ledger:
        list(ledger.entries())


def test_no_ledger_yet_says_how_to_make_one(tmp_path):
    """Reading makes no empty file."""
    with pytest.raises(StoreError, match="contested read"):
        open_ledger(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_folder_that_is_not_there_or_not_writable_is_told(tmp_path):
    """By the folder's state, before anything is read."""
    with pytest.raises(StoreError, match="cannot be written"):
        open_ledger(tmp_path / "missing" / "a.db", write=True)
    with pytest.raises(StoreError, match="cannot be written"):
        open_ledger("/proc/contested.db", write=True)


def test_a_full_disk_loses_nothing_that_was_stored(path):
    """The report that did not fit is not half there."""
    with open_ledger(path, write=True) as ledger:

        def full(connection, _record):
            connection.execute("PRAGMA max_page_count=1")  # SQLite: at least as many as are used

        event.listen(ledger.engine, "connect", full)
        ledger.engine.dispose()
        big = extraction(document(" ".join(f"Ostvan said it holds Brask{i}." for i in range(2000))))
        with pytest.raises(StoreError, match="disk is full"):
            ledger.add(big)
    with open_ledger(path) as ledger:
        assert ledger.counts()["documents"] == 1


def test_a_read_only_database_is_told(path):
    """Asked of SQLite itself, since permissions do not bind every user."""
    with open_ledger(path, write=True) as ledger:
        event.listen(ledger.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))
        ledger.engine.dispose()
        with pytest.raises(StoreError, match="read-only"):
            ledger.add(extraction(reports(2)[1]))


def test_a_second_writer_waits_and_is_told_who_holds_it(path, monkeypatch):
    """Readers need not wait."""
    monkeypatch.setattr(opening.WriterLock.take, "__defaults__", (0.1,))
    with open_ledger(path, write=True) as ledger:
        with pytest.raises(StoreError, match="locked by another contested"):
            open_ledger(path, write=True)
        with open_ledger(path) as reader:
            ledger.add(extraction(reports(2)[1]))
            assert reader.counts()["documents"] == 2
    with open_ledger(path, write=True):
        pass


def test_a_lock_of_another_program_is_told(path, monkeypatch):
    """A backup tool that holds the database, say."""
    monkeypatch.setattr("contested.store.opening.BUSY_SECONDS", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_ledger(path, write=True) as ledger, pytest.raises(StoreError, match="locked"):
        ledger.add(extraction(reports(2)[1]))
    other.close()


def test_a_reader_cannot_write(path):
    """Its connection is read-only, so it never checkpoints."""
    with open_ledger(path) as ledger, pytest.raises(StoreError, match="read-only"):
        ledger.remove(ledger.document_ids()[0])


def test_writes_are_synchronous_and_foreign_keys_hold(path):
    """What was reported as stored survives a power cut."""
    with open_ledger(path, write=True) as ledger, ledger.engine.connect() as connection:
        values = [
            connection.exec_driver_sql(f"PRAGMA {p}").scalar() for p in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert values == ["wal", 2, 1]


@pytest.mark.parametrize("url", ["nonsense://x", "://"])
def test_an_address_that_is_none_is_told(url):
    """Unknown kinds of database too."""
    with pytest.raises(StoreError, match="no address"):
        open_ledger(url)


def test_passwords_are_not_shown():
    """An address stands in messages."""
    assert "secret" not in opening.shown("postgresql+psycopg://me:secret@host/ledger")


def test_the_migrations_make_the_tables_that_the_code_expects(tmp_path):
    """And the newest one is the one that the code names."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(opening.Path(opening.__file__).parent / "migrations"))
    assert scripts.get_current_head() == HEAD_REVISION
    with open_ledger(tmp_path / "a.db", write=True) as ledger, ledger.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables}
        )
        assert compare_metadata(context, metadata) == []


def test_every_table_can_be_made_in_postgresql():
    """The schema holds nothing that only SQLite knows."""
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateTable

    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))


def test_a_missing_driver_is_told():
    """Which one, in the driver's words."""
    with pytest.raises(StoreError, match=r"psycopg|no address"):
        open_ledger("postgresql+psycopg://me:secret@localhost:1/ledger")
