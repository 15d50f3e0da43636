"""Denials: to exactly what they answer, inside one report and across reports."""

from __future__ import annotations

import pytest
from msgspec import structs

from contested.links import link_ledger
from contested.links.denials import answers_no, denials_within, denied_in_words, points
from contested.model import CueClass, LedgerEntry
from tests.factories import SIDES, document, entry

A, B = SIDES
REPORT = document("A report with several claims.")

POINTING: list[tuple[str, bool]] = [
    ("the allegations", True),
    ("the claims", True),
    ("any involvement in the attack", True),
    ("responsibility", True),
    ("it", True),
    ("that Velmora had fallen", False),
    ("Kestrian claims of a complete encirclement", False),
    ("shelling the hospital in Lisova", False),
]


@pytest.mark.parametrize(("words", "expected"), POINTING)
def test_points(words: str, expected: bool) -> None:
    """A denial points where its own words name nothing that could be denied."""
    assert points(entry(B, None, cue=CueClass.DENY, content=words)) is expected


ANSWERS: list[tuple[str, bool]] = [
    ("This does not correspond to reality", True),
    ("that is a complete lie", True),
    ("it knew nothing of a strike on the hospital", True),
    ("the claim false", True),
    ("our troops hold the southern bank", False),
    ("there was no such order that day, and the brigade kept its positions east of the river all week", False),
]


@pytest.mark.parametrize(("words", "expected"), ANSWERS)
def test_answers_no(words: str, expected: bool) -> None:
    """Some whole answers deny without a verb of denial."""
    assert answers_no(entry(B, None, content=words)) is expected


def test_a_denial_goes_to_the_claim_that_it_names() -> None:
    """The claim inside the denial is denied, not the one before it."""
    other = entry(A, "control.advance", holder=A, report=REPORT, start=0)
    denial = entry(B, "control.encircle", holder=A, cue=CueClass.DENY, negative=True, report=REPORT, start=300)
    named = entry(A, "control.encircle", holder=A, report=REPORT, start=320, parent=denial.claim.id)
    links = denials_within([other, denial, named])
    assert [(link.a, link.b) for link in links] == [(denial.claim.id, named.claim.id)]


def test_a_pointing_denial_goes_to_the_other_side() -> None:
    """ "B denied the allegations" answers A's claim before it, not the monitor's that stands nearer."""
    claim = entry(A, "casualty.military", agent=A, report=REPORT, start=0)
    monitor = entry("Meridian Monitor", "control.contest", report=REPORT, start=200)
    denial = entry(B, None, cue=CueClass.DENY, content="the allegations", report=REPORT, start=330)
    assert [link.b for link in denials_within([claim, monitor, denial])] == [claim.claim.id]


def test_a_pointing_denial_reaches_on() -> None:
    """ "B denied the reports. A had said ...": what is denied can follow."""
    denial = entry(B, None, cue=CueClass.DENY, content="the reports", report=REPORT, start=0)
    claim = entry(A, "control.gain", holder=A, report=REPORT, start=60)
    assert [link.b for link in denials_within([denial, claim])] == [claim.claim.id]


def test_nobody_denies_himself() -> None:
    """A side's own earlier claim is not what its denial answers."""
    own = entry(B, "control.hold", holder=B, report=REPORT, start=0)
    denial = entry(B, None, cue=CueClass.DENY, content="the claims", report=REPORT, start=100)
    assert denials_within([own, denial]) == []


def test_a_denial_before_the_claim_reaches_us() -> None:
    """A denial that was read first is linked when the claim arrives."""
    denial = entry(B, holder=A, cue=CueClass.DENY, negative=True, day="2025-11-19")
    claim = entry(A, holder=A, day="2025-11-20", outlet="Sarrat Post")
    links = link_ledger([denial, claim], []).links
    assert [(link.a, link.relation.value, link.b) for link in links] == [(denial.claim.id, "denies", claim.claim.id)]


def test_a_denial_in_the_words_of_the_claim() -> None:
    """Where no event was read, the same words of the other side still show what is denied."""
    claim = entry(A, None, content="attacking the grain market of Lisova with drones", cue=CueClass.ACCUSE)
    denial = entry(B, None, content="attacking the grain market in Lisova with drones", cue=CueClass.DENY, outlet="B",
                   quote=True)  # fmt: skip
    assert _between(denial, claim) == [(denial.claim.id, "denies", claim.claim.id)]


def _between(*entries: LedgerEntry) -> list[tuple[str, str, str]]:
    from contested.links.pairs import between, report

    one, other = (report(each.document.id, [each], None) for each in entries)
    return [(link.a, link.relation.value, link.b) for link in between(one, other)[0]]


@pytest.mark.parametrize("cue", [CueClass.DENY, CueClass.REJECT])
def test_a_denial_never_supports(cue: CueClass) -> None:
    """Whatever polarity was read under a verb of denial, it is no support."""
    for negative in (True, False):
        denial = entry(B, holder=A, cue=cue, negative=negative, outlet="B")
        links = link_ledger([denial, entry(A, holder=A)], []).links
        assert all(link.relation.value not in ("supports", "same", "copy_of") for link in links)


def test_a_plea_refused_is_not_denied() -> None:
    """Who rejects a plea refuses; who denies the use of "shells which doctors say burn" does not deny the doctors."""
    denial = entry(
        B, None, cue=CueClass.REJECT, words="Ostvan rejected a plea by Kestria to halt flights", report=REPORT
    )
    plea = entry(A, "aid.delivered", cue=CueClass.ORDER, report=REPORT, start=20, parent=denial.claim.id)
    doctors = entry(
        "doctors", "casualty.civilian", words="which doctors say burn", report=REPORT, start=40, parent=denial.claim.id
    )
    assert denials_within([denial, plea, doctors]) == []


def test_a_statement_that_holds_the_denial_is_not_denied_by_it() -> None:
    """Another outlet's sentence with the same denial in it repeats the denial."""
    words = "Ostvan dismisses the observatory's count of strikes in Lisova as biased"
    denial = entry("observatory", None, cue=CueClass.REJECT, words=words, outlet="Sarrat Post")
    cue = structs.replace(denial.claim.cue, start=words.index("dismisses"), end=words.index("dismisses") + 9)
    denial = structs.replace(denial, claim=structs.replace(denial.claim, cue=cue))
    repeated = entry("Meridian Monitor", "strike.air", words=f"It names none and {words[7:]}", outlet="Monitor")
    assert denied_in_words(denial, repeated) is None
    other = entry("Meridian Monitor", "strike.air", words="The observatory counts many strikes in Lisova", outlet="M")
    assert denied_in_words(denial, other) is not None
