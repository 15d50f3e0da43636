"""The public face: every name of it leads somewhere, and help loads no parser."""

from __future__ import annotations

import subprocess
import sys

import pytest

import contested


@pytest.mark.parametrize("name", contested.__all__)
def test_every_name_is_there(name: str) -> None:
    """Each name of the facade can be used."""
    assert getattr(contested, name)


def test_unknown_name_answers_with_the_known() -> None:
    """A misspelt verb says which there are."""
    with pytest.raises(AttributeError, match="read_documents"):
        contested.read_document  # noqa: B018


def test_help_loads_no_parser() -> None:
    """`contested --help` is quick because spaCy stays out."""
    code = "import sys, contested.cli.main; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
