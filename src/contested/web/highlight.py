"""A report's text cut where claims begin and end: which words are source, cue and content of which claim.

Spans overlap, nest and have gaps, so the text is cut at every edge; what comes back are the
paragraphs with their pieces, and all pieces together are the text, to the character.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from contested.model import Claim, Span

PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
"""What stands between paragraphs: an empty line, or one of blanks only."""
TURNS_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Invisible characters that change the direction in which text is shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which nothing changes.

    `content` is what somebody says, `own` what the report says in its own voice. `claims` are the ids
    of all claims that it is part of; `ends` those whose number stands after it.
    """

    text: str
    source: bool = False
    cue: bool = False
    content: bool = False
    own: bool = False
    claims: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `start` is where it begins in the text."""

    start: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return its words."""
        return "".join(piece.text for piece in self.pieces)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last character of each paragraph.

    >>> list(paragraphs("One.\\n\\nTwo."))
    [(0, 4), (6, 10)]
    """
    start = 0
    for gap in PARAGRAPH.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def highlighted(text: str, claims: Sequence[Claim]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text with their pieces."""
    bounds = list(paragraphs(text))
    marks = _marks(text, claims)
    numbers = _numbers(bounds, claims)
    edges = sorted({edge for mark in marks for edge in mark[:2]} | set(numbers))
    return tuple(Paragraph(start, tuple(_pieces(text, (start, end), edges, marks, numbers))) for start, end in bounds)


def hidden_turns(text: str) -> int:
    """Return how many invisible characters of a text change its direction."""
    return len(TURNS_DIRECTION.findall(text))


Mark = tuple[int, int, str, str]
"""Start, end, role, claim id."""


def _marks(text: str, claims: Sequence[Claim]) -> list[Mark]:
    """Return all marked stretches, in order; spans beyond the text are cut to it, empty ones left out."""
    found = [
        (max(span.start, 0), min(span.end, len(text)), role, claim.id)
        for claim in claims
        for role, spans in _spans(claim).items()
        for span in spans
    ]
    return sorted(each for each in found if each[0] < each[1])


def _spans(claim: Claim) -> Mapping[str, Sequence[Span]]:
    source, cue = claim.source, claim.cue
    return {
        "within": (claim,),
        "own" if source.own_voice else "content": claim.content,
        "source": (Span(start=source.start, end=source.end),) if source.start is not None and source.end else (),
        "cue": (cue.words or (cue,)) if cue is not None else (),
    }


def _numbers(bounds: Sequence[tuple[int, int]], claims: Sequence[Claim]) -> dict[int, tuple[str, ...]]:
    """Return which claims' numbers stand where: after the last word of what is said, or else of the claim.

    A place between paragraphs, or past the end, moves to the end of the paragraph before it.
    """
    found: dict[int, tuple[str, ...]] = {}
    for claim in claims if bounds else ():
        end = max((span.end for span in claim.content), default=claim.end)
        before = [bound for bound in bounds if bound[0] < end]
        at = min(end, before[-1][1]) if before else bounds[0][1]
        found[at] = (*found.get(at, ()), claim.id)
    return found


def _pieces(
    text: str,
    bound: tuple[int, int],
    edges: Sequence[int],
    marks: Sequence[Mark],
    numbers: Mapping[int, tuple[str, ...]],
) -> Iterator[Piece]:
    """Yield the pieces of one paragraph, sweeping over its edges with the marks that are open."""
    start, end = bound
    cuts = [start, *edges[bisect_right(edges, start) : bisect_left(edges, end)], end]
    coming = deque(mark for mark in marks if mark[0] < end and mark[1] > start)
    opened: set[Mark] = set()
    for begin, stop in pairwise(cuts):
        opened = {mark for mark in opened if mark[1] > begin}
        while coming and coming[0][0] <= begin:
            opened.add(coming.popleft())
        roles = {mark[2] for mark in opened}
        yield Piece(
            text=text[begin:stop], source="source" in roles, cue="cue" in roles, content="content" in roles,
            own="own" in roles, claims=tuple(sorted({mark[3] for mark in opened})), ends=numbers.get(stop, ()),
        )  # fmt: skip
