"""The digest: the same for the same content, whatever the order, the paths and the times."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contested.model import Decision, Link, Relation
from contested.store.ledger import open_ledger

from .made import extraction, reports


def digest_of(path, made):
    """Return the digest of a ledger that these extractions make."""
    with open_ledger(path, write=True) as ledger:
        for each in made:
            ledger.add(each)
        return ledger.digest()


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(6)))
def test_the_order_of_reading_does_not_count(tmp_path_factory, order):
    """Nor does reading a report twice."""
    made = [extraction(report) for report in reports(6)]
    folder = tmp_path_factory.mktemp("digest")
    mixed = [made[number] for number in order]
    assert digest_of(folder / "a.db", made) == digest_of(folder / "b.db", [*mixed, *made])


def test_paths_and_times_do_not_count(tmp_path):
    """The same report, read elsewhere and later."""
    made = extraction(reports(1)[0])
    moved = msgspec.structs.replace(made.document, path="/else/b.jsonl#3", retrieved="2030-01-01T00:00:00", sha256="x")
    other = msgspec.structs.replace(made, document=moved)
    assert digest_of(tmp_path / "a.db", [made]) == digest_of(tmp_path / "b.db", [other])


@pytest.mark.parametrize("change", ["claim", "event", "link", "judgement", "document"])
def test_what_the_ledger_says_counts(tmp_path, change):
    """One more document, claim, event, link or judgement is another digest."""
    made = [extraction(report) for report in reports(2)]
    before = digest_of(tmp_path / "a.db", made)
    if change == "claim":
        made[0] = msgspec.structs.replace(made[0], claims=made[0].claims[:1])
    if change == "event":
        made[0] = msgspec.structs.replace(made[0], events=made[0].events[:1])
    if change == "document":
        made = made[:1]
    with open_ledger(tmp_path / "b.db", write=True) as ledger:
        for each in made:
            ledger.add(each)
        if change == "link":
            a, b = (claim.id for claim in made[0].claims)
            ledger.replace_links([Link(a=a, b=b, relation=Relation.DENIES, score=1, reason="x")])
        if change == "judgement":
            ledger.judge(made[0].claims[0].id, Decision.ACCEPT, "me", "so")
        assert ledger.digest() != before
