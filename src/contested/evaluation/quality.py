"""`docs/quality.md`: every figure, by the command that prints it, with its baseline beside it."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from contested import __version__
from contested.evaluation.common import SUITES, Options, Result, run_suite

HEAD = """# How good it is

Written by `contested evaluate --quality FOLDER` on {date}, version {version}. Do not edit by hand.

All corpora are **development data**: rules were written while looking at parts of them, so expect
lower figures on text that nobody here has seen. Each table names the file; the corpora are not in
this repository (their texts belong to others), their sources are named in `docs/corpora.md`.
Repeat one table with `contested evaluate SUITE --data FILE`. The baseline is the trivial method
that the suite's docstring describes, run on the same items.
"""


def write_quality(folder: Path, out: Path, options: Options, done: Any = None) -> list[Result]:
    """Run every suite on every corpus of the folder and write the page; return the results.

    A suite whose corpus is not in the folder is named as not measured, never left out in silence.
    """
    found = {suite: sorted(path for path in folder.glob(f"{suite}.*") if path.is_file()) for suite in SUITES}
    missing = [suite for suite, paths in found.items() if not paths]
    tasks = [(suite, path, options) for suite, paths in found.items() for path in paths]
    results: list[Result] = []
    with ProcessPoolExecutor() as pool:  # one process a core: the suites do not know of each other
        for result in pool.map(_run, tasks):
            results.append(result)
            out.write_text(page(results, missing), encoding="utf-8")  # a long run that is stopped leaves what it has
            if done is not None:
                done(result)
    return results


def _run(task: tuple[str, Path, Options]) -> Result:
    suite, path, options = task
    return run_suite(suite, [path], options)


def page(results: list[Result], missing: list[str]) -> str:
    """Return the page as Markdown."""
    parts = [HEAD.format(date=datetime.now(UTC).date().isoformat(), version=__version__)]
    for result in results:
        parts.append(f"## {result.suite}: `{result.data[0]}` ({result.n} items)\n")
        parts.append("| metric | contested | baseline |\n|---|---|---|")
        parts += [
            f"| {name} | {shown(value)} | {shown(result.baseline.get(name))} |"
            for name, value in result.metrics.items()
        ]
        named = result.baseline.get("name")
        parts.append(f"\nBaseline: {named}.\n" if named else "")
    if missing:
        parts.append(f"Not measured, no data in the folder: {', '.join(missing)}.\n")
    return "\n".join(parts).rstrip() + "\n"


def shown(value: Any) -> str:
    """Return a metric as a table cell."""
    if value is None:
        return "–"
    if isinstance(value, dict):
        if set(value) == {"p", "r", "f1"}:
            return f"F1 **{value['f1']:.3f}** (P {value['p']:.3f}, R {value['r']:.3f})"
        return "; ".join(f"{key}: {shown(inner)}" for key, inner in value.items())
    return f"**{value:.3f}**" if isinstance(value, float) else str(value)
