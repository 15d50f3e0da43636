"""Coding: who did what to whom, where, how surely, and for whose control, in invented sentences."""

# ruff: noqa: E501  one row a sentence
from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested import packs, pipeline
from contested.model import Document, Event
from contested.reading import Reading

WARS = ("russia-ukraine", "sudan", "dr-congo")


@cache
def read(text: str, pack: str = "russia-ukraine", published: str = "2025-11-20") -> Reading:
    """Return the full reading of a text."""
    document = Document(
        id="d", path="-", sha256="", outlet="Test Gazette", text=text, language="en", published=published
    )
    return pipeline.read_through(pipeline.start(document, [packs.load(pack)]))


def events(text: str, kind: str, pack: str = "russia-ukraine") -> list[Event]:
    """Return the events of one type."""
    return [event for event in read(text, pack).events if event.type == kind]


def one(text: str, kind: str, pack: str = "russia-ukraine") -> Event:
    """Return the first event of one type."""
    found = events(text, kind, pack)
    assert found, [(event.type, event.rule) for event in read(text, pack).events]
    return found[0]


STANDS = [
    # sentence, type, polarity, modality
    ("Russian troops captured the village of Terny.", "control.gain", "positive", "actual"),
    ("Russian troops did not capture the village of Terny.", "control.gain", "negative", "actual"),
    ("Russian troops have not yet entered the town of Lyman.", "control.infiltrate", "negative", "actual"),
    ("Kyiv denied that Russian troops had captured the village of Terny.", "control.gain", "negative", "actual"),
    ("Kyiv denied the capture of the village of Terny.", "control.gain", "negative", "actual"),
    ("The army rejected claims that its troops withdrew from the town.", "control.withdraw", "negative", "actual"),
    ("Russian troops may capture the village of Terny.", "control.gain", "positive", "possible"),
    ("Russian forces could encircle the garrison in Myrnohrad.", "control.encircle", "positive", "possible"),
    ("Russian troops are trying to capture the village of Terny.", "control.gain", "positive", "attempted"),
    ("Enemy forces are trying to infiltrate residential areas.", "control.infiltrate", "positive", "attempted"),
    ("Russian troops plan to capture the village of Terny.", "control.gain", "positive", "planned"),
    ("The army will withdraw from the eastern bank, a general said.", "control.withdraw", "positive", "planned"),
    ("If Russian troops capture Terny, the road will be cut.", "control.gain", "positive", "conditional"),
    ("If the city falls, Moscow would move closer to Kramatorsk.", "control.loss", "positive", "conditional"),
    ("The army failed to capture the hill.", "control.gain", "negative", "actual"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "polarity", "modality"), STANDS)
def test_how_an_event_stands(text: str, kind: str, polarity: str, modality: str) -> None:
    """Denied, negated, possible, attempted, planned and conditional events are told apart."""
    found = events(text, kind)
    assert found
    last = found[-1]
    assert str(last.polarity) == polarity
    if polarity == "positive":
        assert str(last.modality) == modality


ROLES = [
    ("Russian troops captured Lyman.", 0, "control.gain", "Russia", "Lyman", None, "gain", "Russia"),
    ("The town of Lyman was captured by Russian troops.", 0, "control.gain", "Russia", "Lyman", None, "gain", "Russia"),
    ("The capture of Lyman by Russian troops was confirmed.", 0, "control.gain", "Russia", "Lyman", None, "gain", "Russia"),
    ("Russia's capture of Lyman shocked analysts.", 0, "control.gain", "Russia", "Lyman", None, "gain", "Russia"),
    ("Kupiansk fell to Russian forces.", 0, "control.gain", "Russia", "Kupiansk", None, "gain", "Russia"),
    ("Russian troops, who captured Lyman in May, dug in.", 0, "control.gain", "Russia", "Lyman", None, "gain", "Russia"),
    ("Russian troops entered Kupiansk and seized Lyman.", 0, "control.gain", "Russia", "Lyman", None, "gain", "Russia"),
    ("Ukrainian forces withdrew from Lyman.", 0, "control.withdraw", "Ukraine", "Lyman", None, "withdraw", "Ukraine"),
    ("Russian units entered the northern districts of Kupiansk.", 0, "control.infiltrate", "Russia", "Kupiansk", "northern districts", "enter", "Russia"),
    ("Russian troops hold the northern districts of Kupiansk.", 0, "control.hold", "Russia", "Kupiansk", "northern districts", "partly_hold", "Russia"),
    ("RSF fighters besieged El Fasher.", 1, "control.besiege", "RSF", None, None, "besiege", "RSF"),
    ("The RSF said its fighters had seized the army base in Babanusa.", 1, "control.gain", "RSF", None, None, "gain", "RSF"),
    ("The Sudanese army retook Wad Madani.", 1, "control.gain", "SAF", None, None, "gain", "SAF"),
    ("M23 rebels entered Bukavu.", 2, "control.infiltrate", "M23", "Bukavu", None, "enter", "M23"),
    ("M23 rebels captured Goma from the Congolese army.", 2, "control.gain", "M23", "Goma", None, "gain", "M23"),
    ("The Congolese army retook Walikale.", 2, "control.gain", "DRC", "Walikale", None, "gain", "DRC"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "war", "kind", "agent", "place", "part", "bearing", "party"), ROLES)
def test_who_where_and_for_whom(
    text: str, war: int, kind: str, agent: str, place: str | None, part: str | None, bearing: str, party: str
) -> None:
    """Active, passive, nominal, relative and coordinated forms give the same doer, place and bearing."""
    event = one(text, kind, WARS[war])
    assert event.agent is not None
    assert event.agent.party == agent
    assert event.control is not None
    assert (str(event.control.bearing), event.control.party) == (bearing, party)
    if place is not None:
        assert event.places[0].name == place
    if part is not None:
        assert event.control.part == part


MEANS = [
    ("Drones struck a depot near Sumy, the army said.", "strike.drone", "drone"),
    ("Glide-bomb strikes hit positions near Kupiansk.", "strike.air", "glide_bomb"),
    ("The town was hit by ballistic missiles, soldiers said.", "strike.missile", "missile"),
    ("Russian forces struck Kherson with artillery.", "strike.shelling", "artillery"),
]


@pytest.mark.parametrize(("text", "kind", "means"), MEANS)
def test_means_decide_which_strike(text: str, kind: str, means: str) -> None:
    """A strike takes its type from what it was carried out with."""
    assert one(text, kind).means == means


NOTHING = [
    "Dynamo took control of the match in the second half and the striker captured the title.",
    "The supermarket chain captured a third of the market from its rival last quarter, its CEO said.",
    "In 1943 the Red Army retook Kharkiv from German forces.",
    "The actor stormed out of the premiere of the film in Kramatorsk.",
    "The goalkeeper held on to the lead, and the team advanced to the final of the cup.",
    "Shares fell in Kyiv on Monday as investors took profits.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_worlds_give_no_event_of_control(text: str) -> None:
    """Sport, business, culture and old history with the same verbs give no event of war."""
    families = ("control", "combat", "strike", "supply", "force", "prisoner")
    assert not [event.type for event in read(text).events if event.type.startswith(families)]


def test_background_is_marked() -> None:
    """What happened long before is background, the news beside it is not."""
    text = "It is the biggest gain since the capture of Avdiivka in early 2024. Russian troops seized Terny on Monday."
    marked = {event.places[0].name: event.background for event in events(text, "control.gain") if event.places}
    assert marked["Avdiivka"] is True


def test_quantity_belongs_to_its_event() -> None:
    """A bound stays a bound, with the event that it counts."""
    event = one("Up to 200 Russian troops penetrated the perimeter of Pokrovsk.", "control.infiltrate")
    assert [(quantity.low, quantity.high) for quantity in event.quantities] == [(None, 200)]


def test_people_without_power_are_counted() -> None:
    """Tens of thousands without power is an outage with an open upper bound."""
    text = "Officials say tens of thousands of civilians remain without power in the Donetsk region."
    assert [quantity.low for quantity in one(text, "outage.power").quantities] == [20000]


def test_every_event_stands_in_a_claim_that_lists_it() -> None:
    """No event is without a claim, and claims and events name each other."""
    reading = read("Rebels shelled the town. The mayor said troops had left. Nobody knows who took the bridge.")
    listed = {key for claim in reading.claims for key in claim.events}
    assert listed == {event.id for event in reading.events}
    assert {event.claim for event in reading.events} <= {claim.id for claim in reading.claims}


def test_the_outlet_speaks_for_itself_outside_all_claims() -> None:
    """What nobody else says is the outlet's own claim, with no cue."""
    reading = read("Russian troops captured the village of Terny.")
    claim = next(claim for claim in reading.claims if claim.events)
    assert claim.source.own_voice
    assert claim.source.name == "Test Gazette"
    assert claim.cue is None


def test_a_denied_encirclement_stays_the_other_sides() -> None:
    """The claim and its denial are two events, about the same side's encirclement."""
    text = "The battle for Pokrovsk goes on. General Syrskyi denied Russian claims of a complete encirclement."
    found = events(text, "control.encircle")
    assert {str(event.polarity) for event in found} == {"positive", "negative"}
    assert {event.control.party for event in found if event.control} == {"Russia"}


def test_no_text_gives_no_event() -> None:
    """An empty report has no events and breaks nothing."""
    assert read("").events == ()


PLACES = ("Lyman", "Kupiansk", "Pokrovsk", "Sloviansk")
FRAMES = (
    "{a} troops captured {p}.",
    "{a} forces shelled {p}, killing three residents.",
    "The {a} army said it had repelled a {b} assault near {p}.",
    "{b} officials denied that {a} troops had entered {p}.",
    "{a} drones struck {p} while {b} units withdrew.",
    "The battle for {p} goes on as {a} soldiers attack {b} positions.",
)
SWAP = {"Russia": "Ukraine", "Ukraine": "Russia"}


def _seen(text: str) -> list[tuple[object, ...]]:
    return [
        (
            event.type, str(event.polarity), str(event.certainty), str(event.modality), event.means,
            tuple(place.name for place in event.places),
            event.agent.party if event.agent else None, event.target.party if event.target else None,
            event.control.party if event.control else None,
        )
        for event in read(text).events
    ]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(FRAMES), min_size=1, max_size=2, unique=True), st.sampled_from(PLACES))
def test_swapping_the_parties_swaps_the_agents_only(frames: list[str], place: str) -> None:
    """The same words with the two parties exchanged give the same events with the two parties exchanged."""
    text = " ".join(frames)
    one_way = _seen(text.format(a="Russian", b="Ukrainian", p=place))
    other_way = _seen(text.format(a="Ukrainian", b="Russian", p=place))
    swapped = [(*row[:6], *(SWAP.get(str(party), party) for party in row[6:])) for row in one_way]
    assert sorted(map(str, swapped)) == sorted(map(str, other_way))
