# ruff: noqa: E501  (a table reads best with one case a line)
"""Sources: who "the spokesman", "he" or "Kyiv" is, and on whose side."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from contested import packs
from contested.claims.sources import resolve_sources
from contested.model import ActorKind, Claim, Document, Found, Source, Span
from contested.parse import Parse
from contested.reading import Reading
from contested.text.actors import describe_actor, find_actors
from contested.text.sentences import parse_texts


@cache
def _parsed(text: str) -> Parse:
    return next(parse_texts([text]))


def read(text: str, *names: str, outlet: str = "unknown") -> Reading:
    """Return a reading with parse, packs and actors."""
    document = Document(id="d", path="-", sha256="", outlet=outlet, text=text)
    chosen = tuple(packs.load(name) for name in names)
    return find_actors(Reading(document=document, packs=chosen, packs_found=Found.GIVEN, parse=_parsed(text)))


def claim(text: str, words: str, content: str | None = None, nth: int = 0) -> Claim:
    """Return a claim whose source is the nth occurrence of some words (`[he]` marks none)."""
    start = [match.start() for match in re.finditer(rf"\b{re.escape(words)}\b", text)][nth]
    source = Source(text=words, start=start, end=start + len(words))
    at = text.index(content) if content else start
    stop = at + len(content or words)
    return Claim(
        id=f"{words}{start}", start=min(start, at), end=stop, content=(Span(start=at, end=stop),), source=source
    )


# (pack, text, sources in order, then name, kind and party of the last one)
CASES: list[tuple[str | None, str, list[str], str, str, str]] = [
    ("russia-ukraine", "The press secretary of the Eastern Command, Major Ivan Dubenko, said the line held. The spokesman added that it was quiet.",
     ["Ivan Dubenko", "The spokesman"], "Ivan Dubenko", "military", "unknown"),
    ("russia-ukraine", "A spokesman for the Ukrainian army, Ivan Dubenko, said the line held. Dubenko said it was quiet.",
     ["Ivan Dubenko", "Dubenko"], "Ivan Dubenko", "military", "Ukraine"),
    ("russia-ukraine", "Russian General Oleg Sazonov claimed the town. The general spoke on state television. He said the rest would follow.",
     ["Oleg Sazonov", "He"], "Oleg Sazonov", "military", "Russia"),
    ("russia-ukraine", "The Russian Defence Ministry said it had taken the hamlet. The ministry also reported drones.",
     ["The Russian Defence Ministry", "The ministry"], "Russian Defence Ministry", "government", "Russia"),
    ("russia-ukraine", "Kyiv denied the report. It said troops held the town.",
     ["Kyiv", "It"], "Ukraine", "government", "Ukraine"),
    ("russia-ukraine", "Ukrainian officials said the town held. They said supplies arrived.",
     ["Ukrainian officials", "They"], "Ukrainian officials", "official", "Ukraine"),
    ("russia-ukraine", "DeepState, which marked the town grey, said fighting went on.",
     ["DeepState", "which"], "DeepState", "monitor", "none"),
    ("sudan", "The RSF said it had entered the base. The group published a video. It said the garrison fled.",
     ["The RSF", "It"], "RSF", "armed_group", "RSF"),
    ("sudan", "Army spokesman Nabil Abdallah rejected the claim. He said the base was secure.",
     ["Nabil Abdallah", "He"], "Nabil Abdallah", "military", "SAF"),
    ("sudan", "Resident Hawa Ishag said shells fell on the camp. \"We could not leave,\" she said.",
     ["Hawa Ishag", "she"], "Hawa Ishag", "civilian", "none"),
    ("dr-congo", "M23 spokesman Lawrence Kanyuka said the town was calm. Kanyuka blamed the army.",
     ["Lawrence Kanyuka", "Kanyuka"], "Lawrence Kanyuka", "armed_group", "M23"),
    ("dr-congo", "Government spokesman Patrick Muyaya met Lawrence Kanyuka in Doha. Muyaya said talks would resume. The minister was hopeful.",
     ["Muyaya", "The minister"], "Patrick Muyaya", "official", "DRC"),
    ("dr-congo", "Corneille Nangaa said the airstrip was his. The rebel leader said nobody would leave.",
     ["Corneille Nangaa", "The rebel leader"], "Corneille Nangaa", "armed_group", "M23"),
    ("myanmar", "The Arakan Army claimed the base. The ethnic rebel group said soldiers had surrendered.",
     ["The Arakan Army", "The ethnic rebel group"], "Arakan Army", "armed_group", "Resistance"),
    ("sudan", "The Sudan Doctors Network counted 14 dead. The group blamed shelling.",
     ["The Sudan Doctors Network", "The group"], "Sudan Doctors Network", "organisation", "none"),
    ("sudan", "Residents told AFP that shells fell. One of them, Amna Bakheet, said she had fled.",
     ["Residents", "One of them, Amna Bakheet"], "Amna Bakheet", "civilian", "none"),
    ("russia-ukraine", "The Russian Defence Ministry denied it. The statement said a depot was hit.",
     ["The Russian Defence Ministry", "The statement"], "Russian Defence Ministry", "government", "Russia"),
    ("russia-ukraine", "Russian troops left. US officials said so.", ["US"], "US", "state", "none"),
    ("russia-ukraine", "Ukraine's General Staff counted 40 assaults. It said the line held. Spokesman Ivan Danylenko said so too.",
     ["Ukraine's General Staff", "It", "Spokesman Ivan Danylenko"], "Ivan Danylenko", "military", "Ukraine"),
    (None, "Olha, 54, a local resident, said shells fell.", ["Olha, 54, a local resident"], "Olha", "civilian", "none"),
    (None, "Interior Minister Paulo Mendes said the port was calm. The minister said police had returned.",
     ["Paulo Mendes", "The minister"], "Paulo Mendes", "official", "unknown"),
    (None, "Analyst Greta Lind said the front would freeze. She warned of a hard winter.",
     ["Greta Lind", "She"], "Greta Lind", "expert", "none"),
    (None, "\"They came at night,\" she said.", ["she"], "she", "unknown", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("pack", "text", "sources", "name", "kind", "party"), CASES)
def test_the_last_source_is_who_it_is(
    pack: str | None, text: str, sources: list[str], name: str, kind: str, party: str
) -> None:
    """Later words for a speaker get the name, kind and side of who spoke before."""
    reading = read(text, *([pack] if pack else []))
    reading = replace(reading, claims=tuple(claim(text, words) for words in sources))
    source = resolve_sources(reading).claims[-1].source
    assert (source.name, source.kind.value, source.party) == (name, kind, party), source.party_reason
    assert source.party_reason


@pytest.mark.parametrize(("pack", "outlet", "name", "party"), [
    ("russia-ukraine", "TASS", "TASS", "Russia"),
    ("russia-ukraine", "ukrinform.net", "Ukrinform", "Ukraine"),
    ("russia-ukraine", "Reuters", "Reuters", "none"),
    ("russia-ukraine", "Lower Valley Herald", "Lower Valley Herald", "unknown"),
    (None, "unknown", "unknown", "unknown"),
])  # fmt: skip
def test_own_voice_is_the_outlet(pack: str | None, outlet: str, name: str, party: str) -> None:
    """The report's own voice is the outlet, with the alignment that a pack gives it."""
    text = "The town fell on Monday."
    own = Claim(id="c", start=0, end=len(text), content=(Span(start=0, end=len(text)),), source=Source(own_voice=True))
    reading = replace(read(text, *([pack] if pack else []), outlet=outlet), claims=(own,))
    source = resolve_sources(reading).claims[0].source
    assert (source.name, source.party, source.kind) == (name, party, ActorKind.MEDIA)
    assert source.own_voice
    assert source.party_reason


@pytest.mark.parametrize(("speaker", "words", "party"), [
    ("A Ukrainian officer", "the enemy", "Russia"),
    ("A Ukrainian officer", "our troops", "Ukraine"),
    ("A Ukrainian officer", "occupiers", "Russia"),
    ("A Russian officer", "the enemy", "Ukraine"),
    ("A Russian officer", "our troops", "Russia"),
    ("A visiting officer", "the enemy", "unknown"),
])  # fmt: skip
def test_the_enemy_depends_on_who_speaks(speaker: str, words: str, party: str) -> None:
    """The side of "the enemy" follows from the speaker's, and from nobody else's."""
    text = f"{speaker} said {words} had left the mill."
    content = f"{words} had left the mill"
    reading = read(text, "russia-ukraine")
    reading = resolve_sources(replace(reading, claims=(claim(text, speaker, content),)))
    start = text.index(words)
    assert describe_actor(reading, start, start + len(words)).party == party


def test_we_inside_a_quotation_is_the_speaker() -> None:
    """ "We believe" inside a general's words is that general."""
    text = 'Russian General Oleg Sazonov said: "We believe that the town will fall."'
    outer = claim(text, "Russian General Oleg Sazonov", "We believe that the town will fall")
    reading = replace(read(text, "russia-ukraine"), claims=(outer, claim(text, "We")))
    source = resolve_sources(reading).claims[1].source
    assert (source.name, source.party) == ("Oleg Sazonov", "Russia")
