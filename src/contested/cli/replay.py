"""`contested replay`: how the picture of a place changed, and which report changed it."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.common import DbOption, JsonOption


def replay(
    place: Annotated[str, typer.Argument(help="A place's name or id.")],
    first: Annotated[str, typer.Option("--from", help="First day.")],
    last: Annotated[str, typer.Option("--to", help="Last day.")],
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Print each day on which the picture changed, as it was known then, with the report that changed it.

    Example: contested replay Kupiansk --from 2026-03-01 --to 2026-03-20
    """
    from contested.cli.common import out, print_json
    from contested.outputs.wording import day_words, quoted, rounded, speaker
    from contested.questions import PlaceQuestion
    from contested.store.ledger import open_ledger

    with open_ledger(db) as view:
        question = PlaceQuestion(view, place)
        steps = list(question.replay(first, last))
    if json:
        print_json(steps)
        return
    by_id = {entry.claim.id: entry for entry in question.entries}
    for step in steps:
        shares = ", ".join(f"{name} {share}" for name, share in rounded(step.after.probabilities).items() if share)
        out.print(f"{day_words(step.day)}: {step.before.state} -> {step.after.state} ({shares})", highlight=False)
        for entry in [by_id[c] for c in step.claims if c in by_id][:3]:
            out.print(f"    {speaker(entry)}: {quoted(entry)}", markup=False, highlight=False)
        if step.by_ageing:
            out.print("    no report that day; what was known grew old")
    out.print(f"{len(steps)} changes from {day_words(first)} to {day_words(last)}, each as known on its day.")
