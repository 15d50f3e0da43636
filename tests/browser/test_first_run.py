"""The first quarter of an hour: an empty ledger, a report added in the browser, a long import."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from contested.store.ledger import open_ledger
from contested.store.progress import Announcer
from tests.browser.conftest import Serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

READING = 240_000
"""Milliseconds for one report in a process of its own, on a busy machine: it loads the models first."""
REPORT = (
    "Outlet: Northline News\nDate: 2026-03-19\nTitle: The bridge (invented)\n\n"
    "Ukrainian forces hold the bridge at Kupiansk, Ukraine's General Staff said on Thursday. "
    "Russia's Defence Ministry denied that.\n"
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a new, empty ledger."""
    path = tmp_path / "new.db"
    with open_ledger(path, write=True):
        return path


@pytest.fixture
def empty(ledger: Path) -> Iterator[str]:
    """Return the address of a server over it."""
    with Serving(str(ledger)) as address:
        yield address


@pytest.mark.slow
def test_from_an_empty_ledger_to_claims(tab: Page, empty: str, tmp_path: Path) -> None:
    """The first page says how; a file chosen in the browser ends with its claims shown."""
    report = tmp_path / "bridge.txt"
    report.write_text(REPORT, encoding="utf-8")
    tab.goto(empty)
    expect(tab.locator("main")).to_contain_text("This ledger is empty")
    expect(tab.locator("main")).to_contain_text("contested read")
    tab.get_by_role("link", name=re.compile("paste a report|choose files")).first.click()
    tab.get_by_label("Reports", exact=True).set_input_files(report)
    tab.get_by_role("button", name="Read them").click()
    expect(tab.locator("main")).to_contain_text(re.compile("Reading now|Last reading"))
    expect(tab.locator("main")).to_contain_text("1 new report read", timeout=READING)
    tab.get_by_role("link", name="See what they say").click()
    expect(tab.locator("main")).to_contain_text("Kupiansk")
    tab.goto(f"{empty}/claims")
    expect(tab.locator("h1")).to_contain_text("claim")
    expect(tab.locator("tr[data-row]").filter(has_text="General Staff").first).to_be_visible()


@pytest.mark.parametrize("address", ["/", "/map", "/places", "/claims", "/disputes", "/sources", "/about", "/compare"])
def test_every_page_of_an_empty_ledger_leads_on(tab: Page, empty: str, address: str) -> None:
    """No page is a dead end: each stands, has a heading, and is one link from adding reports."""
    tab.goto(empty + address)
    expect(tab.locator("h1")).to_be_visible()
    near = tab.locator('main a[href="/add"]').count()
    assert near or tab.get_by_role("navigation").get_by_role("link", name="Today").count()


def test_a_long_import_shows_where_it_is(tab: Page, empty: str, ledger: Path) -> None:
    """The line moves on without a reload, on any page; when it is done, the line goes."""
    with open_ledger(ledger, write=True) as view, Announcer(view) as announcer:
        announcer.note("reading", 12, 900)
        tab.goto(f"{empty}/claims")
        line = tab.locator("#import")
        expect(line).to_contain_text("12 of 900 reports read")
        expect(line).to_contain_text("not complete")
        announcer._last = 0.0
        announcer.note("reading", 412, 900, failed=3)
        expect(line).to_contain_text("412 of 900 reports read, 3 could not be read")
        assert float(str(line.locator("progress").get_attribute("value")) or 0) > 0
    expect(tab.locator("#import")).to_have_count(0)
