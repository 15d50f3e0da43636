"""The machine-readable contract: its fields, its offsets, its schema."""

import json
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from contested.cli.main import app
from contested.model import Extraction
from contested.outputs.contract import PrintedClaim, PrintedExtraction, contract_schema, shifted

DOCS = Path(__file__).parents[1] / "docs"
TEXT = (
    "Ukraine’s General Staff said on Friday that up to 150 Russian soldiers had entered the northern "
    "districts of Kupiansk.\n\nMoscow denied losing the city. The claim could not be independently verified."
)


def run(*arguments):
    """Return the lines that a command prints, as JSON."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Return the same report as dated text (behind a sign outside the basic plane) and as JSON lines."""
    folder = tmp_path_factory.mktemp("contract")
    (folder / "dated.txt").write_text(f"𝔄 headline\n date 2025-11-07 {TEXT}\n", encoding="utf-8")
    (folder / "lines.jsonl").write_text(json.dumps({"text": TEXT, "published": "2025-11-07", "outlet": "Example Wire"}))
    return folder


@pytest.fixture(scope="module")
def extracted(files):
    """Return what extract prints for the folder, by file name."""
    return {
        Path(line["document"]["path"].partition("#")[0]).name: line
        for line in run("extract", files, "--format", "jsonl")
    }


def spans(value):
    """Yield every object with a span and words of its own."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and "text" in value and "sha256" not in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_spans_of_plain_text_hold_in_the_file(files, extracted):
    """file_text[start:end] is the quoted text, in code points."""
    whole = (files / "dated.txt").read_text(encoding="utf-8")
    printed = extracted["dated.txt"]
    assert "text" not in printed["document"]
    assert whole[printed["document"]["text_offset"] :].startswith(TEXT)
    found = list(spans(printed))
    assert found
    for each in found:
        assert whole[each["start"] : each["end"]] == each["text"]
    assert [whole[s["start"] : s["end"]] for s in printed["sentences"]][-1].startswith("The claim could not")


def test_spans_of_other_forms_hold_in_the_document_that_is_printed_with_them(extracted):
    """So the text comes along."""
    printed = extracted["lines.jsonl"]
    assert printed["document"]["text"] == TEXT
    for each in spans(printed):
        assert TEXT[each["start"] : each["end"]] == each["text"]


def test_the_fields_are_those_of_the_contract(extracted):
    """Names that other programs rely on."""
    for printed in extracted.values():
        assert {"id", "path", "sha256", "outlet", "url", "title", "language", "published", "text_offset"} <= set(
            printed["document"]
        )
        assert {"outlet_found", "title_found", "language_found", "published_found"} <= set(printed["document"])
        assert {
            "document",
            "sentences",
            "places",
            "times",
            "quantities",
            "actors",
            "claims",
            "events",
            "warnings",
        } <= set(printed)
        assert printed["document"]["published"] == "2025-11-07"
        for claim in printed["claims"]:
            assert {
                "id", "start", "end", "content", "source", "chain", "cue", "directness", "polarity", "certainty",
                "verification", "evidence", "condition", "events",
            } <= set(claim)  # fmt: skip
            assert {"text", "start", "end", "name", "kind", "party", "party_reason"} <= set(claim["source"])
            if claim["cue"]:
                assert {"start", "end", "lemma", "class"} <= set(claim["cue"])
        for event in printed["events"]:
            assert {
                "id",
                "start",
                "end",
                "type",
                "agent",
                "target",
                "places",
                "time",
                "quantities",
                "means",
                "control",
            } <= set(event)


def test_the_same_words_have_the_same_sense_in_every_form(extracted):
    """Places, claims and events do not depend on the file's form."""
    one, other = extracted["dated.txt"], extracted["lines.jsonl"]
    for kind in ("sentences", "places", "claims", "events"):
        assert len(one[kind]) == len(other[kind])


def test_printed_lines_fit_their_records(extracted, files, tmp_path):
    """What extract and claims print can be read back as the records that the schema describes."""
    for printed in extracted.values():
        msgspec.convert(printed, PrintedExtraction)
    CliRunner().invoke(app, ["read", str(files), "--db", str(tmp_path / "a.db")], catch_exceptions=False)
    printed_claims = run("claims", "--db", tmp_path / "a.db", "--format", "jsonl")
    assert {Path(claim["path"].partition("#")[0]).name for claim in printed_claims} == {"dated.txt", "lines.jsonl"}
    for claim in printed_claims:
        msgspec.convert(claim, PrintedClaim)
    whole = (files / "dated.txt").read_text(encoding="utf-8")
    for claim in printed_claims:
        if claim["path"].endswith("dated.txt"):
            assert whole[claim["start"] : claim["end"]] == claim["words"]
    for line in run("links", "--db", tmp_path / "a.db", "--format", "jsonl"):
        assert set(line) == {"a", "b", "relation", "score", "reason"}
    for line in run("origins", "--db", tmp_path / "a.db", "--format", "jsonl"):
        assert {"id", "documents", "claims"} <= set(line)


def test_the_printed_extraction_has_the_fields_of_the_record():
    """None is forgotten when a record grows."""
    assert PrintedExtraction.__struct_fields__ == Extraction.__struct_fields__


def test_the_schema_in_the_docs_is_fresh():
    """Make it anew with: contested schema > docs/schema.json"""
    assert json.loads((DOCS / "schema.json").read_text()) == json.loads(msgspec.json.encode(contract_schema()))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"start": 1, "end": 2}, {"start": 11, "end": 12}),
        ({"start": None, "end": None}, {"start": None, "end": None}),
        ([{"content": [{"start": 0, "end": 1}]}], [{"content": [{"start": 10, "end": 11}]}]),
        ({"title": "start", "low": 5}, {"title": "start", "low": 5}),
    ],
)
def test_shifting_moves_spans_and_nothing_else(value, expected):
    """At any depth."""
    assert shifted(value, 10) == expected
