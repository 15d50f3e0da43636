"""docs/cli.md is made from the commands, and each command shows an example."""

from pathlib import Path

import pytest

from contested.cli import reference
from contested.cli.main import COMMANDS, app

DOCS = Path(__file__).parents[2] / "docs"


def test_the_reference_is_fresh():
    """Make it anew with: python -m contested.cli.reference > docs/cli.md"""
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == reference.markdown()


@pytest.mark.parametrize(
    "name", ["read", "extract", "claims", "links", "origins", "problems", "judge", "remove", "digest", "doctor"]
)
def test_each_command_has_an_example(name):
    """In its help."""
    commands = {command.name: command.callback for command in app.registered_commands}
    assert name in COMMANDS
    assert f"Example: contested {name}" in commands[name].__doc__
