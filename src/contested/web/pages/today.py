"""Today: what changed, what is disputed, what is not known, and how the collection stands.

Ordered by newness of the change, never by drama.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from contested.assessment.observations import CONTESTED
from contested.model import UNKNOWN, CueClass, Dispute, LedgerEntry, Relation
from contested.outputs.briefing import IMPACT
from contested.questions.known import Known
from contested.questions.picture import PlaceState, picture
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import Around, ClaimCard
from contested.web.collection import claims_of, newest_disputes, reports_by_day
from contested.web.day_notes import (
    Collection,
    Correction,
    DisputeLine,
    collection,
    decided,
    dispute_line,
    open_disputes,
    revised,
)
from contested.web.frame import newest_day
from contested.web.page import Page
from contested.web.state_lines import StateLine, state_line
from contested.web.surroundings import around, past
from contested.web.words import days_between, weekday

SILENT_AFTER = 14
"""Days without a report after which a place is listed as not known."""
MOST_LINES = 12
MOST_CARDS = 4
READ_DISPUTES = 300
"""Newest disputes that are looked at: in a large ledger the list of all stands on its own page."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim and the place that it is about; no name where it names none."""

    place: str
    address: str
    card: ClaimCard


@dataclass(frozen=True, slots=True)
class Spoken:
    """A place that was spoken of on the day: how it stands, and the first claims of the day about it."""

    line: StateLine
    cards: tuple[ClaimCard, ...]
    more: int
    address: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Claims under one heading: the first few, how many there are, and where all of them are listed."""

    title: str
    cards: tuple[Placed, ...]
    total: int
    address: str


@dataclass(frozen=True, slots=True)
class Today:
    """The content of the first page; `reports` were published on the day, `in_ledger` in all."""

    in_ledger: bool
    reports: int = 0
    changed: tuple[StateLine, ...] = ()
    first: tuple[StateLine, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    elsewhere: Cards | None = None  # claims about control of what is no settlement
    withdrawn: tuple[ClaimCard, ...] = ()
    corrections: tuple[Correction, ...] = ()
    impact: tuple[Cards, ...] = ()
    disputes: tuple[DisputeLine, ...] = ()
    more_disputes: int = 0
    many_disputes: bool = False  # too many to be counted here
    standing: tuple[StateLine, ...] = ()
    more_standing: int = 0
    places: int = 0
    silent: tuple[StateLine, ...] = ()
    more_silent: int = 0
    collection: Collection | None = None


def today_page(view: View, clocks: Clocks) -> Page:
    """Return the first page, or that of a day."""
    newest = newest_day(view)
    content = _content(view, clocks) if newest else Today(in_ledger=False)
    return Page(
        template="today.html",
        title="Today" if not clocks.dated or clocks.day == newest else weekday(clocks.day),
        content=content,
        section="today",
        address=addresses.today(clocks),
        cite=addresses.today(Clocks(clocks.day, clocks.known_on, True, True)) if newest else "",
        clocks=clocks if newest else None,
        earlier=addresses.today(clocks.moved(-1)),
        later=addresses.today(clocks.moved(1)) if clocks.day < clocks.known_on else "",
        known_earlier=_known(clocks, -1),
        known_later=_known(clocks, 1) if clocks.known_on < (newest or "") else "",
    )


def _known(clocks: Clocks, days: int) -> str:
    """Return the same day as known some days later; nothing is known of a day before it."""
    moved = clocks.known_moved(days)
    return addresses.today(Clocks(min(clocks.day, moved.known_on), moved.known_on, True, True))


def _content(view: View, clocks: Clocks) -> Today:
    known_on = past(view, clocks)
    seen = picture(view, known_on)
    published = claims_of(view, clocks.day) if clocks.day <= clocks.known_on else []
    entries = [entry for entry in published if _is_news(entry)]
    near = around(view, entries, known_on=known_on)
    changes = [(before, now) for before, now in seen.changes(clocks.day) if now.last_report or before]
    reported = _newest_report(entries)
    order = sorted(changes, key=lambda pair: (reported.get(pair[1].place_id, ""), pair[1].name), reverse=True)
    states = seen.on(clocks.day)
    silent = [state for state in states if _is_not_known(state, clocks.day)]
    silent.sort(key=lambda state: (state.last_report or "", state.name), reverse=True)
    told = set(_newest_report(_bearing(entries))) | {state.place_id for state in silent}
    standing = sorted((state for state in states if state.place_id not in told), key=_unsettled_first)
    disputes = open_disputes(_disputes(view, clocks.day, known_on), clocks.day)
    return Today(
        in_ledger=True,
        reports=reports_by_day(view, clocks.day, clocks.day).get(clocks.day, 0),
        changed=tuple(state_line(now, clocks, before) for before, now in order if before is not None),
        first=tuple(state_line(now, clocks) for before, now in order if before is None),
        spoken=tuple(_spoken(_bearing(entries), states, near, clocks)),
        elsewhere=_cards("control.", "Elsewhere", _not_at(_bearing(entries), states), near, clocks),
        withdrawn=_withdrawn(entries, near, clocks),
        corrections=(*decided(view.judgements(), clocks), *revised(view.revisions(), clocks)),
        impact=_impact(entries, near, clocks),
        disputes=tuple(dispute_line(dispute, clocks) for dispute in disputes[:MOST_LINES]),
        more_disputes=max(len(disputes) - MOST_LINES, 0),
        many_disputes=len(disputes) > READ_DISPUTES // 2,
        standing=tuple(state_line(state, clocks) for state in standing[:MOST_LINES]),
        more_standing=max(len(standing) - MOST_LINES, 0),
        places=len(states),
        silent=tuple(state_line(state, clocks) for state in silent[:MOST_LINES]),
        more_silent=max(len(silent) - MOST_LINES, 0),
        collection=collection(view, clocks.day),
    )


def _is_news(entry: LedgerEntry) -> bool:
    """Whether a claim can stand on the page: it bears on control, people or services, or takes something back."""
    taken_back = entry.claim.cue is not None and entry.claim.cue.cue_class is CueClass.RETRACT
    return taken_back or any(event.control or event.type.startswith(tuple(IMPACT)) for event in entry.events)


def _disputes(view: View, day: str, known_on: str | None) -> list[Dispute]:
    return newest_disputes(view, day, READ_DISPUTES) if known_on is None else Known(view, known_on).disputes


def _newest_report(entries: Iterable[LedgerEntry]) -> dict[str, str]:
    """Return when each place was last spoken of, among these claims."""
    found: dict[str, str] = {}
    for entry in entries:
        for event in entry.events:
            for place in event.places:
                found[place.place_id] = max(found.get(place.place_id, ""), entry.document.published or "")
    return found


def _is_not_known(state: PlaceState, day: str) -> bool:
    """Whether nobody can say who holds a place: no report says, or none for long."""
    old = state.last_report is None or days_between(state.last_report, day) > SILENT_AFTER
    return old or state.state == UNKNOWN


def _unsettled_first(state: PlaceState) -> tuple[bool, bool, str, str]:
    """Sort disputed places first, then contested ones, then by name."""
    return not state.disputed, state.state != CONTESTED, state.name, state.place_id


def _bearing(entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
    return [entry for entry in entries if any(event.control is not None for event in entry.events)]


def _not_at(entries: Iterable[LedgerEntry], states: Iterable[PlaceState]) -> list[LedgerEntry]:
    """Return the claims about none of these places: about a district, a front, or no place by name."""
    named = {state.place_id for state in states}
    return [entry for entry in entries if not named & set(_places(entry))]


def _places(entry: LedgerEntry) -> dict[str, str]:
    """Return the places of a claim's events, names by id."""
    return {place.place_id: place.name for event in entry.events for place in event.places}


def _spoken(
    entries: Sequence[LedgerEntry], states: Sequence[PlaceState], near: Around, clocks: Clocks
) -> Iterator[Spoken]:
    """Yield the places that these claims are about, the one spoken of last first."""
    reported = _newest_report(entries)
    named = [state for state in states if state.place_id in reported]
    for state in sorted(named, key=lambda each: (reported[each.place_id], each.name), reverse=True)[:MOST_LINES]:
        here = [entry for entry in entries if state.place_id in _places(entry)]
        shown = _first_of_each_origin(here, near)
        yield Spoken(
            line=state_line(state, clocks),
            cards=tuple(near.card(entry, clocks.day) for entry in shown[:MOST_CARDS]),
            more=max(len(shown) - MOST_CARDS, 0),
            address=_listed(clocks, place=state.place_id, type="control."),
        )


def _first_of_each_origin(entries: Iterable[LedgerEntry], near: Around) -> list[LedgerEntry]:
    """Return the claims without copies, newest first."""
    first: dict[str, LedgerEntry] = {}
    for entry in sorted(entries, key=lambda e: (e.document.published or "", e.document.id, e.claim.start)):
        first.setdefault(near.origin(entry), entry)
    return list(first.values())[::-1]


def _listed(clocks: Clocks, **query: object) -> str:
    """Return the address of the day's claims in the ledger."""
    return addresses.claims(**query, from_=clocks.day, to=clocks.day, **clocks.query)


def _cards(type_: str, title: str, entries: Sequence[LedgerEntry], near: Around, clocks: Clocks) -> Cards:
    """Return the first of each origin, newest first; the ledger lists all."""
    shown = _first_of_each_origin(entries, near)
    return Cards(
        title=title,
        cards=tuple(_placed(entry, near, clocks) for entry in shown[:MOST_CARDS]),
        total=len(shown),
        address=_listed(clocks, type=type_),
    )


def _placed(entry: LedgerEntry, near: Around, clocks: Clocks) -> Placed:
    place_id, name = next(iter(_places(entry).items()), ("", ""))
    where = addresses.place(place_id, name, clocks) if place_id else ""
    return Placed(name, where, near.card(entry, clocks.day))


def _impact(entries: Sequence[LedgerEntry], near: Around, clocks: Clocks) -> tuple[Cards, ...]:
    """Return the claims about people and services, by the headings of a brief."""
    groups: dict[tuple[str, str], list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        prefixes = [prefix for prefix in IMPACT if any(event.type.startswith(prefix) for event in entry.events)]
        if prefixes:
            groups[IMPACT[prefixes[0]], prefixes[0]].append(entry)
    merged: dict[str, list[LedgerEntry]] = defaultdict(list)
    types: dict[str, list[str]] = defaultdict(list)
    for (title, prefix), found in groups.items():
        merged[title] += found
        types[title].append(prefix)
    order = list(dict.fromkeys(IMPACT.values()))
    return tuple(_cards(types[title][0], title, merged[title], near, clocks) for title in order if title in merged)


def _withdrawn(entries: Sequence[LedgerEntry], near: Around, clocks: Clocks) -> tuple[ClaimCard, ...]:
    """Return the claims of the day that take back or replace what their own source said before."""
    newer = {
        link.a
        for entry in entries
        for link in near.links[entry.claim.id]
        if link.relation in (Relation.RETRACTS, Relation.UPDATES) and link.a == entry.claim.id
    }
    return tuple(near.card(entry, clocks.day) for entry in entries if entry.claim.id in newer)[:MOST_CARDS]
