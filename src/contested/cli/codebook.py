"""`contested codebook`: the types of events, their rules and examples; and whether the coder keeps to them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.common import JsonOption


def codebook(
    name: Annotated[str | None, typer.Argument(help="A type (control.gain) for its page, or: check.")] = None,
    write: Annotated[Path | None, typer.Option("--write", help="Write one page a type into this folder.")] = None,
    json: JsonOption = False,
) -> None:
    """List the types of events, print one page, or check that every example is coded as its type.

    Example: contested codebook control.infiltrate
    """
    from contested.cli.common import out, print_json
    from contested.events import codebook as book
    from contested.events import ontology

    if write is not None:
        _write(write)
    elif name == "check":
        _check()
    elif name is not None:
        one = ontology.event_type(name)
        if json:
            print_json(one)
        else:
            out.print(book.page(one), markup=False, highlight=False, soft_wrap=True)
    elif json:
        print_json(list(ontology.types().values()))
    else:
        _list()


def _list() -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from contested.cli.common import out
    from contested.events import ontology

    view = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("type", "title", "ACLED", "PLOVER"):
        view.add_column(column, overflow="fold")
    for one in ontology.types().values():
        acled, plover = one.mapping.acled, one.mapping.plover
        view.add_row(one.key, one.title, acled.sub_event or acled.event or "none", plover.event or "none")
    out.print(view)
    out.print("One page: contested codebook TYPE", highlight=False)


def _write(folder: Path) -> None:
    from contested.cli.common import err
    from contested.events import codebook as book
    from contested.events import ontology

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text(book.index(), encoding="utf-8")
    for one in ontology.types().values():
        (folder / f"{one.key}.md").write_text(book.page(one), encoding="utf-8")
    err.print(f"{len(ontology.types())} pages and an index written to {folder}.", highlight=False, markup=False)


def _check() -> None:
    from contested.cli.common import out
    from contested.errors import LexiconError
    from contested.events import codebook as book

    found = book.problems()
    for line in found:
        out.print(line, markup=False, highlight=False, soft_wrap=True)
    if found:
        raise LexiconError(f"{len(found)} problems in the code book.", "Mend event_types.yml or event_words.yml.")
    count = sum(1 for _ in book.sentences())
    out.print(f"The code book is in order: {count} sentences are coded as it says.", highlight=False)
