"""The map as one drawing: both clocks inside, marks and names clear of each other, nothing by chance."""

from __future__ import annotations

import re
from math import hypot

from lxml import etree

from contested.web.drawings.static_map import NARROWEST, SIZE, static_map, view_of
from contested.web.map_data import MapPlace

DAY = "2025-11-20"


def place(name: str, lat: float, lon: float, rank: int = 0, **changed: object) -> MapPlace:
    """Return an invented settlement on a map."""
    settled: dict[str, object] = {
        "id": f"x:{name}", "name": name, "lat": lat, "lon": lon, "address": f"/place/{name}", "state": "Ostvan",
        "party_index": 1, "fill": "solid", "disputed": False, "inside": (), "label": "1 d",
        "words": f"{name}: Ostvan, last report 1 d ago", "rank": rank,
    }  # fmt: skip
    return MapPlace(**{**settled, **changed})  # type: ignore[arg-type]


def drawn(*places: MapPlace) -> etree._Element:
    """Return the drawing, parsed."""
    return etree.fromstring(str(static_map(places, day=DAY, known_on=DAY)))


def spots(map_: etree._Element) -> list[tuple[float, float]]:
    """Return the middles of all marks, in pixels."""
    moves = [g.get("transform", "") for g in map_.iter("g") if "scale" in g.get("transform", "")]
    found = [tuple(map(float, re.findall(r"-?[\d.]+", each)[:2])) for each in moves]
    return [(x + SIZE / 2, y + SIZE / 2) for x, y in found]


def test_both_clocks_and_the_caution_are_inside() -> None:
    """A picture cut out of its page still says when, as known when, and that no line is drawn."""
    words = " ".join(drawn(place("Velmora", 49, 36)).itertext())
    assert "20 Nov 2025, as known on 20 Nov 2025" in words
    assert "No front line is drawn." in words


def test_every_place_is_a_link_with_its_words() -> None:
    """Each mark says all it shows, first what is written beside it (WCAG 2.5.3), and leads to its place."""
    links = list(drawn(place("Velmora", 49, 36), place("Lisova", 50, 37)).iter("a"))
    assert {(link.get("href"), link.get("aria-label"), link.findtext("title")) for link in links} == {
        ("/place/Velmora", "Velmora 1 d: Ostvan, last report 1 d ago", "Velmora: Ostvan, last report 1 d ago"),
        ("/place/Lisova", "Lisova 1 d: Ostvan, last report 1 d ago", "Lisova: Ostvan, last report 1 d ago"),
    }


def test_marks_do_not_lie_on_each_other() -> None:
    """Places on the same point are moved apart, each on a line to its true point."""
    map_ = drawn(*(place(f"P{i}", 49, 36, rank=i) for i in range(8)), place("Far", 52, 40, rank=8))
    found = spots(map_)
    pairs = [(a, b) for i, a in enumerate(found) for b in found[:i]]
    assert all(hypot(a[0] - b[0], a[1] - b[1]) >= SIZE for a, b in pairs)
    assert len([p for p in map_.iter("path") if p.get("class") == "map-lead"]) == 7


def test_the_same_places_give_the_same_picture() -> None:
    """Nothing is moved by chance, nor by the order in which places come."""
    places = [place(f"P{i}", 49 + i / 100, 36, rank=i) for i in range(6)]
    assert static_map(places, day=DAY, known_on=DAY) == static_map(places[::-1], day=DAY, known_on=DAY)


def test_hostile_names_are_text() -> None:
    """A name that looks like markup stays a name."""
    map_ = drawn(place('<script>alert("x")</script>', 49, 36))
    assert not list(map_.iter("script"))
    assert any('<script>alert("x")</script>' in text for text in map_.itertext())


def test_no_picture_looks_like_a_plan_of_streets() -> None:
    """One place alone is shown with its surroundings, no closer than the narrowest view."""
    view = view_of([(36.0, 49.0)], 1000, 640)
    assert view.box.east - view.box.west >= NARROWEST


def test_a_map_without_places_is_a_map() -> None:
    """An empty ledger gives a picture of the world without marks."""
    assert not list(drawn().iter("a"))
