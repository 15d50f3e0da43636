"""`contested claims`: who says what, as a table, JSON lines or CSV."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from contested.cli.common import DbOption, JsonOption

if TYPE_CHECKING:
    from contested.model import LedgerEntry


class Form(StrEnum):
    """How to print."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def claims(
    db: DbOption = None,
    place: Annotated[str | None, typer.Option("--place", help="Claims about this place.")] = None,
    party: Annotated[str | None, typer.Option("--party", help="Whose voice: a pack's party, none, unknown.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="Part of the speaker's name.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="Event type, or a group: control.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="First day of publication.")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Last day of publication.")] = None,
    limit: Annotated[int, typer.Option("--limit", help="Rows of the table.")] = 100,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.TABLE,
    json: JsonOption = False,
) -> None:
    """List claims with their speaker, their report and their words.

    Example: contested claims --place Kupiansk --type control. --from 2025-11-01
    """
    import sys

    from contested.cli.common import out, print_json, print_jsonl
    from contested.cli.table_cells import counted
    from contested.outputs.claim_table import csv_lines
    from contested.outputs.contract import claim_objects
    from contested.store.ledger import open_ledger

    with open_ledger(db) as ledger:
        place_ids = ledger.find_place(place) if place else None
        kind = type_or_group(type_) if type_ else None
        found = list(ledger.entries(place_ids, since, until, party=party, source=source, event_type=kind))
    if json:
        print_json(list(claim_objects(found)))
    elif form is Form.JSONL:
        print_jsonl(claim_objects(found))
    elif form is Form.CSV:
        sys.stdout.writelines(csv_lines((entry, {}) for entry in found))
    else:
        out.print(_table(found[:limit]))
        out.print(counted(len(found), limit, "claims"), highlight=False)


def type_or_group(name: str) -> str:
    """Return a type as it is, and a group with its dot: "displacement" is a type, "control" a group.

    Raises UnknownName where it is neither.
    """
    from contested.errors import UnknownName
    from contested.events.ontology import types

    key = name.rstrip(".")
    if key in types():
        return key
    groups = sorted({one.family for one in types().values()})
    if key not in groups:
        raise UnknownName("event type", name, [*types(), *groups], "List them with: contested codebook")
    return f"{key}."


def _table(entries: Iterable[LedgerEntry]) -> Any:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from contested.cli.table_cells import short
    from contested.model import NO_PARTY, UNKNOWN

    view = Table(box=SIMPLE_HEAD, expand=False, pad_edge=False)
    for name, width in (("published", 10), ("who", 20), ("how", 11), ("what", None)):
        view.add_column(name, width=width, overflow="fold")
    for entry in entries:
        claim = entry.claim
        how = claim.cue.cue_class if claim.cue else "own voice" if claim.source.own_voice else "none"
        what = " ".join((entry.content_words or entry.words).split())
        party = "" if claim.source.party in (NO_PARTY, UNKNOWN) else f" ({claim.source.party})"
        cells = ((entry.document.published or "no date")[:10], claim.source.name + party, str(how), short(what))
        view.add_row(*map(Text, cells))
    return view
