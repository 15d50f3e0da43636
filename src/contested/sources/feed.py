"""RSS and Atom: one report an entry. The parser gets bytes only, and its markup is stripped here."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from contested.model import Format, Found, Problem
from contested.sources.draft import Draft, failure
from contested.sources.html import paragraphs
from contested.sources.outlets import outlet_of_url

LARGEST_FEED = 8 * 1024 * 1024
BLOCKS = {
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "tr",
    "table",
    "section",
}


def looks_like_feed(raw: bytes) -> bool:
    """Return whether these bytes begin as an RSS, RDF or Atom feed does."""
    head = raw[:2000].lower()
    return any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf"))


def read_feed(raw: bytes, path: str, url: str | None = None) -> Iterator[Draft | Problem]:
    """Yield the entries of a feed as reports, in its order."""
    if len(raw) > LARGEST_FEED:
        yield failure("too_long", f"A feed of {len(raw) / 2**20:.1f} MB: not read.", path)
        return
    import feedparser

    parsed = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries:
        yield failure("no_article", "A feed without entries, or not a feed.", path)
        return
    outlet = strip_markup(parsed.feed.get("title", "")) or outlet_of_url(url)
    language = parsed.feed.get("language")
    for number, entry in enumerate(parsed.entries, 1):
        yield _draft(entry, f"{path}#{number}", outlet, language)


def _draft(entry: Any, path: str, outlet: str | None, language: str | None) -> Draft | Problem:
    bodies = [content.get("value", "") for content in entry.get("content", ())] + [entry.get("summary", "")]
    title = " ".join(strip_markup(entry.get("title", "")).split()) or None
    text = strip_markup(max(bodies, key=len)) or title or ""
    draft = Draft(
        path=path,
        raw=repr(sorted(entry.items(), key=str)).encode("utf-8", "surrogatepass"),
        text=text,
        format=Format.FEED,
        published=_moment(entry),
        outlet=outlet,
        title=title,
        url=_safe_link(entry.get("link")),
        language=language,
        found=Found.METADATA,
    )
    return draft.warn("title_only", "Only a title: read as the text.") if text == title else draft


def _moment(entry: Any) -> str | None:
    # dict.get, since the entry's own answers for "updated" with "published", and warns of it
    parsed = entry.get("published_parsed") or dict.get(entry, "updated_parsed")
    if parsed:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat()
    stated = entry.get("published") or dict.get(entry, "updated")
    return str(stated) if stated else None


def _safe_link(link: object) -> str | None:
    """Return a web address; a feed can put a script there."""
    return link if isinstance(link, str) and link.startswith(("http://", "https://")) else None


def strip_markup(value: str) -> str:
    """Return the words of a piece of HTML, a blank line between its blocks; scripts are dropped.

    >>> strip_markup("<p>One &amp; two.</p><script>x</script><p>Three.</p>")
    'One & two.\\n\\nThree.'
    """
    from html.parser import HTMLParser

    pieces: list[str] = []
    hidden: list[str] = []

    class Words(HTMLParser):
        def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
            if tag in ("script", "style"):
                hidden.append(tag)
            elif tag in BLOCKS:
                pieces.append("\n")

        def handle_endtag(self, tag: str) -> None:
            if hidden and tag == hidden[-1]:
                hidden.pop()
            elif tag in BLOCKS:
                pieces.append("\n")

        def handle_data(self, data: str) -> None:
            if not hidden:
                pieces.append(" ".join(data.split("\n")))

    parser = Words(convert_charrefs=True)
    parser.feed(value)
    parser.close()
    return paragraphs("".join(pieces))
