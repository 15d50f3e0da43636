"""`contested brief`: one place, one day, everything said about it, with notes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


class Form(StrEnum):
    """How to lay the brief out."""

    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def brief(
    place: Annotated[str, typer.Argument(help="A place's name or id.")],
    on: Annotated[str | None, typer.Option("--on", help="The day; default: the newest report's.")] = None,
    known_on: Annotated[str | None, typer.Option("--known-on", help="Only reports published until this day.")] = None,
    form: Annotated[Form, typer.Option("--format", help="Layout.")] = Form.TEXT,
    to: Annotated[Path | None, typer.Option("--to", help="Write to this file.")] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Print who claims what about a place, who denies it, and what may be concluded.

    Example: contested brief Pokrovsk --on 2025-11-07
    """
    import sys

    import msgspec

    from contested.outputs.brief_html import brief_html
    from contested.outputs.brief_markdown import brief_markdown
    from contested.outputs.brief_text import brief_text
    from contested.questions import PlaceQuestion
    from contested.store.ledger import open_ledger

    with open_ledger(db) as view:
        made = PlaceQuestion(view, place, known_on or on).brief(on)
    if json or form is Form.JSON:
        text = msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"
    else:
        writers = {Form.TEXT: brief_text, Form.MARKDOWN: brief_markdown, Form.HTML: brief_html}
        text = writers[form](made)
    if to is not None:
        to.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
