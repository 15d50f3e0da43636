"""/place/<id>-<name>/<day>/brief.<form>: the report one sends."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from contested.errors import UnknownName
from contested.questions import PlaceQuestion
from contested.server.clocks import clocks_of
from contested.server.desk import Desk, marked
from contested.web.addresses import slug
from contested.web.brief_forms import MEDIA, Form, brief_as
from contested.web.place_keys import place_ids

router = APIRouter(include_in_schema=False)
NAMES = {"txt": Form.TEXT, **{form.value: form for form in Form if form is not Form.TEXT}}


@router.get("/place/{key}/{day}/brief.{form}")
def brief(
    request: Request, key: str, day: str, form: str, known_on: str | None = Query(None, alias="known-on")
) -> Response:
    """The brief of a place for a day."""
    desk: Desk = request.app.state.desk
    if form not in NAMES:
        raise UnknownName("form of a brief", form, list(NAMES), "Choose one of them.")
    clocks = clocks_of(desk.view, day, known_on)
    question = PlaceQuestion(desk.view, place_ids(desk.view, key).ids[0], clocks.known_on)
    response = marked(request, brief_as(question, clocks.day, NAMES[form]), MEDIA[NAMES[form]])
    if form == "html":  # it brings its own policy, which allows nothing to be loaded
        response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    response.headers["Content-Disposition"] = f"inline; filename*=UTF-8''brief-{_plain(question.name)}-{day}.{form}"
    return response


def _plain(name: str) -> str:
    """Return a name that a header can hold."""
    return slug(name).encode("ascii", "ignore").decode() or "place"
