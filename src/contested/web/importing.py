"""The sentence about a running import that stands on every page."""

from __future__ import annotations

from contested.store.progress import Progress
from contested.web.words import count


def import_line(progress: Progress) -> str:
    """Return where a run stands, in words.

    >>> import_line(Progress(phase="reading", done=412, total=900, failed=3, at=0.0))
    '412 of 900 reports read, 3 could not be read.'
    """
    of = f"{progress.done:,} of {progress.total:,}" if progress.total else f"{progress.done:,}"
    if progress.phase == "linking":
        return f"All reports are read; comparing their claims, {of}."
    failed = f", {progress.failed:,} could not be read" if progress.failed else ""
    noun = "report" if progress.total == 1 or (not progress.total and progress.done == 1) else "reports"
    return f"{of} {noun} read{failed}."


def finished_line(new: int, failed: int) -> str:
    """Return what a run came to."""
    return f"{count(new, 'new report')} read, {count(failed, 'file')} could not be read."
