"""Stories: which reports of a collection tell of one event, for overviews and for measuring.

Links never rest on this. Two reports belong together when they are near to the *same reports*, not
only to one another: two earthquakes share the vocabulary of earthquakes, but not their neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from contested.links.words import bag

Matrix = npt.NDArray[np.float64]

NEIGHBOURS = 8
"""Reports that stand for a report's surroundings; a story of a handful of reports fills them."""
APART = 0.85
"""Distance between surroundings above which two groups are two stories (average link)."""


def stories(texts: Sequence[str]) -> list[int]:
    """Return a story's number for each text; texts with one number tell of one event.

    >>> stories(["Bus crash in Lisova kills 4 ...", "Four die as bus crashes in Lisova ...", "Oil price falls ..."])
    [1, 1, 2]
    """
    if len(texts) < 2:
        return [1] * len(texts)
    alike = surroundings(vectors([bag(text) for text in texts]))
    distance = np.clip(1 - alike, 0, None)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    return [int(number) for number in fcluster(tree, APART, "distance")]


def vectors(bags: Sequence[dict[str, float]]) -> Matrix:
    """Return one row a text: its distinctive words, weighted by how few texts have them, length 1."""
    count = Counter(word for words in bags for word in words)
    column = {word: i for i, word in enumerate(sorted(count))}
    rows: Matrix = np.zeros((len(bags), max(len(column), 1)), dtype=np.float64)
    for i, words in enumerate(bags):
        for word, weight in words.items():
            rows[i, column[word]] = weight * log((len(bags) + 1) / (count[word] + 1))
    return _unit(rows)


def surroundings(rows: Matrix) -> Matrix:
    """Return how alike each two texts' surroundings are: the cosine of their nearest texts."""
    alike: Matrix = rows @ rows.T
    near: Matrix = np.zeros_like(alike)
    order = np.argsort(-alike, axis=1, kind="stable")[:, :NEIGHBOURS]
    for i, nearest in enumerate(order):
        near[i, nearest] = alike[i, nearest]
    near = _unit(near)
    shared: Matrix = near @ near.T
    return (shared + shared.T) / 2


def _unit(rows: Matrix) -> Matrix:
    length: Matrix = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(length, 1e-9)
