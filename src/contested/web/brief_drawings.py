"""The pictures of a brief, drawn from the ledger: control over time and the place on a map."""

from __future__ import annotations

from contested.outputs.brief_records import Brief
from contested.questions import PlaceQuestion
from contested.web.brief import Drawings


def drawings(question: PlaceQuestion, brief: Brief) -> Drawings:
    """Return the drawings of a brief."""
    return Drawings()
