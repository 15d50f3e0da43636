"""Folders, tables, standard input: each file to the reader of its form, in a fixed order."""

import gzip
import io
import json
import sys

import pytest

from contested.model import Document, Format
from contested.sources import expected, read_documents

TEXT = "The governor said two people were hurt in Kharkiv."


def documents(paths):
    """Return the documents that paths give."""
    return [item for item in read_documents(paths) if isinstance(item, Document)]


def test_a_mixed_folder_is_read_in_the_order_of_its_names(tmp_path):
    """Subfolders too; hidden files and lock files not."""
    (tmp_path / "b").mkdir()
    line = json.dumps({"text": TEXT, "date": "2025-11-07", "source": "Example Wire"})
    (tmp_path / "a.txt").write_text(f" date 2025-11-07 {TEXT}")
    (tmp_path / "b" / "c.jsonl").write_text(line)
    (tmp_path / "b" / "d.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    (tmp_path / "b" / "e.csv").write_text(f"headline;body;date\nHurt;{TEXT};2025-11-07\n")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "contested.db.lock").write_text("12")
    found = documents([tmp_path])
    assert [document.format for document in found] == [Format.DATED_TEXT, Format.JSONL, Format.JSONL, Format.CSV]
    assert {document.text for document in found} == {TEXT}
    assert found[1].path == f"{tmp_path}/b/c.jsonl#1"
    assert found[3].path == f"{tmp_path}/b/e.csv#2"
    assert found[3].title == "Hurt"


@pytest.mark.parametrize(
    ("content", "paths"),
    [
        ([{"text": TEXT}, {"text": TEXT + " Later."}], ["#1", "#2"]),
        ({"articles": [{"text": TEXT}, 5]}, ["#1"]),
        ({"text": TEXT}, [""]),
    ],
)
def test_a_json_document_may_be_a_list_or_hold_one(tmp_path, content, paths):
    """However it is laid out over lines."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content, indent=2))
    assert [document.path for document in documents([path, tmp_path / "missing"])] == [f"{path}{end}" for end in paths]


def test_how_many_reports_to_expect(tmp_path):
    """For the progress bar; nobody can tell of standard input."""
    (tmp_path / "a.jsonl").write_text("{}\n" * 7)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"{}\n" * 5))
    (tmp_path / "c.txt").write_text(TEXT)
    assert expected([tmp_path]) == 13
    assert expected([tmp_path / "a.jsonl", tmp_path / "missing"]) == 7
    assert expected(["-"]) is None


def test_standard_input_may_be_lines_or_text(monkeypatch):
    """Told by the first sign."""
    for content, form in ((json.dumps({"text": TEXT}), Format.JSONL), (f"date 2025-11-07 {TEXT}", Format.DATED_TEXT)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        (document,) = documents(["-"])
        assert (document.format, document.path.partition("#")[0]) == (form, "-")


def test_an_outlet_is_told_by_the_address_where_no_field_names_it(tmp_path):
    """The host, without www."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "url": "https://www.example.org/a", "date": "2025-11-07"}))
    (document,) = documents([path])
    assert (document.outlet, document.outlet_found) == ("example.org", "metadata")


def test_a_date_in_the_file_name_is_the_last_resort(tmp_path):
    """And it says so."""
    path = tmp_path / "wire-2025-11-07.txt"
    path.write_text(TEXT)
    (document,) = documents([path])
    assert (document.published, document.published_found) == ("2025-11-07", "filename")


@pytest.mark.parametrize(("stated", "expected"), [("en-GB", "en"), ("EN", "en"), ("english", "en"), ("uk_UA", "uk")])
def test_a_stated_language_is_a_code_or_is_not_used(tmp_path, stated, expected):
    """Two letters, whatever follows; of a word for it the text knows more."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "lang": stated}))
    (document,) = documents([path])
    assert document.language == expected


def test_another_language_is_told(tmp_path):
    """By detection, on the words."""
    path = tmp_path / "a.txt"
    path.write_text("Губернатор сообщил, что в Харькове ранены два человека, электричество отключено.")
    (document,) = documents([path])
    assert (document.language, document.language_found) == ("ru", "detected")
