"""What a ledger said before stays to be asked for: replaced claims, and addresses that no longer resolve."""

import msgspec
import pytest

from contested.errors import UnknownName
from contested.store.ledger import open_ledger
from contested.store.linking import relink

from .made import document, extraction, reports


def without_first(found):
    """Return an extraction as if the first claim were read otherwise."""
    first, *rest = found.claims
    shifted = msgspec.structs.replace(first, id="feedfeedfeedfeed", end=first.end - 1, events=())
    return msgspec.structs.replace(found, claims=(shifted, *rest))


def test_a_claim_read_anew_under_another_id_keeps_its_old_address(tmp_path):
    """The old record comes back, with the claim that stands in its place."""
    found = extraction(document())
    old = found.claims[0].id
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        ledger.add(found)
        assert ledger.replaced(old) is None
        ledger.add(without_first(found), replace=True)
        gone = ledger.replaced(old)
        assert (gone.id, gone.replaced_by, gone.entry.claim) == (old, "feedfeedfeedfeed", found.claims[0])
        ledger.add(found, replace=True)
        assert ledger.replaced(old) is None
        assert ledger.replaced("feedfeedfeedfeed").replaced_by == old


def test_a_claim_taken_out_is_told_from_one_that_never_was(tmp_path):
    """Removing a report leaves its claims' addresses answering."""
    found = extraction(document())
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        ledger.add(found)
        ledger.remove(found.document.id)
        assert ledger.replaced(found.claims[0].id).replaced_by is None
        assert ledger.replaced("0000000000000000") is None


def test_the_revision_changes_with_every_change_and_only_then(tmp_path):
    """Reports, links and judgements make a new one; reading the same again does not."""
    seen = []
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        seen.append(ledger.revision)
        for each in reports(3):
            ledger.add(extraction(each))
            seen.append(ledger.revision)
        ledger.add(extraction(reports(3)[0]))
        assert ledger.revision == seen[-1]
        relink(ledger)
        seen.append(ledger.revision)
        ledger.judge(ledger.claim_ids()[0], "accept", "Ada", "read it")
        seen.append(ledger.revision)
        ledger.remove(reports(3)[0].id)
        seen.append(ledger.revision)
    assert len(set(seen)) == len(seen)


def test_origins_and_disputes_are_found_by_claim(tmp_path):
    """Each claim is of exactly the origin that lists it."""
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        for each in reports():
            ledger.add(extraction(each))
        relink(ledger)
        for origin in ledger.origins():
            assert ledger.origin(origin.id) == origin
            assert set(ledger.origins_of(origin.claims).values()) == {origin}
        for dispute in ledger.disputes():
            assert ledger.dispute(dispute.id) == dispute
            assert all(dispute in ledger.disputes_of(claim) for claim in dispute.asserting)
        with pytest.raises(UnknownName):
            ledger.origin("none")
        assert ledger.origins_of(["not-linked"])["not-linked"].claims == ("not-linked",)
