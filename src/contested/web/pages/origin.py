"""An origin: one act of saying, its first publication and every copy, with what each copy changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.errors import UnknownName
from contested.lexicons import load
from contested.links.changes import Change, What, counterpart, kept_share, report_changes
from contested.model import CueClass, Document, DocumentHead, LedgerEntry, Verification
from contested.outputs.wording import day_words, speaker
from contested.questions.records import OriginPage, origin_page
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.cards import Around, ClaimCard
from contested.web.page import Page
from contested.web.pages.document import outlet_words
from contested.web.surroundings import around
from contested.web.word_diff import Difference, word_diff
from contested.web.words import count, moment

MOST_STATEMENTS = 6
"""Statements of the first report that the page shows whole; the others stand in the report."""
RETOLD = 40
"""Of 100 words of the first report: one that keeps fewer is no copy, and drops nothing by leaving something out."""
SHARE = re.compile(r"(\d+)%")


@dataclass(frozen=True, slots=True)
class Copy:
    """One report that carries the statement: when, who, where, and what it changed.

    `kept` is of 100 words of the first report how many this one keeps; None for the first itself.
    """

    document: str
    outlet: str
    title: str
    published: str | None
    moment: str
    reader: str
    kept: int | None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The two reports that are held against each other."""

    a: str
    b: str
    a_words: str
    b_words: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class OriginContent:
    """The content of the page."""

    id: str
    said_by: str
    statements: tuple[ClaimCard, ...]
    more: int
    copies: tuple[Copy, ...]
    firmer: int
    reasons: tuple[str, ...]
    choice: Choice | None


def origin_content_page(view: View, origin_id: str, clocks: Clocks, a: str = "", b: str = "") -> Page:
    """Return the page of an origin; with `a` and `b` two of its reports are held against each other.

    Raises UnknownName for an origin, or a report of it, that is not there.
    """
    found = origin_page(view, origin_id)
    texts = {document.id: document for document in view.documents([head.id for head in found.documents])}
    copies = tuple(_copies(view, found, texts))
    near = around(view, found.entries)
    first = [entry for entry in found.entries if found.documents and entry.document.id == found.documents[0].id]
    content = OriginContent(
        id=found.origin.id,
        said_by=speaker(found.entries[0]) if found.entries else "",
        statements=_statements(near, first, clocks.known_on),
        more=max(len(first) - MOST_STATEMENTS, 0),
        copies=copies,
        firmer=sum(any(change.firmer for change in copy.changes) for copy in copies),
        reasons=reasons_of(found.origin.reason),
        choice=_choice(texts, a, b) if a and b else None,
    )
    return Page(
        template="origin.html",
        title=_title(content, found.documents),
        content=content,
        section="claims",
        address=addresses.origin(origin_id),
        cite=addresses.with_query(addresses.origin(origin_id), {"a": a, "b": b}),
        clocks=clocks,
        downloads=(("JSON", f"/api/origin/{origin_id}"),),
    )


def _title(content: OriginContent, documents: Sequence[DocumentHead]) -> str:
    day = day_words(documents[0].published) if documents else "no date"
    return f"Said by {content.said_by}, {day}: 1 act of saying, {count(len(documents), 'report')}"


def reasons_of(reason: str) -> tuple[str, ...]:
    """Return the reasons why reports are one origin, each once; those that differ in a share only are one.

    >>> reasons_of("carried over: 73% is shared; carried over: 96% is shared; the same voice")
    ('carried over: 73 to 96% is shared', 'the same voice')
    """
    shares: dict[str, list[int]] = defaultdict(list)
    for part in reason.split(";"):
        shares[SHARE.sub("{}%", part.strip(), count=1)] += [int(found) for found in SHARE.findall(part)[:1]]
    return tuple(
        form.replace("{}", str(low) if low == high else f"{low} to {high}", 1)
        for form, found in shares.items()
        for low, high in [(min(found, default=0), max(found, default=0))]
        if form
    )


def _statements(near: Around, entries: Sequence[LedgerEntry], on: str) -> tuple[ClaimCard, ...]:
    return tuple(near.card(entry, on) for entry in entries[:MOST_STATEMENTS])


def _copies(view: View, found: OriginPage, texts: dict[str, Document]) -> Iterator[Copy]:
    """Yield the reports in order of publication, each held against the first."""
    of = {head.id: [e for e in found.entries if e.document.id == head.id] for head in found.documents}
    beside = _Beside(view, [head.id for head in found.documents])
    for number, head in enumerate(found.documents):
        first = found.documents[0].id
        kept = round(100 * kept_share(texts[first].text, texts[head.id].text)) if number else None
        dropped = beside.dropped(first, head.id) if kept is not None and kept >= RETOLD else ()
        yield Copy(
            document=head.id,
            outlet=outlet_words(head.outlet),
            title=head.title or "",
            published=head.published,
            moment=moment(head.published),
            reader=addresses.document(head.id, of[head.id][0].claim.id),
            kept=kept,
            changes=(*dropped, *report_changes(of[first], of[head.id])) if number else (),
        )


class _Beside:
    """What stands beside the statement in the reports: denials of it, and that it could not be verified."""

    def __init__(self, view: View, documents: Sequence[str]) -> None:
        self.entries: dict[str, list[LedgerEntry]] = defaultdict(list)
        for entry in view.entries(document_id=documents):
            self.entries[entry.document.id].append(entry)

    def dropped(self, first: str, copy: str) -> tuple[Change, ...]:
        """Return which denials and doubts of the first report a copy of it leaves out."""
        forms = load("pages")["left_out"]
        denied = [
            Change(What.STATEMENTS, str(forms["denial"]).format(who=speaker(entry)), True)
            for entry in self.entries[first]
            if _denies(entry) and counterpart(entry, self.entries[copy]) is None
        ]
        silent = self._doubted(first) and not self._doubted(copy)
        doubt = [Change(What.VERIFICATION, str(forms["verification"]), True)] if silent else []
        return tuple(dict.fromkeys([*denied, *doubt]))

    def _doubted(self, document: str) -> bool:
        doubts = (Verification.UNVERIFIED, Verification.UNVERIFIABLE)
        return any(entry.claim.verification in doubts for entry in self.entries[document])


def _denies(entry: LedgerEntry) -> bool:
    return entry.claim.cue is not None and entry.claim.cue.cue_class in (CueClass.DENY, CueClass.REJECT)


def _choice(texts: dict[str, Document], a: str, b: str) -> Choice:
    for name in (a, b):
        if name not in texts:
            raise UnknownName("report of this origin", name, list(texts), "Choose two of those that the page lists.")
    names = [f"{outlet_words(texts[name].outlet)}, {moment(texts[name].published)}" for name in (a, b)]
    return Choice(a, b, names[0], names[1], word_diff(texts[a].text, texts[b].text))
