"""Intake: documents on their way into the ledger, one transaction each; nothing stops the run.

`attempt` is what runs on one document, here or in another process; `take_in` is the loop around it.
"""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context

from contested import packs as pack_data
from contested.errors import ContestedError
from contested.model import Document, Extraction, Problem
from contested.store.ledger import Ledger

LANGUAGES = frozenset({"en"})
"""Languages whose reports the default extractor reads."""

WAITING = 4
"""Documents that wait for each process: enough to keep it busy, few enough to lose on a kill."""


@dataclass(slots=True)
class Counts:
    """What one run did."""

    new: int = 0
    unchanged: int = 0
    failed: int = 0  # problems for which something was not read
    warnings: int = 0  # problems of documents that were read
    claims: int = 0
    events: int = 0
    codes: dict[str, int] = field(default_factory=dict)

    def note(self, problem: Problem) -> None:
        """Count one problem under its code."""
        self.codes[problem.code] = self.codes.get(problem.code, 0) + 1
        if problem.severity == "error":
            self.failed += 1
        else:
            self.warnings += 1


def attempt(document: Document, packs: Sequence[str] | None = None) -> Extraction | Problem:
    """Return what the document holds, or the problem on which its extraction broke.

    What concerns all documents (no language pipeline, no such pack) is raised instead.
    """
    if document.language not in LANGUAGES:
        message = f"Language {document.language!r}: kept, but not searched for claims; only English is read so far."
        warning = Problem(code="language_unsupported", message=message, path=document.path)
        return Extraction(document=document, warnings=(warning,))
    from contested.pipeline import extract

    try:
        return extract(document, None if packs is None else [pack_data.load(name) for name in packs])
    except ContestedError:
        raise
    except Exception as error:  # one broken document never stops a run; it is counted and listed
        where = traceback.extract_tb(error.__traceback__)[-1]
        message = f"{type(error).__name__}: {error} (in {where.name}, line {where.lineno}). Please report this."
        return Problem(code="extraction_failed", message=message[:500], path=document.path, severity="error")


def attempts(
    documents: Iterable[Document], packs: Sequence[str] | None, jobs: int
) -> Iterator[tuple[Document, Extraction | Problem]]:
    """Yield each document with what it holds, in order; on `jobs` processes."""
    run = partial(attempt, packs=packs)
    if jobs <= 1:
        for document in documents:
            yield document, run(document)
        return
    try:
        yield from _side_by_side(documents, run, jobs)
    except BrokenProcessPool as error:
        message = "A process that extracts was ended from outside, perhaps for want of memory."
        raise ContestedError(
            message, "What is stored is safe. Run the same command again, with fewer --jobs."
        ) from error


def _side_by_side(
    documents: Iterable[Document], run: Callable[[Document], Extraction | Problem], jobs: int
) -> Iterator[tuple[Document, Extraction | Problem]]:
    waiting: deque[tuple[Document, Future[Extraction | Problem]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for document in documents:
            waiting.append((document, pool.submit(run, document)))
            if len(waiting) >= jobs * WAITING:
                first, future = waiting.popleft()
                yield first, future.result()
        for document, future in waiting:
            yield document, future.result()


def take_in(
    ledger: Ledger,
    items: Iterable[Document | Problem],
    packs: Sequence[str] | None = None,
    *,
    jobs: int = 1,
    again: bool = False,
    seen: Callable[[Counts], None] = lambda _counts: None,
) -> Counts:
    """Store what the items hold and return what was done; `seen` is called after each item.

    A document that is stored already is not extracted a second time, unless `again` is given.
    """
    counts = Counts()
    pending: dict[str, list[Problem]] = {}  # warnings come just before their document

    def new_documents() -> Iterator[Document]:
        for item in items:
            if isinstance(item, Document):
                if again or not ledger.has(item.id):
                    yield item
                    continue
                counts.unchanged += 1
                pending.pop(item.path, None)
            elif item.severity == "error":
                ledger.add_problem(item)
                counts.note(item)
            else:
                pending.setdefault(item.path or "", []).append(item)
            seen(counts)

    for document, result in attempts(new_documents(), packs, jobs):
        _store(ledger, result, pending.pop(document.path, []), counts, again)
        seen(counts)
    return counts


def _store(ledger: Ledger, result: Extraction | Problem, problems: list[Problem], counts: Counts, again: bool) -> None:
    if isinstance(result, Problem):
        ledger.add_problem(result)
        counts.note(result)
    elif ledger.add(result, problems=problems, replace=again):
        counts.new += 1
        counts.claims += len(result.claims)
        counts.events += len(result.events)
        for problem in (*problems, *result.warnings):
            counts.note(problem)
    else:
        counts.unchanged += 1
