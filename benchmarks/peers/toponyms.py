"""Toponyms by other tools from PyPI, on the same gold and by the same scores as our suite.

    python benchmarks/peers/toponyms.py toponyms.trnews.jsonl --peer spacy

Peer: `spacy` (NER of any English pipeline: GPE, LOC, FAC, NORP), each name given the most
populous entry of our gazetteer. Prints one JSON line.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from contested import gazetteer
from contested.evaluation.common import Item, read_gold
from contested.evaluation.suites import toponyms

Spans = Callable[[str], Iterator[tuple[int, int]]]


def spacy_spans(model: str) -> Spans:
    """Return a finder of spaCy's place entities."""
    import spacy

    nlp = spacy.load(model)

    def find(text: str) -> Iterator[tuple[int, int]]:
        for entity in nlp(text).ents:
            if entity.label_ in ("GPE", "LOC", "FAC", "NORP"):
                yield entity.start_char, entity.end_char

    return find


PEERS: dict[str, Callable[[str], Spans]] = {"spacy": spacy_spans}
"""Each takes a model's name; another tool is one function more."""


def score(items: list[Item], find: Spans) -> dict[str, object]:
    """Return recognition and end-to-end of a peer, with the highest population as its resolver."""
    book = gazetteer.load()
    tally = toponyms.Tally()
    for item in items:
        gold = toponyms.gold_mentions(item, book)
        found = []
        for start, end in find(item["text"]):
            words = item["text"][start:end]
            bare = toponyms.Mention(start, end, None, "", None, None, words)
            found.append(toponyms.most_people(bare, book) or bare)
        toponyms.count(tally, item, gold, found, None)
    metrics = tally.metrics()
    del metrics["acc161"]  # a peer's finder hands nothing over
    return metrics


def main() -> None:
    """Run one peer on one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--peer", choices=sorted(PEERS), default="spacy")
    parser.add_argument("--model", default="en_core_web_sm")
    options = parser.parse_args()
    items = read_gold(options.data)
    print(
        json.dumps(
            {"peer": options.peer, "data": options.data.name, **score(items, PEERS[options.peer](options.model))}
        )
    )


if __name__ == "__main__":
    main()
