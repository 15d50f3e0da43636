"""Claims as judged: invented sentences, cue and content, and what the source says of the content."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contested.claims.factuality import event_factuality, judge_claim, judge_claims
from contested.model import Certainty, Claim, Cue, CueClass, Evidence, Modality, Polarity, Source, Span, Tense
from tests.claims.sentences import read


def claim(text: str, cue: str, cue_class: CueClass, content: str) -> Claim:
    """Return a claim of the whole text with the cue and content that stand in it."""
    at, start = text.index(cue), text.index(content)
    last = read(text).parse.token_at(at + len(cue) - 1)
    assert last is not None
    return Claim(
        id=text,
        start=0,
        end=len(text.rstrip(".")),
        content=(Span(start=start, end=start + len(content)),),
        source=Source(),
        cue=Cue(start=at, end=at + len(cue), lemma=last.lemma, cue_class=cue_class),
    )


C = CueClass
# sentence, cue, its class, content, polarity, certainty
CLAIMS = [
    ("The mayor said rebels took the mill.", "said", C.ASSERT, "rebels took the mill", "+", "CT"),
    ("The mayor said the mill was not taken.", "said", C.ASSERT, "the mill was not taken", "-", "CT"),
    ("The mayor denied that rebels took the mill.", "denied", C.DENY, "that rebels took the mill", "-", "CT"),
    (
        "The mayor denied that the mill had not been taken.",
        "denied",
        C.DENY,
        "that the mill had not been taken",
        "+",
        "CT",
    ),
    ("The mayor did not deny that rebels took it.", "did not deny", C.DENY, "that rebels took it", "+", "U"),
    ("The mayor rejected claims of a retreat.", "rejected", C.REJECT, "claims of a retreat", "-", "CT"),
    ("The mayor did not confirm the retreat.", "did not confirm", C.CONFIRM, "the retreat", "+", "U"),
    ("The mayor could not confirm the retreat.", "could not confirm", C.CONFIRM, "the retreat", "+", "U"),
    ("The mayor confirmed the retreat.", "confirmed", C.CONFIRM, "the retreat", "+", "CT"),
    ("The mayor acknowledged the loss of the mill.", "acknowledged", C.ACKNOWLEDGE, "the loss of the mill", "+", "CT"),
    ("The mayor said reports of a retreat were false.", "said", C.ASSERT, "reports of a retreat were false", "-", "CT"),
    (
        "The mayor said it was untrue that rebels took it.",
        "said",
        C.ASSERT,
        "it was untrue that rebels took it",
        "-",
        "CT",
    ),
    (
        "The mayor said there was no evidence of torture.",
        "said",
        C.ASSERT,
        "there was no evidence of torture",
        "-",
        "CT PR",
    ),
    ("The mayor said the army had no troops there.", "said", C.ASSERT, "the army had no troops there", "-", "CT"),
    ("The mayor said rebels failed to take the mill.", "said", C.ASSERT, "rebels failed to take the mill", "-", "CT"),
    ("The mayor said rebels may take the mill.", "said", C.ASSERT, "rebels may take the mill", "+", "PS"),
    ("The mayor believes rebels took the mill.", "believes", C.ASSESS, "rebels took the mill", "+", "PR"),
    ("The monitor described the city as a grey zone.", "described", C.ASSESS, "the city as a grey zone", "+", "CT"),
    ("The mayor asked whether rebels took the mill.", "asked", C.QUESTION, "whether rebels took the mill", "+", "U"),
    ("The mayor doubts that rebels took the mill.", "doubts", C.QUESTION, "that rebels took the mill", "-", "PS PR"),
    ("The mayor warned of an attack.", "warned", C.WARN, "an attack", "+", "PS"),
    ("The mayor warned that rebels had taken the mill.", "warned", C.WARN, "that rebels had taken the mill", "+", "CT"),
    ("Analysts predict that the town will fall.", "predict", C.PREDICT, "that the town will fall", "+", "PR"),
    ("The army vowed to retake the mill.", "vowed", C.PROMISE, "to retake the mill", "+", "PR"),
    ("The general ordered his men to leave.", "ordered", C.ORDER, "his men to leave", "+", "PS"),
    ("The ministry withdrew its claim of a victory.", "withdrew", C.RETRACT, "its claim of a victory", "-", "U"),
    ("The army declined to comment on the losses.", "declined to comment", C.REFUSE_COMMENT, "the losses", "+", "U"),
    ("The army is considering air strikes.", "considering", C.ASSESS, "air strikes", "+", "PS"),
    ("It said it was not clear who fired.", "said", C.ASSERT, "it was not clear who fired", "+", "U"),
    (
        "It said the shelling caused no deaths but hurt ten.",
        "said",
        C.ASSERT,
        "the shelling caused no deaths but hurt ten",
        "+-",
        "CT",
    ),
]


@pytest.mark.parametrize(("text", "cue", "cue_class", "content", "polarity", "certainty"), CLAIMS)
def test_a_claim_says_yes_or_no_and_how_surely(
    text: str, cue: str, cue_class: CueClass, content: str, polarity: str, certainty: str
) -> None:
    """The cue's stance and the content's own words give polarity and certainty."""
    found = judge_claim(read(text), claim(text, cue, cue_class, content))
    assert {Polarity.POSITIVE: "+", Polarity.NEGATIVE: "-"}[found.polarity] in polarity
    assert found.certainty in [Certainty(grade) for grade in certainty.split()]


def test_a_denied_event_is_negative_inside_the_claim_only() -> None:
    """The event in a denial is negative for its source, and final: the cue is folded in."""
    text = "The mayor denied that rebels had taken the mill."
    reading = read(text)
    taken = next(token for token in reading.parse.tokens if token.text == "taken")
    found = event_factuality(reading, taken, claim(text, "denied", C.DENY, "that rebels had taken the mill"))
    assert (found.polarity, found.certainty, found.modality) == (Polarity.NEGATIVE, Certainty.CERTAIN, Modality.ACTUAL)


def test_the_claim_inside_a_denial_stays_positive() -> None:
    """ "Denied rebel claims of a victory": for the rebels the victory is so."""
    text = "The mayor denied rebel claims of a victory."
    inner = claim(text, "claims", C.ASSERT, "a victory")
    assert judge_claim(read(text), inner).polarity is Polarity.POSITIVE


def test_an_own_voice_outlook_has_its_condition() -> None:
    """A claim with no cue gets the condition of its sentence."""
    text = "If the army keeps the road, it may hold the town."
    own = Claim(
        id="own", start=0, end=len(text), content=(Span(start=0, end=len(text)),), source=Source(own_voice=True)
    )
    found = judge_claim(read(text), own)
    assert found.condition is not None
    assert text[found.condition.start : found.condition.end] == "If the army keeps the road"
    assert (found.certainty, found.tense) == (Certainty.POSSIBLE, Tense.FUTURE)


EVIDENCE = [
    ("Satellite images show craters.", "show", "craters", (Evidence.SATELLITE,)),
    ("In a video posted online, the general said men had fled.", "said", "men had fled", (Evidence.VIDEO,)),
    ("Witnesses said men had fled.", "said", "men had fled", (Evidence.WITNESS,)),
    ("The general said documents were burnt.", "said", "documents were burnt", ()),
    ("The general said the video shows a retreat.", "said", "the video shows a retreat", (Evidence.VIDEO,)),
]


@pytest.mark.parametrize(("text", "cue", "content", "expected"), EVIDENCE)
def test_evidence_is_what_shows_not_what_is_spoken_of(
    text: str, cue: str, content: str, expected: tuple[Evidence, ...]
) -> None:
    """A noun of evidence counts outside the content, or with a verb of showing."""
    assert judge_claim(read(text), claim(text, cue, C.ASSERT, content)).evidence == expected


def test_all_claims_of_a_reading_are_judged() -> None:
    """The step changes no claim's words and keeps their order."""
    text = "The mayor denied that rebels took the mill."
    given = claim(text, "denied", C.DENY, "that rebels took the mill")
    [found] = judge_claims(replace(read(text), claims=(given,))).claims
    assert (found.id, found.content, found.polarity) == (given.id, given.content, Polarity.NEGATIVE)
