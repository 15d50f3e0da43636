"""Places: names found, the right namesake chosen, parts and directions read."""

from __future__ import annotations

import pytest

from contested.evaluation.common import gold_document
from contested.model import Place, PlaceUse
from contested.pipeline import start
from contested.reading import Reading
from contested.text.places import find_places, resolve
from contested.text.sentences import parse_text
from contested.text.which_packs import choose_packs
from tests.text.place_phrases import KNOWN_MISSES, NO_PLACE, PHRASES


def read(text: str, outlet: str = "unknown") -> Reading:
    """Return the reading of a text after the places step."""
    document = gold_document({"text": text, "published": "2025-11-07", "outlet": outlet})
    return find_places(choose_packs(parse_text(start(document))))


def places(text: str, outlet: str = "unknown") -> list[Place]:
    """Return the places of a text."""
    return list(read(text, outlet).places)


def shown(place: Place) -> tuple[str, str, str]:
    """Return name, what is finer, and precision, as the tables write them."""
    km = f"{place.distance_km:g}" if place.distance_km is not None else None
    return place.name, "; ".join(part for part in (place.part, place.direction, km) if part), place.precision.value


@pytest.mark.parametrize(
    ("text", "name", "finer", "precision"), PHRASES, ids=[f"{row[0][:50]}-{row[1]}" for row in PHRASES]
)
def test_place_phrase(text: str, name: str, finer: str, precision: str) -> None:
    """Each phrase gives its place with part, direction, distance and precision."""
    if text in KNOWN_MISSES:
        pytest.xfail(KNOWN_MISSES[text])
    wanted, _, country = name.partition(", ")
    found = places(text)
    assert (wanted, finer, precision) in [shown(place) for place in found]
    assert not country or country in [place.country for place in found if place.name == wanted]


@pytest.mark.parametrize("text", NO_PLACE)
def test_no_place(text: str) -> None:
    """People, papers, months and clubs that bear a place's name are no locations."""
    assert [place.text for place in places(text) if place.use is PlaceUse.LOCATION] == []


USES = [
    ("Moscow said the town had fallen.", "Moscow", PlaceUse.ACTOR),
    ("Ukraine accused Russia of war crimes.", "Russia", PlaceUse.ACTOR),
    ("Russian troops advanced.", "Russian", PlaceUse.DEMONYM),
    ("The Ukrainians held on.", "Ukrainians", PlaceUse.DEMONYM),
    ("The Kyiv government fell.", "Kyiv", PlaceUse.MODIFIER),
    ("Fighting shook the Donetsk airport.", "Donetsk", PlaceUse.LOCATION),
    ("They call it the gateway to Donetsk.", "Donetsk", PlaceUse.EPITHET),
    ("He was born in Russia.", "Russia", PlaceUse.LOCATION),
    ("The president of Sudan spoke.", "Sudan", PlaceUse.MODIFIER),
    ("Shells crossed the border with Rwanda.", "Rwanda", PlaceUse.LOCATION),
]


@pytest.mark.parametrize(("text", "words", "use"), USES)
def test_use(text: str, words: str, use: PlaceUse) -> None:
    """A name for a government, a people or a place is told by its part in the sentence."""
    assert [place.use for place in places(text) if place.text == words] == [use]


def test_spans_are_words_of_the_text() -> None:
    """Every mention's span gives back its words."""
    text = "Troops left Kupyansk. The city's northern districts burned; Avdiivka's ruins too."
    for place in places(text):
        assert text[place.start : place.end] == place.text


def test_one_name_means_one_place() -> None:
    """A name is one place throughout a report, also where only one mention says which."""
    found = places("Fire swept Paris. Officials in Paris, Texas, opened shelters. Paris mourned.")
    assert {place.country for place in found if place.text == "Paris"} == {"US"}


def test_unresolved_is_counted() -> None:
    """A settlement that no gazetteer has is kept by name, without a point, and is a warning."""
    reading = read("The village of Hrabovytsia (Kharkiv region) fell.")
    place = next(place for place in reading.places if place.name == "Hrabovytsia")
    assert (place.resolved, place.lat, place.country) == (False, None, "UA")
    assert place.place_id == "name:UA:hrabovytsia"
    assert any(problem.code == "place_unresolved" for problem in reading.warnings)


def test_point_is_never_finer_than_the_settlement() -> None:
    """A part, a street or a building has the settlement's point."""
    found = places("Goma is calm. A shell hit Tumba Street in Goma. Goma's airport reopened.")
    assert len({(place.lat, place.lon) for place in found if place.name == "Goma"}) == 1


def test_resolve_given_spans() -> None:
    """Mentions that somebody else found are resolved in their report's light."""
    text = "shelling hit lyman and kramatorsk in ukraine"
    document = gold_document({"text": text})
    reading = parse_text(start(document))
    assert [p.name for p in resolve(reading, [(13, 18), (23, 33)])] == ["Lyman", "Kramatorsk"]


def test_outlet_tells_its_home() -> None:
    """A paper named after its town means that town, and its region's namesakes."""
    from contested import gazetteer
    from contested.text.place_home import home_of

    reading = start(gold_document({"text": "x", "outlet": "gainesvilletimes.com"}))
    assert {entry.name for entry, _ in home_of(reading, gazetteer.load())} == {"Gainesville"}


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("A Kherson court sentenced two men on Monday.", "Kherson", PlaceUse.LOCATION),
        ("Two men were shot near a Kherson police station.", "Kherson", PlaceUse.LOCATION),
        ("Kherson residents queued for bread.", "Kherson", PlaceUse.MODIFIER),
        ("Poland's embassy in Sanaa was evacuated.", "Poland", PlaceUse.MODIFIER),
        ("Poland's economy shrank last year.", "Poland", PlaceUse.LOCATION),
        ("The rebels lost the backing of many and support from Ethiopia last year.", "Ethiopia", PlaceUse.ACTOR),
        ("Bamako have signed a striker from Lyon.", "Bamako", PlaceUse.ACTOR),
    ],
)
def test_the_noun_tells_the_use(text: str, name: str, use: PlaceUse) -> None:
    """A name before ground and buildings is a location, before people it is theirs."""
    assert [place.use for place in places(text) if place.text == name] == [use]


def test_a_handed_unknown_name_is_put_near_the_town_named() -> None:
    """What somebody says is a place, and no entry fits, gets its neighbour's point and stays unresolved."""
    text = "The injured were taken to Qasim Ward in Wad Madani."
    start_at = text.index("Qasim")
    spans = [(start_at, start_at + len("Qasim Ward")), (text.index("Wad"), text.index("Wad") + len("Wad Madani"))]
    ward, town = resolve(choose_packs(parse_text(start(gold_document({"text": text})))), spans)
    assert (ward.lat, ward.lon) == (town.lat, town.lon)


def test_a_country_is_not_its_capital() -> None:
    """The proper name of a country means the country, also among other names of its region."""
    found = places("Officials in Mexico asked people in Toluca, Puebla and Cuernavaca to stay at home.")
    assert next(place for place in found if place.text == "Mexico").geonameid == 3996063


def test_a_hospital_somebody_is_at_is_a_place() -> None:
    """A building named with its word counts where somebody is at it, and stands in its town."""
    found = places("Doctors at the Ibn Rushd Hospital in Aleppo treated the wounded.")
    assert "Ibn Rushd Hospital" in [place.text for place in found]


def test_what_troops_captured_is_a_town() -> None:
    """A surname that troops are said to have captured is a town's name, at a sentence's start too."""
    assert [place.text for place in places("Lyman was captured by Russian troops.")] == ["Lyman", "Russian"]
