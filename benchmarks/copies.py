"""How surely copies of a dispatch are told from other reports of the same event.

    python benchmarks/copies.py reports.fakes.jsonl [--half 1|2] [--per-strength 60] [--show]

Plants copies of real reports at several strengths (see `STRENGTHS`) and compares every planted copy
with its report, and every pair of reports of one place and day that are not copies with each other.
A planted copy found is a hit; a natural pair called a copy is a false one unless the two share half
of their runs of eight words (then they are copies that were there before: counted apart).
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from contested.links.copies import likeness, sketch
from contested.links.facts import day_number
from contested.links.words import shingles
from contested.model import Document, document_id

Edit = Callable[[list[str], random.Random], list[str]]

SYNONYMS = {
    "said": "stated", "killed": "left dead", "killing": "claiming the lives of", "wounded": "injured",
    "injured": "hurt", "people": "persons", "city": "town", "town": "locality", "attack": "assault",
    "attacks": "assaults", "strikes": "raids", "strike": "raid", "raids": "strikes", "fighters": "gunmen",
    "rebels": "insurgents", "troops": "soldiers", "forces": "units", "government": "regime", "captured": "seized",
    "seized": "took", "took": "captured", "several": "a number of", "many": "numerous", "near": "close to",
    "around": "about", "at least": "no fewer than", "monitor": "watchdog", "residents": "locals",
    "also": "as well", "after": "following", "before": "ahead of", "area": "zone", "areas": "zones",
    "fighting": "clashes", "clashes": "battles", "northern": "north", "southern": "south", "told": "informed",
    "reported": "announced", "announced": "declared", "including": "among them", "children": "minors",
    "civilians": "non-combatants", "destroyed": "wrecked", "launched": "began", "backed": "supported",
    "air": "aerial", "since": "from", "during": "in the course of", "large": "big", "key": "vital",
}  # fmt: skip
LEADS = (
    "Our correspondent in the capital has been following the events.",
    "Readers have asked us for the latest from the region; this is what is known so far.",
    "The news comes as diplomats prepare for another round of talks abroad.",
)


def sentences(text: str) -> list[str]:
    """Return rough sentences: enough to cut and reorder."""
    return [each for each in re.split(r"(?<=[.!?])\s+", " ".join(text.split())) if each]


def synonyms(share: float) -> Edit:
    """Return an edit that replaces a share of the words it knows another word for."""

    def edit(parts: list[str], dice: random.Random) -> list[str]:
        def swap(match: re.Match[str]) -> str:
            new = SYNONYMS.get(match.group().lower())
            return new if new and dice.random() < share else match.group()

        return [re.sub(r"[A-Za-z]+", swap, part) for part in parts]

    return edit


def cut(share: float) -> Edit:
    """Return an edit that leaves out a share of the sentences, from the end as desks do."""
    return lambda parts, _dice: parts[: max(2, round(len(parts) * (1 - share)))]


def reorder(parts: list[str], dice: random.Random) -> list[str]:
    """Keep the first sentence, shuffle the rest."""
    rest = parts[1:]
    dice.shuffle(rest)
    return [*parts[:1], *rest]


def lead(parts: list[str], dice: random.Random) -> list[str]:
    """Put a local lead before, drop the old heading."""
    return [dice.choice(LEADS), *parts]


def units(parts: list[str], _dice: random.Random) -> list[str]:
    """Change miles into kilometres and spell small figures out."""
    words = dict(enumerate(FIGURES))
    out = []
    for part in parts:
        part = re.sub(r"\b(\d+) miles\b", lambda m: f"{round(int(m.group(1)) * 1.6)} kilometres", part)
        out.append(re.sub(r"\b(\d{1,2})\b(?! [A-Z])", lambda m: words.get(int(m.group(1)), m.group(1)), part))
    return out


def turn(parts: list[str], dice: random.Random) -> list[str]:
    """Retell: move "X said" to the front, join and split sentences, change openings."""
    out = []
    for part in parts:
        told = re.match(r"^(.{20,}?),? (the [\w ]{3,40}|[A-Z][\w ]{2,40}) (said|stated|announced)( \w+)?\.$", part)
        if told:
            part = f"According to {told.group(2)}, {told.group(1)[0].lower()}{told.group(1)[1:]}."
        halves = re.split(r",? (?:and|while|but) (?=[a-z]+ [a-z]+ )", part, maxsplit=1)
        if len(halves) == 2 and dice.random() < 0.7:
            out.extend([f"{halves[0].rstrip('.')}.", f"{halves[1][0].upper()}{halves[1][1:]}"])
        else:
            out.append(part)
    return out


FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
STRENGTHS: dict[str, tuple[Edit, ...]] = {
    "headline and agency changed": (lambda parts, _dice: parts[1:] or parts,),
    "light: a tenth of words": (synonyms(0.3), cut(0.1)),
    "cut by half": (cut(0.5),),
    "reordered, local lead": (reorder, lead),
    "units and figures respelled": (units, synonyms(0.3)),
    "heavy: words, order, cut, lead": (synonyms(0.8), reorder, cut(0.3), lead),
    "retold": (turn, synonyms(1.0), units, reorder, cut(0.25), lead),
}


def planted(document: Document, edits: tuple[Edit, ...], dice: random.Random) -> Document:
    """Return a copy of a report after edits, in another outlet."""
    parts = sentences(document.text)
    for edit in edits:
        parts = edit(parts, dice)
    return _document("planted", document.published, " ".join(parts))


def _document(outlet: str, day: str | None, text: str) -> Document:
    name = document_id(outlet, day, None, text)
    return Document(id=name, path="", sha256="", outlet=outlet, published=day, text=text)


def reports(path: Path, half: int | None) -> list[Document]:
    """Return the file's reports of at least 60 words, all or every second one."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    made = [_document(row.get("outlet") or "unknown", row.get("published"), row["text"]) for row in rows]
    kept = [document for document in made if len(document.text.split()) >= 60]
    return kept if half is None else kept[half - 1 :: 2]


def same_event_pairs(documents: list[Document]) -> Iterator[tuple[Document, Document]]:
    """Yield pairs of reports at most two days apart: the hardest non-copies are among them."""
    by_day: dict[int, list[Document]] = defaultdict(list)
    for document in documents:
        day = day_number(document.published)
        if day is not None:
            by_day[day].append(document)
    for day, here in by_day.items():
        near = [*by_day.get(day + 1, ()), *by_day.get(day + 2, ())]
        yield from combinations(here, 2)
        yield from ((one, other) for one in here for other in near)


def natural_copy(one: Document, other: Document) -> bool:
    """Whether two reports were copies before any planting: a quarter of the runs of eight words."""
    a, b = shingles(one.text, 8), shingles(other.text, 8)
    return len(a & b) >= 0.25 * min(len(a), len(b))


def main() -> None:
    """Plant, compare, print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--half", type=int, choices=(1, 2))
    arguments.add_argument("--per-strength", type=int, default=60)
    arguments.add_argument("--show", action="store_true")
    options = arguments.parse_args()
    documents = reports(options.data, options.half)
    dice = random.Random(7)
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for name, edits in STRENGTHS.items():
        for document in dice.sample(documents, min(options.per_strength, len(documents))):
            copy = planted(document, edits, dice)
            alike = likeness(sketch(document), sketch(copy))
            total[name] += 1
            found[name] += alike is not None and alike.copy
        print(f"recall {found[name] / total[name]:.3f}  {name}")
    false, before, pairs = 0, 0, 0
    for one, other in same_event_pairs(documents):
        alike = likeness(sketch(one), sketch(other))
        pairs += 1
        if alike is not None and alike.copy:
            if natural_copy(one, other):
                before += 1
                continue
            false += 1
            if options.show:
                print(f"\nFALSE? {alike.score:.2f} {alike.reason}\n  {one.text[:400]}\n  {other.text[:400]}")
    hits = found.total()
    print(f"{pairs} pairs of at most two days apart: {false} false copies, {before} real ones found beside")
    print(f"recall {hits / total.total():.3f}, precision {hits / max(hits + false, 1):.3f} (planted {total.total()})")


if __name__ == "__main__":
    main()
