"""Every answer carries safe headers, and the server answers only under this machine's own names."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from contested.cli.main import app as command_line
from contested.server.app import create_app


@pytest.mark.parametrize("address", ["/", "/api/ledger", "/nothing-here", "/static/contested.css"])
def test_every_answer_forbids_scripts_of_others(client: TestClient, address: str) -> None:
    """Pages, JSON, styles and errors alike."""
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "status"), [("127.0.0.1:8000", 200), ("localhost", 200), ("evil.example", 400), ("127.0.0.1.evil", 400)]
)
def test_only_own_names_are_answered(client: TestClient, host: str, status: int) -> None:
    """Another site that points its name at this machine gets nothing."""
    assert client.get("/", headers={"host": host}).status_code == status


def test_an_unchanged_page_is_not_sent_again(client: TestClient) -> None:
    """The mark of a page comes back as 304."""
    first = client.get("/api/places")
    again = client.get("/api/places", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_unknown_name_is_answered_with_close_ones(client: TestClient) -> None:
    """Never a bare 404: what, and what to do next."""
    answer = client.get("/api/control/Kupyansk-on-sea")
    assert answer.status_code == 404
    assert "no place" in answer.json()["error"]
    assert answer.json()["error"].count("Kupiansk")


def test_an_error_page_is_a_page(client: TestClient) -> None:
    """With head, foot and a way on."""
    answer = client.get("/claim/0000")
    assert answer.status_code == 404
    assert "<main" in answer.text


def test_styles_are_kept_by_the_mark_of_their_content(client: TestClient) -> None:
    """A changed style has another address, so the old one may be kept for ever."""
    link = next(part for part in client.get("/").text.split('"') if part.startswith("/static/contested.css?v="))
    assert "immutable" in client.get(link).headers["cache-control"]
    assert client.get("/static/contested.css").headers["cache-control"] == "no-cache"


def test_a_page_is_held_until_the_ledger_changes(tmp_path: Path) -> None:
    """A second look is the same page; a new report makes a new one."""
    ledger = str(tmp_path / "small.db")
    _read(tmp_path / "one.txt", "Ukrainian forces hold Kupiansk, the General Staff said on Wednesday.", ledger)
    client = TestClient(create_app(ledger))
    first = client.get("/claims")
    assert client.get("/claims").content == first.content
    _read(tmp_path / "two.txt", "Russian forces captured Kupiansk, the Russian Defence Ministry said.", ledger)
    assert client.get("/claims").content != first.content


def _read(path: Path, words: str, ledger: str) -> None:
    path.write_text(f"Outlet: Northline News\nDate: 2026-03-18\n\n{words}\n", encoding="utf-8")
    assert CliRunner().invoke(command_line, ["read", str(path), "--db", ledger]).exit_code == 0
