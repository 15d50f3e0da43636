"""`contested doctor`: what is installed, what is missing, what to do."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


def doctor(
    db: DbOption = None,
    json: JsonOption = False,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings end with exit code 1 too.")] = False,
) -> None:
    """Check this installation and the ledger. Exit code 1 where something needed is missing.

    Example: contested doctor
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from contested import checks
    from contested.cli.common import out, print_json

    found = checks.run(db)
    if json:
        print_json(found)
    else:
        view = Table(box=SIMPLE_HEAD, expand=False, pad_edge=False)
        for name in ("", "what", "found", "what to do"):
            view.add_column(name, overflow="fold")
        marks = {"ok": "ok", "warning": "!", "missing": "MISSING"}
        for check in found:
            view.add_row(*map(Text, (marks[check.state], check.name, check.found, check.advice)))
        out.print(view)
    states = {check.state for check in found}
    if "missing" in states or (strict and "warning" in states):
        sys.exit(1)
