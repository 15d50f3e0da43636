"""Questions about one place: who controls it, what the brief says, how it came about.

Each is answered from the place's own claims and the voices' records in its war; a test holds that
against working with the claims of the whole ledger.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cached_property

import msgspec
import numpy as np

from contested.assessment.control import Evidence, assess_control
from contested.assessment.observations import ordinal
from contested.assessment.parts import assess_parts
from contested.assessment.reliability import Reliability
from contested.assessment.replay import Step, replay
from contested.model import UNKNOWN, Control, LedgerEntry, Place
from contested.outputs.brief_records import Brief, Question
from contested.outputs.briefing import write_brief
from contested.questions.arrays import Ints, as_text
from contested.questions.columns import columns
from contested.questions.ground import ground_held, origins_among
from contested.questions.known import Known, iso_day
from contested.questions.past import links_known
from contested.questions.place_ground import PlaceGround, place_ground, window
from contested.questions.voices import notes, reliability
from contested.store.place_lookup import names_of
from contested.store.view import View

MOST_CLAIMS = 250
"""Claims about a place that a brief looks at one by one: its newest; of a busier place the rest is counted."""
MOST_NEEDED = 100
"""Claims behind the conclusion that a brief of a busy place looks at, however old."""
MOST_REPORTS = 40
"""Reports about a place, the newest, that are searched for what they tell of its surroundings."""
HELD = 2_000
"""Conclusions about places that a process holds; that of a busy place takes half a second to work out."""
_concluded: OrderedDict[tuple[object, ...], Control] = OrderedDict()


class PlaceQuestion:
    """A place of a ledger, asked about."""

    def __init__(self, view: View, name: str, known_on: str | None = None) -> None:
        ids = view.find_place(name)
        self.known = Known(view, known_on)
        self.place_id = ids[0]
        self.others = ids[1:]

    @cached_property
    def _here(self) -> PlaceGround:
        return place_ground(self.known.view, self.place_id, self.known.known_on)

    @cached_property
    def entries(self) -> list[LedgerEntry]:
        """All claims about the place; of a busy place these are many."""
        return self.known.at([self.place_id])

    @property
    def place(self) -> Place | None:
        """The place as the first event there names it."""
        return self._here.place

    @property
    def packs(self) -> tuple[str, ...]:
        """The packs of the claims about the place, most used first."""
        return self._here.packs

    @property
    def parties(self) -> tuple[str, ...]:
        """The possible holders, in pack order."""
        return self._here.parties

    @property
    def name(self) -> str:
        """The place's name."""
        if self.place is not None:
            return self.place.name
        mentioned = names_of(self.known.view, [self.place_id]).get(self.place_id)
        return mentioned.name if mentioned is not None else self.place_id

    @property
    def where(self) -> str:
        """Region and country, as far as known."""
        if self.place is None:
            return ""
        return ", ".join(part for part in (self.place.admin1, self.place.country) if part and part != UNKNOWN)

    def control(self, day: str | None = None) -> Control:
        """Return the control of the place on a day (the newest report's, if none is given)."""
        today, known_on = self._clocks(day)
        found = self._held(
            ("asked", self.known.known_on, today, known_on),
            lambda: assess_control(
                self._evidence, self.place_id, today, known_on, reliability=self._reliability(known_on), place=self.name
            ),
        )
        said = notes(self.known.view, self.packs, self.known.known_on, known_on)
        return msgspec.structs.replace(found, notes=said)

    def _held(self, asked: tuple[object, ...], assess: Callable[[], Control]) -> Control:
        """Return a conclusion from memory where this process has just come to it."""
        key = (self.known.view.url, self.known.view.revision, self.place_id, self.parties, *asked)
        if key not in _concluded:
            _concluded[key] = assess()
            while len(_concluded) > HELD:
                _concluded.popitem(last=False)
        return _concluded[key]

    def parts(self, day: str | None = None) -> tuple[Control, ...]:
        """Return the control of each part of the place that reports name, most recently named first."""
        today, known_on = self._clocks(day)
        return assess_parts(
            self._evidence, self.place_id, today, known_on, reliability=self._reliability(known_on), place=self.name
        )

    def _clocks(self, day: str | None) -> tuple[str, str]:
        today = iso_day(day) if day else self.known.known_on or self.known.last_day
        return today, self.known.known_on or today

    @cached_property
    def _evidence(self) -> Evidence:
        return self._here.evidence(self.parties)

    def _reliability(self, known_on: str) -> Reliability:
        """Return the voices' records: learned from what was published until the day of knowledge."""
        until = known_on if self.known.known_on is None else None
        return reliability(self.known.view, self.parties, self.known.known_on, until)

    def series(self, first: str, last: str) -> Iterator[Control]:
        """Yield the control of each day from first to last, each as known on that day, or on `known_on`."""
        for day in _days(first, last):
            if self.known.known_on is None:
                yield self.control_before(day)
                continue
            records = self._reliability(self.known.known_on)
            yield assess_control(
                self._evidence, self.place_id, day, self.known.known_on, reliability=records, place=self.name
            )

    def control_before(self, day: str) -> Control:
        """Return the control of a day as known on that day."""
        return self._held(("then", day), lambda: self._assess_then(day))

    def _assess_then(self, day: str) -> Control:
        newest = self._newest_until(day)
        evidence = place_ground(self.known.view, self.place_id, newest).evidence(self.parties)
        records = reliability(self.known.view, self.parties, newest)
        return assess_control(evidence, self.place_id, day, reliability=records, place=self.name)

    def _newest_until(self, day: str) -> str:
        """Return the last day with a report until a day: those without a new one share what was known."""
        days = columns(self.known.view).document_day
        days = days[(days > 0) & (days <= (ordinal(day) or 0))]
        return date.fromordinal(int(days.max())).isoformat() if len(days) else day

    def replay(self, first: str, last: str) -> Iterator[Step]:
        """Yield the days from first to last on which the picture changed, each as known on that day."""

        def known(day: str) -> Evidence:
            return ground_held(self.known.view, self._newest_until(day)).war(self.parties)[0]

        return replay(known, self.place_id, _days(first, last), self.name)

    def brief(self, day: str | None = None) -> Brief:
        """Return the brief of the place for a day."""
        today, known_on = self._clocks(day)
        yesterday = (date.fromisoformat(today) - timedelta(days=1)).isoformat()
        control, c, view = self.control(today), self._here.columns, self.known.view
        rows = self._here.rows[c.day[self._here.rows] <= (ordinal(known_on) or 0)]
        looked_at = window(self._here, rows, (*control.claims_for, *control.claims_against)[:MOST_NEEDED], MOST_CLAIMS)
        here = list(view.entries(claim_ids=as_text(c.ids[looked_at])))
        around = self._around(here, rows)
        listed = c.rows_of([entry.claim.id for entry in (*here, *around)])
        brief = write_brief(
            Question(
                place_id=self.place_id,
                place=self.name,
                where=self.where,
                day=today,
                known_on=known_on,
                parties=self.parties,
                packs=self.packs,
                control=control,
                before=self.control_before(yesterday),
                entries=here,
                around=around,
                links=links_known(view, list(listed), self.known.known_on),
                origins=origins_among(c, listed),
                report_days=[date.fromordinal(n).isoformat() for n in np.unique(c.day[rows]).tolist() if n],
            )
        )
        return brief if len(looked_at) == len(rows) else self._counted(brief, rows)

    def _around(self, here: list[LedgerEntry], rows: Ints) -> list[LedgerEntry]:
        """Return claims of the same reports, not placed here, that may still tell of the place."""
        c = self._here.columns
        reports = list(dict.fromkeys(entry.document.id for entry in here))
        ids = set(as_text(c.ids[rows]))
        found = self.known.view.entries(document_id=reports[-MOST_REPORTS:])
        return [entry for entry in found if entry.claim.id not in ids and self._belongs(entry)]

    def _counted(self, brief: Brief, rows: Ints) -> Brief:
        """Return the brief of a busy place with the counts of all its claims, not of those looked at."""
        c = self._here.columns
        outlets = {c.outlets[number] for number in np.unique(c.outlet[rows]).tolist()} - {UNKNOWN}
        return msgspec.structs.replace(
            brief,
            reports=len(np.unique(c.document[rows])),
            outlets=len(outlets),
            origins=len(np.unique(c.origin[rows])),
        )

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
