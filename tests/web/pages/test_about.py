"""How this is made, what could not be read, what stands in for what."""

from __future__ import annotations

from contested.model import Problem
from contested.packs import load
from contested.store.view import View
from contested.web.addresses import Clocks
from contested.web.pages.about import about_page
from tests.web.conftest import Fetch

NEWEST = Clocks("2026-03-20", "2026-03-20")


def test_the_page_names_packs_steps_and_credits(page: Fetch) -> None:
    """Whose words and data these are stands there, with the sides in pack order."""
    text = page("/about").text_content()
    assert load("sudan").title in text
    assert "SAF, RSF" in text
    assert "GeoNames" in text
    assert "CC BY 4.0" in text
    assert "docs/claims.md" in text


def test_ways_of_finding_are_counted(sample: View) -> None:
    """Each fact of each report is counted once, stand-ins too."""
    stand_ins = about_page(sample, NEWEST).content.stand_ins
    for what in ("date", "outlet", "language"):
        assert sum(each.number for each in stand_ins if each.what == what) == len(sample.heads())


def test_the_part_on_unread_reports_can_be_linked_to(page: Fetch) -> None:
    """The foot of every page leads there."""
    assert page("/about").xpath('//h2[@id="unread"]')


def test_problems_are_records() -> None:
    """A problem carries what the page shows of it."""
    assert {"path", "message", "code", "severity"} <= set(Problem.__struct_fields__)
