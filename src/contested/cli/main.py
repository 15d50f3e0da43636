"""`contested`: the command line's table of contents.

Each command is a module of this folder with a typer callback of the same name (or a typer `app`
for a group of commands). Heavy imports belong inside the functions, so that `--help` is quick.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys

import typer

from contested import __version__
from contested.cli.common import console_error
from contested.errors import ContestedError

COMMANDS: tuple[str, ...] = (
    "read",
    "extract",
    "serve",
    "site",
    "brief",
    "control",
    "claims",
    "disputes",
    "links",
    "origins",
    "places",
    "explain",
    "problems",
    "judge",
    "remove",
    "reliability",
    "replay",
    "revisions",
    "momentum",
    "outlooks",
    "health",
    "export",
    "digest",
    "pack",
    "lexicon",
    "codebook",
    "gazetteer",
    "evaluate",
    "schema",
    "doctor",
)
"""In the order in which `contested --help` lists them."""

app = typer.Typer(
    name="contested",
    help="Who claims what, who denies it, and who may be said to control a place. Exit codes: "
    "0 fine, 1 other errors, 2 usage or unknown name, 3 input, 4 ledger, 5 lexicon or pack, "
    "6 gazetteer, 7 language pipeline, 8 evaluation.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
)


def _version(show: bool) -> None:
    if show:
        typer.echo(f"contested {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Options of all commands."""


for _name in COMMANDS:
    if importlib.util.find_spec(f"contested.cli.{_name}") is None:
        continue
    _module = importlib.import_module(f"contested.cli.{_name}")
    if hasattr(_module, "app"):
        app.add_typer(_module.app, name=_name)
    else:
        app.command(name=_name)(getattr(_module, _name))


def main() -> None:
    """Run the command line; our own errors become one clear line and their exit code."""
    try:
        app()
    except ContestedError as error:
        console_error(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # `contested claims | head`
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
