"""The JSON API answers what it describes; its description is valid and complete."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings

from contested.server.app import create_app

ADDRESSES = [
    "/api/ledger", "/api/places", "/api/picture/2026-03-19", "/api/control/Kupiansk?day=2026-03-19",
    "/api/control/Kupiansk/series?from=2026-03-17&to=2026-03-19&known-on=2026-03-20", "/api/brief/Kupiansk",
    "/api/claims?party=Russia&page=2&per-page=5", "/api/disputes", "/api/sources", "/api/search?q=bridge",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_address_answers(client: TestClient, address: str) -> None:
    """With JSON and a mark for caches."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.json() is not None
    assert answer.headers["etag"]


def test_records_lead_to_each_other(client: TestClient) -> None:
    """From a dispute to its claims, their origin, report and source."""
    dispute = client.get("/api/disputes").json()[0]
    sides = client.get(f"/api/dispute/{dispute['id']}").json()
    claim = sides["asserting"][0]["claim"]["id"]
    found = client.get(f"/api/claim/{claim}").json()
    assert found["entry"]["claim"]["id"] == claim
    assert client.get(f"/api/origin/{found['origin']['id']}").json()["origin"]["claims"]
    assert client.get(f"/api/document/{found['entry']['document']['id']}").json()["document"]["text"]
    source = client.get("/api/sources").json()[0]
    assert client.get(f"/api/source/{source['key']}").json()["source"] == source


def test_what_was_known_limits_the_answer(client: TestClient) -> None:
    """A question as known on an early day knows no later claim."""
    late = client.get("/api/control/Kupiansk?day=2026-03-19").json()
    early = client.get("/api/control/Kupiansk?day=2026-03-05&known-on=2026-03-05").json()
    assert early["known_on"] == "2026-03-05"
    assert set(early["for"] + early["against"]) < set(late["for"] + late["against"]) | set(early["for"])


@pytest.mark.parametrize(
    "address",
    [
        "/api/control/Kupiansk?day=yesterday", "/api/picture/19-03-2026", "/api/claims?from=March",
        "/api/control/Kupiansk/series?from=2026-03-19&to=2026-03-01",
        "/api/control/Kupiansk/series?from=0001-01-01&to=9999-12-31",
    ],
)  # fmt: skip
def test_bad_dates_get_a_clear_error(client: TestClient, address: str) -> None:
    """What is wrong and what to write instead."""
    answer = client.get(address)
    assert answer.status_code == 400
    assert answer.json()["hint"]


def test_the_description_names_every_record(client: TestClient) -> None:
    """Each reference in the OpenAPI document leads to a schema."""
    made = client.get("/api/openapi.json").json()
    text = client.get("/api/openapi.json").text
    names = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert names <= set(made["components"]["schemas"])
    assert {"Control", "Listing", "Brief"} <= names


def operations() -> list[Any]:
    """Return every operation of the API, as schemathesis reads the description."""
    schema = schemathesis.openapi.from_dict(create_app("described-only.db").openapi())
    return [found.ok() for found in schema.get_all_operations()]


@pytest.mark.parametrize("operation", operations(), ids=lambda operation: operation.label)
def test_no_question_breaks_the_server(client: TestClient, operation: Any) -> None:
    """Whatever is asked, the answer says what is wrong with it; the server never fails."""

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        asked = case.as_transport_kwargs(base_url="http://testserver")
        answer = client.request(asked["method"], asked["url"], params=asked.get("params"))
        assert answer.status_code in (200, 400, 404, 422), f"{asked}: {answer.status_code} {answer.text[:300]}"

    ask()
