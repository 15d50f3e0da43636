"""Bad input: each kind gives a clear problem, or an error where it is all there is; no run stops."""

import gzip
import json
import os

import pytest

from contested.errors import EmptyInput, UnreadableInput
from contested.model import Document, Problem
from contested.sources import SourceOptions, read_documents
from contested.sources import jsonl as jsonl_module

GOOD = {
    "text": "The governor said two people were hurt in Kharkiv.",
    "published": "2025-11-07",
    "outlet": "Example Wire",
}


def codes(items):
    """Return the codes of the problems among the items."""
    return [item.code for item in items if isinstance(item, Problem)]


def documents(items):
    """Return the documents among the items."""
    return [item for item in items if isinstance(item, Document)]


@pytest.mark.parametrize(
    ("name", "raw", "error", "words"),
    [
        ("empty.txt", b"", EmptyInput, "nothing in it"),
        ("blank.txt", b" \n\n ", EmptyInput, "nothing in it"),
        ("scan.pdf", b"%PDF-1.7 \x00\x01", UnreadableInput, "a PDF, not text"),
        ("noise.txt", bytes(range(256)) * 10, UnreadableInput, "a binary file"),
        ("menu.html", b"<html><body><nav>Home</nav></body></html>", EmptyInput, "No article"),
        ("empty.jsonl", b"", EmptyInput, "nothing in it"),
        ("table.csv", b"a,b\n1,2\n", UnreadableInput, "No column for the text"),
    ],
)
def test_a_single_bad_file_is_an_error_and_among_others_a_problem(tmp_path, name, raw, error, words):
    """The message says what is wrong; the good file beside it is read."""
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(raw)
    good.write_text(" date 2025-11-07 The governor said two people were hurt in Kharkiv.")
    with pytest.raises(error, match=words):
        list(read_documents([bad]))
    items = list(read_documents([bad, good]))
    assert len(documents(items)) == 1
    assert [item.severity for item in items if isinstance(item, Problem)] == ["error"]


def test_a_missing_file_is_an_error_alone_and_a_problem_among_others(tmp_path):
    """It says which file."""
    with pytest.raises(UnreadableInput, match="nowhere"):
        list(read_documents([tmp_path / "nowhere.txt"]))
    assert codes(read_documents([tmp_path / "nowhere.txt", tmp_path / "neither.txt"])) == ["unreadable"] * 2


def test_a_malformed_line_among_good_ones_is_counted_and_passed_over(tmp_path):
    """The lines before and after it are read, under their own numbers."""
    path = tmp_path / "reports.jsonl"
    path.write_text(
        "\n".join([json.dumps(GOOD), '{"text": "cut off', "[1, 2]", '"text"', "", json.dumps(GOOD | {"outlet": "B"})])
    )
    items = list(read_documents([path]))
    assert codes(items) == ["json_malformed"] * 3
    assert [item.path for item in documents(items)] == [f"{path}#1", f"{path}#6"]


def test_an_endless_line_is_not_held_in_memory(tmp_path):
    """A line of 50 MB is a problem, and the next line is read."""
    path = tmp_path / "reports.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "' + b"x" * (50 * 2**20) + b'"}\n' + json.dumps(GOOD).encode())
    items = list(read_documents([path]))
    assert codes(items) == ["line_too_long"]
    assert documents(items)[0].path == f"{path}#2"


def test_a_line_just_as_long_as_allowed_is_read(tmp_path, monkeypatch):
    """The limit counts the line end in."""
    line = json.dumps(GOOD).encode() + b"\n"
    monkeypatch.setattr(jsonl_module, "LONGEST_LINE", len(line))
    path = tmp_path / "reports.jsonl"
    path.write_bytes(line * 2)
    assert len(documents(read_documents([path]))) == 2


def test_one_enormous_report_is_refused(tmp_path):
    """More than a book is a file of many reports, misread."""
    path = tmp_path / "all.txt"
    path.write_text("The mayor said so. " * 100_000)
    with pytest.raises(UnreadableInput, match="Split it"):
        list(read_documents([path]))


def test_an_unreadable_folder_is_a_problem(tmp_path, monkeypatch):
    """What lies beside it is read."""
    (tmp_path / "closed").mkdir()
    (tmp_path / "good.txt").write_text(" date 2025-11-07 The governor said two people were hurt in Kharkiv.")
    real = os.scandir

    def scandir(path="."):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    items = list(read_documents([tmp_path]))
    assert len(documents(items)) == 1
    assert codes(items) == ["unreadable"]
    assert "closed" in next(item for item in items if isinstance(item, Problem)).path


def test_a_cut_archive_gives_what_can_be_read(tmp_path):
    """The lines before the cut count; the cut is a problem."""
    path = tmp_path / "reports.jsonl.gz"
    lines = "\n".join(json.dumps(GOOD | {"outlet": os.urandom(40).hex()}) for _ in range(200))
    raw = gzip.compress(lines.encode())
    path.write_bytes(raw[: len(raw) // 2])
    items = list(read_documents([path]))
    assert documents(items)
    assert "archive_damaged" in codes(items)


def test_an_object_without_text_is_a_problem_and_a_title_alone_is_read(tmp_path):
    """The problem names the keys that were there."""
    path = tmp_path / "reports.jsonl"
    path.write_text(
        '{"id": 1, "kind": "x"}\n'
        '{"title": "Governor says that two people were hurt by shelling in Kharkiv", "date": "2025-11-07"}\n'
    )
    items = list(read_documents([path]))
    assert codes(items) == ["no_text", "title_only"]
    assert documents(items)[0].text == "Governor says that two people were hurt by shelling in Kharkiv"


def test_what_the_user_says_fills_in_and_never_overrides(tmp_path):
    """An outlet given on the command line is used only where the input names none."""
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps(GOOD) + "\n" + json.dumps({"text": GOOD["text"]}))
    options = SourceOptions(outlet="My list", published="2025-01-01", language="en")
    one, other = documents(read_documents([path], options))
    assert (one.outlet, one.published) == ("Example Wire", "2025-11-07")
    assert (other.outlet, other.published, other.published_found) == ("My list", "2025-01-01", "given")
