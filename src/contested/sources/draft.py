"""From what a file said to a `Document`: date, outlet, title, language found or flagged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import PurePath
from typing import TypeAlias

from contested.model import UNKNOWN, Document, Format, Found, Problem, document_id
from contested.sources.dates import date_at_head, date_in_address, date_in_name, read_date
from contested.sources.languages import detect_language
from contested.sources.outlets import outlet_of_text, outlet_of_url

Item: TypeAlias = Document | Problem

LONGEST_TEXT = 1_000_000
"""Code points of one report: a book of 500 pages. More is a file of many reports, misread."""


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """What the user said on the command line, and what day it is."""

    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    today: date = field(default_factory=lambda: datetime.now(UTC).date())


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its file gave it. `dates`, `outlets` and so on hold what a field made for them said."""

    path: str
    raw: bytes
    text: str
    format: Format
    text_offset: int = 0
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    found: Found = Found.STATED
    problems: tuple[Problem, ...] = ()

    def warn(self, code: str, message: str) -> Draft:
        """Return the draft with one more warning."""
        return replace(self, problems=(*self.problems, warning(code, message, self.path)))


def warning(code: str, message: str, path: str) -> Problem:
    """Return a problem of a report that was read all the same."""
    return Problem(code=code, message=message, path=path)


def failure(code: str, message: str, path: str) -> Problem:
    """Return a problem of something that was not read."""
    return Problem(code=code, message=message, path=path, severity="error")


def finish(draft: Draft, options: SourceOptions) -> Iterator[Item]:
    """Yield the warnings of a report and then the report; or only why it was not read."""
    if not draft.text.strip():
        yield failure("empty", "There is no text in it.", draft.path)
        return
    if len(draft.text) > LONGEST_TEXT:
        message = f"{len(draft.text):,} characters in one report, more than {LONGEST_TEXT:,}: not read. Split it."
        yield failure("too_long", message, draft.path)
        return
    draft, published, published_found = _published(draft, options)
    draft, language, language_found = _language(draft, options)
    outlet, outlet_found = _outlet(draft, options)
    yield from draft.problems
    yield Document(
        id=document_id(outlet, published, draft.title, draft.text),
        path=draft.path,
        sha256=hashlib.sha256(draft.raw).hexdigest(),
        outlet=outlet,
        outlet_found=outlet_found,
        url=draft.url,
        title=draft.title,
        title_found=draft.found if draft.title else Found.UNKNOWN,
        language=language,
        language_found=language_found,
        published=published,
        published_found=published_found,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        text_offset=draft.text_offset,
        format=draft.format,
        text=draft.text,
    )


def _published(draft: Draft, options: SourceOptions) -> tuple[Draft, str | None, Found]:
    """Return the day of publication and how it was found, most trustworthy witness first."""
    stated = read_date(draft.published) if draft.published else None
    if draft.published and stated is None:
        draft = draft.warn("date_unreadable", f"{draft.published!r} is no date that can be read; give YYYY-MM-DD.")
    head = date_at_head(draft.text)
    if stated and head and stated[:10] != head:
        draft = draft.warn("date_disagrees", f"The report is dated {stated[:10]}, its text is headed {head}.")
    for value, how in (
        (stated, draft.found),
        (options.published, Found.GIVEN),
        (head, Found.TEXT),
        (date_in_address(draft.url or ""), Found.METADATA),
        (date_in_name(PurePath(draft.path.partition("#")[0]).name), Found.FILENAME),
    ):
        if value:
            return _check_future(draft, value, options), value, how
    hint = "Times like “yesterday” cannot be resolved. Give one with --published YYYY-MM-DD."
    return draft.warn("date_missing", f"No date of publication was found. {hint}"), None, Found.UNKNOWN


def _check_future(draft: Draft, published: str, options: SourceOptions) -> Draft:
    """Warn of a date after tomorrow (today is still tomorrow in some time zones)."""
    if published[:10] > (options.today + timedelta(days=1)).isoformat():
        return draft.warn("date_future", f"Dated {published}, which lies in the future; kept as it stands.")
    return draft


def _language(draft: Draft, options: SourceOptions) -> tuple[Draft, str, Found]:
    if options.language:
        return draft, options.language, Found.GIVEN
    stated = (draft.language or "").replace("_", "-").split("-")[0].strip().lower()
    if len(stated) == 2:  # "en", "en-GB"; of "English" or "unknown" the text knows more
        return draft, stated, draft.found
    code, sure = detect_language(draft.text)
    if not sure:
        draft = draft.warn("language_unsure", "Too little or too mixed text to tell its language; taken for English.")
        return draft, "en", Found.FALLBACK
    return draft, code, Found.DETECTED


def _outlet(draft: Draft, options: SourceOptions) -> tuple[str, Found]:
    for value, how in (
        (draft.outlet, draft.found),
        (options.outlet, Found.GIVEN),
        (outlet_of_url(draft.url), Found.METADATA),
        (outlet_of_text(draft.text), Found.TEXT),
    ):
        if value and value.strip():
            return value.strip(), how
    return UNKNOWN, Found.UNKNOWN
