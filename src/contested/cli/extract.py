"""`contested extract`: one report in, all that it holds out; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import JsonOption, PackOption

if TYPE_CHECKING:
    from contested.model import Extraction
    from contested.sources import SourceOptions


class Form(StrEnum):
    """How to print."""

    JSONL = "jsonl"
    JSON = "json"
    TABLE = "table"


def extract(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, web addresses, or - for standard input.")],
    pack: PackOption = None,
    form: Annotated[
        Form | None, typer.Option("--format", help="jsonl: one object a document a line; json: one list.")
    ] = None,
    json: JsonOption = False,
    published: Annotated[str | None, typer.Option("--published", help="Date of reports that state none.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Outlet of reports that name none.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="Language of all reports: en.")] = None,
) -> None:
    """Print who claims what in each report, with the words it rests on; nothing is stored.

    Example: contested extract dispatch.txt --format jsonl
    """
    from contested.cli.common import print_json, print_jsonl
    from contested.errors import InputError
    from contested.outputs.contract import extraction_object
    from contested.packs import load
    from contested.sources import SourceOptions

    for name in pack or ():
        load(name)  # an unknown pack is an error before anything is read
    found = _extractions(paths, SourceOptions(outlet=outlet, language=language, published=published), pack)
    shape = form or (Form.JSON if json else Form.TABLE)
    printed = 0
    if shape is Form.JSON:
        listed = [extraction_object(extraction) for extraction in found]
        printed = len(listed)
        print_json(listed)
    for extraction in found:
        printed += 1
        if shape is Form.JSONL:
            print_jsonl([extraction_object(extraction)])
        else:
            _print_table(extraction)
    if not printed:
        raise InputError("Nothing was read.", "See the messages above.")


def _extractions(paths: list[str], options: SourceOptions, packs: list[str] | None) -> Iterator[Extraction]:
    """Yield what each report holds, warnings of its source included; name what is not read on standard error."""
    import msgspec

    from contested.cli.common import err
    from contested.model import Problem
    from contested.sources import read_documents
    from contested.store.intake import attempt

    pending: list[Problem] = []  # warnings come just before their document
    for item in read_documents(paths, options):
        if isinstance(item, Problem) and item.severity != "error":
            pending.append(item)
            continue
        result = item if isinstance(item, Problem) else attempt(item, packs)
        if isinstance(result, Problem):
            err.print(f"{result.path}: {result.message}", markup=False, highlight=False, soft_wrap=True)
        else:
            yield msgspec.structs.replace(result, warnings=(*pending, *result.warnings))
        pending = []


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
