"""The list of places, and disputes."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from contested.model import Relation, Verification
from contested.store.view import View
from contested.web.dispute_cards import age_of
from contested.web.pages.dispute import OPPOSING, WORDS
from tests.web.conftest import Fetch
from tests.web.reading import css, text_of

KUPIANSK = "gn:703656"


def test_disputed_places_stand_first(page: Fetch) -> None:
    """Then contested ones, then by name; each with its mark and the age of the last report."""
    lines = css(page("/places"), ".states li")
    states = [text_of(css(line, ".state")[0]) for line in lines]
    order = [("disputed" not in state, not state.startswith("contested")) for state in states]
    assert order == sorted(order)
    assert all(css(line, "svg.mark") and "last report" in text_of(line) for line in lines)


def test_places_are_filtered_by_name(page: Fetch) -> None:
    """And an empty list says which filter emptied it, with a link that drops it."""
    assert [text_of(each) for each in css(page("/places?q=kupi"), ".states a")] == ["Kupiansk"]
    empty = page("/places?q=zzz")
    assert not css(empty, ".states li")
    assert css(empty, 'main .none a[href="/places"]')


def test_disputes_are_listed_with_both_sides(page: Fetch) -> None:
    """Sides in pack order, counted in origins, each with its words."""
    cards = css(page("/disputes"), "article.dispute")
    assert cards
    for card in cards:
        assert len(css(card, ".vs > div")) == 2
        assert css(card, "q bdi")


def test_disputes_of_a_place(page: Fetch, client: TestClient) -> None:
    """The heading says the filter in words; another sort of dispute is refused with the known ones."""
    assert "about Kupiansk" in text_of(css(page(f"/disputes?place={KUPIANSK}"), ".sub")[0])
    assert "No such dispute" in text_of(css(page("/disputes?place=Khartoum&status=settled"), "main")[0])
    assert client.get("/disputes?status=strange").status_code == 404


def test_a_dispute_shows_two_sides_and_no_verdict(page: Fetch, sample: View) -> None:
    """Each side with evidence and cards; other voices, the course, and what would settle it."""
    dispute = next(each for each in sample.disputes(KUPIANSK) if each.origins_denying > 1)
    told = page(f"/dispute/{dispute.id}")
    assert len(css(told, ".sides > .side")) == 2
    assert all(css(side, ".claim .chip") for side in css(told, ".sides > .side"))
    assert css(told, ".steps li")
    assert "What would settle it" in text_of(told)
    assert css(told, "body")[0].get("data-known-on")


def test_every_dispute_has_a_page(client: TestClient, sample: View) -> None:
    """None of them fails, whatever it is about."""
    for dispute in sample.disputes():
        assert client.get(f"/dispute/{dispute.id}").status_code == 200


def test_an_unknown_dispute_is_not_found(client: TestClient) -> None:
    """With what to do next."""
    assert client.get("/dispute/none").status_code == 404


@pytest.mark.parametrize("member", list(Verification))
def test_verification_has_a_sentence(member: Verification) -> None:
    """What reports say of it, for each member."""
    assert WORDS["verification"][member.value].endswith(".")


@pytest.mark.parametrize("member", OPPOSING)
def test_every_answer_has_a_verb(member: Relation) -> None:
    """The same for every side."""
    assert WORDS["relations"][member.value]


def test_the_age_of_a_dispute(sample: View) -> None:
    """Since when it is open, counted from the day of the page."""
    dispute = next(each for each in sample.disputes() if each.since)
    assert age_of(dispute, dispute.since or "").startswith("open since")
