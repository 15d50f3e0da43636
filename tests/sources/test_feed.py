"""RSS and Atom: entries as reports, with no markup and no script left in any field."""

import pytest

from contested.model import Document, Format
from contested.sources import read_documents
from contested.sources.feed import strip_markup

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Example &amp; Wire</title><language>en-us</language>
<item><title>Bridge hit &lt;script&gt;alert(1)&lt;/script&gt;</title><link>https://example.org/a</link>
<pubDate>Fri, 07 Nov 2025 08:30:00 GMT</pubDate>
<description>&lt;p&gt;The mayor said the bridge was hit.&lt;/p&gt;
&lt;p&gt;Power failed &amp;amp; trains stopped.&lt;/p&gt;</description></item>
<item><title>Army denies it fired on the bridge at Izium</title><link>javascript:alert(1)</link>
<pubDate>sometime</pubDate></item></channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>
<entry><title>Bridge hit</title><link href="https://example.org/a"/><updated>2025-11-07T08:30:00Z</updated>
<content type="html">&lt;p&gt;The mayor said the bridge was hit.&lt;/p&gt;</content></entry></feed>"""


def feed(tmp_path, content, name):
    """Return what a feed gives."""
    path = tmp_path / name
    path.write_text(content)
    return list(read_documents([path]))


def test_entries_are_reports_with_date_link_and_clean_text(tmp_path):
    """Blocks become paragraphs; a script in a title or a link is dropped."""
    items = feed(tmp_path, RSS, "feed.xml")
    one, other = [item for item in items if isinstance(item, Document)]
    assert one.text == "The mayor said the bridge was hit.\n\nPower failed & trains stopped."
    assert (one.outlet, one.title, one.url, one.language) == (
        "Example & Wire",
        "Bridge hit",
        "https://example.org/a",
        "en",
    )
    assert (one.published, one.format) == ("2025-11-07T08:30:00+00:00", Format.FEED)
    assert (other.url, other.published) == (None, None)
    assert {item.code for item in items if not isinstance(item, Document)} == {
        "title_only",
        "date_unreadable",
        "date_missing",
    }


@pytest.mark.parametrize("name", ["feed.atom", "feed.txt", "feed"])
def test_a_feed_is_known_by_its_first_bytes(tmp_path, name):
    """Whatever the file is called."""
    (document,) = feed(tmp_path, ATOM, name)
    assert (document.outlet, document.published) == ("Example Wire", "2025-11-07T08:30:00+00:00")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One<br>two", "One\n\ntwo"),
        ("a <b>bold</b> claim", "a bold claim"),
        ("<script>x()</script>claim<style>p{}</style>", "claim"),
        ("5 &lt; 6 &amp; 7", "5 < 6 & 7"),
        ("", ""),
    ],
)
def test_markup_is_stripped(markup, words):
    """Words and paragraphs stay."""
    assert strip_markup(markup) == words
