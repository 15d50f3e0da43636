"""How the time to link one new report grows with the number of stored ones.

    python benchmarks/link_growth.py [--sizes 1000 10000 100000] [--new 60]

Stored reports are generated: a hundred a day over as many days as the size needs, about 200 towns,
four claims each. New reports are of the last stored day. The index of keys is a dictionary here and
a table in a ledger; what is measured is `link_new` with the look-up, in milliseconds a report.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from contested.links import link_new, report_keys
from contested.model import CueClass, Document, LedgerEntry
from tests.factories import document, entry, quantity

PER_DAY = 100
TOWNS = tuple(f"Town{number:03}" for number in range(200))
SIDES = ("Kestria", "Ostvan")
TYPES = ("control.gain", "control.hold", "strike.drone", "casualty.civilian", "damage.housing", "outage.power")
FIRST = date(2000, 1, 1)
PARTS = ("mar", "vel", "kor", "tan", "bel", "sud", "lim", "ost", "ran", "fer", "gul", "pin", "dro", "sek", "hav")
WORDS = tuple(a + b + c for a in PARTS for b in PARTS for c in PARTS)
"""Stands for the vocabulary of the news: 3,375 words, drawn with a long tail as real words are."""

Stored = tuple[Document, list[LedgerEntry]]


def made(number: int, day: date, dice: random.Random) -> Stored:
    """Return one generated report with four claims."""
    town = dice.choice(TOWNS)
    filler = " ".join(WORDS[int(len(WORDS) ** dice.random()) - 1] for _ in range(110))
    names = " ".join(dice.choice(WORDS).capitalize() for _ in range(12))
    text = f"{town}: report {number}. {filler} {names}. Fighting went on in {town}, {dice.randint(10, 99)} shells fell."
    report = document(text, f"Outlet {number % 40}", day.isoformat())
    claims = [
        entry(
            dice.choice((*SIDES, "Meridian Monitor", f"Colonel {town}", "")),
            dice.choice(TYPES),
            town,
            holder=dice.choice(SIDES),
            agent=dice.choice(SIDES),
            negative=dice.random() < 0.15,
            cue=CueClass.ASSERT,
            quantities=(quantity("n", best=dice.randint(1, 40)),),
            start=60 * position,
            report=report,
        )
        for position in range(4)
    ]
    return report, claims


class Index:
    """Reports by key, in memory."""

    def __init__(self) -> None:
        self.reports: dict[str, Stored] = {}
        self.keys: dict[str, list[str]] = defaultdict(list)

    def add(self, stored: Stored) -> None:
        """Store a report under its keys."""
        report, claims = stored
        self.reports[report.id] = stored
        for key in report_keys(claims, [report])[report.id]:
            self.keys[key].append(report.id)

    def reach(self, keys: Sequence[str]) -> tuple[list[LedgerEntry], list[Document]]:
        """Return the reports under any of the keys."""
        names = sorted({name for key in keys for name in self.keys.get(key, ())})
        found = [self.reports[name] for name in names]
        return [claim for _, claims in found for claim in claims], [report for report, _ in found]


def measure(size: int, new: int) -> tuple[float, float]:
    """Return the median processor milliseconds to link one new report, and how many reports it met."""
    dice, index = random.Random(5), Index()
    for number in range(size):
        index.add(made(number, FIRST + timedelta(days=number // PER_DAY), dice))
    last = FIRST + timedelta(days=(size - 1) // PER_DAY)
    arriving = [made(size + number, last, dice) for number in range(new)]
    spent, met = [], []
    for report, claims in arriving:
        started = time.process_time()
        link_new(claims, [report], index.reach)
        spent.append(1000 * (time.process_time() - started))
        met.append(len(index.reach(sorted(report_keys(claims, [report])[report.id]))[1]))
    return statistics.median(spent), statistics.mean(met)


def main() -> None:
    """Measure each size and print the ratio to the smallest."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    arguments.add_argument("--new", type=int, default=60)
    options = arguments.parse_args()
    base: float | None = None
    for size in options.sizes:
        spent, met = measure(size, options.new)
        base = base or spent
        print(f"{size:8} stored: {spent:7.2f} ms a new report ({spent / base:.2f}x), {met:.0f} reports met", flush=True)


if __name__ == "__main__":
    main()
