"""/places: every place with its state."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.server.desk import Desk
from contested.web.pages.places import places_page

router = APIRouter(include_in_schema=False)


@router.get("/places")
def places(
    request: Request,
    q: str = Query("", max_length=200),
    page: int = 1,
    known_on: str | None = Query(None, alias="known-on"),
) -> Response:
    """All places that claims about control bear on, disputed first."""
    desk: Desk = request.app.state.desk
    response: Response = desk.answer(
        request, lambda view: places_page(view, clocks_of(view, None, known_on), q.strip(), page)
    )
    return response
