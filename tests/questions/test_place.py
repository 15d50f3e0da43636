"""A place asked about by its own claims alone says what the claims of the whole ledger would."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from contested.assessment.control import assess_control
from contested.assessment.health import collection_health
from contested.assessment.reliability import learn
from contested.model import Control
from contested.questions import place as place_module
from contested.questions.known import Known
from contested.questions.place import PlaceQuestion
from contested.store.ledger import open_ledger
from contested.store.view import View
from tests.questions.made_ledgers import TOWNS, Told, collections, extractions, store
from tests.questions.test_equal import days


def plain_control(view: View, place_id: str, day: str, known_on: str | None) -> Control:
    """Return the control of a place from all claims of the ledger."""
    known = Known(view, known_on)
    packs, parties = known.parties(known.at([place_id]))
    evidence = known.evidence(parties)
    until = known_on or day
    records = learn(evidence.known_on(until).observations, parties)
    found = assess_control(evidence, place_id, day, until, reliability=records)
    heads = {e.document.id: e.document for e in known.entries if not packs or set(packs) & set(e.packs)}
    return msgspec.structs.replace(found, notes=collection_health(heads.values(), until).notes())


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(
    told=collections, town=st.sampled_from(TOWNS), known_on=st.none() | days, day=st.none() | days, judged=st.booleans()
)
def test_a_place_by_itself(told: list[Told], town: str, known_on: str | None, day: str | None, judged: bool) -> None:
    """Control on a day and on the day before, now and as known on a day."""
    with tempfile.TemporaryDirectory() as folder:
        store(Path(folder, "a.db"), extractions(told), judged)
        with open_ledger(Path(folder, "a.db")) as view:
            place_id = f"test:XV:{town.casefold()}"
            dated = any(each.published for each in view.heads())
            if place_id not in {place.place_id for place in view.places()} or not dated:
                return
            question = PlaceQuestion(view, place_id, known_on)
            asked = day or known_on or question.known.last_day
            assert _same(question.control(day), plain_control(view, place_id, asked, known_on))
            before, plain = question.control_before(asked), plain_control(view, place_id, asked, asked)
            if question.parties == PlaceQuestion(view, place_id, asked).parties:
                assert _same(before, msgspec.structs.replace(plain, notes=()))


def _same(one: Control, other: Control) -> bool:
    return msgspec.structs.replace(one, place="") == msgspec.structs.replace(other, place="")


def test_a_busy_place_is_looked_at_through_a_window(sample_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The brief reads the newest claims only, and still counts all."""
    with open_ledger(sample_ledger) as view:
        whole = PlaceQuestion(view, "Kupiansk", "2026-03-19").brief()
        monkeypatch.setattr(place_module, "MOST_CLAIMS", 30)
        monkeypatch.setattr(place_module, "MOST_NEEDED", 10)
        short = PlaceQuestion(view, "Kupiansk", "2026-03-19").brief()
    assert (short.control, short.reports, short.outlets, short.origins) == (
        whole.control,
        whole.reports,
        whole.outlets,
        whole.origins,
    )
    assert {side.party for side in short.sides} == {side.party for side in whole.sides}
    assert len(short.notes) < len(whole.notes)
    assert short.not_known == whole.not_known
