"""The time grammar: patterns over item letters, and what reads each match.

Letters are those of `text/time_words.py`; a reader that cannot make sense of its words returns
None, and a shorter match may.
"""

from __future__ import annotations

import re
from functools import lru_cache

from contested.text.time_dates import (
    bare_month,
    bare_year,
    day_and_month,
    decade,
    further_day,
    holiday,
    month_and_year,
    numeric_date,
    ordinal_day,
    short_date,
    week_of_month,
    year_range,
)
from contested.text.time_days import clock, fixed, part_of_day, weekday
from contested.text.time_drafts import Build
from contested.text.time_spans import duration, set_of, span_duration
from contested.text.time_units import calendar_unit, ordinal_unit, season, the_unit, year_word

COUNT = r"(?:(?P<n>[dny])|a?(?P<q>q)O?|(?P<one>a))"
RULES: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (r"(?P<m>[Mm])\.?(?P<d>d)(?=[c-]d,?(?P<y>y))", day_and_month),
        (r"(?:[Ww]\.?,?)?(?P<iso>I)", numeric_date),
        (
            r"(?:t?[Ww]\.?,?)?t?(?P<d>[od])-?O?(?P<m>[Mm])(?:\.?,?(?P<y>y))?",
            day_and_month,
        ),
        (r"(?:[Ww]P?\.?,?|t?l)?(?P<m>[Mm])\.?t?(?P<d>[od])(?:,?(?P<y>y))?(?![nf])", day_and_month),
        (r"t?(?P<o>[ol])(?P<u>[uv])O(?P<m>[Mm])(?:O?(?P<y>y))?", week_of_month),
        (r"(?P<d>d)(?=(?:c|-)dO?(?P<m>[Mm])(?:,?(?P<y>y))?)", day_and_month),
        (r"(?<=Md[c-])(?P<d>d)(?:,?(?P<y>y))?(?![uvMmWnyz'-])", further_day),
        (r"(?<=M\.d[c-])(?P<d>d)(?:,?(?P<y>y))?(?![uvMmWnyz'-])", further_day),
        (r"(?P<d>d)-?(?P<m>M)\.?-?(?P<yy>'?[dn])(?![a-zA-Z:.'])", short_date),
        (r"(?P<m>[Mm])\.?,?O?(?P<y>y)", month_and_year),
        (r"(?:t?(?P<which>[lxhe]))?(?P<m>[Mm])(?:O?(?P<other>[lxh])u)?", bare_month),
        (r"(?P<which>t?(?P<which_word>[lxe])|h[lx]?)?(?P<w>W)(?P<part>P)?", weekday),
        (r"(?P<n>N)(?P<part>P)?", fixed),
        (
            r"(?:(?P<name>K)|(?P<t>[Tdnyn])(?:(?P<half>p)|(?=Z)|k'?C))Z?(?:,?(?:t?(?P<w>W)|(?P<n>N)|(?P<m>[Mm])\.?(?P<d>d)))?",
            clock,
        ),
        (r"(?P<t>T)Z?(?P<half>X)?(?P<name>X)?(?:,?(?:t?(?P<w>W)|(?P<n>N)|(?P<m>[Mm])\.?(?P<d>d)))?", clock),
        (r"t?(?P<which>[lxhe]l?)P?(?P<part>P)", part_of_day),
        (r"(?:t|i-?)?(?P<part>P)", part_of_day),
        (r"t(?P<d>o)", ordinal_day),
        (r"(?P<y>y)[-/](?P<to>[dny])(?![a-zA-Z'-])", year_range),
        (r"t?(?P<which>[lx]|h[lx]?|e)Y?(?P<u>u)", calendar_unit),
        (r"tY?(?P<u>u)(?:(?P<y>y))?", the_unit),
        (r"t?(?P<which>[lx])" + COUNT + r"(?:\+)?(?P<u>[uv])", span_duration),
        (r"t?(?P<which>[rlx])(?P<n>X)?(?P<q>X)?(?P<u>v)", span_duration),
        (r"(?:(?P<n>[dny])|(?P<q>q))-(?P<u>[uv])(?P<age>-?B)?", duration),
        (r"t?" + COUNT + r"\+?(?P<u>[uv])(?P<age>-?B)?(?P<loose>~)?(?P<dir>g|i|j(?=[.,]))?", duration),
        (r"t?o" + COUNT + r"\+?(?P<u>v)", duration),
        (r"(?P<bare>)(?P<n>X)?(?P<q>X)?(?P<u>v)(?P<dir>g|i)?", duration),
        (r"t?(?:(?P<y>y))?Y?(?P<o>o)-?(?P<u>[uf])(?:O?(?:t?(?P<which>[lxh])u|(?P<y2>y)))?", ordinal_unit),
        (r"(?P<which>[lxh])u'z(?P<o>o)-?(?P<u>[uf])(?P<y>X)?(?P<y2>X)?", ordinal_unit),
        (r"t?[a]?(?P<u>u)-(?P<k>[gib])(?:-?(?P<q>[uQ]))?", year_word),
        (r"t(?P<y>y)Q", bare_year),
        (r"Y?(?P<y>y)", bare_year),
        (r"t?'?(?P<y>[yn])'?z", decade),
        (r"t?(?P<which>(?P<which_word>[lxhe])l?)?(?P<s>[Ss])(?:O?(?P<y>y))?", season),
        (r"(?P<h>H),?(?P<y>y)?", holiday),
        (r"E(?P<n>[dno])?(?P<q>q)?(?P<v>X)?(?P<u>[uvWMSPsm])", set_of),
        (r"(?P<v>V)", set_of),
    )
)
"""Patterns and what reads them; where several match at one place, the longest is tried first."""


@lru_cache(maxsize=8192)
def candidates(run: str, position: int) -> tuple[tuple[re.Match[str], Build], ...]:
    """Return the matches that begin at a position of a stretch of letters, the longest first.

    Reports repeat the same few stretches ("W", "dM", "tlnv"), so nearly all of this is remembered.
    """
    found = [
        (match, build) for pattern, build in RULES if (match := pattern.match(run, position)) and match.end() > position
    ]
    return tuple(sorted(found, key=lambda pair: -pair[0].end()))


CORE = frozenset("MmWSsPKTIuvyNHVnopCZ")
"""Letters without one of which nothing is a time."""
