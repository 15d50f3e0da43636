"""What the control of all places rests on, as known on a day: claims about control, war by war.

Of a million claims only those about control are decoded; who speaks, packs and origins of all
others come from the columns.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from contested.assessment.control import Evidence, gather
from contested.assessment.observations import SETTLES
from contested.assessment.reliability import Reliability, learn
from contested.model import LedgerEntry, Link, Origin, Place, PlaceUse, Relation
from contested.questions.arrays import as_text
from contested.questions.columns import RELATIONS, Columns
from contested.questions.known import parties_among, shares_party
from contested.questions.past import columns_known, is_now
from contested.store.view import View

NAMES_NO_SPOT = frozenset({PlaceUse.ACTOR, PlaceUse.DEMONYM, PlaceUse.EPITHET})
OPPOSING = (Relation.DENIES, Relation.CONTRADICTS)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class GroundPlace:
    """A settlement that claims about control bear on; `named` is the day of the first such report."""

    place: Place
    named: str
    packs: tuple[str, ...]
    parties: tuple[str, ...]


@dataclass
class Ground:
    """All claims about control that were known on a day."""

    known_on: str | None
    places: dict[str, GroundPlace]
    entries: Sequence[LedgerEntry]
    links: Sequence[Link]  # between these claims that oppose each other
    origins: Sequence[Origin]  # of these claims, and of these only
    _wars: dict[tuple[str, ...], tuple[Evidence, Reliability]] = field(default_factory=dict)

    def war(self, parties: tuple[str, ...]) -> tuple[Evidence, Reliability]:
        """Return the evidence about control between these parties, and what it says of each voice."""
        if parties not in self._wars:
            about = [entry for entry in self.entries if not entry.packs or shares_party(entry.packs, parties)]
            evidence = gather(about, self.links, self.origins, parties)
            self._wars[parties] = evidence, learn(evidence.observations, parties)
        return self._wars[parties]

    def wars(self) -> dict[tuple[str, ...], tuple[Evidence, Reliability]]:
        """Return all wars of which something was asked so far."""
        return dict(self._wars)


def ground(
    view: View,
    known_on: str | None = None,
    progress: Progress = lambda _done, _all: None,
    entries: Sequence[LedgerEntry] | None = None,
) -> Ground:
    """Return what control rests on as known on a day (default: now).

    `entries` spares decoding where all claims about control are at hand, of a later day too.
    """
    c, known = columns_known(view, None if is_now(view, known_on) else known_on)
    kept = known & c.bears_on_control
    if entries is None:
        found = list(decoded(view, as_text(c.ids[kept]), progress))
    else:
        now = c.rows_of([entry.claim.id for entry in entries])
        found = [entry for entry in entries if kept[now[entry.claim.id]]]
    rows = c.rows_of([entry.claim.id for entry in found])
    return Ground(known_on, _places(c, known, found, rows), found, opposing(c, known, rows), origins_among(c, rows))


def decoded(
    view: View, claim_ids: Sequence[str], progress: Progress = lambda _done, _all: None
) -> Iterator[LedgerEntry]:
    """Yield claims in the order given, some thousands at a time."""
    for start in range(0, len(claim_ids), 5000):
        part = claim_ids[start : start + 5000]
        found = {entry.claim.id: entry for entry in view.entries(claim_ids=part)}
        yield from (found[name] for name in part if name in found)
        progress(min(start + 5000, len(claim_ids)), len(claim_ids))


def _places(
    c: Columns, known: np.ndarray, entries: Sequence[LedgerEntry], rows: Mapping[str, int]
) -> dict[str, GroundPlace]:
    said: dict[int, set[str]] = {}
    first: dict[str, tuple[Place, str]] = {}
    for entry in entries:
        said[rows[entry.claim.id]] = {e.control.party for e in entry.events if e.control is not None}
        if entry.document.published:
            for place in control_places(entry):
                first.setdefault(place.place_id, (place, entry.document.published[:10]))
    bearing = np.zeros(len(c.day), bool)
    bearing[list(said)] = True
    found = {}
    for place_id, (place, named) in first.items():
        here = c.at_place(place_id)
        here = here[known[here]]
        parties_said = set().union(*(said[row] for row in here[bearing[here]].tolist()))
        packs, parties = parties_among(packs_of(c, here), parties_said)
        found[place_id] = GroundPlace(place, named, packs, parties)
    return found


def control_places(entry: LedgerEntry) -> Iterable[Place]:
    """Yield the settlements that a claim about control bears on."""
    for event in entry.events:
        for place in event.places if event.control is not None else ():
            if place.place_id and place.use not in NAMES_NO_SPOT and place.precision in SETTLES:
                yield place


def packs_of(c: Columns, rows: np.ndarray) -> list[str]:
    """Return the packs of these claims, most used first, then as they first came."""
    codes = c.document_packs[c.document[rows]]
    seen, first, counts = np.unique(codes, return_index=True, return_counts=True)
    count: dict[str, int] = defaultdict(int)
    for at in np.argsort(first):
        for pack in c.packs[seen[at]]:
            count[pack] += int(counts[at])
    return sorted(count, key=lambda pack: -count[pack])


def opposing(c: Columns, known: np.ndarray, rows: Mapping[str, int]) -> list[Link]:
    """Return the denials and contradictions between claims about control."""
    here = np.zeros(len(c.day), bool)
    here[list(rows.values())] = True
    chosen = np.isin(c.link_relation, [RELATIONS.index(each) for each in OPPOSING])
    chosen &= here[c.link_a] & here[c.link_b] & known[c.link_a] & known[c.link_b]
    ends = zip(as_text(c.ids[c.link_a[chosen]]), as_text(c.ids[c.link_b[chosen]]), strict=True)
    kinds = c.link_relation[chosen].tolist()
    return [
        Link(a=a, b=b, relation=RELATIONS[kind], score=1, reason="") for (a, b), kind in zip(ends, kinds, strict=True)
    ]


def origins_among(c: Columns, rows: Mapping[str, int]) -> list[Origin]:
    claims: dict[int, list[str]] = defaultdict(list)
    for name, row in rows.items():
        claims[int(c.origin[row])].append(name)
    ids = as_text(c.origin_ids[list(claims)]) if claims else []
    return [Origin(id=name, claims=tuple(names)) for name, names in zip(ids, claims.values(), strict=True)]


HELD = 3
_held: OrderedDict[tuple[str, str, str], Ground] = OrderedDict()


def ground_held(view: View, known_on: str | None, progress: Progress = lambda _done, _all: None) -> Ground:
    """Return the ground, from memory where this process has just laid it."""
    day = "" if known_on is None or is_now(view, known_on) else known_on[:10]
    key = (view.url, view.revision, day)
    if key not in _held:
        _held[key] = ground(view, day or None, progress)
        while len(_held) > HELD:
            _held.popitem(last=False)
    _held.move_to_end(key)
    return _held[key]
