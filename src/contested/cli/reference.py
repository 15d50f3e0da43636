"""The reference of all commands in docs/cli.md: `python -m contested.cli.reference > docs/cli.md`.

Made from the commands themselves, so that the page cannot fall behind; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import typer


def markdown() -> str:
    """Return the whole page: the written head, then each command with its arguments and options."""
    from contested.cli.main import app

    head = (files(__package__) / "reference_head.md").read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="contested")
    return head.rstrip() + "\n\n" + "\n".join(_of_group(group, context)) + "\n"


def _of_group(group: Any, context: Any) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        inner = typer.Context(command, info_name=name, parent=context)
        if hasattr(command, "list_commands"):
            yield from _of_group(command, inner)
        else:
            yield from _of_command(command, inner)


def _of_command(command: Any, context: Any) -> Iterator[str]:
    yield f"## {context.command_path}\n"
    lines = (command.help or "").strip().splitlines()
    for line in lines:
        line = line.strip()
        yield f"    {line.removeprefix('Example: ')}" if line.startswith("Example: ") else line
    yield ""
    rows = [_row(parameter) for parameter in command.params]
    if rows:
        yield "| argument or option | meaning | default |\n|---|---|---|"
        yield from rows
        yield ""


def _row(parameter: Any) -> str:
    names = parameter.opts if parameter.param_type_name == "option" else [(parameter.name or "").upper()]
    meaning = (getattr(parameter, "help", None) or "").replace("|", "\\|")
    default = parameter.default
    shown = "" if default in (None, False, ()) or callable(default) or parameter.required else f"`{default}`"
    required = " (required)" if parameter.required and parameter.param_type_name == "option" else ""
    return f"| `{', '.join(names)}`{required} | {meaning} | {shown} |"


if __name__ == "__main__":
    print(markdown(), end="")
