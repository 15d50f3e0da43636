"""The map of a day: settlements by reported state, the slider of days, what changed, and a table of the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec
from markupsafe import Markup

from contested.model import UNKNOWN
from contested.packs import load, names
from contested.questions.picture import Change, Picture, PlaceState, picture
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks
from contested.web.drawings.marks import PARTY_COLOURS, mark
from contested.web.drawings.static_map import static_map
from contested.web.map_data import MapPlace, map_places, mark_of, marks_of, not_placed
from contested.web.page import Page
from contested.web.sides import side_index
from contested.web.words import weekday

MOST_DRAWN = 120
"""Places on the drawing without script; the others stand in the list, and the moving map clusters them."""
MOST_LISTED = 200
"""Places in the list under the map; the page of places has all."""
MOST_INLINE = 150
"""Places whose data stand in the page; of more, the moving map asks for them."""
MOST_CHANGES = 12
DAYS_SHOWN = 60
"""Days of the slider, the newest or those around the day shown; arrows and the address reach the others."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day of the slider: its bar is the reports published on it."""

    day: str
    words: str
    reports: int
    height: int  # of 100
    address: str
    data: str
    shown: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What changed at one place since the day before."""

    mark: Markup
    name: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class War:
    """One pack on the map: its parties with their marks."""

    name: str
    parties: tuple[tuple[str, Markup], ...]
    address: str  # the map of this war alone
    chosen: bool


@dataclass(frozen=True, slots=True)
class MapPage:
    """The content of the map's page."""

    drawing: Markup
    data: Markup  # JSON for the moving map, no tag can begin in it; empty where it is asked for
    data_address: str  # where the moving map asks for what is too much for the page
    whole: str  # the map of all wars, where one is chosen
    places: tuple[tuple[MapPlace, Markup], ...]
    more: int
    unplaced: tuple[str, ...]
    days: tuple[DayMark, ...]
    changes: tuple[ChangeLine, ...]
    more_changes: int
    wars: tuple[War, ...]
    follows: bool  # each day as it was known on that day
    switch: str  # the same map with the other way of knowing
    legend: tuple[tuple[Markup, str], ...]


def map_page(view: View, clocks: Clocks, follows: bool = False, show: str = "") -> Page:
    """Return the map of a day; `follows` shows each day of the slider as known on that day.

    `show` is a pack: the map of one war where the ledger holds several.
    """
    found = picture(view, clocks.known_on if clocks.known_given else None)
    every = found.on(clocks.day) if found.last_day else []
    states = shown(every, show)
    places = map_places(states, clocks)
    dated = replace(clocks, dated=True)
    cite = addresses.map_page(replace(dated, known_given=True), show=show)
    return Page(
        template="map.html",
        title="Map of reported control",
        content=_content(found, every, places, dated, follows, show),
        section="map",
        address=addresses.map_page(clocks, show=show),
        cite=cite,
        clocks=clocks,
        earlier=_moved(dated, -1, found, follows, show),
        later=_moved(dated, 1, found, follows, show),
        downloads=(("GeoJSON", f"/map/{clocks.day}.geojson?known-on={clocks.known_on}"),),
        scripts=("map.js",),
    )


def shown(states: Sequence[PlaceState], show: str) -> list[PlaceState]:
    """Return the places of one war, all where none is chosen."""
    return [state for state in states if not show or show in state.packs]


def _content(
    found: Picture, every: Sequence[PlaceState], places: Sequence[MapPlace], clocks: Clocks, follows: bool, show: str
) -> MapPage:
    states = shown(every, show)
    changes = [each for each in found.changes(clocks.day) if not show or show in each[1].packs] if states else []
    inline = len(places) <= MOST_INLINE
    return MapPage(
        drawing=static_map(places[:MOST_DRAWN], day=clocks.day, known_on=clocks.known_on),
        data=as_json(map_data(places, clocks, follows)) if inline else Markup(""),
        data_address="" if inline else data_address(clocks.day, clocks, show),
        whole=addresses.map_page(clocks) if show else "",
        places=tuple((place, Markup(mark_of(place, 20))) for place in places[:MOST_LISTED]),
        more=max(len(places) - MOST_LISTED, 0),
        unplaced=tuple(state.name for state in not_placed(states)),
        days=tuple(_days(found.days(), clocks, follows, show)),
        changes=tuple(_change(each, clocks) for each in changes[:MOST_CHANGES]),
        more_changes=max(len(changes) - MOST_CHANGES, 0),
        wars=_wars(every, clocks, show),
        follows=follows,
        switch=_switch(clocks, follows, show),
        legend=_legend(),
    )


def map_data(places: Sequence[MapPlace], clocks: Clocks, follows: bool) -> dict[str, object]:
    """Return what the moving map draws."""
    shown = [
        {
            "id": place.id, "name": place.name, "lat": round(place.lat, 4), "lon": round(place.lon, 4),
            "address": place.address, "mark": place.mark, "words": place.words, "label": place.label,
            "rank": place.rank, "state": place.state, "disputed": place.disputed,
        }
        for place in places
    ]  # fmt: skip
    colours = {
        place.state: PARTY_COLOURS[min(place.party_index, 3)] for place in places if place.party_index is not None
    }
    return {
        "day": clocks.day, "known_on": clocks.known_on, "follow": follows, "marks": marks_of(places),
        "colours": {UNKNOWN: "var(--ctl)", **colours}, "places": shown,
    }  # fmt: skip


def map_json(view: View, clocks: Clocks, follows: bool, show: str = "") -> bytes:
    """Return the data of a day, as the slider asks for it."""
    states = shown(picture(view, clocks.known_on if clocks.known_given else None).on(clocks.day), show)
    return msgspec.json.encode(map_data(map_places(states, replace(clocks, dated=True)), clocks, follows))


def map_geojson(view: View, clocks: Clocks) -> bytes:
    """Return the places of a day as GeoJSON, with both clocks in every feature."""
    states = picture(view, clocks.known_on if clocks.known_given else None).on(clocks.day)
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [state.lon, state.lat]} if state.lat is not None else None,
            "properties": {
                "place_id": state.place_id, "name": state.name, "day": clocks.day, "known_on": clocks.known_on,
                "state": state.state, "basis": state.basis, "disputed": state.disputed, "of_100": state.probabilities,
                "last_report": state.last_report, "precision": "settlement",
            },
        }
        for state in states
    ]  # fmt: skip
    return msgspec.json.encode({"type": "FeatureCollection", "features": features})


def as_json(data: object) -> Markup:
    """Return JSON for a page's data block: no sign in it can end the block or begin a tag."""
    text = msgspec.json.encode(data).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _moved(clocks: Clocks, days: int, found: Picture, follows: bool, show: str) -> str:
    moved = clocks.moved(days)
    if not found.first_day <= moved.day <= found.last_day:
        return ""
    return addresses.map_page(_as_known(moved, follows), show=show)


def _as_known(clocks: Clocks, follows: bool) -> Clocks:
    """Return the clocks with what was known following the day, where it does."""
    return replace(clocks, known_on=clocks.day, known_given=True) if follows else clocks


def _switch(clocks: Clocks, follows: bool, show: str) -> str:
    other = replace(clocks, known_given=False) if follows else replace(clocks, known_on=clocks.day, known_given=True)
    return addresses.map_page(other, show=show)


def data_address(day: str, clocks: Clocks, show: str) -> str:
    """Return where the data of a day's map are asked for."""
    return addresses.with_query(f"/map/{day}.json", {"show": show, **clocks.query})


def _days(days: Sequence[tuple[str, int]], clocks: Clocks, follows: bool, show: str) -> list[DayMark]:
    names = [day for day, _ in days]
    at = names.index(clocks.day) if clocks.day in names else len(names) - 1
    first = max(min(at - DAYS_SHOWN // 2, len(days) - DAYS_SHOWN), 0)
    shown = days[first : first + DAYS_SHOWN]
    most = max((reports for _, reports in shown), default=0) or 1
    found = []
    for day, reports in shown:
        on = _as_known(replace(clocks, day=day), follows)
        words = (
            f"{weekday(day)}, {reports} report{'' if reports == 1 else 's'}"
            if reports
            else f"{weekday(day)}, no report"
        )
        found.append(
            DayMark(
                day=day, words=words, reports=reports, height=max(round(100 * reports / most), 6) if reports else 0,
                address=addresses.map_page(on, show=show), shown=day == clocks.day,
                data=data_address(day, on, show),
            )
        )  # fmt: skip
    return found


def _change(change: Change, clocks: Clocks) -> ChangeLine:
    before, now = change
    place = next(iter(map_places([now], clocks)), None)
    was = "first named" if before is None else f"before: {before.state}"
    drawing = Markup(mark_of(place, 20)) if place else mark(None, "none")
    words = place.words.split(": ", 1)[1] if place else now.state
    return ChangeLine(drawing, now.name, addresses.place(now.place_id, now.name, clocks), f"{words} ({was})")


def _wars(states: Sequence[PlaceState], clocks: Clocks, chosen: str) -> tuple[War, ...]:
    """Return the packs on the map with those of their parties that are named, each leading to its own map."""
    said: dict[str, set[str]] = defaultdict(set)
    for state in states:
        for pack in state.packs or ("",):
            said[pack].update(state.parties)
    found = []
    for pack, named in sorted(said.items()):
        order = load(pack).party_names() if pack in names() else tuple(sorted(named))
        shown = [(party, mark(side_index(party, order), letter=party[:1])) for party in order if party in named]
        title = load(pack).title if pack in names() else pack or "no pack"
        found.append(War(title, tuple(shown), addresses.map_page(clocks, show=pack), pack == chosen))
    return tuple(war for war in found if war.parties)


def _legend() -> tuple[tuple[Markup, str], ...]:
    """Return how to read the marks, in the order of certainty."""
    return (
        (mark(0, "solid"), "Held: the other side acknowledges it, or independent origins confirm it"),
        (mark(0, "claimed"), "Claimed only: one side says so"),
        (mark(0, "thin"), "Thin: one origin, or signs the other way"),
        (mark(0, "carried"), "Carried forward: no report for 14 days or more"),
        (mark(None, "solid", states=(0, 1)), "Contested: reports place both sides inside"),
        (mark(None, "none"), "Unknown: nothing recent says who holds it"),
        (mark(0, "claimed", disputed=True), "≠ Disputed: one side claims, another denies"),
    )
