"""What tests of the whole share: the sample dispatches, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "examples" / "dispatches"


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with the sample dispatches read into it."""
    from typer.testing import CliRunner

    from contested.cli.main import app

    path = tmp_path_factory.mktemp("ledger") / "samples.db"
    result = CliRunner().invoke(app, ["read", str(SAMPLES), "--db", str(path)])
    assert result.exit_code == 0, result.output
    return path
