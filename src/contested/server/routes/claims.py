"""/claims, and the same filters as /claims.csv, /claims.jsonl and /claims.geojson."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from contested.errors import UnknownName
from contested.model import LedgerEntry
from contested.outputs.claim_geojson import geojson_lines
from contested.outputs.claim_table import csv_lines
from contested.outputs.contract import claim_object
from contested.questions.listing import ListedClaim, iter_claims
from contested.questions.search import place_asked
from contested.questions.standings import standings
from contested.server.clocks import clocks_of
from contested.server.desk import Desk
from contested.store.view import View
from contested.web.ledger_query import LedgerQuery
from contested.web.pages.claims import claims_page, filter_of

router = APIRouter(include_in_schema=False)

STANDS = ("status", "origin", "copies")
"""What an export says of a claim beside its own record."""
MOST_MARKED = 500
MEDIA = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl", "geojson": "application/geo+json"}


@router.get("/claims")
def claims(request: Request) -> Response:
    """Which claims, exactly. Empty filters, other orders and names of places lead to the one address of the view."""
    desk: Desk = request.app.state.desk
    asked = request.query_params.multi_items()
    query = in_one_form(desk.view, LedgerQuery.read(asked))
    if parse_qsl(urlsplit(query.address()).query) != asked:
        return RedirectResponse(query.address(), status_code=303)
    response = desk.answer(
        request, lambda view: claims_page(view, query, clocks_of(view, None, query.known_on or None))
    )
    response.headers["HX-Push-Url"] = query.address()
    return response


@router.get("/claims.{form}")
def export(request: Request, form: str) -> Response:
    """All claims of the same view, or those that were marked (`id`), as a file."""
    if form not in MEDIA:
        raise UnknownName("form of export", form, MEDIA)
    view = request.app.state.desk.view
    marked = request.query_params.getlist("id")[:MOST_MARKED]
    found = these(view, marked) if marked else shown(view, LedgerQuery.read(request.query_params.multi_items()))
    name = "claims-marked" if marked else "claims"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"', "Cache-Control": "no-cache"}
    return StreamingResponse(lines(form, found), media_type=MEDIA[form], headers=headers)


def in_one_form(view: View, query: LedgerQuery) -> LedgerQuery:
    """Return the same view with its place by id, so that equal views have equal addresses."""
    try:
        return replace(query, place=place_asked(view, query.place).place_id) if query.place else query
    except UnknownName:
        return query  # the page says so, and keeps what was typed


def shown(view: View, query: LedgerQuery) -> Iterator[ListedClaim]:
    """Return every claim that the filters let through, in the order of the page."""
    place = place_asked(view, query.place).place_id if query.place else None
    return iter_claims(view, filter_of(query, place))


def these(view: View, ids: Sequence[str]) -> Iterator[ListedClaim]:
    """Yield the claims with these ids, by publication; ids of no claim are left out."""
    stand = standings(view, ids)
    for entry in view.entries(claim_ids=ids):
        its = stand.get(entry.claim.id)
        if its is not None:
            yield ListedClaim(entry, its.statuses, its.origin, its.copies)


def lines(form: str, found: Iterator[ListedClaim]) -> Iterator[str]:
    """Yield an export line by line."""
    rows = ((row.entry, stands(row)) for row in found)
    if form == "csv":
        return csv_lines(rows, STANDS)
    if form == "geojson":
        return geojson_lines(rows)
    return (json_line(entry, extra) for entry, extra in rows)


def json_line(entry: LedgerEntry, extra: Mapping[str, object]) -> str:
    """Return one line of JSON: the object of docs/contract.md, and how the claim stands."""
    return msgspec.json.encode({**claim_object(entry), **extra}).decode() + "\n"


def stands(row: ListedClaim) -> dict[str, object]:
    """Return how a claim stands, for an export."""
    return {
        "status": "|".join(status.standing.value for status in row.statuses),
        "origin": row.origin,
        "copies": row.copies,
    }
