"""PLOVER JSON: one object an event, with negation, hypothetical and future marked."""

from __future__ import annotations

import io
import json
from typing import Any

from contested.outputs.event_rows import EXTRA
from contested.outputs.plover import write_plover
from tests.outputs.event_entries import capture, entry, killing


def objects(*events: object) -> list[dict[str, Any]]:
    """Return the written objects."""
    stream = io.StringIO()
    write_plover([entry(*events)], stream)  # type: ignore[arg-type]
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_denial_is_a_negation() -> None:
    """A denied event carries PLOVER's marker for negation."""
    assert objects(killing())[0]["modifiers"] == ["negation"]


def test_plan_is_future() -> None:
    """A planned event carries the marker for the future."""
    assert objects(capture())[0]["modifiers"] == ["future"]


def test_codes_place_and_our_fields() -> None:
    """Codes come from the mapping, the place is an object or null, ours stand apart."""
    one, other = objects(killing(), capture())
    assert (one["event"], one["place"]["name"], other["place"]) == ("ASSAULT", "Novosela", None)
    assert set(one["contested"]) == set(EXTRA)
