"""Event rows: what the event exports share, one row an event as one claim says it.

No figure is merged and none is invented: two sources' figures are two rows, an empty cell means
that the report does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from contested import lexicons
from contested.events import ontology
from contested.model import NO_PARTY, UNKNOWN, Actor, Event, LedgerEntry, Place, Precision, Quantity

EXTRA: tuple[str, ...] = (
    "contested_id", "contested_type", "claimer", "claimer_kind", "claimer_party", "own_voice", "cue", "cue_class",
    "polarity", "certainty", "modality", "tense", "verification", "background", "agent_party", "target_party",
    "means", "place_precision", "place_part", "date_precision", "low", "best", "high", "unit", "of",
    "control_bearing", "control_party", "control_share", "words", "claim_id", "document_id", "start", "end",
)  # fmt: skip
"""Our columns, the same at the end of each export; docs/exports.md says what each holds."""

WHERE_PREC: dict[Precision, int] = {
    Precision.EXACT: 1,
    Precision.SETTLEMENT: 1,
    Precision.PART: 1,
    Precision.VICINITY: 2,
    Precision.FEATURE: 2,
    Precision.DISTRICT: 3,
    Precision.REGION: 4,
    Precision.COUNTRY: 6,
}
"""UCDP's `where_prec`, from the place itself (1) to the country (6)."""
ACLED_PREC: dict[Precision, int] = {
    Precision.EXACT: 1,
    Precision.SETTLEMENT: 1,
    Precision.PART: 1,
    Precision.VICINITY: 2,
    Precision.FEATURE: 2,
    Precision.DISTRICT: 2,
    Precision.REGION: 3,
    Precision.COUNTRY: 3,
}
"""ACLED's `geo_precision`: 1 town, 2 near or part of a region, 3 region."""


class EventRow(Struct, frozen=True, kw_only=True):
    """One event of one claim of one report, with what the exports look up about it."""

    entry: LedgerEntry
    event: Event
    type: ontology.EventType

    @property
    def place(self) -> Place | None:
        """The first place, or None."""
        return self.event.places[0] if self.event.places else None

    @property
    def first_day(self) -> str:
        """The first day it may have held on, or an empty string."""
        return (self.event.interval[0] or "")[:10]

    @property
    def last_day(self) -> str:
        """The last day it may have held on, or an empty string."""
        return (self.event.interval[1] or "")[:10]

    @property
    def figure(self) -> Quantity | None:
        """The figure that belongs to the event: of people for casualties, else the first."""
        people = [one for one in self.event.quantities if one.unit in {"person", UNKNOWN}]
        found = people if self.type.family == "casualty" else self.event.quantities
        return found[0] if found else None

    @property
    def trigger(self) -> str:
        """The words that name the event."""
        offset = self.entry.claim.start
        return self.entry.words[self.event.start - offset : self.event.end - offset]

    @property
    def is_deadly(self) -> bool:
        """Whether its figure counts dead, not wounded."""
        words = self.trigger.lower()
        return self.type.family == "casualty" and any(
            stem in words for stem in lexicons.load("event_nouns")["death_stems"]
        )


def event_rows(entries: Iterable[LedgerEntry]) -> Iterator[EventRow]:
    """Yield a row for each event, in the order of the entries."""
    for entry in entries:
        for event in entry.events:
            yield EventRow(entry=entry, event=event, type=ontology.event_type(event.type))


def date_precision(row: EventRow) -> str:
    """Return how finely the event is dated: day, days, week, month, longer, open or unknown."""
    from datetime import date

    if not row.first_day and not row.last_day:
        return UNKNOWN
    if not row.first_day or not row.last_day:
        return "open"
    length = (date.fromisoformat(row.last_day) - date.fromisoformat(row.first_day)).days
    for limit, name in ((0, "day"), (6, "days"), (13, "week"), (31, "month")):
        if length <= limit:
            return name
    return "longer"


def name_of(actor: Actor | None) -> str:
    """Return an actor's name, or an empty string."""
    return actor.name if actor else ""


def party_of(actor: Actor | None) -> str:
    """Return an actor's party; empty where it speaks for no side, where none is known, or where there is no actor."""
    return actor.party if actor and actor.party not in (NO_PARTY, UNKNOWN) else ""


def number(value: float | None) -> str:
    """Return a number without needless decimals, or an empty string for an open bound.

    >>> number(200.0), number(None)
    ('200', '')
    """
    return "" if value is None else f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"


def extra(row: EventRow) -> dict[str, Any]:
    """Return our own columns of a row, keyed as in `EXTRA`."""
    event, claim, figure, control = row.event, row.entry.claim, row.figure, row.event.control
    values: Sequence[Any] = (
        event.id, event.type, claim.source.name, str(claim.source.kind), claim.source.party,
        str(claim.source.own_voice).lower(), claim.cue.lemma if claim.cue else "",
        str(claim.cue.cue_class) if claim.cue else "none",
        str(event.polarity), str(event.certainty), str(event.modality), str(event.tense), str(claim.verification),
        str(event.background).lower(), event.agent.party if event.agent else "",
        event.target.party if event.target else "", event.means or "",
        str(row.place.precision) if row.place else UNKNOWN, (row.place.part or "") if row.place else "",
        date_precision(row), number(figure.low if figure else None), number(figure.best if figure else None),
        number(figure.high if figure else None), figure.unit if figure else "", (figure.of or "") if figure else "",
        str(control.bearing) if control else "", control.party if control else "",
        number(control.share if control else None), " ".join(row.entry.words.split()), claim.id,
        row.entry.document.id, event.start, event.end,
    )  # fmt: skip
    return dict(zip(EXTRA, values, strict=True))
