"""How long the text stages take on a report, without the parse.

    python benchmarks/text_speed.py [--repeat 20] [--reports PATH ...]

Prints CPU milliseconds a 450-word report for places, times and quantities. The report is invented,
dense with figures and dates and poor in names: news takes longer for places, less for the rest.
With `--reports` (files or folders, as `contested read` takes them) every step of the pipeline is
timed on those instead, the parse too.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from contested.model import Document
from contested.pipeline import STEPS, extract, start
from contested.reading import Reading
from contested.sources import read_documents
from contested.text.numbers import scan
from contested.text.places import find_places
from contested.text.quantities import find_quantities
from contested.text.sentences import parse_texts
from contested.text.times import find_times

PARAGRAPH = (
    "The regional administration said on Tuesday that at least 12 people had been killed and 30 wounded in Novomyr "
    "overnight, when the army of Zemlia fired some 40 drones and a record 15 missiles at the power grid. Tens of "
    "thousands of residents have been without electricity since 3 November, and up to 200 troops were reported in "
    "the northern districts. Over the past three months the front has moved about 15 km west, the monitoring group "
    "said, adding that 70 per cent of the town was contested in early October. The spokesman denied this and said "
    "that fighting would continue for weeks. "
)
WORDS = 450


def report() -> Document:
    """Return an invented report of 450 words."""
    paragraphs, words = [], 0
    while words < WORDS:
        paragraphs.append(PARAGRAPH.strip())
        words += len(PARAGRAPH.split())
    text = " ".join("\n\n".join(paragraphs).split(" ")[:WORDS])
    return Document(id="b", path="b", sha256="", outlet="invented", published="2025-11-07", text=text)


def milliseconds(step: Callable[[Reading], Reading], reading: Reading, repeat: int) -> float:
    """Return the CPU milliseconds of one call: the quickest of `repeat`, as timeit advises.

    Slower ones measure what else the machine was doing. The words that the text is cut into are
    kept between the stages, as in the pipeline, and are counted with the first of them: times.
    """
    best = float("inf")
    for _ in range(repeat):
        if step is find_times:
            scan.cache_clear()
        begin = time.process_time_ns()
        step(reading)
        best = min(best, (time.process_time_ns() - begin) / 1e6)
    return best


def on_reports(paths: list[str], repeat: int) -> None:
    """Print the CPU milliseconds a report of each step on the user's own reports, the quickest of `repeat` runs."""
    documents = [item for item in read_documents(paths) if isinstance(item, Document)]
    if not documents:
        raise SystemExit("No report could be read there.")
    extract(documents[0])  # loads the model, the gazetteer and the lexicons
    spent = {step.__name__: 0.0 for step in STEPS}
    for document in documents:
        reading = start(document)
        for step in STEPS:
            spent[step.__name__] += milliseconds(step, reading, repeat)
            reading = step(reading)
    for name, value in spent.items():
        print(f"{name:18} {value / len(documents):7.2f} ms a report")
    total = sum(spent.values())
    print(f"{len(documents)} reports; together {total / len(documents):.1f} ms, {1000 * len(documents) / total:.1f}/s")


def main() -> None:
    """Print one line a stage."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--repeat", type=int, default=100)
    options.add_argument("--reports", nargs="+", default=[])
    chosen = options.parse_args()
    repeat = chosen.repeat
    if chosen.reports:
        on_reports(chosen.reports, min(repeat, 5))
        return
    document = report()
    reading = Reading(document=document, parse=next(parse_texts([document.text])))
    with_times = find_times(reading)
    find_quantities(with_times)  # loads the lexicons
    find_places(reading)  # opens the gazetteer
    rows = {
        "places": milliseconds(find_places, reading, repeat),
        "times": milliseconds(find_times, reading, repeat),
        "quantities": milliseconds(find_quantities, with_times, repeat),
    }
    for name, value in rows.items():
        print(f"{name:12} {value:6.2f} ms a report of {WORDS} words")
    print(f"{'together':12} {sum(rows.values()):6.2f} ms, {1000 / sum(rows.values()):.0f} reports a CPU second")


if __name__ == "__main__":
    main()
