"""Intake: counts, problems, broken documents, other languages; nothing stops the run."""

import multiprocessing
import os

import msgspec
import pytest

from contested.errors import ContestedError, ModelMissing, UnknownName
from contested.model import Problem
from contested.store import intake
from contested.store.ledger import open_ledger

from .made import document, extraction, reports


@pytest.fixture
def ledger(tmp_path):
    """Yield an empty ledger to write to."""
    with open_ledger(tmp_path / "a.db", write=True) as opened:
        yield opened


@pytest.fixture
def quick(monkeypatch):
    """Put the made extraction in the place of the pipeline; a text with BREAK breaks it."""

    def extract(report, _packs=None):
        if "BREAK" in report.text:
            raise ZeroDivisionError("nobody expected this")
        return extraction(report)

    monkeypatch.setattr("contested.pipeline.extract", extract)


@pytest.mark.usefixtures("quick")
class TestTakeIn:
    """The loop over documents and problems."""

    def test_reading_again_changes_nothing(self, ledger):
        """And does not extract again."""
        assert intake.take_in(ledger, reports()).new == 12
        before = ledger.digest()
        again = intake.take_in(ledger, reports())
        assert (again.new, again.unchanged, ledger.digest()) == (0, 12, before)

    def test_a_broken_document_is_counted_listed_and_passed_over(self, ledger):
        """It is tried again in the next run."""
        items = [*reports(2), document("BREAK it"), *reports(3)[2:]]
        for _ in range(2):
            counts = intake.take_in(ledger, items)
            assert (counts.failed, counts.codes) == (1, {"extraction_failed": 1})
            (problem,) = ledger.problems()
            assert problem.path == "a.txt"
            assert "nobody expected this" in problem.message
        assert ledger.counts()["documents"] == 3

    def test_problems_of_sources_are_kept_with_their_documents(self, ledger):
        """A warning goes with the document that follows it, an error stands alone."""
        warning = Problem(code="date_missing", message="none", path="a.txt")
        error = Problem(code="json_malformed", message="no", path="b.jsonl#3", severity="error")
        counts = intake.take_in(ledger, [warning, document(), error])
        assert (counts.warnings, counts.failed) == (1, 1)
        assert {problem.code for problem in ledger.problems()} == {"date_missing", "json_malformed"}
        ledger.remove(ledger.document_ids()[0])
        assert [problem.code for problem in ledger.problems()] == ["json_malformed"]

    def test_the_same_report_twice_in_one_run_is_stored_once(self, ledger):
        """Whether extraction runs here or elsewhere."""
        counts = intake.take_in(ledger, [document(), document(path="b.txt")])
        assert (counts.new, counts.unchanged) == (1, 1)

    def test_again_replaces(self, ledger):
        """For a new version of the extractor."""
        intake.take_in(ledger, reports(2))
        assert intake.take_in(ledger, reports(2), again=True).new == 2
        assert ledger.counts()["documents"] == 2

    def test_another_language_is_kept_without_claims(self, ledger):
        """English rules on another language would make claims up."""
        counts = intake.take_in(ledger, [msgspec.structs.replace(document(), language="uk")])
        assert (counts.new, counts.claims, counts.codes) == (1, 0, {"language_unsupported": 1})


def test_what_concerns_all_documents_stops_the_run(ledger, monkeypatch):
    """No language pipeline: every document would fail the same way."""

    def missing(_report, _packs=None):
        raise ModelMissing("No language pipeline found.")

    monkeypatch.setattr("contested.pipeline.extract", missing)
    with pytest.raises(ModelMissing):
        intake.take_in(ledger, reports(2))
    with pytest.raises(UnknownName):
        intake.attempt(document(), ["no-such-pack"])


def end_this_process(_report, **_packs):
    """Stand in for an extraction for which memory did not suffice."""
    os._exit(9)


def test_a_process_that_is_ended_is_told_and_loses_nothing(ledger, monkeypatch):
    """What was stored before stays."""
    ledger.add(extraction(document()))
    monkeypatch.setattr(intake, "attempt", end_this_process)
    monkeypatch.setattr(intake, "get_context", lambda _: multiprocessing.get_context("fork"))
    with pytest.raises(ContestedError, match="ended from outside"):
        intake.take_in(ledger, reports(2), jobs=2)
    assert ledger.counts()["documents"] == 1


def test_several_processes_store_what_one_stores(tmp_path):
    """With the real pipeline, since a process of its own knows no stand-in."""
    texts = [f"The governor said on Friday that {n} people were hurt in Kharkiv." for n in ("two", "three", "four")]
    items = [document(text) for text in texts]
    digests = []
    for jobs in (1, 2):
        with open_ledger(tmp_path / f"{jobs}.db", write=True) as ledger:
            assert intake.take_in(ledger, items, jobs=jobs).new == 3
            digests.append(ledger.digest())
    assert digests[0] == digests[1]
