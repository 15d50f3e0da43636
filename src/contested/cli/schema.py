"""`contested schema`: the JSON Schema of the machine-readable contract."""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema of all records.

    Example: contested schema > docs/schema.json
    """
    from contested.cli.common import print_json
    from contested.model import json_schema

    print_json(json_schema())
