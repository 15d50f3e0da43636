"""Which entry of the gazetteer a name means, with a score, the runner-up and the reason.

One name means one place throughout a report. For each name all entries are weighed: what kind
of name led to it, what the report states outright ("Kupiansk (Kharkiv region)"), which
countries, regions and towns the report is about, the pack's countries, the outlet's home, and
prominence last. Two rounds: the second leans on the surer choices of the first.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from contested.gazetteer import ALIAS_COST, SETTLEMENTS, AliasKind, Entry, Gazetteer, prominence
from contested.model import UNKNOWN, Place, PlaceUse
from contested.reading import Reading
from contested.text.place_containers import Containers, containers_of, lies_in, siblings_of
from contested.text.place_home import home_of
from contested.text.place_scene import Mention

ROUNDS = 2
UNSURE = 0.25
"""Below this share of the weight the best entry is no answer: the place stays unresolved."""
SMALL = 50_000
"""A place with fewer people is not meant by its bare name in a report about other countries."""
SHARPNESS = 1.8
"""How fast the share of an entry falls with its distance from the best; at 1 forty hamlets of one
name outweigh a capital."""
SEAT = 2.0
"""How far a district falls behind the town that it is named after: "Bara" is the town, where
nothing says "Bara locality"."""
MOST = 40
"""Entries weighed for one name: those in the report's countries first, then the largest."""


NEAR = 0.6
"""Degrees from a district's point within which its seat lies."""


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
                start=mention.start,
                end=mention.end,
                text=mention.text,
                name=mention.text,
                use=use,
                score=round(self.score, 3),
                runner_up=self.runner_up,
                reason=self.reason,
            )
        entry = self.entry
        return Place(
            start=mention.start,
            end=mention.end,
            text=mention.text,
            name=entry.name,
            resolved=True,
            geonameid=entry.geonameid,
            place_id=entry.id,
            lat=entry.lat,
            lon=entry.lon,
            country=entry.country or UNKNOWN,
            admin1=entry.admin1_name or None,
            feature_class=entry.feature_class,
            use=use,
            score=round(self.score, 3),
            runner_up=self.runner_up,
            reason=self.reason,
        )


@dataclass(slots=True)
class Group:
    """All mentions of one name, with the entries it may mean and their scores."""

    entries: tuple[Entry, ...]
    count: int = 0
    containers: Containers = field(default_factory=Containers)
    scores: list[float] = field(default_factory=list)
    fixed: list[float] = field(default_factory=list)  # the part of each score that no round changes
    siblings: set[tuple[str, str]] = field(default_factory=set)  # kind and country of names in one list with it

    @property
    def best(self) -> Entry:
        """The entry with the highest score."""
        return self.entries[max(range(len(self.entries)), key=self.scores.__getitem__)]

    def share(self) -> float:
        """Return the best entry's share of the weight, 0..1."""
        top = max(self.scores)
        return 1 / sum(math.exp(SHARPNESS * (score - top)) for score in self.scores)

    def runner_up(self) -> tuple[Entry, float] | None:
        """Return the second best entry, with its share."""
        if len(self.entries) < 2:
            return None
        order = sorted(range(len(self.entries)), key=lambda i: -self.scores[i])
        top = self.scores[order[0]]
        second = self.scores[order[1]]
        return self.entries[order[1]], self.share() * math.exp(SHARPNESS * (second - top))


@dataclass(slots=True)
class Context:
    """Where the report seems to be: weights of countries and regions, and points.

    Each name's own part is kept apart, so that no name is evidence for itself.
    """

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    own: dict[str, tuple[str, str, float]] = field(default_factory=dict)  # country, region, weight of a name
    points: list[tuple[float, float, float, str]] = field(default_factory=list)  # lat, lon, weight, name
    total: float = 0.0

    def add(self, key: str, entry: Entry, weight: float) -> None:
        """Add what one name's leading entry says about where the report is."""
        region = f"{entry.country}.{entry.admin1}" if entry.admin1 and entry.kind != "country" else ""
        self.countries[entry.country] += weight
        self.regions[region] += weight
        self.own[key] = (entry.country, region, weight)
        self.total += weight
        if entry.lat is not None and entry.lon is not None and entry.kind in POINTS:
            self.points.append((entry.lat, entry.lon, weight, key))

    def shares(self, entry: Entry, key: str) -> tuple[float, float]:
        """Return the share of the other names in the entry's country, and in its region."""
        country, region, weight = self.own.get(key, ("", "", 0.0))
        rest = self.total - weight
        if rest <= 0:
            return 0.0, 0.0
        here = f"{entry.country}.{entry.admin1}"
        in_country = self.countries[entry.country] - (weight if country == entry.country else 0.0)
        in_region = self.regions[here] - (weight if region == here else 0.0) if entry.admin1 else 0.0
        return in_country / rest, in_region / rest


POINTS = SETTLEMENTS | {"admin2", "river", "lake", "part", "building", "camp", "airport", "base", "dam"}
"""Kinds whose point says something about what lies near."""


class Chooser:
    """Chooses for all mentions of one report together."""

    def __init__(self, reading: Reading, book: Gazetteer) -> None:
        self.reading = reading
        self.book = book
        self.pack_countries = {country for pack in reading.packs for country in pack.countries}
        self.pack_places = {
            alias.casefold(): place.geonameid
            for pack in reading.packs
            for place in pack.places
            if place.geonameid
            for alias in (place.name, *place.aliases)
        }
        self.home = home_of(reading, book)
        self.context = Context()

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
        for left, right in siblings_of(mentions, self.reading):
            for one, other in ((left, right), (right, left)):
                lead = other.entries[0]
                if lead.kind == "admin1" and lead.alias <= AliasKind.OFFICIAL and _key(one) != _key(other):
                    groups[_key(one)].siblings.add((lead.kind, lead.country))
        for key, group in groups.items():
            group.fixed = [self._fixed(entry, group, key) for entry in group.entries]
            group.scores = group.fixed
        for number in range(ROUNDS):
            context = self.context = self._context(groups, first=number == 0)
            for key, group in groups.items():
                if len(group.entries) > 1:
                    group.scores = [
                        fixed + self._in_context(entry, key, context) if fixed < 15 else fixed
                        for entry, fixed in zip(group.entries, group.fixed, strict=True)
                    ]
        return [self._choice(groups[key], key) for key in keys]

    def _trim(self, groups: Iterable[Group]) -> None:
        """Keep the entries worth weighing: names with hundreds of bearers are all villages."""
        groups = list(groups)
        near = {
            g.entries[0].country for g in groups if g.entries and g.entries[0].kind == "country"
        } | self.pack_countries
        for group in groups:
            if len(group.entries) > MOST:  # they come sorted, the best known first
                rest = [entry for entry in group.entries[MOST // 2 :] if entry.country in near]
                group.entries = (*group.entries[: MOST // 2], *rest[: MOST // 2])

    def _context(self, groups: dict[str, Group], *, first: bool) -> Context:
        context = Context()
        for key, group in groups.items():
            if group.entries:
                best, weight = self._lead(group, first=first)
                if weight > 0:
                    context.add(key, best, weight * (1 + math.log(group.count)))
        for number, (entry, weight) in enumerate(self.home):
            context.add(f"home {number}", entry, weight)
        context.points.sort(key=lambda point: -point[2])
        del context.points[12:]
        return context

    def _lead(self, group: Group, *, first: bool) -> tuple[Entry, float]:
        """Return the entry that leads a group and how far to lean on it."""
        if first:
            best = group.entries[0]
            sure = (best.kind in ("country", "admin1") and best.alias != AliasKind.BARE) or group.containers.stated()
            return best, 1.0 if best.kind in ("country", "admin1") and sure else 0.0
        return group.best, max(0.0, group.share() - 0.3)

    def _fixed(self, entry: Entry, group: Group, key: str) -> float:
        if self._is_the_packs(entry, group, key):
            return 20.0
        score = prominence(entry) - ALIAS_COST[entry.alias] + group.containers.evidence(entry)
        score += 1.5 * (entry.country in self.pack_countries)
        score -= SEAT * _is_named_like_its_seat(entry, group)
        score -= SEAT * _is_also_a_country(entry, group)
        return score + 2.5 * ((entry.kind, entry.country) in group.siblings)

    def _is_the_packs(self, entry: Entry, group: Group, key: str) -> bool:
        """Return whether the pack means this entry, and the report names no other region around it."""
        if entry.geonameid is None or self.pack_places.get(key) != entry.geonameid:
            return False
        parents = group.containers.parents
        return not parents or any(lies_in(entry, parent) for parent, _, _ in parents)

    def _in_context(self, entry: Entry, key: str, context: Context) -> float:
        in_country, in_region = context.shares(entry, key)
        score = 2.2 * in_country + (2.5 * in_region if entry.kind != "country" else 0.0)
        if entry.kind in SETTLEMENTS or entry.kind in ("admin2", "region"):
            score += _nearness(entry, context.points, key)
        return score

    def _is_far_off(self, best: Entry, group: Group, key: str) -> bool:
        """Return whether a small place lies in a country that nothing else in the report points to.

        A report on Omdurman that names "Karari" means a quarter we lack, not the town in India.
        """
        if best.kind not in SETTLEMENTS or best.population > SMALL or best.country in self.pack_countries:
            return False
        context = self.context
        if group.containers.stated() or context.total < 3 or best.lat is None or best.lon is None:
            return False
        return context.shares(best, key)[0] <= 0 and _nearness(best, context.points, key) <= 0

    def _choice(self, group: Group, key: str) -> Choice:
        if not group.entries:
            return Choice(None, 0.0, None, "no gazetteer has it")
        best, share = group.best, group.share()
        second = group.runner_up()
        runner = f"{second[0].label} ({second[1]:.2f})" if second and second[1] >= 0.005 else None
        if self._is_far_off(best, group, key):
            return Choice(None, UNSURE / 2, f"{best.label} ({share:.2f})", "the only one known lies far from all else")
        if share < UNSURE:
            return Choice(
                None, share, f"{best.label} ({share:.2f})", "several places bear the name and nothing tells which"
            )
        return Choice(best, share, runner, self._reason(best, group, key))

    def _reason(self, best: Entry, group: Group, key: str) -> str:
        """Return in words what spoke for the chosen entry, the strongest first."""
        if self._is_the_packs(best, group, key):
            return "the pack says so"
        if len(group.entries) == 1:
            return "the only place of that name"
        if group.containers.evidence(best) > 0:
            return f"the report says so: {group.containers.words(best)}"
        if best.country in self.pack_countries:
            return "in a country of the pack"
        if best.kind in ("country", "continent", "admin1"):
            return "the best-known place of that name"
        return "fits the other places of the report, and is the better known"


def _is_named_like_its_seat(entry: Entry, group: Group) -> bool:
    """Return whether a district has a town of that name within it, which the bare name means."""
    if entry.kind != "admin2" or entry.lat is None or entry.lon is None or group.containers.stated():
        return False
    for other in group.entries:
        if other.kind not in SETTLEMENTS or other.country != entry.country or other.lat is None or other.lon is None:
            continue
        if abs(other.lat - entry.lat) < NEAR and abs(other.lon - entry.lon) < NEAR:
            return True
    return False


def _is_also_a_country(entry: Entry, group: Group) -> bool:
    """Return whether the name is the proper name of the country that the entry lies in: "Mexico" is not its capital."""
    if entry.kind == "country" or entry.alias not in (AliasKind.VARIANT, AliasKind.BARE):
        return False
    return any(
        o.kind == "country" and o.country == entry.country and o.alias <= AliasKind.OFFICIAL for o in group.entries
    )


def _key(mention: Mention) -> str:
    return mention.text.casefold().rstrip(".")


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
