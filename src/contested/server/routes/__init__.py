"""Routes, one module a kind of page; `ROUTERS` is what the application includes."""

from contested.server.routes import add, api, claims, document, origin, sources, today

ROUTERS = (today.router, add.router, api.router, document.router, claims.router, origin.router, sources.router)
"""All routers, in the order in which addresses are tried."""
