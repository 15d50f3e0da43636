"""/document/<id>: the reader."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.web.pages.document import reader_page

router = APIRouter(include_in_schema=False)


@router.get("/document/{document_id}")
def document(request: Request, document_id: str) -> Response:
    """A report's words, with every claim in them marked."""
    desk = request.app.state.desk
    response: Response = desk.answer(request, lambda view: reader_page(view, document_id, clocks_of(view, None, None)))
    return response
