"""The map of places puts no point where no report names a settlement."""

from __future__ import annotations

from pathlib import Path

import msgspec

from contested.model import Precision
from contested.outputs.place_map import write_map
from tests.factories import document, place


def test_a_country_and_a_river_are_listed_not_placed(tmp_path: Path) -> None:
    """Settlements get a mark; what is named more coarsely stands in the list below."""
    town = msgspec.structs.replace(place("Velmora"), lat=49.7, lon=37.6)
    others = [
        msgspec.structs.replace(place(name), text=name, lat=60.0, lon=100.0, precision=precision)
        for name, precision in (("Kestria", Precision.COUNTRY), ("Oster", Precision.FEATURE))
    ]
    write_map([(document("Velmora, Kestria, Oster"), [town, *others])], tmp_path / "map.html")
    page = (tmp_path / "map.html").read_text()
    assert page.count("<circle") == 1
    assert "Named, without a point on the map: Kestria, Oster" in page


def test_hostile_names_show_as_text(tmp_path: Path) -> None:
    """A name with markup in it is shown, never run."""
    bad = msgspec.structs.replace(place("<script>x</script>"), lat=1.0, lon=2.0)
    write_map([(document("<script>x</script>"), [bad])], tmp_path / "map.html")
    assert "<script" not in (tmp_path / "map.html").read_text()
