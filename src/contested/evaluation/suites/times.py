"""Times: spans, types and values against TIMEX3 gold, by TempEval-3's definitions.

`strict` counts a span when both edges agree, `relaxed` when it overlaps; `type` and `value` count
relaxed matches whose attribute agrees too (UzZaman et al. 2013). The baseline finds only dates
that are written out (an ISO date; a month with a day or a year; a year after a preposition).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from contested.evaluation.common import Item, Metrics, Options, gold_document, log_error, parses, prf
from contested.model import Time, TimeType
from contested.reading import Reading
from contested.text.times import find_times

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
EXPLICIT = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d\d-\d\d)\b|\b(?P<month>{MONTHS})(?: (?P<day>\d{{1,2}}))?(?:,? (?P<year>\d{{4}}))?\b"
    r"|(?<=\bin )(?P<only>(?:19|20)\d\d)\b"
)


def evaluate(items: list[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return the four measures of `find_times` and those of the baseline."""
    ours, plain = Tally(), Tally()
    for item, parse in zip(items, parses([item["text"] for item in items], options), strict=True):
        found = find_times(Reading(document=gold_document(item), parse=parse)).times
        ours.add(item, found, options)
        plain.add(item, explicit_dates(item["text"]), None)
    return ours.metrics(), plain.metrics()


def explicit_dates(text: str) -> list[Time]:
    """Return the dates that are written out, found by one regular expression."""
    found = []
    for match in EXPLICIT.finditer(text):
        if match["iso"] or match["only"]:
            value = match.group()
        elif not match["day"] and not match["year"]:
            continue
        else:
            month = f"{MONTHS.split('|').index(match['month']) + 1:02d}"
            value = "-".join([match["year"] or "XXXX", month, *([match["day"].zfill(2)] if match["day"] else [])])
        found.append(Time(start=match.start(), end=match.end(), text=match.group(), type=TimeType.DATE, value=value))
    return found


class Tally:
    """Counts over documents."""

    def __init__(self) -> None:
        self.found = self.gold = self.strict = self.relaxed = self.type = self.value = 0

    def add(self, item: Item, times: Sequence[Time], options: Options | None) -> None:
        """Count one document; each gold expression takes the first found one that overlaps."""
        self.found += len(times)
        self.gold += len(item["times"])
        spans = {(time.start, time.end) for time in times}
        used: set[int] = set()
        for gold in item["times"]:
            self.strict += (gold["start"], gold["end"]) in spans
            at = next((k for k, time in enumerate(times) if k not in used and overlaps(time, gold)), None)
            if at is None:
                _log(options, item, "missed", gold, None)
                continue
            used.add(at)
            self.relaxed += 1
            self.type += times[at].type.value == gold.get("type")
            self.value += times[at].value == gold.get("value")
            if times[at].value != gold.get("value") or times[at].type.value != gold.get("type"):
                _log(options, item, "differs", gold, times[at])
            elif (times[at].start, times[at].end) != (gold["start"], gold["end"]):
                _log(options, item, "edges", gold, times[at])
        for k, time in enumerate(times):
            if k not in used:
                _log(options, item, "extra", None, time)

    def metrics(self) -> Metrics:
        """Return precision, recall and F1 of the four measures."""
        return {
            name: prf(getattr(self, name), self.found, self.gold) for name in ("strict", "relaxed", "type", "value")
        }


def overlaps(time: Time, gold: Item) -> bool:
    """Whether a found and a gold expression share a character."""
    return time.start < int(gold["end"]) and int(gold["start"]) < time.end


def _log(options: Options | None, item: Item, what: str, gold: Item | None, time: Time | None) -> None:
    if options is None or options.errors is None:
        return
    at = int(gold["start"]) if gold else time.start if time else 0
    log_error(
        options, id=item["id"], what=what, gold=gold and [gold["text"], gold.get("type"), gold.get("value")],
        found=time and [time.text, time.type.value, time.value], published=item.get("published"),
        context=item["text"][max(at - 60, 0) : at + 60],
    )  # fmt: skip
