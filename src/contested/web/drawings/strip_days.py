"""What the control strip shows of each day, and the same in words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from contested.assessment.observations import CONTESTED
from contested.model import UNKNOWN
from contested.outputs.wording import WORDS
from contested.web.words import short_day

STRIP: Mapping[str, str] = WORDS["strip"]


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of a place; `state` is None before any report names it.

    `origins` counts the acts of saying first published on the day, by party in pack order,
    `neither` those of voices of no side; `reports` counts the reports that name the place.
    """

    day: str
    state: str | None
    fill: str
    disputed: bool
    probabilities: Mapping[str, int]
    origins: tuple[int, ...]
    neither: int
    reports: int


def run_words(day: StripDay) -> str:
    """Return the word written into a stretch: "Ostvan, claimed", "contested ≠"."""
    if day.state is None:
        return STRIP["not_named"]
    words = STRIP["unknown"] if day.state == UNKNOWN else day.state
    if day.state not in (UNKNOWN, CONTESTED) or day.fill == "carried":
        qualifier = STRIP.get(f"fill_{day.fill}", "")
        words += f", {qualifier}" if qualifier else ""
    return f"{words} ≠" if day.disputed else words


def spoken(days: Sequence[StripDay], place: str) -> str:
    """Return the strip as one sentence for those who cannot see it."""
    if not days:
        return f"{place}: no day to show."
    told = []
    for words, run in groupby(days, key=run_words):
        stretch = list(run)
        said = words.replace(" ≠", ", disputed")
        told.append(f"{said} {_span(stretch[0].day, stretch[-1].day)}")
    silent = sum(day.reports == 0 for day in days)
    return (
        f"Control of {place} by day, {_span(days[0].day, days[-1].day)}: {'; '.join(told)}. "
        f"Days on which no report names it: {silent} of {len(days)}. The same figures follow as a table."
    )


def _span(first: str, last: str) -> str:
    return f"on {short_day(first)}" if first == last else f"{short_day(first)} to {short_day(last)}"
