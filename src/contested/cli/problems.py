"""`contested problems`: everything that was not understood, skipped or stood in for."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


class Form(StrEnum):
    """How to print."""

    TABLE = "table"
    JSONL = "jsonl"


def problems(
    db: DbOption = None,
    code: Annotated[str | None, typer.Option("--code", help="Only problems of this code.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Only what was not read at all.")] = False,
    limit: Annotated[int, typer.Option("--limit", help="Rows of the table.")] = 50,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.TABLE,
    json: JsonOption = False,
) -> None:
    """List problems: which report, what, and what to do.

    Example: contested problems --errors
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from contested.cli.common import out, print_json, print_jsonl
    from contested.cli.table_cells import counted
    from contested.store.ledger import open_ledger

    with open_ledger(db) as ledger:
        found = [each for each in ledger.problems(code) if not errors or each.severity == "error"]
    if json:
        print_json(found)
        return
    if form is Form.JSONL:
        print_jsonl(found)
        return
    by_code = Counter((each.code, each.severity) for each in found)
    for (name, severity), number in by_code.most_common():
        out.print(
            f"{number:6} × {name} ({'not read' if severity == 'error' else 'read, with a warning'})", highlight=False
        )
    view = Table(box=SIMPLE_HEAD, expand=False, pad_edge=False)
    for name in ("report", "code", "what"):
        view.add_column(name, overflow="fold")
    for each in sorted(found, key=lambda each: each.severity)[:limit]:
        place = (each.path or "") + (f":{each.start}" if each.start is not None else "")
        view.add_row(Text(place), Text(each.code), Text(each.message))
    if found:
        out.print(view)
    out.print(counted(len(found), limit, "problems"), highlight=False)
