"""`contested outlooks`: what was predicted about control, and how it turned out."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


def outlooks(
    known_on: Annotated[str | None, typer.Option("--known-on", help="Only reports published until this day.")] = None,
    pack: Annotated[str | None, typer.Option("--pack", help="Whose parties; default: the most used pack.")] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Print predictions about control with their deadline and outcome.

    Example: contested outlooks --known-on 2026-04-20
    """
    from rich.table import Table

    from contested.assessment.outlooks import score_outlooks
    from contested.cli.common import out, print_json
    from contested.outputs.wording import day_words
    from contested.questions import Known
    from contested.store.ledger import open_ledger

    with open_ledger(db) as view:
        known = Known(view, known_on)
        rows = score_outlooks(known.entries, known.evidence(known.parties_of(pack)), known_on or known.last_day)
    if json:
        print_json(rows)
        return
    table = Table("made", "who", "place", "would be", "word", "deadline", "outcome")
    for row in rows:
        table.add_row(
            day_words(row.made), row.speaker, row.place, " or ".join(row.states), row.word or "none",
            day_words(row.deadline), row.outcome.value.replace("_", " "),
        )  # fmt: skip
    out.print(table)
    scored = [row.brier for row in rows if row.brier is not None]
    if scored:
        out.print(
            f"Brier {sum(scored) / len(scored):.2f} over {len(scored)} settled predictions with a probability word."
        )
