"""The picture: who may be said to hold each place on each day, as known on one day.

now = picture(view)
now.on("2025-11-20")            # the map of a day
now.runs("gn:709611")           # the control strip of a place
now.changes("2025-11-20")       # what is new since the day before
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from contested.assessment.observations import ordinal
from contested.assessment.state_space import states_of
from contested.errors import ContestedError
from contested.model import UNKNOWN
from contested.questions.arrays import Flags, Ints
from contested.questions.columns import columns
from contested.questions.ground import ground_held
from contested.questions.past import is_now, newest_day
from contested.questions.runs import FILLS, RunTable, pack_runs, run_table, unpack_runs
from contested.questions.series import BASES
from contested.store.view import View

NAME = "picture-2"
"""Under which the picture as known now lies in the ledger."""
HELD = 4
"""Pictures that a process holds at a time."""


@dataclass(frozen=True, slots=True)
class PlaceState:
    """One place on one day, as the map and the control strip draw it.

    `fill` says how well the state stands: "solid" (agreed, independently confirmed, or both sides
    reported inside), "claimed" (one side's word), "thin" (one neutral origin only, or a
    probability below 0.6), "carried" (no report for long), "none" (unknown).
    """

    place_id: str
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    parties: tuple[str, ...]  # in pack order
    state: str  # a party, "contested" or "unknown"
    fill: str
    disputed: bool
    probabilities: dict[str, int]  # of 100, rounded to 5
    basis: str
    last_report: str | None
    packs: tuple[str, ...]

    @property
    def drawn(self) -> tuple[str, str, bool]:
        """What of it is seen on the map: a change of these is a change of the picture."""
        return self.state, self.fill, self.disputed


Run = tuple[str, str, PlaceState]
"""First day, last day, and the state on each day from one to the other."""
Change = tuple[PlaceState | None, PlaceState]
"""The state the day before (None: not named before) and now."""


class Picture:
    """All places on all days, as known on `known_on`; the days go from `first_day` to `last_day`."""

    def __init__(
        self, known_on: str, first_day: str, last_day: str, reports: Mapping[str, int], table: RunTable
    ) -> None:
        self.known_on = known_on
        self.first_day = first_day
        self.last_day = last_day
        self._reports = reports
        self.table = table
        self._starts = table.starts()
        self._keys = table.keys()
        self._made: dict[int, PlaceState] = {}

    @cached_property
    def _code(self) -> dict[str, int]:
        return {place["place_id"]: code for code, place in enumerate(self.table.places)}

    def on(self, day: str) -> list[PlaceState]:
        """Return the places that were named until a day, with their state on it, by name. Raises ContestedError."""
        rows, named = self._rows(day)
        wanted = rows[named].tolist()
        missing = [row for row in wanted if row not in self._made]
        self._made.update(zip(missing, self._states(missing), strict=True))
        return [self._state(row) for row in wanted]

    def state(self, place_id: str, day: str) -> PlaceState | None:
        """Return the state of one place on a day, None before it was named."""
        rows, named = self._rows(day)
        code = self._code.get(place_id, -1)
        return self._state(int(rows[code])) if code >= 0 and named[code] else None

    def _rows(self, day: str) -> tuple[Ints, Flags]:
        number = ordinal(day)
        if number is None or (self.last_day and number > self.table.last):
            raise ContestedError(
                f"There is no picture of {day}: the newest report known is of {self.last_day}.",
                "Ask for that day, or an earlier one.",
            )
        return self.table.rows_on(number, self._keys)

    def _state(self, row: int) -> PlaceState:
        if row not in self._made:
            if len(self._made) > 200_000:
                self._made.clear()
            self._made[row] = self._make(row)
        return self._made[row]

    def _make(self, row: int) -> PlaceState:
        return next(self._states([row]))

    def _states(self, rows: list[int]) -> Iterator[PlaceState]:
        """Yield the states of some rows; columns are read at once, which takes a fifth of the time."""
        t = self.table
        columns = (t.place, t.state, t.fill, t.disputed, t.basis, t.last_report, t.shares)
        for code, state, fill, disputed, basis, reported, shares in zip(
            *(column[rows].tolist() for column in columns), strict=True
        ):
            place = t.places[code]
            names = (*states_of(place["parties"]), UNKNOWN)
            yield PlaceState(
                place_id=place["place_id"], name=place["name"], lat=place["lat"], lon=place["lon"],
                country=place["country"], admin1=place["admin1"], parties=tuple(place["parties"]),
                state=names[state], fill=FILLS[fill], disputed=disputed,
                probabilities=dict(zip(names, shares, strict=False)), basis=BASES[basis].value,
                packs=tuple(place["packs"]),
                last_report=date.fromordinal(reported).isoformat() if reported else None,
            )  # fmt: skip

    def runs(self, place_id: str) -> list[Run]:
        """Return the stretches of days over which nothing about a place's state changed; [] for one never named."""
        code = self._code.get(place_id)
        if code is None:
            return []
        rows = range(self._starts[code], self._starts[code + 1])
        firsts = [*self.table.first[rows.start : rows.stop].tolist(), self.table.last + 1]
        return [
            (date.fromordinal(first).isoformat(), date.fromordinal(after - 1).isoformat(), self._state(row))
            for row, first, after in zip(rows, firsts, firsts[1:], strict=False)
        ]

    def changes(self, day: str) -> list[Change]:
        """Return what is drawn otherwise than the day before, places first named included, by name."""
        rows, named = self._rows(day)
        before, was_named = self.table.rows_on((ordinal(day) or 0) - 1, self._keys)
        pairs = [
            (self._state(old) if was else None, self._state(row))
            for old, was, row in zip(*(each[named].tolist() for each in (before, was_named, rows)), strict=True)
            if old != row or not was
        ]
        return [(old, new) for old, new in pairs if old is None or old.drawn != new.drawn]

    def days(self) -> list[tuple[str, int]]:
        """Return each day of the picture with the number of reports published on it."""
        if not self.last_day:
            return []
        every = range(ordinal(self.first_day) or 0, (ordinal(self.last_day) or -1) + 1)
        names = [date.fromordinal(number).isoformat() for number in every]
        return [(day, self._reports.get(day, 0)) for day in names]


_held: OrderedDict[tuple[str, str, str], Picture] = OrderedDict()


def picture(view: View, known_on: str | None = None, progress: Callable[[int, int], None] | None = None) -> Picture:
    """Return the picture as known on a day (default: now); `progress` is called with places done and all.

    Equal to that of a ledger which holds only the reports published until `known_on`. As known
    now it lies in the ledger; another day is worked out when first asked for, and then held.
    """
    day = "" if is_now(view, known_on) else (known_on or "")[:10]
    key = (view.url, view.revision, day)
    if key not in _held:
        _held[key] = (None if day else _kept(view, key[1])) or make_picture(view, day or None, progress)
        while len(_held) > HELD:
            _held.popitem(last=False)
    _held.move_to_end(key)
    return _held[key]


def _kept(view: View, revision: str) -> Picture | None:
    kept = view.material(NAME)
    return decode(kept[1]) if kept is not None and kept[0] == revision else None


def encode(found: Picture, document: int) -> bytes:
    """Return a picture as it lies in the ledger; `document` is the number of the newest report that it knows of."""
    more = {
        "known_on": found.known_on, "first_day": found.first_day, "last_day": found.last_day,
        "reports": dict(found.days()), "document": document,
    }  # fmt: skip
    return pack_runs(found.table, more)


def newest_document(data: bytes) -> int:
    """Return the number of the newest report that a kept picture knew of."""
    return int(unpack_runs(data)[1]["document"])


def decode(data: bytes) -> Picture:
    """Return the picture that `encode` wrote."""
    table, more = unpack_runs(data)
    return Picture(more["known_on"], more["first_day"], more["last_day"], more["reports"], table)


def make_picture(
    view: View, known_on: str | None = None, progress: Callable[[int, int], None] | None = None
) -> Picture:
    """Work a picture out, from the claims."""
    reports = _reports(view, known_on)
    seen = progress or (lambda _done, _all: None)
    ground = ground_held(view, known_on, seen)
    if not reports:
        return Picture(known_on or "", "", "", {}, run_table(ground, "", ""))
    newest = newest_day(view)
    first, last = min(reports), min(known_on or newest, newest)
    return Picture(last, first, last, reports, run_table(ground, first, last, seen))


def _reports(view: View, known_on: str | None) -> dict[str, int]:
    """Return how many reports were published on each day that has some."""
    days = columns(view).document_day
    dated = days[(days > 0) & (days <= (ordinal(known_on) or 0))] if known_on else days[days > 0]
    numbers, counts = np.unique(dated, return_counts=True)
    return {date.fromordinal(day).isoformat(): n for day, n in zip(numbers.tolist(), counts.tolist(), strict=True)}
