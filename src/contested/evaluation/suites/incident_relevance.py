"""Whether a report tells of a particular incident: a few features of our events, weighed and added.

Each feature is a number from 0 to about 1 that says something a reader would say too ("it opens
with the act", "the victim is described", "the hour is given"); each has one weight of known sign in
`lexicons/muc4_mapping.yml`, and their sum is compared with one threshold. The weights were derived
by `benchmarks/incident_weights.py` from one half of the development file and rounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from contested.events.ontology import classes
from contested.model import Actor, Event, Modality, Polarity
from contested.reading import Reading

UNREAL = frozenset({Modality.CONDITIONAL, Modality.PLANNED, Modality.POSSIBLE, Modality.GENERIC})
LEAD = 3
"""Sentences that make the lead: what was new that day stands there."""
MANY = 60
"""From so many victims on a figure sums up a war or a year, and tells no single incident."""


@dataclass(frozen=True)
class Report:
    """One report as the features see it."""

    reading: Reading
    table: dict[str, Any]

    def of(self, family: str) -> list[Event]:
        """Return the events of a family of types: act, harm, damage, assault, fight, talks."""
        wanted = set(self.table["families"][family])
        return [event for event in self.reading.events if event.type in wanted]

    @cached_property
    def sentences(self) -> int:
        """How many sentences there are, at least one."""
        return max(len(self.reading.parse.sentences), 1)

    @cached_property
    def violent(self) -> list[Event]:
        """Acts of violence and their effects, whoever suffers them."""
        return [event for family in ("act", "harm", "damage", "assault") for event in self.of(family)]

    @cached_property
    def particular(self) -> list[Event]:
        """Those told as one occasion: happened, not against soldiers only, no plural or sum, no background."""
        return [event for event in self.violent if is_particular(event, self.reading)]

    @cached_property
    def suffered(self) -> list[Event]:
        """Those of them that name a victim or a thing hit."""
        return [event for event in self.particular if event.target is not None]

    @cached_property
    def circumstances(self) -> list[set[str]]:
        """The words of each sentence that tell how, when and where an act was done."""
        wanted = set(self.table["circumstances"])
        tokens = (self.reading.parse.sentence_tokens(n) for n in range(len(self.reading.parse.sentences)))
        return [{token.lemma for token in row} & wanted for row in tokens]

    def where(self, events: list[Event]) -> set[int]:
        """Return the sentences in which events stand."""
        return {sentence_of(event, self.reading) for event in events}


def is_particular(event: Event, reading: Reading) -> bool:
    """Whether an act is told as one occasion that happened, and not to soldiers only."""
    if event.polarity is Polarity.NEGATIVE or event.modality in UNREAL or event.background:
        return False
    if event.target is not None and is_military(event.target, reading):
        return False
    return not is_sum(event) and not (is_plural(event, reading) and not event.quantities)


def is_plural(event: Event, reading: Reading) -> bool:
    """Whether an act is a bare plural noun: "kidnappings"."""
    token = reading.parse.token_at(event.start)
    return token is not None and token.tag == "NNS"


def is_sum(event: Event) -> bool:
    """Whether an act's figure is that of a war or a year: "more than 15,000 people have died"."""
    return any((q.best or q.low or q.high or 0) >= MANY for q in event.quantities if q.unit == "person")


def is_military(actor: Actor, reading: Reading) -> bool:
    """Whether an actor is soldiers or fighters, and no civilian beside them."""
    words = {token.lemma for token in reading.parse.tokens_in(actor.start, actor.end)}
    civilians = classes()["civilian"] - {"member", "leader", "man", "person", "people", "chief", "casualty", "victim"}
    fighters = (classes()["soldier"] | classes()["force"] | classes()["military_place"] | {"enemy"}) - civilians
    return bool(words & (fighters - {"police", "policeman", "officer", "guard"})) and not words & civilians


def sentence_of(event: Event, reading: Reading) -> int:
    """Return the index of an event's sentence."""
    token = reading.parse.token_at(event.start)
    return token.sentence if token else 0


# --------------------------------------------------------------------------- features


def _act(report: Report) -> float:
    return float(any(event in report.suffered for event in report.of("act")))


def _lead(report: Report) -> float:
    told = [event for event in report.suffered if event in [*report.of("act"), *report.of("harm")]]
    return float(any(number < LEAD for number in report.where(told)))


def _early(report: Report) -> float:
    return 1 / (1 + min(report.where(report.particular), default=20))


def _told(report: Report) -> float:
    return min(len(report.where(report.particular)), 5) / 5


def _share(report: Report) -> float:
    return len(report.where(report.particular)) / report.sentences


def _timed(report: Report) -> float:
    return float(any(event.time is not None for event in report.particular))


def _described(report: Report) -> float:
    return float(any(event.target is not None and len(event.target.text.split()) >= 3 for event in report.suffered))


def _circumstances(report: Report) -> float:
    return min(len(set().union(*report.circumstances)), 12) / 10


def _circumstances_share(report: Report) -> float:
    return sum(bool(words) for words in report.circumstances) / report.sentences


def _blame(report: Report) -> float:
    return float(bool(report.of("blame")))


def _fight(report: Report) -> float:
    return min(len(report.where(report.of("fight"))), 4) / 4


def _talks(report: Report) -> float:
    return min(len(report.where(report.of("talks"))), 4) / 4


def _sums(report: Report) -> float:
    return float(any(is_sum(event) for event in report.violent))


def _abroad(report: Report) -> float:
    """Return the share of acts whose place lies outside the countries that the task is about."""
    countries = [place.country for event in report.violent for place in event.places[:1]]
    known = {*report.table["countries"], "unknown"}
    return sum(country not in known for country in countries) / max(len(countries), 1)


def _argues(report: Report) -> float:
    head = report.reading.text[: report.table["head"]].lower()
    return float(bool(set(re.findall(r"[a-z]+", head)) & set(report.table["opinion_words"])))


FEATURES: dict[str, Callable[[Report], float]] = {
    "act": _act,
    "lead": _lead,
    "early": _early,
    "told": _told,
    "share": _share,
    "timed": _timed,
    "described": _described,
    "circumstances": _circumstances,
    "circumstances_share": _circumstances_share,
    "blame": _blame,
    "fight": _fight,
    "talks": _talks,
    "sums": _sums,
    "abroad": _abroad,
    "argues": _argues,
}
"""Each feature by its name in the lexicon, where its meaning and the sign of its weight stand."""


def features(reading: Reading, table: dict[str, Any]) -> dict[str, float]:
    """Return all features of a report: {"act": 1.0, "lead": 1.0, "fight": 0.25, …}."""
    report = Report(reading, table)
    return {name: feature(report) for name, feature in FEATURES.items()}


def score(reading: Reading, table: dict[str, Any]) -> float:
    """Return how much a report speaks of a particular incident; above the table's threshold it does."""
    values = features(reading, table)
    return float(table["bias"] + sum(table["weights"][name] * value for name, value in values.items()))
