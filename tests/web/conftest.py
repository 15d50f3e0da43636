"""What tests of the pages share: the sample dispatches as a ledger, asked through the real application."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import lxml.html
import pytest
from fastapi.testclient import TestClient

from contested.server.app import create_app
from contested.store.ledger import open_ledger
from contested.store.view import View

Fetch: TypeAlias = Callable[[str], lxml.html.HtmlElement]
"""Asks for an address and returns the page, parsed."""


@pytest.fixture(scope="session")
def sample(sample_ledger: Path) -> Iterator[View]:
    """Return the ledger of the sample dispatches, read once for all tests."""
    with open_ledger(str(sample_ledger)) as view:
        yield view


@pytest.fixture(scope="session")
def client(sample_ledger: Path) -> TestClient:
    """Return a client of the application over the sample dispatches."""
    return TestClient(create_app(str(sample_ledger)))


@pytest.fixture(scope="session")
def page(client: TestClient) -> Fetch:
    """Return a function that asks for an address, expects 200 and returns the page, parsed."""

    def fetch(address: str) -> lxml.html.HtmlElement:
        answer = client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        return lxml.html.document_fromstring(answer.text)

    return fetch
