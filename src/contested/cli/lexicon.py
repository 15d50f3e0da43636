"""`contested lexicon`: the word lists that the rules read, and whether they are in order."""

from __future__ import annotations

from typing import Annotated

import typer

from contested.cli.common import JsonOption

app = typer.Typer(help="The word lists behind the rules: list them, check them.", no_args_is_help=True)


@app.command("list")
def list_lexicons(json: JsonOption = False) -> None:
    """List the lexicons with what each is about.

    Example: contested lexicon list
    """
    from rich.table import Table

    from contested.cli.common import out, print_json
    from contested.lexicons import load, names

    rows = []
    for name in names():
        data = load(name)
        rows.append({"name": name, "about": " ".join(str(data["about"]).split()), "licence": data["licence"]})
    if json:
        print_json(rows)
        return
    view = Table(box=None, expand=False)
    for column in ("name", "about"):
        view.add_column(column, overflow="fold")
    for row in rows:
        view.add_row(str(row["name"]), str(row["about"]))
    out.print(view)


@app.command("check")
def check(
    name: Annotated[str | None, typer.Argument(help="One lexicon; without it, all.")] = None, json: JsonOption = False
) -> None:
    """Check that lexicons are readable, say where they come from, and hold known classes only.

    Example: contested lexicon check cues
    """
    from contested.cli.common import out, print_json
    from contested.errors import LexiconError
    from contested.lexicons import names
    from contested.lexicons.check import check_lexicon

    problems = {one: check_lexicon(one) for one in ([name] if name else names())}
    if json:
        print_json(problems)
    else:
        for one, found in problems.items():
            out.print(f"{one}: {'in order' if not found else ''}", markup=False, highlight=False)
            for problem in found:
                out.print(f"  {problem}", markup=False, highlight=False)
    wrong = [one for one, found in problems.items() if found]
    if wrong:
        raise LexiconError(f"Not in order: {', '.join(wrong)}.", "Mend the entries named above.")
