"""Words of a text as items of the time grammar: one letter each, so that rules are patterns.

"on Tuesday, 3 November" becomes "_W,dM"; the rules of `text/time_rules.py` are regular expressions
over such strings, and a match leads straight back to the words.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from contested.lexicons import load
from contested.text.numbers import BREAK, MARK, NUMBER, ORDINAL, WORD, Word

CODES = (
    ("months", "M"), ("months_doubtful", "m"), ("weekdays", "W"), ("weekdays_doubtful", "w"), ("seasons", "S"),
    ("seasons_doubtful", "s"), ("dayparts", "P"), ("clocknames", "K"), ("units_singular", "u"), ("units_plural", "v"),
    ("last", "l"), ("next", "x"), ("this", "h"), ("that", "e"), ("recent", "r"), ("vague_counts", "q"), ("edges", "i"),
    ("edge_nouns", "b"), ("sets_each", "E"), ("sets", "V"), ("weekdays_plural", "V"), ("zones", "Z"),
)  # fmt: skip
"""Tables of the lexicon and the letter of their words; single words here, phrases below."""
PHRASES = (
    ("fixed", "N"),
    ("holidays", "H"),
    ("approximators", "A"),
    ("loose", "~"),
    ("daypart_phrases", "P"),
    ("no_times", "_"),
)
PLAIN = {
    "a": "a", "an": "a", "the": "t", "of": "O", "ago": "g", "hence": "g", "before": "j", "after": "j", "and": "c",
    "or": "c", "to": "c", "half": "f", "more": "+", "additional": "+", "another": "+", "extra": "+", "consecutive": "+",
    "straight": "+", "full": "+", "whole": "+", "old": "B", "fiscal": "Y", "calendar": "Y", "am": "p", "pm": "p",
    "a.m": "p", "p.m": "p", "a.m.": "p", "p.m.": "p", "s": "z", "from": "F", "period": "Q", "o": "k", "clock": "C",
    "long": "L", "ahead": "G", "half-year": "u",
}  # fmt: skip
MARKS = {",": ",", ".": ".", "-": "-", "–": "-", "‑": "-", "'": "'", "’": "'", "‘": "'", "/": "/", "\n\n": "|"}


class Item(Word):
    """One or more words under one letter; `key` is the lexicon's word, `value` what it stands for.

    A word that the grammar does not know stays a plain `Word` among the items, under "_".
    """

    __slots__ = ("code", "number")
    value: Any

    def __init__(
        self, code: str, start: int, end: int, key: str, value: Any = None, number: float = 0.0, digits: bool = False
    ) -> None:
        self.code, self.start, self.end, self.lower = code, start, end, key
        self.kind, self.value, self.number, self.digits = WORD, value, number, digits


@cache
def _single() -> dict[str, tuple[str, Any]]:
    """Return the code and value of each single word."""
    lexicon, table = load("times"), {}
    for word, code in PLAIN.items():
        table[word] = (code, None)
    for name, code in CODES:
        words = lexicon[name]
        for word in words:
            table[word] = (code, words[word] if isinstance(words, dict) else None)
    for name, code in PHRASES:
        for phrase, value in lexicon[name].items():
            if " " not in phrase:
                table[phrase] = (code, value)
    return table


@cache
def _phrases() -> dict[tuple[str, str], list[tuple[tuple[str, ...], str, Any]]]:
    """Return phrases of several words by their first two words, the longest first."""
    lexicon = load("times")
    table: dict[tuple[str, str], list[tuple[tuple[str, ...], str, Any]]] = {}
    for name, code in PHRASES:
        for phrase, value in lexicon[name].items():
            parts = tuple(phrase.replace("'", " ' ").split())
            if len(parts) > 1:
                table.setdefault(parts[:2], []).append((parts, code, value))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _phrase_openers() -> frozenset[str]:
    return frozenset(first for first, _ in _phrases())


def items_of(words: tuple[Word, ...]) -> list[Word]:
    """Return the items of a text, phrases of the lexicon as one item each."""
    single, openers = _single(), _phrase_openers()
    found: list[Word] = []
    i, count = 0, len(words)
    while i < count:
        word = words[i]
        if word.kind is WORD:
            phrase = _phrase_at(words, i) if word.lower in openers else None
            if phrase is not None:
                found.append(phrase[0])
                i = phrase[1]
                continue
            known = single.get(word.lower)
            found.append(Item(known[0], word.start, word.end, word.lower, known[1]) if known else word)
        else:
            found.append(_mark(word) if word.kind is MARK else _numeral(word))
        i += 1
    return found


def _phrase_at(words: tuple[Word, ...], i: int) -> tuple[Item, int] | None:
    """Return the phrase of the lexicon that begins at word `i`, and the index after it."""
    if i + 1 >= len(words):
        return None
    first, second = words[i].lower, words[i + 1].lower.replace("’", "'")
    for parts, code, value in _phrases().get((first, second), ()):
        after = i + len(parts)
        if after > len(words) or any(words[i + k].lower.replace("’", "'") != parts[k] for k in range(2, len(parts))):
            continue
        if parts == ("the", "past") and _counts(words, after):
            continue
        return Item(code, words[i].start, words[after - 1].end, " ".join(parts), value), after
    return None


def _counts(words: tuple[Word, ...], i: int) -> bool:
    """Whether a count or a unit follows: "the past three days" is no "the past"."""
    if i >= len(words):
        return False
    word = words[i]
    return word.kind in (NUMBER, ORDINAL) or _single().get(word.lower, ("_",))[0] in "uvqSsaPMmW"


def _mark(word: Word) -> Item:
    if word.digits:
        return Item("T" if ":" in word.lower else "I", word.start, word.end, word.lower)
    return Item(MARKS.get(word.lower, "_"), word.start, word.end, word.lower)


def _numeral(word: Word) -> Item:
    """Return the item of a number: day of a month, year, ordinal, or plain count."""
    if word.kind is BREAK:
        return Item("|", word.start, word.end, "\n\n")
    code = "n"
    if word.kind is ORDINAL:
        code = "u" if word.lower == "second" else "o"
        return Item("o", word.start, word.end, word.lower, "TS" if code == "u" else None, word.value, word.digits)
    if word.value == int(word.value):
        if len(word.lower) == 4 and word.lower[0] == "0" and word.lower.isdigit() and word.value % 100 < 60:
            code = "T"  # "0600"
        elif word.digits and word.lower.isdigit():
            if 1 <= word.value <= 31 and len(word.lower) <= 2:
                code = "d"
            elif 1000 <= word.value <= 2199 and len(word.lower) == 4:
                code = "y"
        elif not word.digits and 1500 <= word.value <= 2100 and "hundred" not in word.lower:
            code = "y"  # "nineteen ninety-four", "two thousand"
    return Item(code, word.start, word.end, word.lower, None, word.value, word.digits)
