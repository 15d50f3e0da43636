"""`contested export`: events for the tools of others, as ACLED-like, UCDP-like CSV or PLOVER JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import DbOption, PackOption

if TYPE_CHECKING:
    from contested.model import LedgerEntry


class ExportForm(StrEnum):
    """Whose columns."""

    ACLED = "acled"
    UCDP = "ucdp"
    PLOVER = "plover"


def export(
    form: Annotated[ExportForm, typer.Argument(help="acled or ucdp: CSV; plover: JSON lines.")],
    paths: Annotated[list[str] | None, typer.Argument(help="Reports to read instead of the ledger.")] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", help="A file instead of standard output.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Only events of claims about this place.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="First day of publication.")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Last day of publication.")] = None,
    pack: PackOption = None,
    db: DbOption = None,
) -> None:
    """Write the events of the ledger, or of reports given by path, one row an event as one claim says it.

    Example: contested export acled --from 2025-11-01 -o events.csv
    """
    import sys

    from contested.cli.common import err
    from contested.outputs.acled import write_acled
    from contested.outputs.plover import write_plover
    from contested.outputs.ucdp import write_ucdp

    writers = {ExportForm.ACLED: write_acled, ExportForm.UCDP: write_ucdp, ExportForm.PLOVER: write_plover}
    entries = _from_reports(paths, pack) if paths else _from_ledger(db, place, since, until)
    if output is None:
        writers[form](entries, sys.stdout)
        return
    with open(output, "w", encoding="utf-8", newline="") as stream:
        count = writers[form](entries, stream)
    err.print(f"{count} events written to {output}.", highlight=False, markup=False)


def _from_ledger(db: str | None, place: str | None, since: str | None, until: str | None) -> list[LedgerEntry]:
    from contested.store.ledger import open_ledger

    with open_ledger(db) as ledger:
        place_ids = ledger.find_place(place) if place else None
        return list(ledger.entries(place_ids, since, until))


def _from_reports(paths: list[str], pack: list[str] | None) -> list[LedgerEntry]:
    from contested.cli.common import err
    from contested.errors import InputError
    from contested.model import LedgerEntry, Problem
    from contested.packs import load
    from contested.pipeline import extract
    from contested.sources import read_documents

    packs = [load(name) for name in pack] if pack else None
    found: list[LedgerEntry] = []
    read = 0
    for item in read_documents(paths):
        if isinstance(item, Problem):
            err.print(f"{item.path}: {item.message}", markup=False, highlight=False, soft_wrap=True)
            continue
        made = extract(item, packs)
        read += 1
        by_claim = {claim.id: [event for event in made.events if event.claim == claim.id] for claim in made.claims}
        found.extend(
            LedgerEntry(
                claim=claim,
                document=item.head,
                words=item.text[claim.start : claim.end],
                content_words=" ".join(item.text[span.start : span.end] for span in claim.content),
                events=tuple(by_claim[claim.id]),
                packs=made.packs,
            )
            for claim in made.claims
        )
    if not read:
        raise InputError("Nothing was read.", "See the messages above.")
    return found
