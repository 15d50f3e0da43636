"""/claim/<id>."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.server.desk import Desk
from contested.web.pages.claim import claim_page_of

router = APIRouter(include_in_schema=False)


@router.get("/claim/{claim}")
def claim(request: Request, claim: str, known_on: str | None = Query(None, alias="known-on")) -> Response:
    """One statement and all that bears on it; the old record where it was replaced."""
    desk: Desk = request.app.state.desk
    return desk.answer(request, lambda view: claim_page_of(view, claim, clocks_of(view, None, known_on)))
