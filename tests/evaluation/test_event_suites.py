"""The suites event_types, incidents and entities on invented gold: right answers score, wrong ones do not."""

from __future__ import annotations

from contested.evaluation.common import Options
from contested.evaluation.suites import entities, event_types, incident_slots, incidents
from contested.evaluation.suites.incident_slots import Incident

SNIPPETS = [
    {"id": "1", "text": "A suicide bomber killed nine people at a checkpoint in the capital.", "type": "SUIC_BOMB"},
    {"id": "2", "text": "Police arrested two men in the capital on Monday.", "type": "ARREST"},
    {"id": "3", "text": "An earthquake killed 20 people in the hills on Friday.", "type": "NATURAL_DISASTER"},
]
DISPATCH = (
    "SAN PEDRO, 4 MAR 90 -- GUERRILLAS OF THE PEOPLE'S MOUNTAIN FRONT [PMF] KIDNAPPED A MAYOR IN THE TOWN OF "
    "LA PAZ ON 3 MARCH, POLICE REPORTED. THE MAYOR WAS TAKEN FROM HIS HOME BY FOUR ARMED MEN."
)
TEMPLATE = {
    "MESSAGE: TEMPLATE": "1",
    "INCIDENT: DATE": "03 MAR 90",
    "INCIDENT: LOCATION": "BOLIVIA: LA PAZ (CITY)",
    "INCIDENT: TYPE": "KIDNAPPING",
    "INCIDENT: STAGE OF EXECUTION": "ACCOMPLISHED",
    "PERP: INDIVIDUAL ID": '"GUERRILLAS"',
    "PERP: ORGANIZATION ID": '"PEOPLE\'S MOUNTAIN FRONT" / "PMF"',
    "PERP: ORGANIZATION CONFIDENCE": 'REPORTED AS FACT: "PEOPLE\'S MOUNTAIN FRONT" / "PMF"',
    "HUM TGT: DESCRIPTION": '"MAYOR"',
}


def test_each_snippet_gets_its_type() -> None:
    """Three plain snippets are all typed as gold says, and the baseline is worse."""
    metrics, baseline = event_types.evaluate(SNIPPETS, Options())
    assert metrics["weighted_f1"] == 1.0
    assert baseline["weighted_f1"] < 0.5
    assert set(metrics) == {"weighted_f1", "macro_f1", "per_type"}


def test_an_upper_case_dispatch_gives_its_incident() -> None:
    """A kidnapping in capitals is found with stage, doer and target; a quiet report gives none."""
    quiet = {"id": "2", "published": "1990-03-04", "text": "THE MINISTER OPENED A SCHOOL.", "templates": []}
    item = {"id": "1", "published": "1990-03-04", "text": DISPATCH, "templates": [TEMPLATE]}
    metrics, _ = incidents.evaluate([item, quiet], Options())
    assert metrics["found"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert metrics["stage"]["f1"] == 1.0
    assert metrics["target"]["r"] == 1.0
    assert set(metrics) == {"found", *incidents.SLOTS}


def test_gold_fills_are_read() -> None:
    """Alternatives, ranges, "on or before" and confidence are read from raw slot values."""
    gold = incident_slots.from_gold(TEMPLATE)
    assert gold.location == (("bolivia", "la paz"),)
    assert gold.confidence == ("REPORTED AS FACT", ("PEOPLE'S MOUNTAIN FRONT", "PMF"))
    assert incident_slots.gold_days("- 28 JUL 89") == (None, "1989-07-28")
    assert incident_slots.gold_days("01 JAN 90 - 05 JAN 90") == ("1990-01-01", "1990-01-05")


def test_partly_right_fills_count_a_half() -> None:
    """The right country with another town, and overlapping days, count a half."""
    one = Incident(type="ATTACK", first="1990-01-01", last="1990-01-05", location=(("peru", "lima"),))
    other = Incident(type="ATTACK", first="1990-01-03", last="1990-01-03", location=(("peru", "cuzco"),))
    assert incident_slots.date_credit(one, other) == 0.5
    assert incident_slots.location_credit(one, other) == 0.5


def test_fighting_and_places_are_read_off_the_words() -> None:
    """An army that attacks rebels fights them; what is in a town is with it."""
    text = "The army attacked the rebels in Kidal."
    found = [("1", 4, 8, "army"), ("2", 22, 28, "rebels"), ("3", 32, 37, "Kidal")]
    item = {
        "id": "1", "source": "x", "text": text,
        "entities": [
            {"id": key, "start": start, "end": end, "text": words, "confidence": 1,
             "type": "Location" if key == "3" else "Organisation"}
            for key, start, end, words in found
        ],
        "relations": [{"type": "FightingAgainst", "source": "1", "target": "2", "start": 9, "end": 17}],
    }  # fmt: skip
    metrics, _ = entities.evaluate([item], Options())
    assert metrics["FightingAgainst"]["r"] == 1.0
    assert set(metrics) == set(entities.RELATIONS)
