"""One claim's page: its words, what bears on it, its properties in words; also where it is no more."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import lxml.html
import pytest
from fastapi.testclient import TestClient

from contested import model
from contested.lexicons import load
from contested.model import LedgerEntry, Relation
from contested.store.view import View
from contested.web.claim_facts import figure_words, happenings, interval_words, said_facts
from contested.web.pages.claim import WEIGHT, reasons_once
from tests.factories import entry, quantity
from tests.web.conftest import Fetch
from tests.web.reading import text_of


@pytest.fixture(scope="module")
def denied(sample: View) -> LedgerEntry:
    """Return a claim that another one denies."""
    link = next(link for link in sample.links() if link.relation is Relation.DENIES)
    return next(sample.entries(claim_ids=[link.b]))


def test_every_claim_has_its_page(sample: View, page: Fetch) -> None:
    """Each claim's page shows its words, its speaker's side, a status, and its words in their place."""
    for one in list(sample.entries())[::6]:
        shown = page(f"/claim/{one.claim.id}")
        assert shown.find_class("statement")[0].find_class("chip")
        marked = " ".join(text_of(mark) for mark in shown.xpath("//p[@class='passage']//mark"))
        assert (
            "".join(one.content_words.split())[:40] in "".join(marked.split()).replace("…", "")
            or "…" in one.content_words
        )
        assert text_of(shown.find(".//h1"))
        assert len(shown.xpath("//h1")) == 1


def test_links_both_ways(sample: View, page: Fetch, denied: LedgerEntry) -> None:
    """A denial is on the page of what it denies, and the other way round, with the reason."""
    link = next(link for link in sample.links([denied.claim.id]) if link.relation is Relation.DENIES)
    for name, other, words in ((link.b, link.a, "Is denied by"), (link.a, link.b, "Denies")):
        shown = page(f"/claim/{name}")
        group = next(h3 for h3 in shown.xpath("//h3") if text_of(h3) == words).getnext()
        said = {claim.claim.id: claim.claim.source.name for claim in sample.entries(claim_ids=[other])}
        assert any(said[other].split(",")[0].split()[-1] in text_of(item) for item in group)
        assert "Why: " in text_of(group)


def test_linked_claims_carry_a_status(page: Fetch, denied: LedgerEntry) -> None:
    """No claim is bare, not even one that is shown beside another."""
    items = page(f"/claim/{denied.claim.id}").xpath("//li[@data-row]")
    assert items
    assert all(item.find_class("chip") for item in items)


def test_as_known(page: Fetch, client: TestClient, denied: LedgerEntry) -> None:
    """On its own day a claim is not yet denied by later ones; before it, it was not known."""
    day = (denied.document.published or "")[:10]
    shown = page(f"/claim/{denied.claim.id}?known-on={day}")
    days = [time.get("datetime")[:10] for time in shown.xpath("//li[@data-row]//time[@datetime]")]
    assert all(each <= day for each in days)
    assert client.get(f"/claim/{denied.claim.id}?known-on=2020-01-01").status_code == 400


def test_dispute_and_downloads(page: Fetch, client: TestClient, denied: LedgerEntry) -> None:
    """The page leads to the dispute, the report, the origin, the record as JSON, and can be cited."""
    shown = page(f"/claim/{denied.claim.id}")
    addresses = [link.get("href") for link in shown.iter("a")]
    for kind in ("/dispute/", f"/document/{denied.document.id}#c-{denied.claim.id}", "/source/"):
        assert any(address.startswith(kind) for address in addresses), kind
    assert f"/claim/{denied.claim.id}?known-on=" in shown.xpath("//a[@data-copy='cite']")[0].get("href")
    assert client.get(f"/api/claim/{denied.claim.id}").status_code == 200


def test_unknown_claim(client: TestClient) -> None:
    """An id that never was one is not found, in a page that says what to do."""
    answer = client.get("/claim/0000000000000000")
    assert answer.status_code == 404
    assert "contested claims" in answer.text


def test_replaced_claim(tmp_path: Path) -> None:
    """A claim whose report was taken out answers with its old record, marked as no more."""
    from contested.server.app import create_app
    from contested.store.ledger import Ledger, open_ledger

    database = str(tmp_path / "small.db")
    report = tmp_path / "report.txt"
    report.write_text(
        "Outlet: Northline News\nDate: 2026-03-18\n\nUkrainian forces hold Kupiansk, the General Staff said.\n"
    )
    from typer.testing import CliRunner

    from contested.cli.main import app

    assert CliRunner().invoke(app, ["read", str(report), "--db", database]).exit_code == 0
    with open_ledger(database, write=True) as ledger:
        assert isinstance(ledger, Ledger)
        old = next(ledger.entries())
        ledger.remove(old.document.id)
    shown = TestClient(create_app(database)).get(f"/claim/{old.claim.id}")
    assert shown.status_code == 200
    page = lxml.html.document_fromstring(shown.text)
    assert "no longer in this ledger" in text_of(page.xpath("//*[@role='alert']")[0])
    assert "hold Kupiansk" in text_of(page.find_class("statement")[0])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("certainty", model.Certainty), ("polarity", model.Polarity), ("directness", model.Directness),
        ("tense", model.Tense), ("cue", model.CueClass), ("verification", model.Verification),
        ("evidence", model.Evidence), ("modality", model.Modality), ("precision", model.Precision),
        ("bearing", model.Bearing), ("kind", model.ActorKind), ("relation", model.Relation),
        ("decision", model.Decision),
    ],
)  # fmt: skip
def test_every_member_has_words(name: str, kind: type[StrEnum]) -> None:
    """Each member of each enumeration has words, "unknown" included."""
    assert set(load("wording_claims")[name]) == {member.value for member in kind}


def test_every_relation_has_its_place() -> None:
    """Each relation stands somewhere on the page."""
    assert set(WEIGHT) == set(Relation)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (quantity("up to 200", high=200), "at most 200, person, soldiers"),
        (quantity("tens of thousands", low=20_000), "at least 20,000, person, soldiers"),
        (quantity("270", low=270, best=270, high=270, superlative="record"), "270, record, person, soldiers"),
        (quantity("20 to 30", low=20, high=30, of=None), "at least 20, at most 30, person"),
        (quantity("about half", best=0.5, unit="share", of=None, approximate=True), "about 0.5, share"),
        (quantity("2,500,000", best=2_500_000, of=None), "2,500,000, person"),
    ],
)
def test_figures(figure: model.Quantity, expected: str) -> None:
    """A figure keeps its bounds; an open bound is not made up."""
    assert figure_words(figure) == expected


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ((None, None), ""),
        (("2025-11-18", "2025-11-20"), "18 Nov 2025 to 20 Nov 2025"),
        (("2025-11-20", "2025-11-20"), "20 Nov 2025"),
        (("2025-11-20", None), "since 20 Nov 2025"),
    ],
)
def test_intervals(interval: tuple[str | None, str | None], expected: str) -> None:
    """An interval keeps its open ends."""
    assert interval_words(interval) == expected


def test_properties_in_words() -> None:
    """Speaker, side, certainty and what happened are all said, an unknown side as unknown."""
    one = entry("Kestria", agent="Kestria", negative=True, cue=model.CueClass.DENY)
    said = {fact.what: fact.words for fact in said_facts(one)}
    assert said["Speaker"] == "Kestria"
    assert said["So or not so"] == "says that it is not so"
    assert said["How sure"] == "certain"
    (event,) = happenings(one)
    assert event.title == "Gain of control"
    assert [place.name for place in event.places] == ["Velmora"]
    assert ("Does it hold", "says that it is not so") in [(fact.what, fact.words) for fact in event.facts]


def test_reasons_once() -> None:
    """Reasons that differ in figures stand once."""
    assert reasons_once("shared: 70%; shared: 80%; same voice") == "shared: 70%; same voice"
