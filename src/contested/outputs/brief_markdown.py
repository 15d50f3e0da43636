"""A brief as Markdown, with footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contested.outputs.brief_records import Brief, Line, Side
from contested.outputs.wording import day_words, marks, rounded

ESCAPED = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#|"})


def brief_markdown(brief: Brief) -> str:
    """Return the brief as Markdown; words of reports are escaped, so they show as they stand."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    where = f" ({_escape(brief.where)})" if brief.where else ""
    yield f"# {_escape(brief.place)}{where}, {day_words(brief.day)}"
    packs = ", ".join(brief.packs) or "none"
    yield f"\nAs known on {day_words(brief.known_on)}. Pack: {packs}. `{marks(brief.control)}`\n"
    for line in brief.answer:
        yield f"{_line(line)}  "
    shares = ", ".join(f"{_escape(name)} {share}" for name, share in rounded(brief.control.probabilities).items())
    yield f"\n{shares} (of 100, rounded)"
    yield from _section("New since the day before", brief.new)
    yield "\n## Who says what"
    for side in brief.sides:
        yield from _side(side)
    if brief.parts:
        yield "\n## Parts, as reports name them\n"
        for part in brief.parts:
            yield f"- “{_escape(part.name)}”, last named {day_words(part.last)}"
            yield from (f"  - {_line(line)}" for line in part.lines)
    yield from _section("Figures, kept apart", brief.figures)
    yield from _section("Impact on people and services", brief.impact)
    yield from _section("Said about the future (counts for nothing above)", brief.outlooks)
    yield from _section("What this cannot tell you", [Line(text=text) for text in brief.not_known])
    yield ""
    for note in brief.notes:
        where = f"{note.path}, characters {note.start}–{note.end}"
        head = (
            f"{note.speaker}; {note.outlet}, {day_words(note.published)}; claim {note.claim}; {where}: “{note.words}”"
        )
        yield f"[^{note.number}]: {_escape(head)}"


def _escape(text: str) -> str:
    return text.translate(ESCAPED)


def _line(line: Line) -> str:
    return _escape(line.text) + "".join(f"[^{n}]" for n in line.notes)


def _section(title: str, lines: Iterable[Line]) -> Iterator[str]:
    items = [f"- {_line(line)}" for line in lines]
    if items:
        yield f"\n## {title}\n"
        yield from items


def _side(side: Side) -> Iterator[str]:
    yield f"\n### {_escape(side.party)}\n"
    if not side.rows:
        yield "No claim by this side in these days."
    for row in side.rows:
        copies = f"1 origin, {row.copies} copies" if row.copies else "1 origin"
        chips = _escape("; ".join((copies, *row.status)))
        yield f"- {day_words(row.day)}: {_escape(row.who)} {row.verb}: {_escape(row.words)}[^{row.note}] ({chips})"
