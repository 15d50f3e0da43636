"""A place: who holds it, who says so, who denies it, and what nobody says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from contested.assessment.observations import CONTESTED
from contested.model import UNKNOWN, Control, Dispute, LedgerEntry, Place
from contested.outputs.brief_records import Brief
from contested.outputs.wording import WORDS as STATE_WORDS
from contested.outputs.wording import day_words, state_words
from contested.questions import PlaceQuestion
from contested.questions.picture import PlaceState, Run, picture
from contested.questions.runs import fill_of
from contested.questions.search import NamedPlace
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks, shifted
from contested.web.dispute_cards import DisputeCard, dispute_cards
from contested.web.drawings.marks import mark
from contested.web.drawings.marks import state_words as mark_words
from contested.web.drawings.strip import control_strip
from contested.web.drawings.strip_days import StripDay
from contested.web.frame import newest_day
from contested.web.page import Page
from contested.web.place_answer import WORDS, Fact, Said, Why, lines_of, weights, why
from contested.web.place_days import (
    DayRow,
    FirstSaid,
    column_order,
    day_rows,
    first_said,
    reports_by_day,
    since,
    state_on,
    strip_days,
)
from contested.web.place_keys import named_place
from contested.web.surroundings import around, past
from contested.web.words import count, days_between, short_day

DAYS, DAYS_PHONE = 30, 14
WIDE, PHONE, PRINT = 1200, 350, 700
MOST_DISPUTES = 3
MOST_NAMES = 6
"""Other spellings of a place that the head shows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A side as a column of claims: its mark, its name, how many origins speak for it."""

    name: str
    mark: Markup
    origins: int
    index: int | None


@dataclass(frozen=True, slots=True)
class Strips:
    """The control strip three times: desk, phone, paper; the days of the first are the table's rows."""

    desk: Markup
    phone: Markup
    paper: Markup
    days: tuple[StripDay, ...]


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the place, as reports name it."""

    name: str
    mark: Markup
    state: str
    basis: str
    last: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """All of a place page that needs at least one claim about the place."""

    mark: Markup
    control: Control
    answer: tuple[Said, ...]
    new: tuple[Said, ...]
    weight_bar: Markup
    weight_words: str
    facts: tuple[Fact, ...]
    why: Why
    parties: tuple[str, ...]
    legend: tuple[tuple[Markup, str], ...]
    strips: Strips
    columns: tuple[Column, ...]
    rows: tuple[DayRow, ...]
    shown: int
    total: int
    parts: tuple[PartLine, ...]
    disputes: tuple[DisputeCard, ...]
    more_disputes: int
    figures: tuple[Said, ...]
    impact: tuple[Said, ...]
    outlooks: tuple[Said, ...]
    rests: tuple[tuple[str, str], ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceContent:
    """The content of a place page; `holding` is None for a place that no known report names."""

    place_id: str
    name: str
    where: str
    spellings: tuple[str, ...]
    reports: int
    same_name: tuple[tuple[str, str], ...]  # words and address
    ledger: str
    map: str
    unknown: str
    unknown_mark: Markup
    holding: Holding | None
    words: Mapping[str, Any]


def place_page(view: View, place_id: str, clocks: Clocks) -> Page:
    """Return the page of a place, as of a day and as known on a day. Raises UnknownName."""
    named = named_place(view, place_id)
    content = _content(view, named, clocks)
    here = content.place_id, content.name
    return Page(
        template="place.html",
        title=content.name,
        content=content,
        section="places",
        address=addresses.place(*here, clocks),
        cite=addresses.place(*here, Clocks(clocks.day, clocks.known_on, True, True)),
        clocks=clocks,
        earlier=addresses.place(*here, clocks.moved(-1)),
        later=addresses.place(*here, clocks.moved(1)) if clocks.day < clocks.known_on else "",
        known_earlier=addresses.place(*here, _known(clocks, -1)),
        known_later=addresses.place(*here, _known(clocks, 1)) if clocks.known_on < (newest_day(view) or "") else "",
        downloads=_downloads(content, clocks),
    )


def _known(clocks: Clocks, days: int) -> Clocks:
    """Return the same day as known some days later; nothing is known of a day before it."""
    moved = clocks.known_moved(days)
    return Clocks(min(clocks.day, moved.known_on), moved.known_on, True, True)


def _downloads(content: PlaceContent, clocks: Clocks) -> tuple[tuple[str, str], ...]:
    place, query = content.place_id, f"day={clocks.day}&known-on={clocks.known_on}"
    if content.holding is None:
        return ()
    brief = addresses.brief(place, content.name, clocks, "html")
    return (
        ("Brief", brief),
        ("State as JSON", f"/api/control/{place}?{query}"),
        ("Claims as CSV", addresses.with_query("/claims.csv", {"place": place, **clocks.query})),
    )


def _content(view: View, named: NamedPlace, clocks: Clocks) -> PlaceContent:
    question = _question(view, named.place_id, clocks)
    entries = question.entries if question else []
    dated = {entry.document.id for entry in entries}
    first = min((e.document.published[:10] for e in entries if e.document.published), default=None)
    holding = _holding(view, question, clocks) if question and first and first <= clocks.known_on else None
    not_yet = WORDS["not_known_yet"].format(day=day_words(clocks.known_on))
    return PlaceContent(
        place_id=named.place_id,
        name=named.name,
        where=question.where if question else named.country.replace(UNKNOWN, ""),
        spellings=_spellings(entries, named),
        reports=len(dated),
        same_name=tuple(_same_name(view, other, clocks) for other in _others(view, named)),
        ledger=addresses.claims(place=named.place_id, **clocks.query),
        map=addresses.map_page(clocks, at=_spot(question.place if question else None)),
        unknown=not_yet if clocks.known_given else WORDS["never_named"],
        unknown_mark=mark(None, size=80, label="unknown"),
        holding=holding,
        words=WORDS,
    )


def _spot(place: Place | None) -> str:
    """Return where the map opens: the settlement, as finely as it is stated."""
    return f"{place.lat:.2f},{place.lon:.2f},9" if place and place.lat is not None and place.lon is not None else ""


def _question(view: View, place_id: str, clocks: Clocks) -> PlaceQuestion | None:
    """Return the question about a place; None for one of the gazetteer that no report ever named."""
    if next(iter(view.entries(place_id=place_id)), None) is None:
        return None
    return PlaceQuestion(view, place_id, clocks.known_on)


def _others(view: View, named: NamedPlace) -> list[str]:
    return [other for other in view.find_place(named.name) if other != named.place_id]


def _same_name(view: View, place_id: str, clocks: Clocks) -> tuple[str, str]:
    other = named_place(view, place_id)
    return f"{other.name}, {other.country}", addresses.place(place_id, other.name, clocks)


def _spellings(entries: Sequence[LedgerEntry], named: NamedPlace) -> tuple[str, ...]:
    """Return other names under which the reports speak of the place, most used first; "the city" is none."""
    used: dict[str, int] = {}
    for entry in entries:
        for event in entry.events:
            for place in event.places:
                if place.place_id == named.place_id and place.part is None and _is_name(place.text, named.name):
                    used[place.text] = used.get(place.text, 0) + 1
    return tuple(sorted(used, key=lambda text: (-used[text], text)))[:MOST_NAMES]


def _is_name(text: str, name: str) -> bool:
    """Whether words are a name, and another one: scripts without capitals have no small first letter."""
    return not text[:1].islower() and text.casefold() != name.casefold() and name.casefold() not in text.casefold()


def _holding(view: View, question: PlaceQuestion, clocks: Clocks) -> Holding:
    brief, control, parties = question.brief(clocks.day), question.control(clocks.day), question.parties
    known_on = past(view, clocks)
    runs = picture(view, known_on).runs(question.place_id)
    wanted = {row.claim for side in brief.sides for row in side.rows} | {
        claim for weighing in control.weighings for claim in weighing.claims
    }
    near = around(view, [e for e in question.entries if e.claim.id in wanted], parties, known_on)
    said = first_said(question.entries, question.known.origins, parties)
    rows = day_rows(brief, near, clocks.day)
    bar, words = weights(control, parties)
    disputes = _disputes(question, clocks)
    return Holding(
        mark=_mark(control, parties, state_on(runs, clocks.day), size=80),
        control=control,
        answer=lines_of(brief, brief.answer),
        new=lines_of(brief, brief.new),
        weight_bar=bar,
        weight_words=words,
        facts=_facts(control, runs, said, clocks.day),
        why=why(control, near, clocks.day),
        parties=parties,
        legend=_legend(parties),
        strips=_strips(question, runs, said, clocks.day),
        columns=_columns(parties, said),
        rows=tuple(rows),
        shown=sum(len(cards) for row in rows for cards in row.columns),
        total=len(question.entries),
        parts=tuple(_part(part, question, clocks.day) for part in question.parts(clocks.day)),
        disputes=dispute_cards(view, disputes[:MOST_DISPUTES], clocks),
        more_disputes=max(len(disputes) - MOST_DISPUTES, 0),
        figures=lines_of(brief, brief.figures),
        impact=lines_of(brief, brief.impact),
        outlooks=lines_of(brief, brief.outlooks),
        rests=_rests(view, question, brief, said, clocks),
        limits=brief.not_known,
    )


def _mark(control: Control, parties: Sequence[str], state: PlaceState | None, size: int) -> Markup:
    """Return the mark of a conclusion, as the map draws it."""
    fill = state.fill if state and state.state == control.state else _fill(control)
    index = list(parties).index(control.state) if control.state in parties else None
    inside = tuple(range(len(parties))) if control.state == CONTESTED else ()
    label = mark_words(
        control.state if index is not None else None, fill, control.disputed, contested=control.state == CONTESTED
    )
    return mark(index, fill, control.disputed, size, inside, control.state[:1], label if size > 30 else "")


def _fill(control: Control) -> str:
    return fill_of(control.state, control.basis, control.probabilities[control.state], False)


def _legend(parties: Sequence[str]) -> tuple[tuple[Markup, str], ...]:
    """Return the marks with what they mean."""
    sides = [(mark(index, letter=party[:1]), party) for index, party in enumerate(parties)]
    inside = tuple(range(len(parties)))
    return (
        *sides,
        (mark(None, states=inside), "reported inside together"),
        (mark(0, "claimed"), "hatched: one side’s word"),
        (mark(0, "carried"), "dashed: carried forward, no report"),
        (mark(None), "no basis to say"),
    )


def _strips(question: PlaceQuestion, runs: Sequence[Run], said: Sequence[FirstSaid], day: str) -> Strips:
    days = strip_days(runs, said, reports_by_day(question.entries), question.parties, day, DAYS)
    parties, place = question.parties, question.name
    return Strips(
        desk=control_strip(days, parties, place=place, name="w30", width=WIDE),
        phone=control_strip(days[-DAYS_PHONE:], parties, place=place, name="w14", width=PHONE, labelled=False),
        paper=control_strip(days, parties, place=place, name="wp", width=PRINT),
        days=tuple(days),
    )


def _columns(parties: Sequence[str], said: Sequence[FirstSaid]) -> tuple[Column, ...]:
    sides = [
        *(
            Column(name, mark(index, letter=name[:1]), sum(each.side == index for each in said), index)
            for index, name in enumerate(parties)
        ),
        Column(STATE_WORDS["neither"], Markup(""), sum(each.side is None for each in said), None),
    ]
    return tuple(sides[number] for number in column_order(len(parties)))


def _facts(control: Control, runs: Sequence[Run], said: Sequence[FirstSaid], day: str) -> tuple[Fact, ...]:
    """Return how old the evidence is, and since when it stands like this."""
    words = WORDS["facts"]
    neither = max((each.day for each in said if each.side is None and each.day <= day), default=None)
    begun = since(runs, day, "state")
    disputed = since(runs, day, "disputed") if control.disputed else None
    return (
        Fact(_days(control.last_report, day), words["last_report"]),
        Fact(_days(neither, day), words["last_neither"]),
        Fact(
            words["since"].format(day=short_day(disputed)) if disputed else words["nothing"],
            words["disputed"] if disputed else words["not_disputed"],
        ),
        Fact(words["since"].format(day=short_day(begun)) if begun else words["none"], words["state"]),
    )


def _days(last: str | None, day: str) -> str:
    """Return how old a report is: "3 days ago", "on this day", "none"."""
    words = WORDS["facts"]
    if not last:
        return str(words["none"])
    passed = days_between(last, day)
    return f"{count(passed, 'day')} ago" if passed > 0 else str(words["same_day"])


def _part(control: Control, question: PlaceQuestion, day: str) -> PartLine:
    parties, supporting = question.parties, set(control.claims_for)
    origins = sum(bool(supporting & set(origin.claims)) for origin in question.known.origins)
    first, _, basis = state_words(control, _opponents(control, parties), origins).partition(". ")
    return PartLine(
        name=control.part or "",
        mark=_mark(control, parties, None, size=20),
        state=first.removesuffix("."),
        basis=basis,
        last=_days(control.last_report, day),
        disputed=control.disputed,
    )


def _opponents(control: Control, parties: Sequence[str]) -> str:
    return " and ".join(party for party in parties if party != control.state)


def _disputes(question: PlaceQuestion, clocks: Clocks) -> list[Dispute]:
    return [
        each
        for each in question.known.disputes
        if each.place_id == question.place_id and not each.resolved and (each.since or "") <= clocks.day
    ]


def _rests(
    view: View, question: PlaceQuestion, brief: Brief, said: Sequence[FirstSaid], clocks: Clocks
) -> tuple[tuple[str, str], ...]:
    """Return what the page rests on, in figures."""
    days = reports_by_day(question.entries)
    window = [shifted(clocks.day, -back) for back in range(DAYS)]
    by_side = [
        *(sum(each.side == index for each in said) for index in range(len(question.parties))),
        sum(each.side is None for each in said),
    ]
    ids = {entry.claim.id for entry in question.entries}
    decided = sum(judgement.subject.split(":")[0] in ids for judgement in view.judgements())
    return (
        ("Reports that name it", f"{sum(days.values()):,}"),
        (f"of them in {DAYS} days", f"{sum(days.get(day, 0) for day in window):,}"),
        ("Outlets", f"{brief.outlets:,}"),
        ("Independent origins", f"{len(said):,}"),
        (" / ".join([*question.parties, "neither"]), " / ".join(f"{n:,}" for n in by_side)),
        (f"Days of {DAYS} without any report", str(sum(day not in days for day in window))),
        ("Decisions by people", str(decided)),
    )
