"""What all requests of one server share: the ledger's address, and how a page becomes an answer."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from contested.store.ledger import open_ledger
from contested.store.view import View
from contested.web.frame import frame_of
from contested.web.layout import render
from contested.web.page import Frame, Page


class Desk:
    """One server's ledger. The connections of its view are pooled; each request takes its own."""

    def __init__(self, database: str | None = None) -> None:
        self.database = database
        self._view: View | None = None

    @property
    def view(self) -> View:
        """Return the ledger to read from, opened at the first request."""
        if self._view is None:
            self._view = open_ledger(self.database)
        return self._view

    def frame(self) -> Frame:
        """Return what stands around each page."""
        return frame_of(self.view)

    def render(self, page: Page) -> str:
        """Return a page as HTML."""
        return render(page, self.frame())

    def answer(self, request: Request, build: Callable[[View], Page]) -> Response:
        """Return a page with its mark (ETag): unchanged pages are not sent again."""
        page = build(self.view)
        html = self.render(page).encode()
        mark = f'"{blake2b(html, digest_size=12).hexdigest()}"'
        headers = {"ETag": mark, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == mark:
            return Response(status_code=304, headers=headers)
        return HTMLResponse(html, status_code=page.status, headers=headers)
