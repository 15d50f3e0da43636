"""What the time rules pass on: a match in its sentence, and the expression they make of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, cast

from contested.model import Anchor, Interval
from contested.text.numbers import Word
from contested.text.time_anchor import Anchoring
from contested.text.time_words import Item


@dataclass(slots=True)
class Draft:
    """A time expression in the making: TIMEX3 type and value, and what it was resolved against."""

    type: str
    value: str
    mod: str | None = None
    anchor: Anchor = Anchor.NONE
    interval: Interval | None = None  # None: that of the value
    open_day: bool = False  # a clock time or part of a day whose day is not in its own words
    unit: str = ""  # D, M, Q, Y … for expressions that refer back to it


@dataclass(slots=True)
class Hit:
    """One match: its items by group letter, the item before it, and the report's days.

    Patterns run over one stretch of the report's letters; `offset` is where that stretch begins.
    """

    match: re.Match[str]
    items: list[Word]
    now: Anchoring
    offset: int = 0

    @property
    def first(self) -> int:
        """Index of the first matched item."""
        return self.offset + self.match.start()

    def item(self, group: str) -> Item | None:
        """Return the first item of a named group, None where the group is empty."""
        at = self.match.start(group)
        return cast(Item, self.items[self.offset + at]) if at >= 0 and self.match.end(group) > at else None

    def need(self, group: str) -> Item:
        """Return the first item of a group that the pattern guarantees."""
        return cast(Item, self.items[self.offset + self.match.start(group)])

    def key(self, group: str) -> str:
        """Return the words of a group's first item, "" where it is empty."""
        found = self.item(group)
        return found.key if found else ""

    @property
    def before(self) -> Word | None:
        """The item before the match."""
        at = self.first
        return self.items[at - 1] if at else None

    @property
    def after(self) -> str:
        """The words of the item after the match, "" at the end."""
        at = self.offset + self.match.end()
        return self.items[at].key if at < len(self.items) else ""

    @property
    def position(self) -> int:
        """Where the match begins in the text."""
        return self.items[self.first].start


Build: TypeAlias = Callable[[Hit], Draft | None]


def relative(hit: Hit, kind: str, value: str, unit: str) -> Draft:
    """Return a draft resolved against the report's day."""
    return Draft(kind, value, anchor=hit.now.kind, unit=unit)
