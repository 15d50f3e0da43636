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
    browser: Annotated[bool, typer.Option("--browser", help="Open the pages in the browser.")] = False,
    db: DbOption = None,
) -> None:
    """Show the ledger as web pages: map, places, claims, disputes, reports.

    Example: contested serve --db contested.db
    """
    import threading
    import webbrowser

    from contested.store.ledger import open_ledger

    try:
        import uvicorn

        from contested.server.app import LOOPBACK, create_app
    except ImportError as error:
        raise ContestedError(
            f"The pages need packages that are not installed ({error.name}).",
            'Install them: pip install "contested[web]"',
        ) from error
    with open_ledger(db, write=True):
        pass  # makes an empty ledger, or brings an older one up to date, before anybody looks
    own = host in LOOPBACK
    if not own:
        typer.echo(f"Other machines can see these pages at {host}; reports can be added on the command line only.")
    app = create_app(db, hosts=LOOPBACK if own else ("*",), may_add=own)
    typer.echo(f"contested: http://{host}:{port}/  (Ctrl+C stops it)")
    if browser:
        threading.Timer(1.0, webbrowser.open, [f"http://{host}:{port}/"]).start()
    threading.Thread(target=app.state.desk.warm, daemon=True).start()  # the first look waits for nothing
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
