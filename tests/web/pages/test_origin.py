"""The page of an origin: first publication, copies in order, what each changed or left out."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from contested.errors import UnknownName
from contested.model import Origin
from contested.store.view import View
from contested.web.addresses import Clocks
from contested.web.pages.origin import origin_content_page, reasons_of
from contested.web.word_diff import word_diff
from tests.web.conftest import Fetch

NEWEST = Clocks("2026-03-20", "2026-03-20")


@pytest.fixture(scope="module")
def widest(sample: View) -> Origin:
    """Return the origin that most reports carry."""
    return max(sample.origins(), key=lambda origin: (len(origin.documents), len(origin.claims), origin.id))


def test_the_first_publication_comes_first(sample: View, widest: Origin, page: Fetch) -> None:
    """The reports stand in order of time, the first marked as first seen."""
    content = origin_content_page(sample, widest.id, NEWEST).content
    days = [copy.published for copy in content.copies]
    assert len(days) == len(widest.documents) > 2
    assert days == sorted(days)
    rows = page(f"/origin/{widest.id}").xpath("//ol[@class='copies']/li")
    assert "first seen" in rows[0].text_content()
    assert "of 100 words" in rows[1].text_content()


def test_a_copy_that_drops_the_denial_is_told(sample: View, widest: Origin) -> None:
    """A report that carries the claim and leaves the denial beside it out says more than the first."""
    copies = origin_content_page(sample, widest.id, NEWEST).content.copies
    left_out = [change for copy in copies for change in copy.changes if "leaves out the denial" in change.text]
    assert left_out
    assert all(change.firmer for change in left_out)


def test_two_reports_are_held_against_each_other(widest: Origin, page: Fetch) -> None:
    """The words that only one has are marked; the chosen reports stay chosen."""
    a, b = widest.documents[0], widest.documents[-1]
    html = page(f"/origin/{widest.id}?a={a}&b={b}")
    assert html.xpath("//div[contains(@class, 'diff')]//del")
    assert html.xpath("//div[contains(@class, 'diff')]//ins")
    assert html.xpath("//option[@selected]/@value") == [a, b]


def test_a_report_of_another_origin_is_no_choice(sample: View, widest: Origin, client: TestClient) -> None:
    """Unknown ids are told, not guessed."""
    with pytest.raises(UnknownName):
        origin_content_page(sample, widest.id, NEWEST, widest.documents[0], "nothing")
    assert client.get("/origin/nothing").status_code == 404


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("", ()),
        ("the same voice", ("the same voice",)),
        ("90% shared; the same voice; 73% shared; 90% shared", ("73 to 90% shared", "the same voice")),
    ],
)
def test_reasons_are_told_once(reason: str, expected: tuple[str, ...]) -> None:
    """Reasons that differ in a share only become one with both ends."""
    assert reasons_of(reason) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Bara fell.", "Bara fell.", [("both", "Bara fell.")]),
        ("Bara fell.", "", [("first", "Bara fell.")]),
        ("It reportedly fell.", "It fell.", [("both", "It "), ("first", "reportedly "), ("both", "fell.")]),
    ],
)
def test_words_are_compared(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    """Words that only one text has stand apart, in order."""
    assert [(each.where, each.text) for each in word_diff(first, second).stretches] == expected


def test_a_very_long_text_is_cut_and_said_to_be() -> None:
    """Beyond 4,000 words only the beginning is compared."""
    assert word_diff("a " * 5000, "a " * 10).cut
