"""Factuality of events: how close the score comes to that of people, on gold event words.

Gold (`factuality.*.jsonl`) holds tokenised sentences with the mean of people's answers on a
scale from -3 (certainly did not happen) to 3 (certainly happened). Metrics: `mae`, the mean
absolute error, and `r`, Pearson's correlation, over all events. The baseline calls every event
certain (3): its `r` is not defined.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from contested.claims.factuality import factuality_score
from contested.evaluation.common import Item, Metrics, Options, log_error, parses

CERTAIN = 3.0


def evaluate(items: Sequence[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return the metrics and those of the baseline."""
    gold: list[float] = []
    found: list[float] = []
    for item, parse in zip(items, parses([item["text"] for item in items], options), strict=True):
        for event in item["events"]:
            head = parse.head_of(event["start"], event["end"])
            score = factuality_score(head) if head is not None else CERTAIN
            gold.append(event["factuality"])
            found.append(score)
            if abs(score - event["factuality"]) >= 1:
                log_error(options, id=item["id"], event=event, found=score, text=item["text"])
    return {"mae": mean_error(gold, found), "r": correlation(gold, found)}, {
        "mae": mean_error(gold, [CERTAIN] * len(gold)),
        "r": None,
    }


def mean_error(gold: Sequence[float], found: Sequence[float]) -> float:
    """Return the mean absolute error, 0 for no events."""
    return round(float(np.abs(np.array(gold) - np.array(found)).mean()), 4) if gold else 0.0


def correlation(gold: Sequence[float], found: Sequence[float]) -> float | None:
    """Return Pearson's r, None where one side does not vary."""
    if len(gold) < 2 or np.std(gold) == 0 or np.std(found) == 0:
        return None
    return round(float(np.corrcoef(gold, found)[0, 1]), 4)
