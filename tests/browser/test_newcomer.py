"""The path of somebody who has never seen the pages: from today to the sentence in a report, and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

KUPIANSK = "gn:703656"


def wait_for_map(tab: Page) -> None:
    """Wait until the map stands still."""
    tab.locator("[data-map][data-idle]").wait_for()
    assert tab.locator("[data-map]").get_attribute("data-idle") == "", "the moving map did not start"


def marks(tab: Page) -> list[str]:
    """Return what the marks on the moving map say, in words."""
    return sorted(str(each.get_attribute("aria-label")) for each in tab.locator("[data-canvas] .map-mark").all())


def in_view(tab: Page, selector: str) -> bool:
    """Return whether an element stands within the window."""
    return bool(
        tab.locator(selector).first.evaluate(
            "e => (b => b.height > 0 && b.top >= 0 && b.bottom <= innerHeight)(e.getBoundingClientRect())"
        )
    )


def slide_to(tab: Page, day: str) -> None:
    """Move the slider to a day by its keys."""
    slider = tab.locator("[data-slider]")
    slider.focus()
    days = [str(each.get_attribute("data-day-link")) for each in tab.locator("[data-day-link]").all()]
    steps = days.index(day) - int(slider.input_value())
    for _ in range(abs(steps)):
        slider.press("ArrowRight" if steps > 0 else "ArrowLeft")
    tab.locator(f'[data-map][data-day="{day}"]').wait_for()


def test_from_today_to_the_sentence_and_back(tab: Page, served: str) -> None:
    """Today, map, slider, place, dispute, claim, highlighted sentence; Back finds each as it was left."""
    tab.goto(served)
    tab.get_by_role("navigation").get_by_role("link", name="Map").click()
    wait_for_map(tab)
    before, newest = marks(tab), tab.url
    assert before
    slide_to(tab, "2026-03-10")
    assert "/map/2026-03-10" in tab.url != newest
    assert marks(tab) != before
    expect(tab.locator("[data-clock-day]")).to_contain_text("10 Mar 2026")
    slide_to(tab, "2026-03-19")
    left = tab.url
    tab.locator(f'[data-canvas] a[data-place="{KUPIANSK}"]').click()
    expect(tab.locator("h1")).to_have_text("Kupiansk")
    assert "2026-03-19" in tab.url
    expect(tab.locator(".answer .say")).to_contain_text("Contested.")

    tab.locator("[data-dispute] h3 a").first.click()
    expect(tab.locator("h1")).to_contain_text("Kupiansk")
    tab.locator(".sides .claim a.about").first.click()
    expect(tab.locator("h2").first).to_be_visible()
    words = tab.locator(".statement blockquote").inner_text().strip("“”\n ")
    tab.get_by_role("link", name="Read the whole report").click()
    expect(tab.locator("h1")).to_be_visible()
    assert re.search(r"/document/[^#]+#c-", tab.url)
    assert tab.locator(":target").count() == 1
    assert in_view(tab, ":target")
    lit = tab.evaluate(
        "() => [...document.querySelectorAll('article.text .k')]"
        ".filter(e => getComputedStyle(e).boxShadow !== 'none').map(e => e.textContent).join('')"
    )
    assert words in " ".join(lit.split())

    for _ in range(3):
        tab.go_back()
    expect(tab.locator("h1")).to_have_text("Kupiansk")
    tab.go_back()
    wait_for_map(tab)
    assert tab.url == left
    assert tab.locator("[data-slider]").input_value() == str(len(tab.locator("[data-day-link]").all()) - 2)


def test_the_view_of_the_map_is_kept_in_the_address(tab: Page, served: str) -> None:
    """Zoomed by hand, left and come back to: the same part of the map."""
    tab.goto(f"{served}/map/2026-03-19")
    wait_for_map(tab)
    tab.get_by_role("button", name="Zoom in").click()
    tab.wait_for_url("**at=*")
    left = tab.url
    tab.goto(f"{served}/claims")
    tab.go_back()
    wait_for_map(tab)
    assert tab.url == left


def test_local_time_on_hover(tab: Page, served: str) -> None:
    """A time of the day is written in UTC; its own time zone stands in the hint."""
    tab.goto(f"{served}/claims")
    documents = {str(each.get_attribute("href")).split("#")[0] for each in tab.locator("td.report a").all()}
    hints = []
    for address in sorted(documents):
        tab.goto(served + address)
        time = tab.locator("p.sub time[datetime*='T']")
        if time.count():
            hints.append((time.inner_text(), str(time.get_attribute("title"))))
            break
    assert hints, "no sample report states a time of the day"
    written, hint = hints[0]
    assert "UTC" in written
    assert "your time" in hint
    hour = re.search(r"(\d\d):(\d\d)", written)
    assert hour is not None
    local = (int(hour[1]) + 2) % 24  # Kyiv in March, before summer time
    assert re.search(rf"\b0?{local % 12 or 12}:{hour[2]} [AP]M|\b{local:02}:{hour[2]}", hint), hint


@pytest.mark.window(width=390, height=844, color_scheme="dark")
def test_the_same_on_a_phone_in_the_dark(tab: Page, served: str) -> None:
    """The list under the map leads to the place; its dispute and a sentence are one touch away each."""
    tab.goto(f"{served}/map")
    wait_for_map(tab)
    tab.locator("ol.places a", has_text="Kupiansk").first.click()
    expect(tab.locator("h1")).to_have_text("Kupiansk")
    tab.locator("[data-dispute] a.words").first.click()
    tab.wait_for_load_state()
    assert tab.locator("main").inner_text()
    assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
