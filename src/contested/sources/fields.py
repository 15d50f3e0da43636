"""Which keys of a JSON object or columns of a table mean what."""

from __future__ import annotations

from typing import Any

from contested.model import Format, Problem
from contested.sources.draft import Draft, failure, warning

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "full_text", "snippet"),
    "title": ("title", "headline"),
    "published": ("published", "date", "published_at", "pubdate", "publication_date", "date_publish", "datetime"),
    "outlet": ("outlet", "source", "publisher", "site", "source_domain", "newspaper"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
"""Our name for each thing, and the names under which others write it, most telling first."""


def from_fields(fields: dict[str, Any], raw: bytes, path: str, form: Format) -> Draft | Problem:
    """Return the report of a JSON object or a row; a problem where it holds no text."""
    lowered = {str(key).strip().lower(): value for key, value in fields.items() if key is not None}
    values = {ours: _first(lowered, theirs) for ours, theirs in NAMES.items()}
    text, title = values["text"], values["title"]
    problems: tuple[Problem, ...] = ()
    if text is None:
        if title is None:
            keys = ", ".join(list(lowered)[:8]) or "none"
            return failure("no_text", f"No text under any of {', '.join(NAMES['text'])}; found: {keys}.", path)
        text = title
        problems = (warning("title_only", "Only a title: read as the text.", path),)
    return Draft(
        path=path,
        raw=raw,
        text=text,
        format=form,
        published=values["published"],
        outlet=values["outlet"],
        title=title,
        url=values["url"],
        language=values["language"],
        problems=problems,
    )


def _first(fields: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the first non-empty value among these names, as text."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
            return str(value) if name in NAMES["text"] else str(value).strip()
    return None
