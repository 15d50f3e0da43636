"""The digest: a hash over what a ledger says, in canonical order.

Documents, claims, events, links, origins and judgements count; row ids, the times of runs, where
a file lay and how its bytes were wrapped do not. Two ledgers with one digest say the same, in
whatever order and however often interrupted they were written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from contested.store.view import View

DOCUMENT_FIELDS = ("id", "outlet", "published", "title", "language")


def digest(view: View) -> str:
    """Return the digest, 64 hexadecimal digits."""
    total = hashlib.sha256()
    for line in lines(view):
        total.update(line + b"\n")
    return total.hexdigest()


def lines(view: View) -> Iterator[bytes]:
    """Yield what is hashed, one record a line, keys sorted."""
    for head in sorted(view.heads(), key=lambda head: head.id):
        yield _line("document", {name: getattr(head, name) for name in DOCUMENT_FIELDS})
    for entry in view.entries():
        yield _line("claim", entry.claim)
        for event in entry.events:
            yield _line("event", event)
    for link in view.links():
        yield _line("link", link)
    for origin in view.origins():
        yield _line("origin", origin)
    for judgement in sorted(view.judgements(), key=lambda judgement: judgement.id):
        yield _line("judgement", msgspec.structs.replace(judgement, when="", id=""))


def _line(kind: str, record: Any) -> bytes:
    return msgspec.json.encode([kind, record], order="sorted")
