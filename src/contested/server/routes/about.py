"""/about: how this is made, what could not be read, what stands in for what."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.web.pages.about import about_page

router = APIRouter(include_in_schema=False)


@router.get("/about")
def about(request: Request) -> Response:
    """How these pages come about."""
    desk = request.app.state.desk
    response: Response = desk.answer(request, lambda view: about_page(view, clocks_of(view, None, None)))
    return response
