"""The gate: floors for each metric on small samples of our own, which fall only on purpose.

The samples under `evaluation/samples/` are invented and marked so; they ship with the package so
that anyone can run the gate. Their figures say that nothing broke, not how good it is: that is
what `docs/quality.md` says, on real corpora. `floors.yml` holds the floors, each change of a
floor downwards with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any

import yaml
from rich.table import Table

from contested.evaluation.common import Options, run_suite


@dataclass(frozen=True, slots=True)
class Floor:
    """One floor and what was measured; `lower_is_better` for errors such as MAE and Brier."""

    sample: str
    metric: str
    floor: float
    measured: float
    lower_is_better: bool

    @property
    def held(self) -> bool:
        """Whether the measured value is no worse than the floor."""
        return self.measured <= self.floor if self.lower_is_better else self.measured >= self.floor


def check() -> tuple[list[Floor], list[str]]:
    """Return all floors with what was measured, and the names of those missed."""
    folder = files("contested.evaluation")
    declared: dict[str, Any] = yaml.safe_load((folder / "floors.yml").read_text(encoding="utf-8"))["samples"]
    rows: list[Floor] = []
    for sample, entry in declared.items():
        with as_file(folder / "samples" / sample) as path:
            result = run_suite(sample.split(".")[0], [path], Options())
        for metric, floor in entry.get("at_least", {}).items():
            rows.append(Floor(sample, metric, floor, pick(result.metrics, metric), False))
        for metric, floor in entry.get("at_most", {}).items():
            rows.append(Floor(sample, metric, floor, pick(result.metrics, metric), True))
    return rows, [f"{row.sample} {row.metric}" for row in rows if not row.held]


def pick(metrics: dict[str, Any], path: str) -> float:
    """Return the metric at a dotted path: "found.f1".

    >>> pick({"found": {"f1": 0.5}}, "found.f1")
    0.5
    """
    value: Any = metrics
    for key in path.split("."):
        value = value[key]
    return float(value)


def table(rows: list[Floor]) -> Table:
    """Return the gate as a table for people."""
    view = Table(title="Floors on our own small samples")
    for column in ("sample", "metric", "floor", "measured", ""):
        view.add_column(column)
    for row in rows:
        sign = "≤" if row.lower_is_better else "≥"
        view.add_row(
            row.sample, row.metric, f"{sign} {row.floor:.3f}", f"{row.measured:.3f}", "" if row.held else "MISSED"
        )
    return view
