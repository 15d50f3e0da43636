"""The reader: a report's words with every claim marked, whatever the words are."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from contested.cli.main import app
from contested.errors import UnknownName
from contested.server.app import create_app
from contested.store.ledger import open_ledger
from contested.store.view import View
from contested.web.addresses import Clocks
from contested.web.pages.document import reader_page, web_address
from tests.web.conftest import Fetch

NEWEST = Clocks("2026-03-20", "2026-03-20")
HOSTILE = """date 2026-03-21

The army said <script>alert("1")</script> its troops had taken Bara & <b>El Obeid</b>.

\u202eThe army said it held Bara.\u202c العربية نص من اليمين إلى اليسار.

{long}
"""


def first_document(view: View) -> str:
    """Return the report with most claims."""
    heads = {entry.document.id for entry in view.entries()}
    return max(heads, key=lambda name: (len(list(view.entries(document_id=name))), name))


def test_the_text_is_whole_and_every_claim_has_its_place(sample: View, page: Fetch) -> None:
    """The paragraphs are those of the report, and each claim has an anchor and a note."""
    name = first_document(sample)
    html = page(f"/document/{name}")
    text = "".join(html.xpath('//article//p//text()[not(ancestor::a[@class="no"])]'))
    assert "".join(text.split()) == "".join(sample.document(name).text.split())
    for entry in sample.entries(document_id=name):
        assert html.xpath(f'//a[@id="c-{entry.claim.id}"]'), entry.words
        note = html.xpath(f'//aside//li[@data-claim="{entry.claim.id}"]')[0]
        assert note.xpath('.//ul[@class="chips"]/li[contains(@class, "chip")]'), "no claim without a status"


def test_the_marks_of_a_claim_are_its_words(sample: View, page: Fetch) -> None:
    """What is marked as content, cue and source of a lone claim are the words of its spans."""
    name = first_document(sample)
    document, entries = sample.document(name), list(sample.entries(document_id=name))
    html = page(f"/document/{name}")
    marked = " ".join("".join(each.itertext()) for each in html.xpath('//article//*[self::mark or @class="own"]'))
    for entry in entries:
        for span in entry.claim.content:
            assert set(document.text[span.start : span.end].split()) <= set(marked.split()) | {""}
    cues = "".join("".join(each.itertext()) for each in html.xpath('//article//b[@class="cue"]'))
    assert all(document.text[c.start : c.end] in cues for e in entries if (c := e.claim.cue) and not c.words)


def test_each_number_leads_to_its_note_and_back(sample: View, page: Fetch) -> None:
    """Every link within the page has a target on it."""
    html = page(f"/document/{first_document(sample)}")
    ids = set(html.xpath("//@id"))
    inside = [address[1:] for address in html.xpath("//main//a/@href") if address.startswith("#")]
    assert inside
    assert set(inside) <= ids
    assert len(html.xpath("//@id")) == len(ids)


def test_the_facts_say_how_they_were_found(sample: View) -> None:
    """Outlet, date and language each carry how they were found, and the original's hash is there."""
    facts = {fact.name: fact for fact in reader_page(sample, first_document(sample), NEWEST).content.facts}
    assert {"Outlet", "Published", "Language", "sha256 of the original", "Packs"} <= set(facts)
    assert facts["Published"].how
    assert facts["Outlet"].how
    assert len(facts["sha256 of the original"].value) == 64


def test_an_unknown_report_is_told_plainly(sample: View, client: TestClient) -> None:
    """A wrong id is a 404 with words, and an error for Python."""
    with pytest.raises(UnknownName):
        reader_page(sample, "nothing", NEWEST)
    assert client.get("/document/nothing").status_code == 404


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, linked: str) -> None:
    """Any other address is shown as text."""
    assert web_address(url) == linked


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with one report that holds markup, marks of direction and a very long line."""
    folder = tmp_path_factory.mktemp("hostile")
    text = HOSTILE.replace("{long}", "word" * 25_000)
    (folder / "report.txt").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(folder / "report.txt"), "--db", str(folder / "h.db")])
    assert result.exit_code == 0, result.output
    return folder / "h.db"


def test_hostile_text_is_only_text(hostile: Path) -> None:
    """Markup, marks of direction and a line of 100,000 letters are shown whole, and as nothing but text."""
    with open_ledger(str(hostile)) as view:
        name = view.document_ids()[0]
    answer = TestClient(create_app(str(hostile))).get(f"/document/{name}")
    html = lxml.html.document_fromstring(answer.text)
    assert not html.xpath('//script[not(starts-with(@src, "/static/"))]')
    assert not html.xpath('//@href[starts-with(., "javascript")]')
    article = html.xpath("//article")[0]
    assert 'alert("1")' in article.text_content()
    assert "word" * 25_000 in article.text_content()
    assert article.xpath('.//p[@dir="auto"]')
    assert "العربية" in article.text_content()
    assert "2 invisible characters" in html.text_content()
