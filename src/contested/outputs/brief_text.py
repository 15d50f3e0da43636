"""A brief as plain text: 80 columns, ASCII-safe marks, notes at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from contested.outputs.brief_records import Brief, Line, Side
from contested.outputs.wording import day_words, marks, rounded

WIDTH = 80


def brief_text(brief: Brief) -> str:
    """Return the brief as text that prints, mails and greps well."""
    return "\n".join(line.rstrip() for line in _lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    title = f"{brief.place.upper()} ({brief.where})" if brief.where else brief.place.upper()
    yield _both_ends(title, day_words(brief.day))
    yield _both_ends(f"As known on {day_words(brief.known_on)}", f"pack: {', '.join(brief.packs) or 'none'}")
    yield "=" * WIDTH
    for number, line in enumerate(brief.answer):
        yield from _wrapped(f"{marks(brief.control)} " if not number else "", line, indent=0)
    shares = rounded(brief.control.probabilities)
    yield "        " + "   ".join(f"{name} {share}" for name, share in shares.items()) + "     (of 100, rounded)"
    yield from _section("NEW SINCE THE DAY BEFORE", brief.new)
    yield ""
    yield "WHO SAYS WHAT"
    for side in brief.sides:
        yield from _side(side)
    if brief.parts:
        yield ""
        yield "PARTS, AS REPORTS NAME THEM"
        for part in brief.parts:
            yield f"  “{part.name}”, last named {day_words(part.last)}"
            for line in part.lines:
                yield from _wrapped("", line, indent=4)
    yield from _section("FIGURES, KEPT APART", brief.figures)
    yield from _section("IMPACT ON PEOPLE AND SERVICES", brief.impact)
    yield from _section("SAID ABOUT THE FUTURE (counts for nothing above)", brief.outlooks)
    yield from _section("WHAT THIS CANNOT TELL YOU", [Line(text=text) for text in brief.not_known])
    yield ""
    yield "NOTES"
    for note in brief.notes:
        where = f"{note.path}, characters {note.start}-{note.end}"
        head = (
            f"[{note.number}] {note.speaker}; {note.outlet}, {day_words(note.published)}; claim {note.claim}; {where}"
        )
        yield from textwrap.wrap(
            head, WIDTH - 2, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False
        )
    yield ""
    yield f"{brief.reports} reports, {brief.outlets} outlets, {brief.origins} origins speak of it."


def _both_ends(left: str, right: str) -> str:
    return left + " " * max(WIDTH - len(left) - len(right), 2) + right


def _numbers(line: Line) -> str:
    return "".join(f" [{n}]" if not i else f"[{n}]" for i, n in enumerate(line.notes))


def _wrapped(start: str, line: Line, indent: int) -> list[str]:
    blank = " " * indent
    return textwrap.wrap(start + line.text + _numbers(line), WIDTH, initial_indent=blank, subsequent_indent=blank)


def _section(title: str, lines: Iterable[Line]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield ""
        yield title
        for line in lines:
            yield from textwrap.wrap(line.text + _numbers(line), WIDTH, initial_indent="  ", subsequent_indent="    ")


def _side(side: Side) -> Iterator[str]:
    yield f"  {side.party}"
    if not side.rows:
        yield "    No claim by this side in these days."
    for row in side.rows:
        copies = f"1 origin, {row.copies} copies" if row.copies else "1 origin"
        text = f"{day_words(row.day)}  {row.who} {row.verb}: {row.words} [{row.note}]"
        yield from textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="        ")
        yield from textwrap.wrap(
            f"-> {copies}; {'; '.join(row.status)}", WIDTH, initial_indent="        ", subsequent_indent="           "
        )
    if side.more:
        yield f"    {side.more} more in the ledger: contested claims --party {side.party!r}"
