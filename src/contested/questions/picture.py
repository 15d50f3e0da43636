"""The picture: who may be said to hold each place on each day, as known on one day.

now = picture(view)
now.on("2025-11-20")            # the map of a day
now.runs("gn:709611")           # the control strip of a place
now.changes("2025-11-20")       # what is new since the day before
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contested.assessment.control import NEUTRAL, Evidence, assess_control
from contested.assessment.observations import SETTLES, ordinal
from contested.assessment.reliability import learn
from contested.model import UNKNOWN, Basis, Control, LedgerEntry, Place, PlaceUse
from contested.outputs.wording import rounded
from contested.questions.known import Known
from contested.store.view import View

SURE = 0.6
"""A state less probable than this is drawn thin."""
CONFIRMED = frozenset({Basis.OWN_ADMISSION, Basis.OPPONENT_ADMISSION, Basis.INDEPENDENT_CONFIRMATION})
NAMES_NO_SPOT = frozenset({PlaceUse.ACTOR, PlaceUse.DEMONYM, PlaceUse.EPITHET})


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
    """All places on all days, as known on `known_on`."""

    def __init__(
        self,
        known_on: str,
        first_day: str,
        last_day: str,
        reports: Mapping[str, int],
        runs: Mapping[str, Sequence[Run]],
    ) -> None:
        self.known_on = known_on
        self.first_day = first_day
        self.last_day = last_day
        self._reports = reports
        self._runs = {place: list(found) for place, found in runs.items() if found}

    def on(self, day: str) -> list[PlaceState]:
        """Return the places that were named until a day, with their state on it, by name."""
        return sorted((s for s in self._on(day).values()), key=lambda state: (state.name, state.place_id))

    def _on(self, day: str) -> dict[str, PlaceState]:
        found: dict[str, PlaceState] = {}
        for place, runs in self._runs.items():
            at = bisect_right(runs, day, key=lambda run: run[0]) - 1
            if at >= 0:
                found[place] = runs[at][2]
        return found

    def runs(self, place_id: str) -> list[Run]:
        """Return the stretches of days over which nothing about a place's state changed; [] for one never named."""
        return list(self._runs.get(place_id, ()))

    def changes(self, day: str) -> list[Change]:
        """Return what is drawn otherwise than the day before, places first named included."""
        before = self._on(_add(day, -1)) if day > self.first_day else {}
        now = self.on(day)
        pairs = [(before.get(state.place_id), state) for state in now]
        return [(old, new) for old, new in pairs if old is None or old.drawn != new.drawn]

    def days(self) -> list[tuple[str, int]]:
        """Return each day of the picture with the number of reports published on it."""
        first, last = ordinal(self.first_day) or 0, ordinal(self.last_day) or -1
        every = [date.fromordinal(n).isoformat() for n in range(first, last + 1)]
        return [(day, self._reports.get(day, 0)) for day in every]


def picture(view: View, known_on: str | None = None, progress: Callable[[int, int], None] | None = None) -> Picture:
    """Return the picture as known on a day (default: now); `progress` is called with places done and all.

    Equal to that of a ledger which holds only the reports published until `known_on`.
    """
    known = Known(view, known_on)
    reports = Counter(
        head.published[:10]
        for head in view.heads()
        if head.published and (known.known_on is None or head.published[:10] <= known.known_on)
    )
    if not reports:
        return Picture(known.known_on or "", "", "", {}, {})
    newest = max((head.published or "")[:10] for head in view.heads())
    last = min(known.known_on or newest, newest)
    first = min(reports)
    runs: dict[str, list[Run]] = {}
    about = places_of_control(known.entries)
    evidences: dict[tuple[str, ...], Evidence] = {}
    for done, (place_id, (place, named)) in enumerate(sorted(about.items())):
        packs, parties = known.parties(known.at([place_id]))
        evidence = evidences.setdefault(parties, known.evidence(parties))
        runs[place_id] = _runs(evidence, place, packs, max(named, first), last)
        if progress is not None:
            progress(done + 1, len(about))
    return Picture(last, first, last, reports, runs)


def places_of_control(entries: Sequence[LedgerEntry]) -> dict[str, tuple[Place, str]]:
    """Return the settlements that dated claims about control bear on: first mention, and the day first named."""
    found: dict[str, tuple[Place, str]] = {}
    for entry in entries:
        for event in entry.events if entry.document.published else ():
            for place in event.places if event.control is not None else ():
                if place.place_id and place.use not in NAMES_NO_SPOT and place.precision in SETTLES:
                    found.setdefault(place.place_id, (place, (entry.document.published or "")[:10]))
    return found


def _runs(evidence: Evidence, place: Place, packs: tuple[str, ...], first: str, last: str) -> list[Run]:
    records = learn(evidence.known_on(last).observations, evidence.parties)
    runs: list[Run] = []
    for number in range(ordinal(first) or 0, (ordinal(last) or 0) + 1):
        day = date.fromordinal(number).isoformat()
        found = assess_control(evidence, place.place_id, day, last, reliability=records, place=place.name)
        state = place_state(found, evidence, place, packs)
        if runs and runs[-1][2] == state:
            runs[-1] = (runs[-1][0], day, state)
        else:
            runs.append((day, day, state))
    return runs


def place_state(found: Control, evidence: Evidence, place: Place, packs: tuple[str, ...]) -> PlaceState:
    """Return a conclusion as the map draws it."""
    voices = {(o.origin, o.interest in NEUTRAL) for o in evidence.at(place.place_id) if o.claim in found.claims_for}
    alone = len(voices) == 1 and all(neutral for _, neutral in voices)
    return PlaceState(
        place_id=place.place_id, name=place.name, lat=place.lat, lon=place.lon,
        country=None if place.country == UNKNOWN else place.country, admin1=place.admin1,
        parties=evidence.parties, state=found.state, disputed=found.disputed,
        fill=fill_of(found.state, found.basis, found.probabilities[found.state], alone),
        probabilities=rounded(found.probabilities), basis=found.basis.value, last_report=found.last_report, packs=packs,
    )  # fmt: skip


def fill_of(state: str, basis: Basis, probability: float, one_neutral_origin: bool) -> str:
    """Return how well a state stands, as the fill of its mark."""
    if state == UNKNOWN:
        return "none"
    if basis is Basis.PERSISTENCE:
        return "carried"
    if probability < SURE or (one_neutral_origin and basis not in CONFIRMED):
        return "thin"
    return "claimed" if basis is Basis.CLAIMED_ONLY else "solid"


def _add(day: str, days: int) -> str:
    return date.fromordinal((ordinal(day) or 1) + days).isoformat()
