"""What commands share: consoles, JSON printing, the options that mean the same everywhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console

from contested.errors import ContestedError

out = Console()
err = Console(stderr=True)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
PackOption = Annotated[
    list[str] | None,
    typer.Option("--pack", help="A pack's name or folder; repeatable. Without it, the report's own words choose."),
]
DbOption = Annotated[
    str | None, typer.Option("--db", help="The ledger: a file or an SQLAlchemy URL.", envvar="CONTESTED_DB")
]


def console_error(error: ContestedError) -> None:
    """Print an error for a person: what and where, then what to do next."""
    err.print(f"[bold]error:[/bold] {error.message}", markup=True, highlight=False, soft_wrap=True)
    if error.hint:
        err.print(f"  {error.hint}", highlight=False, markup=False, soft_wrap=True)


def print_json(record: Any) -> None:
    """Print one record as JSON on its own lines."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n")


def print_jsonl(records: Iterable[Any]) -> None:
    """Print one JSON object a line."""
    for record in records:
        sys.stdout.write(msgspec.json.encode(record).decode() + "\n")
