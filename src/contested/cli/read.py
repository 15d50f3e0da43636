"""`contested read`: reports into the ledger; again changes nothing, after a kill it goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from contested.cli.common import DbOption, JsonOption, PackOption

if TYPE_CHECKING:
    from contested.store.intake import Counts
    from contested.store.ledger import Ledger
    from contested.store.progress import Announcer


def read(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, web addresses, or - for standard input.")],
    db: DbOption = None,
    pack: PackOption = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Processes that extract side by side.")] = 1,
    again: Annotated[bool, typer.Option("--again", help="Extract documents anew that are stored already.")] = False,
    published: Annotated[str | None, typer.Option("--published", help="Date of reports that state none.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", help="Outlet of reports that name none.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="Language of all reports: en.")] = None,
    json: JsonOption = False,
) -> None:
    """Read reports into the ledger, then link their claims.

    Reading the same report twice changes nothing. Stopped at any moment, the same command goes
    on where it was.

    Example: contested read dispatches/ --pack russia-ukraine
    """
    from datetime import UTC, datetime

    from contested.errors import EmptyInput, InputError
    from contested.gazetteer.compile import compile_if_needed
    from contested.packs import load
    from contested.sources import SourceOptions, expected, read_documents
    from contested.store.intake import take_in
    from contested.store.ledger import open_ledger
    from contested.store.progress import Announcer

    for name in pack or ():
        load(name)
    compile_if_needed()  # with its own progress bar, before ours
    started, clock = datetime.now(UTC).isoformat(timespec="seconds"), time.perf_counter()
    options = SourceOptions(outlet=outlet, language=language, published=published)
    with open_ledger(db, write=True) as ledger, Announcer(ledger) as announcer:
        with _progress(expected(paths), announcer) as seen:
            counts = take_in(ledger, read_documents(paths, options), pack, jobs=jobs, again=again, seen=seen)
        linked = _link(ledger, announcer)
        seconds = time.perf_counter() - clock
        summary = _summary(counts, seconds) | {"linked": linked, "ledger": ledger.counts()}
        if counts.new or linked:
            ledger.record_run(started, summary)
    _report(summary, json)
    if not counts.new + counts.unchanged:
        if counts.failed:
            raise InputError("Nothing was read.", "See why with: contested problems")
        raise EmptyInput(f"There are no reports in {', '.join(paths)}.")


@contextmanager
def _progress(total: int | None, announcer: Announcer) -> Iterator[Callable[[Counts], None]]:
    """Show on standard error and to the pages how far the reading is; yield what to call after each report."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    from contested.cli.common import err

    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("reading", total=total)

        def seen(counts: Counts) -> None:
            done = counts.new + counts.unchanged
            problems = counts.failed + counts.warnings
            words = f"{done} of about {total or '?'} reports, {counts.claims} claims, {problems} problems"
            bar.update(task, completed=done + counts.failed, description=words)
            announcer.note("reading", done + counts.failed, total, counts.failed)

        yield seen


def _link(ledger: Ledger, announcer: Announcer) -> bool:
    """Bring the links up to date; return whether there was anything to do."""
    from rich.progress import Progress

    from contested.cli.common import err
    from contested.questions.keeping import bring_up_to_date
    from contested.store.linking import relink

    with Progress(console=err, transient=True) as bar:
        task = bar.add_task("linking claims", total=None)

        def seen(done: int, new: int) -> None:
            bar.update(task, completed=done, total=max(new, 1))
            announcer.note("linking", done, new)

        changed = relink(ledger, seen)
        bring_up_to_date(ledger)
        return changed


def _summary(counts: Counts, seconds: float) -> dict[str, Any]:
    made = {name: getattr(counts, name) for name in ("new", "unchanged", "failed", "warnings", "claims", "events")}
    return made | {"problems": dict(sorted(counts.codes.items())), "seconds": round(seconds, 2)}


def _report(summary: dict[str, Any], as_json: bool) -> None:
    """Print what the run did."""
    from contested.cli.common import out, print_json

    if as_json:
        print_json(summary)
        return
    new, failed = summary["new"], summary["failed"]
    rate = f", {new / summary['seconds']:.1f} a second" if new and summary["seconds"] else ""
    out.print(f"{new} new, {summary['unchanged']} unchanged, {failed} not read; {summary['seconds']} s{rate}")
    if not new and not summary["linked"]:
        out.print("Nothing new.")
    if new:
        out.print(f"{summary['claims']} claims, {summary['events']} events from the new reports")
    held = summary["ledger"]
    out.print(
        f"In the ledger: {held['documents']} documents, {held['claims']} claims, {held['links']} links, "
        f"{held['origins']} origins, {held['disputes']} disputes"
    )
    for code, number in summary["problems"].items():
        out.print(f"  {number} × {code}", highlight=False)
    if summary["problems"]:
        out.print("See them with: contested problems")
