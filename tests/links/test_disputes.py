"""Disputes: matter, sides, origins, and what ends them."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from contested.links import link_ledger
from contested.model import CueClass
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
