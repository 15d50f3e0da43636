"""Search: where is it said, in claims, in reports and in the names of places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.model import UNKNOWN, DocumentHead
from contested.questions.listing import ClaimFilter, list_claims
from contested.questions.search import MOST_WORDS, WORD, find_places, find_reports, words_of
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import ClaimCard
from contested.web.page import Page
from contested.web.standings import listed_cards

GROUPS = ("claims", "reports", "places")
FEW, MANY = 8, 50
"""Hits shown of each group, and of one group that is asked for alone."""
LONGEST_QUERY = 300
"""Characters of a search that are read and shown."""
PASSAGE = 220
"""Characters of a report around its first hit."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `hit` where it is a word that was searched for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A claim with the words searched for marked."""

    card: ClaimCard
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report, and the passage with the first hit."""

    title: str
    outlet: str
    published: str | None
    address: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place, and where its claims are."""

    name: str
    country: str
    address: str
    claims: str


@dataclass(frozen=True, slots=True)
class Group:
    """One group of hits: how many in all, where they stand alone, where all of them are."""

    name: str
    total: int
    alone: str
    all: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The content of the search page."""

    query: str
    within: str
    words: tuple[str, ...]
    cut: bool  # not all of what was typed was searched for
    groups: tuple[Group, ...]
    claims: tuple[ClaimHit, ...]
    reports: tuple[ReportHit, ...]
    places: tuple[PlaceHit, ...]


def search_page(view: View, query: str, within: str, clocks: Clocks) -> Page:
    """Return what was found for some words, in one group or all."""
    asked = " ".join(query.replace("\0", " ").split())
    shown = asked if len(asked) <= LONGEST_QUERY else asked[:LONGEST_QUERY] + " …"
    address = addresses.with_query("/search", {"q": shown, "in": within, **clocks.query})
    return Page(
        template="search.html",
        title=f"Search: {shown}" if shown else "Search",
        content=_content(view, asked, shown, within if within in GROUPS else "", clocks),
        section="search",
        address=address,
        cite=addresses.with_query("/search", {"q": shown, "in": within, "known-on": clocks.known_on}),
        clocks=clocks,
    )


def _content(view: View, asked: str, shown: str, within: str, clocks: Clocks) -> Found:
    words = words_of(asked[:LONGEST_QUERY])
    known_on = clocks.known_on if clocks.known_given else None
    most = MANY if within else FEW
    groups: dict[str, Group] = {}
    claims: tuple[ClaimHit, ...] = ()
    reports: tuple[ReportHit, ...] = ()
    places: tuple[PlaceHit, ...] = ()
    if words:
        total, claims = claim_hits(view, words, known_on, most, clocks.known_on)
        ledger = addresses.claims(q=" ".join(words), known_on=known_on)
        groups["claims"] = Group("claims", total, _alone(shown, "claims", clocks), ledger)
        total, reports = report_hits(view, words, known_on, most)
        groups["reports"] = Group("reports", total, _alone(shown, "reports", clocks))
        places = place_hits(view, asked[:LONGEST_QUERY])
        groups["places"] = Group("places", len(places), _alone(shown, "places", clocks))
    chosen = [name for name in GROUPS if name in groups and within in ("", name)]
    return Found(
        query=shown,
        within=within,
        words=words,
        cut=len(dict.fromkeys(WORD.findall(asked))) > MOST_WORDS or len(asked) > LONGEST_QUERY,
        groups=tuple(groups.values()),
        claims=claims if "claims" in chosen else (),
        reports=reports if "reports" in chosen else (),
        places=places if "places" in chosen else (),
    )


def _alone(query: str, group: str, clocks: Clocks) -> str:
    return addresses.with_query("/search", {"q": query, "in": group, **clocks.query})


def claim_hits(
    view: View, words: Sequence[str], known_on: str | None, most: int, on: str
) -> tuple[int, tuple[ClaimHit, ...]]:
    """Return how many claims hold all these words, and the newest of them."""
    found = list_claims(view, ClaimFilter(text=" ".join(words), known_on=known_on, per_page=most))
    cards = listed_cards(view, found.rows, on)
    texts = (row.entry.words for row in found.rows)
    return found.total, tuple(
        ClaimHit(card, tuple(marked(passage(text, words), words))) for card, text in zip(cards, texts, strict=True)
    )


def report_hits(view: View, words: Sequence[str], known_on: str | None, most: int) -> tuple[int, tuple[ReportHit, ...]]:
    """Return how many reports hold all these words, and the best of them with a passage each."""
    found = find_reports(view, words, known_on, most)
    texts = {document.id: document.text for document in view.documents([head.id for head in found.heads])}
    return found.total, tuple(_report_hit(head, texts.get(head.id, ""), words) for head in found.heads)


def _report_hit(head: DocumentHead, text: str, words: Sequence[str]) -> ReportHit:
    return ReportHit(
        title=head.title or head.path,
        outlet=head.outlet if head.outlet != UNKNOWN else "outlet not known",
        published=head.published,
        address=addresses.document(head.id),
        runs=tuple(marked(passage(text, words), words)),
    )


def place_hits(view: View, query: str) -> tuple[PlaceHit, ...]:
    """Return the places of that name or beginning of a name."""
    return tuple(
        PlaceHit(
            name=place.name,
            country=place.country if place.country != UNKNOWN else "",
            address=addresses.place(place.place_id, place.name),
            claims=addresses.claims(place=place.place_id),
        )
        for place in find_places(view, query)
    )


# --------------------------------------------------------------------------- words marked


def pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Return what finds the words, whole and in any case."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def passage(text: str, words: Sequence[str], length: int = PASSAGE) -> str:
    """Return the stretch of a text around its first hit, cut at words; its beginning where none is found.

    >>> passage("The army said little. " * 30 + "The railway station burns.", ["railway"], 40)
    '… said little. The railway station burns.'
    """
    hit = pattern(words).search(text)
    middle = hit.start() if hit else 0
    start, end = max(middle - length // 2, 0), min(middle + length, len(text))
    cut = text[start:end]
    if start:
        cut = "… " + cut.partition(" ")[2]
    if end < len(text):
        cut = (cut.rpartition(" ")[0] or cut) + " …"
    return " ".join(cut.split())


def marked(text: str, words: Sequence[str]) -> Iterator[Run]:
    """Yield the text in runs, the words searched for apart.

    >>> [run.text for run in marked("the railway station", ["Railway"]) if run.hit]
    ['railway']
    """
    at = 0
    for hit in pattern(words).finditer(text):
        if hit.start() > at:
            yield Run(text[at : hit.start()])
        yield Run(hit.group(), hit=True)
        at = hit.end()
    if at < len(text):
        yield Run(text[at:])
