"""Disputes as lists and place pages show them: the matter, both sides in their words, since when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contested.model import Dispute, LedgerEntry
from contested.outputs.wording import speaker
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import shortened, side_of
from contested.web.standings import sides_of
from contested.web.words import count, days_between, short_day

NO_SIDE = 99
"""Voices of no side stand after all parties."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One side's words in short: who, what they do ("asserts", "denies"), the words, the sentence's address."""

    who: str
    does: str
    words: str
    address: str
    side: str
    index: int | None
    origins: str


@dataclass(frozen=True, slots=True)
class DisputeCard:
    """One dispute in short; the sides stand in pack order."""

    id: str
    matter: str
    place: str
    place_address: str
    address: str
    voices: tuple[Voice, ...]
    since: str | None
    age: str  # "open since 17 Nov, 3 days", "settled on 22 Nov"
    resolved: bool
    origins: int


def dispute_cards(view: View, disputes: Sequence[Dispute], clocks: Clocks) -> tuple[DisputeCard, ...]:
    """Return disputes in short, as of the day of the page; each side speaks with its newest claim."""
    wanted = {claim for each in disputes for claim in (*each.asserting[-1:], *each.denying[-1:])}
    entries = {entry.claim.id: entry for entry in view.entries(claim_ids=sorted(wanted))}
    return tuple(_card(each, entries, clocks) for each in disputes)


def _card(dispute: Dispute, entries: Mapping[str, LedgerEntry], clocks: Clocks) -> DisputeCard:
    sides = (
        (dispute.asserting, "asserts", dispute.origins_asserting),
        (dispute.denying, "denies", dispute.origins_denying),
    )
    voices = [
        _voice(entries[claims[-1]], does, origins)
        for claims, does, origins in sides
        if entries.keys() & set(claims[-1:])
    ]
    return DisputeCard(
        id=dispute.id,
        matter=dispute.matter,
        place=dispute.place or "",
        place_address=addresses.place(dispute.place_id, dispute.place or "", clocks) if dispute.place_id else "",
        address=addresses.dispute(dispute.id, clocks),
        voices=tuple(sorted(voices, key=lambda voice: NO_SIDE if voice.index is None else voice.index)),
        since=dispute.since,
        age=age_of(dispute, clocks.day),
        resolved=dispute.resolved,
        origins=dispute.origins_asserting + dispute.origins_denying,
    )


def age_of(dispute: Dispute, day: str) -> str:
    """Return since when a dispute is open, or when it was settled."""
    if dispute.resolved:
        return f"settled on {short_day(dispute.until)}" if dispute.until else "settled"
    if not dispute.since:
        return "open, its beginning has no date"
    days = days_between(dispute.since, day)
    return f"open since {short_day(dispute.since)}" + (f", {count(days, 'day')}" if days > 0 else "")


def _voice(entry: LedgerEntry, does: str, origins: int) -> Voice:
    side, index = side_of(entry, sides_of(entry.packs))
    return Voice(
        who=side if index is not None else speaker(entry),
        does=does,
        words=shortened(entry.content_words or entry.words),
        address=addresses.document(entry.document.id, entry.claim.id),
        side=side,
        index=index,
        origins=count(origins, "origin"),
    )
