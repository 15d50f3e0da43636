"""`contested serve`: the pages, on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.common import DbOption
from contested.errors import ContestedError


def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen on; others than loopback are seen by others.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port.")] = 8000,
    db: DbOption = None,
) -> None:
    """Show the ledger as web pages: map, places, claims, disputes, reports.

    Example: contested serve --db contested.db
    """
    try:
        import uvicorn

        from contested.server.app import create_app
    except ImportError as error:
        raise ContestedError(
            f"The pages need packages that are not installed ({error.name}).",
            'Install them: pip install "contested[web]"',
        ) from error
    typer.echo(f"contested: http://{host}:{port}/  (Ctrl+C stops it)")
    uvicorn.run(create_app(db), host=host, port=port, log_level="warning", server_header=False)
