"""Sources: counts with their base, never a grade."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from contested.assessment.observations import Interest
from contested.assessment.reliability import Record
from contested.lexicons import load
from contested.model import ActorKind, CueClass, Found
from contested.questions.records import SourceRecord, sources
from contested.questions.statuses import Standing
from contested.store.view import View
from contested.web.pages.sources import SETTLED_ENOUGH, _record, of_100
from tests.web.conftest import Fetch


def record(claims: int, right: float = 0.83) -> SourceRecord:
    """Return a record that rests on some claims."""
    made = Record("3rd Corps", "Ostvan", Interest.OWN_GAIN, claims, right, 0.8, 1.0)
    return SourceRecord(made, 0.7, 400)


def test_all_who_speak_are_listed_by_side(sample: View, page: Fetch) -> None:
    """Every source has a row, sides in pack order, those of no side last."""
    html = page("/sources")
    assert len(html.xpath("//tbody/tr")) == len(sources(sample))
    sides = [h2.text_content() for h2 in html.xpath("//main//h2")]
    assert sides.index("Russia") < sides.index("Ukraine") < sides.index("Speaks for no side")
    assert sides.index("SAF") < sides.index("RSF") < sides.index("Side not known")


def test_the_list_can_be_narrowed(page: Fetch) -> None:
    """A word narrows the list; one that fits nobody is told with the way back."""
    assert len(page("/sources?q=ministry").xpath("//tbody/tr")) >= 1
    nobody = page("/sources?q=zzzz")
    assert "No source has" in nobody.text_content()
    assert nobody.xpath('//main//a[@href="/sources"]')


def test_a_source_page_shows_counts_with_their_base(sample: View, page: Fetch) -> None:
    """Each count says of how many; no decimal and no grade stands anywhere."""
    row = sources(sample)[0]
    html = page(f"/source/{row.key}")
    counts = [td.text_content() for td in html.xpath("//section[1]//tbody/tr/td[2]")]
    assert counts
    assert all(re.fullmatch(rf"\d+ of {row.claims}", each) for each in counts)
    assert not re.search(r"\d\.\d", html.xpath("//main")[0].text_content())
    assert html.xpath('//a[starts-with(@href, "/claims?")]')


def test_an_unknown_source_is_told(client: TestClient) -> None:
    """A wrong key is a 404."""
    assert client.get("/source/nobody-000000").status_code == 404


@pytest.mark.parametrize("page_asked", ["0", "-1", "x", "999999999999", "²"])
def test_a_page_that_is_not_there_is_the_nearest(client: TestClient, page_asked: str) -> None:
    """Any page number answers."""
    assert client.get("/sources", params={"page": page_asked}).status_code == 200


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (1, "1 claim: too few to say."),
        (SETTLED_ENOUGH - 1, "19 claims: too few to say."),
        (SETTLED_ENOUGH, "85 of 100, of 20 claims, agree with what all reports together come to."),
    ],
)
def test_few_claims_are_too_few_to_say(claims: int, expected: str) -> None:
    """Below twenty claims no share is told."""
    assert _record(record(claims)).sentence == expected


@pytest.mark.parametrize(("share", "expected"), [(0.0, 0), (0.834, 85), (1.0, 100)])
def test_shares_are_rounded_to_five(share: float, expected: int) -> None:
    """Numbers on pages are of 100, rounded to 5."""
    assert of_100(share) == expected


def test_every_member_has_its_words() -> None:
    """Each kind of voice, each way of finding and each sort of saying has words, each status a line."""
    words = load("pages")
    assert set(words["kinds"]) == {kind.value for kind in ActorKind}
    assert set(words["found"]) == {found.value for found in Found}
    assert set(words["cue_classes"]) == {cue.value for cue in CueClass}
    assert set(words["source_counts"]) | {Standing.UNVERIFIED.value} == {standing.value for standing in Standing}
