"""Doers: whom an actor stands for when two claims' deeds are compared.

A side of the conflict where the reader found one; else the words of the name that tell it from
others ("Rapid Support Forces", "Russian"); a plain noun ("fighters") stands for nobody in
particular, and "its troops" for the side of the speaker.
"""

from __future__ import annotations

import re
from functools import cache

from contested.lexicons import load
from contested.links.words import WORD
from contested.model import NO_PARTY, UNKNOWN, Actor, LedgerEntry

PREFIX = 4
"""Letters that a country and its adjective share at least: Sudan, Sudanese; Mali, Malian."""


def doer(actor: Actor | None, entry: LedgerEntry) -> str:
    """Return whom an actor stands for: a party, else the telling words of its name, else unknown.

    >>> doer(actor("its troops"), said_by_kestria)
    'Kestria'
    """
    if actor is None:
        return UNKNOWN
    if actor.party not in (UNKNOWN, NO_PARTY):
        return actor.party
    if is_own(actor.text or actor.name, entry):
        return own_side(entry)
    return _telling(actor.name or actor.text)


def own_side(entry: LedgerEntry) -> str:
    """Return the side of a claim's source, or the telling words of its name."""
    source = entry.claim.source
    if source.party not in (UNKNOWN, NO_PARTY):
        return source.party
    return UNKNOWN if source.own_voice else _telling(source.name)


@cache
def _own_words() -> tuple[frozenset[str], str, str]:
    data = load("link_own")
    return frozenset(data["pronouns"]), "|".join(data["possessives"]), "|".join(data["between"])


def is_own(words: str, entry: LedgerEntry) -> bool:
    """Whether words for a doer point back at the speaker: "it", "our forces", "its troops"."""
    pronouns, possessives, between = _own_words()
    lower = words.lower().strip()
    if lower in pronouns or re.match(rf"(?:{possessives})\s", lower):
        return True
    own = rf"\b(?:{possessives})\s+(?:(?:{between})\s+)*{re.escape(lower)}\b"
    return bool(lower) and re.search(own, entry.words.lower()) is not None


def holds_itself(entry: LedgerEntry) -> bool:
    """Whether a statement speaks of the speaker's own hold: "under its control", "in our hands"."""
    _, possessives, between = _own_words()
    held = "|".join(load("link_own")["held"])
    own = rf"\b(?:{possessives})\s+(?:(?:{between})\s+)*(?:{held})\b"
    return re.search(own, entry.content_words.lower()) is not None


@cache
def _telling(name: str) -> str:
    """Return the capitalised words of a name, in lower case, empty words left out; unknown if none."""
    empty = frozenset(load("link_words")["empty"])
    words = [match.group() for match in WORD.finditer(name)]
    kept = [word.casefold() for word in words if word[0].isupper() and word.lower() not in empty]
    return " ".join(kept) or UNKNOWN


@cache
def differ(one: str, other: str) -> bool:
    """Return whether two known doers are two: no word of one begins like a word of the other.

    >>> differ("Kestria", "kestrian"), differ("RSF", "rapid support forces"), differ("Kestria", "ostvan")
    (False, False, True)
    """
    if UNKNOWN in (one, other):
        return False
    a, b = one.casefold().split(), other.casefold().split()
    if any(_alike(x, y) for x in a for y in b):
        return False
    return not (_initials(a, b) or _initials(b, a))


def _alike(x: str, y: str) -> bool:
    return x == y or (
        min(len(x), len(y)) >= PREFIX
        and x[: max(PREFIX, min(len(x), len(y)) - 2)] == y[: max(PREFIX, min(len(x), len(y)) - 2)]
    )


def _initials(short: list[str], long: list[str]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)
