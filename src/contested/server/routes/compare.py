"""/compare: two days in the world, or two days by which something was known."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from contested.web.pages.compare import compare_page

router = APIRouter(include_in_schema=False)


@router.get("/compare")
def compare(request: Request) -> Response:
    """What changed, or what was learned."""
    desk = request.app.state.desk
    response: Response = desk.answer(request, lambda view: compare_page(view, dict(request.query_params)))
    return response
