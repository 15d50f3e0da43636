"""Web pages: the article by `trafilatura`, its paragraphs kept; nothing is fetched here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contested.model import Format, Found, Problem
from contested.sources.decoding import decode
from contested.sources.draft import Draft, failure

LARGEST_PAGE = 4 * 1024 * 1024
"""Bytes; the extractor's time triples when the paragraphs of a long page double."""
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
LANGUAGE = re.compile(r"<html[^>]{0,500}\blang\s*=\s*[\"']?([a-zA-Z]{2,3})", re.I)
SHORTEST_ARTICLE = 60
"""Code points below which what is left is a menu or a notice, not a report."""


def read_html(raw: bytes, path: str, url: str | None = None, charset: str | None = None) -> Iterator[Draft | Problem]:
    """Yield the article of a page, or the problem that there is none."""
    if len(raw) > LARGEST_PAGE:
        yield failure("too_long", f"A page of {len(raw) / 2**20:.1f} MB: not read.", path)
        return
    match = DECLARED.search(raw[:4096])
    decoded = decode(raw, path, charset or (match[1].decode("ascii") if match else None))
    article = _article(decoded.text, url)
    if article is None or len(article.text or "") < SHORTEST_ARTICLE:
        yield failure("no_article", "No article was found in this page.", path)
        return
    lang = LANGUAGE.search(decoded.text[:5000])
    yield Draft(
        path=path,
        raw=raw,
        text=paragraphs(article.text),
        format=Format.HTML,
        published=article.date or None,
        outlet=article.sitename or article.hostname or None,
        title=article.title or None,
        url=url or article.url or None,
        language=lang[1] if lang else None,
        found=Found.METADATA,
        problems=decoded.problems,
    )


def _article(page: str, url: str | None):  # type: ignore[no-untyped-def]
    from trafilatura import bare_extraction

    return bare_extraction(
        page,
        url=url,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def paragraphs(text: str) -> str:
    """Return the text with a blank line between paragraphs, where the extractor puts a line end."""
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())
