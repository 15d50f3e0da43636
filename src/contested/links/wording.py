"""Wording: what the words around an event tell beyond its fields.

"The Kestrian-held town" describes and asserts nothing new; "took a road junction near the town"
takes no town; a place that only another sentence names may not be this sentence's place.
"""

from __future__ import annotations

import re
from functools import cache

from contested.lexicons import load
from contested.links.words import WORD
from contested.model import Event, LedgerEntry, Place

WINDOW = 60
"""Characters after a verb in which its object stands."""
AROUND = 25
"""Characters around a verb in which "almost" or "most of" belongs to it."""
CLAUSE_END = re.compile(r"[,;:.!?()“”\"]")


@cache
def _ground() -> frozenset[str]:
    parts = load("place_parts")
    return frozenset([*parts["parts"].split(), *parts["buildings"].split(), *load("link_ground")["ground"]])


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(load("link_ground")[kind])


def is_epithet(entry: LedgerEntry, event: Event) -> bool:
    """Whether an event is only a describing compound: "the Kestrian-held town", "rebel-controlled districts"."""
    start = event.start - entry.claim.start
    return 0 < start < len(entry.words) and entry.words[start - 1] == "-"


def is_placed(entry: LedgerEntry, event: Event) -> bool:
    """Whether the statement names its place or takes one up: "the city", "there", "it"."""
    if any(_names(entry, place) for place in event.places):
        return True
    return any(match.group().lower() in _listed("pointing") for match in WORD.finditer(entry.words))


def _names(entry: LedgerEntry, place: Place) -> bool:
    inside = place.start >= entry.claim.start and place.end <= entry.claim.end
    return inside or place.start == place.end or place.text.casefold() in entry.words.casefold()


def ground_of(entry: LedgerEntry, event: Event) -> str | None:
    """Return what of a place was taken, held or left where it is not the place itself, as written.

    >>> ground_of(said("Kestria seized a road junction outside Velmora"), seized)
    'a road junction'
    """
    object_words = _object(entry, event) or (event.target.text if event.target else "")
    names = {place.text.casefold() for place in event.places}
    if any(name in object_words.casefold() for name in names):
        return None
    last = None
    for match in WORD.finditer(object_words):
        word = match.group().lower()
        if word in _listed("pointing"):
            return None
        if word in _ground():
            last = match.end()
        elif last is not None:
            break
    return object_words[:last].strip() if last is not None else None


def is_partial(entry: LedgerEntry, event: Event) -> bool:
    """Whether a hold is told with a grain of salt: "almost entirely held by", "controls most of"."""
    start, end = event.start - entry.claim.start, event.end - entry.claim.start
    around = entry.words[max(start - AROUND, 0) : max(end + AROUND, 0)]
    return any(match.group().lower() in _listed("nearly") for match in WORD.finditer(around))


def _object(entry: LedgerEntry, event: Event) -> str:
    """Return the words after the verb up to the place, the end of the clause or the next clause."""
    start, offset = event.end - entry.claim.start, entry.claim.start
    after = [place.start - offset for place in event.places if place.start >= event.end]
    end = min([start + WINDOW, len(entry.words), *after])
    if not 0 <= start < end:
        return ""
    stop = CLAUSE_END.search(entry.words, start, end)
    stretch = entry.words[start : stop.start() if stop else end]
    broken = next((match.start() for match in WORD.finditer(stretch) if match.group() in _listed("breaks")), None)
    return stretch[:broken]
