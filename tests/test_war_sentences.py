# ruff: noqa: E501 - a sentence stands on one line
"""Invented sentences of several wars, read from end to end: who says it, which event, whose, where."""

from __future__ import annotations

import pytest

from contested import packs
from contested.model import Document, Extraction
from contested.pipeline import extract

Row = tuple[str, str, str, str, str, str, str, str]
"""Pack, text, words in the source, its party, event type, polarity, bearing's party, place."""

ROWS: list[Row] = [
    # datelines are no speakers and no places of events
    (
        "sudan", "KHARTOUM (River Post) - The Rapid Support Forces said on Sunday that its fighters had encircled El Obeid.",
        "Rapid Support Forces", "RSF", "control.encircle", "positive", "RSF", "El Obeid",
    ),
    (
        "russia-ukraine", "MOSCOW (Volna) - Russian assault groups have entered Kupiansk, the Defence Ministry said on Wednesday.",
        "Defence Ministry", "Russia", "control.infiltrate", "positive", "Russia", "Kupiansk",
    ),
    (
        "russia-ukraine", "KYIV (Dnipro Wire) - Ukrainian forces have retaken Kupiansk, the General Staff said on Wednesday.",
        "General Staff", "Ukraine", "control.gain", "positive", "Ukraine", "Kupiansk",
    ),
    # spokesmen and ministries of the body just named
    (
        "russia-ukraine",
        "Russia's Defence Ministry gave a briefing, it said. \"The city of Kupiansk is under the control of the Southern "
        'group of forces," the ministry\'s spokesman, Major General Pavel Ostrov, told reporters in Moscow.',
        "Pavel Ostrov", "Russia", "control.hold", "positive", "Russia", "Kupiansk",
    ),
    (
        "russia-ukraine",
        "Ukraine's General Staff denied that Kupiansk had fallen. \"Ukrainian units hold the southern part of the city,\" "
        "spokesman Colonel Danylo Hrabar said.",
        "Danylo Hrabar", "Ukraine", "control.hold", "positive", "Ukraine", "Kupiansk",
    ),
    # a doer whom the claimer's side tells
    (
        "sudan", "The army denied that El Obeid had fallen. The RSF had attacked El Obeid.",
        "army", "SAF", "control.loss", "negative", "SAF", "El Obeid",
    ),
    (
        "sudan", "RSF spokesman Adam Terab said the town of Bara had been liberated after fighting.",
        "Adam Terab", "RSF", "control.gain", "positive", "RSF", "Bara",
    ),
    (
        "sudan", "El Obeid is fully under our control, army spokesman Hassan Elamin said during the fighting.",
        "Hassan Elamin", "SAF", "control.hold", "positive", "SAF", "El Obeid",
    ),
    (
        "sudan", "The RSF announced on Friday that they had taken control of Zalingei. Its army garrison has left.",
        "RSF", "RSF", "control.gain", "positive", "RSF", "Zalingei",
    ),
    # speakers behind the last comma, and before a long apposition
    (
        "syria", "The Syrian army has retaken the city of Aleppo, the war's Britain-based observatory said on Monday.",
        "observatory", "none", "control.gain", "positive", "Syrian government", "Aleppo",
    ),
    (
        "armenia-azerbaijan", "Azerbaijani forces have captured the town of Shusha, Azerbaijan's president, Rauf Talibli, has announced.",
        "Rauf Talibli", "Azerbaijan", "control.gain", "positive", "Azerbaijan", "Shusha",
    ),
    (
        "dr-congo", "M23 rebels have gained control of the airport in the eastern city of Goma, security sources told reporters.",
        "security sources", "unknown", "control.gain", "positive", "M23", "Goma",
    ),
    (
        "ethiopia-tigray", "The leader of Ethiopia's Tigray People's Liberation Front denied that federal troops had surrounded Mekelle.",
        "leader", "TPLF", "control.encircle", "negative", "Ethiopia", "Mek'ele",
    ),
    (
        "armenia-azerbaijan", "Armenia denied the capture of the city of Shusha by Azerbaijan.",
        "Armenia", "Armenia", "control.gain", "negative", "Azerbaijan", "Shusha",
    ),
    (
        "mali", "The rebels admitted that they had withdrawn from Kidal after clashes with the army.",
        "rebels", "FLA", "control.withdraw", "positive", "FLA", "Kidal",
    ),
]  # fmt: skip

SPEAKERS = [
    ("israel-gaza", "Twenty people were killed, the enclave's health ministry said.", "unknown"),
    (
        "israel-gaza",
        "Gaza's health ministry said 20 people were killed. The health ministry said 30 were hurt.",
        "Hamas",
    ),
    ("russia-ukraine", "A former Ukrainian commander said the town was lost.", "unknown"),
    ("myanmar", "Both the junta and an ethnic armed group said they were in control of Lashio.", "unknown"),
    ("mali", "A spokesman for the Tuareg rebels said the town had fallen.", "FLA"),
]


def read(text: str, pack: str) -> Extraction:
    """Return what a text holds, read with one pack."""
    document = Document(id="x", path="", sha256="", outlet="Test Post", published="2026-03-18", text=text)
    return extract(document, [packs.load(pack)])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:60])
def test_control_in_reports_of_several_wars(row: Row) -> None:
    """Speaker and side, event, polarity, whose gain or loss, and place."""
    pack, text, words, party, kind, polarity, doer, place = row
    found = read(text, pack)
    events = {event.id: event for event in found.events}
    said = [
        (claim.source.party, event.polarity.value, event.control.party, event.places[0].name)
        for claim in found.claims
        for event in (events[key] for key in claim.events)
        if words in claim.source.text and event.type == kind and event.control and event.places
    ]
    assert (party, polarity, doer, place) in said


@pytest.mark.parametrize(("pack", "text", "party"), SPEAKERS, ids=lambda value: value[:40])
def test_sides_of_speakers(pack: str, text: str, party: str) -> None:
    """The last speaker's side, unknown where the words leave it open."""
    assert read(text, pack).claims[-1].source.party == party


def test_a_second_figure_stands_beside_the_first() -> None:
    """ "A committee put the number at more than 900" counts the same thing as the claim before it."""
    text = (
        "Aid workers said about 500 people had fled El Obeid since the army attacked; "
        "a local committee put the number at more than 900."
    )
    fled = [event for event in read(text, "sudan").events if event.type == "displacement"]
    assert [(one.quantities[0].best, one.quantities[0].low) for one in fled] == [(500.0, None), (None, 900.0)]


def test_a_briefing_in_a_capital_is_no_place_of_events() -> None:
    """What "the city" is in a speaker's words is not where the speaker spoke."""
    text = (
        "MOSCOW (Volna) - Russian troops entered Kupiansk, the Defence Ministry told a briefing in Moscow. "
        "Its units attacked the city at night."
    )
    assert {place.name for event in read(text, "russia-ukraine").events for place in event.places} == {"Kupiansk"}
