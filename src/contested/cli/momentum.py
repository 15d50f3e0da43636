"""`contested momentum`: places gained and lost, by region and side."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


def momentum(
    first: Annotated[str, typer.Option("--from", help="First day.")],
    last: Annotated[str, typer.Option("--to", help="Last day.")],
    pack: Annotated[str | None, typer.Option("--pack", help="Whose parties; default: the most used pack.")] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Print the net change of places held by each side in each region, with a 90 % interval.

    Example: contested momentum --from 2026-03-01 --to 2026-03-20
    """
    from rich.table import Table

    from contested.assessment.momentum import momentum as net_change
    from contested.cli.common import out, print_json
    from contested.questions import Known, iso_day
    from contested.store.ledger import open_ledger

    with open_ledger(db) as view:
        known = Known(view)
        rows = net_change(known.evidence(known.parties_of(pack)), known.sectors(), iso_day(first), iso_day(last))
    if json:
        print_json(rows)
        return
    table = Table("region", "side", "places", "net", "90 % interval")
    for row in rows:
        table.add_row(row.sector, row.party, str(row.places), f"{row.net:+.1f}", f"{row.low:+.1f} to {row.high:+.1f}")
    out.print(table)
