"""The digest: a hash over what a ledger says, in canonical order.

Documents, claims, events, links, origins and judgements count; row ids, the times of runs, where
a file lay and how its bytes were wrapped do not. Two ledgers with one digest say the same, in
whatever order and however often interrupted they were written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

import msgspec

from contested.model import DocumentHead, Judgement, LedgerEntry, Link, Origin

DOCUMENT_FIELDS = ("id", "outlet", "published", "title", "language")


class Told(Protocol):
    """What a ledger says: the readings of `View` that a digest is made of."""

    def heads(self) -> Sequence[DocumentHead]:
        """Return all reports."""

    def entries(self) -> Iterable[LedgerEntry]:
        """Return all claims in canonical order."""

    def links(self) -> Iterable[Link]:
        """Return all links in canonical order."""

    def origins(self) -> Iterable[Origin]:
        """Return all origins in canonical order."""

    def judgements(self) -> Iterable[Judgement]:
        """Return all judgements."""


def digest(told: Told) -> str:
    """Return the digest, 64 hexadecimal digits."""
    total = hashlib.sha256()
    for line in lines(told):
        total.update(line + b"\n")
    return total.hexdigest()


def lines(told: Told) -> Iterator[bytes]:
    """Yield what is hashed, one record a line, keys sorted."""
    for head in sorted(told.heads(), key=lambda head: head.id):
        yield _line("document", {name: getattr(head, name) for name in DOCUMENT_FIELDS})
    for entry in told.entries():
        yield _line("claim", entry.claim)
        for event in entry.events:
            yield _line("event", event)
    for link in told.links():
        yield _line("link", link)
    for origin in told.origins():
        yield _line("origin", origin)
    for judgement in sorted(told.judgements(), key=lambda judgement: judgement.id):
        yield _line("judgement", msgspec.structs.replace(judgement, when="", id=""))


def _line(kind: str, record: Any) -> bytes:
    return msgspec.json.encode([kind, record], order="sorted")
