"""textacy's quotation rule on the same gold, by the same measures as `contested evaluate attribution`.

    python -m venv peers && peers/bin/pip install contested textacy
    peers/bin/python benchmarks/peers/attribution.py attribution.polnear.jsonl.gz [--limit 100]

textacy wants an environment of its own: it pins other versions of shared parts. It finds
quotations with quotation marks only; the baseline of the suite stands beside it.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

from contested.evaluation.common import Options, read_gold
from contested.evaluation.suites.attribution import Attribution, Tally, gold_attributions
from contested.text.sentences import load_model


def with_textacy(nlp: Any, text: str) -> list[Attribution]:
    """Return the quotations that textacy attributes, as spans by role."""
    from textacy.extract import direct_quotations

    found = []
    for triple in direct_quotations(nlp(text)):
        speaker, cue = list(triple.speaker), list(triple.cue)
        found.append(
            Attribution(
                source=((speaker[0].idx, speaker[-1].idx + len(speaker[-1])),) if speaker else (),
                cue=((cue[0].idx, cue[-1].idx + len(cue[-1])),) if cue else (),
                content=((triple.content.start_char, triple.content.end_char),),
                rule="textacy",
            )
        )
    return found


def main() -> None:
    """Print the measures as JSON, with the time it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--limit", type=int, default=None)
    arguments = parser.parse_args()
    items = read_gold(arguments.gold, arguments.limit)
    nlp, tally, failed = load_model(), Tally(), 0
    begin = time.process_time()
    for item in items:
        try:
            found = with_textacy(nlp, item["text"])
        except ValueError:  # odd quotation marks
            found, failed = [], failed + 1
        tally.add(gold_attributions(item), found, item, Options())
    seconds = time.process_time() - begin
    result = {
        "peer": "textacy",
        "n": len(items),
        "failed": failed,
        "cpu_seconds": round(seconds, 1),
        "metrics": tally.metrics(),
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
