"""What the suites share: reading gold, running one suite, printing, scores by their definition."""

from __future__ import annotations

import csv
import gzip
import importlib
import json
import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct
from rich.table import Table

from contested import settings
from contested.errors import EvaluationError, UnknownName
from contested.model import Document, Found, content_id, document_id
from contested.parse import Parse

Item: TypeAlias = dict[str, Any]
"""One gold item, as its JSON line says."""
Metrics: TypeAlias = dict[str, Any]
"""Metric name to a number, or to {"p", "r", "f1"}."""

SUITES: tuple[str, ...] = (
    "attribution",
    "toponyms",
    "times",
    "factuality",
    "event_types",
    "incidents",
    "entities",
    "clusters",
    "pairs",
    "control",
)
"""The first words of the gold files' names; each is a module of `evaluation/suites/`."""


class Result(Struct, frozen=True, kw_only=True):
    """What `contested evaluate SUITE --json` prints."""

    suite: str
    data: list[str]
    n: int
    metrics: Metrics
    baseline: Metrics


@dataclass(frozen=True, slots=True)
class Options:
    """How to run a suite. `errors` is a file for misses and false hits, one JSON line each."""

    limit: int | None = None
    errors: Path | None = None
    keep_parses: bool = False


def read_gold(path: Path, limit: int | None = None) -> list[Item]:
    """Return the items of a gold file; CSV rows become dictionaries. Raises EvaluationError."""
    items: list[Item] = []
    opener: Any = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            rows: Iterable[Any] = csv.DictReader(lines) if ".csv" in path.name else lines
            for number, row in enumerate(rows, 1):
                if limit is not None and len(items) >= limit:
                    break
                if isinstance(row, dict):
                    items.append(row)
                elif row.strip():
                    try:
                        items.append(json.loads(row))
                    except json.JSONDecodeError as error:
                        raise EvaluationError(f"{path}, line {number}: not JSON ({error}).") from error
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"Gold file {path} cannot be read: {error}.", "See --data.") from error
    if not items:
        raise EvaluationError(f"Gold file {path} holds nothing.", "See --data.")
    return items


def run_suite(suite: str, paths: Sequence[Path], options: Options) -> Result:
    """Return the result of one suite over all files together. Raises UnknownName."""
    if suite not in SUITES:
        raise UnknownName("suite", suite, SUITES)
    module = importlib.import_module(f"contested.evaluation.suites.{suite}")
    limit = None if getattr(module, "READS_WHOLE_FILES", False) else options.limit
    items = [item for path in paths for item in read_gold(path, limit)]
    metrics, baseline = module.evaluate(items, options)
    return Result(suite=suite, data=[path.name for path in paths], n=len(items), metrics=metrics, baseline=baseline)


def gold_document(item: Item) -> Document:
    """Return a gold item as a document, with a date only where the gold gives an ISO one."""
    published = item.get("published") or ""
    date = published if published[:4].isdigit() and published[4:5] == "-" else None
    text = item["text"]
    outlet = item.get("outlet") or item.get("source") or "unknown"
    return Document(
        id=document_id(outlet, date, item.get("title"), text),
        path=str(item.get("id", "")),
        sha256="",
        outlet=outlet,
        outlet_found=Found.STATED,
        url=item.get("url"),
        title=item.get("title"),
        language="en",
        language_found=Found.STATED,
        published=date,
        published_found=Found.STATED if date else Found.UNKNOWN,
        text=text,
    )


def parses(texts: Sequence[str], options: Options) -> Iterator[Parse]:
    """Yield the parse of each text; with `keep_parses` from a file in the cache folder.

    Kept parses save 70-90 % of a run while rules are being written; figures for the docs are
    the same with and without them.
    """
    from contested.text.sentences import load_model, parse_texts
    from contested.text.tree_repair import repaired

    if not options.keep_parses:
        yield from parse_texts(texts)
        return
    folder = settings.home() / "parses"
    folder.mkdir(exist_ok=True)
    meta = load_model().meta
    for text in texts:
        path = folder / f"{content_id(meta['name'], meta['version'], text)}.pickle"
        if path.is_file():
            yield repaired(_thaw(pickle.loads(path.read_bytes())))  # our own cache
        else:
            parse = next(parse_texts([text]))
            temporary = path.with_suffix(f".{id(parse)}.tmp")
            temporary.write_bytes(pickle.dumps(_frozen(parse), protocol=5))
            temporary.replace(path)
            yield parse


def _frozen(parse: Parse) -> tuple[Any, ...]:
    rows = [(t.start, t.text, t.lemma, t.pos, t.tag, t.dep, t.sentence, t.head.i) for t in parse.tokens]
    sentences = [(s.start, s.end, s.first, s.last, s.paragraph) for s in parse.sentences]
    return rows, sentences, parse.paragraphs


def _thaw(data: tuple[Any, ...]) -> Parse:
    from contested.parse import ParsedSentence, Token

    rows, sentences, paragraphs = data
    tokens = [
        Token(i, start, text, lemma, pos, tag, dep, sentence)
        for i, (start, text, lemma, pos, tag, dep, sentence, _) in enumerate(rows)
    ]
    for token, row in zip(tokens, rows, strict=True):
        if row[7] != token.i:
            token.head = tokens[row[7]]
            token.head.children.append(token)
    return Parse(
        tuple(tokens),
        tuple(ParsedSentence(*s) for s in sentences),
        tuple(paragraphs),
        tuple(token.start for token in tokens),
    )


def prf(true_positives: float, found: float, gold: float) -> dict[str, float]:
    """Return precision, recall and F1 from counts, 0 where nothing was found or is gold."""
    p = true_positives / found if found else 0.0
    r = true_positives / gold if gold else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def log_error(options: Options, **row: Any) -> None:
    """Append one miss or false hit to the errors file, if one was asked for."""
    if options.errors is not None:
        with options.errors.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def table(result: Result) -> Table:
    """Return a table for people: each metric with the baseline beside it."""
    view = Table(title=f"{result.suite} on {', '.join(result.data)} (n = {result.n})")
    for column in ("metric", "contested", "baseline"):
        view.add_column(column, justify="left" if column == "metric" else "right")
    for name, value in result.metrics.items():
        view.add_row(name, _shown(value), _shown(result.baseline.get(name)))
    return view


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, dict):
        if set(value) == {"p", "r", "f1"}:
            return f"P {value['p']:.3f}  R {value['r']:.3f}  F1 {value['f1']:.3f}"
        return ", ".join(f"{key} {_shown(inner)}" for key, inner in value.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)
