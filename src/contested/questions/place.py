"""Questions about one place: who controls it, what the brief says, how it came about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

import msgspec

from contested.assessment.control import Evidence, assess_control, control_series
from contested.assessment.health import collection_health
from contested.assessment.parts import assess_parts
from contested.assessment.reliability import Reliability, learn
from contested.assessment.replay import Step, replay
from contested.model import UNKNOWN, Control, DocumentHead, LedgerEntry, Place
from contested.outputs.brief_records import Brief, Question
from contested.outputs.briefing import write_brief
from contested.questions.known import Known, iso_day
from contested.store.view import View


class PlaceQuestion:
    """A place of a ledger, asked about."""

    def __init__(self, view: View, name: str, known_on: str | None = None) -> None:
        ids = view.find_place(name)
        self.known = Known(view, known_on)
        self.place_id = ids[0]
        self.others = ids[1:]
        self.entries = self.known.at([self.place_id])
        self._past: dict[str, Evidence] = {}
        self.place = self._place()
        self.packs, self.parties = self.known.parties(self.entries)

    def _place(self) -> Place | None:
        places = [
            p for entry in self.entries for event in entry.events for p in event.places if p.place_id == self.place_id
        ]
        return places[0] if places else None

    @property
    def name(self) -> str:
        """The place's name."""
        if self.place is not None:
            return self.place.name
        seen = {place.place_id: place.name for place in self.known.view.places()}
        return seen.get(self.place_id, self.place_id)

    @property
    def where(self) -> str:
        """Region and country, as far as known."""
        if self.place is None:
            return ""
        return ", ".join(part for part in (self.place.admin1, self.place.country) if part and part != UNKNOWN)

    def control(self, day: str | None = None) -> Control:
        """Return the control of the place on a day (the newest report's, if none is given)."""
        today, known_on = self._clocks(day)
        found = assess_control(
            self._evidence, self.place_id, today, known_on, reliability=self._reliability, place=self.name
        )
        return msgspec.structs.replace(found, notes=collection_health(self._heads(), known_on).notes())

    def parts(self, day: str | None = None) -> tuple[Control, ...]:
        """Return the control of each part of the place that reports name, most recently named first."""
        today, known_on = self._clocks(day)
        return assess_parts(
            self._evidence, self.place_id, today, known_on, reliability=self._reliability, place=self.name
        )

    def _heads(self) -> list[DocumentHead]:
        """Return the reports of this war: those that share a pack with the claims about the place."""
        mine = [entry for entry in self.known.entries if not self.packs or set(entry.packs) & set(self.packs)]
        return list({entry.document.id: entry.document for entry in mine}.values())

    def _clocks(self, day: str | None) -> tuple[str, str]:
        today = iso_day(day) if day else self.known.known_on or self.known.last_day
        return today, self.known.known_on or today

    @cached_property
    def _evidence(self) -> Evidence:
        return self.known.evidence(self.parties)

    @cached_property
    def _reliability(self) -> Reliability | None:
        if self.known.known_on is None:
            return None
        return learn(self._evidence.known_on(self.known.known_on).observations, self.parties)

    def series(self, first: str, last: str) -> Iterator[Control]:
        """Yield the control of each day from first to last, each as known on that day, or on `known_on`."""
        if self.known.known_on:
            yield from control_series(
                self._evidence, self.place_id, _days(first, last), self.known.known_on, place=self.name
            )
            return
        for day in _days(first, last):
            yield assess_control(self._evidence_known(day), self.place_id, day, place=self.name)

    def _evidence_known(self, day: str) -> Evidence:
        """Return the evidence as it stood on a day; days without a new report share it."""
        days = (entry.document.published or "" for entry in self.known.entries)
        newest = max((published[:10] for published in days if "" < published[:10] <= day), default=day)
        if newest not in self._past:
            self._past[newest] = Known(self.known.view, newest).evidence(self.parties)
        return self._past[newest]

    def replay(self, first: str, last: str) -> Iterator[Step]:
        """Yield the days from first to last on which the picture changed, each as known on that day."""
        return replay(self._evidence_known, self.place_id, _days(first, last), self.name)

    def brief(self, day: str | None = None) -> Brief:
        """Return the brief of the place for a day."""
        today, known_on = self._clocks(day)
        yesterday = (date.fromisoformat(today) - timedelta(days=1)).isoformat()
        here = [e for e in self.entries if (e.document.published or "")[:10] <= known_on]
        reports = {e.document.id for e in here}
        around = [
            e for e in self.known.entries
            if e.document.id in reports and self._belongs(e) and e.claim.id not in {h.claim.id for h in here}
        ]  # fmt: skip
        return write_brief(
            Question(
                place_id=self.place_id,
                place=self.name,
                where=self.where,
                day=today,
                known_on=known_on,
                parties=self.parties,
                packs=self.packs,
                control=self.control(today),
                before=self.control_before(yesterday),
                entries=here,
                around=around,
                links=self.known.links,
                origins=self.known.origins,
                report_days=[e.document.published[:10] for e in here if e.document.published],
            )
        )

    def control_before(self, yesterday: str) -> Control:
        """Return the control of the day before, as known then."""
        return assess_control(self._evidence_known(yesterday), self.place_id, yesterday, place=self.name)

    def _belongs(self, entry: LedgerEntry) -> bool:
        """Whether a claim of the same report, not placed here, may still tell of this place.

        It names no settlement of its own: either no place at all, or only the region around.
        """
        places = [p for event in entry.events for p in event.places]
        if any(p.place_id == self.place_id for p in places):
            return True
        region = self.place.admin1 if self.place else None
        return all(p.feature_class in ("A", None) and (region is None or p.admin1 in (region, None)) for p in places)


def _days(first: str, last: str) -> list[str]:
    start, end = date.fromisoformat(iso_day(first)), date.fromisoformat(iso_day(last))
    return [(start + timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]
