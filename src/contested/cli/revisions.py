"""`contested revisions`: past conclusions that read otherwise since more is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import DbOption, JsonOption

if TYPE_CHECKING:
    from contested.store.history import Drawn, Revision
    from contested.store.view import View


def revisions(
    place: Annotated[str | None, typer.Argument(help="A place's name or id; without it all places.")] = None,
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Print which past days of a place are concluded otherwise than they were, since when, and by which reports.

    Example: contested revisions Kupiansk
    """
    from contested.cli.common import out, print_json
    from contested.store.ledger import open_ledger

    with open_ledger(db) as view:
        found = view.revisions(view.find_place(place)[0] if place else None)
        if json:
            print_json(found)
            return
        for revision in found:
            _print_revision(revision, view)
    out.print(f"{len(found)} past conclusions changed." if found else "No past conclusion has changed.")


def _print_revision(revision: Revision, view: View) -> None:
    from contested.cli.common import out
    from contested.outputs.wording import day_words, quoted, speaker

    where = revision.place + (f", {revision.part}" if revision.part else "")
    first, last = day_words(revision.first_day), day_words(revision.last_day)
    span = first if first == last else f"{first} to {last}"
    out.print(f"{where}, {span}: was {_said(revision.before)}, is {_said(revision.after)}", markup=False)
    out.print(f"    noticed {day_words(revision.noticed)}", markup=False, highlight=False)
    told = view.entries(place_id=revision.place_id, document_id=revision.documents) if revision.documents else ()
    for entry in list(told)[:3]:
        line = f"    {day_words(entry.document.published)}, {speaker(entry)}: {quoted(entry)}"
        out.print(line, markup=False, highlight=False)
    if not revision.documents:
        out.print("    no new report about the place: a judgement, a link or the sources' records changed")


def _said(drawn: Drawn) -> str:
    return f"{drawn.state} ({drawn.fill}{', disputed' if drawn.disputed else ''})"
