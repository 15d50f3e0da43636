"""The application: pages, JSON API, exports, static files; safe headers on every answer.

`create_app` takes the ledger's address, so that tests and `contested site` use the same pages as
`contested serve`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from starlette.middleware.base import RequestResponseEndpoint
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from contested import __version__
from contested.errors import ContestedError, UnknownName
from contested.server import routes
from contested.server.desk import Desk
from contested.server.openapi import openapi
from contested.web.layout import static_folder
from contested.web.pages import trouble

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "connect-src 'self'; worker-src 'self' blob:; font-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}
"""Sent with every answer. Inline style is allowed for the widths of bars; inline script never is.

Other sites never learn where somebody came from. Our own forms must say it, or adding a report would
look like a form of another site: with `no-referrer` browsers send `Origin: null`.
"""


LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1", "testserver")
"""Names under which this machine may be asked; any other is another site pointing its name here."""


class Lasting(StaticFiles):
    """Styles and scripts; asked for with the mark of their content, they may be kept for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file with how long it may be kept."""
        response = await super().get_response(path, scope)
        lasting = response.status_code == 200 and b"v=" in scope.get("query_string", b"")
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
        return response


def create_app(database: str | None = None, *, hosts: Sequence[str] = LOOPBACK, may_add: bool = True) -> FastAPI:
    """Return the application for one ledger (default: as `CONTESTED_DB` says).

    `hosts` are the names that a request may give this server ("*" for any); `may_add` whether
    reports can be added from the browser.
    """
    app = FastAPI(
        title="contested", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json"
    )
    app.state.desk = Desk(database, may_add)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    app.mount("/static", Lasting(directory=static_folder()), name="static")
    for router in routes.ROUTERS:
        app.include_router(router)

    app.openapi = partial(openapi, app)  # type: ignore[method-assign]

    @app.middleware("http")
    async def safe_headers(request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        for name, value in SECURITY.items():
            response.headers.setdefault(name, value)
        return response

    @app.exception_handler(ContestedError)
    def our_error(request: Request, error: ContestedError) -> Response:
        status = 404 if isinstance(error, UnknownName) else 400
        if request.url.path.startswith("/api/"):
            return Response(content=trouble.as_json(error), status_code=status, media_type="application/json")
        page = trouble.error_page(error, status)
        return HTMLResponse(app.state.desk.render(page), status_code=status)

    @app.exception_handler(404)
    def no_such_page(request: Request, _error: Exception) -> Response:
        missing = ContestedError(f"There is no page at {request.url.path}.", "Look under Today, or search.")
        if request.url.path.startswith(("/api/", "/static/")):
            return Response(trouble.as_json(missing), status_code=404, media_type="application/json")
        return HTMLResponse(app.state.desk.render(trouble.error_page(missing, 404)), status_code=404)

    return app
