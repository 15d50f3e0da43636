"""The ledger: what goes in comes out, twice is once, nothing is overwritten."""

import msgspec
import pytest

from contested.errors import UnknownName
from contested.model import Decision, Dispute, Link, Origin, Problem, Relation
from contested.store.ledger import open_ledger

from .made import document, extraction, reports


@pytest.fixture
def ledger(tmp_path):
    """Yield an empty ledger to write to."""
    with open_ledger(tmp_path / "a.db", write=True) as opened:
        yield opened


def fill(ledger, number=12):
    """Store made reports and return their extractions."""
    made = [extraction(report) for report in reports(number)]
    for each in made:
        assert ledger.add(each)
    return made


def test_a_document_comes_back_as_it_went_in(ledger):
    """Claims, events, places, packs and text are all there."""
    made = extraction(document())
    ledger.add(made)
    assert ledger.extraction(made.document.id) == made
    assert ledger.document(made.document.id[:8]) == made.document
    assert list(ledger.documents()) == [made.document]


def test_adding_twice_changes_nothing(ledger):
    """And says so."""
    made = extraction(document())
    assert ledger.add(made) is True
    before = ledger.digest()
    assert ledger.add(msgspec.structs.replace(made, claims=())) is False
    assert ledger.digest() == before


def test_a_document_can_be_extracted_anew_on_request(ledger):
    """Its claims are replaced, people's judgements stay."""
    made = extraction(document())
    ledger.add(made)
    ledger.judge(made.claims[0].id, Decision.REJECT, "me", "a misreading")
    assert ledger.add(msgspec.structs.replace(made, claims=(), events=()), replace=True)
    assert ledger.counts()["claims"] == 0
    assert len(ledger.judgements(made.claims[0].id)) == 1


def test_entries_come_in_the_order_of_publication_with_their_events(ledger):
    """Whatever the order in which they were read."""
    made = [extraction(report) for report in reports()]
    for each in reversed(made):
        ledger.add(each)
    entries = list(ledger.entries())
    assert [e.claim for e in entries] == [claim for each in made for claim in each.claims]
    assert entries[0].words == "Kestria said its troops took Velmora overnight."
    assert entries[0].content_words == "its troops took Velmora overnight"
    assert entries[0].packs == ("test",)
    assert [event.places[0].name for event in entries[0].events] == ["Velmora"]


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ({}, 24),
        ({"place_id": "test:brask"}, 8),
        ({"place_id": ["test:brask", "test:tolm"]}, 16),
        ({"place_id": "test:nowhere"}, 0),
        ({"since": "2025-11-20"}, 4),
        ({"until": "2025-11-10"}, 2),
        ({"since": "2025-11-12", "until": "2025-11-13"}, 4),
        ({"party": "Kestria"}, 12),
        ({"source": "kest"}, 12),
        ({"source": "%"}, 0),
        ({"event_type": "control.gain"}, 24),
        ({"event_type": "control."}, 24),
        ({"event_type": "strike."}, 0),
        ({"claim_ids": []}, 0),
    ],
)
def test_entries_can_be_asked_for(ledger, wanted, number):
    """By place, day of publication, party, source and event type, and all together."""
    fill(ledger)
    assert len(list(ledger.entries(**wanted))) == number


def test_a_claim_without_a_date_is_left_out_where_days_are_asked_for(ledger):
    """It is neither before nor after any day."""
    ledger.add(extraction(document(day=None)))
    assert len(list(ledger.entries())) == 1
    assert not list(ledger.entries(until="2030-01-01"))


def test_removing_a_document_takes_everything_that_rests_on_it(ledger):
    """Links too; the other documents stay."""
    one, other = fill(ledger, 2)
    link = Link(a=one.claims[0].id, b=other.claims[0].id, relation=Relation.DENIES, score=0.9, reason="test")
    ledger.replace_links([link])
    ledger.remove(one.document.id)
    assert ledger.document_ids() == [other.document.id]
    assert {e.document.id for e in ledger.entries()} == {other.document.id}
    assert not ledger.links()
    with pytest.raises(UnknownName, match="document"):
        ledger.document(one.document.id)


def test_links_origins_and_disputes_are_replaced_as_a_whole(ledger):
    """And remember for which documents they stand."""
    one, other = fill(ledger, 2)
    a, b = one.claims[0].id, other.claims[0].id
    link = Link(a=a, b=b, relation=Relation.DENIES, score=0.5, reason="the denial names it")
    origin = Origin(id="o1", documents=(one.document.id,), claims=(a,))
    dispute = Dispute(id="d1", matter="Who holds Velmora?", place_id="test:velmora", asserting=(a,), denying=(b,))
    ledger.replace_links([link], [origin], [dispute], "v1")
    assert (ledger.links(), ledger.origins(), ledger.disputes()) == ([link], [origin], [dispute])
    assert ledger.links([b]) == [link]
    assert ledger.links(["other"]) == []
    assert ledger.disputes("test:brask") == []
    assert ledger.fact("linked_for") == "v1"
    ledger.replace_links([])
    assert (ledger.links(), ledger.origins(), ledger.disputes(), ledger.fact("linked_for")) == ([], [], [], "")


def test_judgements_are_added_and_never_overwritten(ledger):
    """A second opinion stands beside the first."""
    ledger.judge("c1", Decision.ACCEPT, "ana", "seen", when="2025-11-20T10:00:00+00:00")
    ledger.judge("c1", Decision.REJECT, "ben", "no", when="2025-11-20T11:00:00+00:00")
    ledger.judge("c1", Decision.REJECT, "ben", "no", when="2025-11-20T11:00:00+00:00")
    assert [(j.who, j.decision) for j in ledger.judgements("c1")] == [("ana", "accept"), ("ben", "reject")]


def test_the_same_problem_twice_is_one_problem_and_goes_when_its_report_is_read(ledger):
    """A mended file leaves no stale complaint."""
    problem = Problem(code="json_malformed", message="no", path="a.txt", severity="error")
    ledger.add_problem(problem)
    ledger.add_problem(problem)
    assert ledger.problems() == [problem]
    warning = Problem(code="date_missing", message="none", path="a.txt")
    ledger.add(extraction(document(path="a.txt")), problems=[warning])
    assert ledger.problems() == [warning]
    assert ledger.problems("other") == []


def test_claims_with_one_id_are_kept_once_and_counted(ledger):
    """A fault of the extractor is a warning, not a broken run."""
    made = extraction(document())
    ledger.add(msgspec.structs.replace(made, claims=made.claims * 2))
    assert ledger.counts()["claims"] == 1
    assert [p.code for p in ledger.problems()] == ["double_id"]


def test_places_are_found_by_any_name_and_unknown_ones_answer_with_near_ones(ledger, monkeypatch):
    """Case and accents do not matter."""
    fill(ledger)
    assert ledger.find_place("velmora") == ["test:velmora"]
    assert ledger.find_place("Vélmora") == ["test:velmora"]
    assert ledger.find_place("test:brask") == ["test:brask"]
    known = {"Old Brask": ["x", "test:brask"], "Far": ["gn:1"]}
    monkeypatch.setattr("contested.store.place_lookup._in_gazetteer", lambda name: known.get(name, []))
    assert ledger.find_place("Old Brask") == ["test:brask"]
    assert ledger.find_place("Far") == ["gn:1"]
    with pytest.raises(UnknownName, match="Velmora"):
        ledger.find_place("Velmoro")
    assert next((p.name, p.claims, p.first) for p in ledger.places()) == ("Brask", 8, "2025-11-11")


def test_words_are_found_in_texts(ledger):
    """All of them must be there; signs of the query language are only signs."""
    fill(ledger)
    assert len(ledger.search("troops Velmora")) == 4
    assert ledger.search('Velmora" OR "x') == []
    assert ledger.search("") == []
