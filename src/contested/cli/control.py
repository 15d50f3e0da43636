"""`contested control`: who may be said to control a place, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import DbOption, JsonOption

if TYPE_CHECKING:
    from contested.model import Control
    from contested.questions import PlaceQuestion


def control(
    place: Annotated[str | None, typer.Argument(help="A place's name or id.")] = None,
    named: Annotated[str | None, typer.Option("--place", help="The same, as an option.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day asked about; default: the newest report's.")] = None,
    known_on: Annotated[str | None, typer.Option("--known-on", help="Only reports published until this day.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="First day of a series.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="Last day of a series.")] = None,
    parts: Annotated[bool, typer.Option("--parts", help="Each part of the place that reports name.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Every origin for and against, with its weight.")] = False,
    form: Annotated[str, typer.Option("--format", help="table, json or jsonl.")] = "table",
    json: JsonOption = False,
    db: DbOption = None,
) -> None:
    """Print who may be said to control a place on a day, with basis and claims.

    Example: contested control Pokrovsk --on 2025-11-07 --why
    """
    from contested.cli.common import print_json, print_jsonl
    from contested.errors import ContestedError
    from contested.questions import PlaceQuestion
    from contested.store.ledger import open_ledger

    name = place or named
    if not name:
        raise ContestedError("Which place?", "Example: contested control Pokrovsk --on 2025-11-07")
    as_json = json or form in ("json", "jsonl")
    with open_ledger(db) as view:
        question = PlaceQuestion(view, name, known_on or on)
        if first or last:
            day = first or last or ""
            series = list(question.series(day, last or question.known.last_day))
            if form == "jsonl":
                print_jsonl(series)
            elif as_json:
                print_json(series)
            else:
                _print_series(series)
            return
        found = question.control(on)
        if as_json:
            (print_jsonl if form == "jsonl" else _print_one)([_with_parts(found, question.parts(on))])
            return
        _print_control(found, question, why)
        if parts:
            _print_parts(question.parts(on), question, why)


def _with_parts(found: Control, parts: Sequence[Control]) -> dict[str, object]:
    """Return the record of the whole place with those of its parts beside."""
    import msgspec

    return {**msgspec.to_builtins(found), "parts": msgspec.to_builtins(parts)}


def _print_one(records: Iterable[object]) -> None:
    from contested.cli.common import print_json

    for record in records:
        print_json(record)


def _print_control(found: Control, question: PlaceQuestion, why: bool) -> None:
    from contested.cli.common import out
    from contested.outputs.wording import day_words

    where = f" ({question.where})" if question.where else ""
    out.print(f"{found.place}{where}, {day_words(found.day)}, as known on {day_words(found.known_on)}", markup=False)
    _print_state(found, question, why, "")
    for note in found.notes:
        out.print(note, markup=False, highlight=False)
    if question.others:
        out.print(f"Other places of that name: {', '.join(question.others)}", markup=False, highlight=False)


def _print_parts(parts: Sequence[Control], question: PlaceQuestion, why: bool) -> None:
    from contested.cli.common import out

    out.print("Parts, as reports name them:" if parts else "No report names a part of it.")
    for part in parts:
        out.print(f"  {part.part}", markup=False, highlight=False)
        _print_state(part, question, why, "    ")


def _print_state(found: Control, question: PlaceQuestion, why: bool, indent: str) -> None:
    """Print the state with its doubt and, if asked why, every origin for and against."""
    from contested.assessment.control import origins_for
    from contested.cli.common import out
    from contested.outputs.wording import marks, rounded, speaker, state_words

    def say(line: str) -> None:
        out.print(indent + line, markup=False, highlight=False)

    others = " and ".join(party for party in question.parties if party != found.state)
    say(f"{marks(found)} {state_words(found, others, origins_for(found))}")
    shares = ", ".join(f"{name} {share}" for name, share in rounded(found.probabilities).items())
    say(f"Of 100, rounded: {shares}. Basis: {found.basis.value.replace('_', ' ')}.")
    say(f"{len(found.claims_for)} claims for, {len(found.claims_against)} against.")
    by_id = {entry.claim.id: entry for entry in question.entries} if why else {}
    for weighing in found.weighings if why else ():
        first = by_id.get(weighing.claims[0])
        words = f" “{' '.join(first.content_words.split())[:90]}”" if first else ""
        who = speaker(first) if first else "?"
        say(f"  {weighing.weight:5.2f} for {weighing.supports}: {who}{words} ({weighing.reason})")
    decisive = by_id.get(found.decisive_claim or "")
    if decisive:
        say(f"Without the claim of {speaker(decisive)} this would change most.")


def _print_series(series: Sequence[Control]) -> None:
    from rich.table import Table

    from contested.cli.common import out
    from contested.outputs.wording import rounded

    view = Table("day", "state", "basis", "of 100, rounded")
    for row in series:
        shares = ", ".join(f"{name} {share}" for name, share in rounded(row.probabilities).items() if share)
        view.add_row(row.day, row.state + (" ≠" if row.disputed else ""), row.basis.value.replace("_", " "), shares)
    out.print(view)
