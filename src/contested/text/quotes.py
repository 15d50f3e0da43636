"""Quotes: the stretches between quotation marks, also where a mark is missing.

Marks are read paragraph by paragraph, so that one missing mark spoils one paragraph at most. A
quotation that runs over paragraphs opens each of them and closes only the last; all but the last
piece come back with `closed=False`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from contested.parse import Parse, Token
from contested.reading import Quote, Reading

MARKS = re.compile(r"''|``|[\"“”„«»‘’‚']")
KINDS = {
    "“": "double", "”": "double", "„": "double", '"': "double", "''": "double", "``": "double",
    "«": "guillemet", "»": "guillemet",
    "‘": "single", "’": "single", "‚": "single", "'": "single",
}  # fmt: skip
ONLY_OPENS = frozenset("„«‘‚") | {"``"}
LONGEST_TITLE = 8
SHORT = 4
"""Words up to which a quotation with no verb may be a scare quote; longer ones quote somebody."""


@dataclass(slots=True)
class _Open:
    kind: str
    start: int
    depth: int


def find_quotes(reading: Reading) -> Reading:
    """Return the reading with its quotations. Needs: parse. Adds: quotes.

    'He called the town a "grey zone", and said: "We hold it."' → "grey zone", "We hold it."
    """
    quotes: list[Quote] = []
    for start, end in reading.parse.paragraphs:
        quotes += quotes_in(reading.text, start, end)
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    return replace(reading, quotes=tuple(_judged(quotes, reading.parse)))


def quotes_in(text: str, start: int, end: int) -> list[Quote]:
    """Return the quotations of one paragraph, outer before inner.

    >>> [q.start for q in quotes_in('He said: "No."', 0, 14)]
    [10]
    """
    stack: list[_Open] = []
    quotes: list[Quote] = []
    for mark in MARKS.finditer(text, start, end):
        role = _role(text, mark.start(), mark.end(), start, end, stack)
        kind = KINDS[mark.group()]
        if role == "open":
            if stack and stack[-1].kind == kind:  # the last one was never closed
                quotes += _cut_short(text, stack.pop(), mark.start())
            stack.append(_Open(kind, mark.end(), len(stack)))
        elif role == "close":
            while stack and stack[-1].kind != kind:
                stack.pop()  # an inner mark that was an apostrophe after all
            opened = stack.pop()
            if mark.start() > opened.start:
                quotes.append(Quote(opened.start, mark.start(), depth=opened.depth))
    quotes += [Quote(o.start, end, closed=False, depth=o.depth) for o in stack if o.kind != "single" and o.start < end]
    return sorted(quotes, key=lambda quote: (quote.start, -quote.end))


def _role(text: str, at: int, after: int, start: int, end: int, stack: list[_Open]) -> str:
    """Return "open", "close" or "none" (an apostrophe) for the mark at `at:after`."""
    mark = text[at:after]
    before = text[at - 1] if at > start else " "
    behind = text[after] if after < end else " "
    inside = any(item.kind == KINDS[mark] for item in stack)
    if mark in ONLY_OPENS:
        if mark == "‘" and before.isalnum():
            return "none"
        return "open"
    if mark in ("”", "»"):
        return "close" if inside else "none"
    if mark == "“":  # closes German and Ukrainian „…“ and a careless “…“
        if inside and not before.isspace() and not behind.isalnum():
            return "close"
        return "open"
    if KINDS[mark] == "single":
        return _single(before, behind, inside)
    return _straight(before, behind, inside)


def _single(before: str, behind: str, inside: bool) -> str:
    """Tell a single mark from an apostrophe: "Russia's", "the troops' flag", 'a "grey zone"'."""
    if before.isalnum() and behind.isalnum():
        return "none"
    if inside and not before.isspace() and not behind.isalnum():
        return "close"
    if not before.isalnum() and before not in ".,;!?)" and (behind.isalnum() or behind in "[($£€"):
        return "none" if behind.isdigit() else "open"
    return "none"


def _straight(before: str, behind: str, inside: bool) -> str:
    """Tell which way a straight mark faces, from what stands on its two sides."""
    could_open = before.isspace() or before in "([{—–-:/‘'“"
    could_close = behind.isspace() or behind in ".,;:!?)]}—–-/’'”"
    if inside and could_close and not (could_open and before.isspace() and not behind.isspace()):
        return "close"
    if could_open and not behind.isspace():
        return "open"
    if inside:
        return "close"
    return "open" if not behind.isspace() else "none"


def _cut_short(text: str, opened: _Open, limit: int) -> list[Quote]:
    """Return an unclosed quotation, ended at its first full stop or comma before the next one opens."""
    end = re.search(r"[.!?…,]", text[opened.start : limit])
    stop = opened.start + end.end() if end else limit
    return [Quote(opened.start, stop, closed=False, depth=opened.depth)] if stop > opened.start else []


def _judged(quotes: list[Quote], parse: Parse) -> Iterator[Quote]:
    """Yield the quotations, scare quotes and titles flagged."""
    for quote in quotes:
        tokens = parse.tokens_in(quote.start, quote.end)
        yield replace(quote, scare=bool(tokens) and _is_scare(tokens, quote))


def _is_scare(tokens: tuple[Token, ...], quote: Quote) -> bool:
    """Whether the marks hold a title or a distanced word rather than somebody's statement."""
    words = [token for token in tokens if token.pos not in ("PUNCT", "SYM")]
    if not words or quote.end - quote.start < 2:
        return True
    if tokens[-1].text in (",", ".", "!", "?", "…", "...") and len(words) > 1:
        return False
    if _is_title(words):
        return True
    return len(words) <= SHORT and not any(token.tag in ("VBZ", "VBP", "VBD", "MD") for token in words)


def _is_title(words: list[Token]) -> bool:
    """Whether the words are capitalised as in a name or title: "Voice of the Front", "Timur"."""
    content = [word for word in words if word.pos not in ("ADP", "DET", "CCONJ", "PART") and word.text.isalpha()]
    if not content or len(content) > LONGEST_TITLE or content[0].pos not in ("PROPN", "NOUN", "ADJ"):
        return False
    return all(word.text[0].isupper() for word in content)
