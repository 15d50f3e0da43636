"""Which entry of the gazetteer a name means, with a score, the runner-up and the reason."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from contested.gazetteer import AliasKind, Entry, Gazetteer
from contested.model import UNKNOWN, Place, PlaceUse, content_id
from contested.reading import Reading
from contested.text.place_mentions import Mention


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry chosen (None: not sure enough), its score, the second best and why."""

    entry: Entry | None
    score: float
    runner_up: str | None
    reason: str

    def place(self, mention: Mention, use: PlaceUse) -> Place:
        """Return the place record of a mention."""
        base = Place(
            start=mention.start, end=mention.end, text=mention.text, name=mention.text, use=use,
            score=round(self.score, 3), runner_up=self.runner_up, reason=self.reason,
            place_id=f"name::{content_id('place', mention.text.casefold())[:8]}",
        )
        if self.entry is None:
            return base
        entry = self.entry
        return Place(
            start=mention.start, end=mention.end, text=mention.text, name=entry.name, resolved=True,
            geonameid=entry.geonameid, place_id=entry.id, lat=entry.lat, lon=entry.lon,
            country=entry.country or UNKNOWN, admin1=entry.admin1_name or None, feature_class=entry.feature_class,
            use=use, score=round(self.score, 3), runner_up=self.runner_up, reason=self.reason,
        )


class Chooser:
    """Chooses for all mentions of one report together."""

    def __init__(self, reading: Reading, book: Gazetteer) -> None:
        self.reading = reading
        self.book = book
        self.pack_countries = {country for pack in reading.packs for country in pack.countries}

    def choose(self, mentions: Sequence[Mention]) -> list[Choice]:
        """Return one choice a mention."""
        countries: Counter[str] = Counter()
        for mention in mentions:
            if mention.entries and mention.entries[0].kind == "country":
                countries[mention.entries[0].country] += 1
        return [self._choose(mention, countries) for mention in mentions]

    def _choose(self, mention: Mention, countries: Counter[str]) -> Choice:
        if not mention.entries:
            return Choice(None, 0.0, None, "no gazetteer has it")
        scored = sorted(((self._score(entry, countries), entry) for entry in mention.entries), key=lambda pair: -pair[0])
        best, entry = scored[0]
        total = sum(math.exp(score - best) for score, _ in scored)
        runner = scored[1][1].label if len(scored) > 1 else None
        return Choice(entry, 1 / total, runner, "countries named in the report and prominence")

    def _score(self, entry: Entry, countries: Counter[str]) -> float:
        score = math.log10(entry.population + 10) - 1.5 * entry.alias
        score += 3.0 * (entry.country in self.pack_countries)
        score += 2.0 * min(countries[entry.country], 3) / 3
        if entry.kind == "country":
            score += 6
        if entry.kind in ("admin1", "admin2") and entry.alias == AliasKind.BARE:
            score -= 2
        return score
