"""`contested judge`: a person's decision, kept beside what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import DbOption, JsonOption

if TYPE_CHECKING:
    from contested.store.view import View


def judge(
    subject: Annotated[
        str, typer.Argument(help="Id of a claim, document, origin, dispute or place, or a link as a:relation:b.")
    ],
    decision: Annotated[str, typer.Argument(help="accept, reject, correct, same_origin, not_same_origin.")],
    why: Annotated[str, typer.Option("--why", help="The reason, in words.")],
    who: Annotated[str | None, typer.Option("--who", help="Who decides; else your login name.")] = None,
    value: Annotated[str | None, typer.Option("--value", help="The correction, or the other id.")] = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Decide on a record. Nothing is overwritten; links and disputes are worked out anew.

    Example: contested judge 1f0c5a9e77aa0b21 reject --why "misattributed: it quotes the mayor"
    """
    import getpass

    from contested.cli.common import out, print_json
    from contested.errors import UnknownName
    from contested.model import Decision
    from contested.questions.keeping import bring_up_to_date
    from contested.store.ledger import open_ledger
    from contested.store.linking import relink

    choices = [choice for choice in Decision if choice is not Decision.UNKNOWN]
    if decision not in choices:
        raise UnknownName("decision", decision, choices)
    with open_ledger(db, write=True) as ledger:
        for known in (subject, value if decision.endswith("same_origin") else None):
            if known is not None:
                _check(ledger, known)
        made = ledger.judge(subject, Decision(decision), who or getpass.getuser(), why, value)
        relink(ledger)
        bring_up_to_date(ledger)
    if json:
        print_json(made)
    else:
        out.print(f"Kept: {made.who} decided {made.decision} on {made.subject}.", markup=False, highlight=False)


def _check(ledger: View, subject: str) -> None:
    """Raise UnknownName where the ledger holds nothing under this id."""
    from contested.errors import UnknownName
    from contested.model import Relation

    parts = subject.split(":")
    if len(parts) == 3 and parts[1] in list(Relation):
        known = {entry.claim.id for entry in ledger.entries(claim_ids=[parts[0], parts[2]])}
        if {parts[0], parts[2]} <= known:
            return
    if ledger.has(subject) or any(True for _ in ledger.entries(claim_ids=[subject])):
        return
    others = {origin.id for origin in ledger.origins()} | {dispute.id for dispute in ledger.disputes()}
    if subject not in others | {place.place_id for place in ledger.places()}:
        raise UnknownName("record in this ledger", subject, hint="Ids stand in: contested claims --format jsonl")
