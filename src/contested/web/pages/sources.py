"""Sources: who speaks in these reports, and each one's record with its base, never a grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.assessment.observations import PRIORS
from contested.lexicons import load
from contested.model import NO_PARTY, UNKNOWN
from contested.outputs.wording import WORDS as STATES
from contested.questions.listing import ClaimFilter, ListedClaim, list_claims
from contested.questions.records import SourcePage, SourceRecord, SourceRow, source_page, sources
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import ClaimCard
from contested.web.claim_facts import type_title
from contested.web.frame import frame_of
from contested.web.page import Page
from contested.web.pages.document import side_words
from contested.web.standings import listed_cards
from contested.web.surroundings import past
from contested.web.words import count

WORDS = load("pages")
PER_PAGE = 100
SETTLED_ENOUGH = 20
"""Claims that were followed up, from which on a share is told: below it says more about chance."""
MOST_CLAIMS = 10
READ_CLAIMS = 40
"""Newest claims among which those of `MOST_CLAIMS` different origins are looked for."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One who speaks."""

    name: str
    address: str
    kind: str
    side: str
    claims: int
    origins: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class SourceList:
    """The content of the list; `asked` are the words it is narrowed by."""

    groups: tuple[tuple[str, tuple[SourceLine, ...]], ...]
    total: int
    asked: str
    before: str
    after: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, and where those claims are listed."""

    words: str
    number: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """A source's record in one role: the role in words, the sentence, and what all voices in that role come to."""

    role: str
    sentence: str
    common: str


@dataclass(frozen=True, slots=True)
class SourceContent:
    """The content of a source's page."""

    line: SourceLine
    counts: tuple[Count, ...]
    records: tuple[RoleRecord, ...]
    delay: str
    types: tuple[Count, ...]
    outlets: tuple[Count, ...]
    claims: tuple[ClaimCard, ...]
    all_claims: str


# ---------------------------------------------------------------------- the list


def sources_page(view: View, clocks: Clocks, asked: str = "", page: int = 1) -> Page:
    """Return the list of all who speak, by side in pack order, most claims first."""
    rows = [row for row in sources(view, past(view, clocks)) if asked.casefold() in row.name.casefold()]
    start = (min(max(page, 1), max((len(rows) - 1) // PER_PAGE + 1, 1)) - 1) * PER_PAGE
    shown = rows[start : start + PER_PAGE]
    here = start // PER_PAGE + 1
    content = SourceList(
        groups=tuple(_groups(shown, frame_of(view).parties)),
        total=len(rows),
        asked=asked,
        before=_address(asked, here - 1, clocks) if start else "",
        after=_address(asked, here + 1, clocks) if start + PER_PAGE < len(rows) else "",
        first=start + 1,
        last=start + len(shown),
    )
    return Page(
        template="sources.html",
        title="Sources",
        content=content,
        section="sources",
        address=_address(asked, here, clocks),
        cite=_address(asked, here, Clocks(clocks.day, clocks.known_on, clocks.dated, True)),
        clocks=clocks,
        downloads=(("JSON", "/api/sources"),),
    )


def _address(asked: str, page: int, clocks: Clocks) -> str:
    return addresses.with_query("/sources", {"q": asked, "page": page if page > 1 else None, **clocks.query})


def _groups(rows: Sequence[SourceRow], parties: Sequence[str]) -> Iterator[tuple[str, tuple[SourceLine, ...]]]:
    """Yield the sources by side, sides in pack order, then those of no side."""
    others = sorted({row.party for row in rows} - {NO_PARTY, UNKNOWN, *parties})
    for side in (*parties, *others, NO_PARTY, UNKNOWN):
        lines = tuple(_line(row) for row in rows if row.party == side)
        if lines:
            yield side_words(side), lines


def _line(row: SourceRow) -> SourceLine:
    return SourceLine(
        name=source_name(row),
        address=addresses.source(row.key),
        kind=str(WORDS["kinds"].get(row.kind, row.kind)),
        side=side_words(row.party),
        claims=row.claims,
        origins=row.origins,
        first_day=row.first_day,
        last_day=row.last_day,
    )


def source_name(row: SourceRow) -> str:
    """Return a source's name with a capital; unnamed sources are one line for each kind."""
    if row.name in ("", UNKNOWN):
        return str(STATES["unnamed"]).capitalize()
    return row.name[:1].upper() + row.name[1:]


# ---------------------------------------------------------------------- one source


def source_content_page(view: View, key: str, clocks: Clocks) -> Page:
    """Return a source's page. Raises UnknownName."""
    known_on = past(view, clocks)
    found = source_page(view, key, known_on)
    claims = list_claims(view, _filter(found.source, known_on))
    word = _word(found.source, sources(view, known_on))
    content = SourceContent(
        line=_line(found.source),
        counts=tuple(_counts(dict(claims.facets.get("status", ())), word, clocks)),
        records=tuple(_record(record) for record in found.records),
        delay=_delay(found),
        types=tuple(Count(type_title(name), number) for name, number in found.types[:8]),
        outlets=tuple(
            Count("outlet not known" if name == UNKNOWN else name, number, _claims(word, clocks, outlet=name))
            for name, number in found.outlets[:12]
        ),
        claims=tuple(listed_cards(view, _first_of_each_origin(claims.rows), clocks.known_on)),
        all_claims=_claims(word, clocks),
    )
    return Page(
        template="source.html",
        title=content.line.name,
        content=content,
        section="sources",
        address=addresses.source(key),
        cite=addresses.with_query(addresses.source(key), {"known-on": clocks.known_on}),
        clocks=clocks,
        downloads=(("JSON", f"/api/source/{key}"),),
    )


def _filter(row: SourceRow, known_on: str | None) -> ClaimFilter:
    return ClaimFilter(source=row.key, known_on=known_on, per_page=READ_CLAIMS)


def _first_of_each_origin(rows: Sequence[ListedClaim]) -> list[ListedClaim]:
    """Return the newest claims without their copies; of one origin the report that had it first."""
    first = {(row.origin, row.entry.content_words): row for row in rows}
    return list(first.values())[:MOST_CLAIMS]


def _claims(word: str, clocks: Clocks, **more: object) -> str:
    """Return the address of a source's claims in the ledger."""
    return addresses.claims(source=word, **more, **clocks.query)


def _word(row: SourceRow, everybody: Sequence[SourceRow]) -> str:
    """Return what finds this source's claims and no others: its name where that is enough, else its key."""
    alike = [each for each in everybody if row.name.casefold() in each.name.casefold()]
    return row.name if len(alike) == 1 else row.key


def _counts(statuses: dict[str, int], word: str, clocks: Clocks) -> Iterator[Count]:
    """Yield how its claims stand, each number leading to those claims."""
    for status, words in WORDS["source_counts"].items():
        number = statuses.get(status, 0)
        yield Count(words, number, _claims(word, clocks, status=status) if number else "")


def _record(found: SourceRecord) -> RoleRecord:
    record = found.record
    role = str(PRIORS["interests"][record.interest.value]["meaning"])
    base = count(record.claims, "claim")
    sentence = f"{base}: too few to say."
    if record.claims >= SETTLED_ENOUGH:
        sentence = f"{of_100(record.right)} of 100, of {base}, agree with what all reports together come to."
    common = f"All voices in this role: {of_100(found.common)} of 100, of {count(found.common_claims, 'claim')}."
    return RoleRecord(role[:1].upper() + role[1:], sentence, common if found.common_claims >= SETTLED_ENOUGH else "")


def of_100(share: float) -> int:
    """Return a share of 100, rounded to 5.

    >>> of_100(0.834)
    85
    """
    return round(share * 20) * 5


def _delay(found: SourcePage) -> str:
    if found.median_delay is None:
        return "No claim about control, so no delay between event and report."
    days = round(found.median_delay)
    base = sum(record.record.claims for record in found.records)
    when = "on the same day" if days <= 0 else f"after {count(days, 'day')}"
    return f"Reports on control appear {when} in the middle (of {count(base, 'claim')})."
