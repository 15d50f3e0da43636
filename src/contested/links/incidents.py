"""Incidents: whether two deeds at one place are one deed, told twice.

A town under fire is struck many times a day. Two claims are of one strike only where the day fits
and something besides the place speaks for it: the words, the figure, or that such a thing (a power
cut, a truce) happens to a whole place at once.
"""

from __future__ import annotations

from functools import cache

from contested.lexicons import load
from contested.links.compare import Fit, timing
from contested.links.facts import Fact, is_denial
from contested.links.voices import opposed
from contested.links.words import bag, stem, tokens

NARROW_DAYS = 4
"""Longest stretch that still dates an incident: "over the weekend", "since Monday"."""
ALIKE = 0.3
"""Share of the shorter claim's distinctive weight, place names aside, that the longer must have."""
ALIKE_IN_ONE_REPORT = 0.5
"""One report lists incidents side by side: there the words must say more."""


def one_incident(a: Fact, b: Fact) -> bool:
    """Return whether two facts about one place can be told of one incident."""
    when = timing(a, b, state=False)
    if when not in (Fit.SAME, Fit.NEAR) or not (_narrow(a) and _narrow(b)):
        return False
    if _harm(a) != _harm(b) and _harm(a) and _harm(b):
        return False
    if _adds(a) or _adds(b):
        return False
    same_report = a.entry.document.id == b.entry.document.id
    if when is Fit.NEAR:  # neither says when: a denial answers within days, other claims must be alike in words
        return _answers(a, b) or _likeness(a, b) >= ALIKE_IN_ONE_REPORT
    if a.family in _whole_place() and a.event.type == b.event.type and not same_report:
        return True
    if same_report:
        return _likeness(a, b) >= ALIKE_IN_ONE_REPORT
    return _likeness(a, b) >= ALIKE or _same_figure(a, b)


def _answers(a: Fact, b: Fact) -> bool:
    """Whether one of two facts is the other side's no, or a no by a verb of denial."""
    denying = any(is_denial(fact.entry) for fact in (a, b) if fact.negative)
    return a.negative != b.negative and (denying or opposed(a.entry, b.entry))


@cache
def _whole_place() -> frozenset[str]:
    return frozenset(load("link_incidents")["whole_place"])


@cache
def _harms() -> dict[str, str]:
    return {stem(word): kind for kind, words in load("link_incidents")["harms"].items() for word in words}


def _narrow(fact: Fact) -> bool:
    return fact.first is not None and fact.last is not None and fact.last - fact.first <= NARROW_DAYS


def _harm(fact: Fact) -> str:
    """Return whether the words that name the event kill or hurt, "" where they say neither."""
    start = fact.event.start - fact.entry.claim.start
    words = fact.entry.words[max(start, 0) : max(fact.event.end - fact.entry.claim.start, 0)]
    return next((_harms()[stem(word)] for word in tokens(words) if stem(word) in _harms()), "")


def _adds(fact: Fact) -> bool:
    """Whether a fact counts others than those told of before: "another three", "seven more"."""
    target = fact.event.target.text if fact.event.target else ""
    said = (target, *(quantity.text for quantity in fact.event.quantities))
    adding = frozenset(load("link_incidents")["adding"])
    return any(word in adding for words in said for word in tokens(words))


def _likeness(a: Fact, b: Fact) -> float:
    ours, theirs = _telling(a), _telling(b)
    if sum(theirs.values()) < sum(ours.values()):
        ours, theirs = theirs, ours
    total = sum(ours.values())
    return sum(weight for word, weight in ours.items() if word in theirs) / total if total else 0.0


def _telling(fact: Fact) -> dict[str, float]:
    """Return the distinctive words of a fact's claim without the names of its places."""
    places = {stem(word) for place in fact.event.places for word in tokens(f"{place.name} {place.text}")}
    return {word: weight for word, weight in bag(fact.entry.content_words).items() if word not in places}


def _same_figure(a: Fact, b: Fact) -> bool:
    ours = {(q.low, q.best, q.high) for q in a.event.quantities}
    return any((q.low, q.best, q.high) in ours for q in b.event.quantities)
