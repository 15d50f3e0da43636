"""Events that look like another, or seem to lie elsewhere than they do, in invented sentences."""

from __future__ import annotations

from functools import cache

import pytest

from contested import packs, pipeline
from contested.model import Document
from contested.reading import Reading


@cache
def read(text: str, pack: str = "") -> Reading:
    """Return the full reading of a text."""
    document = Document(
        id="d", path="-", sha256="", outlet="Test Gazette", text=text, language="en", published="2025-11-20"
    )
    return pipeline.read_through(pipeline.start(document, [packs.load(pack)] if pack else None))


TYPES = [
    ("Ukrainian troops said dozens of Russian fighters were being destroyed near Lyman.", "casualty.military"),
    ("Russian troops said dozens of Ukrainian fighters were being destroyed near Lyman.", "casualty.military"),
    ("The army destroyed an enemy brigade's headquarters.", "damage.other"),
    ("Villagers mourned the murder of the mayor of Lyman by gunmen.", "attack.armed"),
    ("Gunmen shot two farmers near Kadugli.", "attack.armed"),
]


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_the_type_is_what_was_done_to_whom(text: str, kind: str) -> None:
    """Fighters are killed, headquarters damaged, whichever side says so."""
    assert kind in [event.type for event in read(text).events]


@pytest.mark.parametrize("text", ["Rebels seized Sake.", "Rebels seized Sake on Friday."])
def test_a_bare_town_that_rebels_seize_is_found(text: str) -> None:
    """A town that is an English word too is a town where troops take it."""
    [event] = [event for event in read(text).events if event.type == "control.gain"]
    assert [place.name for place in event.places] == ["Sake"]
    assert event.places[0].resolved


def test_a_word_alone_in_its_report_may_be_a_town() -> None:
    """One name, one place of that name: no other witness is needed."""
    assert [place.name for place in read("Vovchansk burns.").places] == ["Vovchansk"]


def test_who_is_captured_is_no_town() -> None:
    """A surname behind "captured" is a person's."""
    assert not read("Troops captured Smith.").places


def test_a_city_not_named_is_not_the_next_city_named() -> None:
    """ "The city" of a condition is some city, not the one that would be next."""
    text = "If the city falls, Russian forces could threaten Kramatorsk."
    found = {event.type: [place.name for place in event.places] for event in read(text).events}
    assert found == {"control.loss": [], "control.threatened": ["Kramatorsk"]}


def test_a_day_in_march_is_no_march() -> None:
    """A date in capitals holds no protest."""
    assert not read("TROOPS STAYED IN THE TOWN FROM MARCH 28 TO MARCH 31, 1990.").events or all(
        not event.type.startswith("protest")
        for event in read("TROOPS STAYED IN THE TOWN FROM MARCH 28 TO MARCH 31, 1990.").events
    )


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the junta said that reports of the capture of Lashio were false.",
        "He told state media that reports of the capture of Lashio were false.",
    ],
)
def test_reports_called_false_are_denied(text: str) -> None:
    """Who calls reports of a capture false says that there was none."""
    found = [event for event in read(text, "myanmar").events if event.type == "control.gain"]
    speakers = {claim.id: claim for claim in read(text, "myanmar").claims}
    denied = [event for event in found if event.polarity == "negative"]
    assert denied
    assert all(speakers[event.claim].source.text.lower() != "reports" for event in denied)
    assert all(event.control is None or event.control.party != "Myanmar military" for event in denied)


def test_a_day_is_no_target() -> None:
    """Fighting on Monday is with nobody called Monday."""
    text = "Armenia reported heavy fighting around Shusha on Monday."
    assert all(event.target is None for event in read(text, "armenia-azerbaijan").events)


def test_insurgents_of_a_country_are_not_its_army() -> None:
    """A force of rebels is not the state's, though the pack calls the state's "the army"."""
    text = "A Myanmar insurgent army said it had captured Lashio, a setback for the military."
    parties = {event.control.party for event in read(text, "myanmar").events if event.control}
    assert "Myanmar military" not in parties
