"""Linking a ledger: report by report or all at once, the result is one."""

import random

import pytest

from contested.links import link_ledger
from contested.model import Decision
from contested.store import linking
from contested.store.ledger import open_ledger

from .made import extraction, reports


@pytest.fixture(scope="module")
def whole():
    """Return the extractions of made reports, and how link_ledger links them."""
    from contested.model import LedgerEntry

    made = [extraction(report) for report in reports(10)]
    entries = [
        LedgerEntry(
            claim=claim,
            document=each.document.head,
            words=each.document.text[claim.start : claim.end],
            content_words=each.document.text[claim.content[0].start : claim.content[0].end],
            events=tuple(event for event in each.events if event.claim == claim.id),
            packs=each.packs,
        )
        for each in made
        for claim in each.claims
    ]
    return made, link_ledger(entries, [each.document for each in made])


@pytest.mark.parametrize("step", [1, 3, 10])
def test_report_by_report_is_as_all_at_once(tmp_path, whole, step, monkeypatch):
    """In any order and in batches of any size."""
    monkeypatch.setattr(linking, "BATCH", 2)
    made, linked = whole
    mixed = random.Random(step).sample(made, len(made))
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        for start in range(0, len(mixed), step):
            for each in mixed[start : start + step]:
                ledger.add(each)
            assert linking.relink(ledger)
            assert linking.is_linked(ledger)
        assert not linking.relink(ledger)
        assert linked.links
        assert set(ledger.links()) == set(linked.links)
        assert set(ledger.origins()) == set(linked.origins)
        assert set(ledger.disputes()) == set(linked.disputes)


def test_removing_a_report_leaves_what_the_others_say(tmp_path, whole):
    """As if it had never been read."""
    made, _ = whole
    digests = []
    for number in (0, 1):
        with open_ledger(tmp_path / f"{number}.db", write=True) as ledger:
            for each in made[number:]:
                ledger.add(each)
            linking.relink(ledger)
            if number == 0:
                ledger.remove(made[0].document.id)
                assert not linking.is_linked(ledger)
                linking.relink(ledger)
            digests.append(ledger.digest())
    assert digests[0] == digests[1]


def test_a_rejected_link_goes_and_can_come_back(tmp_path, whole):
    """Judgements stand beside what was found, and are never lost in it."""
    made, linked = whole
    link = linked.links[0]
    subject = f"{link.a}:{link.relation}:{link.b}"
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        for each in made:
            ledger.add(each)
        linking.relink(ledger)
        ledger.judge(subject, Decision.REJECT, "ana", "no", when="2025-11-20T10:00:00+00:00")
        assert linking.relink(ledger)
        assert link not in ledger.links()
        ledger.judge(subject, Decision.ACCEPT, "ana", "yes after all", when="2025-11-20T11:00:00+00:00")
        linking.relink(ledger)
        assert (link.a, link.b, link.relation) in {(each.a, each.b, each.relation) for each in ledger.links()}


def test_another_version_of_the_rules_links_anew(tmp_path, whole, monkeypatch):
    """What older rules found is dropped."""
    made, _ = whole
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        for each in made:
            ledger.add(each)
        linking.relink(ledger)
        before = ledger.digest()
        monkeypatch.setattr(linking, "__version__", "99")
        assert not linking.is_linked(ledger)
        assert linking.relink(ledger)
        assert ledger.digest() == before


def test_progress_is_told_in_steps(tmp_path, whole, monkeypatch):
    """Of reports compared, out of all new ones."""
    monkeypatch.setattr(linking, "BATCH", 4)
    made, _ = whole
    told = []
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        for each in made:
            ledger.add(each)
        linking.relink(ledger, lambda done, new: told.append((done, new)))
    assert told == [(0, 10), (4, 10), (8, 10), (10, 10)]
