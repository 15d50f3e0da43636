"""Control: reasons, two clocks, and the laws that hold whatever is reported."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from contested.assessment.control import Evidence, assess_control, control_series, gather
from contested.model import (
    ActorKind,
    Basis,
    Control,
    LedgerEntry,
    Link,
    Origin,
    Relation,
)
from tests.factories import days, entry

K, O, C = "Kestria", "Ostvan", "contested"  # noqa: E741
PARTIES = (K, O)
PLACE = "test:XV:velmora"


def ask(
    entries: Sequence[LedgerEntry],
    day: str = "2025-11-20",
    known_on: str | None = None,
    links: Sequence[Link] = (),
    origins: Sequence[Origin] = (),
    parties: Sequence[str] = PARTIES,
) -> Control:
    """Return the control of Velmora."""
    return assess_control(gather(entries, links, origins, parties), PLACE, day, known_on)


def test_nothing_reported_is_unknown() -> None:
    """No report means unknown, with all of the probability there."""
    found = ask([])
    assert (found.state, found.basis) == ("unknown", Basis.NO_REPORT)
    assert found.probabilities["unknown"] == 1


def test_a_claim_alone_is_claimed_only() -> None:
    """One side's word makes a claim, never a confirmation."""
    found = ask([entry(K, "control.gain", holder=K)])
    assert (found.state, found.basis) == (K, Basis.CLAIMED_ONLY)


def test_the_losers_word_is_an_admission() -> None:
    """A side that says it left settles what the other only claimed."""
    found = ask([entry(K, "control.gain", holder=K), entry(O, "control.withdraw", holder=O)])
    assert (found.state, found.basis) == (K, Basis.OWN_ADMISSION)
    assert found.probabilities[K] > ask([entry(K, "control.gain", holder=K)]).probabilities[K]


def test_the_other_sides_word_is_an_admission() -> None:
    """The opponent that says who holds it is named as the basis."""
    assert ask([entry(O, "control.hold", holder=K)]).basis is Basis.OPPONENT_ADMISSION


def test_confirmation_takes_two_origins_of_which_one_gains_nothing() -> None:
    """The gate: a monitor beside the claim confirms; a second voice of the same side does not."""
    claim = entry(K, "control.gain", holder=K)
    again = entry("3rd Corps", "control.gain", holder=K, party=K)
    monitor = entry("Meridian Monitor", "control.gain", holder=K, kind=ActorKind.MONITOR)
    assert ask([claim, again]).basis is Basis.CLAIMED_ONLY
    assert ask([claim, monitor]).basis is Basis.INDEPENDENT_CONFIRMATION
    one_origin = [Origin(id="o", claims=(claim.claim.id, monitor.claim.id))]
    assert ask([claim, monitor], origins=one_origin).basis is Basis.CLAIMED_ONLY


def test_a_denial_is_no_support() -> None:
    """A denied gain lowers the claimant and makes the place disputed."""
    claim = entry(K, "control.gain", holder=K)
    denial = entry(O, "control.gain", holder=K, negative=True)
    links = [Link(a=denial.claim.id, b=claim.claim.id, relation=Relation.DENIES, score=1, reason="")]
    found = ask([claim, denial], links=links)
    assert found.probabilities[K] < ask([claim]).probabilities[K]
    assert found.disputed
    assert denial.claim.id not in ask([claim, denial], links=links).claims_for or found.state != K


def test_both_inside_is_contested() -> None:
    """Reports that place both sides inside give "contested", which is not "unknown"."""
    found = ask([entry("", "control.infiltrate", holder=K), entry("Meridian Monitor", "control.contest", holder=K)])
    assert (found.state, found.basis) == (C, Basis.BOTH_INSIDE)


def test_copies_count_once() -> None:
    """Fifty outlets that carry one statement weigh what one does."""
    copies = [entry(K, "control.gain", holder=K, outlet=f"Outlet {i}") for i in range(50)]
    origin = [Origin(id="o", claims=tuple(e.claim.id for e in copies))]
    one = ask(copies[:1], origins=[Origin(id="o", claims=(copies[0].claim.id,))])
    assert ask(copies, origins=origin).probabilities == one.probabilities


def test_silence_raises_unknown() -> None:
    """What was known ages: carried forward after two weeks, unknown in the end."""
    claims = [entry(K, "control.hold", holder=K, day="2025-06-01")]
    soon, later, long_after = (ask(claims, day) for day in ("2025-06-02", "2025-06-25", "2026-03-01"))
    assert soon.probabilities["unknown"] < later.probabilities["unknown"] < long_after.probabilities["unknown"]
    assert later.basis is Basis.PERSISTENCE
    assert long_after.state == "unknown"


def test_reasons_name_the_decisive_claim() -> None:
    """The claim without which the state would change most is the admission, not its echo."""
    claim = entry(K, "control.gain", holder=K)
    admission = entry(O, "control.withdraw", holder=O)
    assert ask([claim, admission]).decisive_claim == admission.claim.id


def test_series_is_known_day_by_day() -> None:
    """Without a known-on date each day of a series knows only what was published by then."""
    entries = [
        entry(O, "control.hold", holder=O, day="2025-11-10"),
        entry(K, "control.gain", holder=K, day="2025-11-14"),
    ]
    evidence = gather(entries, (), (), PARTIES)
    series = list(control_series(evidence, PLACE, days("2025-11-09", 6)))
    assert [row.state for row in series][:3] == ["unknown", O, O]
    assert series == [assess_control(evidence, PLACE, day) for day in days("2025-11-09", 6)]


REPORTS = st.lists(
    st.builds(
        entry,
        st.sampled_from([K, O, "Meridian Monitor", ""]),
        st.sampled_from(["control.gain", "control.hold", "control.withdraw", "control.infiltrate", "control.loss"]),
        holder=st.sampled_from([K, O]),
        negative=st.booleans(),
        part=st.sampled_from([None, "northern districts"]),
        day=st.sampled_from(days("2025-11-01", 20)),
        start=st.integers(0, 10_000),
    ),
    max_size=12,
    unique_by=lambda e: e.claim.id,
)


@settings(max_examples=40, deadline=None)
@given(REPORTS, st.integers(0, 2**16))
def test_order_of_arrival_changes_nothing(entries: list[LedgerEntry], seed: int) -> None:
    """The same reports in any order give the same conclusion."""
    shuffled = random.Random(seed).sample(entries, len(entries))
    assert ask(entries) == ask(shuffled)


@settings(max_examples=40, deadline=None)
@given(REPORTS, st.sampled_from(days("2025-11-01", 20)))
def test_as_known_on_is_a_run_on_what_was_published(entries: list[LedgerEntry], known_on: str) -> None:
    """As known on a day equals running only on the reports published until then."""
    until = [e for e in entries if (e.document.published or "") <= known_on]
    assert ask(entries, known_on, known_on) == ask(until, known_on, known_on)


def swapped(entries: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    """Return the same reports with the two parties exchanged, built anew."""
    import msgspec

    other = {K: O, O: K}
    result = []
    for e in entries:
        source = msgspec.structs.replace(
            e.claim.source, party=other.get(e.claim.source.party, e.claim.source.party),
            name=other.get(e.claim.source.name, e.claim.source.name),
        )  # fmt: skip
        events = tuple(
            msgspec.structs.replace(
                v, control=msgspec.structs.replace(v.control, party=other.get(v.control.party, v.control.party))
            )
            for v in e.events
            if v.control
        )
        result.append(msgspec.structs.replace(e, claim=msgspec.structs.replace(e.claim, source=source), events=events))
    return result


@settings(max_examples=40, deadline=None)
@given(REPORTS)
def test_swapping_the_parties_swaps_the_result(entries: list[LedgerEntry]) -> None:
    """Exchange the parties in all reports: their probabilities change places and nothing else does."""
    here, there = ask(entries), ask(swapped(entries))
    other = {K: O, O: K}
    expected = {other.get(name, name): round(p, 4) for name, p in here.probabilities.items()}
    assert {name: round(p, 4) for name, p in there.probabilities.items()} == expected
    assert there.state == other.get(here.state, here.state)
    assert there.basis == here.basis


@settings(max_examples=30, deadline=None)
@given(REPORTS)
def test_irrelevant_reports_change_nothing(entries: list[LedgerEntry]) -> None:
    """A report about nothing that bears on control changes no conclusion."""
    noise = entry("", None, None, words="The harvest was good.")
    assert ask(entries) == ask([*entries, noise])


@settings(max_examples=40, deadline=None)
@given(REPORTS)
def test_probabilities_sum_to_one(entries: list[LedgerEntry]) -> None:
    """Parties, contested and unknown share exactly one."""
    assert abs(sum(ask(entries).probabilities.values()) - 1) < 1e-4


def test_empty_evidence_has_no_parties() -> None:
    """Without any party named there is nothing to hold, and nothing breaks."""
    assert assess_control(Evidence((), ()), PLACE, "2025-11-20").state == "unknown"
