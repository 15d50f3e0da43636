"""Web pages: the article with its paragraphs, its metadata, and no menu."""

from contested.model import Document, Format, Found, Problem
from contested.sources import read_documents
from contested.sources.html import read_html

BODY = """
<p>Shelling damaged the bridge at Izium overnight, the mayor said on Friday, and power failed in two districts.</p>
<p>The army's spokesman denied that its guns had fired, and said that the other side had shelled the bridge itself.</p>
<p>Neither account could be independently verified. Engineers were on their way, the mayor's office added later.</p>
"""
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge at Izium hit | Example Wire</title>
<meta property="og:site_name" content="Example Wire"><meta property="og:title" content="Bridge at Izium hit">
<meta property="article:published_time" content="2025-11-07T08:30:00+00:00">
<link rel="canonical" href="https://www.example.org/war/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Bridge at Izium hit</h1>{BODY}</article>
<footer>All rights reserved</footer></body></html>"""


def page(tmp_path, content, name="page.html"):
    """Return what a page gives."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_documents([path, tmp_path / "missing"]))[:-1]


def test_an_article_keeps_paragraphs_and_says_where_it_comes_from(tmp_path):
    """Paragraphs are parted by blank lines, menus are gone."""
    (document,) = page(tmp_path, PAGE)
    assert isinstance(document, Document)
    assert document.format is Format.HTML
    assert [part[:8] for part in document.text.split("\n\n")][-3:] == ["Shelling", "The army", "Neither "]
    assert "Home" not in document.text
    assert "rights" not in document.text
    assert (document.outlet, document.title, document.language) == ("Example Wire", "Bridge at Izium hit", "en")
    assert (document.published[:10], document.published_found) == ("2025-11-07", Found.METADATA)
    assert document.url == "https://www.example.org/war/bridge"


def test_a_page_without_a_date_gets_none(tmp_path):
    """A year in the footer is no date of publication."""
    without = PAGE.replace('content="2025-11-07T08:30:00+00:00"', 'content=""').replace(
        "All rights", "© 2019. All rights"
    )
    items = page(tmp_path, without)
    assert [item.code for item in items if isinstance(item, Problem)] == ["date_missing"]


def test_a_page_that_declares_its_encoding_is_read_in_it(tmp_path):
    """The meta element is believed."""
    text = PAGE.replace("utf-8", "windows-1252").replace("Izium", "Cafébourg")
    (document,) = page(tmp_path, text.encode("cp1252"))
    assert "Cafébourg" in document.text


def test_a_page_of_many_megabytes_is_refused():
    """The extractor's time grows faster than the page."""
    (problem,) = read_html(b"<html>" + b"<p>x</p>" * 2**20, "big.html")
    assert problem.code == "too_long"
