"""`contested origins`: acts of saying, with all reports and claims that go back to each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


class Form(StrEnum):
    """How to print."""

    TABLE = "table"
    JSONL = "jsonl"


def origins(
    db: DbOption = None,
    copied: Annotated[bool, typer.Option("--copied", help="Only origins with more than one report.")] = False,
    limit: Annotated[int, typer.Option("--limit", help="Rows of the table.")] = 50,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.TABLE,
    json: JsonOption = False,
) -> None:
    """List origins: forty sites that carry one dispatch are one origin.

    Example: contested origins --copied
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from contested.cli.common import out, print_json, print_jsonl
    from contested.cli.table_cells import counted
    from contested.store.ledger import open_ledger

    with open_ledger(db) as ledger:
        found = [origin for origin in ledger.origins() if not copied or len(origin.documents) > 1]
        outlets = {head.id: head.outlet for head in ledger.heads()}
    if json:
        print_json(found)
        return
    if form is Form.JSONL:
        print_jsonl(found)
        return
    view = Table(box=SIMPLE_HEAD, expand=False, pad_edge=False)
    for name in ("origin", "reports", "claims", "outlets, first one first", "why"):
        view.add_column(name, overflow="fold")
    for origin in found[:limit]:
        named = list(dict.fromkeys(outlets.get(document, "unknown") for document in origin.documents))
        cells = (origin.id, str(len(origin.documents)), str(len(origin.claims)), ", ".join(named), origin.reason)
        view.add_row(*map(Text, cells))
    out.print(view)
    out.print(counted(len(found), limit, "origins"), highlight=False)
