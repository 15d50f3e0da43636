"""How this is made, what could not be read, what stands in for what, and whose words and data these are."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from sqlalchemy import func, select

from contested.errors import PackError, UnknownName
from contested.lexicons import load as lexicon
from contested.model import Found, Problem
from contested.packs import load
from contested.store import rows, tables
from contested.store.view import View
from contested.web.addresses import Clocks, shifted
from contested.web.collection import WINDOW, heads_between
from contested.web.frame import frame_of, ledger_stamp
from contested.web.page import Page

MOST_PROBLEMS = 200

Counted = tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]
_kept: dict[str, tuple[Hashable, Counted]] = {}
"""What was counted last of each ledger, with the stamp of the ledger."""


@dataclass(frozen=True, slots=True)
class PackLine:
    """A pack that these reports use."""

    name: str
    title: str
    about: str
    source: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProblemCount:
    """How often one kind of problem came up."""

    code: str
    unread: bool
    number: int


@dataclass(frozen=True, slots=True)
class StandIn:
    """How one fact about the reports was found: in so many words, for how many."""

    what: str
    how: str
    number: int


@dataclass(frozen=True, slots=True)
class About:
    """The content of the page."""

    counts: tuple[tuple[str, int], ...]
    steps: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, str], ...]
    unread: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    problems: tuple[ProblemCount, ...]
    shown: int
    stand_ins: tuple[StandIn, ...]
    window: int
    extractors: tuple[tuple[str, int], ...]
    packs: tuple[PackLine, ...]
    credits: tuple[tuple[str, str], ...]


def about_page(view: View, clocks: Clocks) -> Page:
    """Return the page."""
    words = lexicon("pages")
    problems = tuple(_problem_counts(view))
    counts, extractors = _counted(view)
    content = About(
        counts=counts,
        steps=tuple((step["what"], step["doc"]) for step in words["steps"]),
        words=tuple((each["word"], each["means"]) for each in words["words"]),
        unread=_problems(view, "error"),
        warnings=_problems(view, "warning"),
        problems=problems,
        shown=MOST_PROBLEMS,
        stand_ins=tuple(_stand_ins(view, clocks)),
        window=WINDOW,
        extractors=extractors,
        packs=tuple(_pack(name) for name in frame_of(view).packs),
        credits=tuple((each["what"], each["licence"]) for each in words["credits"]),
    )
    return Page(
        template="about.html", title="How this is made", content=content, address="/about", cite="/about", clocks=clocks
    )


def _counted(view: View) -> Counted:
    """Return how many records there are, and who extracted them; counted once for an unchanged ledger."""
    stamp = ledger_stamp(view)
    if view.url not in _kept or _kept[view.url][0] != stamp:
        named = (("reports" if name == "documents" else name, number) for name, number in view.counts().items())
        _kept[view.url] = (stamp, (tuple(named), tuple(view.extractors().items())))
    return _kept[view.url][1]


def _problem_counts(view: View) -> Iterator[ProblemCount]:
    problems = tables.problems.c
    query = select(problems.code, problems.severity, func.count()).group_by(problems.code, problems.severity)
    for code, severity, number in sorted(view.run(query), key=lambda row: (row[1] != "error", -row[2], row[0])):
        yield ProblemCount(code.replace("_", " "), severity == "error", number)


def _problems(view: View, severity: str) -> tuple[Problem, ...]:
    """Return the first problems of a severity, in the order of reports."""
    problems = tables.problems.c
    query = select(problems.record).where(problems.severity == severity)
    found = view.run(query.order_by(problems.path, problems.code, problems.id).limit(MOST_PROBLEMS))
    return tuple(rows.decode(row.record, Problem) for row in found)


def _stand_ins(view: View, clocks: Clocks) -> Iterator[StandIn]:
    """Yield how date, outlet and language of recent reports were found, where it was not stated as such."""
    words = lexicon("pages")["found"]
    heads = heads_between(view, shifted(clocks.known_on, -WINDOW), clocks.known_on)
    for what in ("published", "outlet", "language"):
        for how in Found:
            number = sum(getattr(head, f"{what}_found") is how for head in heads)
            if number:
                yield StandIn("date" if what == "published" else what, words[how.value], number)


def _pack(name: str) -> PackLine:
    try:
        pack = load(name)
    except (UnknownName, PackError) as error:
        return PackLine(name, name, f"This pack cannot be read any more: {error.message}", "", ())
    return PackLine(name, pack.title, pack.about, pack.source, pack.party_names())
