"""Disputes: matter, sides, origins, and what ends them."""

from __future__ import annotations

import pytest
from msgspec import structs
from typer.testing import CliRunner

from contested.links import link_ledger
from contested.model import CueClass, LedgerEntry
from tests.factories import SIDES, entry

A, B = SIDES


def test_a_claim_and_its_denial() -> None:
    """A claim and a denial are one dispute with one origin on each side, still open."""
    claim = entry(A, "control.encircle", holder=A, day="2025-11-19")
    denial = entry(B, "control.encircle", holder=A, cue=CueClass.DENY, negative=True, outlet="Sarrat Post")
    (dispute,) = link_ledger([claim, denial], []).disputes
    assert dispute.matter == "Whether Kestria encircled Velmora"
    assert (dispute.asserting, dispute.denying) == ((claim.claim.id,), (denial.claim.id,))
    assert (dispute.origins_asserting, dispute.origins_denying) == (1, 1)
    assert (dispute.since, dispute.resolved, dispute.parties) == ("2025-11-19", False, (A, B))


def test_two_holders() -> None:
    """Two sides that say that each of them holds a place dispute who holds it."""
    took = entry(A, "control.gain", holder=A, day="2025-11-19")
    holds = entry(B, "control.hold", holder=B, outlet="Sarrat Post")
    (dispute,) = link_ledger([took, holds], []).disputes
    assert dispute.matter == "Who holds Velmora"
    assert dispute.asserting == (took.claim.id,)


def test_acknowledging_ends_a_dispute() -> None:
    """A dispute ends when the denying side says what the other said."""
    claim = entry(A, holder=A, day="2025-11-18")
    denial = entry(B, holder=A, cue=CueClass.DENY, negative=True, day="2025-11-18", outlet="Sarrat Post")
    left = entry(B, "control.withdraw", holder=B, cue=CueClass.ACKNOWLEDGE, day="2025-11-20", outlet="Sarrat Post")
    (dispute,) = link_ledger([claim, denial, left], []).disputes
    assert (dispute.resolved, dispute.resolved_by, dispute.until) == (True, left.claim.id, "2025-11-20")


def test_forty_copies_of_a_claim_are_one_origin_in_a_dispute() -> None:
    """Forty outlets that quote one ministry are one origin against one denial."""
    claims = [entry("Defence Ministry", holder=A, party=A, outlet=f"Outlet {i}") for i in range(40)]
    denial = entry("General Staff", holder=A, party=B, cue=CueClass.DENY, negative=True, outlet="Sarrat Post")
    (dispute,) = link_ledger([*claims, denial], []).disputes
    assert len(dispute.asserting) == 40
    assert (dispute.origins_asserting, dispute.origins_denying) == (1, 1)


@pytest.mark.parametrize("text", ["liberat", "regime", "terrorist", "admit"])
def test_matters_are_put_neutrally(text: str) -> None:
    """No template takes one side's words."""
    from contested.lexicons import load

    assert text not in str({k: v for k, v in load("link_matters").items() if k not in ("about", "source")}).lower()


def test_the_command_says_how_it_is_used() -> None:
    """`contested disputes --help` names its filters."""
    from contested.cli.main import app

    shown = CliRunner().invoke(app, ["disputes", "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert shown.exit_code == 0
    assert all(option in shown.output for option in ("--place", "--since", "--open", "--format", "--json"))


def both(one: LedgerEntry, other: LedgerEntry) -> LedgerEntry:
    """Return one statement that tells of the deeds of two."""
    return structs.replace(one, events=(*one.events, *other.events))


def test_a_claim_of_two_things_opens_two_disputes() -> None:
    """ "Took Velmora and encircled Lisova", each denied by somebody else, is no single dispute."""
    claim = both(entry(A, holder=A, start=0), entry(A, "control.encircle", "Lisova", holder=A, start=0))
    no_town = entry(B, holder=A, cue=CueClass.DENY, negative=True, outlet="Sarrat Post")
    no_ring = entry(
        "Meridian Monitor", "control.encircle", "Lisova", holder=A, negative=True, cue=CueClass.DENY, outlet="Monitor"
    )
    found = link_ledger([claim, no_town, no_ring], []).disputes
    assert sorted(dispute.matter for dispute in found) == [
        "Whether Kestria encircled Lisova",
        "Whether Kestria took control of Velmora",
    ]
    assert len({dispute.id for dispute in found}) == 2


def test_a_claim_repeated_is_one_dispute() -> None:
    """The side that says again what was denied, and is denied again, goes on with one dispute."""
    claims = [
        entry(A, "control.hold", holder=A, day=day, outlet=f"Outlet {day}") for day in ("2025-11-18", "2025-11-20")
    ]
    denials = [
        entry(B, "control.hold", holder=A, day=day, cue=CueClass.DENY, negative=True, outlet=f"Post {day}")
        for day in ("2025-11-18", "2025-11-20")
    ]
    (dispute,) = link_ledger([*claims, *denials], []).disputes
    assert (len(dispute.asserting), len(dispute.denying)) == (2, 2)


def test_another_matter_settles_nothing() -> None:
    """That the denying side agrees on a strike does not end the dispute about who holds the town."""
    shelled = entry(A, "strike.shelling", agent=A, start=0)
    claim = both(entry(A, holder=A, day="2025-11-18"), shelled)
    denial = entry(B, holder=A, cue=CueClass.DENY, negative=True, day="2025-11-18", outlet="Sarrat Post")
    agrees = entry(B, "strike.shelling", agent=A, day="2025-11-19", outlet="Sarrat Post", words=shelled.words)
    found = link_ledger([claim, denial, agrees], []).disputes
    assert [dispute.resolved for dispute in found] == [False]
