"""How a listed claim stands, as chips: the same words as the facet by which lists are filtered.

`Around` (cards.py) works from all links; a page of a long ledger has only the statuses that were
worked out at linking, and at most a few names of those who deny.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from contested.errors import PackError, UnknownName
from contested.model import ActorKind, CueClass, LedgerEntry
from contested.outputs.wording import speaker
from contested.packs import load
from contested.questions.listing import ListedClaim
from contested.questions.statuses import Standing, Status
from contested.store.view import View
from contested.web import addresses
from contested.web.cards import MOST_NAMED, OWN_CUE, Chip, ClaimCard, chip, claim_card, in_order, side_of

CHIP_OF: Mapping[Standing, str] = {
    Standing.WITHDRAWN: "withdrawn",
    Standing.DENIED: "denied_by",
    Standing.DISPUTED: "contradicted_by",
    Standing.ACKNOWLEDGED: "acknowledged",
    Standing.UPDATED: "updated_by",
    Standing.ANSWERS: "answers",
    Standing.NOT_CONFIRMED: "not_confirmed",
    Standing.ALONE: "alone",
}
"""Standings that have one chip each; the others depend on a number or on the report's own words."""
LOOKED_UP = 4
"""Claims behind one status that are looked up for their names; most chips name two."""


@cache
def sides_of(packs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties of some packs, in pack order; none for a pack that was removed since."""
    found: list[str] = []
    for name in packs:
        try:
            found += [party for party in load(name).party_names() if party not in found]
        except (UnknownName, PackError):
            continue
    return tuple(found)


def listed_cards(view: View, rows: Sequence[ListedClaim], on: str) -> list[ClaimCard]:
    """Return the cards of a page of listed claims, each with how it stands."""
    wanted = {name for row in rows for status in row.statuses for name in status.claims[:LOOKED_UP]}
    others = {entry.claim.id: entry for entry in view.entries(claim_ids=sorted(wanted))} if wanted else {}
    return [card_of(row.entry, row.statuses, others, on, row.origin, row.copies) for row in rows]


def card_of(
    entry: LedgerEntry, statuses: Iterable[Status], others: Mapping[str, LedgerEntry], on: str, origin: str, copies: int
) -> ClaimCard:
    """Return the card of a claim whose standing is known; `others` are claims that its statuses name."""
    parties = sides_of(entry.packs)
    chips = in_order([*own_chips(entry, parties), *standing_chips(entry, statuses, others)])
    return claim_card(
        entry, chips, parties=parties, on=on, origin="" if origin == entry.claim.id else origin, copies=copies
    )


def standing_chips(entry: LedgerEntry, statuses: Iterable[Status], others: Mapping[str, LedgerEntry]) -> Iterator[Chip]:
    """Yield a chip a status: "Denied by Ostvan", "also said by 2 other origins"."""
    for status in statuses:
        if status.standing is Standing.ALSO_SAID:
            yield chip("also_said_one" if status.origins == 1 else "also_said", n=status.origins)
        elif status.standing in (Standing.VERIFIED, Standing.UNVERIFIED):
            yield chip(entry.claim.verification.value)
        else:
            yield _named_chip(status, [others[name] for name in status.claims if name in others])


def _named_chip(status: Status, others: Sequence[LedgerEntry]) -> Chip:
    """Return a chip that says who, and leads to the newest claim of theirs."""
    names = list(dict.fromkeys(short_name(other) for other in others))
    who = ", ".join(names[:MOST_NAMED]) + (f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else "")
    newest = max(others, key=lambda other: (other.document.published or "", other.claim.id), default=None)
    return chip(
        CHIP_OF[status.standing],
        who=who or "another claim",
        day=newest.document.published if newest else None,
        address=addresses.claim(newest.claim.id) if newest else "",
    )


def short_name(entry: LedgerEntry) -> str:
    """Return the side that speaks, or the speaker where it speaks for none."""
    side, index = side_of(entry, sides_of(entry.packs))
    return side if index is not None else speaker(entry)


def own_chips(entry: LedgerEntry, parties: Sequence[str]) -> Iterator[Chip]:
    """Yield what a claim's own words make it: a denial, an outlook, the word of an unnamed source."""
    claim = entry.claim
    cue = claim.cue.cue_class if claim.cue else CueClass.NONE
    if cue in OWN_CUE:
        yield chip(OWN_CUE[cue])
    elif claim.condition is not None:
        yield chip("outlook")
    if claim.source.kind is ActorKind.ANONYMOUS and claim.source.party not in parties:
        yield chip("unnamed")
