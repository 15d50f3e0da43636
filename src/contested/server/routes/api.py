"""The JSON API: the same questions as the pages, answered with the records of docs/contract.md.

Each address is described in /api/openapi.json, with the schema of what comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from contested.errors import ContestedError
from contested.model import Control, Dispute, DocumentHead, Extraction, Origin
from contested.outputs.brief_records import Brief
from contested.questions import PlaceQuestion, iso_day
from contested.questions.listing import ClaimFilter, Listing, list_claims
from contested.questions.picture import PlaceState, picture
from contested.questions.records import (
    ClaimPage,
    DisputePage,
    OriginPage,
    SourcePage,
    SourceRow,
    claim_page,
    dispute_page,
    origin_page,
    source_page,
    sources,
)
from contested.server.desk import Desk, marked
from contested.store.place_lookup import SeenPlace
from contested.store.view import View

router = APIRouter(prefix="/api", tags=["records"])

LONGEST_SERIES = 400
"""Days of one series; a longer one is asked for in pieces."""
SCHEMAS: dict[str, Any] = {
    "Control": Control, "Series": list[Control], "Brief": Brief, "Picture": list[PlaceState], "Places": list[SeenPlace],
    "Listing": Listing, "ClaimPage": ClaimPage, "Disputes": list[Dispute], "DisputePage": DisputePage,
    "OriginPage": OriginPage, "Origins": list[Origin], "Sources": list[SourceRow], "SourcePage": SourcePage,
    "Extraction": Extraction, "Documents": list[DocumentHead], "Counts": dict[str, int],
}  # fmt: skip
"""What the addresses answer with, by the name that /api/openapi.json gives it."""

Day = Annotated[str | None, Query(description="ISO day; default: the newest report's.", examples=["2025-11-20"])]
KnownOn = Annotated[
    str | None, Query(alias="known-on", description="Only reports published until this day count.")
]  # fmt: skip
PlaceKey = Annotated[str, Path(description="A place's id, or its name.", examples=["Kupiansk"])]


def answers(name: str) -> dict[int | str, dict[str, Any]]:
    """Return the description of an answer for the route's `responses`."""
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    plain = {"description": "What is wrong, and what to do next."}
    return {200: {"description": "Found.", "content": content}, 400: plain, 404: plain}


def answer(request: Request, ask: Callable[[View], Any]) -> Response:
    """Return a record as JSON, under its mark."""
    desk: Desk = request.app.state.desk
    return marked(request, msgspec.json.encode(ask(desk.view)), "application/json")


@router.get("/ledger", responses=answers("Counts"))
def ledger(request: Request) -> Response:
    """How many documents, claims, links, origins, disputes the ledger holds."""
    return answer(request, lambda view: view.counts())


@router.get("/places", responses=answers("Places"))
def places(request: Request) -> Response:
    """The places that claims name, most claims first."""
    return answer(request, lambda view: view.places())


@router.get("/picture/{day}", responses=answers("Picture"))
def picture_of(request: Request, day: str, known_on: KnownOn = None) -> Response:
    """The state of every place on a day."""
    shown = iso_day(day)
    return answer(request, lambda view: picture(view, iso_day(known_on) if known_on else None).on(shown))


@router.get("/control/{place}", responses=answers("Control"))
def control(request: Request, place: PlaceKey, day: Day = None, known_on: KnownOn = None) -> Response:
    """Who may be said to control a place on a day, for and against, by origin, and why."""
    return answer(request, lambda view: PlaceQuestion(view, place, known_on or day).control(day))


@router.get("/control/{place}/series", responses=answers("Series"))
def series(
    request: Request,
    place: PlaceKey,
    first: Annotated[str, Query(alias="from", description="First ISO day.")],
    last: Annotated[str, Query(alias="to", description="Last ISO day.")],
    known_on: KnownOn = None,
) -> Response:
    """The control of each day; without `known-on` each day as known on that day."""
    from contested.web.words import days_between

    if not 0 <= days_between(iso_day(first), iso_day(last)) < LONGEST_SERIES:
        raise ContestedError(f"{first} to {last} is no period of 1 to {LONGEST_SERIES} days.", "Ask in pieces.")
    return answer(request, lambda view: list(PlaceQuestion(view, place, known_on).series(first, last)))


@router.get("/brief/{place}", responses=answers("Brief"))
def brief(request: Request, place: PlaceKey, day: Day = None, known_on: KnownOn = None) -> Response:
    """The brief: who claims what, who denies it, parts, figures, outlooks, limits, numbered notes."""
    return answer(request, lambda view: PlaceQuestion(view, place, known_on or day).brief(day))


@router.get("/claims", responses=answers("Listing"))
def claims(
    request: Request,
    place: str | None = None,
    party: str | None = None,
    source: str | None = None,
    outlet: str | None = None,
    kind: str | None = None,
    event_type: Annotated[str | None, Query(alias="type")] = None,
    status: str | None = None,
    since: Annotated[str | None, Query(alias="from")] = None,
    until: Annotated[str | None, Query(alias="to")] = None,
    words: Annotated[str | None, Query(alias="q")] = None,
    sort: str = "newest",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    per_page: Annotated[int, Query(alias="per-page", ge=1, le=500)] = 50,
    known_on: KnownOn = None,
) -> Response:
    """Claims with their statuses, under the same filters as the ledger page; facets with counts."""
    wanted = ClaimFilter(
        place_id=place, party=party, source=source, outlet=outlet, kind=kind, type=event_type, status=status,
        since=iso_day(since) if since else None, until=iso_day(until) if until else None, text=words,
        known_on=iso_day(known_on) if known_on else None, sort=sort, page=page, per_page=per_page,
    )  # fmt: skip
    return answer(request, lambda view: list_claims(view, wanted))


@router.get("/claim/{claim}", responses=answers("ClaimPage"))
def one_claim(request: Request, claim: str) -> Response:
    """One claim, with its links, the claims at their other ends, its origin, disputes and judgements."""
    return answer(request, lambda view: claim_page(view, claim))


@router.get("/disputes", responses=answers("Disputes"))
def disputes(request: Request) -> Response:
    """All disputes."""
    return answer(request, lambda view: view.disputes())


@router.get("/dispute/{dispute}", responses=answers("DisputePage"))
def one_dispute(request: Request, dispute: str, known_on: KnownOn = None) -> Response:
    """One dispute with the claims of its sides."""
    return answer(request, lambda view: dispute_page(view, dispute, iso_day(known_on) if known_on else None))


@router.get("/origin/{origin}", responses=answers("OriginPage"))
def one_origin(request: Request, origin: str) -> Response:
    """One act of saying with all its copies, first publication first."""
    return answer(request, lambda view: origin_page(view, origin))


@router.get("/sources", responses=answers("Sources"))
def all_sources(request: Request) -> Response:
    """Who speaks in this ledger."""
    return answer(request, sources)


@router.get("/source/{source}", responses=answers("SourcePage"))
def one_source(request: Request, source: str, known_on: KnownOn = None) -> Response:
    """One source and its record."""
    return answer(request, lambda view: source_page(view, source, iso_day(known_on) if known_on else None))


@router.get("/document/{document}", responses=answers("Extraction"))
def one_document(request: Request, document: str) -> Response:
    """One report and all that was found in it."""
    return answer(request, lambda view: view.extraction(document))


@router.get("/search", responses=answers("Documents"))
def search(request: Request, q: Annotated[str, Query(max_length=400)]) -> Response:
    """Reports that hold all these words, best match first."""
    return answer(request, lambda view: view.search(q))
