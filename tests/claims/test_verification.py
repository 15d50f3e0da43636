"""Verification: invented reports, a claim in them, and what the report says about checking it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contested.claims.verification import judge_verification
from contested.model import Claim, Cue, CueClass, Source, Span, Verification
from contested.reading import Reading
from tests.claims.sentences import read


def claim(text: str, words: str, cue: str = "said", source: str = "", cue_class: CueClass = CueClass.ASSERT) -> Claim:
    """Return a claim whose statement is `words`, with the cue and source that stand in them."""
    start = text.index(words)
    at = text.index(cue, start)
    content = Span(start=at + len(cue) + 1, end=start + len(words))
    return Claim(
        id=words,
        start=start,
        end=start + len(words),
        content=(content,),
        source=Source(text=source, name=source or "unknown"),
        cue=Cue(start=at, end=at + len(cue), lemma=cue, cue_class=cue_class),
    )


def judged(text: str, *claims: Claim) -> list[Claim]:
    """Return the claims of a report after its words on verification were read."""
    reading: Reading = replace(read(text), claims=claims)
    return list(judge_verification(reading).claims)


ONE_CLAIM = [
    ("The army said it took Osk. The claim could not be independently verified.", Verification.UNVERIFIABLE),
    ("The army said it took Osk. Reporters were unable to verify the claim.", Verification.UNVERIFIABLE),
    (
        "The army said it took Osk. The agency was not able to confirm the report independently.",
        Verification.UNVERIFIABLE,
    ),
    ("The army said it took Osk. It was not possible to verify the account.", Verification.UNVERIFIABLE),
    ("The army said it took Osk. The claim has not been independently verified.", Verification.UNVERIFIED),
    ("The army said it took Osk. The report remains unconfirmed.", Verification.UNVERIFIED),
    ("The army said it took Osk. There was no independent confirmation.", Verification.UNVERIFIED),
    ("The army said it took Osk. The claim has yet to be verified.", Verification.UNVERIFIED),
    ("The army said it took Osk, a claim that could not be verified.", Verification.UNVERIFIABLE),
    ("The army said it took Osk.\n\nThe claim could not be independently verified.", Verification.UNVERIFIABLE),
    ("The army said it took Osk. Neither side's claims could be independently verified.", Verification.UNVERIFIABLE),
    ("The army said it took Osk. The rain went on.", Verification.NONE),
    ("The army said it will verify the list of prisoners.", Verification.NONE),
    ("The army said two monitors had independently verified the strike.", Verification.VERIFIED),
    ("The army said it took Osk, publishing geolocated footage.", Verification.NONE),
]


@pytest.mark.parametrize(("text", "expected"), ONE_CLAIM)
def test_a_report_says_whether_a_claim_was_checked(text: str, expected: Verification) -> None:
    """The statement is found in the claim's sentence, after it, or in the next paragraph."""
    sentence = text.split(".")[0]
    words = sentence if "," not in sentence else sentence[: sentence.index(",")]
    [found] = judged(text, claim(text, words, source="The army"))
    assert found.verification is expected


def test_geolocated_footage_marks_the_claim_that_it_is_given_for() -> None:
    """The checker is named where the report names one."""
    text = "Footage geolocated by two monitors shows rebels in Osk."
    [found] = judged(text, claim(text, text[:-1], cue="shows", cue_class=CueClass.SHOW))
    assert (found.verification, found.verified_by) == (Verification.GEOLOCATED, "two monitors")


def test_neither_claim_means_both() -> None:
    """A plural or "neither" reaches all claims of the paragraph."""
    text = "The army said it took Osk. Rebels said they hold it. Neither claim could be verified."
    first = claim(text, "The army said it took Osk", source="The army")
    second = claim(text, "Rebels said they hold it", source="Rebels")
    assert [found.verification for found in judged(text, first, second)] == [Verification.UNVERIFIABLE] * 2


def test_it_means_the_last_claim_only() -> None:
    """A singular reaches the last sentence with a claim, not the ones before."""
    text = "The army said it took Osk. Rebels said they hold it. This could not be verified."
    first = claim(text, "The army said it took Osk", source="The army")
    second = claim(text, "Rebels said they hold it", source="Rebels")
    found = judged(text, first, second)
    assert [one.verification for one in found] == [Verification.NONE, Verification.UNVERIFIABLE]


def test_a_named_source_picks_its_own_claims() -> None:
    """ "The army's claim" is the army's, though the rebels spoke last."""
    text = "The army said it took Osk. Rebels said they hold it. The army claim could not be verified."
    first = claim(text, "The army said it took Osk", source="The army")
    second = claim(text, "Rebels said they hold it", source="Rebels")
    found = judged(text, first, second)
    assert [one.verification for one in found] == [Verification.UNVERIFIABLE, Verification.NONE]


def test_a_check_does_not_reach_over_two_paragraphs() -> None:
    """Old claims are left alone."""
    text = "The army said it took Osk.\n\nIt rained.\n\nThe claim could not be verified."
    [found] = judged(text, claim(text, "The army said it took Osk", source="The army"))
    assert found.verification is Verification.NONE
