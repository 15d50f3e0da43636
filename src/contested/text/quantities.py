"""Quantities: each stated figure with its bounds, its unit and what is counted.

Figures come from `text/quantity_figures.py`; here they get their thing. Dates, years, ordinals and
designations ("T-72", "7th Corps", "155mm") are no quantities.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cache

from contested.model import UNKNOWN, Quantity
from contested.reading import Reading
from contested.text.numbers import BREAK, NUMBER, ORDINAL, WORD, Word, scan
from contested.text.quantity_context import counted, fate_of, group_of, inherited_unit, restated, share_fates, unit_of
from contested.text.quantity_figures import DASHES, Figure, lexicon, read_figure


def find_quantities(reading: Reading) -> Reading:
    """Return the reading with its quantities. Needs: parse, times. Adds: quantities."""
    words, openers = scan(reading.text), _openers()
    starts = [time.start for time in reading.times]
    found: list[Quantity] = []
    done = 0
    for at, word in enumerate(words):
        if at < done or not (word.kind is NUMBER or word.kind is ORDINAL or word.lower in openers):
            continue
        figure = read_figure(words, at)
        if figure is None or _in_time(reading, starts, words[figure.stem]) or _is_designation(words, figure):
            continue
        quantity, done = _complete(reading, words, figure, starts, found)
        if quantity is not None:
            found.append(quantity)
    return replace(reading, quantities=tuple(share_fates(reading.parse, found)))


@cache
def _openers() -> frozenset[str]:
    """Return the words, besides numbers, with which a figure can begin."""
    table = lexicon()
    return frozenset([*table["vague"], "half", "quarter", *table["shares"]])


def _in_time(reading: Reading, starts: list[int], word: Word) -> bool:
    """Whether the number is part of a time expression."""
    at = bisect_right(starts, word.start) - 1
    return at >= 0 and reading.times[at].end > word.start


def _is_designation(words: tuple[Word, ...], figure: Figure) -> bool:
    """Whether the number names a thing: "T-72", "M23", "No. 5", "Resolution 2334", "155mm"."""
    i, word = figure.stem, words[figure.stem]
    if not word.digits:
        return False
    before = words[i - 1] if i else None
    if before is not None and before.end == word.start:
        if before.lower.isalpha() or before.lower in ("_", "#"):
            return True
        if before.lower in DASHES and i >= 2 and words[i - 2].end == before.start and words[i - 2].lower.isalpha():
            return words[i - 2].lower not in ("mid", "about", "some", "over")
    if before is not None and before.lower == "." and i >= 2 and words[i - 2].lower == "no":
        return True
    after = words[figure.last] if figure.last < len(words) else None
    if after is not None and after.lower in DASHES and figure.last + 1 < len(words):
        after = words[figure.last + 1]  # "a 105-mm cannon"
    if after is not None and after.lower in lexicon()["calibres"] and (after.start - word.end) <= 1:
        return True
    if after is not None and after.start == words[figure.last - 1].end and after.lower.isalpha():
        return after.lower not in lexicon()["attached"]
    if before is not None and before.lower in lexicon()["designators"] and figure.first == i:
        return before.lower not in ("no", "an", "km", "s") or not word.digits
    return False


def _complete(
    reading: Reading, words: tuple[Word, ...], figure: Figure, starts: list[int], found: list[Quantity]
) -> tuple[Quantity | None, int]:
    """Return the quantity with its unit and what it counts, and the index of the word after it."""
    start, end = words[figure.first].start, words[figure.last - 1].end
    unit, factor, of, fate, group = figure.unit, 1.0, None, None, None
    currency = lexicon()["currencies"].get(words[figure.stem - 1].lower) if figure.stem else None
    last = figure.last
    if currency and words[figure.stem - 1].end == words[figure.stem].start:
        unit, start = currency, min(start, words[figure.stem - 1].start)
    elif not unit:
        unit, factor, last = _measure(words, figure.last)
        end = words[last - 1].end
    if not unit and (age_end := _age(reading, words, figure, found)):
        return _quantity(reading, figure, start, age_end, "age"), last
    if not unit or unit in ("share", "person"):
        noun = counted(reading.parse, words[last - 1].end, unit == "share", _next(starts, start, reading))
        if noun is not None:
            of = reading.text[noun[0].start : noun[-1].end]
            unit = unit or unit_of(noun)
            group = group_of(noun)
        fate = fate_of(reading.parse, start, end, noun)
        if not unit and fate:
            unit = "person"
        if noun is None and not unit:
            unit = inherited_unit(reading.parse, start, end)
            again = None if unit else restated(reading.parse, start, found)
            if again is not None:
                unit, fate, group = again.unit, again.fate, again.group
        if noun is None and not unit and _is_name(reading, words, figure):
            return None, 0
        if noun is None and not unit and not (figure.bounded or words[figure.stem].digits or figure.superlative):
            return None, 0
        if _is_pronoun(words, figure, unit):
            return None, 0
    return _quantity(reading, figure, start, end, unit or UNKNOWN, factor, of, fate, group), last


def _quantity(
    reading: Reading, figure: Figure, start: int, end: int, unit: str, factor: float = 1.0, of: str | None = None,
    fate: str | None = None, group: str | None = None,
) -> Quantity:  # fmt: skip
    low, best, high = (None if v is None else round(v * factor, 6) for v in (figure.low, figure.best, figure.high))
    return Quantity(
        start=start, end=end, text=reading.text[start:end], low=low, best=best, high=high, unit=unit, of=of,
        approximate=figure.approximate, superlative=figure.superlative,
        fate=fate if unit == "person" else None, group=group if unit == "person" else None,
    )  # fmt: skip


def _is_name(reading: Reading, words: tuple[Word, ...], figure: Figure) -> bool:
    """Whether a bare number is part of a name or numbers a line: "CTF 50", "Article 5", "1. …"."""
    if figure.bounded or figure.superlative:
        return words[figure.stem].lower in ("numerous", "multiple")
    if not figure.stem or words[figure.stem - 1].kind == BREAK:
        return words[figure.last].lower in (".", ")") if figure.last < len(words) else False
    before = reading.parse.token_at(words[figure.stem - 1].start)
    return before is not None and before.pos in ("PROPN", "NOUN", "SYM") and words[figure.stem].digits


def _next(starts: list[int], position: int, reading: Reading) -> int:
    """Return where the next time expression begins, the text's end where there is none."""
    at = bisect_right(starts, position)
    return starts[at] if at < len(starts) else len(reading.text)


def _is_pronoun(words: tuple[Word, ...], figure: Figure, unit: str) -> bool:
    """Whether the figure is the pronoun "one", or "one of the most …"."""
    if words[figure.stem].lower != "one":
        return False
    after = [word.lower for word in words[figure.last : figure.last + 3]]
    if figure.stem and words[figure.stem - 1].lower in ("no", "any", "every", "each", "this", "that", "which"):
        return True
    return not unit or (after[:1] == ["of"] and any(word == "most" or word.endswith("est") for word in after[1:]))


@cache
def _measures() -> dict[str, list[tuple[tuple[str, ...], str, float]]]:
    """Return measure words by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, float]]] = {}
    tables = lexicon()["measures"] | {w: [code, 1] for w, code in lexicon()["currencies"].items() if w.isalpha()}
    for phrase, (unit, factor) in tables.items():
        parts = ("km", "2") if phrase == "km2" else tuple(phrase.split())
        table.setdefault(parts[0], []).append((parts, unit, float(factor)))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _measure(words: tuple[Word, ...], i: int) -> tuple[str, float, int]:
    """Return unit, factor and the index after a measure at word `i` ("square kilometres", "-km")."""
    at = i + 1 if i + 1 < len(words) and words[i].lower in DASHES else i
    named = at + 1 < len(words) and words[at + 1].kind == words[at].kind == WORD and words[at].lower not in _measures()
    if named and words[at + 1].lower in lexicon()["currencies"]:
        return "money", 1.0, at + 2  # "500 Syrian pounds": of which state the adjective says
    if at < len(words):
        for parts, unit, factor in _measures().get(words[at].lower, ()):
            if tuple(word.lower for word in words[at : at + len(parts)]) == parts:
                return unit, factor, at + len(parts)
    return "", 1.0, i


def _age(reading: Reading, words: tuple[Word, ...], figure: Figure, found: list[Quantity]) -> int:
    """Return where "a 45-year-old", "aged 45" or "Ivan, 45," ends, 0 where the figure is no age."""
    i, after = figure.stem, [word.lower for word in words[figure.last : figure.last + 4]]
    plain = [word for word in after if word not in DASHES]
    if len(plain) > 1 and plain[0] in ("year", "years", "month", "months") and plain[1] == "old":
        return words[figure.last + after.index("old")].end
    before = words[i - 1].lower if i else ""
    if before in ("aged", "age"):
        return words[figure.last - 1].end
    if before == "," and words[i].digits and after[:1] and after[0] in (",", ".") and 1 <= words[i].value <= 110:
        token = reading.parse.token_at(words[i - 2].start) if i >= 2 else None
        if token is not None and (token.pos == "PROPN" or unit_of([token]) == "person"):
            return words[figure.last - 1].end
    if before == "and" and found and found[-1].unit == "age" and words[i - 2].end == found[-1].end:
        return words[figure.last - 1].end  # "aged 62 and 70"
    return 0
