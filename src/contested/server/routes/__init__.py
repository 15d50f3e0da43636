"""Routes, one module a kind of page; `ROUTERS` is what the application includes."""

from contested.server.routes import (
    about,
    add,
    api,
    brief,
    claim,
    claims,
    compare,
    disputes,
    document,
    map,
    origin,
    place,
    places,
    search,
    sources,
    today,
)

ROUTERS = (
    today.router,
    about.router,
    add.router,
    api.router,
    map.router,
    document.router,
    claims.router,
    claim.router,
    search.router,
    origin.router,
    sources.router,
    compare.router,
    brief.router,
    place.router,
    places.router,
    disputes.router,
)
"""All routers, in the order in which addresses are tried."""
