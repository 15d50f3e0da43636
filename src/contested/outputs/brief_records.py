"""The parts of a brief: records only, what `briefing.py` builds and the writers lay out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct

from contested.model import Control, LedgerEntry, Link, Origin


class Note(Struct, frozen=True, kw_only=True):
    """Where a line's words stand: one claim, its report, its span."""

    number: int
    claim: str
    document: str
    path: str
    speaker: str
    outlet: str
    published: str | None
    url: str | None
    start: int
    end: int
    words: str


class Line(Struct, frozen=True, kw_only=True):
    """One sentence of a brief and the notes that support it."""

    text: str
    notes: tuple[int, ...] = ()


class Row(Struct, frozen=True, kw_only=True):
    """One claim in the table of who says what."""

    claim: str
    day: str | None
    who: str
    verb: str
    words: str
    note: int
    origins: int = 1
    copies: int = 0
    part: str | None = None
    status: tuple[str, ...] = ()


class Side(Struct, frozen=True, kw_only=True):
    """The claims of one side, newest first; `more` were left out."""

    party: str
    rows: tuple[Row, ...]
    more: int = 0


class Part(Struct, frozen=True, kw_only=True):
    """A part of the place as reports name it, and what they say of it."""

    name: str
    lines: tuple[Line, ...]
    last: str | None = None


class Brief(Struct, frozen=True, kw_only=True):
    """All of a brief; the writers of text, Markdown and HTML only lay it out."""

    place: str
    where: str
    day: str
    known_on: str
    packs: tuple[str, ...]
    control: Control
    answer: tuple[Line, ...]
    new: tuple[Line, ...]
    sides: tuple[Side, ...]
    parts: tuple[Part, ...]
    figures: tuple[Line, ...]
    impact: tuple[Line, ...]
    outlooks: tuple[Line, ...]
    not_known: tuple[str, ...]
    notes: tuple[Note, ...]
    reports: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class Question:
    """What a brief is made from: everything known by `known_on`, already limited to it.

    `entries` are the claims about the place, `around` those of the same reports that may tell of
    impact or outlook without naming it; `before` is the control of the day before.
    """

    place_id: str
    place: str
    where: str
    day: str
    known_on: str
    parties: tuple[str, ...]
    packs: tuple[str, ...]
    control: Control
    before: Control
    entries: Sequence[LedgerEntry]
    around: Sequence[LedgerEntry]
    links: Sequence[Link]
    origins: Sequence[Origin]
    report_days: Sequence[str] = ()
