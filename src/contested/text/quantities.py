"""Quantities: each stated figure with its bounds, its unit and what is counted.

Figures come from `text/quantity_figures.py`; here they get their thing. Dates, years, ordinals and
designations ("T-72", "7th Corps", "155mm") are no quantities.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cache

from contested.model import UNKNOWN, Quantity
from contested.parse import Parse, Token
from contested.reading import Reading
from contested.text.numbers import NUMBER, Word, scan
from contested.text.quantity_figures import DASHES, Figure, lexicon, read_figure


def find_quantities(reading: Reading) -> Reading:
    """Return the reading with its quantities. Needs: parse, times. Adds: quantities."""
    words = scan(reading.text)
    starts = [time.start for time in reading.times]
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        figure = read_figure(words, at) if _may_begin(words, at) else None
        if figure is None or _in_time(reading, starts, words[figure.stem]) or _is_designation(words, figure):
            at += 1
            continue
        quantity, last = _complete(reading, words, figure, found)
        if quantity is None:
            at += 1
            continue
        found.append(quantity)
        at = max(last, at + 1)
    return replace(reading, quantities=tuple(found))


@cache
def _openers() -> frozenset[str]:
    """Return the words, besides numbers, with which a figure can begin."""
    table = lexicon()
    return frozenset([*table["vague"], "half", "quarter", *table["shares"]])


def _may_begin(words: tuple[Word, ...], i: int) -> bool:
    word = words[i]
    return word.kind == NUMBER or word.kind == "ordinal" or word.lower in _openers()


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
    if after is not None and after.lower in lexicon()["calibres"] and (after.start - word.end) <= 1:
        return True
    if after is not None and after.start == words[figure.last - 1].end and after.lower.isalpha():
        return after.lower not in lexicon()["attached"]
    if before is not None and before.lower in lexicon()["designators"] and figure.first == i:
        return before.lower not in ("no", "an", "km", "s") or not word.digits
    return False


def _complete(
    reading: Reading, words: tuple[Word, ...], figure: Figure, found: list[Quantity]
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
    if not unit and (age_end := _age(reading, words, figure)):
        return _quantity(reading, figure, start, age_end, "age"), last
    if not unit or unit in ("share", "person"):
        noun = _counted(reading.parse, words[last - 1].end, unit == "share")
        if noun is not None:
            of = reading.text[noun[0].start : noun[-1].end]
            unit = unit or unit_of(noun)
            group = group_of(noun)
        fate = _fate(reading.parse, start, end, noun)
        if not unit and fate:
            unit = "person"
        if noun is None and not unit:
            unit = _inherited(reading.parse, start, end)
        if noun is None and not unit and not (figure.bounded or words[figure.stem].digits or figure.superlative):
            return None, last
        if not unit and _is_pronoun(words, figure):
            return None, last
    del found
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


def _is_pronoun(words: tuple[Word, ...], figure: Figure) -> bool:
    """Whether the figure is the pronoun "one"."""
    return words[figure.stem].lower == "one"


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
    if at < len(words):
        for parts, unit, factor in _measures().get(words[at].lower, ()):
            if tuple(word.lower for word in words[at : at + len(parts)]) == parts:
                return unit, factor, at + len(parts)
    return "", 1.0, i


def _age(reading: Reading, words: tuple[Word, ...], figure: Figure) -> int:
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
        if token is not None and token.pos == "PROPN":
            return words[figure.last - 1].end
    return 0


# ------------------------------------------------------------------------------- what is counted


def _counted(parse: Parse, position: int, share: bool) -> list[Token] | None:
    """Return the tokens that say what a figure counts: "Russian troops", "the city"."""
    tokens = parse.tokens
    i = bisect_right(parse.starts, position - 1)
    passed = lexicon()["passed"]
    while i < len(tokens) and (tokens[i].end <= position or tokens[i].lower in passed or tokens[i].lower in DASHES):
        i += 1
    if i >= len(tokens) or not _same_sentence(parse, position, tokens[i]):
        return None
    run: list[Token] = []
    last_noun = 0
    for token in tokens[i : i + 9]:
        if token.sentence != tokens[i].sentence or not _in_phrase(token, run):
            break
        run.append(token)
        if token.pos in ("NOUN", "PROPN") or token.lower in ("dead", "wounded", "injured", "missing", "civilian"):
            last_noun = len(run)
            if token.tag == "NNS" and not share and not _compounds(tokens, token):
                break
    return run[:last_noun] or None


def _same_sentence(parse: Parse, position: int, token: Token) -> bool:
    before = parse.token_at(position - 1)
    return before is not None and before.sentence == token.sentence


def _in_phrase(token: Token, run: list[Token]) -> bool:
    """Whether a token can stand inside the noun phrase after a figure."""
    if token.pos in ("NOUN", "PROPN", "ADJ") or token.tag == "POS":
        return True
    if token.tag in ("VBN", "VBG") and token.dep in ("amod", "compound"):
        return True
    if token.lower in DASHES and run and token.start == run[-1].end:
        return True
    if token.lower in ("dead", "wounded", "injured", "missing"):
        return not run
    return token.pos == "ADV" and token.head.pos == "ADJ" and token.head.i == token.i + 1


def _compounds(tokens: tuple[Token, ...], token: Token) -> bool:
    """Whether a plural goes on into a longer noun: "special forces troops"."""
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    return following is not None and following.tag in ("NNS", "POS") and following.sentence == token.sentence


@cache
def _units() -> dict[str, str]:
    return {word: unit for unit, words in lexicon()["units"].items() for word in words}


@cache
def _fates() -> dict[str, str]:
    return {word: fate for fate, words in lexicon()["fates"].items() for word in words}


@cache
def _groups() -> dict[str, str]:
    return {word: group for group, words in lexicon()["groups"].items() for word in words}


def unit_of(noun: list[Token]) -> str:
    """Return the unit of a counted noun by its head word, "" where the lexicon has none."""
    units = _units()
    for token in reversed(noun[-2:]):
        for word in (token.lower, token.lemma, token.lower.removesuffix("s")):
            if word in units:
                return units[word]
    return ""


def group_of(noun: list[Token]) -> str | None:
    """Return civilian or military where the counted words say so."""
    groups = _groups()
    return next((groups[token.lower] for token in noun if token.lower in groups), None)


def _fate(parse: Parse, start: int, end: int, noun: list[Token] | None) -> str | None:
    """Return what befell the people that a figure counts: killed, wounded, missing …"""
    fates = _fates()
    if noun:
        inside = next((fates[token.lower] for token in reversed(noun) if token.lower in fates), None)
        if inside:
            return inside
    after = _after(parse, noun[-1].i + 1 if noun else bisect_right(parse.starts, end - 1))
    if after and after.lower in fates:
        return fates[after.lower]
    return _before(parse, start) or (None if noun else _toll(parse, start))


def _after(parse: Parse, i: int) -> Token | None:
    """Return the word that says what happened, past auxiliaries and adverbs: "12 were also killed"."""
    tokens = parse.tokens
    first = tokens[i] if i < len(tokens) else None
    for token in tokens[i : i + 5]:
        if first is None or token.sentence != first.sentence:
            return None
        if token.pos in ("AUX", "ADV") or token.lower in (
            "others",
            "more",
            "people",
            "feared",
            "reported",
            "confirmed",
            "left",
        ):
            continue
        return token
    return None


def _before(parse: Parse, start: int) -> str | None:
    """Return the fate that the verb before a figure tells: "killing at least 12"."""
    fates, tokens = _fates(), parse.tokens
    i = bisect_right(parse.starts, start - 1) - 1
    sentence = tokens[i].sentence if i >= 0 else -1
    for token in reversed(tokens[max(i - 3, 0) : i + 1]):
        if token.sentence != sentence or token.lower in (",", ";", "and", "who"):
            return None
        if token.pos in ("VERB", "NOUN", "ADJ"):
            return fates.get(token.lemma) or fates.get(token.lower)
    return None


def _toll(parse: Parse, start: int) -> str | None:
    """Return the fate that a toll counts: "the death toll rose to 41"."""
    i = bisect_right(parse.starts, start - 1)
    tolls = lexicon()["tolls"]
    for token in reversed(parse.tokens[max(i - 9, 0) : i]):
        if i < len(parse.tokens) and token.sentence != parse.tokens[i].sentence:
            return None
        if token.lower in tolls:
            return str(tolls[token.lower])
    return None


def _inherited(parse: Parse, start: int, end: int) -> str:
    """Return the unit of the munition named before: "missile barrages … a record 270 launched"."""
    i = bisect_right(parse.starts, end - 1)
    if i >= len(parse.tokens) or parse.tokens[i].tag not in ("VBN", "VBD"):
        return ""
    units = _units()
    for token in reversed(parse.tokens[max(i - 45, 0) : i]):
        if token.start < start and units.get(token.lemma) in ("missile", "drone", "bomb", "shell"):
            return units[token.lemma]
    return ""
