"""A brief as one self-contained HTML page that prints: no script, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from contested.outputs.brief_records import Brief, Line, Row, Side
from contested.outputs.wording import day_words, marks, rounded

STYLE = (files("contested.outputs") / "brief.css").read_text(encoding="utf-8")


def brief_html(brief: Brief) -> str:
    """Return the brief as HTML; every word of a report is escaped."""
    return "\n".join(_page(brief)) + "\n"


def _page(brief: Brief) -> Iterator[str]:
    title = f"{brief.place}, {day_words(brief.day)}"
    disputed = "true" if brief.control.disputed else "false"
    yield f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>{STYLE}</style></head><body>'
    data = f'data-place="{escape(brief.control.place_id)}" data-day="{brief.day}" data-known-on="{brief.known_on}"'
    yield f"<main {data}><h1><bdi>{escape(brief.place)}</bdi></h1>"
    packs = escape(", ".join(brief.packs) or "none")
    where = f"<bdi>{escape(brief.where)}</bdi> · " if brief.where else ""
    clocks = f"State on {day_words(brief.day)} · as known on {day_words(brief.known_on)}"
    yield f'<p class="clocks">{where}{clocks} · pack: {packs}</p>'
    yield f'<div class="answer" data-state="{escape(brief.control.state)}" data-disputed="{disputed}">'
    yield (
        f"<p><code>{escape(marks(brief.control))}</code> "
        + "</p><p>".join(_line(line) for line in brief.answer)
        + "</p></div>"
    )
    shares = ", ".join(f"{escape(name)} {share}" for name, share in rounded(brief.control.probabilities).items())
    yield f"<p>{shares} (of 100, rounded)</p>"
    yield from _section("New since the day before", brief.new)
    yield "<h2>Who says what</h2>"
    for side in brief.sides:
        yield from _side(side)
    if brief.parts:
        yield "<h2>Parts, as reports name them</h2><ul>"
        for part in brief.parts:
            lines = "".join(f"<li>{_line(line)}</li>" for line in part.lines)
            yield f"<li>“<bdi>{escape(part.name)}</bdi>”, last named {day_words(part.last)}<ul>{lines}</ul></li>"
        yield "</ul>"
    yield from _section("Figures, kept apart", brief.figures)
    yield from _section("Impact on people and services", brief.impact)
    yield from _section("Said about the future (counts for nothing above)", brief.outlooks)
    limits = "".join(f"<li>{escape(text)}</li>" for text in brief.not_known)
    yield f'<div class="limits"><h2>What this cannot tell you</h2><ul>{limits}</ul></div><h2>Notes</h2><ol>'
    for note in brief.notes:
        source = (
            f'<a href="{escape(note.url)}">{escape(note.outlet)}</a>'
            if _safe(note.url) and note.url
            else escape(note.outlet)
        )
        where = f"{escape(note.path)}, characters {note.start}–{note.end}, claim {note.claim}"
        words = f"<q><bdi>{escape(note.words)}</bdi></q>"
        head = f"<bdi>{escape(note.speaker)}</bdi>; {source}, {day_words(note.published)}"
        yield f'<li id="n{note.number}">{head}: {words} ({where})</li>'
    yield "</ol></main></body></html>"


def _safe(url: str | None) -> bool:
    return bool(url) and str(url).startswith(("https://", "http://"))


def _line(line: Line) -> str:
    notes = "".join(f'<sup><a href="#n{n}">[{n}]</a></sup>' for n in line.notes)
    return f"<bdi>{escape(line.text)}</bdi>{notes}"


def _section(title: str, lines: Iterable[Line]) -> Iterator[str]:
    items = [f"<li>{_line(line)}</li>" for line in lines]
    if items:
        yield f"<h2>{escape(title)}</h2><ul>{''.join(items)}</ul>"


def _side(side: Side) -> Iterator[str]:
    yield f'<section data-party="{escape(side.party)}"><h3><bdi>{escape(side.party)}</bdi></h3>'
    if not side.rows:
        yield "<p>No claim by this side in these days.</p>"
    yield f"<ul>{''.join(_row(row) for row in side.rows)}</ul></section>"


def _row(row: Row) -> str:
    copies = f"1 origin, {row.copies} copies" if row.copies else "1 origin"
    chips = escape("; ".join((copies, *row.status)))
    words = (
        f'<bdi>{escape(row.who)}</bdi> {escape(row.verb)}: <span class="words"><bdi>{escape(row.words)}</bdi></span>'
    )
    note = f'<sup><a href="#n{row.note}">[{row.note}]</a></sup>'
    return f'<li data-claim="{row.claim}">{day_words(row.day)}: {words}{note} <span class="chips">{chips}</span></li>'
