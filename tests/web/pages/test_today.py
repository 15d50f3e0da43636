"""Today: what changed, what is disputed, what is not known, and how the collection stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from contested.server.app import create_app
from contested.store.ledger import open_ledger
from contested.store.view import View
from contested.web.addresses import Clocks
from contested.web.pages.today import today_page
from tests.web.conftest import Fetch


def test_the_newest_day_is_shown_with_both_clocks(page: Fetch) -> None:
    """Without dates the page is that of the newest report."""
    html = page("/")
    clock = html.xpath('//p[@class="clock"]')[0].text_content()
    assert "Fri 20 Mar 2026" in clock
    assert "as known on" in clock
    assert html.xpath("//h1")[0].text_content() == "Today"


def test_every_claim_has_a_status(page: Fetch) -> None:
    """No bare claim stands on the page."""
    cards = page("/today/2026-03-18").xpath('//div[@class="claim"]')
    assert cards
    assert all(card.xpath('.//li[contains(@class, "chip")]') for card in cards)


def test_a_day_without_reports_says_so(page: Fetch) -> None:
    """Blank never means quiet."""
    text = page("/today/2026-03-15").text_content()
    assert "No report of this day is in this ledger" in text
    assert "15 Mar" in page("/today/2026-03-18").xpath('//section[@aria-labelledby="unknown"]')[0].text_content()


def test_nothing_is_told_before_it_was_known(sample: View) -> None:
    """As known on the 12th, no dispute and no claim of a later day is on the page."""
    content = today_page(sample, Clocks("2026-03-12", "2026-03-12", dated=True, known_given=True)).content
    assert all((dispute.since or "") <= "2026-03-12" for dispute in content.disputes)
    cards = [card for each in content.spoken for card in each.cards]
    assert cards
    assert all((card.day or "") <= "2026-03-12" for card in cards)
    assert all(line.last_report <= "2026-03-12" for line in (*content.standing, *content.silent))


def test_a_day_after_what_was_known_is_no_page(client: TestClient) -> None:
    """Nothing can be shown of a day later than what is known; the answer says so in words."""
    answer = client.get("/today/2026-03-18?known-on=2026-03-17")
    assert answer.status_code == 400
    assert "2026-03-17" in answer.text


def test_a_known_day_without_reports_has_its_page(page: Fetch) -> None:
    """What was known on a day on which nothing was published can be asked for, too."""
    assert "as known on" in page("/today/2026-03-15?known-on=2026-03-15").text_content()


def test_copies_are_one_line(sample: View) -> None:
    """Of each origin one claim stands under a place."""
    spoken = today_page(sample, Clocks("2026-03-18", "2026-03-20", dated=True)).content.spoken
    assert {each.line.name for each in spoken} >= {"Kupiansk", "El Obeid"}
    for each in spoken:
        origins = [card.origin or card.id for card in each.cards]
        assert len(origins) == len(set(origins))


@pytest.mark.parametrize(
    ("address", "later", "known_later"),
    [("/", False, False), ("/today/2026-03-18", True, False), ("/today/2026-03-10?known-on=2026-03-12", True, True)],
)
def test_the_days_are_linked(page: Fetch, address: str, later: bool, known_later: bool) -> None:
    """There is a day before, and a day after only where one is known."""
    html = page(address)
    assert html.xpath('//a[@data-key="["]')
    assert html.xpath('//a[@data-key="{"]')
    assert bool(html.xpath('//a[@data-key="]"]')) == later
    assert bool(html.xpath('//a[@data-key="}"]')) == known_later


def test_an_empty_ledger_shows_how_to_add_reports(tmp_path: Path) -> None:
    """The first run tells what to do."""
    path = str(tmp_path / "empty.db")
    open_ledger(path, write=True).close()
    answer = TestClient(create_app(path)).get("/")
    assert answer.status_code == 200
    assert "contested read" in answer.text
    assert 'href="/add"' in answer.text
