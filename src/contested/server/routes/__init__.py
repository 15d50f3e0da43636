"""Routes, one module a kind of page; `ROUTERS` is what the application includes."""

from contested.server.routes import today

ROUTERS = (today.router,)
"""All routers, in the order in which addresses are tried."""
