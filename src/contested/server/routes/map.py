"""/map, /map/<day>, and the same as data: .json for the slider, .geojson for other programs."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from contested.server.clocks import clocks_of
from contested.server.desk import Desk, marked
from contested.web.addresses import Clocks
from contested.web.pages.map import map_geojson, map_json, map_page

router = APIRouter(include_in_schema=False)


def _follows(clocks: Clocks) -> bool:
    """Return whether the map shows each day as known on it: the address says so by equal clocks."""
    return clocks.known_given and clocks.known_on == clocks.day


@router.get("/map/{day}.json")
def data(request: Request, day: str, known_on: str | None = Query(None, alias="known-on"), show: str = "") -> Response:
    """What the moving map draws of a day."""
    desk: Desk = request.app.state.desk
    clocks = clocks_of(desk.view, day, known_on)
    return marked(request, map_json(desk.view, clocks, _follows(clocks), show), "application/json")


@router.get("/map/{day}.geojson")
def geojson(request: Request, day: str, known_on: str | None = Query(None, alias="known-on")) -> Response:
    """The places of a day for other programs."""
    desk: Desk = request.app.state.desk
    return marked(request, map_geojson(desk.view, clocks_of(desk.view, day, known_on)), "application/geo+json")


@router.get("/map")
@router.get("/map/{day}")
def page(
    request: Request, day: str | None = None, known_on: str | None = Query(None, alias="known-on"), show: str = ""
) -> Response:
    """Where: the map of a day."""
    desk: Desk = request.app.state.desk
    clocks = clocks_of(desk.view, day, known_on)
    return desk.answer(request, lambda view: map_page(view, clocks, _follows(clocks), show))
