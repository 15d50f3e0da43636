# ruff: noqa: E501  (a table reads best with one case a line)
"""Which packs: a report gets those whose countries and parties it names."""

from __future__ import annotations

import pytest

from contested import packs
from contested.model import Document, Found
from contested.reading import Reading
from contested.text.which_packs import choose_packs, packs_for

CASES = [
    ("Ukrainian officials said Russian troops had entered the suburb.", ["russia-ukraine"]),
    ("Kyiv denied that the town had fallen. Moscow said its flag was up.", ["russia-ukraine"]),
    ("The Rapid Support Forces shelled a camp in El Fasher, while Sudan's army said it had repelled the attack.", ["sudan"]),
    ("The army said it had retaken a bridge in Khartoum from the paramilitaries, Sudan's state television said.", ["sudan"]),
    ("M23 rebels took a town in North Kivu; the Congolese army denied it.", ["dr-congo"]),
    ("M23 fighters entered Goma. Residents of the Congolese city hid. M23 promised calm.", ["dr-congo"]),
    ("The council approved a new bus line in Leeds.", []),
    ("The army said the rebels had fled the valley.", []),
    ("Russia sent a cargo ship to the space station.", []),
    ("A Ukrainian team won the chess cup in Lisbon.", []),
    ("South Sudan's army clashed with rebels near Malakal.", []),
    ("The ministers discussed grain prices with Japan, France, Brazil and Egypt; Japan and France agreed, Japan said. Ukraine was mentioned, and Russia too.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_packs_for(text: str, expected: list[str]) -> None:
    """Two parties and the country choose a pack; a passing mention does not."""
    assert [pack.name for pack in packs_for(text)] == expected


def _reading(text: str, found: Found, *names: str) -> Reading:
    document = Document(id="d", path="-", sha256="", outlet="unknown", text=text)
    return Reading(document=document, packs=tuple(packs.load(name) for name in names), packs_found=found)


def test_given_packs_stay() -> None:
    """What the user said is not second-guessed, not even "no pack"."""
    text = CASES[0][0]
    assert [p.name for p in choose_packs(_reading(text, Found.GIVEN, "sudan")).packs] == ["sudan"]
    assert choose_packs(_reading(text, Found.GIVEN)).packs == ()


def test_choice_is_recorded() -> None:
    """A report says whether its packs were detected; with none, that it is unknown."""
    assert choose_packs(_reading(CASES[0][0], Found.UNKNOWN)).packs_found is Found.DETECTED
    assert choose_packs(_reading("A bus line opened.", Found.UNKNOWN)).packs_found is Found.UNKNOWN


@pytest.mark.parametrize(("text", "name"), [
    ("Syrian rebels said government warplanes had bombed a market in Idlib; Damascus denied it.", "syria"),
    ("The Israeli army said it had struck a Hamas command post in the Gaza Strip.", "israel-gaza"),
    ("Hezbollah fired rockets from southern Lebanon, and Israel shelled the border.", "israel-lebanon"),
    ("The Arakan Army overran a base of Myanmar's military in Rakhine, the junta confirmed.", "myanmar"),
    ("JNIM claimed an ambush on the Malian army and its Russian partners near Segou. Mali's army denied losses.", "mali"),
    ("Azerbaijan said Armenian forces had shelled its posts near Lachin.", "armenia-azerbaijan"),
    ("Tigrayan forces said they had pushed the Ethiopian army out of Mekelle.", "ethiopia-tigray"),
    ("The Houthis fired a missile at Marib, Yemen's government said.", "yemen"),
])  # fmt: skip
def test_each_war_gets_its_pack_first(text: str, name: str) -> None:
    """One ordinary sentence of a war is enough to tell which it is."""
    assert [pack.name for pack in packs_for(text)][:1] == [name]


def test_a_partys_own_outlet_names_its_side() -> None:
    """A state agency that calls the other side only "terrorists" still writes about its war."""
    text = "Terrorists fired rockets at two quarters of Aleppo; one man was hurt in Aleppo."
    assert packs_for(text) == ()
    assert [pack.name for pack in packs_for(text, "SANA")] == ["syria"]
