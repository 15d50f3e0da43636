"""What a ledger held by the end of a day: the ground on which every other question stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache

from contested.assessment.control import Evidence, gather
from contested.assessment.observations import CONTESTED
from contested.errors import ContestedError, PackError, UnknownName
from contested.links import Linked
from contested.model import UNKNOWN, Dispute, LedgerEntry, Link, Origin
from contested.packs import load, names
from contested.questions.past import is_now, newest_day
from contested.store.linking import linked_as_known
from contested.store.view import View


def iso_day(text: str) -> str:
    """Return the day of an ISO date or moment. Raises ContestedError for anything else."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError as error:
        raise ContestedError(f"{text!r} is no date.", "Write it as 2025-11-07.") from error


class Known:
    """What a ledger held by the end of a day: claims, links and origins of the reports until then."""

    def __init__(self, view: View, known_on: str | None = None) -> None:
        self.view = view
        self.known_on = iso_day(known_on) if known_on else None

    @cached_property
    def entries(self) -> list[LedgerEntry]:
        """All claims published until `known_on`."""
        return list(self.view.entries(until=f"{self.known_on}T99" if self.known_on else None))

    @cached_property
    def _linked(self) -> Linked | None:
        """What linking makes of the known claims alone; None where all claims are known."""
        if self.known_on is None or is_now(self.view, self.known_on):
            return None
        return linked_as_known(self.view, self.entries, self.known_on)

    @cached_property
    def links(self) -> list[Link]:
        """The links between known claims."""
        return self.view.links() if self._linked is None else list(self._linked.links)

    @cached_property
    def origins(self) -> list[Origin]:
        """The origins of known claims."""
        return self.view.origins() if self._linked is None else list(self._linked.origins)

    @cached_property
    def disputes(self) -> list[Dispute]:
        """The disputes of known claims."""
        return self.view.disputes() if self._linked is None else list(self._linked.disputes)

    @cached_property
    def last_day(self) -> str:
        """The day of the newest report. Raises ContestedError for a ledger without dates."""
        newest = newest_day(self.view)
        if newest and self.known_on is not None and newest > self.known_on:
            days = [e.document.published[:10] for e in self.entries if e.document.published]
            newest = max(days, default="")
        if not newest:
            raise ContestedError("No report in this ledger has a date.", "Read dated reports, or give --published.")
        return newest

    def at(self, place_ids: Sequence[str]) -> list[LedgerEntry]:
        """Return the claims about a place: stated of it, or standing in its words."""
        until = f"{self.known_on}T99" if self.known_on else None
        return list(self.view.entries(place_id=list(place_ids), until=until))

    def parties(self, entries: Sequence[LedgerEntry]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the packs of these claims, most used first, and their parties in pack order.

        Without a pack the parties are those that the claims about control name, by name.
        """
        packs = [name for name, _ in Counter(p for entry in entries for p in entry.packs).most_common()]
        return parties_among(packs, {e.control.party for entry in entries for e in entry.events if e.control})

    def parties_of(self, pack: str | None = None) -> tuple[str, ...]:
        """Return a pack's parties; without a name those of the pack that most claims about control use."""
        if pack is not None:
            return load(pack).party_names()
        packs, parties = self.parties([entry for entry in self.entries if any(e.control for e in entry.events)])
        return load(packs[0]).party_names() if packs and packs[0] in names() else parties

    def sectors(self) -> dict[str, list[str]]:
        """Return the places that claims about control name, by first-level region."""
        found: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            for event in entry.events:
                for place in event.places if event.control else ():
                    found[f"{place.admin1 or 'region not known'}, {place.country}"].add(place.place_id)
        return {sector: sorted(ids) for sector, ids in sorted(found.items())}

    def evidence(self, parties: Sequence[str]) -> Evidence:
        """Return the evidence about control for these parties."""
        about = [entry for entry in self.entries if not entry.packs or shares_party(entry.packs, parties)]
        return gather(about, self.links, self.origins, parties)


def parties_among(packs: Sequence[str], said: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return packs, and their parties in pack order as far as claims about control name them."""
    parties: list[str] = []
    for pack in packs:
        try:
            parties += [party for party in load(pack).party_names() if party not in parties]
        except (UnknownName, PackError):
            continue  # the pack was removed since; its parties are still named in the claims
    named = [name for name in parties if name in said or len(parties) <= 2]
    return tuple(packs), tuple(named or sorted(said - {UNKNOWN, "none", CONTESTED}))


def shares_party(packs: Sequence[str], parties: Sequence[str]) -> bool:
    """Whether one of these packs is about one of these parties; a pack that is gone may have been."""
    return _shares_party(tuple(packs), tuple(parties))


@lru_cache(maxsize=1000)
def _shares_party(packs: tuple[str, ...], parties: tuple[str, ...]) -> bool:
    known = [load(pack).party_names() for pack in packs if pack in names()]
    return len(known) < len(packs) or any(set(found) & set(parties) for found in known)
