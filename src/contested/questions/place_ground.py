"""What is known of one place on a day: its claims by number, and those of them that bear on control."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from contested.assessment.control import Evidence, gather
from contested.model import LedgerEntry, Link, Origin, Place
from contested.questions.arrays import Ints, as_text
from contested.questions.columns import Columns
from contested.questions.ground import decoded, opposing, origins_among, packs_of
from contested.questions.known import parties_among, shares_party
from contested.questions.past import columns_known, is_now
from contested.store.view import View

HELD = 300
"""Places, each on a day of knowledge, that a process holds at a time."""
_held: OrderedDict[tuple[str, str, str, str], PlaceGround] = OrderedDict()


@dataclass(frozen=True)
class PlaceGround:
    """One place's claims as known on a day; `control` are those that bear on control, here or elsewhere."""

    columns: Columns
    rows: Ints
    place: Place | None
    packs: tuple[str, ...]
    parties: tuple[str, ...]
    control: Sequence[LedgerEntry]
    links: Sequence[Link]
    origins: Sequence[Origin]

    def evidence(self, parties: tuple[str, ...]) -> Evidence:
        """Return the evidence about control of this place between these parties."""
        about = [entry for entry in self.control if not entry.packs or shares_party(entry.packs, parties)]
        return gather(about, self.links, self.origins, parties)


def place_ground(view: View, place_id: str, known_on: str | None = None) -> PlaceGround:
    """Return what is known of a place (default: now), from memory where this process has just asked."""
    day = "" if known_on is None or is_now(view, known_on) else known_on[:10]
    key = (view.url, view.revision, place_id, day)
    if key not in _held:
        _held[key] = _lay(view, place_id, day or None)
        while len(_held) > HELD:
            _held.popitem(last=False)
    _held.move_to_end(key)
    return _held[key]


def _lay(view: View, place_id: str, known_on: str | None) -> PlaceGround:
    c, known = columns_known(view, known_on)
    here = c.at_place(place_id)
    here = here[known[here]]
    control = _control(view, c, here, place_id, known_on)
    said = {event.control.party for entry in control for event in entry.events if event.control is not None}
    packs, parties = parties_among(packs_of(c, here), said)
    rows = c.rows_of([entry.claim.id for entry in control])
    return PlaceGround(
        columns=c, rows=here, place=_first_named(view, c, here, place_id), packs=packs, parties=parties,
        control=control, links=opposing(c, known, rows), origins=origins_among(c, rows),
    )  # fmt: skip


def _control(view: View, c: Columns, here: Ints, place_id: str, known_on: str | None) -> Sequence[LedgerEntry]:
    """Return the claims that bear on control; of an earlier day from those known now, where this process holds them."""
    ids = as_text(c.ids[here[c.bears_on_control[here]]])
    now = _held.get((view.url, view.revision, place_id, ""))
    if known_on is None or now is None:
        return list(decoded(view, ids))
    wanted = set(ids)
    return [entry for entry in now.control if entry.claim.id in wanted]


def _first_named(view: View, c: Columns, here: Ints, place_id: str) -> Place | None:
    """Return the place as the first event there names it, None where no event is there."""
    start, some = 0, 20
    while start < len(here):
        for entry in decoded(view, as_text(c.ids[here[start : start + some]])):
            for event in entry.events:
                for place in event.places:
                    if place.place_id == place_id:
                        return place
        start, some = start + some, some * 5
    return None


def window(found: PlaceGround, rows: Ints, needed: Sequence[str], most: int) -> Ints:
    """Return at most so many of a place's newest claims, with the needed ones and the newest of each side."""
    if len(rows) <= most:
        return rows
    c = found.columns
    party = np.array([who[2] for who in c.sources])[c.source[rows]]
    of_sides = [rows[np.flatnonzero(party == side)[-1]] for side in found.parties if (party == side).any()]
    more = list(c.rows_of(needed).values())
    return np.unique(np.concatenate([rows[-most:], np.array([*of_sides, *more], np.int32)])).astype(np.int32)
