"""The questions on the sample dispatches: each answers, and none leaves a claim without a status."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contested.errors import UnknownName
from contested.questions.listing import FACETS, ClaimFilter, iter_claims, list_claims
from contested.questions.picture import picture
from contested.questions.records import claim_page, dispute_page, document_page, origin_page, source_page, sources
from contested.store.ledger import open_ledger
from contested.store.view import View


@pytest.fixture(scope="module")
def view(sample_ledger: Path) -> Iterator[View]:
    """Return the sample dispatches."""
    with open_ledger(sample_ledger) as ledger:
        yield ledger


def test_a_picture_holds_each_place_on_each_day(view: View) -> None:
    """Runs follow one another without a gap and say what `on` says."""
    found = picture(view)
    assert {state.name: state.state for state in found.on(found.last_day)}["Kupiansk"] == "contested"
    for state in found.on(found.last_day):
        runs = found.runs(state.place_id)
        assert runs[-1][1:] == (found.last_day, state)
        for _, last, _ in runs:
            assert state.place_id in {each.place_id for each in found.on(last)}


def test_every_listed_claim_has_a_status(view: View) -> None:
    """There is no bare claim, and the pages together hold all claims once."""
    everything = list(iter_claims(view, ClaimFilter()))
    assert len({row.entry.claim.id for row in everything}) == len(everything) == view.counts()["claims"]
    assert all(row.statuses for row in everything)
    first = list_claims(view, ClaimFilter(per_page=10, page=2))
    assert list(first.rows) == everything[10:20]
    assert set(first.facets) == set(FACETS)


def test_each_facet_counts_what_choosing_it_would_show(view: View) -> None:
    """A number beside a filter is the number of claims that it leads to."""
    chosen = ClaimFilter(party="Russia", text="city")
    found = list_claims(view, chosen)
    for name in FACETS:
        for value, count in found.facets[name]:
            fields = {"party": "Russia", "text": "city"} | {name: value}
            assert list_claims(view, ClaimFilter(**fields)).total == count


def test_every_record_has_its_page(view: View) -> None:
    """Claims, origins, disputes, sources and reports answer under their ids."""
    row = next(iter_claims(view, ClaimFilter(status="denied")))
    page = claim_page(view, row.entry.claim.id)
    assert (page.statuses, page.origin.id, page.copies) == (row.statuses, row.origin, row.copies)
    assert {end for link in page.links for end in (link.a, link.b)} == {row.entry.claim.id, *page.others}
    assert row.entry.claim.id in {entry.claim.id for entry in origin_page(view, row.origin).entries}
    dispute = view.disputes()[0]
    assert [entry.claim.id for entry in dispute_page(view, dispute.id).asserting] == list(dispute.asserting)
    assert source_page(view, sources(view)[0].key).source == sources(view)[0]
    assert row.entry in document_page(view, row.entry.document.id).entries


@pytest.mark.parametrize("page", [claim_page, origin_page, dispute_page, source_page, document_page])
def test_an_unknown_id_is_told(view: View, page: object) -> None:
    """And never answers with an empty page."""
    with pytest.raises(UnknownName):
        page(view, "no-such-id")  # type: ignore[operator]
