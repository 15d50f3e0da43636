"""Kill -9 at any moment: nothing reported as stored is lost, and the next run ends where one run ends."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from contested.store.ledger import open_ledger
from contested.store.linking import is_linked

SCRIPT = Path(__file__).with_name("killable.py")


def run(path, kill_at):
    """Return the finished process."""
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(path), str(kill_at)], capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def in_one_go(tmp_path_factory):
    """Return digest and number of statements of a run that nobody disturbed."""
    path = tmp_path_factory.mktemp("whole") / "a.db"
    finished = run(path, 0)
    assert finished.returncode == 0, finished.stderr
    with open_ledger(path) as ledger:
        assert is_linked(ledger)
        assert ledger.counts()["documents"] == 12
        return ledger.digest(), int(finished.stdout.split()[-1])


@pytest.mark.parametrize("part", range(8))
def test_a_killed_run_goes_on_and_ends_as_one_run_does(tmp_path, in_one_go, part):
    """Killed at a statement drawn from each eighth of the run, during reading and during linking."""
    digest, statements = in_one_go
    path = tmp_path / "a.db"
    kill_at = random.Random(part).randrange(1 + part * statements // 8, 1 + (part + 1) * statements // 8)
    killed = run(path, kill_at)
    assert killed.returncode == -signal.SIGKILL
    reported = int((killed.stdout.split() or ["0"])[-1])
    with open_ledger(path) as ledger:
        assert ledger.counts()["documents"] >= reported
    finished = run(path, 0)
    assert finished.returncode == 0, finished.stderr
    with open_ledger(path) as ledger:
        assert (ledger.digest(), is_linked(ledger)) == (digest, True)
