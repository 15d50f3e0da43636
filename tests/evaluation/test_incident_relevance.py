"""Which dispatches tell of a particular incident, and how sure they are of who did it, on invented ones."""

from __future__ import annotations

from functools import cache

import pytest

from contested import lexicons, pipeline
from contested.evaluation.common import gold_document
from contested.evaluation.suites.incident_relevance import FEATURES, features, score
from contested.evaluation.suites.incident_templates import build
from contested.reading import Reading

TABLE = lexicons.load("muc4_mapping")
ATTACK = (
    "BOGOTA, 4 MAR 90 -- A BOMB EXPLODED LAST NIGHT IN FRONT OF A BANK IN BOGOTA AND INJURED FIVE PEDESTRIANS. "
    "POLICE SAID TWO HOODED MEN LEFT A CAR WITH DYNAMITE IN THE STREET."
)
COUNCIL = "BOGOTA, 4 MAR 90 -- THE CITY COUNCIL APPROVED A NEW BUDGET FOR SCHOOLS AND ROADS."
SUMS = "LIMA, 4 MAR 90 -- MORE THAN 9,000 PEOPLE HAVE DIED IN TEN YEARS OF VIOLENCE, A STUDY BY THE UNIVERSITY SAYS."
BATTLE = (
    "SAN SALVADOR, 4 MAR 90 -- THE ARMY CLASHED WITH REBELS AND CAPTURED A HILL NEAR LA PALMA. "
    "TROOPS ADVANCED TO THE NORTH. TEN SOLDIERS WERE KILLED IN THE FIGHTING."
)


@cache
def read(text: str) -> Reading:
    """Return the full reading of a dispatch of 4 March 1990."""
    return pipeline.read_through(pipeline.start(gold_document({"id": "1", "published": "1990-03-04", "text": text})))


@pytest.mark.parametrize(("text", "tells"), [(ATTACK, True), (COUNCIL, False), (SUMS, False), (BATTLE, False)])
def test_a_particular_act_is_told_from_politics_sums_and_battles(text: str, tells: bool) -> None:
    """A bomb that hurt passers-by is an incident; a budget, a toll of ten years and a battle are none."""
    assert (score(read(text), TABLE) >= TABLE["threshold"]) is tells
    assert bool(build(read(text))[0]) is tells


def test_each_feature_has_a_weight_and_keeps_its_range() -> None:
    """The lexicon weighs exactly the features there are, and each lies between 0 and 1.2."""
    assert set(TABLE["weights"]) == set(FEATURES)
    for text in (ATTACK, COUNCIL, SUMS, BATTLE):
        assert all(0 <= value <= 1.2 for value in features(read(text), TABLE).values())


FRONT = "THE PEOPLE'S MOUNTAIN FRONT [PMF]"
KIDNAPPED = "LA PAZ, 4 MAR 90 -- THE MAYOR OF ORURO WAS KIDNAPPED LAST NIGHT AT HIS HOUSE BY ARMED MEN. "
CONFIDENCE = [
    (KIDNAPPED + f"{FRONT} CLAIMED RESPONSIBILITY FOR THE KIDNAPPING.", "CLAIMED OR ADMITTED"),
    (KIDNAPPED + f"POLICE BLAMED {FRONT} FOR THE KIDNAPPING.", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
    (KIDNAPPED + f"HIS FAMILY ACCUSED {FRONT} OF THE KIDNAPPING.", "SUSPECTED OR ACCUSED"),
    (
        f"LA PAZ, 4 MAR 90 -- GUERRILLAS OF {FRONT} KIDNAPPED THE MAYOR OF ORURO LAST NIGHT AT HIS HOUSE.",
        "REPORTED AS FACT",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONFIDENCE)
def test_blame_is_as_sure_as_the_report_has_it(text: str, expected: str) -> None:
    """Claimed, accused by the police, accused by others, or told as a fact: four different things."""
    found = [incident.confidence for incident in build(read(text))[0] if incident.confidence]
    assert found
    assert found[0][0] == expected
    assert "PMF" in found[0][1]
