"""Laws that hold for every kind of page: read aloud, on a phone, in the dark, on paper, without script."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from contested.web.layout import static_folder
from tests.browser.kinds import KINDS, addresses

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
LARGEST = 150_000
"""Bytes of a page, uncompressed."""
NO_AXE = f"{AXE.name} is missing, so nothing was checked for those who cannot see the pages. Run: npm ci --prefix web"


@pytest.fixture(scope="session")
def where(served: str) -> dict[str, str]:
    """Return the full address of one page of each kind."""
    return {kind: served + address for kind, address in addresses(served).items()}


def faults(page: Page) -> list[str]:
    """Return what axe-core finds, serious and critical, each with the element."""
    if not AXE.is_file():
        if os.environ.get("CI"):
            pytest.fail(NO_AXE)
        pytest.skip(NO_AXE)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
        ".filter(v => ['serious', 'critical'].includes(v.impact))"
        ".flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary))"
    )
    assert isinstance(found, list)
    return [str(each)[:300] for each in found]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "_window",
    [
        pytest.param("desk, light", marks=pytest.mark.window(color_scheme="light")),
        pytest.param("phone, dark", marks=pytest.mark.window(width=390, height=844, color_scheme="dark")),
    ],
)
def test_no_serious_fault_for_those_who_cannot_see_it(
    tab: Page, where: dict[str, str], kind: str, _window: str
) -> None:
    """axe-core finds nothing serious, in light at a desk and in the dark on a phone."""
    tab.goto(where[kind])
    tab.wait_for_load_state("load")
    if tab.locator("[data-map]").count():
        tab.locator("[data-map][data-idle]").wait_for()
    assert faults(tab) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.window(width=320, height=640)
def test_nothing_needs_sideways_scrolling(tab: Page, where: dict[str, str], kind: str) -> None:
    """At 320 pixels, which is 400 % zoom at a desk (WCAG 1.4.10)."""
    tab.goto(where[kind])
    wide = tab.evaluate(
        "() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]"
        ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
        ".filter(e => !e.closest('.tw, .vh, .skip, nav, [data-scroll]'))"
        ".slice(0, 5).map(e => e.tagName + '.' + e.className)"
    )
    assert wide == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_has_one_heading_and_its_marks(tab: Page, where: dict[str, str], kind: str) -> None:
    """One h1, a main landmark, a title, and no address of somebody else among styles and scripts."""
    tab.goto(where[kind])
    assert tab.locator("h1").count() == 1
    assert tab.locator("main#main").count() == 1
    assert tab.title().endswith("contested")


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_heavier_than_it_may_be(tab: Page, where: dict[str, str], kind: str) -> None:
    """Less than 150 kB of HTML."""
    answer = tab.request.get(where[kind].split("#")[0])
    assert len(answer.body()) < LARGEST


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_says_the_same_without_script(chromium: Browser, where: dict[str, str], kind: str) -> None:
    """The words of the main part are there without JavaScript."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(where[kind])
    words = page.locator("main").inner_text()
    context.close()
    assert len(words.split()) > 8
    assert static_folder().is_dir()
