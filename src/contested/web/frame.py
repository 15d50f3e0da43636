"""What stands around every page, read from the ledger."""

from __future__ import annotations

from contested.model import UNKNOWN
from contested.store.view import View
from contested.web.page import Frame


def frame_of(view: View) -> Frame:
    """Return the foot of all pages: packs, reports, outlets, period, unread reports."""
    heads = view.heads()
    days = [head.published[:10] for head in heads if head.published]
    return Frame(
        packs=(),
        reports=len(heads),
        outlets=len({head.outlet for head in heads} - {UNKNOWN}),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        unread=sum(problem.severity == "error" for problem in view.problems()),
    )
