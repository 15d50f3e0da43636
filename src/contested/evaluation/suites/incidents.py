"""Suite incidents: what a report says happened as incident templates, beside the 1992 task's gold.

Our events are grouped into incidents (`build`), gold and found templates of a report are aligned
one to one by type and slots, and each slot is scored as far as the 1992 rules are published: a
right fill counts 1, a partly right one (the country but not the town, an overlapping range of
days, the right confidence with another name) counts a half.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import product

from contested import pipeline
from contested.evaluation.common import Item, Metrics, Options, gold_document, log_error, parses, prf
from contested.evaluation.suites.incident_slots import (
    Incident,
    confidence_credit,
    date_credit,
    from_gold,
    location_credit,
    strings_credit,
)
from contested.evaluation.suites.incident_templates import build

SLOTS = ("location", "date", "stage", "confidence", "perpetrator", "target")


def evaluate(items: Sequence[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return report-level `found` and each slot's P, R and F1; beside them always yes, one attack a report."""
    ours, base = Score(), Score()
    for item, parse in zip(items, parses([item["text"] for item in items], options), strict=True):
        reading = pipeline.read_through(pipeline.start(gold_document(item), parse=parse))
        gold = [from_gold(one) for one in item["templates"]]
        found, score = build(reading)
        ours.add(gold, found)
        day = (item.get("published") or "")[:10] or None
        base.add(gold, [Incident(type="ATTACK", stage="ACCOMPLISHED", first=None, last=day)])
        if bool(gold) != bool(found):
            log_error(options, id=item["id"], gold=len(gold), found=len(found), score=score, text=item["text"][:1500])
    return ours.metrics(), base.metrics()


class Score:
    """Counts over reports: found or not, and fills given, wanted and right for each slot."""

    def __init__(self) -> None:
        self.reports: Counter[str] = Counter()
        self.right: dict[str, float] = defaultdict(float)
        self.given: dict[str, float] = defaultdict(float)
        self.wanted: dict[str, float] = defaultdict(float)

    def add(self, gold: Sequence[Incident], found: Sequence[Incident]) -> None:
        """Count one report. Only aligned templates are scored by slot."""
        self.reports["right"] += bool(found and gold)
        self.reports["found"] += bool(found)
        self.reports["gold"] += bool(gold)
        for one, other in align(gold, found):
            for slot in SLOTS:
                given, wanted, right = slot_counts(slot, one, other)
                self.given[slot] += given
                self.wanted[slot] += wanted
                self.right[slot] += right

    def metrics(self) -> Metrics:
        """Return all figures."""
        found: Metrics = {"found": prf(self.reports["right"], self.reports["found"], self.reports["gold"])}
        for slot in SLOTS:
            found[slot] = prf(self.right[slot], self.given[slot], self.wanted[slot])
        return found


def align(gold: Sequence[Incident], found: Sequence[Incident]) -> list[tuple[Incident, Incident]]:
    """Return pairs of gold and found incidents, the most alike first, each used once.

    Types must be the same, or one of them a plain attack; then slots in common decide.
    """
    ranked = sorted(
        ((likeness(one, other), -i, -j) for (i, one), (j, other) in product(enumerate(gold), enumerate(found))),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for score, i, j in ranked:
        if score > 0 and -i not in used_gold and -j not in used_found:
            used_gold.add(-i)
            used_found.add(-j)
            pairs.append((gold[-i], found[-j]))
    return pairs


def likeness(gold: Incident, found: Incident) -> float:
    """Return how alike two incidents are; 0 where their types forbid it."""
    if gold.type != found.type and "ATTACK" not in {gold.type, found.type}:
        return 0.0
    same = 1.0 if gold.type == found.type else 0.4
    return same + sum(slot_counts(slot, gold, found)[2] for slot in ("location", "date", "perpetrator", "target"))


def slot_counts(slot: str, gold: Incident, found: Incident) -> tuple[float, float, float]:
    """Return how many fills were given and wanted, and the credit."""
    if slot == "stage":
        return 1.0, 1.0, float(found.stage in gold.stage.split(" / "))
    if slot == "date":
        given, wanted = float(found.last is not None), float(gold.last is not None)
        return given, wanted, date_credit(gold, found)
    if slot == "location":
        return float(bool(found.location)), float(bool(gold.location)), location_credit(gold, found)
    if slot == "confidence":
        return float(bool(found.confidence)), float(bool(gold.confidence)), confidence_credit(gold, found)
    wanted_names = gold.perpetrators if slot == "perpetrator" else gold.targets
    given_names = found.perpetrators if slot == "perpetrator" else found.targets
    return float(len(given_names)), float(len(wanted_names)), strings_credit(wanted_names, given_names)
