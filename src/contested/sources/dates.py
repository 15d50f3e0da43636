"""Dates of publication: of fields made for them, of headings and datelines, of file names.

A day that could be read in two ways ("07/11/2025") is not read at all: better no date, and a
problem that says so, than a wrong one.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
WEEKDAY = "(?:" + "|".join([*calendar.day_name, *calendar.day_abbr]) + r")\.?,?\s+"

ISO = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
DAY_FIRST = re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(?P<y>\d{{4}}|\d{{2}})\b", re.I)
MONTH_FIRST = re.compile(rf"{MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.I)
FORMS = (ISO, DAY_FIRST, MONTH_FIRST)

LABEL = r"(?:(?:first |last )?(?:published|posted|updated)|date(?: of publication)?)"
LABELLED = re.compile(rf"^\W*{LABEL}?\W*(?:on\s+)?(?:{WEEKDAY})?$", re.I)
SURELY_LABELLED = re.compile(rf"^\W*{LABEL}\W*(?:on\s+)?(?:{WEEKDAY})?$", re.I)
WEEKDAY_HEAD = re.compile(rf"^\W*{WEEKDAY}$", re.I)
FLAT_HEAD = re.compile(rf"(?:^|\s)[A-Z][\w.'-]*\s+{WEEKDAY}$")
"""A headline and its day run into the text, as scraped pages have it: "… at camp AFP Friday 3 May 2024 The army …".
Prose has a small word before the day ("on Friday 3 May 2024")."""
FLAT_REST = re.compile(r"^\s+[A-Z0-9]")
DATELINE_PLACE = re.compile(r"^\W*[^\W\d_][\w.'’ ()-]{1,40}(?:,\s*[\w.' -]{1,30})?,\s+$")
DATELINE_END = re.compile(r"^\.?\s*(?:[/(\[][^)\]/]{1,40}[)\]/])?\s*(?:--?|–|—|:)\s")
REST_OF_LINE = re.compile(r"^[\s,]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}.{0,20})?$", re.I)


def read_date(value: str) -> str | None:
    """Return a date, or date and time, in ISO form; None where it cannot be read for certain.

    >>> read_date("Fri, 07 Nov 2025 10:15:00 GMT")
    '2025-11-07T10:15:00+00:00'
    >>> read_date("November 7, 2025")
    '2025-11-07'
    >>> read_date("07/11/2025") is None
    True
    """
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
        return moment.isoformat() if ":" in value else moment.date().isoformat()
    except ValueError:
        pass
    for form in FORMS:
        match = form.search(value)
        if match and (day := day_of(match)):
            return _with_clock(value, day) if form is not ISO else day
    return None


def _with_clock(value: str, day: str) -> str:
    """Return the moment of an RFC 2822 date ("Fri, 07 Nov 2025 10:15:00 GMT"), else the day."""
    try:
        return parsedate_to_datetime(value).isoformat() if ":" in value else day
    except (ValueError, TypeError, IndexError):
        return day


def day_of(match: re.Match[str]) -> str | None:
    """Return the ISO day of a match of one of the FORMS, None for a day that never was."""
    parts = match.groupdict()
    year = int(parts["y"])
    if len(parts["y"]) == 2:  # "3 JAN 90": the latest such year that is not in the future
        this_year = datetime.now(UTC).year
        year += 2000 if 2000 + year <= this_year else 1900
    month = MONTHS[parts["month"].lower()] if "month" in parts else int(parts["m"])
    try:
        return date(year, month, int(parts["d"])).isoformat()
    except ValueError:
        return None


def date_at_head(text: str) -> str | None:
    """Return the day that heads a text, as a line of its own, a heading or a dateline.

    A date inside prose ("On 24 February 2022 Russian troops …") heads nothing.

    >>> date_at_head("SAN SALVADOR, 3 JAN 90 -- THE ARMY SAID")
    '1990-01-03'
    >>> date_at_head("Sun 10 Jul 2016 Fighting near the road")
    '2016-07-10'
    """
    lines = [line.strip() for line in text[:1000].splitlines() if line.strip()][:4]
    for number, line in enumerate(lines):
        for form in FORMS:
            match = form.search(line, 0, 120)
            if match and _heads(line, match, first=number == 0) and (day := day_of(match)):
                return day
    return None


def _heads(line: str, match: re.Match[str], *, first: bool) -> bool:
    before, after = line[: match.start()], line[match.end() :]
    if LABELLED.match(before) and REST_OF_LINE.match(after):
        return True
    if not first:
        return False
    if WEEKDAY_HEAD.match(before) or SURELY_LABELLED.match(before):
        return True
    if FLAT_HEAD.search(before) and FLAT_REST.match(after):
        return True
    return bool(DATELINE_PLACE.match(before) and DATELINE_END.match(after))


def date_in_address(url: str) -> str | None:
    """Return the day in the path of a web address.

    >>> date_in_address("https://example.org/2025/11/07/bridge-hit")
    '2025-11-07'
    """
    match = re.search(r"/(?P<y>(?:19|20)\d{2})[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?=[/_-]|$)", url)
    return day_of(match) if match else None


def date_in_name(name: str) -> str | None:
    """Return the day in a file's name.

    >>> date_in_name("tass-2025-11-07.txt"), date_in_name("20251107_front.html")
    ('2025-11-07', '2025-11-07')
    """
    match = re.search(r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<gap>[-_.]?)(?P<m>\d{2})(?P=gap)(?P<d>\d{2})(?!\d)", name)
    return day_of(match) if match else None
