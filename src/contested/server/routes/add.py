"""/add: reports from the browser; /import: where the reading stands."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from contested.errors import ContestedError
from contested.questions import iso_day
from contested.server import adding
from contested.server.desk import Desk
from contested.store.progress import running
from contested.web.importing import import_line
from contested.web.pages.add import add_page

router = APIRouter(include_in_schema=False)


@router.get("/add")
def add(request: Request) -> Response:
    """How to add reports, and the form."""
    desk: Desk = request.app.state.desk
    return desk.answer(request, lambda view: add_page(view, desk.may_add, desk.last_import()), keep=False)


@router.post("/add")
async def added(
    request: Request,
    reports: Annotated[list[UploadFile], File()],
    published: Annotated[str, Form()] = "",
    outlet: Annotated[str, Form()] = "",
) -> Response:
    """Keep the files and start reading them."""
    desk: Desk = request.app.state.desk
    adding.check_origin(request)
    if not desk.may_add:
        raise ContestedError(
            "Reports cannot be added from here: this server is seen by other machines.", "Use: contested read REPORTS"
        )
    day = iso_day(published) if published else None
    folder = await adding.keep(reports, adding.inbox(desk.database))
    desk.importing(adding.start_reading(desk.database, folder, day, outlet or None), folder)
    return RedirectResponse("/add", status_code=303)


@router.get("/import")
def importing(request: Request) -> dict[str, object]:
    """Where the running import stands; `running` is false when none runs."""
    desk: Desk = request.app.state.desk
    progress = running(desk.view)
    if progress is None:
        return {"running": desk.reading_now(), "line": "", "share": 0.0}
    return {"running": True, "line": import_line(progress), "share": round(progress.share, 3)}
