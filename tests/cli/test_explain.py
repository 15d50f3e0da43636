"""`contested explain` and `contested lexicon`: what a person sees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from contested.cli.explain import explanations
from contested.cli.main import app
from contested.lexicons import names
from contested.lexicons.check import check_lexicon
from contested.model import Document
from contested.pipeline import extract

TEXT = "The army denied Russian claims of a breakthrough but admitted that a village was lost."


def test_explanations_name_the_rule() -> None:
    """Each claim comes with its words by role and the rule that found it."""
    document = Document(id="test", path="test", sha256="", outlet="The Test", text=TEXT)
    rows = [row for row in explanations(extract(document)) if row["rule"] != "own voice"]
    by_class = {row["class"]: row for row in rows}
    assert by_class["deny"]["rule"] == "verb.np"
    assert by_class["acknowledge"]["cue"] == "admitted"
    assert by_class["assert"]["inside"] == by_class["deny"]["number"]


def test_explain_prints_text_and_claims(tmp_path: Path) -> None:
    """The report stands in the output, each claim below its paragraph."""
    path = tmp_path / "dispatch.txt"
    path.write_text(f" date 2025-03-04 {TEXT}", encoding="utf-8")
    result = CliRunner().invoke(app, ["explain", str(path)])
    assert result.exit_code == 0
    flat = " ".join(result.output.split())
    assert "The army denied Russian claims" in flat
    assert "verb.np" in flat


def test_explain_as_json(tmp_path: Path) -> None:
    """--json gives one record a claim."""
    path = tmp_path / "dispatch.txt"
    path.write_text(f" date 2025-03-04 {TEXT}", encoding="utf-8")
    result = CliRunner().invoke(app, ["explain", str(path), "--json"])
    assert {"deny", "acknowledge"} <= {row["class"] for row in json.loads(result.output)["claims"]}


@pytest.mark.parametrize("name", [name for name in names() if name.startswith("cues")])
def test_cue_lists_are_in_order(name: str) -> None:
    """No double words, no unknown class or frame."""
    assert check_lexicon(name) == []


def test_lexicon_list_names_all() -> None:
    """The list names each lexicon."""
    result = CliRunner().invoke(app, ["lexicon", "list", "--json"])
    assert {row["name"] for row in json.loads(result.output)} == set(names())


def test_lexicon_check_of_one() -> None:
    """A list in order says so."""
    result = CliRunner().invoke(app, ["lexicon", "check", "cues"])
    assert result.exit_code == 0
    assert "cues: in order" in result.output
