"""Derive the weights of `contested.evaluation.suites.incident_relevance` from one half of a gold file.

    python benchmarks/incident_weights.py --data incidents.muc4.jsonl

The file is parted in two by the hash of each item's id. On the first half the weights are found by
logistic regression, each held to the sign that stands for it in `lexicons/muc4_mapping.yml` (a
feature that would want the other sign gets 0) and rounded to one decimal; both halves are then
scored with the rounded weights. Prints the weights and the F1 of finding a report with an incident:
on the half they come from, on the other half, and there for always saying yes.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from contested import lexicons, pipeline
from contested.evaluation.common import Options, gold_document, parses, read_gold
from contested.evaluation.suites.incident_relevance import FEATURES, features

Numbers = NDArray[np.float64]
PENALTY = 2.0
"""Of the squared weights; 0.5 to 5 gave the same rounded weights within 0.2."""


def main() -> None:
    """Print the weights and what they reach on either half."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    items = read_gold(arguments.data)
    table = lexicons.load("muc4_mapping")
    rows = []
    for item, parse in zip(items, parses([item["text"] for item in items], Options(keep_parses=True)), strict=True):
        found = features(pipeline.read_through(pipeline.start(gold_document(item), parse=parse)), table)
        rows.append([*found.values(), 1.0])
    values = np.array(rows)
    gold = np.array([bool(item["templates"]) for item in items])
    first = np.array([in_first_half(item["id"]) for item in items])
    signs = np.array([np.sign(table["weights"][name]) for name in FEATURES])
    weights = np.round(fitted(values[first], gold[first], signs), 1)
    for name, weight in zip([*FEATURES, "bias"], weights, strict=True):
        print(f"{name:20} {weight:5.1f}")
    for half, chosen in (("this half", first), ("the other", ~first)):
        answer = values[chosen] @ weights >= table["threshold"]
        print(f"{half:10} F1 {f1(gold[chosen], answer):.3f}, always yes {f1(gold[chosen], answer | True):.3f}")


def in_first_half(key: str) -> bool:
    """Return whether an item belongs to the half from which the weights come."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 0


def fitted(values: Numbers, gold: NDArray[np.bool_], signs: Numbers) -> Numbers:
    """Return the penalised logistic weights, each of its sign, the bias last and free."""

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        logits = values @ weights
        penalised = np.append(weights[:-1], 0.0)
        cost = np.sum(np.logaddexp(0, logits) - gold * logits) + PENALTY / 2 * penalised @ penalised
        return float(cost), values.T @ (1 / (1 + np.exp(-logits)) - gold) + PENALTY * penalised

    bounds = [(0.0, None) if sign > 0 else (None, 0.0) for sign in signs] + [(None, None)]
    found: Numbers = minimize(loss, np.zeros(values.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds).x
    return found


def f1(gold: NDArray[np.bool_], answer: NDArray[np.bool_]) -> float:
    """Return F1 of yes."""
    return float(2 * np.sum(gold & answer) / (np.sum(gold) + np.sum(answer)))


if __name__ == "__main__":
    main()
