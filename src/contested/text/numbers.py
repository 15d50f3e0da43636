"""Words and numbers of a text, as times and quantities read them.

The parser's tokens vary with the model and glue numbers to units; rules about figures want their
own, plainer words: runs of letters, numerals, single marks. Number words are read together:
"a hundred and thirty million" is one word with value 130,000,000.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from contested.lexicons import load

PIECE = re.compile(
    r"([^\W\d_]{2,})|(\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d))"
    r"|(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(\b[aApP]\.[mM]\b\.?|[^\W\d_])|(\n[ \t\r]*\n)|([^\w\s]|_)"
)
"""Letters, dates and clock times in digits, numerals, single letters and "p.m.", a blank line, a
mark. Words come first, since nearly all of a report is words."""
LETTERS, STAMP, NUMERAL, SINGLE, BLANK = 1, 2, 3, 4, 5
"""Groups of PIECE; a stamp (a date or a clock time in digits) becomes a mark with digits."""
NUMBER, ORDINAL, WORD, MARK, BREAK = "number", "ordinal", "word", "mark", "break"


class Word:
    """A run of letters, a number (however many words it takes), a mark or a paragraph's end."""

    __slots__ = ("digits", "end", "kind", "lower", "start", "value")
    code = "_"  # the time grammar's letter for a word that is none of its own

    def __init__(self, start: int, end: int, lower: str, kind: str, value: float = 0.0, digits: bool = False) -> None:
        self.start = start
        self.end = end
        self.lower = lower  # the words, in lower case
        self.kind = kind
        self.value = value  # of a number or an ordinal
        self.digits = digits  # written in digits

    @property
    def key(self) -> str:
        """The words in lower case, as the time grammar's items call them."""
        return self.lower

    def __repr__(self) -> str:
        return f"{self.lower}/{self.kind}"


@cache
def _tables() -> tuple[dict[str, int], dict[str, int], dict[str, int], frozenset[str]]:
    words = load("numbers")
    return words["cardinals"], words["scales"], words["ordinals"], frozenset(words["ordinal_endings"])


@lru_cache(maxsize=8)
def scan(text: str) -> tuple[Word, ...]:
    """Return the words of a text with its numbers read.

    >>> [(w.lower, w.value) for w in scan("Twenty-four of 1.5 million") if w.kind == NUMBER]
    [('twenty-four', 24.0), ('1.5 million', 1500000.0)]
    """
    pieces, numbers = _pieces(text)
    words: list[Word] = []
    done = 0
    for i in numbers:
        if i >= done:  # else a word inside the last number
            words.extend(pieces[done:i])
            word, done = _read_number(text, pieces, i)
            words.append(word)
    words.extend(pieces[done:])
    return tuple(words)


def _pieces(text: str) -> tuple[list[Word], list[int]]:
    """Return letters, numerals and marks, one by one, and the indices of those that begin a number."""
    number_words = _number_words()
    found: list[Word] = []
    numbers: list[int] = []
    for match in PIECE.finditer(text):
        kind, (start, end) = match.lastindex, match.span()
        if kind in (LETTERS, SINGLE):
            lower = text[start:end].lower()
            if lower in number_words:
                numbers.append(len(found))
            found.append(Word(start, end, lower, WORD))
        elif kind == NUMERAL:
            numbers.append(len(found))
            piece = text[start:end]
            found.append(Word(start, end, piece, NUMBER, float(piece.replace(",", "")), True))
        elif kind == BLANK:
            found.append(Word(start, end, "\n\n", BREAK))
        else:
            found.append(Word(start, end, text[start:end], MARK, 0.0, kind == STAMP))
    return found, numbers


@cache
def _number_words() -> frozenset[str]:
    cardinals, scales, ordinals, _ = _tables()
    return frozenset([*cardinals, *scales, *ordinals])


def _joined(pieces: list[Word], i: int) -> int:
    """Return the index after a hyphen or "and" that joins number words, else `i` itself."""
    if i + 1 < len(pieces):
        mark = pieces[i]
        if mark.lower in ("-", "‑") and mark.start == pieces[i - 1].end and pieces[i + 1].start == mark.end:
            return i + 1
    return i


def _read_number(text: str, pieces: list[Word], i: int) -> tuple[Word, int]:
    """Return the number that begins at `i` and the index after it."""
    first = pieces[i]
    if first.digits:
        return _read_digits(text, pieces, i)
    return _read_words(text, pieces, i)


def _read_digits(text: str, pieces: list[Word], i: int) -> tuple[Word, int]:
    """Read "12,000", "1.5 million", "3rd"."""
    _, scales, _, endings = _tables()
    first, value, after = pieces[i], pieces[i].value, i + 1
    following = pieces[after] if after < len(pieces) else None
    if following and following.start == first.end and following.lower in endings and value == int(value):
        return Word(first.start, following.end, text[first.start : following.end].lower(), ORDINAL, value, True), i + 2
    step = _joined(pieces, after)
    while step < len(pieces) and pieces[step].lower in scales and pieces[step].lower != "dozen":
        value *= scales[pieces[step].lower]
        after = step + 1
        step = _joined(pieces, after)
    end = pieces[after - 1].end
    return Word(first.start, end, text[first.start : end].lower(), NUMBER, value, True), after


def _read_words(text: str, pieces: list[Word], i: int) -> tuple[Word, int]:
    """Read "twenty-four", "a hundred and thirty million", "nineteen ninety-four", "twenty-first".

    A bare scale ("hundreds" never comes here, "hundred" does) counts one: "a hundred".
    """
    cardinals, scales, ordinals, _ = _tables()
    total, current, last, after, kind = 0.0, 0.0, -1.0, i, NUMBER
    while after < len(pieces):
        lower = pieces[after].lower
        if lower in scales:
            scale = scales[lower]
            if scale == 100 or scale == 12:
                current = (current or 1.0) * scale
            else:
                total, current = total + (current or 1.0) * scale, 0.0
            last = scale
        elif lower in cardinals:
            value = cardinals[lower]
            if not _fits(current, last, value):
                if 13 <= current <= 20 and 10 <= value <= 99 and total == 0:  # "nineteen ninety-four"
                    current, last = current * 100 + value, value
                    after = _joined(pieces, after + 1)
                    continue
                break
            current, last = current + value, value
        elif lower in ordinals and _fits(current, last, ordinals[lower]):
            current, kind = current + ordinals[lower], ORDINAL
            after += 1
            break
        elif lower == "and" and after > i and last in (100, 1000, 1000000) and _is_cardinal(pieces, after + 1):
            after += 1
            continue
        else:
            break
        after = _joined(pieces, after + 1)
    while pieces[after - 1].kind is MARK:  # a hyphen that joined nothing: "three-day"
        after -= 1
    after = max(after, i + 1)
    end = pieces[after - 1].end
    return Word(pieces[i].start, end, text[pieces[i].start : end].lower(), kind, total + current), after


def _is_cardinal(pieces: list[Word], i: int) -> bool:
    return i < len(pieces) and pieces[i].lower in _tables()[0]


def _fits(current: float, last: float, value: float) -> bool:
    """Whether a cardinal may follow: "twenty" takes "four", "hundred" takes anything below it."""
    if last < 0:
        return True
    if last >= 100 or current == 0:
        return value < 100 and last >= 12
    return last >= 20 and value < 10 and last % 10 == 0
