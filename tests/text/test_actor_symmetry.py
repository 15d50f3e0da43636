"""Symmetry: with the two parties' words exchanged, the sides exchange and nothing else changes."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from contested import packs
from contested.model import Actor, Document, Found
from contested.reading import Reading
from contested.text.actors import describe_actor, find_actors
from contested.text.sentences import parse_texts
from contested.text.which_packs import packs_for

SWAP = {
    "Russia": "Ukraine", "Russian": "Ukrainian", "Russians": "Ukrainians", "Moscow": "Kyiv",
}  # fmt: skip
BOTH = SWAP | {value: key for key, value in SWAP.items()}
WORDS = re.compile(r"\b(" + "|".join(BOTH) + r")\b")

FORMS = st.sampled_from([
    "The {adj} troops", "{state}'s defence ministry", "A spokesman for the {adj} army, Colonel Ivan Danylenko",
    "{capital}", "The {people}", "Pro-{adj} fighters", "A {adj} military blogger", "{adj}-installed officials",
    "Dozens of {adj} marines", "{state}'s 41st Brigade", "{adj} state media", "{adj} civilians",
    "A {adj} official who asked not to be named", "Officials in {capital}", "Anti-{adj} partisans",
])  # fmt: skip
SAYS = st.sampled_from([
    " said that the village of Stepove had fallen.", " denied the report.", " left the quarry at night.",
    " accused the {other} army of shelling a school.",
])  # fmt: skip
SIDES = st.sampled_from([("Russia", "Russian", "Russians", "Moscow"), ("Ukraine", "Ukrainian", "Ukrainians", "Kyiv")])


def swapped(text: str) -> str:
    """Return the text with each word of one side replaced by the other side's."""
    return WORDS.sub(lambda match: BOTH[match.group()], text)


@cache
def actors(text: str, length: int) -> tuple[Actor, ...]:
    """Return the actor of the first words, then all actors of the text."""
    document = Document(id="d", path="-", sha256="", outlet="unknown", text=text)
    pack = packs.load("russia-ukraine")
    parse = next(parse_texts([text]))
    reading = find_actors(Reading(document=document, packs=(pack,), packs_found=Found.GIVEN, parse=parse))
    return describe_actor(reading, 0, length), *reading.actors


def told(actor: Actor) -> tuple[str | None, ...]:
    """Return what an actor says of itself, without its place in the text."""
    return actor.text, actor.name, actor.kind.value, actor.role, actor.party, actor.party_reason


@settings(max_examples=60, deadline=None)
@given(FORMS, SAYS, SIDES)
def test_swapping_the_parties_swaps_the_sides(form: str, says: str, side: tuple[str, str, str, str]) -> None:
    """No rule and no entry of the words used here favours a side."""
    state, adj, people, capital = side
    who = form.format(state=state, adj=adj, people=people, capital=capital)
    text = who + says.format(other=BOTH[adj])
    there, back = actors(text, len(who)), actors(swapped(text), len(swapped(who)))
    assert [told(actor) for actor in there[:1]] == [
        tuple(swapped(value) if value else value for value in told(actor)) for actor in back[:1]
    ]
    assert packs_for(text) == packs_for(swapped(text))
