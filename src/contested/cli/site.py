"""`contested site`: the pages as files that one can send or put on any web server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption
from contested.errors import ContestedError


def site(
    out: Annotated[Path, typer.Argument(help="The folder to write; made if missing.")],
    days: Annotated[int, typer.Option(min=1, max=400, help="Days of the map, of today and of places to include.")] = 7,
    most: Annotated[int, typer.Option(min=1, help="Stop rather than write more pages than this.")] = 20_000,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Write the pages as a static site that opens from disk.

    Example: contested site OUT/ --days 14
    """
    from rich.progress import Progress

    from contested.cli.common import err, print_json
    from contested.cli.common import out as console

    try:
        from contested.server.site import write_site
    except ImportError as error:
        raise ContestedError(
            f"The pages need packages that are not installed ({error.name}).",
            'Install them: pip install "contested[web]"',
        ) from error
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task("writing pages", total=None)
        copied = write_site(
            db, out, days=days, most=most, seen=lambda done, known: bar.update(task, completed=done, total=known)
        )
    if json:
        print_json(
            {"pages": copied.pages, "files": copied.files, "links_outside": copied.outside, "failed": copied.failed}
        )
        return
    console.print(f"{copied.pages} pages and {copied.files} files in {out}; open {out / 'index.html'}", highlight=False)
    if copied.failed:
        console.print(f"{len(copied.failed)} pages could not be made: {', '.join(copied.failed[:5])}", highlight=False)
