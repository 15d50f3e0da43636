"""Routes, one module a kind of page; `ROUTERS` is what the application includes."""

from contested.server.routes import add, api, document, origin, today

ROUTERS = (today.router, add.router, api.router, document.router, origin.router)
"""All routers, in the order in which addresses are tried."""
