"""Timing: when an event held in the world, and whether it is news or background."""

from __future__ import annotations

from datetime import date, timedelta

from contested.events.triggers import Trigger
from contested.model import Interval, Modality, Tense, Time, TimeType
from contested.reading import Reading

NEWS_DAYS = 92
"""An event that ended longer before publication is told as background: a quarter, since
reports of the last season's fighting still count as news."""
FAR_PAST_DAYS = 15 * 365
"""Beyond this it is history, and no event is coded."""


def when(reading: Reading, time: Time | None, tense: Tense, modality: Modality) -> Interval:
    """Return the days in which an event held: the time expression's, or what tense and date leave open.

    Past with no time: up to the day of publication. Present: that day. Future or planned: from it on.
    """
    if time is not None and time.interval != (None, None):
        return time.interval
    published = (reading.document.published or "")[:10] or None
    if published is None:
        return (None, None)
    if tense is Tense.FUTURE or modality is Modality.PLANNED:
        return (published, None)
    if tense is Tense.PRESENT:
        return (published, published)
    return (None, published)


def is_background(reading: Reading, trigger: Trigger, time: Time | None) -> bool:
    """Return whether an event is told to explain the news: long past, or behind "since".

    "the biggest gain since the capture of the town in early 2024" → True for the capture.
    """
    if _days_before(reading, time) > NEWS_DAYS:
        return True
    head = trigger.token.head
    return trigger.token.dep == "pobj" and head.lower == "since"


def is_history(reading: Reading, time: Time | None) -> bool:
    """Return whether an event lies so far back that it is no part of a current conflict."""
    return _days_before(reading, time) > FAR_PAST_DAYS


def _days_before(reading: Reading, time: Time | None) -> int:
    published = reading.document.published
    if time is None or published is None or time.type in {TimeType.DURATION, TimeType.SET}:
        return 0
    end = time.interval[1]
    if end is None:
        return 0
    try:
        return int((date.fromisoformat(published[:10]) - date.fromisoformat(end[:10])) / timedelta(days=1))
    except ValueError:
        return 0
