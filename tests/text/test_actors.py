"""Actors: who is named, what sort of voice, on whose side."""

# ruff: noqa: E501  (a table reads best with one case a line)
from __future__ import annotations

from functools import cache

import pytest

from contested import packs
from contested.model import Document, Found
from contested.parse import Parse
from contested.reading import Reading
from contested.text.actors import describe_actor, find_actors
from contested.text.sentences import parse_texts

UA, SD, CD = "russia-ukraine", "sudan", "dr-congo"

ACTORS: list[tuple[str | None, str, str, str | None, str, str]] = [
    # nationality words
    (UA, "Ukrainian troops pulled out of the village.", "Ukrainian troops", "Ukrainian troops", "military", "Ukraine"),
    (UA, "The Russian Defence Ministry said its units had taken Novosilka.", "The Russian Defence Ministry", "Russian Defence Ministry", "government", "Russia"),
    (UA, "Russia's defense ministry claimed the hamlet.", "Russia's defense ministry", None, "government", "Russia"),
    (UA, "Pro-Russian separatists shelled the road.", "Pro-Russian separatists", None, "armed_group", "Russia"),
    (UA, "Russian-installed officials in the region reported an outage.", "Russian-installed officials in the region", None, "official", "Russia"),
    (UA, "The Moscow-installed governor, Vladimir Saldo, said two people died.", "The Moscow-installed governor, Vladimir Saldo", "Vladimir Saldo", "official", "Russia"),
    (UA, "The Ukrainians are holding the bridge.", "The Ukrainians", "Ukraine", "military", "Ukraine"),
    (UA, "A spokesman for the Ukrainian air force, Yurii Bondar, said drones came in.", "A spokesman for the Ukrainian air force, Yurii Bondar", "Yurii Bondar", "military", "Ukraine"),
    (UA, "Anti-Russian partisans blew up a track.", "Anti-Russian partisans", None, "armed_group", "unknown"),
    (UA, "Troops in Ukraine are tired, a report says.", "Troops in Ukraine", None, "military", "unknown"),
    (UA, "Ukrainian military sources confirmed it.", "Ukrainian military sources", None, "anonymous", "Ukraine"),
    (UA, "A Russian military blogger wrote that the line had moved.", "A Russian military blogger", None, "media", "Russia"),
    (UA, "An exiled Russian politician condemned it.", "An exiled Russian politician", None, "official", "unknown"),
    (UA, "US officials said shipments would resume.", "US officials", None, "official", "none"),
    (UA, "French soldiers trained there.", "French soldiers", None, "military", "none"),
    # capitals and countries
    (UA, "Kyiv rejected the claim.", "Kyiv", "Ukraine", "government", "Ukraine"),
    (UA, "Moscow said the town had fallen.", "Moscow", "Russia", "government", "Russia"),
    (UA, "The Kremlin dismissed the report.", "The Kremlin", "Kremlin", "government", "Russia"),
    (UA, "Officials in Kyiv said the line held.", "Officials in Kyiv", None, "official", "Ukraine"),
    (UA, "Washington urged restraint.", "Washington", None, "government", "none"),
    (SD, "Khartoum accused its neighbour of arming the rebels.", "Khartoum", None, "government", "SAF"),
    (CD, "Kinshasa denied that Masisi was lost.", "Kinshasa", "DRC", "government", "DRC"),
    (CD, "Kigali denies any role.", "Kigali", "Rwanda", "state", "none"),
    # apposition and titles
    (UA, "Ukraine's chief of staff, General Andrii Melnyk, said supplies were low.", "Ukraine's chief of staff, General Andrii Melnyk", "Andrii Melnyk", "military", "Ukraine"),
    (UA, "Head of the press service of the Eastern Operational Command Petro Hrytsenko said the village was held.", "Head of the press service of the Eastern Operational Command Petro Hrytsenko", "Petro Hrytsenko", "military", "unknown"),
    (UA, "Olena Bilyk, a spokeswoman for Ukraine's border service, said shells had landed.", "Olena Bilyk, a spokeswoman for Ukraine's border service,", "Olena Bilyk", "official", "Ukraine"),
    (UA, "Russian Lieutenant General Oleg Sazonov led the assault.", "Russian Lieutenant General Oleg Sazonov", "Oleg Sazonov", "military", "Russia"),
    (UA, "Valery Gerasimov told the president that the town was encircled.", "Valery Gerasimov", "Valery Gerasimov", "military", "Russia"),
    (UA, "President Volodymyr Zelensky visited the front.", "President Volodymyr Zelensky", "Volodymyr Zelenskyy", "official", "Ukraine"),
    (SD, "Army spokesman Nabil Abdallah said the garrison had repelled the assault.", "Army spokesman Nabil Abdallah", "Nabil Abdallah", "military", "SAF"),
    (SD, "RSF commander Mohamed Hamdan Dagalo addressed his fighters.", "RSF commander Mohamed Hamdan Dagalo", "Mohamed Hamdan Dagalo", "armed_group", "RSF"),
    (SD, "Hemedti vowed to fight on.", "Hemedti", "Mohamed Hamdan Dagalo", "armed_group", "RSF"),
    (SD, "General Burhan ruled out talks.", "General Burhan", "Abdel Fattah al-Burhan", "military", "SAF"),
    (CD, "M23 spokesman Lawrence Kanyuka said the town had been liberated.", "M23 spokesman Lawrence Kanyuka", "Lawrence Kanyuka", "armed_group", "M23"),
    (CD, "Lt. Col. Jules Mbuyi, a Congolese army spokesman, denied it.", "Lt. Col. Jules Mbuyi, a Congolese army spokesman,", "Jules Mbuyi", "military", "DRC"),
    (CD, "A Congolese government spokesperson said aid would come.", "A Congolese government spokesperson", None, "official", "DRC"),
    # groups and units
    (UA, "Ukraine's 93rd Mechanised Brigade said it had cleared the mine.", "Ukraine's 93rd Mechanised Brigade", None, "unit", "Ukraine"),
    (UA, "The 3rd Assault Brigade posted a video.", "The 3rd Assault Brigade", "3rd Assault Brigade", "unit", "Ukraine"),
    (UA, "A battalion of Russian marines crossed the canal.", "A battalion of Russian marines", None, "unit", "Russia"),
    (UA, "Dozens of Russian soldiers surrendered.", "Dozens of Russian soldiers", None, "military", "Russia"),
    (UA, "Up to 60 Russian soldiers entered the suburb.", "Up to 60 Russian soldiers", None, "military", "Russia"),
    (SD, "The army said it had retaken the refinery.", "The army", "SAF", "military", "SAF"),
    (SD, "The paramilitary Rapid Support Forces shelled the market.", "The paramilitary Rapid Support Forces", "RSF", "armed_group", "RSF"),
    (SD, "The paramilitaries left Bahri.", "The paramilitaries", "RSF", "armed_group", "RSF"),
    (SD, "RSF fighters stormed the camp.", "RSF fighters", None, "armed_group", "RSF"),
    (SD, "Sudanese troops reopened the bridge.", "Sudanese troops", None, "military", "SAF"),
    (SD, "The Chadian army closed the border.", "The Chadian army", None, "military", "none"),
    (CD, "Rwanda-backed M23 rebels seized Minova.", "Rwanda-backed M23 rebels", "M23", "armed_group", "M23"),
    (CD, "The rebels entered the airport.", "The rebels", "M23", "armed_group", "M23"),
    (CD, "Congolese soldiers fled.", "Congolese soldiers", None, "military", "DRC"),
    (CD, "Congolese rebels took the mine.", "Congolese rebels", "M23", "armed_group", "M23"),
    (CD, "The Ugandan army sent a battalion.", "The Ugandan army", None, "military", "none"),
    (CD, "Wazalendo fighters attacked at dawn.", "Wazalendo fighters", "Wazalendo", "armed_group", "DRC"),
    (CD, "UN peacekeepers evacuated the wounded.", "UN peacekeepers", "MONUSCO", "organisation", "none"),
    # monitors, media, experts, civilians, anonymous, evidence
    (UA, "The monitoring group DeepState marked the village grey.", "The monitoring group DeepState", "DeepState", "monitor", "none"),
    (UA, "The Institute for the Study of War assessed that the town had fallen.", "The Institute for the Study of War", "Institute for the Study of War", "monitor", "none"),
    (UA, "Military analysts expect a pause.", "Military analysts", None, "expert", "none"),
    (UA, "Russian state media reported a breakthrough.", "Russian state media", None, "media", "Russia"),
    (UA, "TASS reported that the plant was hit.", "TASS", "TASS", "media", "Russia"),
    (UA, "Reuters could not verify the report.", "Reuters", "Reuters", "media", "none"),
    (UA, "Residents said the shelling went on all night.", "Residents", None, "civilian", "none"),
    (UA, "Military sources say the bridge is down.", "Military sources", None, "anonymous", "unknown"),
    (UA, "Two officials who asked not to be named described a retreat.", "Two officials who asked not to be named", None, "anonymous", "unknown"),
    (UA, "Geolocated footage shows soldiers at the school.", "Geolocated footage", None, "evidence", "unknown"),
    (UA, "Videos posted by Ukrainian units show the strike.", "Videos posted by Ukrainian units", None, "evidence", "Ukraine"),
    (SD, "The Sudan Doctors Network said 12 people were killed.", "The Sudan Doctors Network", "Sudan Doctors Network", "organisation", "none"),
    (SD, "Local activists said homes were looted.", "Local activists", None, "civilian", "none"),
    (SD, "Eyewitnesses in El Fasher described drone strikes.", "Eyewitnesses in El Fasher", None, "civilian", "none"),
    (CD, "A resident, Furaha Kasole, said she had fled with her children.", "A resident, Furaha Kasole,", "Furaha Kasole", "civilian", "none"),
    (CD, "A humanitarian source told AFP the hospital was full.", "A humanitarian source", None, "anonymous", "unknown"),
    (CD, "UN experts said troops had crossed.", "UN experts", "UN Group of Experts", "monitor", "none"),
    # backers, apposed acronyms, issuers, leaders
    ("syria", "US-backed Syrian rebels took the hill.", "US-backed Syrian rebels", "Syrian opposition", "armed_group", "Syrian opposition"),
    ("syria", "Russian-backed Syrian troops advanced.", "Russian-backed Syrian troops", None, "military", "Syrian government"),
    ("yemen", "Iran-backed Houthi fighters shelled the port.", "Iran-backed Houthi fighters", None, "armed_group", "Houthis"),
    ("sudan", "The Rapid Support Forces (RSF) denied it.", "The Rapid Support Forces (RSF)", "RSF", "armed_group", "RSF"),
    (None, "The Movement for the Valley (MFV) denied it.", "The Movement for the Valley (MFV)", None, "armed_group", "unknown"),
    ("israel-gaza", "A Hamas statement said the talks had failed.", "A Hamas statement", "Hamas", "armed_group", "Hamas"),
    ("russia-ukraine", "A report by Ukraine's General Staff listed 40 clashes.", "A report by Ukraine's General Staff", "General Staff of the Armed Forces of Ukraine", "military", "Ukraine"),
    ("israel-gaza", "Gaza's health ministry said 12 people were killed.", "Gaza's health ministry", "Gaza Health Ministry", "government", "Hamas"),
    ("israel-gaza", "The Israeli military said it had struck a tunnel.", "The Israeli military", "Israel", "military", "Israel"),
    ("russia-ukraine", "The US and France urged talks.", "The US and France", "US and France", "state", "none"),
    ("russia-ukraine", "Moscow and Kyiv traded blame.", "Moscow and Kyiv", "Moscow and Kyiv", "government", "unknown"),
    ("russia-ukraine", "NATO Secretary-General Anna Vik said so.", "NATO Secretary-General Anna Vik", "Anna Vik", "official", "none"),
    ("sudan", "Military analysts expect a siege.", "Military analysts", None, "expert", "none"),
    ("sudan", "A military source said the garrison had left.", "A military source", None, "anonymous", "unknown"),
    ("myanmar", "Junta troops left the hill.", "Junta troops", None, "military", "Myanmar military"),
    ("myanmar", "The Arakan Army said it had taken the base.", "The Arakan Army", "Arakan Army", "armed_group", "Resistance"),
    ("mali", "Tuareg separatists ambushed the column.", "Tuareg separatists", "FLA", "armed_group", "FLA"),
    ("mali", "The Malian army and Russian mercenaries left the camp.", "Russian mercenaries", "Wagner", "armed_group", "Mali"),
    # no pack
    (None, "Ukrainian troops pulled out of the village.", "Ukrainian troops", "Ukrainian troops", "military", "unknown"),
    (None, "Interior Minister Paulo Mendes said police had taken the port.", "Interior Minister Paulo Mendes", "Paulo Mendes", "official", "unknown"),
    (None, "Rebel commander Issa Traore said his men had entered the town.", "Rebel commander Issa Traore", "Issa Traore", "armed_group", "unknown"),
    (None, "Witnesses said soldiers fired into the air.", "Witnesses", None, "civilian", "none"),
    (None, "The Syrian Observatory for Human Rights said 20 people died.", "The Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights", "monitor", "none"),
    (None, "A security source said the blast was an accident.", "A security source", None, "anonymous", "unknown"),
    (None, "The rights group said it had counted the graves.", "The rights group", None, "monitor", "none"),
    (None, "Colonel Mamadou Diallo, the regional commander, denied losses.", "Colonel Mamadou Diallo, the regional commander,", "Mamadou Diallo", "military", "unknown"),
    (None, "State television said the army had entered the city.", "State television", None, "media", "unknown"),
]  # fmt: skip


@cache
def _parsed(text: str) -> Parse:
    return next(parse_texts([text]))


def read(text: str, *names: str) -> Reading:
    """Return a parsed reading with these packs."""
    document = Document(id="d", path="-", sha256="", outlet="unknown", text=text)
    chosen = tuple(packs.load(name) for name in names)
    return Reading(document=document, packs=chosen, packs_found=Found.GIVEN, parse=_parsed(text))


@pytest.mark.parametrize(("pack", "sentence", "words", "name", "kind", "party"), ACTORS)
def test_describe_actor(pack: str | None, sentence: str, words: str, name: str | None, kind: str, party: str) -> None:
    """A noun phrase is read as an actor with name, kind and side."""
    reading = find_actors(read(sentence, *([pack] if pack else [])))
    start = sentence.index(words)
    actor = describe_actor(reading, start, start + len(words))
    assert (actor.kind.value, actor.party) == (kind, party), actor.party_reason
    if name is not None:
        assert actor.name == name
    assert actor.party_reason
    assert (actor.start, actor.end, actor.text) == (start, start + len(words), words)
