"""The quick ways and the plain way say the same, now and as known on any day."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from contested.questions.listing import FACETS, ClaimFilter, iter_claims, list_claims
from contested.questions.picture import picture
from contested.questions.records import dispute_page, sources
from contested.store.ledger import open_ledger
from tests.questions.made_ledgers import TOWNS, Told, collections, extractions, store
from tests.questions.reference import Listed, days_between, states_on

quick = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking would take minutes
)
days = st.integers(0, 45).map(lambda n: f"2025-{11 + (n >= 30)}-{n % 30 + 1:02}")
filters = st.builds(
    ClaimFilter,
    place_id=st.none() | st.sampled_from([f"test:XV:{town.casefold()}" for town in TOWNS]),
    party=st.none() | st.sampled_from(["Kestria", "none", ("Kestria", "Ostvan")]),
    source=st.none() | st.sampled_from(["monitor", "kes"]),
    outlet=st.none() | st.sampled_from(["Sarrat Post", "not stated"]),
    type=st.none() | st.sampled_from(["control.", "control.hold", ("strike.drone", "control.gain")]),
    status=st.none() | st.sampled_from(["denied", "also said", ("disputed", "no other report found")]),
    since=st.none() | days,
    until=st.none() | days,
    text=st.none() | st.sampled_from(["velmora", "said tolm", "northern Districts"]),
    known_on=st.none() | days,
)


@quick
@given(told=collections, known_on=st.none() | days, day=days, judged=st.booleans())
def test_the_picture_is_what_each_place_says(told: list[Told], known_on: str | None, day: str, judged: bool) -> None:
    """All places side by side conclude what each does alone."""
    with tempfile.TemporaryDirectory() as folder:
        store(Path(folder, "a.db"), extractions(told), judged)
        with open_ledger(Path(folder, "a.db")) as view:
            found = picture(view, known_on)
            if found.last_day:
                day = min(day, found.last_day)
                assert found.on(day) == states_on(view, day, known_on)


@quick
@given(told=collections, known_on=days)
def test_as_known_on_is_a_ledger_of_that_day(told: list[Told], known_on: str) -> None:
    """What was published later never shows: picture and list of claims are those of a ledger without it."""
    everything = extractions(told)
    known = [each for each in everything if (each.document.published or "9999") <= known_on]
    with tempfile.TemporaryDirectory() as folder:
        store(Path(folder, "all.db"), everything)
        store(Path(folder, "then.db"), known)
        with open_ledger(Path(folder, "all.db")) as view, open_ledger(Path(folder, "then.db")) as then:
            ours, theirs = picture(view, known_on), picture(then)
            for day in days_between(theirs.first_day, theirs.last_day) if known else ():
                assert ours.on(day) == theirs.on(day)
                assert ours.changes(day) == theirs.changes(day)
            chosen = ClaimFilter(known_on=known_on)
            assert list_claims(view, chosen) == list_claims(then, ClaimFilter())
            assert sources(view, known_on) == sources(then)
            for dispute in then.disputes():
                if dispute.id in {each.id for each in view.disputes()}:
                    page, small = dispute_page(view, dispute.id, known_on), dispute_page(then, dispute.id)
                    assert (page.dispute, page.asserting, page.denying) == (
                        small.dispute,
                        small.asserting,
                        small.denying,
                    )


@quick
@given(told=collections, filter=filters, judged=st.booleans())
def test_the_list_is_what_each_claim_says(told: list[Told], filter: ClaimFilter, judged: bool) -> None:
    """Rows, statuses, copies and all counts are those of looking at each claim."""
    with tempfile.TemporaryDirectory() as folder:
        store(Path(folder, "a.db"), extractions(told), judged)
        with open_ledger(Path(folder, "a.db")) as view:
            plain = Listed(view, filter.known_on)
            rows = list(iter_claims(view, filter))
            assert [row.entry.claim.id for row in rows] == plain.rows(filter)[::-1]
            for row in rows:
                claim, origin = row.entry.claim.id, plain.origins[row.entry.claim.id]
                assert (row.statuses, row.origin) == (plain.statuses[claim], origin.id)
                assert row.copies == len(origin.documents) - 1
            facets = list_claims(view, filter).facets
            assert facets == {name: plain.facet(filter, name) for name in FACETS}


@pytest.mark.parametrize("day", ["2026-03-12", "2026-03-20"])
def test_the_picture_of_the_samples(sample_ledger: Path, day: str) -> None:
    """Two wars in one ledger, each with its own sources."""
    with open_ledger(sample_ledger) as view:
        assert picture(view).on(day) == states_on(view, day)
        known = picture(view, "2026-03-17")
        assert known.on(min(day, "2026-03-17")) == states_on(view, min(day, "2026-03-17"), "2026-03-17")
