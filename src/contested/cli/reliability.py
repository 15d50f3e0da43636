"""`contested reliability`: what each voice claimed about control, and how often it proved right."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


def reliability(
    known_on: Annotated[str | None, typer.Option("--known-on", help="Only reports published until this day.")] = None,
    pack: Annotated[str | None, typer.Option("--pack", help="Whose parties; default: the most used pack.")] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Print every voice's record on control: claims, share expected right, delay, and how much it rests on.

    Example: contested reliability --pack sudan
    """
    from rich.table import Table

    from contested.assessment.reliability import learn
    from contested.cli.common import out, print_json
    from contested.questions import Known
    from contested.store.ledger import open_ledger

    with open_ledger(db) as view:
        known = Known(view, known_on)
        records = learn(known.evidence(known.parties_of(pack)).observations, known.parties_of(pack)).records
    if json:
        print_json(records)
        return
    table = Table("voice", "side", "speaks of", "claims", "right", "weighed as", "delay, days")
    for row in records:
        few = " (few)" if row.claims < 20 else ""
        table.add_row(
            row.voice, row.party, row.interest.value.replace("_", " "), f"{row.claims}{few}", f"{row.right:.0%}",
            f"{row.accuracy:.0%}", f"{row.median_delay:.0f}",
        )  # fmt: skip
    out.print(table)
    out.print('"right": expected share, given all that is known; "few": under 20 claims say little.')
