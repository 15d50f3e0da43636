"""The small pieces of a place page: marks and their meaning, columns, figures, parts, what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from contested.assessment.observations import CONTESTED
from contested.model import Control
from contested.outputs.wording import WORDS as STATE_WORDS
from contested.outputs.wording import state_words
from contested.questions import Known, PlaceQuestion
from contested.questions.picture import PlaceState, Run
from contested.questions.runs import fill_of
from contested.store.view import View
from contested.web.drawings.marks import mark
from contested.web.drawings.marks import state_words as mark_words
from contested.web.place_answer import WORDS, Fact
from contested.web.place_days import column_order, since
from contested.web.place_numbers import FirstSaid, Month, by_side, origins_of
from contested.web.sides import side_index, side_indices
from contested.web.words import count, days_between, short_day


@dataclass(frozen=True, slots=True)
class Column:
    """A side as a column of claims: its mark, its name, how many origins speak for it."""

    name: str
    mark: Markup
    origins: int
    index: int | None


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of the place, as reports name it."""

    name: str
    mark: Markup
    state: str
    basis: str
    last: str
    disputed: bool


def state_mark(control: Control, parties: Sequence[str], state: PlaceState | None, size: int) -> Markup:
    """Return the mark of a conclusion, as the map draws it."""
    fill = state.fill if state and state.state == control.state else _fill(control)
    index = side_index(control.state, parties)
    inside = side_indices(parties)[:3] if control.state == CONTESTED else ()
    label = mark_words(
        control.state if index is not None else None, fill, control.disputed, contested=control.state == CONTESTED
    )
    return mark(index, fill, control.disputed, size, inside, control.state[:1], label if size > 30 else "")


def _fill(control: Control) -> str:
    return fill_of(control.state, control.basis, control.probabilities[control.state], False)


def legend(parties: Sequence[str]) -> tuple[tuple[Markup, str], ...]:
    """Return the marks with what they mean."""
    sides = [(mark(side_index(party, parties), letter=party[:1]), party) for party in parties]
    inside = side_indices(parties)[:3]
    return (
        *sides,
        (mark(None, states=inside), "reported inside together"),
        (mark(0, "claimed"), "hatched: one side’s word"),
        (mark(0, "carried"), "dashed: carried forward, no report"),
        (mark(None), "no basis to say"),
    )


def columns(parties: Sequence[str], said: Sequence[FirstSaid]) -> tuple[Column, ...]:
    counts = by_side([each.side for each in said], len(parties))
    marks = [mark(side_index(name, parties), letter=name[:1]) for name in parties]
    sides = [
        Column(name, drawn, counts[index], side_index(name, parties))
        for index, (name, drawn) in enumerate(zip(parties, marks, strict=True))
    ]
    sides.append(Column(STATE_WORDS["neither"], Markup(""), counts[-1], None))
    return tuple(sides[number] for number in column_order(len(parties)))


def facts(control: Control, runs: Sequence[Run], said: Sequence[FirstSaid], day: str) -> tuple[Fact, ...]:
    """Return how old the evidence is, and since when it stands like this."""
    words = WORDS["facts"]
    neither = max((each.day for each in said if each.side is None and each.day <= day), default=None)
    begun = since(runs, day, "state")
    disputed = since(runs, day, "disputed") if control.disputed else None
    found = (
        Fact(_days(control.last_report, day), words["last_report"]),
        Fact(_days(neither, day), words["last_neither"]),
        Fact(
            words["since"].format(day=short_day(disputed)) if disputed else words["nothing"],
            words["disputed"] if disputed else words["not_disputed"],
        ),
    )
    return (*found, Fact(words["since"].format(day=short_day(begun)), words["state"])) if begun else found


def _days(last: str | None, day: str) -> str:
    """Return how old a report is: "3 days ago", "on this day", "none"."""
    words = WORDS["facts"]
    if not last:
        return str(words["none"])
    passed = days_between(last, day)
    return f"{count(passed, 'day')} ago" if passed > 0 else str(words["same_day"])


def parts(view: View, question: PlaceQuestion, day: str, known: Known | None) -> tuple[PartLine, ...]:
    found = question.parts(day)
    origins = origins_of(view, (claim for part in found for claim in part.claims_for), known)
    return tuple(
        _part(part, question.parties, day, sum(bool(set(part.claims_for) & set(each.claims)) for each in origins))
        for part in found
    )


def _part(control: Control, parties: Sequence[str], day: str, origins: int) -> PartLine:
    first, _, basis = state_words(control, _opponents(control, parties), origins).partition(". ")
    return PartLine(
        name=control.part or "",
        mark=state_mark(control, parties, None, size=20),
        state=first.removesuffix("."),
        basis=basis,
        last=_days(control.last_report, day),
        disputed=control.disputed,
    )


def _opponents(control: Control, parties: Sequence[str]) -> str:
    return " and ".join(party for party in parties if party != control.state)


def rests(recent: Month, parties: Sequence[str], decisions: int) -> tuple[tuple[str, str], ...]:
    """Return what the page rests on, in figures."""
    length = len(recent.days)
    counts = by_side([each.side for each in recent.said], len(parties))
    return (
        ("Reports that name it", f"{recent.reports:,}"),
        (f"of them in {length} days", f"{sum(recent.by_day.values()):,}"),
        (f"Outlets, {length} days", f"{recent.outlets:,}"),
        (f"Independent origins, {length} days", f"{len(recent.said):,}"),
        (" / ".join([*parties, "neither"]), " / ".join(f"{n:,}" for n in counts)),
        (f"Days of {length} without any report", str(sum(day not in recent.by_day for day in recent.days))),
        ("Decisions by people", str(decisions)),
    )
