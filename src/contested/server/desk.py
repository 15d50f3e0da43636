"""What all requests of one server share: the ledger's address, and how a page becomes an answer."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from contested.store.ledger import open_ledger
from contested.store.progress import running
from contested.store.view import View
from contested.web.frame import frame_of
from contested.web.importing import finished_line, import_line
from contested.web.layout import render
from contested.web.page import Frame, Page
from contested.web.pages.add import LastImport

LOG_SHOWN = 4000
"""Characters of a failed reading's output that the page shows."""
STARTING = "Starting to read; the first time this takes a minute."
"""What a page says between the start of a reading and its first word about where it is."""


class Desk:
    """One server's ledger. The connections of its view are pooled; each request takes its own."""

    def __init__(self, database: str | None = None, may_add: bool = True) -> None:
        self.database = database
        self.may_add = may_add
        self._view: View | None = None
        self._import: tuple[subprocess.Popen[bytes], Path] | None = None

    @property
    def view(self) -> View:
        """Return the ledger to read from, opened at the first request."""
        if self._view is None:
            self._view = open_ledger(self.database)
        return self._view

    def close(self) -> None:
        """Let go of the ledger."""
        if self._view is not None:
            self._view.close()
            self._view = None

    # ------------------------------------------------------------------ imports

    def importing(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        """Remember a reading that was started here."""
        self._import = (process, folder)

    def reading_now(self) -> bool:
        """Return whether a reading that was started here still runs."""
        return self._import is not None and self._import[0].poll() is None

    def last_import(self) -> LastImport | None:
        """Return what the last reading from the page came to, None where there was none."""
        progress = running(self.view)
        if self._import is None or self.reading_now():
            now = self._import is not None
            line = import_line(progress) if progress else STARTING
            return LastImport(running=True, line=line) if now or progress else None
        process, folder = self._import
        printed = (folder.parent / f"{folder.name}.log").read_text(encoding="utf-8", errors="replace")
        if process.returncode == 0:
            counts = json.loads(printed[printed.index("{") :])
            return LastImport(running=False, line=finished_line(counts["new"], counts["failed"]))
        return LastImport(running=False, line="The reports could not be read.", log=printed[-LOG_SHOWN:])

    # ------------------------------------------------------------------ answers

    def frame(self) -> Frame:
        """Return what stands around each page."""
        progress = running(self.view)
        frame = frame_of(self.view)
        if progress is None:
            return replace(frame, import_line=STARTING) if self.reading_now() else frame
        return replace(frame, import_line=import_line(progress), import_share=progress.share)

    def render(self, page: Page) -> str:
        """Return a page as HTML."""
        return render(page, self.frame())

    def answer(self, request: Request, build: Callable[[View], Page]) -> Response:
        """Return a page with its mark (ETag): unchanged pages are not sent again."""
        page = build(self.view)
        return marked(request, self.render(page).encode(), "text/html; charset=utf-8", page.status)


def marked(request: Request, content: bytes, media_type: str, status: int = 200) -> Response:
    """Return content under its mark, or only the word that it has not changed."""
    mark = f'"{blake2b(content, digest_size=12).hexdigest()}"'
    headers = {"ETag": mark, "Cache-Control": "no-cache"}
    if status == 200 and request.headers.get("if-none-match") == mark:
        return Response(status_code=304, headers=headers)
    kind = HTMLResponse if media_type.startswith("text/html") else Response
    return kind(content, status_code=status, headers=headers, media_type=media_type)
