"""The reader: a report's own words, with every claim in them marked, numbered and given its status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contested.lexicons import load
from contested.model import NO_PARTY, UNKNOWN, Claim, Document, Extraction, LedgerEntry, Polarity, Problem
from contested.outputs.wording import day_words
from contested.questions.records import DocumentPage, document_page
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import Around, ClaimCard
from contested.web.highlight import Paragraph, Piece, hidden_turns, highlighted
from contested.web.page import Page
from contested.web.surroundings import around
from contested.web.words import count, moment

WORDS = load("pages")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about the report: what, its words, how it was found, and where it leads."""

    name: str
    value: str
    how: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of text with what the template writes around it.

    `classes` name the numbers of all claims it belongs to; `numbers` are the notes whose number
    stands after it.
    """

    piece: Piece
    classes: str
    numbers: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says of a claim: its number in the text, its card, what sort of saying it is."""

    number: int
    card: ClaimCard
    sort: str
    own_voice: bool
    earlier: str = ""  # id of the claim before it in the text
    later: str = ""


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """What was not understood, skipped or stood in for, with the words where it has a place."""

    message: str
    words: str


@dataclass(frozen=True, slots=True)
class Reader:
    """The content of the reader."""

    head: Document
    said_by: str
    facts: tuple[Fact, ...]
    paragraphs: tuple[tuple[Marked, ...], ...]
    notes: tuple[Note, ...]
    voices: int
    misunderstood: tuple[Misunderstood, ...]
    hidden: int


def reader_page(view: View, document_id: str, clocks: Clocks) -> Page:
    """Return the page of a report. Raises UnknownName."""
    found = document_page(view, document_id)
    extraction = found.extraction
    document = extraction.document
    entries = _in_text_order(found.entries)
    notes = _notes(entries, around(view, entries), clocks.known_on)
    text = highlighted(document.text, [entry.claim for entry in entries])
    content = Reader(
        head=document,
        said_by=outlet_words(document.outlet),
        facts=tuple(_facts(found)),
        paragraphs=tuple(_marked(paragraph, {note.card.id: note for note in notes}) for paragraph in text),
        notes=notes,
        voices=len({note.card.who for note in notes}),
        misunderstood=tuple(_misunderstood(problem, document.text) for problem in extraction.warnings),
        hidden=hidden_turns(document.text),
    )
    return Page(
        template="document.html",
        title=document.title or f"Report of {day_words(document.published)}",
        content=content,
        address=addresses.document(document.id),
        cite=addresses.document(document.id),
        clocks=clocks,
        downloads=(("JSON", f"/api/document/{document.id}"),),
    )


def outlet_words(outlet: str) -> str:
    """Return an outlet's name, or that it is not known."""
    return "outlet not known" if outlet == UNKNOWN else outlet


def web_address(url: str | None) -> str:
    """Return an address of the web that may be linked to, empty for any other."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def _in_text_order(entries: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    return sorted(entries, key=lambda entry: (entry.claim.start, -entry.claim.end, entry.claim.id))


def _notes(entries: Sequence[LedgerEntry], near: Around, on: str) -> tuple[Note, ...]:
    ids = ["", *(entry.claim.id for entry in entries), ""]
    return tuple(
        Note(
            number=number,
            card=near.card(entry, on),
            sort=sort_of(entry.claim),
            own_voice=entry.claim.source.own_voice,
            earlier=ids[number - 1],
            later=ids[number + 1],
        )
        for number, entry in enumerate(entries, 1)
    )


def sort_of(claim: Claim) -> str:
    """Return what sort of saying a claim is: "denial"; "no confirmation" where a report could not confirm."""
    if claim.cue is None and not claim.source.own_voice:
        return str(WORDS["goes_on"])
    sort = claim.cue.cue_class.value if claim.cue else "none"
    if claim.polarity is Polarity.NEGATIVE and sort in WORDS["negative_cue_classes"]:
        return str(WORDS["negative_cue_classes"][sort])
    return str(WORDS["cue_classes"][sort])


def _marked(paragraph: Paragraph, notes: Mapping[str, Note]) -> tuple[Marked, ...]:
    return tuple(
        Marked(
            piece=piece,
            classes=" ".join(f"k{notes[name].number}" for name in piece.claims),
            numbers=tuple(sorted((notes[name] for name in piece.ends), key=lambda note: note.number)),
        )
        for piece in paragraph.pieces
    )


def _facts(found: DocumentPage) -> Iterator[Fact]:
    """Yield what is known of a report, each with how it was found."""
    extraction, head = found.extraction, found.extraction.document
    how = WORDS["found"]
    yield Fact("Outlet", outlet_words(head.outlet), how[head.outlet_found.value])
    yield Fact("Published", moment(head.published), how[head.published_found.value])
    yield Fact("Language", "not known" if head.language == UNKNOWN else head.language, how[head.language_found.value])
    if head.url:
        yield Fact("Address", head.url, "", web_address(head.url))
    yield Fact("Read from", head.path, f"{head.format.value.replace('_', ' ')}, {moment(head.retrieved)}")
    yield Fact("sha256 of the original", head.sha256 or "not kept")
    yield _packs(extraction)
    if found.origin is not None:
        copies = len(found.origin.documents) - 1
        words = f"this report and {count(copies, 'other', 'others')}" if copies else "no other report carries it"
        yield Fact("Its origin", words, "", addresses.origin(found.origin.id) if copies else "")


def _packs(extraction: Extraction) -> Fact:
    chosen = WORDS["packs_found"].get(extraction.packs_found.value, "")
    sides = "no pack: sides of its voices are not known"
    return Fact("Packs", ", ".join(extraction.packs) or sides, chosen if extraction.packs else "")


def _misunderstood(problem: Problem, text: str) -> Misunderstood:
    words = text[problem.start : problem.end] if problem.start is not None and problem.end else ""
    return Misunderstood(problem.message, " ".join(words.split())[:200])


def side_words(party: str) -> str:
    """Return the side a voice speaks for: its name, "speaks for no side", "side not known"."""
    return str(WORDS["sides"][party]) if party in (NO_PARTY, UNKNOWN) else party
