"""/search."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.server.desk import Desk
from contested.web.pages.search import search_page

router = APIRouter(include_in_schema=False)


@router.get("/search")
def search(
    request: Request,
    q: str = "",
    within: str = Query("", alias="in"),
    known_on: str | None = Query(None, alias="known-on"),
) -> Response:
    """Where it is said: claims, reports and places."""
    desk: Desk = request.app.state.desk
    return desk.answer(request, lambda view: search_page(view, q, within, clocks_of(view, None, known_on)))
