"""Parts of a place: a chain for each, and no heap of small statements for the whole."""

from __future__ import annotations

import pytest

from contested.assessment.control import assess_control, gather, origins_for
from contested.assessment.observations import observe
from contested.assessment.parts import assess_parts, part_key
from contested.assessment.state_space import freshness
from contested.model import Basis, Control, LedgerEntry
from tests.factories import days, entry

K, O, C = "Kestria", "Ostvan", "contested"  # noqa: E741
PLACE = "test:XV:velmora"

NAMES = [
    # name as a report states it, what it shares with other names of the same part
    ("northern districts", "north"),
    ("the north of the city", "north"),
    ("its northern part", "north"),
    ("northern outskirts", "north outskirt"),
    ("south-eastern suburbs", "southeast"),
    ("city centre", "centre"),
    ("downtown", "centre"),
    ("the train station", "railway station"),
    ("Leninsky district", "leninsky"),
    ("eastern bank", "east bank"),
    ("market", "market"),
    ("most of the city", ""),
    ("rest", ""),
    ("all sides", ""),
    ("districts", ""),
]


@pytest.mark.parametrize(("name", "key"), NAMES)
def test_names_of_one_part(name: str, key: str) -> None:
    """Different words for one part share a key; a name that tells no part from another has none."""
    assert part_key(name) == key


def parts(entries: list[LedgerEntry], day: str = "2025-11-20") -> dict[str | None, Control]:
    """Return the conclusions on the parts of Velmora, by name."""
    return {found.part: found for found in assess_parts(gather(entries, (), (), (K, O)), PLACE, day)}


def whole(entries: list[LedgerEntry], day: str = "2025-11-20") -> Control:
    """Return the conclusion on all of Velmora."""
    return assess_control(gather(entries, (), (), (K, O)), PLACE, day)


def test_each_part_has_its_own_state() -> None:
    """Who holds the north and who the south are two conclusions, and the whole is contested."""
    told = [
        entry("Meridian Monitor", "control.gain", holder=K, part="northern districts"),
        entry("Hollow Road Observatory", "control.gain", holder=K, part="the north of the city"),
        entry("Meridian Monitor", "control.hold", holder=O, part="southern bank"),
    ]
    found = parts(told)
    assert {name: control.state for name, control in found.items()} == {"northern districts": K, "southern bank": O}
    assert len(found["northern districts"].claims_for) == 2
    assert whole(told).state == C


def test_a_claim_to_the_whole_reaches_its_parts() -> None:
    """Who claims the city claims its southern bank: that the other holds it is disputed."""
    told = [entry(K, "control.gain", holder=K), entry(O, "control.hold", holder=O, part="southern bank")]
    bank = parts(told)["southern bank"]
    assert bank.disputed
    assert {*bank.claims_for, *bank.claims_against} == {e.claim.id for e in told}


def test_a_contested_whole_says_nothing_of_a_part() -> None:
    """Fighting in the city is no word on who holds its north."""
    north = entry(O, "control.hold", holder=O, part="north")
    beside = parts([north, entry("", "control.contest", holder=K)])
    assert beside["north"].claims_for == (north.claim.id,)
    assert beside["north"].claims_against == ()


def test_the_loss_of_a_market_is_no_loss_of_the_city() -> None:
    """A side that leaves the market acknowledges nothing of the city."""
    left = entry(O, "control.withdraw", holder=O, part="market")
    claims = [left, entry("Meridian Monitor", "control.hold", holder=K)]
    assert whole(claims).basis is Basis.CLAIMED_ONLY
    assert parts(claims)["market"].basis is Basis.OWN_ADMISSION


def test_a_short_name_is_the_long_one_where_only_one_fits() -> None:
    """The station is the railway station, unless a bus station is named as well."""
    railway, station = (entry(K, "control.gain", holder=K, part=name) for name in ("railway station", "the station"))
    bus = entry(O, "control.hold", holder=O, part="bus station")
    assert len(parts([railway, station])) == 1
    assert len(parts([railway, station, bus])) == 3


@pytest.mark.parametrize("number", [1, 3, 20])
def test_parts_add_up_to_one_statement(number: int) -> None:
    """However many origins name parts on a day, each side's hold on the whole is excluded once."""
    quarters = [
        entry(f"Monitor {i}", "control.gain", holder=side, part=f"{name} quarter")
        for i in range(number)
        for side, name in ((K, f"Market{i}"), (O, f"River{i}"))
    ]
    observations = observe(quarters, (), (K, O))
    excluded = {
        side: sum(
            new for obs, new in zip(observations, freshness(observations, 7), strict=True) if side not in obs.compatible
        )
        for side in (K, O)
    }
    assert excluded == {K: 1, O: 1}
    assert whole(quarters).state == C


def test_what_is_said_of_a_part_only_leaves_the_whole_alone() -> None:
    """That a side is not in the north says nothing of the rest of the city."""
    told = [entry(O, "control.infiltrate", holder=K, part="north", negative=True)]
    assert whole(told).state == "unknown"
    assert parts(told)["north"].state == O


def test_parts_are_as_known_on_the_day() -> None:
    """A part is known from the day on which a report first names it."""
    told = [entry(K, "control.gain", holder=K, part="north", day="2025-11-15")]
    assert [bool(parts(told, day)) for day in days("2025-11-14", 2)] == [False, True]


def test_origins_for_counts_what_speaks_for_the_state() -> None:
    """Origins against, and those that leave it open, do not say so."""
    told = [
        entry(K, "control.gain", holder=K),
        entry("Meridian Monitor", "control.hold", holder=K),
        entry(O, "control.hold", holder=O),
        entry(K, "control.gain", holder=K, part="north"),
    ]
    assert origins_for(whole(told)) == 2
