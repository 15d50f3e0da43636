"""The ledger's filters: by click and by the plain form, and files that hold exactly what is shown."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def total(tab: Page) -> int:
    """Return the number of claims in the heading."""
    found = re.match(r"([\d,]+) claims?", tab.locator("h1").inner_text())
    assert found, tab.locator("h1").inner_text()
    return int(found[1].replace(",", ""))


def box(tab: Page, name: str) -> str:
    """Return the value of the first box of a facet that does not hold for all claims."""
    everything = total(tab)
    for item in tab.locator(f'.filters li:has(input[name="{name}"])').all():
        if 0 < int(item.locator("small").inner_text().replace(",", "")) < everything:
            return str(item.locator("input").get_attribute("value"))
    raise AssertionError(f"no box of {name} makes a difference")


def test_a_click_filters_and_back_restores(tab: Page, served: str) -> None:
    """Rows, heading, address and what is read aloud; the page is not loaded anew."""
    tab.goto(f"{served}/claims")
    tab.wait_for_load_state("load")
    before = total(tab)
    tab.evaluate("() => { window.kept = true; }")
    value = box(tab, "party")
    expected = tab.locator(f'.filters li:has(input[name="party"][value="{value}"]) small').inner_text()
    tab.locator(f'input[name="party"][value="{value}"]').check()
    tab.wait_for_url("**party=*")
    expect(tab.locator("h1")).to_contain_text(value)
    assert total(tab) == int(expected) < before
    assert parse_qs(urlsplit(tab.url).query)["party"] == [value]
    expect(tab.locator("#live")).to_have_text(re.compile(rf"^{expected} claims?$"))
    assert tab.evaluate("() => window.kept") is True
    expect(tab.locator(f'input[name="party"][value="{value}"]')).to_be_focused()
    assert {each.inner_text() for each in tab.locator("tr[data-row] td.who small").all()} == {value}

    tab.go_back()
    expect(tab.locator("h1")).to_have_text(re.compile(rf"^{before} claims"))
    expect(tab.locator(f'input[name="party"][value="{value}"]')).not_to_be_checked()
    tab.go_forward()
    expect(tab.locator("h1")).to_contain_text(value)


def test_a_filter_is_dropped_by_its_own_link(tab: Page, served: str) -> None:
    """And an empty view says which filter emptied it."""
    tab.goto(f"{served}/claims?place=Kupiansk&q=zzqx")
    expect(tab.locator(".empty")).to_contain_text("No claim fits")
    tab.locator(".empty a").filter(has_text="zzqx").first.click()
    tab.wait_for_url(lambda url: "zzqx" not in url)
    assert total(tab) > 1


def test_the_plain_form_does_the_same(chromium: Browser, served: str) -> None:
    """Without JavaScript, by the button."""
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{served}/claims")
    before, value = total(tab), box(tab, "party")
    tab.locator(f'input[name="party"][value="{value}"]').check()
    tab.get_by_role("button", name="Show").click()
    tab.wait_for_url("**party=*")
    assert total(tab) < before
    assert value in tab.locator("h1").inner_text()
    context.close()


def test_files_hold_exactly_what_is_shown(tab: Page, served: str) -> None:
    """CSV, JSON lines and GeoJSON of a filtered view; every page of it, nothing else."""
    tab.goto(f"{served}/claims?place=Kupiansk&party=Russia")
    shown = total(tab)
    ids = {str(each.get_attribute("data-claim")) for each in tab.locator("tr[data-row]").all()}
    assert 1 < shown == len(ids)
    files = {}
    for link in tab.locator("[data-download]").all():
        answer = tab.request.get(served + str(link.get_attribute("href")))
        assert answer.ok
        files[link.inner_text().strip()] = answer.text()
    table = list(csv.DictReader(io.StringIO(files["CSV"])))
    assert {row["id"] for row in table} == ids
    lines = [json.loads(line) for line in files["JSON lines"].splitlines()]
    assert {line["id"] for line in lines} == ids
    features = json.loads(files["GeoJSON"])
    assert features["type"] == "FeatureCollection"


def test_marked_rows_alone_are_exported(tab: Page, served: str) -> None:
    """By `x` or a click on the box; the file holds these rows."""
    tab.goto(f"{served}/claims?place=Kupiansk")
    boxes = tab.locator("[data-mark]")
    marked = {str(boxes.nth(index).get_attribute("value")) for index in (0, 2)}
    for index in (0, 2):
        boxes.nth(index).check()
    with tab.expect_download() as waiting:
        tab.locator("[data-export]").click()
    table = csv.DictReader(io.StringIO(waiting.value.path().read_text(encoding="utf-8-sig")))
    assert {row["id"] for row in table} == marked
