"""Figures: the number part of a quantity with what bounds it.

"up to 200" has a high and no low, "tens of thousands" a low and no high, "two to three million"
both; what is counted is read in `text/quantities.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from contested.lexicons import load
from contested.text.numbers import BREAK, MARK, NUMBER, ORDINAL, WORD, Word

DASHES = frozenset("-–—‑")


@dataclass(slots=True)
class Figure:
    """A figure at words `first:last` (last exclusive); `stem` is where the number itself begins."""

    first: int
    last: int
    stem: int
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str = ""  # "share" or a currency where the figure itself says so
    approximate: bool = False
    superlative: str | None = None
    vague: bool = False  # "dozens": needs no unit to be a quantity
    bounded: bool = False


@cache
def lexicon() -> dict[str, Any]:
    """Return the lexicon of quantities, loaded once."""
    return load("quantities")


@cache
def _leads() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return what may stand before a figure, by its last word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("upper", "lower", "near", "skip", "superlatives"):
        for phrase in lexicon()[kind]:
            words = tuple(phrase.replace("-", " - ").split())
            table.setdefault(words[-1], []).append((words, kind))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _scales() -> dict[str, int]:
    return {word: int(scale) for word, scale in load("numbers")["scales"].items()}


def read_figure(words: tuple[Word, ...], i: int) -> Figure | None:
    """Return the figure whose number begins at word `i`, with its bounds, or None."""
    word = words[i]
    figure = None
    if word.kind is NUMBER:
        figure = _range(words, i) or _number(words, i)
    elif word.kind is ORDINAL:
        figure = _ordinal_fraction(words, i)
    elif word.kind is WORD:
        figure = _vague(words, i) or _fraction(words, i) or _share(words, i)
    if figure is None:
        return None
    _read_percent(words, figure)
    _read_after(words, figure)
    _read_before(words, figure)
    return figure


def _at(words: tuple[Word, ...], i: int) -> str:
    return words[i].lower if 0 <= i < len(words) else ""


def _number(words: tuple[Word, ...], i: int) -> Figure:
    """Read "270", "1.5 million", "two-thirds", "one and a half million"."""
    value = words[i].value
    part = lexicon()["fractions"].get(_at(words, i + 1)) or (
        lexicon()["fractions"].get(_at(words, i + 2)) if _at(words, i + 1) in DASHES else None
    )
    if part and value < 10 and not words[i].digits:
        last = i + 2 if _at(words, i + 1) not in DASHES else i + 3
        return Figure(i, last, i, best=round(value * part, 4) if part != 0.3333 else round(value / 3, 4), unit="share")
    share = _out_of(words, i)
    if share is not None:
        return share
    if _at(words, i + 1) == "and" and _at(words, i + 2) == "a" and _at(words, i + 3) == "half":
        scale = _scales().get(_at(words, i + 4), 1)
        return Figure(i, i + (5 if scale > 1 else 4), i, best=(value + 0.5) * scale)
    if _at(words, i - 1) in DASHES and _at(words, i - 2) == "multi":  # "multi-thousand-strong"
        return Figure(i - 2, i + 1, i, low=2 * value, approximate=True, vague=True, bounded=True)
    return Figure(i, i + 1, i, best=value)


def _out_of(words: tuple[Word, ...], i: int) -> Figure | None:
    """Read "four out of five houses", "one in three"."""
    value, whole = words[i].value, 0
    if _at(words, i + 1) == "out" and _at(words, i + 2) == "of":
        whole = i + 3
    elif value == 1 and _at(words, i + 1) == "in":
        whole = i + 2
    if not whole or whole >= len(words) or words[whole].kind is not NUMBER:
        return None
    if not value < words[whole].value <= 100:
        return None
    return Figure(i, whole + 1, i, best=round(value / words[whole].value, 4), unit="share")


def _range(words: tuple[Word, ...], i: int) -> Figure | None:
    """Read "two to three", "40-50", "between 40 and 50", "2-3 million"."""
    joint = _at(words, i + 1)
    between = _at(words, i - 1) == "between" or _at(words, i - 1) == "from"
    if not (joint in ("to", "or") or joint in DASHES or (joint == "and" and between)):
        return None
    if i + 2 >= len(words) or words[i + 2].kind is not NUMBER:
        return None
    low, high = words[i].value, words[i + 2].value
    scale = _scales().get(words[i + 2].lower.split()[-1], 1)
    if scale > 1 and words[i].lower.split()[-1] not in _scales() and low < high:
        low *= scale
    if low >= high or (joint in DASHES and words[i + 1].start != words[i].end and words[i + 1].lower == "-"):
        return None
    return Figure(i - 1 if between else i, i + 3, i, low=low, high=high, bounded=True)


def _vague(words: tuple[Word, ...], i: int) -> Figure | None:
    """Read "dozens", "tens of thousands", "several hundred", "a handful", "hundreds of thousands"."""
    table, plural = lexicon()["vague"], lexicon()["scales_plural"]
    word = words[i].lower
    if word not in table or table[word] is None:
        return None
    if word in lexicon()["article"] and _at(words, i - 1) not in ("a", "every", "the", "last", "only"):
        return None
    low, last = float(table[word]), i + 1
    after = last + 1 if _at(words, last) == "of" else last
    if _at(words, after) in plural and after > last:  # "tens of thousands"
        low, last = low * plural[_at(words, after)], after + 1
    elif _at(words, after) in _scales() and (after == last or word == "couple"):  # "several hundred"
        low, last = low * words[after].value, after + 1
    elif word == "tens":
        return None  # "tens" alone is "tens of metres": it bounds nothing
    if word == "couple":
        return Figure(i, last, i, best=low, approximate=True, vague=True, bounded=True)
    return Figure(i, last, i, low=low, approximate=True, vague=True, bounded=True)


def _fraction(words: tuple[Word, ...], i: int) -> Figure | None:
    """Read "half of the city", "half the city", "a third of", "half a million"."""
    word = words[i].lower
    if word not in ("half", "quarter"):
        return None
    after = _at(words, i + 1)
    if word == "half" and after == "a" and _at(words, i + 2) in _scales():
        return Figure(i, i + 3, i, best=0.5 * words[i + 2].value)
    if word == "half" and after in ("of", "the", "its", "their", "his", "her"):
        return Figure(i, i + 1, i, best=0.5, unit="share")
    if word == "quarter" and after == "of" and _at(words, i - 1) == "a":
        return Figure(i, i + 1, i, best=0.25, unit="share")
    return None


def _ordinal_fraction(words: tuple[Word, ...], i: int) -> Figure | None:
    """Read "a third of", "one fifth of"."""
    value = lexicon()["fractions"].get(words[i].lower)
    if value is None or _at(words, i + 1) != "of" or _at(words, i - 1) not in ("a", "one", "nearly", "about"):
        return None
    return Figure(i, i + 1, i, best=value, unit="share")


def _share(words: tuple[Word, ...], i: int) -> Figure | None:
    """Read "most of the city", "the majority of"."""
    bounds = lexicon()["shares"].get(words[i].lower)
    if bounds is None or _at(words, i + 1) != "of":
        return None
    return Figure(i, i + 1, i, low=bounds[0], high=bounds[1], unit="share", vague=True, approximate=True)


def _read_percent(words: tuple[Word, ...], figure: Figure) -> None:
    """Turn "70 per cent" into a share of 0.7."""
    word, skip = _at(words, figure.last), 1
    if word == "per" and _at(words, figure.last + 1) == "cent":
        skip = 2
    elif word not in lexicon()["percent"]:
        return
    figure.last += skip
    figure.unit = "share"
    for name in ("low", "best", "high"):
        value = getattr(figure, name)
        setattr(figure, name, None if value is None else round(value / 100, 6))


def _read_after(words: tuple[Word, ...], figure: Figure) -> None:
    """Take in "or more", "or so", "-odd", "-plus", "+" after a figure."""
    first, second = _at(words, figure.last), _at(words, figure.last + 1)
    if first == "or" and second in ("more", "so", "fewer", "less"):
        _bound(figure, {"more": "lower", "so": "near"}.get(second, "upper"))
        figure.last += 2
    elif first == "+" and words[figure.last].start == words[figure.last - 1].end:
        _bound(figure, "lower")
        figure.last += 1
    elif first in DASHES and second in ("odd", "plus"):
        _bound(figure, "near" if second == "odd" else "lower")
        figure.last += 2
    strong = 2 if _at(words, figure.last) in DASHES else 1
    if _at(words, figure.last + strong - 1) == "strong":
        figure.last += strong
        figure.unit = "person"


def _read_before(words: tuple[Word, ...], figure: Figure) -> None:
    """Take in what bounds the figure: "up to", "at least", "about", "a record"; outermost last."""
    at, kinds = figure.first, []
    if _at(words, at - 1) in lexicon()["currencies"] and words[at - 1].end == words[at].start:
        at -= 1  # "at least $2 million"
    while True:
        lead = _lead(words, at)
        if lead is None:
            break
        at, kind, phrase = lead
        kinds.append(kind)
        if kind != "skip":
            figure.first = at
        if kind == "superlatives":
            figure.superlative = phrase
            if _at(words, at - 1) in ("a", "an", "the"):
                figure.first = at - 1
    for kind in kinds:
        if kind in ("upper", "lower", "near"):
            _bound(figure, kind)
            break
    if figure.first == figure.stem and _at(words, figure.stem - 1) in ("a", "an") and _takes_article(words, figure):
        figure.first = figure.stem - 1


def _takes_article(words: tuple[Word, ...], figure: Figure) -> bool:
    """Whether "a" belongs to the figure: "a dozen", "a third", "a few"; not "a 12-hour battle"."""
    word = words[figure.stem]
    return not word.digits and (word.kind is not NUMBER or word.lower.split()[0] in _scales())


def _lead(words: tuple[Word, ...], at: int) -> tuple[int, str, str] | None:
    """Return where the phrase before word `at` begins, its kind and its words."""
    if at < 1 or words[at - 1].kind is BREAK:
        return None
    for phrase, kind in _leads().get(words[at - 1].lower, ()):
        begin = at - len(phrase)
        if begin >= 0 and tuple(word.lower for word in words[begin:at]) == phrase:
            return begin, kind, " ".join(phrase).replace(" - ", "-")
    return None


def _bound(figure: Figure, kind: str) -> None:
    """Move the figure to the bound that the words state."""
    figure.bounded = True
    if kind == "near":
        figure.approximate = True
    elif kind == "upper":
        figure.high = figure.high or figure.best or figure.low
        figure.low = figure.best = None
    elif kind == "lower":
        figure.low = figure.low or figure.best or figure.high
        figure.best = figure.high = None


def is_phrase(words: tuple[Word, ...], i: int, phrases: Iterable[str]) -> int:
    """Return how many words the longest of the phrases takes at `i`, 0 for none."""
    longest = 0
    for phrase in phrases:
        parts = phrase.split()
        if len(parts) > longest and [word.lower for word in words[i : i + len(parts)]] == parts:
            longest = len(parts)
    return longest


__all__ = ["MARK", "Figure", "is_phrase", "lexicon", "read_figure"]
