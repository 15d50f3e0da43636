"""`contested brief`: one place, one day, everything said about it, with notes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


def brief(
    place: Annotated[str, typer.Argument(help="A place's name or id.")],
    on: Annotated[str | None, typer.Option("--on", help="The day; default: the newest report's.")] = None,
    known_on: Annotated[str | None, typer.Option("--known-on", help="Only reports published until this day.")] = None,
    form: Annotated[str, typer.Option("--format", help="text, md, html, pdf or json.")] = "text",
    html: Annotated[bool, typer.Option("--html", help="One self-contained page, with map and strip.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="The same page, printed by an installed browser.")] = False,
    md: Annotated[bool, typer.Option("--md", help="Markdown.")] = False,
    to: Annotated[Path | None, typer.Option("--to", help="Write to this file; a PDF needs one or makes one.")] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Print who claims what about a place, who denies it, and what may be concluded.

    Examples: contested brief Pokrovsk --on 2025-11-07
              contested brief Pokrovsk --pdf --to pokrovsk.pdf
    """
    import sys

    from contested.questions import PlaceQuestion
    from contested.store.ledger import open_ledger
    from contested.web.addresses import slug
    from contested.web.brief_forms import Form, brief_as

    chosen = [
        each for each, wanted in ((Form.HTML, html), (Form.PDF, pdf), (Form.MARKDOWN, md), (Form.JSON, json)) if wanted
    ]
    if len(chosen) > 1:
        raise typer.BadParameter("Choose one of --html, --pdf, --md and --json.")
    if form not in list(Form):
        raise typer.BadParameter(f"There is no layout {form!r}; choose text, md, html, pdf or json.")
    layout = chosen[0] if chosen else Form(form)
    with open_ledger(db) as view:
        question = PlaceQuestion(view, place, known_on or on)
        made = brief_as(question, on, layout)
    if layout is Form.PDF and to is None:
        to = Path(f"brief-{slug(question.name)}.pdf")
    if to is not None:
        to.write_bytes(made)
        typer.echo(f"Written: {to}", err=True)
    else:
        sys.stdout.write(made.decode())
