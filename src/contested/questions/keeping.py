"""Kept in the ledger after each reading: what the questions stand on, so that a server answers at once."""

from __future__ import annotations

from collections.abc import Callable

from contested.questions import columns as claim_columns
from contested.store.ledger import Ledger

Progress = Callable[[int, int], None]


def bring_up_to_date(ledger: Ledger, progress: Progress = lambda _done, _all: None) -> bool:
    """Work out anew what no longer stands for the ledger, and keep it; return whether there was anything to do."""
    revision = ledger.revision
    kept = ledger.material(claim_columns.NAME)
    if kept is not None and kept[0] == revision:
        return False
    progress(0, 2)
    ledger.keep_material(claim_columns.NAME, revision, claim_columns.encode(claim_columns.columns(ledger)))
    progress(2, 2)
    return True
