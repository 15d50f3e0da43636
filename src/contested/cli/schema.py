"""`contested schema`: the JSON Schema of the machine-readable contract."""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema of all records, and of the lines that the commands print.

    Example: contested schema > docs/schema.json
    """
    from contested.cli.common import print_json
    from contested.outputs.contract import contract_schema

    print_json(contract_schema())
