"""Laws of the way from reports to a conclusion: how the same sentences are cut into reports matters not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.assessment.control import assess_control, gather
from contested.assessment.parts import assess_parts
from contested.links import link_ledger
from contested.model import Control, Document, LedgerEntry, content_id
from tests.factories import days, document, entry

PARTIES = ("Kestria", "Ostvan")
PLACE = "test:XV:velmora"
DAYS = days("2025-11-01", 4)

SAID = st.tuples(
    st.sampled_from(["Kestria", "Ostvan", "Meridian Monitor", ""]),
    st.sampled_from(["control.gain", "control.hold", "control.withdraw", "control.infiltrate", "control.contest"]),
    st.sampled_from(PARTIES),
    st.booleans(),
    st.sampled_from([None, "northern districts"]),
    st.sampled_from(DAYS),
    st.booleans(),  # in the second half of a report that is split
)


Said = tuple[str, str, str, bool, str | None, str, bool]
Told = tuple[list[LedgerEntry], list[Document]]


def ledger(said: Sequence[Said], split: bool) -> Told:
    """Return what is said, in one report a day or, if split, in two of the same outlet."""
    halves: dict[tuple[str, bool], list[tuple[int, Said]]] = defaultdict(list)
    for number, one in enumerate(said):
        halves[one[5], split and one[6]].append((number, one))
    entries, documents = [], []
    for (day, _), told in sorted(halves.items()):
        words = [_words(number, one) for number, one in told]
        report = document(" ".join(words), day=day)
        documents.append(report)
        entries += [_entry(number, one, report, text) for (number, one), text in zip(told, words, strict=True)]
    return entries, documents


def _words(number: int, said: Said) -> str:
    """Return words that no other claim shares: nothing here is anything's copy."""
    own = " ".join(content_id("word", number, i)[:7] for i in range(12))
    return f"{said[0] or 'Residents'} {own} {number}."


def _entry(number: int, said: Said, report: Document, words: str) -> LedgerEntry:
    """Return the claim under an id of its own, so that claims of two cuts can be told to be the same."""
    speaker, kind, holder, negative, part, day, _ = said
    made = entry(
        speaker, kind, holder=holder, negative=negative, part=part, day=day, report=report, words=words,
        start=report.text.index(words),
    )  # fmt: skip
    claim = msgspec.structs.replace(made.claim, id=f"claim-{number}")
    events = tuple(msgspec.structs.replace(event, claim=claim.id) for event in made.events)
    return msgspec.structs.replace(made, claim=claim, events=events)


def concluded(told: Told, day: str = DAYS[-1]) -> tuple[Control, tuple[Control, ...]]:
    """Return the conclusions on Velmora and its parts, after linking."""
    linked = link_ledger(*told)
    evidence = gather(told[0], linked.links, linked.origins, PARTIES)
    return assess_control(evidence, PLACE, day), assess_parts(evidence, PLACE, day)


def drawn(control: Control) -> tuple[object, ...]:
    """Return a conclusion without its origins, which name reports: what speaks for what, and how heavily.

    Whether it is disputed is left out: which claims a report sets against each other is the links' to say.
    """
    weight: dict[str, float] = defaultdict(float)
    for weighing in control.weighings:
        weight[weighing.supports] += weighing.weight
    totals = {supports: round(total, 3) for supports, total in weight.items()}
    claims = set(control.claims_for), set(control.claims_against)
    return control.state, control.part, control.probabilities, control.basis, totals, claims


@settings(max_examples=60, deadline=None)
@given(st.lists(SAID, max_size=8))
def test_splitting_a_report_changes_no_conclusion(said: list[Said]) -> None:
    """The same claims in one report or in two of the same outlet and day lead to the same conclusions."""
    whole, parts = concluded(ledger(said, split=False))
    whole_split, parts_split = concluded(ledger(said, split=True))
    assert drawn(whole) == drawn(whole_split)
    assert [drawn(part) for part in parts] == [drawn(part) for part in parts_split]


@settings(max_examples=30, deadline=None)
@given(st.lists(SAID, max_size=8), st.integers(1, 5))
def test_irrelevant_reports_change_no_conclusion(said: list[Said], number: int) -> None:
    """Reports about nothing that bears on control change nothing, linked and all."""
    entries, documents = ledger(said, split=False)
    noise = [document(f"The harvest was good in valley {i}.", outlet=f"Farm News {i}") for i in range(number)]
    idle = [entry("", None, None, words=report.text, report=report) for report in noise]
    assert concluded((entries, documents)) == concluded(([*entries, *idle], [*documents, *noise]))
