"""/sources and /source/<key>."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.web.pages.sources import source_content_page, sources_page

router = APIRouter(include_in_schema=False)


@router.get("/sources")
def sources(
    request: Request, q: str = "", page: str = "1", known_on: str | None = Query(None, alias="known-on")
) -> Response:
    """All who speak."""
    desk = request.app.state.desk
    number = int(page[:6]) if page.isascii() and page.isdigit() else 1
    response: Response = desk.answer(
        request, lambda view: sources_page(view, clocks_of(view, None, known_on), q[:200], number)
    )
    return response


@router.get("/source/{key}")
def source(request: Request, key: str, known_on: str | None = Query(None, alias="known-on")) -> Response:
    """One source and its record."""
    desk = request.app.state.desk
    response: Response = desk.answer(
        request, lambda view: source_content_page(view, key, clocks_of(view, None, known_on))
    )
    return response
