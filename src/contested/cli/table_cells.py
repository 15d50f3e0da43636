"""What goes into the cells of tables, and under them."""

from __future__ import annotations


def short(value: str, length: int = 160) -> str:
    """Return a text cut to a length, with a sign that it goes on."""
    return value if len(value) <= length else value[: length - 1].rstrip() + "…"


def counted(number: int, shown: int, what: str) -> str:
    """Return the line under a table: how many there are, and where the rest is.

    >>> counted(120, 100, "claims")
    '120 claims, 100 shown; all with --json'
    """
    return f"{number} {what}, {shown} shown; all with --json" if number > shown else f"{number} {what}"
