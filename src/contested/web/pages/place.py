"""A place: who holds it, who says so, who denies it, and what nobody says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from contested.model import UNKNOWN, Control, Dispute, LedgerEntry, Place
from contested.outputs.brief_records import Brief
from contested.outputs.wording import day_words
from contested.questions import Known, PlaceQuestion
from contested.questions.picture import Run, picture
from contested.questions.search import NamedPlace
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import Around
from contested.web.dispute_cards import DisputeCard, dispute_cards
from contested.web.drawings.marks import mark
from contested.web.drawings.strip import control_strip
from contested.web.drawings.strip_days import StripDay
from contested.web.frame import newest_day
from contested.web.near_map import near_map
from contested.web.page import Page
from contested.web.place_answer import MOST_WEIGHED, WORDS, Fact, Said, Why, lines_of, weights, why
from contested.web.place_days import (
    DayRow,
    day_rows,
    state_on,
    strip_days,
)
from contested.web.place_facts import Column, PartLine, columns, facts, legend, parts, rests, state_mark
from contested.web.place_keys import named_place
from contested.web.place_numbers import Month, decided, is_named, month
from contested.web.surroundings import around, past

DAYS, DAYS_PHONE = 30, 14
WIDE, PHONE, PRINT = 1200, 350, 700
LOCATOR = (278, 200)
"""Pixels of the small map; its clocks stand under it, where they can wrap."""
MOST_NEAR = 10
MOST_DISPUTES = 3
MOST_NAMES = 6
"""Other spellings of a place that the head shows."""


@dataclass(frozen=True, slots=True)
class Strips:
    """The control strip three times: desk, phone, paper; the days of the first are the table's rows."""

    desk: Markup
    phone: Markup
    paper: Markup
    days: tuple[StripDay, ...]
    named: bool  # whether any report says who holds the place


@dataclass(frozen=True, slots=True)
class Holding:
    """All of a place page that needs at least one claim about the place."""

    mark: Markup
    control: Control
    spellings: tuple[str, ...]
    answer: tuple[Said, ...]
    new: tuple[Said, ...]
    weight_bar: Markup
    weight_words: str
    facts: tuple[Fact, ...]
    why: Why
    parties: tuple[str, ...]
    legend: tuple[tuple[Markup, str], ...]
    locator: Markup
    strips: Strips
    columns: tuple[Column, ...]
    rows: tuple[DayRow, ...]
    shown: int
    recent: Month
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
    known_on = past(view, clocks)
    known = is_named(view, named.place_id, known_on)
    question = PlaceQuestion(view, named.place_id, clocks.known_on) if known else None
    not_yet = WORDS["not_known_yet"].format(day=day_words(clocks.known_on))
    holding = _holding(view, question, clocks) if question else None
    return PlaceContent(
        place_id=named.place_id,
        name=named.name,
        where=question.where if question else named.country.replace(UNKNOWN, ""),
        spellings=holding.spellings if holding else (),
        reports=holding.recent.reports if holding else 0,
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


def _others(view: View, named: NamedPlace) -> list[str]:
    return [other for other in view.find_place(named.name) if other != named.place_id]


def _same_name(view: View, place_id: str, clocks: Clocks) -> tuple[str, str]:
    other = named_place(view, place_id)
    return f"{other.name}, {other.country}", addresses.place(place_id, other.name, clocks)


def _spellings(entries: Iterable[LedgerEntry], place_id: str, name: str) -> tuple[str, ...]:
    """Return other names under which the reports speak of the place, most used first; "the city" is none."""
    used: Counter[str] = Counter(
        place.text
        for entry in entries
        for event in entry.events
        for place in event.places
        if place.place_id == place_id and place.part is None and _is_name(place.text, name)
    )
    return tuple(sorted(used, key=lambda text: (-used[text], text)))[:MOST_NAMES]


def _is_name(text: str, name: str) -> bool:
    """Whether words are a name, and another one: scripts without capitals have no small first letter."""
    if text[:1].islower() or text.casefold().startswith("the "):
        return False
    return text.casefold() != name.casefold() and name.casefold() not in text.casefold()


def _holding(view: View, question: PlaceQuestion, clocks: Clocks) -> Holding:
    day, parties, place_id = clocks.day, question.parties, question.place_id
    known_on = past(view, clocks)
    then = question.known if known_on is not None else None
    brief = question.brief(day)
    control = brief.control
    recent = month(view, place_id, day, DAYS, known_on, parties)
    seen = picture(view, known_on)
    runs = seen.runs(place_id)
    near = _near(view, brief, parties, known_on)
    rows = day_rows(brief, near, day)
    bar, words = weights(control, parties)
    disputes = _disputes(view, place_id, day, then)
    return Holding(
        mark=state_mark(control, parties, state_on(runs, day), size=80),
        control=control,
        spellings=_spellings(near.entries.values(), place_id, question.name),
        answer=lines_of(brief, brief.answer),
        new=lines_of(brief, brief.new),
        weight_bar=bar,
        weight_words=words,
        facts=facts(control, runs, recent.said, day),
        why=why(control, near, day),
        parties=parties,
        legend=legend(parties),
        locator=near_map(seen.on(min(day, seen.last_day)), place_id, clocks, *LOCATOR, most=MOST_NEAR),
        strips=_strips(recent, runs, parties, question.name),
        columns=columns(parties, recent.said),
        rows=tuple(rows),
        shown=sum(len(cards) for row in rows for cards in row.columns),
        recent=recent,
        parts=parts(view, question, day, then),
        disputes=dispute_cards(view, disputes[:MOST_DISPUTES], clocks),
        more_disputes=max(len(disputes) - MOST_DISPUTES, 0),
        figures=lines_of(brief, brief.figures),
        impact=lines_of(brief, brief.impact),
        outlooks=lines_of(brief, brief.outlooks),
        rests=rests(recent, parties, decided(view, place_id)),
        limits=brief.not_known,
    )


def _near(view: View, brief: Brief, parties: Sequence[str], known_on: str | None) -> Around:
    """Return what the cards of the listed and the weighed claims need."""
    listed = {row.claim for side in brief.sides for row in side.rows}
    weighed = sorted(brief.control.weighings, key=lambda each: (-abs(each.weight), each.origin))[:MOST_WEIGHED]
    wanted = listed | {claim for each in weighed for claim in each.claims} | {brief.control.decisive_claim or ""}
    return around(view, list(view.entries(claim_ids=sorted(wanted - {""}))), parties, known_on)


def _strips(recent: Month, runs: Sequence[Run], parties: Sequence[str], place: str) -> Strips:
    days = strip_days(runs, recent, parties)
    return Strips(
        desk=control_strip(days, parties, place=place, name="w30", width=WIDE),
        phone=control_strip(days[-DAYS_PHONE:], parties, place=place, name="w14", width=PHONE, labelled=False),
        paper=control_strip(days, parties, place=place, name="wp", width=PRINT),
        days=tuple(days),
        named=bool(runs),
    )


def _disputes(view: View, place_id: str, day: str, known: Known | None) -> list[Dispute]:
    found = view.disputes(place_id) if known is None else [d for d in known.disputes if d.place_id == place_id]
    return [each for each in found if not each.resolved and (each.since or "") <= day]
