"""A hostile report shows as text on every page: no tag, no script, no address of its own making."""

from __future__ import annotations

from collections import deque

import lxml.html
import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from contested.cli.main import app as command_line
from contested.server.app import create_app

TAG = "<script>alert('owned')</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
REPORTS = {
    "tags.txt": (
        f"Outlet: Northline {IMAGE}\nDate: 2026-03-18\nTitle: {TAG} Kupiansk\nURL: javascript:alert(1)\n\n"
        f"Russian forces captured Kupiansk {TAG}, the {IMAGE} Russian Defence Ministry said on Wednesday.\n\n"
        f"Ukraine's General Staff denied that Kupiansk had been captured. “{TAG}{IMAGE}”, said Colonel {TAG} Drevo.\n\n"
        "{{ 7 * 7 }} {% for a in b %} ${alert(1)} <!-- --> ]]> </textarea></title></style><svg onload=alert(1)>\n"
    ),
    "marks.txt": (
        "Outlet: \u202eweN rorriM\u2066\nDate: 2026-03-18\nTitle: \u202e\u200fKupiansk \u2067 القوات\n\n"
        "Ukrainian forces hold Kupiansk \u202e, the General Staff said \u2066 on Wednesday. \u202b\u202b\u202b\n"
    ),
    "long.txt": (
        "Outlet: Long Line\nDate: 2026-03-18\n\nRussian troops entered Kupiansk, the Russian Defence Ministry said. "
        + "A" * 100_000
        + " "
        + "word " * 20_000
        + "\n"
    ),
}
"""Invented. Tags where reports have words; marks that turn the direction of a line; a line of 200 kB."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return all pages that the hostile reports lead to, by address."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    ledger = str(folder / "hostile.db")
    result = CliRunner().invoke(command_line, ["read", str(folder), "--db", ledger])
    assert result.exit_code == 0, result.output
    client = TestClient(create_app(ledger))
    start = [
        "/",
        "/map",
        "/places",
        "/claims",
        "/disputes",
        "/sources",
        "/about",
        "/search?q=Kupiansk",
        f"/search?q={TAG}",
    ]
    waiting, found = deque(start), dict.fromkeys(start, "")
    while waiting and len(found) < 400:
        address = waiting.popleft()
        answer = client.get(address)
        assert answer.status_code == 200, address
        found[address] = answer.text
        for element in lxml.html.document_fromstring(answer.text).iter("a"):
            link = (element.get("href") or "").split("#")[0]
            kind = link.split("/")[1] if link.startswith("/") else ""
            if (
                kind in ("claim", "place", "document", "dispute", "origin", "source")
                and link not in found
                and "." not in link
            ):
                found[link] = ""
                waiting.append(link)
    return {address: text for address, text in found.items() if text}


def test_the_walk_met_every_kind_of_page(pages: dict[str, str]) -> None:
    """Else the other tests would hold for nothing."""
    kinds = {address.split("/")[1].split("?")[0] for address in pages}
    assert {"claim", "place", "document", "origin", "source", "search"} <= kinds


def test_no_tag_of_a_report_becomes_one(pages: dict[str, str]) -> None:
    """Scripts are our own files, no element carries a handler, nothing leads to javascript:."""
    for address, text in pages.items():
        tree = lxml.html.document_fromstring(text)
        for script in tree.iter("script"):
            own = (script.get("src") or "").startswith("/static/") and not (script.text or "").strip()
            assert own or script.get("type") == "application/json", address
        for element in tree.iter():
            if isinstance(element.tag, str):
                assert element.tag not in ("img", "iframe", "object", "embed", "base"), address
                assert not [name for name in element.attrib if name.startswith("on")], address
                values = [element.get(name) or "" for name in ("href", "src", "action", "formaction")]
                assert not [value for value in values if value.strip().lower().startswith(("javascript:", "data:text"))]


def test_the_words_are_all_there(pages: dict[str, str]) -> None:
    """As text: the reader shows the tags as they were written, and all of the long line."""
    texts = [
        lxml.html.document_fromstring(text).text_content() for address, text in pages.items() if "/document/" in address
    ]
    assert any(TAG in text and "{{ 7 * 7 }}" in text and "</textarea>" in text for text in texts)
    assert any("A" * 100_000 in text for text in texts)
    assert any("\u202e" in text for text in texts)


def test_data_blocks_cannot_be_closed_by_a_report(pages: dict[str, str]) -> None:
    """What scripts read stands as JSON in which no tag can begin."""
    for text in pages.values():
        for block in text.split('type="application/json"')[1:]:
            assert "<" not in block.split(">", 1)[1].split("</script>", 1)[0]
