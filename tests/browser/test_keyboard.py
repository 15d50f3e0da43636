"""Everything by keys alone, and single keys only where one wants them (WCAG 2.1.4)."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import addresses

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def ready(tab: Page, address: str) -> None:
    """Open a page and wait for its script."""
    tab.goto(address)
    tab.wait_for_load_state("load")


def test_the_first_tab_stop_skips_to_the_content(tab: Page, served: str) -> None:
    """And following it moves the focus past the head."""
    ready(tab, served)
    tab.keyboard.press("Tab")
    expect(tab.locator(".skip")).to_be_focused()
    expect(tab.locator(".skip")).to_be_in_viewport()
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#main")
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => !!document.activeElement.closest('main')")


@pytest.mark.parametrize(
    ("keys", "path"),
    [("gm", "/map"), ("gp", "/places"), ("gc", "/claims"), ("gd", "/disputes"), ("gs", "/sources"), ("gt", "/")],
)
def test_g_and_a_letter_go_to_a_page(tab: Page, served: str, keys: str, path: str) -> None:
    """From any page."""
    ready(tab, f"{served}/about")
    for key in keys:
        tab.keyboard.press(key)
    tab.wait_for_url(lambda url: urlsplit(url).path == path)
    tab.wait_for_load_state("load")


def test_search_by_a_key_and_no_key_in_a_field(tab: Page, served: str) -> None:
    """`/` goes to the field, where keys are letters."""
    ready(tab, served)
    tab.keyboard.press("/")
    field = tab.locator(".search input")
    expect(field).to_be_focused()
    tab.keyboard.type("g bridge?")
    expect(field).to_have_value("g bridge?")
    expect(tab.locator("dialog.keys[open]")).to_have_count(0)
    field.fill("bridge")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=bridge")


def test_rows_by_j_and_k_and_enter_opens(tab: Page, served: str) -> None:
    """In the ledger: the row is marked, its link has the focus, Enter follows it."""
    ready(tab, f"{served}/claims")
    rows = tab.locator("tr[data-row]")
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    expect(rows.nth(1)).to_have_attribute("data-current", "")
    tab.keyboard.press("k")
    expect(rows.nth(0)).to_have_attribute("data-current", "")
    expect(rows.nth(1)).not_to_have_attribute("data-current", "")
    tab.keyboard.press("j")
    tab.keyboard.press("x")
    expect(rows.nth(1).locator("[data-mark]")).to_be_checked()
    claim = rows.nth(1).get_attribute("data-claim")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/claim/{claim}*")


def test_claims_of_a_report_by_n_and_p(tab: Page, served: str) -> None:
    """One after the other, in the order of the text, and back."""
    ready(tab, (served + addresses(served)["document"]).split("#")[0])
    stops = tab.locator("[data-claim-stop]")
    assert stops.count() > 1
    tab.keyboard.press("n")
    expect(stops.nth(0)).to_be_focused()
    tab.keyboard.press("n")
    expect(stops.nth(1)).to_be_focused()
    tab.keyboard.press("p")
    expect(stops.nth(0)).to_be_focused()


def test_days_by_brackets(tab: Page, served: str) -> None:
    """The day before and after; what was known a day earlier."""
    ready(tab, f"{served}/today/2026-03-18")
    tab.keyboard.press("[")
    tab.wait_for_url("**/today/2026-03-17*")
    tab.wait_for_load_state("load")
    tab.keyboard.press("]")
    tab.wait_for_url("**/today/2026-03-18*")
    tab.wait_for_load_state("load")
    tab.keyboard.press("{")
    tab.wait_for_url("**known-on=2026-03-19*")


def test_the_list_of_keys_opens_and_closes(tab: Page, served: str) -> None:
    """By `?` and Escape; the focus comes back to where it was."""
    ready(tab, served)
    link = tab.get_by_role("navigation").get_by_role("link", name="Claims")
    link.focus()
    tab.keyboard.press("?")
    dialog = tab.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    for words in ("search", "the day before", "next claim in a report"):
        expect(dialog).to_contain_text(words)
    tab.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_single_keys_can_be_switched_off(tab: Page, served: str) -> None:
    """For good, in this browser; `?` still opens the list to switch them on again."""
    ready(tab, served)
    tab.keyboard.press("?")
    tab.get_by_label("Switch single keys off").check()
    tab.keyboard.press("Escape")
    for address in ("/", "/claims"):
        ready(tab, served + address)
        tab.keyboard.press("/")
        tab.keyboard.press("j")
        expect(tab.locator(".search input")).not_to_be_focused()
        expect(tab.locator("[data-current]")).to_have_count(0)
    tab.keyboard.press("?")
    expect(tab.get_by_label("Switch single keys off")).to_be_checked()


def test_the_map_by_keys(tab: Page, served: str) -> None:
    """Its marks are links in the order of tabs; the slider takes arrows; Enter on a mark opens the place."""
    ready(tab, f"{served}/map")
    tab.locator("[data-map][data-idle]").wait_for()
    mark = tab.locator("[data-canvas] a.map-mark").first
    name = str(mark.get_attribute("title")).split(":")[0]
    mark.focus()
    expect(mark).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_have_text(name)
