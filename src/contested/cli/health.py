"""`contested health`: who reported when, who fell silent, what stands on fallbacks."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


def health(
    on: Annotated[str | None, typer.Option("--on", help="The day; default: the newest report's.")] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Print the health of the collection: reports by outlet, silences, days without a report, fallbacks.

    Example: contested health --on 2026-03-20
    """
    from rich.table import Table

    from contested.assessment.health import collection_health
    from contested.cli.common import out, print_json
    from contested.outputs.wording import day_words
    from contested.questions import Known, iso_day
    from contested.store.ledger import open_ledger

    with open_ledger(db) as view:
        found = collection_health(view.heads(), iso_day(on) if on else Known(view).last_day)
    if json:
        print_json(found)
        return
    table = Table("outlet", "reports", "last", "silent for", "usual gap")
    for row in found.outlets:
        gap = f"{row.usual_gap:.0f} d" if row.usual_gap is not None else "too few"
        table.add_row(
            row.outlet,
            str(row.reports),
            day_words(row.last),
            f"{row.silent_days} d" + (" late" if row.late else ""),
            gap,
        )
    out.print(table)
    out.print(f"{found.reports} reports; {len(found.days_without_report)} days without any since the first.")
    out.print(f"Outlet not known: {found.share_unknown_outlet:.0%}.")
    out.print(f"Date not stated as such: {found.share_date_not_stated:.0%}.")
    for note in found.notes():
        out.print(note)
