"""`contested evaluate`: how good it is, on which data, with a baseline beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.common import JsonOption


def evaluate(
    suite: Annotated[str | None, typer.Argument(help="attribution, toponyms, times, factuality, …")] = None,
    data: Annotated[
        list[Path] | None, typer.Option("--data", help="Gold file (.jsonl, .jsonl.gz, .csv); repeatable.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", help="Only the first N items of each file.")] = None,
    gate: Annotated[
        bool, typer.Option("--gate", help="Check the floors of the small samples; exit code 8 if one is missed.")
    ] = False,
    quality: Annotated[
        Path | None, typer.Option("--quality", help="Write docs/quality.md from all corpora of this folder.")
    ] = None,
    errors: Annotated[
        Path | None, typer.Option("--errors", help="Write the misses and false hits to this file, one a line.")
    ] = None,
    keep_parses: Annotated[
        bool, typer.Option("--keep-parses", help="Keep parses on disk and use kept ones (development).")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Measure extraction, links or assessment against gold.

    Example: contested evaluate times --data times.tempeval3.jsonl --json
    """
    from contested.cli.common import out, print_json
    from contested.errors import EvaluationError
    from contested.evaluation import gate as gates
    from contested.evaluation.common import Options, run_suite, table

    options = Options(limit=limit, errors=errors, keep_parses=keep_parses)
    if gate:
        rows, missed = gates.check()
        out.print(gates.table(rows))
        if missed:
            raise EvaluationError(
                f"{len(missed)} floors missed: {', '.join(missed)}.",
                "A floor falls only on purpose: evaluation/floors.yml.",
            )
        return
    if quality is not None:
        from contested.evaluation.quality import write_quality

        write_quality(quality, Path("docs/quality.md"), options, lambda result: out.print(table(result)))
        return
    if suite is None or not data:
        raise EvaluationError("Nothing to evaluate.", "Give a suite and --data FILE, or --gate, or --quality FOLDER.")
    result = run_suite(suite, data, options)
    if json:
        print_json(result)
    else:
        out.print(table(result))
