"""The static site, opened from disk: the same pages, with nothing behind them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from contested.server.site import write_site
from tests.browser.conftest import PATIENCE, Watch

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def copy(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample dispatches' pages."""
    out = tmp_path_factory.mktemp("copy")
    with ThreadPoolExecutor(1) as aside:  # playwright has a loop of its own in this thread
        assert aside.submit(write_site, str(sample_ledger), out, days=3).result().failed == []
    return out


@pytest.fixture
def disk(chromium: Browser) -> Iterator[Page]:
    """Return a tab that may open files and nothing else, watched."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch, asked = Watch(), []

    def note(request: Request) -> None:
        asked.append(request.url)

    watch.over(page)
    page.on("request", note)
    yield page
    context.close()
    assert watch.complaints == [], "complained on the console"
    assert [each for each in asked if not each.startswith(("file:", "data:", "blob:"))] == [], "asked somebody"


def test_pages_lead_to_each_other(disk: Page, copy: Path) -> None:
    """From today to the highlighted sentence, file to file."""
    disk.goto((copy / "index.html").as_uri())
    disk.locator(".spoken h3 a", has_text="Kupiansk").click()
    expect(disk.locator("h1")).to_have_text("Kupiansk")
    disk.locator("[data-dispute] h3 a").first.click()
    disk.locator(".sides .claim .from a").first.click()
    assert "#c-" in disk.url
    expect(disk.locator(":target")).to_be_in_viewport()
    disk.get_by_role("navigation").get_by_role("link", name="Disputes").click()
    expect(disk.locator("h1")).to_contain_text("isputes")


def test_the_moving_map_draws(disk: Page, copy: Path) -> None:
    """With its land and its marks; the slider opens the file of its day."""
    disk.goto((copy / "map.html").as_uri())
    disk.locator("[data-map][data-idle]").wait_for()
    assert disk.locator("[data-map]").get_attribute("data-idle") == ""
    expect(disk.locator("[data-canvas] canvas")).to_be_visible()
    assert disk.locator("[data-canvas] .map-mark").count() > 1
    disk.locator("[data-slider]").focus()
    disk.keyboard.press("ArrowLeft")
    disk.wait_for_url("**/map/2026-03-19.html")
    disk.locator("[data-map][data-idle]").wait_for()
    disk.locator('[data-canvas] a[data-place="gn:703656"]').click()
    expect(disk.locator("h1")).to_have_text("Kupiansk")


def test_what_is_not_in_the_copy_says_so(disk: Page, copy: Path) -> None:
    """A link without its page has no address, and its hint names the program."""
    disk.goto((copy / "claims.html").as_uri())
    outside = disk.locator("a.outside").first
    assert outside.get_attribute("href") is None
    assert "contested serve" in str(outside.get_attribute("title"))
    assert disk.locator("form").count() == 0
