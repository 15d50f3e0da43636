"""How often two invented reports are related as a reader would relate them.

    python benchmarks/link_probes.py [--verbose] [--kind KIND]

Runs the whole pipeline on the pairs of tests/links/probes.yml and prints the relation accuracy of
each kind, and how many denials, swapped parties, questions or plans were counted as support.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from contested.links import link_ledger
from contested.model import Document, Extraction, Found, LedgerEntry, Link, document_id
from contested.packs import Pack, load
from contested.packs import names as pack_names
from contested.pipeline import extract

PROBES = Path(__file__).resolve().parents[1] / "tests" / "links" / "probes.yml"
SUPPORT = frozenset({"supports", "same", "copy_of"})
"""Relations that would add a voice, or merge two statements: the worst mistake where it is wrong."""
ORDER = ("retracts", "denies", "contradicts", "updates", "narrows", "copy_of", "same", "supports", "cites")


@dataclass(frozen=True)
class Probe:
    """Two reports (or one), what may be found between them, and what of it never."""

    kind: str
    documents: tuple[Document, ...]
    expect: tuple[str, ...]

    @property
    def text(self) -> str:
        """Both texts on a line."""
        return " || ".join(document.text for document in self.documents)


def probes(path: Path = PROBES) -> Iterator[Probe]:
    """Yield all probes of the file."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    defaults = data["defaults"]
    for group in data["probes"]:
        for row in group["rows"]:
            sides = [
                (defaults["a"] if i == 0 or group.get("same_day") else defaults["b"])
                | {"outlet": defaults["ab"[i]]["outlet"]}
                | ({"text": side} if isinstance(side, str) else side)
                for i, side in enumerate(row)
            ]
            yield Probe(group["kind"], tuple(_document(side) for side in sides), tuple(group["expect"]))


def _document(side: dict[str, Any]) -> Document:
    text, day, outlet = side["text"], str(side["day"]), side["outlet"]
    return Document(
        id=document_id(outlet, day, None, text),
        path="probe.txt",
        sha256="",
        outlet=outlet,
        language="en",
        published=day,
        published_found=Found.STATED,
        text=text,
    )


def entries(extraction: Extraction) -> list[LedgerEntry]:
    """Return an extraction's claims as linking wants them."""
    text = extraction.document.text
    events: dict[str, list[Any]] = defaultdict(list)
    for event in extraction.events:
        events[event.claim].append(event)
    return [
        LedgerEntry(
            claim=claim,
            document=extraction.document.head,
            words=text[claim.start : claim.end],
            content_words=" ".join(text[span.start : span.end] for span in claim.content),
            events=tuple(events[claim.id]),
            packs=extraction.packs,
        )
        for claim in extraction.claims
    ]


def found(probe: Probe) -> tuple[str, list[Link], list[LedgerEntry]]:
    """Return the relation between the two reports that names the pair best, "none" without one."""
    packs = _packs(probe.text)
    read = [entry for document in probe.documents for entry in entries(extract(document, packs))]
    of = {entry.claim.id: entry.document.id for entry in read}
    linked = link_ledger(read, probe.documents)
    across = [link for link in linked.links if len(probe.documents) == 1 or of[link.a] != of[link.b]]
    relations = {link.relation.value for link in across}
    return next((name for name in ORDER if name in relations), "none"), across, read


def _packs(text: str) -> list[Pack]:
    """Return the packs of which a name stands in the texts: one sentence is too short to choose by."""
    chosen = []
    for name in pack_names():
        pack = load(name)
        words = [word for party in pack.parties for word in (party.name, *party.adjectives, *party.aliases)]
        if any(word[0].isupper() and re.search(rf"\b{re.escape(word)}\b", text) for word in words):
            chosen.append(pack)
    return chosen


def worst(probe: Probe, across: list[Link], read: list[LedgerEntry]) -> bool:
    """Whether a link counts as support where none of that kind may be."""
    if set(probe.expect) & SUPPORT:
        return False
    told = {entry.claim.id for entry in read if entry.claim.parent}  # a claim that a denial names stays a claim
    return any(link.relation.value in SUPPORT and not {link.a, link.b} & told for link in across)


def main() -> None:
    """Run the probes and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--verbose", action="store_true", help="show each miss with its claims")
    arguments.add_argument("--kind", help="only kinds that contain these words")
    options = arguments.parse_args()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong_support: list[str] = []
    for probe in probes():
        if options.kind and options.kind not in probe.kind:
            continue
        relation, across, read = found(probe)
        total[probe.kind] += 1
        right[probe.kind] += relation in probe.expect
        if worst(probe, across, read):
            wrong_support.append(probe.text)
        if options.verbose and (relation not in probe.expect or worst(probe, across, read)):
            _show(probe, relation, read)
    for kind in total:
        print(f"{right[kind]:4} of {total[kind]:3}  {kind}")
    print(f"relation accuracy {right.total() / total.total():.3f} ({right.total()} of {total.total()})")
    print(f"wrongly counted as support: {len(wrong_support)}", *wrong_support, sep="\n  ")


def _show(probe: Probe, relation: str, read: list[LedgerEntry]) -> None:
    print(f"\n{probe.kind}: {relation}, not {'/'.join(probe.expect)}: {probe.text}")
    for entry in read:
        cue = entry.claim.cue.cue_class.value if entry.claim.cue else "-"
        print(f"   [{entry.claim.source.name}|{entry.claim.source.party}|{cue}] {entry.content_words!r}")
        for event in entry.events:
            agent, target = ((each.party, each.name) if each else None for each in (event.agent, event.target))
            control = (event.control.bearing.value, event.control.party) if event.control else None
            where = [f"{place.name}{'/' + place.part if place.part else ''}" for place in event.places]
            print(
                f"        {event.type} {event.polarity.value} {event.modality.value} {event.certainty.value} "
                f"{event.tense.value} by {agent} to {target} {control} at {where} {event.interval} "
                f"{[quantity.text for quantity in event.quantities]}"
            )


if __name__ == "__main__":
    main()
