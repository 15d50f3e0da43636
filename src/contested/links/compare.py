"""Comparing two facts field by field: where, when, who, how many; each answer with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from contested.lexicons import load
from contested.links.facts import WIDE, Fact, part_of
from contested.links.words import content_words, tokens
from contested.model import UNKNOWN, Place, Precision, Quantity

STATE_DAYS = 3
"""Days that two dated statements about a state (who holds a place) may lie apart and still be
about the same state: front reports are a day or two old when they are printed."""
EVENT_DAYS = 1
"""The same for events, which end: two strikes two days apart are two strikes."""
UNDATED_DAYS = 1
"""Added where a date is only that of publication."""


VAGUE = 3.0
"""Factor by which a word for a size ("dozens") and a figure may miss each other and not be at odds."""


class Fit(StrEnum):
    """How two facts' places or times lie to one another."""

    SAME = "same"
    PART = "part"  # the first is a part of the second
    WHOLE = "whole"  # the second is a part of the first
    NEAR = "near"
    APART = "apart"
    UNKNOWN = "unknown"


class Figures(StrEnum):
    """How two facts' figures lie to one another."""

    NONE = "none"  # nothing to compare
    EQUAL = "equal"
    COMPATIBLE = "compatible"
    NARROWER = "narrower"  # the first's bounds lie inside the second's
    WIDER = "wider"
    CONFLICTING = "conflicting"


@dataclass(frozen=True, slots=True)
class Placing:
    """Where two facts meet."""

    fit: Fit
    place: Place | None = None
    part: str | None = None


def placing(a: Fact, b: Fact) -> Placing:
    """Return whether two facts are about the same place, a part and its whole, or neither."""
    if not a.places or not b.places:
        return Placing(Fit.UNKNOWN)
    found = [_places_fit(a, x, b, y) for x in a.places for y in b.places]
    order = (Fit.SAME, Fit.PART, Fit.WHOLE, Fit.APART)
    return min(found, key=lambda placed: order.index(placed.fit))


def _places_fit(a: Fact, x: Place, b: Fact, y: Place) -> Placing:
    if x.place_id != y.place_id and not _one_name_in_one_war(a, x, b, y):
        return _region_fit(x, y)
    one, other = part_of(a, x), part_of(b, y)
    if one and other:
        return Placing(Fit.SAME if same_part(one, other) else Fit.APART, x, one)
    if one:
        return Placing(Fit.PART, x, one)
    if other:
        return Placing(Fit.WHOLE, x, other)
    return Placing(Fit.SAME, x)


def _one_name_in_one_war(a: Fact, x: Place, b: Fact, y: Place) -> bool:
    """Whether two entries of one name are one town, read amiss once: in two countries of one
    conflict, or not found in the gazetteer from one of the two texts."""
    one_war = set(a.entry.packs) & set(b.entry.packs)
    amiss = x.country != y.country or not (x.resolved and y.resolved)
    return bool(one_war) and amiss and x.text.casefold() == y.text.casefold()


def _region_fit(x: Place, y: Place) -> Placing:
    if x.country != y.country or x.country == UNKNOWN or not x.admin1 or x.admin1 != y.admin1:
        return Placing(Fit.APART)
    if Precision.COUNTRY in (x.precision, y.precision):
        return Placing(Fit.APART)
    if y.precision in WIDE and x.precision not in WIDE:
        return Placing(Fit.PART, x, x.name)
    if x.precision in WIDE and y.precision not in WIDE:
        return Placing(Fit.WHOLE, y, y.name)
    return Placing(Fit.APART)


def same_part(one: str, other: str) -> bool:
    """Return whether two names of a part may mean one: "northern districts", "the city's north"."""
    a, b = set(content_words(one)), set(content_words(other))
    return bool(a & b) and (a <= b or b <= a)


def timing(a: Fact, b: Fact, state: bool) -> Fit:
    """Return whether two facts can be of the same time: same, near, apart or unknown."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return Fit.UNKNOWN
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap <= 0 and (a.dated or b.dated or a.last == b.last):
        return Fit.SAME
    allowed = (STATE_DAYS if state else EVENT_DAYS) + (0 if a.dated and b.dated else UNDATED_DAYS)
    return Fit.NEAR if gap <= allowed else Fit.APART


def figures_fit(a: Fact, b: Fact) -> tuple[Figures, str]:
    """Return how the figures of two facts lie to one another, and the pair in words.

    Only figures for the same thing are compared: "12 soldiers" and "3 tanks" are not. With
    several pairs a conflict wins, then equality.
    """
    found = [
        (_bounds_fit(x, y), f"“{x.text}” and “{y.text}”")
        for x in a.event.quantities
        for y in b.event.quantities
        if _same_thing(x, y) and x.unit not in _measures()
    ]
    order = (Figures.CONFLICTING, Figures.EQUAL, Figures.NARROWER, Figures.WIDER, Figures.COMPATIBLE)
    return min(found, key=lambda pair: (order.index(pair[0]), pair[1]), default=(Figures.NONE, ""))


@cache
def _measures() -> frozenset[str]:
    """Units that measure where or when something was, not how many were concerned."""
    return frozenset(load("link_incidents")["measures"])


def _same_thing(x: Quantity, y: Quantity) -> bool:
    if x.unit != y.unit and UNKNOWN not in (x.unit, y.unit):
        return False
    if x.fate != y.fate and None not in (x.fate, y.fate):  # the dead are not the wounded
        return False
    one, other = set(content_words(x.of or "")), set(content_words(y.of or ""))
    return not one or not other or bool(one & other)


def bounds(quantity: Quantity) -> tuple[float, float]:
    """Return the lowest and highest value that a figure allows; "about" allows a tenth more or less."""
    best = quantity.best
    low = quantity.low if quantity.low is not None else best
    high = quantity.high if quantity.high is not None else best
    if quantity.low is not None and quantity.high is None:  # "at least 20"
        high = float("inf") if best is None or best == quantity.low else best
    if quantity.high is not None and quantity.low is None:  # "up to 200"
        low = 0.0
    low, high = (0.0 if low is None else low), (float("inf") if high is None else high)
    return (low * 0.9, high * 1.1) if quantity.approximate else (low, high)


def _bounds_fit(x: Quantity, y: Quantity) -> Figures:
    (low, high), (other_low, other_high) = bounds(x), bounds(y)
    loose = VAGUE if _is_vague(x) or _is_vague(y) else 1.0
    if low > other_high * loose or other_low > high * loose:
        return Figures.CONFLICTING
    if (low, high) == (other_low, other_high):
        return Figures.EQUAL
    if low >= other_low and high <= other_high:
        return Figures.NARROWER
    if low <= other_low and high >= other_high:
        return Figures.WIDER
    return Figures.COMPATIBLE


def _is_vague(quantity: Quantity) -> bool:
    """Whether a figure is a word for a size: "dozens", "several hundred"."""
    return any(word in load("link_incidents")["vague"] for word in tokens(quantity.text))


def middle(quantity: Quantity) -> float:
    """Return one number to tell whether a toll rose: the best, else the stated bound."""
    for value in (quantity.best, quantity.low, quantity.high):
        if value is not None:
            return value
    return 0.0


def rose(later: Fact, earlier: Fact) -> bool:
    """Return whether each comparable figure of the later fact is higher: a rising toll."""
    pairs = [
        (middle(x), middle(y))
        for x in later.event.quantities
        for y in earlier.event.quantities
        if _same_thing(x, y) and not (_is_vague(x) or _is_vague(y))
    ]
    return bool(pairs) and all(x > y for x, y in pairs)
