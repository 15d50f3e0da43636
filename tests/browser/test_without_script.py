"""The whole path without JavaScript, and the map where WebGL is missing: nothing is lost but comfort."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from contested.outputs.pdf import browser as installed_browser
from tests.browser.conftest import PATIENCE, Watch

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """Return a tab without JavaScript."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch = Watch()
    watch.over(page)
    yield page
    context.close()
    assert watch.outside == []
    assert watch.complaints == []


def test_from_today_to_the_highlighted_sentence(plain: Page, served: str) -> None:
    """Links alone: today, place, dispute, the sentence in its report, which is lit by its address."""
    plain.goto(served)
    plain.locator(".spoken h3 a", has_text="Kupiansk").click()
    expect(plain.locator("h1")).to_have_text("Kupiansk")
    plain.locator("[data-dispute] h3 a").first.click()
    plain.locator(".sides .claim .from a").first.click()
    assert "#c-" in plain.url
    expect(plain.locator(":target")).to_be_in_viewport()
    number = plain.locator(":target").get_attribute("data-claim-number")
    lit = plain.locator(f"article.text .k{number}").first
    shadow = lit.evaluate("e => getComputedStyle(e).boxShadow")
    assert shadow != "none"


def test_the_map_is_a_drawing_and_a_list(plain: Page, served: str) -> None:
    """Its days are links, its marks lead to the places."""
    plain.goto(f"{served}/map")
    expect(plain.locator("svg.static-map")).to_be_visible()
    expect(plain.locator("[data-canvas]")).to_be_hidden()
    plain.locator('[data-day-link="2026-03-18"]').click()
    plain.wait_for_url("**/map/2026-03-18*")
    plain.locator("svg.static-map a[aria-label^='Kupiansk']").click()
    expect(plain.locator("h1")).to_have_text("Kupiansk")


def test_search_and_days_are_forms_and_links(plain: Page, served: str) -> None:
    """As on any page of paper: nothing waits for a script."""
    plain.goto(f"{served}/today/2026-03-18")
    plain.get_by_role("link", name="the day before").click()
    plain.wait_for_url("**/today/2026-03-17*")
    plain.get_by_role("searchbox").first.fill("railway")
    plain.get_by_role("searchbox").first.press("Enter")
    plain.wait_for_url("**/search?q=railway")
    expect(plain.locator("main")).to_contain_text("railway")


@pytest.mark.usefixtures("chromium")
def test_without_webgl_the_drawing_stays(served: str, request: pytest.FixtureRequest) -> None:
    """And the page says that this browser cannot draw the moving map."""
    own = request.getfixturevalue("chromium").browser_type
    assert own is not None
    program = installed_browser()
    browser = own.launch(executable_path=program, args=["--no-sandbox", "--disable-3d-apis"])
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{served}/map/2026-03-19")
    page.locator('[data-map][data-idle="drawing"]').wait_for()
    expect(page.locator("[data-without]")).to_be_visible()
    expect(page.locator("[data-without]")).to_contain_text("cannot draw the moving map")
    expect(page.locator("svg.static-map")).to_be_visible()
    expect(page.locator("[data-canvas]")).to_be_hidden()
    assert page.locator("svg.static-map a").count() > 3
    browser.close()
