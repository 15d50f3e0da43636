"""What all requests of one server share: the ledger's address, and how a page becomes an answer."""

from __future__ import annotations

import json
import subprocess
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from contested.questions.picture import picture
from contested.store.ledger import open_ledger
from contested.store.progress import running
from contested.store.view import View
from contested.web.frame import frame_of, newest_day
from contested.web.importing import finished_line, import_line
from contested.web.layout import render
from contested.web.page import Frame, Page
from contested.web.pages.add import LastImport

MOST_HELD = 256
"""Pages that a server holds: about 25 MB."""
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
        self._pages: OrderedDict[tuple[str, str, str], tuple[bytes, int]] = OrderedDict()
        self._lock = Lock()
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

    def answer(self, request: Request, build: Callable[[View], Page], *, keep: bool = True) -> Response:
        """Return a page with its mark (ETag): unchanged pages are not sent again.

        With `keep` it is held until the ledger changes, so that a second look costs nothing; while
        a reading runs no page is held, since each says how far it is.
        """
        key = (self.view.revision, request.url.path, request.url.query)
        held = self._pages.get(key) if keep else None
        if held is None or running(self.view) is not None:
            page = build(self.view)
            held = (self.render(page).encode(), page.status)
            if keep:
                self._hold(key, held)
        return marked(request, held[0], "text/html; charset=utf-8", held[1])

    def _hold(self, key: tuple[str, str, str], page: tuple[bytes, int]) -> None:
        """Hold a page, and let go of the oldest if there are many."""
        with self._lock:
            if running(self.view) is None:
                self._pages[key] = page
            while len(self._pages) > MOST_HELD:
                self._pages.popitem(last=False)

    def warm(self) -> None:
        """Ask for what every page stands on, before anybody does: the newest picture and the foot."""
        if newest_day(self.view) is not None:
            picture(self.view).changes(picture(self.view).last_day)
        self.frame()


def marked(request: Request, content: bytes, media_type: str, status: int = 200) -> Response:
    """Return content under its mark, or only the word that it has not changed."""
    mark = f'"{blake2b(content, digest_size=12).hexdigest()}"'
    headers = {"ETag": mark, "Cache-Control": "no-cache"}
    if status == 200 and request.headers.get("if-none-match") == mark:
        return Response(status_code=304, headers=headers)
    kind = HTMLResponse if media_type.startswith("text/html") else Response
    return kind(content, status_code=status, headers=headers, media_type=media_type)
