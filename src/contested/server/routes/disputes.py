"""/disputes and /dispute/<id>."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.server.desk import Desk
from contested.web.pages.dispute import dispute_content_page
from contested.web.pages.disputes import disputes_page

router = APIRouter(include_in_schema=False)


@router.get("/disputes")
def disputes(
    request: Request,
    place: str = Query("", max_length=300),
    status: str = "open",
    page: int = 1,
    known_on: str | None = Query(None, alias="known-on"),
) -> Response:
    """What is asserted by some and denied by others."""
    desk: Desk = request.app.state.desk
    response: Response = desk.answer(
        request, lambda view: disputes_page(view, clocks_of(view, None, known_on), place, status or "open", page)
    )
    return response


@router.get("/dispute/{dispute_id}")
def dispute(request: Request, dispute_id: str, known_on: str | None = Query(None, alias="known-on")) -> Response:
    """One dispute: both sides, every other voice, how it went."""
    desk: Desk = request.app.state.desk
    response: Response = desk.answer(
        request, lambda view: dispute_content_page(view, dispute_id, clocks_of(view, None, known_on))
    )
    return response
