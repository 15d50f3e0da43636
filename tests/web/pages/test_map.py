"""The page of the map: what it says without script, and the data that the moving map draws."""

from __future__ import annotations

import json

from fastapi.testclient import TestClient

from contested.web.pages.map import as_json
from tests.web.conftest import Fetch

DAY = "2026-03-19"


def test_drawing_list_and_data_say_the_same(page: Fetch) -> None:
    """The drawing, the list and the moving map hold the same places in the same words."""
    found = page(f"/map/{DAY}")
    data = json.loads(found.get_element_by_id("map-data").text_content())
    listed = [link.text_content() for link in found.xpath("//ol[contains(@class, 'places')]//a")]
    drawn = {link.findtext("title") for link in found.xpath("//*[@class='static-map']//a")}
    assert listed
    assert listed == [each["name"] for each in data["places"]]
    assert drawn == {each["words"] for each in data["places"]}


def test_disputed_places_come_first(page: Fetch) -> None:
    """The reading order is disputed, contested, then the rest."""
    places = json.loads(page(f"/map/{DAY}").get_element_by_id("map-data").text_content())["places"]
    order = [(not each["disputed"], each["state"] != "contested") for each in places]
    assert order == sorted(order)
    assert [each["rank"] for each in places] == list(range(len(places)))


def test_every_mark_of_the_data_is_drawn(page: Fetch) -> None:
    """The moving map draws the page's own marks: each is there once, none is missing."""
    data = json.loads(page(f"/map/{DAY}").get_element_by_id("map-data").text_content())
    assert {each["mark"] for each in data["places"]} == set(data["marks"])
    assert all(mark.startswith("<svg") for mark in data["marks"].values())


def test_no_sign_ends_the_data_block() -> None:
    """A name that looks like the end of the block stays within it."""
    made = as_json({"name": "</script><script>alert(1)</script>&amp;"})
    assert "<" not in made
    assert json.loads(made) == {"name": "</script><script>alert(1)</script>&amp;"}


def test_the_slider_asks_for_the_page_s_own_data(client: TestClient, page: Fetch) -> None:
    """Each day of the slider leads to a page and to data of that day."""
    links = page(f"/map/{DAY}").xpath("//*[@data-day-link]")
    shown = next(link for link in links if link.get("aria-current"))
    data = client.get(shown.get("data-data")).json()
    assert shown.get("data-day-link") == data["day"] == DAY


def test_a_day_is_shown_as_known_on_it(client: TestClient) -> None:
    """With equal clocks each day follows: the data of another day keeps to what was known by then."""
    data = client.get("/map/2026-03-10.json?known-on=2026-03-10").json()
    assert data["follow"] is True
    assert (data["day"], data["known_on"]) == ("2026-03-10", "2026-03-10")


def test_geojson_carries_both_clocks(client: TestClient) -> None:
    """Every feature says its day and what was known; nothing is placed more finely than a settlement."""
    features = client.get(f"/map/{DAY}.geojson").json()["features"]
    assert features
    assert {each["properties"]["day"] for each in features} == {DAY}
    assert all(each["properties"]["known_on"] and each["properties"]["precision"] == "settlement" for each in features)


def test_limits_are_on_the_page(page: Fetch) -> None:
    """The page says what it cannot tell, and that no front line is drawn."""
    words = page(f"/map/{DAY}").text_content()
    for sentence in ("No front line is drawn.", "It is not quiet.", "Not for travel, safety or operations."):
        assert sentence in words
