"""Run by test_resume.py in a process of its own: take reports in, and be killed at the n-th statement."""

import os
import signal
import sys
import types

from sqlalchemy import event

from contested.store import intake, linking
from contested.store.ledger import open_ledger

sys.path.insert(0, os.path.dirname(__file__))
from made import extraction, reports


def main(path, kill_at):
    """Take the made reports in and link them; kill -9 before statement number `kill_at`."""
    pipeline = types.ModuleType("contested.pipeline")  # the real one takes seconds to start
    pipeline.extract = lambda document, _packs=None: extraction(document)
    sys.modules["contested.pipeline"] = pipeline
    count = 0

    def before(*_):
        nonlocal count
        count += 1
        if count == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_ledger(path, write=True) as ledger:
        event.listen(ledger.engine, "before_cursor_execute", before)
        event.listen(ledger.engine, "commit", before)
        intake.take_in(ledger, reports(), seen=lambda counts: print(counts.new, flush=True))
        linking.relink(ledger)
    print("statements", count)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
