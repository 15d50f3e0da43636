"""/ and /today/<day>."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.web.pages.today import today_page

router = APIRouter(include_in_schema=False)


@router.get("/")
@router.get("/today/{day}")
def today(request: Request, day: str | None = None, known_on: str | None = Query(None, alias="known-on")) -> Response:
    """What changed, what is disputed, what is not known."""
    desk = request.app.state.desk
    response: Response = desk.answer(request, lambda view: today_page(view, clocks_of(view, day, known_on)))
    return response
