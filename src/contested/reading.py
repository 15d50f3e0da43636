"""A reading: one report on its way through the stages that work on one document.

A step is a callable `Reading -> Reading`; it returns a new reading with what it found added
(`dataclasses.replace`) and never alters what an earlier step found. What a step needs and what
it adds stands in the first lines of its docstring.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from contested.model import (
    Actor,
    Claim,
    Document,
    Event,
    Extraction,
    Found,
    Place,
    Problem,
    Quantity,
    Sentence,
    Span,
    Time,
)
from contested.packs import Pack
from contested.parse import Parse


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks; `start:end` are the words inside, without the marks.

    `closed` is False where the closing mark is missing (multi-paragraph quotations, odd marks).
    `scare` is True for scare quotes and titles, which quote nobody's statement.
    """

    start: int
    end: int
    closed: bool = True
    scare: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """One document and all that the steps so far have found in it."""

    document: Document
    packs: tuple[Pack, ...] = ()
    packs_found: Found = Found.UNKNOWN
    parse: Parse = field(default_factory=Parse)
    quotes: tuple[Quote, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def words(self, span: Span | Quote) -> str:
        """Return the text of a span."""
        return self.document.text[span.start : span.end]

    def warn(self, code: str, message: str, start: int | None = None, end: int | None = None) -> Reading:
        """Return the reading with one more warning."""
        problem = Problem(code=code, message=message, path=self.document.path, start=start, end=end)
        return replace(self, warnings=(*self.warnings, problem))

    def extraction(self) -> Extraction:
        """Return the records that leave the pipeline."""
        return Extraction(
            document=self.document,
            sentences=tuple(Sentence(start=s.start, end=s.end, paragraph=s.paragraph) for s in self.parse.sentences),
            places=self.places,
            times=self.times,
            quantities=self.quantities,
            actors=self.actors,
            claims=self.claims,
            events=self.events,
            warnings=self.warnings,
            packs=tuple(pack.name for pack in self.packs),
            packs_found=self.packs_found,
        )


Step: TypeAlias = Callable[[Reading], Reading]
"""One stage's work on one document."""
