"""`contested claims --type`: types and groups, with a dot and without."""

from __future__ import annotations

import pytest

from contested.cli.claims import type_or_group
from contested.errors import UnknownName


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("displacement", "displacement"),
        ("control", "control."),
        ("control.", "control."),
        ("control.gain", "control.gain"),
    ],
)
def test_a_name_is_a_type_or_a_group(name: str, expected: str) -> None:
    """A type without a dot is no group."""
    assert type_or_group(name) == expected


def test_an_unknown_name_answers_with_the_known() -> None:
    """Neither type nor group: the known ones are named."""
    with pytest.raises(UnknownName):
        type_or_group("conquest")
