"""Add reports: the form, the command, and what the last reading came to."""

from __future__ import annotations

from dataclasses import dataclass

from contested.store.view import View
from contested.web.page import Page


@dataclass(frozen=True, slots=True)
class LastImport:
    """What the last reading from this page came to; `log` is what the program printed if it failed."""

    running: bool
    line: str
    log: str = ""


@dataclass(frozen=True, slots=True)
class Add:
    """The content of the page: whether the form is offered, the ledger's name, the last reading."""

    allowed: bool
    ledger: str
    last: LastImport | None
    empty: bool


def add_page(view: View, allowed: bool, last: LastImport | None) -> Page:
    """Return the page on which reports are added."""
    from contested.store.opening import shown

    content = Add(allowed=allowed, ledger=shown(view.url), last=last, empty=not view.counts()["documents"])
    return Page(template="add.html", title="Add reports", content=content, section="", address="/add")
