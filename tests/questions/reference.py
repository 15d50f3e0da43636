"""The questions answered the plain, slow way, one claim and one day at a time: what the quick ways must equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from contested.assessment.control import NEUTRAL, assess_control
from contested.assessment.observations import ordinal
from contested.assessment.reliability import learn
from contested.model import UNKNOWN, LedgerEntry, Origin, Place
from contested.outputs.wording import rounded
from contested.questions.ground import control_places
from contested.questions.known import Known
from contested.questions.listing import FACETS, NOT_STATED, ClaimFilter
from contested.questions.picture import PlaceState
from contested.questions.runs import fill_of
from contested.questions.statuses import Status, Voice, statuses_of
from contested.store.view import View


def states_on(view: View, day: str, known_on: str | None = None) -> list[PlaceState]:
    """Return the picture of a day, each place assessed by itself."""
    known = Known(view, known_on)
    named: dict[str, tuple[Place, str]] = {}
    for entry in known.entries:
        for place in control_places(entry) if entry.document.published else ():
            named.setdefault(place.place_id, (place, entry.document.published[:10]))
    found = [_state(known, place, day) for place, first in named.values() if first <= day]
    return sorted(found, key=lambda state: (state.name, state.place_id))


def _state(known: Known, place: Place, day: str) -> PlaceState:
    packs, parties = known.parties(known.at([place.place_id]))
    evidence = known.evidence(parties)
    last = known.known_on or known.last_day
    records = learn(evidence.known_on(last).observations, parties)
    found = assess_control(evidence, place.place_id, day, last, reliability=records, place=place.name)
    voices = {(o.origin, o.interest in NEUTRAL) for o in evidence.at(place.place_id) if o.claim in found.claims_for}
    alone = len(voices) == 1 and all(neutral for _, neutral in voices)
    pointed = place.feature_class in ("P", "S", None)  # a river's middle is no point that a report names
    return PlaceState(
        place_id=place.place_id, name=place.name, lat=place.lat if pointed else None,
        lon=place.lon if pointed else None,
        country=None if place.country == UNKNOWN else place.country, admin1=place.admin1, parties=parties,
        state=found.state, fill=fill_of(found.state, found.basis, found.probabilities[found.state], alone),
        disputed=found.disputed, probabilities=rounded(found.probabilities), basis=found.basis.value,
        last_report=found.last_report, packs=packs,
    )  # fmt: skip


class Listed:
    """All claims with their statuses, filtered one by one."""

    def __init__(self, view: View, known_on: str | None = None) -> None:
        self.known = Known(view, known_on)
        self.origins: dict[str, Origin] = {claim: o for o in self.known.origins for claim in o.claims}
        voices = {entry.claim.id: self._voice(entry) for entry in self.known.entries}
        self.statuses: dict[str, tuple[Status, ...]] = statuses_of(list(voices), voices, self.known.links)

    def _voice(self, entry: LedgerEntry) -> Voice:
        origin = self.origins.get(entry.claim.id)
        return Voice(
            name=entry.claim.source.name,
            party=entry.claim.source.party,
            origin=origin.id if origin else entry.claim.id,
            verification=entry.claim.verification,
            copied=origin is not None and len(origin.documents) > 1,
        )

    def rows(self, filter: ClaimFilter) -> list[str]:
        """Return the ids of the claims let through, oldest first."""
        here = {e.claim.id for e in self.known.at([filter.place_id])} if filter.place_id else None
        kept = [e for e in self.known.entries if here is None or e.claim.id in here]
        return [entry.claim.id for entry in kept if self._fits(entry, filter)]

    def facet(self, filter: ClaimFilter, name: str) -> list[tuple[str, int]]:
        """Return the values of one facet, counted under all other filters."""
        chosen = set(self.rows(replace(filter, **{name: None})))
        kept = [entry for entry in self.known.entries if entry.claim.id in chosen]
        counts = Counter(value for entry in kept for value in self.values(entry, name))
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def _fits(self, entry: LedgerEntry, filter: ClaimFilter) -> bool:
        day = (entry.document.published or "")[:10]
        if (filter.since and day < filter.since) or (filter.until and not "" < day <= filter.until):
            return False
        if filter.source and filter.source.casefold() not in entry.claim.source.name.casefold():
            return False
        if filter.text and not set(filter.text.casefold().split()) <= _words(entry):
            return False
        return all(self._has(self.values(entry, name), getattr(filter, name)) for name in FACETS)

    @staticmethod
    def _has(values: set[str], wanted: str | Sequence[str] | None) -> bool:
        several = (wanted,) if isinstance(wanted, str) else wanted
        return several is None or any(v == w or (w.endswith(".") and v.startswith(w)) for v in values for w in several)

    def values(self, entry: LedgerEntry, name: str) -> set[str]:
        """Return a claim's values of a facet."""
        claim = entry.claim
        if name == "status":
            return {status.standing.value for status in self.statuses[claim.id]}
        if name == "type":
            return {event.type for event in entry.events} or {NOT_STATED}
        value = {"party": claim.source.party, "kind": claim.source.kind.value, "outlet": entry.document.outlet}[name]
        return {NOT_STATED if value in (UNKNOWN, "") else value}


def _words(entry: LedgerEntry) -> set[str]:
    return {word.strip(".,;").casefold() for word in entry.words.split()}


def days_between(first: str, last: str) -> list[str]:
    """Return all days from first to last."""
    return [date.fromordinal(n).isoformat() for n in range(ordinal(first) or 0, (ordinal(last) or 0) + 1)]
