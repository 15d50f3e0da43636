"""Routes, one module a kind of page; `ROUTERS` is what the application includes."""

from contested.server.routes import add, api, today

ROUTERS = (today.router, add.router, api.router)
"""All routers, in the order in which addresses are tried."""
