"""The page of a place, over the sample dispatches."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from contested.model import Basis
from contested.outputs.wording import WORDS
from contested.questions import known
from contested.store.ledger import open_ledger
from contested.store.view import View
from contested.web import standings
from contested.web.addresses import Clocks
from contested.web.pages.place import place_page
from contested.web.place_answer import weight_words
from contested.web.place_keys import candidates, place_ids
from tests.web.conftest import Fetch
from tests.web.reading import css, text_of

KUPIANSK = "gn:703656"
LVIV = "gn:702550"
LAST = "2026-03-20"
BOTH = Clocks(LAST, LAST)


@pytest.fixture(scope="module")
def kupiansk(page: Fetch) -> Any:
    """Return the page of Kupiansk."""
    return page(f"/place/{KUPIANSK}-kupiansk")


def test_the_answer_stands_first_with_its_doubt(kupiansk: Any) -> None:
    """State in bold, the denial in the same box, a mark with words, and where it rests."""
    (answer,) = css(kupiansk, ".answer")
    assert answer.get("data-state")
    assert css(answer, ".say b")
    assert css(answer, "svg.mark")[0].get("aria-label")
    assert "independent origins bear on it" in text_of(answer)
    assert css(kupiansk, "#why")


def test_every_note_leads_to_a_sentence(kupiansk: Any, client: TestClient) -> None:
    """At most two steps from the state to the words."""
    notes = [each.get("href") for each in css(kupiansk, ".answer sup a")]
    assert notes
    for where in dict.fromkeys(notes[:3]):
        report, _, claim = where.partition("#")
        assert f'id="{claim}"' in client.get(report).text


def test_no_claim_is_bare(kupiansk: Any) -> None:
    """Every card has a status, a speaker, words in quotation marks, and its copies."""
    cards = css(kupiansk, ".claim")
    assert len(cards) > 5
    for card in cards:
        assert css(card, ".chip")
        assert css(card, "q bdi")
        assert css(card, ".who b bdi")
        assert "origin" in text_of(css(card, ".copies")[0])


def test_columns_stand_in_pack_order(kupiansk: Any) -> None:
    """Party 1, neither, party 2; who speaks decides the column."""
    heads = [text_of(head) for head in css(kupiansk, ".cols > .hd")]
    assert [head.split()[0] for head in heads] == ["Day", "Russia", "Neither", "Ukraine"]
    for index, party in ((1, "Russia"), (2, "Ukraine")):
        for card in css(kupiansk, f".cols > .c{index} .claim"):
            assert card.get("data-party") == party


def test_the_strip_is_drawn_three_times_and_follows_as_a_table(kupiansk: Any) -> None:
    """Desk, phone and paper; the table has one row a day and names days without report."""
    assert len(css(kupiansk, "figure svg.strip")) == 3
    rows = css(css(kupiansk, "details.table")[0], "tbody tr")
    assert len(rows) == 30
    assert any("no report" in text_of(row) for row in rows)


def test_both_clocks_and_the_address_that_stays(kupiansk: Any) -> None:
    """The address to cite names the day and what was known."""
    assert css(kupiansk, "body")[0].get("data-cite") == (
        f"/place/{KUPIANSK}-kupiansk/{LAST}?known-on={LAST}"
    )  # fmt: skip


def test_the_limits_are_said(kupiansk: Any) -> None:
    """What the page cannot tell stands on it, and it is small and without inline script."""
    assert "What this page cannot tell you" in text_of(kupiansk)
    assert not [each for each in css(kupiansk, "script") if not each.get("src")]


def test_it_stays_small(client: TestClient) -> None:
    """At most 150 kB with three strips."""
    assert len(client.get(f"/place/{KUPIANSK}").content) < 150_000


def test_the_past_knows_only_the_past(page: Fetch) -> None:
    """As known on 6 March no report of later days is on the page."""
    told = page(f"/place/{KUPIANSK}/2026-03-06?known-on=2026-03-06")
    days = {each.get("datetime") for each in css(told, ".claim time")}
    assert days
    assert max(days) <= "2026-03-06"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"/place/{LVIV}", "Unknown. No report in this collection names it."),
        (f"/place/{KUPIANSK}/2026-02-01?known-on=2026-02-01", "No report published until 1 Feb 2026 names it."),
    ],
)
def test_a_place_of_which_nobody_tells(page: Fetch, address: str, words: str) -> None:
    """It has a page that says so, and the mark of the unknown; blank never means quiet."""
    told = page(address)
    (answer,) = css(told, ".answer")
    assert answer.get("data-state") == "unknown"
    assert words in text_of(answer)
    assert not css(told, ".claim")


def test_names_lead_to_ids(client: TestClient) -> None:
    """A bare name is sent on to the id; a name of several places asks which; none is not found."""
    sent = client.get("/place/Kupiansk", follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, f"/place/{KUPIANSK}-kupiansk")
    assert "Which Springfield?" in client.get("/place/Springfield").text
    assert client.get("/place/Nowhereburg").status_code == 404
    assert client.get(f"/place/{KUPIANSK}/yesterday").status_code == 400


@pytest.mark.parametrize("key", [KUPIANSK, f"{KUPIANSK}-kupiansk", f"{KUPIANSK}-any-other-name"])
def test_the_id_decides(sample: View, key: str) -> None:
    """What follows the id is for people."""
    assert place_ids(sample, key).ids == (KUPIANSK,)


def test_an_id_may_hold_dashes() -> None:
    """The longest that is a place wins."""
    assert candidates("own:oskil-ua-oskil")[:2] == ["own:oskil-ua-oskil", "own:oskil-ua"]


@pytest.mark.parametrize("basis", list(Basis))
def test_every_basis_has_a_sentence(basis: Basis) -> None:
    """The second sentence of the answer exists for each."""
    assert WORDS["basis"][basis.value].endswith(".")


@pytest.mark.parametrize(("weight", "words"), [(3.1, "weighs heavily"), (-0.9, "weighs"), (0.1, "weighs a little")])
def test_weights_are_words(weight: float, words: str) -> None:
    """Never a decimal on screen."""
    assert weight_words(weight) == words


@pytest.mark.parametrize("clocks", [BOTH, Clocks("2026-03-10", LAST), Clocks("2026-03-12", "2026-03-12", True, True)])
def test_the_strip_ends_with_the_answer(sample: View, clocks: Clocks) -> None:
    """The page does not contradict itself: the last day of the strip says what the answer says."""
    for place in sample.places()[:6]:
        holding = place_page(sample, place.place_id, clocks).content.holding
        if holding is not None and holding.strips.named:
            last = holding.strips.days[-1]
            assert (last.state or "unknown", last.disputed) == (holding.control.state, holding.control.disputed)


class Mirrored:
    """A pack with its parties in the other order."""

    def __init__(self, pack: Any) -> None:
        self._pack = pack

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pack, name)

    def party_names(self) -> tuple[str, ...]:
        """Return the parties, last first."""
        return tuple(reversed(self._pack.party_names()))


def test_swapping_the_parties_gives_the_mirrored_page(
    sample: View, sample_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Same words, same figures, same sizes; only the places on the page change hands."""
    one = place_page(sample, KUPIANSK, BOTH).content.holding
    copied = shutil.copy(sample_ledger, tmp_path / "mirrored.db")  # what is held in memory goes by address
    for module in (known, standings):
        load = module.load
        monkeypatch.setattr(module, "load", lambda name, load=load: Mirrored(load(name)))
    standings.sides_of.cache_clear()
    with open_ledger(str(copied)) as view:
        other = place_page(view, KUPIANSK, BOTH).content.holding
    standings.sides_of.cache_clear()
    assert one is not None
    assert other is not None
    assert one.parties == other.parties[::-1]
    assert one.answer == other.answer
    assert [column.name for column in one.columns] == [column.name for column in other.columns][::-1]
    assert [column.origins for column in one.columns] == [column.origins for column in other.columns][::-1]
    assert [day.origins for day in one.strips.days] == [day.origins[::-1] for day in other.strips.days]
    for row, mirrored in zip(one.rows, other.rows, strict=True):
        assert [[card.words for card in cards] for cards in row.columns] == [
            [card.words for card in cards] for cards in reversed(mirrored.columns)
        ]
    assert {(each.who, each.weight, each.supports.count(" or ")) for each in one.why.rows} == {
        (each.who, each.weight, each.supports.count(" or ")) for each in other.why.rows
    }
    assert abs(len(one.strips.desk) - len(other.strips.desk)) < 200
