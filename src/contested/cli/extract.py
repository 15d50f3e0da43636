"""`contested extract`: one report in, all that it holds out; nothing is stored."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import JsonOption, PackOption

if TYPE_CHECKING:
    from contested.model import Extraction, Problem


class Form(StrEnum):
    """How to print."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"


def extract(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, web addresses, or - for standard input.")],
    pack: PackOption = None,
    form: Annotated[Form | None, typer.Option("--format", help="jsonl: one object a document.")] = None,
    json: JsonOption = False,
    published: Annotated[str | None, typer.Option("--published", help="Date of reports that state none.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Outlet of reports that name none.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="Language of all reports: en.")] = None,
) -> None:
    """Print who claims what in each report, with the words it rests on; nothing is stored.

    Example: contested extract dispatch.txt --format jsonl
    """
    from contested.cli.common import err, print_json, print_jsonl
    from contested.errors import InputError
    from contested.model import Problem
    from contested.outputs.contract import extraction_object
    from contested.packs import load
    from contested.sources import SourceOptions, read_documents
    from contested.store.intake import attempt

    for name in pack or ():
        load(name)  # an unknown pack is an error before anything is read
    shape = form or (Form.JSON if json else Form.TABLE)
    pending: list[Problem] = []
    printed = 0
    for item in read_documents(paths, SourceOptions(outlet=outlet, language=language, published=published)):
        result = item if isinstance(item, Problem) else attempt(item, pack)
        if isinstance(result, Problem):
            if result.severity == "error":
                err.print(f"{result.path}: {result.message}", markup=False, highlight=False, soft_wrap=True)
            else:
                pending.append(result)
            continue
        extraction = _with_warnings(result, pending)
        pending = []
        printed += 1
        if shape is Form.TABLE:
            _print_table(extraction)
        else:
            (print_json if shape is Form.JSON else lambda made: print_jsonl([made]))(extraction_object(extraction))
    if not printed:
        raise InputError("Nothing was read.", "See the messages above.")


def _with_warnings(extraction: Extraction, problems: list[Problem]) -> Extraction:
    import msgspec

    return msgspec.structs.replace(extraction, warnings=(*problems, *extraction.warnings))


def _print_table(extraction: Extraction) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from contested.cli.common import out

    document = extraction.document
    out.print(f"{document.path}  {document.published or 'no date'}  {document.outlet}", markup=False, highlight=False)
    view = Table(box=SIMPLE_HEAD, expand=False)
    for column in ("who", "party", "how", "what"):
        view.add_column(column, overflow="fold")
    for claim in extraction.claims:
        words = " … ".join(document.text[span.start : span.end] for span in claim.content)
        cue = claim.cue.cue_class if claim.cue else "none"
        view.add_row(claim.source.name, claim.source.party, cue, " ".join(words.split()))
    out.print(view)
    for warning in extraction.warnings:
        out.print(f"{warning.code}: {warning.message}", markup=False, highlight=False)
