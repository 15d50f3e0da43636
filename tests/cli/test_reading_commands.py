"""read, extract and what lists the ledger: output, JSON, exit codes."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from contested.cli.main import app
from contested.errors import ContestedError, EmptyInput, InputError, StoreError, UnknownName, UnreadableInput

REPORTS = {
    "a.txt": " date 2025-11-06 Russia said on Thursday that its forces had taken full control of Kupiansk.",
    "b.txt": " date 2025-11-07 Ukraine’s General Staff denied that Russian forces had taken Kupiansk.",
    "c.txt": "Shelling damaged a power line near Izium, the governor said.",
    "d.bin": "\x00\x01\x02",
}


def run(*arguments):
    """Return the result of a command line; our own errors are raised as they are."""
    return CliRunner().invoke(
        app, [str(argument) for argument in arguments], catch_exceptions=False, env={"COLUMNS": "80"}
    )


def fails(error, *arguments):
    """Assert that a command line ends in one of our errors, and return its message."""
    with pytest.raises(error) as caught:
        run(*arguments)
    assert isinstance(caught.value, ContestedError)
    return str(caught.value)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder of reports and one binary file."""
    path = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def db(folder, tmp_path_factory):
    """Return a ledger of these reports."""
    path = tmp_path_factory.mktemp("ledger") / "a.db"
    result = run("read", folder, "--db", path, "--json")
    summary = json.loads(result.stdout)
    assert (summary["new"], summary["unchanged"], summary["failed"]) == (3, 0, 1)
    assert summary["problems"] == {"binary": 1, "date_missing": 1}
    return path


def test_reading_again_says_that_nothing_is_new(folder, db):
    """The digest stays."""
    before = run("digest", "--db", db).stdout
    result = run("read", folder, "--db", db)
    assert "0 new, 3 unchanged, 1 not read" in result.stdout
    assert "Nothing new." in result.stdout
    assert run("digest", "--db", db).stdout == before
    assert len(before.strip()) == 64


def test_the_only_input_that_cannot_be_read_is_an_error(folder, tmp_path):
    """And of several the others are read."""
    assert "not text" in fails(UnreadableInput, "read", folder / "d.bin", "--db", tmp_path / "a.db")
    (tmp_path / "empty.txt").write_text("")
    assert "nothing in it" in fails(EmptyInput, "read", tmp_path / "empty.txt", "--db", tmp_path / "a.db")
    assert fails(InputError, "extract", folder / "d.bin")


def test_nothing_at_all_is_an_error(folder, tmp_path):
    """An empty folder, and a folder of which nothing can be read."""
    (tmp_path / "empty").mkdir()
    assert "no reports" in fails(EmptyInput, "read", tmp_path / "empty", "--db", tmp_path / "a.db")
    (tmp_path / "empty" / "d.bin").write_bytes((folder / "d.bin").read_bytes())
    assert "Nothing was read" in fails(InputError, "read", tmp_path / "empty", "--db", tmp_path / "a.db")


def test_an_unknown_pack_stops_before_anything_is_read(folder, tmp_path):
    """The message names the known ones."""
    assert "sudan" in fails(UnknownName, "read", folder, "--pack", "sudna", "--db", tmp_path / "a.db")
    assert not (tmp_path / "a.db").exists()
    assert "sudan" in fails(UnknownName, "extract", folder, "--pack", "sudna")


@pytest.mark.parametrize("command", ["claims", "links", "origins", "problems", "digest"])
def test_without_a_ledger_each_command_says_how_to_make_one(tmp_path, command):
    """Exit code 4."""
    message = fails(StoreError, command, "--db", tmp_path / "none.db")
    assert "contested read" in message
    assert StoreError.exit_code == 4


def test_claims_can_be_listed_and_filtered(db):
    """As JSON lines, as CSV and as a table."""
    everything = [json.loads(line) for line in run("claims", "--db", db, "--format", "jsonl").stdout.splitlines()]
    assert len(everything) >= 3
    assert [claim["published"] for claim in everything] == sorted(
        (claim["published"] for claim in everything), key=lambda day: day or ""
    )
    late = json.loads(run("claims", "--db", db, "--from", "2025-11-07", "--json").stdout)
    assert {claim["published"] for claim in late} == {"2025-11-07"}
    rows = list(csv.DictReader(io.StringIO(run("claims", "--db", db, "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [claim["id"] for claim in everything]
    table = run("claims", "--db", db).stdout
    assert f"{len(everything)} claims" in table
    assert max(map(len, table.splitlines())) <= 80


def test_an_unknown_place_answers_with_near_ones(db):
    """Exit code 2."""
    assert "Kupiansk" in fails(UnknownName, "claims", "--db", db, "--place", "Kupianskk")
    assert UnknownName("place", "x").exit_code == 2


@pytest.mark.parametrize(
    "arguments", [["links"], ["origins"], ["problems"], ["links", "--relation", "denies"], ["origins", "--copied"]]
)
def test_lists_are_tables_and_json_lines(db, arguments):
    """Both say the same number."""
    lines = json.loads(run(*arguments, "--db", db, "--json").stdout)
    assert [json.loads(line) for line in run(*arguments, "--db", db, "--format", "jsonl").stdout.splitlines()] == lines
    table = run(*arguments, "--db", db).stdout
    assert f"{len(lines)} {arguments[0]}" in table
    assert max(map(len, table.splitlines())) <= 80


def test_problems_name_file_and_reason(db):
    """What was not read, and what was read with a warning."""
    problems = {p["code"]: p for p in json.loads(run("problems", "--db", db, "--json").stdout)}
    assert problems["binary"]["path"].endswith("d.bin")
    assert problems["date_missing"]["path"].endswith("c.txt")
    errors = json.loads(run("problems", "--db", db, "--errors", "--json").stdout)
    assert [problem["code"] for problem in errors] == ["binary"]


def test_unknown_names_of_relations_are_told(db):
    """With the known ones."""
    assert "denies" in fails(UnknownName, "links", "--db", db, "--relation", "denys")


def test_a_person_can_judge_and_remove(folder, tmp_path):
    """A judgement changes the digest, removing and reading again brings a report back."""
    db = tmp_path / "a.db"
    run("read", folder / "a.txt", folder / "b.txt", "--db", db)
    before = run("digest", "--db", db).stdout
    claim = json.loads(run("claims", "--db", db, "--json").stdout)[0]["id"]
    made = json.loads(run("judge", claim, "accept", "--why", "read it", "--who", "ana", "--db", db, "--json").stdout)
    assert (made["subject"], made["decision"], made["who"]) == (claim, "accept", "ana")
    judged = run("digest", "--db", db).stdout
    assert judged != before
    assert fails(UnknownName, "judge", "nothing", "accept", "--why", "x", "--db", db)
    assert "accept" in fails(UnknownName, "judge", claim, "acept", "--why", "x", "--db", db)
    run("remove", folder / "a.txt", "--db", db)
    assert fails(UnknownName, "remove", folder / "a.txt", "--db", db)
    assert run("digest", "--db", db).stdout != judged
    run("read", folder / "a.txt", "--db", db)
    assert run("digest", "--db", db).stdout == judged


def test_extract_prints_a_table_for_people(folder):
    """With the report's warnings below."""
    result = run("extract", folder / "c.txt")
    assert "governor" in result.stdout
    assert "date_missing" in result.stdout


def test_extract_prints_one_list_as_json(folder):
    """What cannot be read is named on standard error."""
    result = run("extract", folder, "--json")
    assert [Path(one["document"]["path"]).name for one in json.loads(result.stdout)] == ["a.txt", "b.txt", "c.txt"]
    assert "d.bin: It is a binary file" in result.stderr


def test_extract_reads_standard_input():
    """The path is "-"."""
    result = CliRunner().invoke(app, ["extract", "-", "--format", "jsonl"], input=REPORTS["a.txt"])
    assert json.loads(result.stdout)["document"]["path"] == "-"


def test_doctor_says_what_is_there_and_what_is_missing(db, tmp_path, monkeypatch):
    """As a table and as JSON; a missing pipeline ends with exit code 1."""
    result = run("doctor", "--db", db, "--json")
    found = {check["name"]: check for check in json.loads(result.stdout)}
    assert found["ledger"]["state"] == "ok"
    assert "3 documents" in found["ledger"]["found"]
    assert found["language pipeline"]["state"] == "ok"
    assert max(map(len, run("doctor", "--db", db).stdout.splitlines())) <= 80
    monkeypatch.setattr("contested.checks.__version__", "99")
    found = {check["name"]: check for check in json.loads(run("doctor", "--db", db, "--json").stdout)}
    assert "--again" in found["ledger"]["advice"]
    monkeypatch.setenv("CONTESTED_MODEL", "no_such_model")
    result = run("doctor", "--db", tmp_path / "none.db", "--json")
    assert result.exit_code == 1
    found = {check["name"]: check for check in json.loads(result.stdout)}
    assert found["language pipeline"]["state"] == "missing"
    assert "none" in found["ledger"]["found"]
