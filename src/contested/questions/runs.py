"""Runs: the picture as a table of stretches of days on which nothing about a place's state changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from contested.assessment.observations import ordinal
from contested.assessment.state_space import states_of
from contested.model import UNKNOWN, Basis, Place
from contested.questions.arrays import Flags, Ints, pack, unpack
from contested.questions.ground import Ground, GroundPlace
from contested.questions.series import BASES, PlaceSeries, place_series

FILLS = ("none", "thin", "claimed", "carried", "solid")
CONFIRMED = (Basis.OWN_ADMISSION, Basis.OPPONENT_ADMISSION, Basis.INDEPENDENT_CONFIRMATION)
SURE = 0.6
"""A state less probable than this is drawn thin."""


@dataclass(frozen=True, slots=True)
class RunTable:
    """One row a run, by place and first day; places by name. States are numbers in a place's own list, unknown last."""

    places: list[dict[str, Any]]  # Place's own fields, parties, packs, named
    last: int  # the day at which all last runs end
    place: Ints
    first: Ints
    state: Ints
    fill: Ints
    disputed: Flags
    basis: Ints
    last_report: Ints
    shares: Ints  # [runs, most states], of 100, rounded to 5

    def starts(self) -> Ints:
        """Return for each place the row of its first run, and the number of all rows."""
        return np.searchsorted(self.place, np.arange(len(self.places) + 1)).astype(np.int32)

    def keys(self) -> npt.NDArray[np.int64]:
        """Return place and first day of each run in one number, in order: what a day is looked up in."""
        return self.place.astype(np.int64) << 32 | self.first

    def rows_on(self, day: int, keys: npt.NDArray[np.int64]) -> tuple[Ints, Flags]:
        """Return for each place the row of its run on a day, and whether it was named by then."""
        places = np.arange(len(self.places), dtype=np.int64)
        at = np.searchsorted(keys, places << 32 | day, side="right") - 1
        named = (at >= 0) & (self.place[np.maximum(at, 0)] == places) if len(keys) else np.zeros(len(places), bool)
        return at.astype(np.int32), np.asarray(named)


def encode(table: RunTable) -> dict[str, Any]:
    """Return the table's fields, to be packed."""
    return {field.name: getattr(table, field.name) for field in fields(table)}


def pack_runs(table: RunTable, more: dict[str, Any]) -> bytes:
    """Return the table as it lies in the ledger, with what else belongs to the picture."""
    return pack({"runs": pack(encode(table)), **more})


def unpack_runs(data: bytes) -> tuple[RunTable, dict[str, Any]]:
    """Return what `pack_runs` packed."""
    values = unpack(data)
    return RunTable(**unpack(values.pop("runs"))), values


def run_table(
    ground: Ground, first_day: str, last_day: str, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> RunTable:
    """Return the runs of all places from the day on which each was first named."""
    order = sorted(ground.places, key=lambda place: (ground.places[place].place.name, place))
    wars: dict[tuple[str, ...], list[str]] = {}
    for place in order:
        wars.setdefault(ground.places[place].parties, []).append(place)
    first, last = ordinal(first_day) or 0, ordinal(last_day) or 0
    code = {place: number for number, place in enumerate(order)}
    widest = max((len(parties) for parties in wars), default=0) + 2
    pieces: dict[int, dict[str, Any]] = {}
    for parties, places in wars.items():
        evidence, reliability = ground.war(parties)
        wanted = [(place, max(ordinal(ground.places[place].named) or 0, first)) for place in places]
        for found in place_series(evidence, reliability, wanted, last):
            pieces[code[found.place_id]] = _runs(found, code[found.place_id], parties, widest)
            progress(len(pieces), len(order))
    ordered = [pieces[number] for number in sorted(pieces)]
    columns = ("place", "first", "state", "fill", "disputed", "basis", "last_report", "shares")
    joined = {name: np.concatenate([piece[name] for piece in ordered]) if ordered else _empty(name) for name in columns}
    return RunTable(places=[_known(ground.places[place]) for place in order], last=last, **joined)


POINTED = ("P", "S", None)
"""GeoNames feature classes that a point stands for: settlements, spots, and what has no class. A
province's or a river's middle is a point that no report names."""


def _empty(name: str) -> Any:
    if name == "shares":
        return np.zeros((0, 2), np.int32)
    return np.zeros(0, bool if name == "disputed" else np.int32)


def _known(found: GroundPlace) -> dict[str, Any]:
    place: Place = found.place
    pointed = place.feature_class in POINTED
    return {
        "place_id": place.place_id,
        "name": place.name,
        "lat": place.lat if pointed else None,
        "lon": place.lon if pointed else None,
        "country": None if place.country == UNKNOWN else place.country,
        "admin1": place.admin1,
        "parties": list(found.parties),
        "packs": list(found.packs),
        "place": msgspec.to_builtins(place),
    }


def _runs(found: PlaceSeries, code: int, parties: Sequence[str], widest: int) -> dict[str, Any]:
    shares = rounded_shares(found.shares.round(6), (*states_of(parties), UNKNOWN))
    wide = np.zeros((len(shares), widest), np.int32)
    wide[:, : shares.shape[1]] = shares
    fill = _fills(found, len(parties) + 1)
    columns = {
        "state": found.state, "fill": fill, "disputed": found.disputed, "basis": found.basis,
        "last_report": found.last_report,
    }  # fmt: skip
    starts = _starts([*columns.values(), *wide.T])
    runs: dict[str, Any] = {name: column[starts] for name, column in columns.items()}
    place = np.full(len(starts), code, np.int32)
    return runs | {"shares": wide[starts], "place": place, "first": (found.first + starts).astype(np.int32)}


def _starts(columns: Iterable[Any]) -> Ints:
    changed = [column[1:] != column[:-1] for column in columns]
    return np.concatenate([[0], np.flatnonzero(np.logical_or.reduce(changed)) + 1]).astype(np.int32)


def _fills(found: PlaceSeries, unknown: int) -> Ints:
    """Return how well each day's state stands; `fill_of` for many days at once."""
    confirmed = np.isin(found.basis, [BASES.index(each) for each in CONFIRMED])
    probability = found.shares.round(6)[np.arange(len(found.state)), found.state]
    thin = (probability < SURE) | (found.alone & ~confirmed)
    fill = np.where(found.basis == BASES.index(Basis.CLAIMED_ONLY), FILLS.index("claimed"), FILLS.index("solid"))
    fill = np.where(thin, FILLS.index("thin"), fill)
    fill = np.where(found.basis == BASES.index(Basis.PERSISTENCE), FILLS.index("carried"), fill)
    return np.where(found.state == unknown, FILLS.index("none"), fill).astype(np.int32)


def fill_of(state: str, basis: Basis, probability: float, one_neutral_origin: bool) -> str:
    """Return how well a state stands, as the fill of its mark: see `PlaceState`."""
    if state == UNKNOWN:
        return "none"
    if basis is Basis.PERSISTENCE:
        return "carried"
    if probability < SURE or (one_neutral_origin and basis not in CONFIRMED):
        return "thin"
    return "claimed" if basis is Basis.CLAIMED_ONLY else "solid"


def rounded_shares(shares: Any, names: Sequence[str]) -> Ints:
    """Return `outputs.wording.rounded` of each row: of 100, rounded to 5, so that they still sum to 100."""
    millionths = np.rint(shares * 1_000_000).astype(np.int64)
    steps = millionths // 50_000
    left = np.maximum(20 - steps.sum(axis=1), 0)
    by_name = sorted(range(len(names)), key=lambda number: names[number])
    order = np.argsort(-(millionths % 50_000)[:, by_name], axis=1, kind="stable")
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.broadcast_to(np.arange(len(names)), order.shape), axis=1)
    more = np.empty_like(steps)
    more[:, by_name] = rank < left[:, None]
    return np.asarray((steps + more) * 5, np.int32)
