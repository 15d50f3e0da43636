"""Pages and JSON for what went wrong: what, where, and what to do next; never a bare 404."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from contested.errors import ContestedError
from contested.web.page import Page


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong, in a sentence, and what to do next."""

    message: str
    hint: str


def error_page(error: ContestedError, status: int) -> Page:
    """Return the page that says what went wrong."""
    title = "Not found" if status == 404 else "This could not be answered"
    return Page(template="trouble.html", title=title, content=Trouble(error.message, error.hint or ""), status=status)


def as_json(error: ContestedError) -> bytes:
    """Return the same for programs."""
    return msgspec.json.encode({"error": error.message, "hint": error.hint})
