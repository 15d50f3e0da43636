"""Compare: two days in the world, or two days by which something was known."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from contested.errors import ContestedError
from contested.web.comparison import Comparison, asked
from tests.web.conftest import Fetch

NEWEST = "2026-03-20"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ("world", "2026-03-13", "2026-03-20", "2026-03-20")),
        ({"a": "2026-03-06"}, ("world", "2026-03-06", "2026-03-13", "2026-03-20")),
        ({"b": "2026-03-12"}, ("world", "2026-03-05", "2026-03-12", "2026-03-20")),
        ({"a": "2026-03-19", "b": "2026-03-06"}, ("world", "2026-03-06", "2026-03-19", "2026-03-20")),
        ({"b": "2026-03-08", "known-on": "2026-03-02"}, ("world", "2026-03-01", "2026-03-08", "2026-03-08")),
        ({"known-a": "2026-03-12"}, ("knowledge", "2026-03-12", "2026-03-19", "2026-03-20")),
        ({"known-a": "2026-03-12", "known-b": "2026-03-20"}, ("knowledge", "2026-03-12", "2026-03-20", "2026-03-20")),
    ],
)  # fmt: skip
def test_what_is_asked_is_read_from_the_address(query: dict[str, str], expected: tuple[str, ...]) -> None:
    """Missing days are filled in, the earlier is always first, and nothing is known before it is shown."""
    found = asked(query, NEWEST)
    known = found.known if found.mode == "world" else NEWEST
    assert (found.mode, found.a, found.b, known) == expected


def test_what_is_no_date_is_told() -> None:
    """A word instead of a date is an error with a hint."""
    with pytest.raises(ContestedError):
        asked({"a": "yesterday"}, NEWEST)


def test_an_address_says_all_of_it() -> None:
    """Reading the address of a comparison gives the same comparison."""
    world = Comparison("world", "2026-03-06", "2026-03-19", "2026-03-19", NEWEST, "gn:1")
    assert world.address() == "/compare?place=gn:1&a=2026-03-06&b=2026-03-19&known-on=2026-03-20"
    learned = Comparison("knowledge", "2026-03-12", "2026-03-20", "2026-03-10", "2026-03-20")
    assert learned.address() == "/compare?a=2026-03-10&known-a=2026-03-12&known-b=2026-03-20"


def test_all_places_are_compared(page: Fetch) -> None:
    """The places that differ are listed with both states, and the others are counted."""
    html = page("/compare?a=2026-03-06&b=2026-03-19")
    assert html.xpath("//h1")[0].text_content() == "All places"
    states = [each.text_content() for each in html.xpath('//span[@class="state"]')]
    assert states
    assert all("→" in each for each in states)
    assert "unchanged" in html.text_content()


@pytest.mark.parametrize(
    "address",
    [
        "/compare?place=Kupiansk&a=2026-03-06&b=2026-03-19",
        "/compare?place=Kupiansk&a=2026-03-12&known-a=2026-03-12&known-b=2026-03-20",
    ],
)
def test_one_place_has_two_answers_and_what_was_said_in_between(page: Fetch, address: str) -> None:
    """Both answers stand beside each other with both clocks; claims in between each have a status."""
    html = page(address)
    answers = html.xpath('//div[@class="sides"]/section')
    assert len(answers) == 2
    assert all("as known on" in each.text_content() for each in answers)
    sentences = [each.text_content().split(":")[0] for each in html.xpath('//ul[contains(@class, "sentences")]/li')]
    assert sentences[1:] == ["New", "Withdrawn", "The same"]
    assert sentences[0] in ("Changed", "Unchanged")
    cards = html.xpath('//div[@class="claim"]')
    assert cards
    assert all(card.xpath('.//ul[@class="chips"]/li') for card in cards)


def test_nothing_is_said_before_it_was_known(page: Fetch) -> None:
    """A claim of 18 March stands on no page of what was known until the 17th."""
    html = page("/compare?place=Kupiansk&a=2026-03-10&b=2026-03-17&known-on=2026-03-17")
    days = {each[:10] for each in html.xpath('//div[@class="claim"]//time/@datetime')}
    assert days
    assert max(days) <= "2026-03-17"


def test_a_place_that_is_not_there_is_told(client: TestClient) -> None:
    """An unknown name is a 404 with words, a date that is none a 400."""
    assert client.get("/compare?place=Nowhereville").status_code == 404
    assert client.get("/compare?a=yesterday").status_code == 400
