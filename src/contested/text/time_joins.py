"""What time expressions mean side by side: "at 03:15 on Tuesday", "the night of 5-6 November".

A date that heads a section, or stands in the dateline, becomes the day that what follows is
relative to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from contested.model import Anchor
from contested.text.numbers import Word
from contested.text.time_anchor import Anchoring
from contested.text.time_drafts import Draft
from contested.text.time_values import DAY, days_of

DATELINE_ITEMS = 25
"""How many words into a report a dateline may reach: "PORT SUDAN, Sudan, Nov. 6 (Agency) -"."""
DATELINE_DAYS = 10
"""A dateline further than this from the day of publication is an old date told in the first line."""
JOINT = re.compile(r"\s*,?\s*(?:on|of)?\s*(?:the\s)?$")
BACK_JOINT = re.compile(r"\s*,?\s*(?:at|around|about|before|after|by|from|until|shortly before|shortly after)\s+$")


@dataclass(slots=True)
class Found:
    """A draft and the items it spans, `last` exclusive."""

    first: int
    last: int
    draft: Draft


def section_day(shape: str, items: list[Word], found: Found, now: Anchoring) -> date | None:
    """Return the day of an expression that heads its paragraph or stands in the dateline."""
    days = days_of(found.draft.value) if found.draft.unit == "D" and found.draft.type == "DATE" else None
    if days is None:
        return None
    begin = shape.rfind("|", 0, found.first) + 1
    after = items[found.last].key if found.last < len(items) else "\n\n"
    if not shape[begin : found.first].strip(".,t") and after in ("\n\n", ":", "–", "—"):
        return days[0]
    near = now.published is None or abs((days[0] - now.published).days) <= DATELINE_DAYS
    if begin == 0 and found.first < DATELINE_ITEMS and near and _is_dateline(items, found):
        return days[0]
    return None


def _is_dateline(items: list[Word], found: Found) -> bool:
    """Whether capitals and commas stand before a date, and "(Agency)" or a dash after it."""
    after = [item.key for item in items[found.last : found.last + 2]]
    if not after or after[0] not in ("(", "-", "–", "—", ":"):
        return False
    return after[0] == "(" or items[found.last].start > items[found.last - 1].end


def join(text: str, items: list[Word], found: list[Found]) -> list[Found]:
    """Return the expressions with clock times and nights given the day they stand beside."""
    joined: list[Found] = []
    k = 0
    while k < len(found):
        this, following = found[k], found[k + 1] if k + 1 < len(found) else None
        if this.draft.open_day:
            between = text[items[this.last - 1].end : items[following.first].start] if following else ""
            if following is not None and _is_day(following.draft) and JOINT.match(between) and between.strip() != ",":
                _give_day(this.draft, following.draft)
                if between.strip().startswith("of"):
                    k += _merge(text, items, found, k, this)
            elif joined and _is_day(joined[-1].draft) and _is_near(text, items, joined[-1], this):
                _give_day(this.draft, joined[-1].draft)
        joined.append(this)
        k += 1
    return joined


def _is_day(draft: Draft) -> bool:
    return draft.unit == "D" and DAY.match(draft.value) is not None and not draft.open_day


def _is_near(text: str, items: list[Word], before: Found, this: Found) -> bool:
    """Whether a day and the clock time after it belong together: "on Monday at midnight"."""
    between = text[items[before.last - 1].end : items[this.first].start]
    return BACK_JOINT.match(between) is not None


def _give_day(draft: Draft, day: Draft) -> None:
    draft.value = day.value[:10] + draft.value[draft.value.index("T") :]
    draft.anchor, draft.open_day, draft.interval = day.anchor, False, None


def _merge(text: str, items: list[Word], found: list[Found], k: int, this: Found) -> int:
    """Stretch "the night" over "of 5-6 November"; return how many expressions it swallowed."""
    swallowed = 1
    this.last = found[k + 1].last
    while k + swallowed + 1 < len(found):
        further = found[k + swallowed + 1]
        between = text[items[this.last - 1].end : items[further.first].start].strip()
        if between not in ("-", "–", "to", "/") or not _is_day(further.draft):
            break
        this.last = further.last
        swallowed += 1
    return swallowed


def make_section(now: Anchoring, day: date) -> None:
    """Let what follows be relative to a section's day."""
    now.day, now.kind = day, Anchor.SECTION
