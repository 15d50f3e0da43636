"""Who passed a statement on is its chain, and makes no claim of its own, on invented sentences."""

from __future__ import annotations

from functools import cache

import pytest

from contested import pipeline
from contested.model import Document
from contested.reading import Reading


@cache
def read(text: str) -> Reading:
    """Return the full reading of a text."""
    document = Document(id="d", path="-", sha256="", outlet="Test Gazette", text=text, language="en")
    return pipeline.read_through(pipeline.start(document))


CARRIED = [
    # sentence, the source, who passed it on
    ("The mayor's aide said, Volna reported, that rebels had taken the town of Sake.", "mayor's aide", "Volna"),
    ("The governor said, Delta News reported, that the army had left Dilling.", "governor", "Delta News"),
    ("Rebels seized Goma, the governor said, Radio Delta reported.", "governor", "Radio Delta"),
]


@pytest.mark.parametrize(("text", "source", "carrier"), CARRIED)
def test_who_reports_a_statement_is_its_chain(text: str, source: str, carrier: str) -> None:
    """One claim of the speaker, the outlet in its chain, the event in it and nowhere else."""
    reading = read(text)
    claims = [claim for claim in reading.claims if not claim.source.own_voice]
    assert [claim.source.name for claim in claims] == [source]
    assert [one.name for one in claims[0].chain] == [carrier]
    assert {event.claim for event in reading.events} == {claims[0].id}


CONDITIONS = [
    "If the city falls, Russian forces could threaten Kramatorsk.",
    "If the town falls, troops could menace it.",
]


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_condition_in_front_is_nobodys_saying(text: str) -> None:
    """Who could threaten a city says nothing."""
    assert all(claim.source.own_voice for claim in read(text).claims)


def test_a_question_keeps_its_if_clause() -> None:
    """What reporters ask is still their question."""
    claims = read("Reporters asked if the town of Lyman had fallen.").claims
    assert [claim.source.text for claim in claims] == ["Reporters"]
