"""The claim ledger over the sample dispatches: filters, facets, exports, empty views."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from urllib.parse import parse_qsl, urlsplit

import lxml.html
import pytest
from fastapi.testclient import TestClient

from contested.lexicons import load
from contested.questions.listing import list_claims
from contested.questions.statuses import Standing
from contested.store.view import View
from contested.web.ledger_query import FACETS, LedgerQuery
from contested.web.pages.claims import filter_of
from tests.web.conftest import Fetch
from tests.web.reading import text_of

FILTERS = [
    "",
    "?status=denied",
    "?status=denied&status=disputed",
    "?place=gn:703656&party=Ukraine",
    "?q=railway+station",
    "?from=2026-03-18&to=2026-03-19",
    "?type=control.gain",
    "?type=control.",
    "?kind=official&sort=oldest",
    "?known-on=2026-03-12",
    "?status=withdrawn&party=RSF",
]


def ids_of(page: lxml.html.HtmlElement) -> list[str]:
    """Return the claims of a page, in order."""
    return [row.get("data-claim") for row in page.iterfind(".//tr[@data-claim]")]


def all_ids(client: TestClient, address: str) -> list[str]:
    """Return the claims of all pages of a view, in order."""
    found: list[str] = []
    while address:
        page = lxml.html.document_fromstring(client.get(address).text)
        found += ids_of(page)
        forth = page.xpath("//div[@class='under']/a[@rel='next']")
        address = forth[0].get("href") if forth else ""
    return found


@pytest.mark.parametrize("asked", FILTERS)
def test_exports_hold_what_is_shown(client: TestClient, asked: str) -> None:
    """CSV, JSON lines and GeoJSON hold exactly the claims of all pages of the view, in their order."""
    shown = all_ids(client, f"/claims{asked}")
    rows = list(csv.DictReader(StringIO(client.get(f"/claims.csv{asked}").text)))
    assert [row["id"] for row in rows] == shown
    assert all(row["status"] for row in rows)
    lines = [json.loads(line) for line in client.get(f"/claims.jsonl{asked}").text.splitlines()]
    assert [line["id"] for line in lines] == shown
    features = client.get(f"/claims.geojson{asked}").json()["features"]
    assert list(dict.fromkeys(feature["properties"]["id"] for feature in features)) == shown


@pytest.mark.parametrize("asked", FILTERS)
def test_every_claim_has_a_status(page: Fetch, asked: str) -> None:
    """There is no bare claim: each row carries at least one chip, at most three, and its origin."""
    for row in page(f"/claims{asked}").iterfind(".//tr[@data-claim]"):
        chips = [text_of(chip) for chip in row.find_class("chip")]
        assert 1 <= len(chips) <= 3
        assert all(chips)
        assert text_of(row.find_class("copies")[0]).startswith("1 origin")


def test_heading_and_count(page: Fetch, sample: View) -> None:
    """The heading counts what the ledger counts and says the filter in words."""
    shown = page("/claims?place=Kupiansk&status=disputed&status=denied&from=2026-03-10&to=2026-03-20")
    query = LedgerQuery(since="2026-03-10", until="2026-03-20", status=("denied", "disputed"))
    total = list_claims(sample, filter_of(query, "gn:703656")).total
    words = f"{total} claims about Kupiansk, disputed or denied, published 10 Mar to 20 Mar 2026"
    assert text_of(shown.find(".//h1")) == words
    assert shown.find(".//*[@data-announce]").get("data-announce") == f"{total} claims"


def test_facets_count_under_the_other_filters(page: Fetch, client: TestClient) -> None:
    """The number beside a value is that of the claims that its box alone would leave."""
    shown = page("/claims?party=Russia")
    for field in shown.xpath("//fieldset//input[@name='status']"):
        count = int(text_of(field.getparent().find("small")))
        ids = all_ids(client, f"/claims?party=Russia&status={field.get('value').replace(' ', '+')}")
        assert len(ids) == count, field.get("value")
    assert shown.xpath("//input[@name='party' and @value='Ukraine' and not(@checked)]")
    assert shown.xpath("//input[@name='party' and @value='Russia' and @checked]")


def test_parties_stand_in_pack_order(page: Fetch) -> None:
    """Sides stand in the order of their packs, whoever speaks more; voices of no side after them."""
    values = [field.get("value") for field in page("/claims").xpath("//input[@name='party']")]
    assert values.index("Russia") < values.index("Ukraine")
    assert values.index("SAF") < values.index("RSF")
    assert set(values[-2:]) == {"none", "not stated"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("/claims?q=&place=&status=denied", "/claims?status=denied"),
        ("/claims?status=denied&place=Kupyansk", "/claims?place=gn:703656&status=denied"),
        ("/claims?sort=newest&page=1", "/claims"),
        ("/claims?page=nonsense&sort=worst", "/claims"),
        ("/claims?to=2026-03-20&from=2026-03-10", "/claims?from=2026-03-10&to=2026-03-20"),
    ],
)
def test_one_address(client: TestClient, asked: str, expected: str) -> None:
    """Empty filters, other orders and names of places lead to the one address of the view."""
    answer = client.get(asked, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == expected
    assert client.get(expected, follow_redirects=False).status_code == 200


def test_empty_view_says_which_filter(page: Fetch, client: TestClient) -> None:
    """An empty view says how many claims there are without each filter, and that is how many there are."""
    shown = page("/claims?party=RSF&status=withdrawn")
    assert not ids_of(shown)
    offers = shown.xpath("//div[@class='empty']//li")
    assert len(offers) == 2
    for offer in offers:
        where, said = offer.find("a").get("href"), re.search(r": (\d+) claim", text_of(offer))
        assert said is not None
        assert len(all_ids(client, where)) == int(said.group(1))


def test_place_that_is_none(client: TestClient) -> None:
    """A place that nobody names is said to be none; the other filters are kept."""
    answer = client.get("/claims?place=Xyzzyville&status=denied")
    assert answer.status_code == 404
    page = lxml.html.document_fromstring(answer.text)
    assert "Xyzzyville" in text_of(page.xpath("//*[@role='alert']")[0])
    assert page.xpath("//input[@name='status' and @value='denied' and @checked]")


def test_place_that_no_report_names(page: Fetch) -> None:
    """A place of the gazetteer that no report names has no claims, and keeps its name."""
    assert text_of(page("/claims?place=Mariupol").find(".//h1")) == "0 claims about Mariupol"


def test_words_without_a_word(page: Fetch) -> None:
    """A search of signs only leaves nothing out, and says so."""
    assert "holds no word" in text_of(page("/claims?q=***").xpath("//*[@role='alert']")[0])


def test_page_beyond_the_last(page: Fetch) -> None:
    """A page beyond the last is the last."""
    assert ids_of(page("/claims?page=99999"))


def test_marked_claims_alone(client: TestClient) -> None:
    """Marked claims are exported alone, whatever the filters; what is no claim is left out."""
    ids = all_ids(client, "/claims?party=Russia")[:3]
    asked = "&".join(f"id={name}" for name in (*ids, "nonsense"))
    rows = list(csv.DictReader(StringIO(client.get(f"/claims.csv?{asked}").text)))
    assert {row["id"] for row in rows} == set(ids)


def test_unknown_form(client: TestClient) -> None:
    """A form of export that is none answers with those that are."""
    assert client.get("/claims.xlsx").status_code == 404


def test_works_as_a_form(page: Fetch) -> None:
    """Without script the filters are a form: each field has a label, and what is chosen stays chosen."""
    form = page("/claims?status=denied&q=city&known-on=2026-03-20").find(".//form[@action='/claims']")
    assert form.get("method") == "get"
    assert form.find(".//input[@name='q']").get("value") == "city"
    assert form.find(".//input[@name='known-on']").get("value") == "2026-03-20"
    assert form.find(".//button[@type='submit']") is not None
    labelled = {label.get("for") for label in form.iter("label")} - {None}
    for field in form.xpath(".//input[not(@type='hidden')] | .//select"):
        assert field.get("id") in labelled or field.getparent().tag == "label"


def test_citation_keeps_what_was_known(page: Fetch) -> None:
    """The cited address names what was known, with all filters."""
    cite = page("/claims?status=denied").xpath("//a[@data-copy='cite']")[0].get("href")
    assert dict(parse_qsl(urlsplit(cite).query)) == {"status": "denied", "known-on": "2026-03-20"}
    earlier = page("/claims?known-on=2026-03-10")
    assert ids_of(earlier) == ids_of(page("/claims?to=2026-03-10&known-on=2026-03-10"))


def test_small_enough(client: TestClient) -> None:
    """A full page stays under 150 kB."""
    assert len(client.get("/claims").content) < 150_000


def test_all_standings_and_facets_have_words() -> None:
    """Each status of a claim and each facet has its words."""
    says = load("wording_claims")
    assert set(says["status"]) == {standing.value for standing in Standing}
    assert set(says["facet"]) == set(FACETS)
