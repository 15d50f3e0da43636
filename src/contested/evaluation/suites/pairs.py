"""Pairs: how one text stands to another: ClaimDiff's sentences, FNC-1's headlines and articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from contested.evaluation.common import Item, Metrics, Options, log_error
from contested.links.stance import COVERED, article, bearing_of, headline_stance
from contested.links.words import bag

CLAIMDIFF = ("strengthens", "weakens", "neither")
FNC1 = ("agree", "disagree", "discuss", "unrelated")


def evaluate(items: list[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return F1 of each label that the file's pairs can have, and their mean."""
    claimdiff = any(item["label"] in CLAIMDIFF for item in items)
    labels, read = (CLAIMDIFF, bearing_of) if claimdiff else (FNC1, headline_stance)
    gold = [item["label"] for item in items]
    found = _read_all(items, read)
    for item, label in zip(items, found, strict=True):
        if label != item["label"]:
            log_error(options, id=item["id"], gold=item["label"], found=label)
    baseline = _read_all(items, _lean_by_words if claimdiff else _related_by_words)
    return scores(labels, gold, found), scores(labels, gold, baseline)


def _read_all(items: Sequence[Item], read: Callable[[str, str], str]) -> list[str]:
    return [read(item["a"]["text"], item["b"]["text"]) for item in items]


def scores(labels: Sequence[str], gold: Sequence[str], found: Sequence[str]) -> Metrics:
    """Return F1 a label and `macro_f1`."""
    each: Metrics = {}
    for label in labels:
        hits = sum(g == f == label for g, f in zip(gold, found, strict=True))
        named = gold.count(label) + list(found).count(label)
        each[label] = round(2 * hits / named, 4) if named else 0.0
    return each | {"macro_f1": round(sum(each.values()) / len(labels), 4)}


def _lean_by_words(a: str, b: str) -> str:
    """Trivial: sentences that share a word strengthen one another."""
    return "strengthens" if set(bag(a)) & set(bag(b)) else "neither"


def _related_by_words(headline: str, body: str) -> str:
    """Trivial: an article with a third of the headline's weight discusses it."""
    head, words = bag(headline), article(body).words
    total = sum(head.values())
    shared = sum(weight for word, weight in head.items() if word in words)
    return "discuss" if total and shared / total >= COVERED else "unrelated"
