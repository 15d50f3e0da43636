"""Reading gold, scores, and the gate's own parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from contested.errors import EvaluationError, UnknownName
from contested.evaluation.common import Options, prf, read_gold, run_suite
from contested.evaluation.gate import Floor, pick
from contested.evaluation.quality import shown


def test_scores_by_their_definition() -> None:
    """Two of four found are right, and three are gold."""
    assert prf(2, 4, 3) == {"p": 0.5, "r": 0.6667, "f1": 0.5714}
    assert prf(0, 0, 0) == {"p": 0.0, "r": 0.0, "f1": 0.0}


def test_gold_that_cannot_be_read(tmp_path: Path) -> None:
    """Missing, empty and broken gold each say what and where."""
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").write_text("")
    with pytest.raises(EvaluationError, match="holds nothing"):
        read_gold(tmp_path / "empty.jsonl")
    (tmp_path / "broken.jsonl").write_text('{"id": 1}\n{"id"\n')
    with pytest.raises(EvaluationError, match="line 2"):
        read_gold(tmp_path / "broken.jsonl")


def test_unknown_suite_answers_with_the_known() -> None:
    """A misspelt suite names the nearest ones."""
    with pytest.raises(UnknownName, match="toponyms"):
        run_suite("toponym", [], Options())


def test_floors_hold_in_their_direction() -> None:
    """An error may not rise above its floor, a score not fall below it."""
    assert Floor("s", "mae", 0.5, 0.4, True).held
    assert not Floor("s", "mae", 0.5, 0.6, True).held
    assert not Floor("s", "f1", 0.5, 0.4, False).held
    assert pick({"found": {"f1": 0.25}}, "found.f1") == 0.25


def test_quality_cells() -> None:
    """A cell shows F1 with precision and recall apart."""
    assert shown({"p": 0.5, "r": 0.25, "f1": 0.3333}) == "F1 **0.333** (P 0.500, R 0.250)"
    assert shown(None) == "–"
