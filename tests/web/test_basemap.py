"""The basemap: cut to a view, and none where it was not built."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.web import basemap
from contested.web.basemap import Box, clip_ring, mercator

BOX = Box(0, 0, 10, 10)


@pytest.mark.parametrize(
    ("ring", "expected"),
    [
        ([(1, 1), (9, 1), (9, 9), (1, 9)], {(1, 1), (9, 1), (9, 9), (1, 9)}),
        ([(-5, -5), (15, -5), (15, 15), (-5, 15)], {(0, 0), (10, 0), (10, 10), (0, 10)}),
        ([(5, 5), (15, 5), (15, 6), (5, 6)], {(5, 5), (10, 5), (10, 6), (5, 6)}),
        ([(20, 20), (30, 20), (30, 30)], set()),
    ],
)
def test_rings_are_cut_to_the_box(ring: list[tuple[float, float]], expected: set[tuple[float, float]]) -> None:
    """Inside stays, around becomes the box, across is cut, outside is gone."""
    assert set(clip_ring(ring, BOX)) == expected


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85)), min_size=3, max_size=12))
def test_nothing_is_left_outside(ring: list[tuple[float, float]]) -> None:
    """Every point of a cut ring lies in the box, within the error of sums."""
    for lon, lat in clip_ring(ring, BOX):
        assert -1e-9 <= lon <= 10 + 1e-9
        assert -1e-9 <= lat <= 10 + 1e-9


def test_mercator_grows_towards_the_poles() -> None:
    """The equator is nought, and a degree far north is higher than one near the equator."""
    assert mercator(0) == pytest.approx(0, abs=1e-9)
    assert mercator(60) - mercator(59) > 1.9 * (mercator(1) - mercator(0))


def test_without_a_build_there_is_no_land(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no basemap was built, there is none, and nothing fails."""
    monkeypatch.setattr(basemap, "static_folder", lambda: tmp_path)
    basemap.basemap.cache_clear()
    try:
        assert basemap.basemap().land == ()
        assert basemap.land_within(BOX) == []
    finally:
        basemap.basemap.cache_clear()
