"""/place/<id>-<name> and /place/<id>-<name>/<day>: the id decides, the name is for people."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from contested.server.clocks import clocks_of
from contested.server.desk import Desk
from contested.store.view import View
from contested.web import addresses
from contested.web.page import Page
from contested.web.pages.place import place_page
from contested.web.pages.places import choose_page
from contested.web.place_keys import place_ids

router = APIRouter(include_in_schema=False)


@router.get("/place/{key}")
@router.get("/place/{key}/{day}")
def place(
    request: Request, key: str, day: str | None = None, known_on: str | None = Query(None, alias="known-on")
) -> Response:
    """Who holds it, who says so, who denies it; a name that several places have asks which."""
    desk: Desk = request.app.state.desk
    found = place_ids(desk.view, key)
    clocks = clocks_of(desk.view, day, known_on)
    if not found.by_id and len(found.ids) == 1:
        return RedirectResponse(addresses.place(found.ids[0], key, clocks), status_code=303)

    def build(view: View) -> Page:
        return place_page(view, found.ids[0], clocks) if found.by_id else choose_page(view, key, found.ids, clocks)

    response: Response = desk.answer(request, build)
    return response


@router.get("/place/{key}/{day}/why")
def why(key: str, day: str, known_on: str | None = Query(None, alias="known-on")) -> Response:
    """Lead to what the state rests on."""
    query = addresses.with_query(f"/place/{key}/{day}", {"known-on": known_on})
    return RedirectResponse(f"{query}#why", status_code=303)
