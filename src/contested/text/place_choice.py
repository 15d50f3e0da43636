"""Which entry of the gazetteer a name means, with a score, the runner-up and the reason.

One name means one place throughout a report. For each name all entries are weighed: what kind
of name led to it, what the report states outright ("Kupiansk (Kharkiv region)"), which
countries, regions and towns the report is about, the pack's countries, the outlet's home, and
prominence last. Three rounds: the surer a choice, the more the next round leans on it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from contested.gazetteer import SETTLEMENTS, AliasKind, Entry, Gazetteer
from contested.model import UNKNOWN, Place, PlaceUse
from contested.reading import Reading
from contested.text.place_containers import Containers, containers_of
from contested.text.place_home import home_of
from contested.text.place_mentions import Mention

ROUNDS = 3
UNSURE = 0.25
"""Below this share of the weight the best entry is no answer: the place stays unresolved."""
MOST = 60
"""Entries weighed for one name: those in the report's countries first, then the largest."""
ALIAS_COST = {
    AliasKind.PRIMARY: 0.0, AliasKind.OFFICIAL: 0.2, AliasKind.VARIANT: 1.5, AliasKind.BARE: 1.2,
    AliasKind.ABBREVIATION: 0.0, AliasKind.ADJECTIVE: 0.0, AliasKind.PEOPLE: 0.0,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry chosen (None: not sure enough), its score, the second best and why."""

    entry: Entry | None
    score: float
    runner_up: str | None
    reason: str

    def place(self, mention: Mention, use: PlaceUse) -> Place:
        """Return the place record of a mention."""
        if self.entry is None:
            return Place(
                start=mention.start, end=mention.end, text=mention.text, name=mention.text, use=use,
                score=round(self.score, 3), runner_up=self.runner_up, reason=self.reason,
            )
        entry = self.entry
        return Place(
            start=mention.start, end=mention.end, text=mention.text, name=entry.name, resolved=True,
            geonameid=entry.geonameid, place_id=entry.id, lat=entry.lat, lon=entry.lon,
            country=entry.country or UNKNOWN, admin1=entry.admin1_name or None, feature_class=entry.feature_class,
            use=use, score=round(self.score, 3), runner_up=self.runner_up, reason=self.reason,
        )


@dataclass(slots=True)
class Group:
    """All mentions of one name, with the entries it may mean and their scores."""

    entries: tuple[Entry, ...]
    count: int = 0
    containers: Containers = field(default_factory=Containers)
    scores: list[float] = field(default_factory=list)

    @property
    def best(self) -> Entry:
        """The entry with the highest score."""
        return self.entries[max(range(len(self.entries)), key=self.scores.__getitem__)]

    def share(self) -> float:
        """Return the best entry's share of the weight, 0..1."""
        top = max(self.scores)
        return 1 / sum(math.exp(score - top) for score in self.scores)

    def runner_up(self) -> tuple[Entry, float] | None:
        """Return the second best entry, with its share."""
        if len(self.entries) < 2:
            return None
        order = sorted(range(len(self.entries)), key=lambda i: -self.scores[i])
        top = self.scores[order[0]]
        total = sum(math.exp(score - top) for score in self.scores)
        return self.entries[order[1]], math.exp(self.scores[order[1]] - top) / total


@dataclass(slots=True)
class Context:
    """Where the report seems to be: weights of countries and regions, and points."""

    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[str, float] = field(default_factory=dict)
    points: list[tuple[float, float, float, str]] = field(default_factory=list)  # lat, lon, weight, key


class Chooser:
    """Chooses for all mentions of one report together."""

    def __init__(self, reading: Reading, book: Gazetteer) -> None:
        self.reading = reading
        self.book = book
        self.pack_countries = {country for pack in reading.packs for country in pack.countries}
        self.pack_places = {
            alias.casefold(): place.geonameid
            for pack in reading.packs for place in pack.places if place.geonameid
            for alias in (place.name, *place.aliases)
        }
        self.home = home_of(reading, book)

    def choose(self, mentions: Sequence[Mention]) -> list[Choice]:
        """Return one choice a mention."""
        groups: dict[str, Group] = {}
        keys: list[str] = []
        for mention, stated in zip(mentions, containers_of(mentions, self.reading), strict=True):
            key = _key(mention)
            keys.append(key)
            group = groups.setdefault(key, Group(mention.entries))
            group.count += 1
            group.containers.add(stated)
        self._trim(groups.values())
        for number in range(ROUNDS):
            context = self._context(groups, first=number == 0)
            for key, group in groups.items():
                if group.entries:
                    group.scores = [self._score(entry, group, key, context) for entry in group.entries]
        return [self._choice(groups[key], key, mention) for key, mention in zip(keys, mentions, strict=True)]

    def _trim(self, groups: Iterable[Group]) -> None:
        """Keep the entries worth weighing: names with hundreds of bearers are all villages."""
        groups = list(groups)
        near = {e.country for g in groups for e in g.entries if e.kind == "country"} | self.pack_countries
        for group in groups:
            if len(group.entries) > MOST:
                ranked = sorted(group.entries, key=lambda e: (e.country not in near, e.kind not in ("country", "admin1"), -e.population))
                largest = sorted(group.entries, key=lambda e: -e.population)[: MOST // 3]
                group.entries = tuple(dict.fromkeys((*largest, *ranked[:MOST])))

    def _context(self, groups: dict[str, Group], *, first: bool) -> Context:
        countries: Counter[str] = Counter()
        regions: Counter[str] = Counter()
        points: list[tuple[float, float, float, str]] = []
        for key, group in groups.items():
            if not group.entries:
                continue
            best, weight = self._lead(group, first=first)
            if weight <= 0:
                continue
            weight *= 1 + math.log(group.count)
            if best.country:
                countries[best.country] += weight * (1.0 if best.kind != "country" else 1.2)
            if best.admin1 and best.country and best.kind != "country":
                regions[f"{best.country}.{best.admin1}"] += weight
            if best.lat is not None and best.lon is not None and best.kind not in ("country", "continent", "admin1", "region", "ocean", "sea"):
                points.append((best.lat, best.lon, weight, key))
        for entry, weight in self.home:
            countries[entry.country] += weight
            regions[f"{entry.country}.{entry.admin1}"] += weight
            if entry.lat is not None and entry.lon is not None and entry.kind in SETTLEMENTS:
                points.append((entry.lat, entry.lon, weight, "home"))
        points.sort(key=lambda point: -point[2])
        return Context(_shares(countries), _shares(regions), points[:12])

    def _lead(self, group: Group, *, first: bool) -> tuple[Entry, float]:
        """Return the entry that leads a group and how far to lean on it."""
        if first:
            best = group.entries[0]
            sure = best.kind in ("country", "admin1") and best.alias != AliasKind.BARE or group.containers.stated()
            return best, 1.0 if best.kind in ("country", "admin1") and sure else 0.0
        return group.best, max(0.0, group.share() - 0.3)

    def _score(self, entry: Entry, group: Group, key: str, context: Context) -> float:
        if self.pack_places.get(key) == entry.geonameid and entry.geonameid is not None:
            return 20.0
        score = prominence(entry) - ALIAS_COST[entry.alias]
        score += group.containers.evidence(entry)
        score += 2.2 * context.countries.get(entry.country, 0.0)
        if entry.kind != "country":
            score += 2.5 * context.regions.get(f"{entry.country}.{entry.admin1}", 0.0)
        score += 1.5 * (entry.country in self.pack_countries)
        if entry.kind in SETTLEMENTS or entry.kind == "admin2":
            score += _nearness(entry, context.points, key)
        return score

    def _choice(self, group: Group, key: str, mention: Mention) -> Choice:
        if not group.entries:
            return Choice(None, 0.0, None, "no gazetteer has it")
        best, share = group.best, group.share()
        second = group.runner_up()
        runner = f"{second[0].label} ({second[1]:.2f})" if second and second[1] >= 0.005 else None
        if share < UNSURE:
            return Choice(None, share, f"{best.label} ({share:.2f})", "several places bear the name and nothing tells which")
        return Choice(best, share, runner, self._reason(best, group, key))

    def _reason(self, best: Entry, group: Group, key: str) -> str:
        """Return in words what spoke for the chosen entry, the strongest first."""
        if self.pack_places.get(key) == best.geonameid and best.geonameid is not None:
            return "the pack says so"
        if len(group.entries) == 1:
            return "the only place of that name"
        if group.containers.evidence(best) > 0:
            return f"the report says so: {group.containers.words(best)}"
        context = self._context({}, first=True) if not group.scores else None
        del context
        if best.country in self.pack_countries:
            return "in a country of the pack"
        if best.kind in ("country", "continent", "admin1"):
            return "the best-known place of that name"
        return "fits the other places of the report, and is the better known"


def _key(mention: Mention) -> str:
    return mention.text.casefold().rstrip(".")


def _shares(weights: Counter[str]) -> dict[str, float]:
    total = sum(weights.values())
    return {key: weight / total for key, weight in weights.items()} if total else {}


def prominence(entry: Entry) -> float:
    """Return how well known a place is, on the scale of the other evidence (about 0 to 7)."""
    people = math.log10(entry.population + 1)
    if entry.kind == "country":
        return 7.0
    if entry.kind == "capital":
        return 0.75 * people + 1.2
    if entry.kind == "city":
        return 0.75 * people
    if entry.kind == "admin1":
        return 2.2 + 0.33 * people
    if entry.kind == "admin2":
        return 1.0 + 0.3 * people
    if entry.kind in ("continent", "ocean", "sea", "region"):
        return 5.0
    return 3.5


def _nearness(entry: Entry, points: Sequence[tuple[float, float, float, str]], key: str) -> float:
    """Return the evidence of places named in the report that lie near, at most 2.5."""
    if entry.lat is None or entry.lon is None:
        return 0.0
    total = 0.0
    narrow = math.cos(math.radians(entry.lat))
    for lat, lon, weight, other in points:
        if other != key:
            km = 111.2 * math.hypot(lat - entry.lat, (lon - entry.lon) * narrow)
            if km < 800:
                total += weight * math.exp(-km / 120)
    return min(2.5, 1.2 * total)


