"""Reports added in the browser are kept as they came, and only from the program's own pages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from contested.server.adding import safe_name
from contested.server.app import create_app
from contested.store.ledger import open_ledger

REPORT = (
    b"Outlet: Northline News\nDate: 2026-03-19\nTitle: Bridge (invented)\n\n"
    b"Ukrainian forces hold the bridge at Kupiansk, the General Staff said on Thursday.\n"
)
OWN = {"origin": "http://testserver"}


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Return a new, empty ledger."""
    path = tmp_path / "new.db"
    with open_ledger(path, write=True):
        return path


def test_a_report_is_added_and_read(empty: Path) -> None:
    """From the form to the claim on the page; the file stays beside the ledger."""
    client = TestClient(create_app(str(empty)), headers=OWN)
    assert "add" in client.get("/").text.lower()
    answer = client.post("/add", files=[("reports", ("one.txt", REPORT, "text/plain"))], follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/add")
    deadline = time.monotonic() + 90
    while client.get("/import").json()["running"] and time.monotonic() < deadline:
        time.sleep(0.3)
    assert "1 new report read" in client.get("/add").text
    assert client.get("/api/ledger").json()["documents"] == 1
    assert [path.read_bytes() for path in Path(f"{empty}.reports").rglob("*.txt")] == [REPORT]


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}]
)
def test_forms_of_other_sites_are_refused(empty: Path, headers: dict[str, str]) -> None:
    """And nothing is kept."""
    client = TestClient(create_app(str(empty)), headers=headers)
    assert client.post("/add", files=[("reports", ("one.txt", REPORT))]).status_code == 400
    assert not Path(f"{empty}.reports").exists()


def test_a_server_that_others_see_takes_no_reports(empty: Path) -> None:
    """The form is not offered, and posting it by hand is refused."""
    client = TestClient(create_app(str(empty), may_add=False), headers=OWN)
    assert "<form method" not in client.get("/add").text
    assert client.post("/add", files=[("reports", ("one.txt", REPORT))]).status_code == 400


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\reports\\a b.txt", "a b.txt"), (".hidden", "hidden"), ("", "report.txt"),
        ("звіт.txt", "звіт.txt"), ("a\x00b<c>.html", "a_b_c_.html"),
    ],
)  # fmt: skip
def test_file_names_stay_in_their_folder(tmp_path: Path, name: str, kept: str) -> None:
    """No folder, no odd sign."""
    assert safe_name(name, 0, tmp_path) == kept


def test_a_second_file_of_the_same_name_is_kept_too(tmp_path: Path) -> None:
    """Under a number."""
    (tmp_path / "a.txt").touch()
    assert safe_name("a.txt", 3, tmp_path) == "3-a.txt"
