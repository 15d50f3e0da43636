"""`contested disputes`: what is asserted by some and denied by others."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import DbOption, JsonOption

if TYPE_CHECKING:
    from rich.table import Table

    from contested.model import Dispute, LedgerEntry


class Form(StrEnum):
    """How to print."""

    TABLE = "table"
    JSONL = "jsonl"


def disputes(
    db: DbOption = None,
    place: Annotated[str | None, typer.Option("--place", help="Disputes about this place.")] = None,
    since: Annotated[str | None, typer.Option("--since", help="Disputes with a claim on or after this day.")] = None,
    open_only: Annotated[bool, typer.Option("--open", help="Only those that nothing has settled yet.")] = False,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.TABLE,
    json: JsonOption = False,
) -> None:
    """List disputes: the matter, both sides by independent origin, since when, and what settled it.

    Example: contested disputes --place Kupiansk --since 2025-11-01 --open
    """
    from contested.cli.common import out, print_json, print_jsonl
    from contested.store.ledger import open_ledger

    with open_ledger(db) as ledger:
        wanted = set(ledger.find_place(place)) if place else None
        found = [
            dispute
            for dispute in ledger.disputes()
            if (wanted is None or dispute.place_id in wanted) and not (open_only and dispute.resolved)
        ]
        named = sorted({claim for dispute in found for claim in (*dispute.asserting, *dispute.denying)})
        entries = {entry.claim.id: entry for entry in ledger.entries(claim_ids=named)}
    if since:
        found = [dispute for dispute in found if last_day(dispute, entries) >= since]
    if json:
        print_json(found)
        return
    if form is Form.JSONL:
        print_jsonl(found)
        return
    out.print(_table(found, entries))
    count = len(found)
    out.print(f"{count} {'dispute' if count == 1 else 'disputes'}. Origins are counted, not reports.", highlight=False)


def last_day(dispute: Dispute, entries: dict[str, LedgerEntry]) -> str:
    """Return the day of a dispute's newest claim, "" where no report has a date."""
    claims = [entries[claim] for claim in (*dispute.asserting, *dispute.denying) if claim in entries]
    return max((entry.document.published or "" for entry in claims), default="")[:10]


def _table(found: list[Dispute], entries: dict[str, LedgerEntry]) -> Table:
    from rich.table import Table

    view = Table(title="Disputes")
    for column in ("since", "matter", "says so", "denies it", "reports on verification", "status"):
        view.add_column(column, overflow="fold")
    for dispute in found:
        view.add_row(
            dispute.since or "no date",
            dispute.matter,
            voices(dispute.asserting, dispute.origins_asserting, entries),
            voices(dispute.denying, dispute.origins_denying, entries),
            "nothing" if dispute.verification.value == "none" else dispute.verification.value,
            f"settled {dispute.until or ''}".strip() if dispute.resolved else "open",
        )
    return view


def voices(claims: tuple[str, ...], origins: int, entries: dict[str, LedgerEntry]) -> str:
    """Return who speaks on one side and how many origins they are: "Kestria, General Staff (2 origins)"."""
    sources = [entries[claim].claim.source for claim in claims if claim in entries]
    names = [source.name if source.name != "unknown" else "not stated" for source in sources]
    parties = [source.party for source in sources if source.party not in ("none", "unknown")]
    listed = ", ".join(dict.fromkeys([*parties, *names]))
    return f"{listed} ({origins} {'origin' if origins == 1 else 'origins'})"
