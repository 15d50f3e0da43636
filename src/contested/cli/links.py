"""`contested links`: how claims relate, with score and reason."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import DbOption, JsonOption

if TYPE_CHECKING:
    from contested.model import Link
    from contested.store.view import View


class Form(StrEnum):
    """How to print."""

    TABLE = "table"
    JSONL = "jsonl"


def links(
    db: DbOption = None,
    claim: Annotated[str | None, typer.Option("--claim", help="Only links of this claim.")] = None,
    relation: Annotated[str | None, typer.Option("--relation", help="denies, supports, same, …")] = None,
    limit: Annotated[int, typer.Option("--limit", help="Rows of the table.")] = 50,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.TABLE,
    json: JsonOption = False,
) -> None:
    """List the links between claims: what denies, supports, narrows or copies what, and why.

    Example: contested links --relation denies
    """
    from contested.cli.common import print_json, print_jsonl
    from contested.errors import UnknownName
    from contested.model import Relation
    from contested.store.ledger import open_ledger

    if relation is not None and relation not in list(Relation):
        raise UnknownName("relation", relation, list(Relation))
    with open_ledger(db) as ledger:
        found = ledger.links([claim] if claim else None)
        found = [link for link in found if relation in (None, link.relation)]
        if json:
            print_json(found)
        elif form is Form.JSONL:
            print_jsonl(found)
        else:
            _print_table(ledger, found, limit)


def _print_table(ledger: View, found: list[Link], limit: int) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from contested.cli.common import out
    from contested.cli.table_cells import counted, short

    words = {
        entry.claim.id: f"{entry.claim.source.name}: {' '.join((entry.content_words or entry.words).split())}"
        for entry in ledger.entries(claim_ids=[end for link in found[:limit] for end in (link.a, link.b)])
    }
    view = Table(box=SIMPLE_HEAD, expand=False, pad_edge=False, show_lines=True)
    for name, width in (("this claim", None), ("relation", 11), ("that claim", None), ("why", 20)):
        view.add_column(name, width=width, overflow="fold")
    for link in found[:limit]:
        cells = (words.get(link.a, link.a), f"{link.relation} {link.score:.2f}", words.get(link.b, link.b), link.reason)
        view.add_row(*(Text(short(cell)) for cell in cells))
    out.print(view)
    out.print(counted(len(found), limit, "links"), highlight=False)
