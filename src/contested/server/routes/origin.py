"""/origin/<id>: one act of saying and all its copies."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.web.pages.origin import origin_content_page

router = APIRouter(include_in_schema=False)


@router.get("/origin/{origin_id}")
def origin(request: Request, origin_id: str, a: str = "", b: str = "") -> Response:
    """An origin with its reports; two of them word by word where `a` and `b` name them."""
    desk = request.app.state.desk
    response: Response = desk.answer(
        request, lambda view: origin_content_page(view, origin_id, clocks_of(view, None, None), a, b)
    )
    return response
