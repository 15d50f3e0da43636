"""Today: what changed, what is disputed, what is not known, and how the collection stands."""

from __future__ import annotations

from dataclasses import dataclass

from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.page import Page


@dataclass(frozen=True, slots=True)
class Today:
    """The content of the first page."""

    reports: int


def today_page(view: View, clocks: Clocks) -> Page:
    """Return the first page, or that of a day."""
    return Page(
        template="today.html",
        title="Today",
        content=Today(reports=len(view.heads())),
        section="today",
        address=addresses.today(clocks),
        clocks=clocks,
    )
