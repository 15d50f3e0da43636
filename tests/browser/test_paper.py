"""On paper: few sheets, all words, no controls; and a mark that a copier does not rob of its meaning."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import addresses

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SHEETS = {"place on a day": 4, "dispute": 4, "document": 4, "claim": 3, "map": 3}
"""A4 pages that a page may take; the place page is the one that people print."""


@pytest.mark.parametrize("kind", SHEETS)
def test_a_page_takes_few_sheets(tab: Page, served: str, kind: str) -> None:
    """A4, margins of 12 mm, as printed by the browser."""
    tab.goto(served + addresses(served)[kind])
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "12mm")
    printed = tab.pdf(format="A4", margin=margin)  # type: ignore[arg-type]
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= SHEETS[kind]


def test_paper_has_the_words_and_no_controls(tab: Page, served: str) -> None:
    """The answer and both clocks stay; navigation, buttons and search go."""
    tab.emulate_media(media="print")
    tab.goto(served + addresses(served)["place on a day"])
    expect(tab.locator(".answer .say")).to_be_visible()
    expect(tab.locator(".clock")).to_contain_text("as known on")
    for gone in ("header.top", ".actions", ".clock a"):
        assert not [each for each in tab.locator(gone).all() if each.is_visible()]


def test_on_paper_the_map_is_the_drawing(tab: Page, served: str) -> None:
    """A moving map prints as a grey box in many browsers; the drawing always prints."""
    tab.goto(f"{served}/map/2026-03-19")
    tab.locator("[data-map][data-idle]").wait_for()
    tab.emulate_media(media="print")
    expect(tab.locator("svg.static-map")).to_be_visible()
    expect(tab.locator("[data-slider-box]")).to_be_hidden()
