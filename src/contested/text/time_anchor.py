"""What a relative time expression is relative to: the day of the report, and the verb's tense."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from contested.lexicons import load
from contested.model import Anchor
from contested.parse import Parse, Token

PAST, PRESENT, FUTURE, UNKNOWN = "past", "present", "future", "unknown"


FRONTED = 3
"""Among a sentence's first words a time goes with the main clause."""


@cache
def words(table: str) -> frozenset[str]:
    """Return one of the lexicon's plain word lists."""
    return frozenset(load("times")[table])


def governing_verb(parse: Parse, position: int) -> Token | None:
    """Return the nearest verb above the word at a position."""
    token = parse.token_at(position)
    if token is None or token.pos in ("VERB", "AUX"):
        return token
    sentence = parse.sentences[token.sentence]
    if token.i - sentence.first < FRONTED:  # "On Tuesday the army, which will …, said": with the main verb
        root = next((word for word in parse.sentence_tokens(token.sentence) if word.is_root), None)
        if root is not None and root.pos in ("VERB", "AUX"):
            return root
    return next((above for above in token.ancestors() if above.pos in ("VERB", "AUX")), None)


def tense_at(parse: Parse, position: int) -> str:
    """Return the tense of the verb that governs the word at a position: past, present, future.

    "will meet on Friday" is future, as is "plans to meet on Friday"; "met on Friday" is past.
    """
    token = parse.token_at(position)
    if token is None:
        return UNKNOWN
    verb = (
        token
        if token.pos in ("VERB", "AUX")
        else next((t for t in token.ancestors() if t.pos in ("VERB", "AUX")), None)
    )
    if verb is None:
        return UNKNOWN
    if verb.lemma in words("setting") and verb is not token and _hangs_on_for(token, verb):
        return FUTURE
    return tense_of(verb)


def _hangs_on_for(token: Token, verb: Token) -> bool:
    """Whether the expression hangs on the verb by "for": "planned for March"."""
    below = token
    for above in token.ancestors():
        if above is verb:
            return below.lower == "for"
        below = above
    return False


def tense_of(verb: Token) -> str:
    """Return the tense of a verb with its auxiliaries, seen through infinitives."""
    auxiliaries = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    helpers = [child.lower for child in auxiliaries]
    if any(word in words("future_modals") for word in helpers):
        return PAST if "have" in helpers else FUTURE  # "could have fallen on Monday"
    if "to" in helpers and verb.tag == "VB":
        head = verb.head
        return (
            FUTURE
            if head is verb or head.lemma in words("prospective")
            else tense_of(head)
            if head.pos in ("VERB", "AUX")
            else FUTURE
        )
    if verb.tag in ("VBD", "VBN") and not auxiliaries:
        return PAST
    if any(child.tag == "VBD" or child.lemma == "have" for child in auxiliaries):
        return PAST
    if verb.tag in ("VBG", "VB") and not auxiliaries and not verb.is_root and verb.head.pos in ("VERB", "AUX"):
        return tense_of(verb.head)
    return PRESENT


class Anchoring:
    """The days that expressions of one report are resolved against, as reading goes on.

    `day` is the day of publication, or of the section's own heading; None where neither is known,
    and then relative expressions stay unresolved. `last` is the last day, month or quarter named.
    """

    def __init__(self, parse: Parse, day: date | None, kind: Anchor, text: str) -> None:
        self.parse = parse
        self.text = text
        self.day = day
        self.published = day
        self.kind = kind if day is not None else Anchor.UNKNOWN
        self.last_day: date | None = None
        self.last_unit = ""

    def tense(self, position: int) -> str:
        """Return the tense that governs the words at a position."""
        return tense_at(self.parse, position)

    def looks_ahead(self, position: int) -> bool:
        """Whether the words at a position speak of what is to come.

        A simple present does too ("they meet on Monday"), but not that of a verb of saying.
        """
        tense = self.tense(position)
        if tense != PRESENT:
            return tense == FUTURE
        verb = governing_verb(self.parse, position)
        if verb is None or any(token.tag == "VBD" for token in self.parse.sentence_tokens(verb.sentence)):
            return False  # what the parser takes for a present, in a sentence told in the past
        return verb.tag in ("VBP", "VBZ", "VB") and verb.pos == "VERB" and verb.lemma not in words("saying")

    def weekday(self, number: int, direction: int) -> date | None:
        """Return the nearest such weekday: behind (-1) or ahead (1), the day itself included."""
        if self.day is None:
            return None
        away = (self.day.weekday() - number) % 7
        return self.day - timedelta(away) if direction < 0 or away == 0 else self.day + timedelta(7 - away)
