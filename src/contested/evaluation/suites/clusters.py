"""Clusters: reports of one event together, others apart; scored with B3 over documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import log

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from contested.evaluation.common import Item, Metrics, Options, log_error
from contested.links.stories import stories, vectors
from contested.links.words import content_words

BASELINE_APART = 0.92
"""Where the baseline cuts its tree: the best cut on the development file, so not a weak baseline."""


def evaluate(items: list[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return B3 of our stories and of TF-IDF with complete link."""
    gold = [item["subtopic"] for item in items]
    texts = [item["text"] for item in items]
    found = stories(texts)
    for item, number in zip(items, found, strict=True):
        log_error(options, id=item["id"], gold=item["subtopic"], found=number)
    return {"b3": b_cubed(gold, found)}, {"b3": b_cubed(gold, _baseline(texts))}


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> dict[str, float]:
    """Return B3 (Bagga and Baldwin 1998): each document's share of companions that are right, and found."""
    together, by_gold, by_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / by_found[f] for (_, f), n in together.items()) / len(gold)
    recall = sum(n * n / by_gold[g] for (g, _), n in together.items()) / len(gold)
    f1 = 2 * precision * recall / (precision + recall)
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}


def _baseline(texts: Sequence[str]) -> list[int]:
    """Return clusters by TF-IDF and complete link, the textbook way."""
    if len(texts) < 2:
        return [1] * len(texts)
    bags = [{word: 1 + log(n) for word, n in Counter(content_words(text)).items()} for text in texts]
    rows = vectors(bags)
    distance = np.clip(1 - rows @ rows.T, 0, None)
    distance = (distance + distance.T) / 2
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "complete")
    return [int(number) for number in fcluster(tree, BASELINE_APART, "distance")]
