"""`contested brief`: one place, one day, everything said about it, with notes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import DbOption, JsonOption

if TYPE_CHECKING:
    from contested.questions import PlaceQuestion


class Form(StrEnum):
    """How to lay the brief out."""

    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"


def brief(
    place: Annotated[str, typer.Argument(help="A place's name or id.")],
    on: Annotated[str | None, typer.Option("--on", help="The day; default: the newest report's.")] = None,
    known_on: Annotated[str | None, typer.Option("--known-on", help="Only reports published until this day.")] = None,
    form: Annotated[Form, typer.Option("--format", help="Layout.")] = Form.TEXT,
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

    chosen = [
        each for each, wanted in ((Form.HTML, html), (Form.PDF, pdf), (Form.MARKDOWN, md), (Form.JSON, json)) if wanted
    ]
    if len(chosen) > 1:
        raise typer.BadParameter("Choose one of --html, --pdf, --md and --json.")
    form = chosen[0] if chosen else form
    with open_ledger(db) as view:
        question = PlaceQuestion(view, place, known_on or on)
        made = write(question, on, form)
    if form is Form.PDF and to is None:
        to = Path(f"brief-{slug(question.name)}.pdf")
    if to is not None:
        to.write_bytes(made)
        typer.echo(f"Written: {to}", err=True)
    else:
        sys.stdout.write(made.decode())


def write(question: PlaceQuestion, on: str | None, form: Form) -> bytes:
    """Return the brief of a place in one of its layouts."""
    import msgspec

    from contested.outputs.brief_markdown import brief_markdown
    from contested.outputs.brief_text import brief_text
    from contested.outputs.pdf import print_pdf
    from contested.web.brief import brief_html
    from contested.web.brief_drawings import drawings

    made = question.brief(on)
    if form is Form.JSON:
        return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"
    if form in (Form.HTML, Form.PDF):
        page = brief_html(made, drawings(question, made))
        return page.encode() if form is Form.HTML else print_pdf(page)
    return (brief_text if form is Form.TEXT else brief_markdown)(made).encode()
