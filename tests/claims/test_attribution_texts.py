"""What attribution does with whole texts: continued speakers, nesting, chains, order, symmetry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.claims.attribution import extract_claims
from contested.model import Actor, ActorKind, Claim, Directness, Document
from contested.reading import Reading
from contested.text.quotes import find_quotes
from contested.text.sentences import parse_text


def claims_of(text: str, actors: tuple[Actor, ...] = ()) -> tuple[Claim, ...]:
    """Return the claims of a text."""
    document = Document(id="test", path="test", sha256="", outlet="The Test", text=text)
    return extract_claims(find_quotes(parse_text(Reading(document=document, actors=actors)))).claims


def content(text: str, claim: Claim) -> str:
    """Return a claim's content words."""
    return " … ".join(text[span.start : span.end] for span in claim.content)


def test_quotation_over_sentences_is_one_claim() -> None:
    """Several sentences between one pair of marks have one speaker."""
    text = '"The line is stable. Nothing was lost. We expect more attacks at night," Capt. Ana Reis said.'
    (claim,) = [one for one in claims_of(text) if one.parent is None]
    assert claim.source.text == "Capt. Ana Reis"
    assert claim.directness is Directness.DIRECT
    assert content(text, claim).startswith('"The line is stable. Nothing')


def test_quotation_over_paragraphs_keeps_its_speaker() -> None:
    """A paragraph that is all quotation belongs to the speaker before it."""
    text = '"We lost the hill," Col. Orel said. "It was a hard night.\n\n"But the road is open."'
    (claim,) = [one for one in claims_of(text) if one.parent is None]
    assert content(text, claim).endswith('"But the road is open."')


def test_unquoted_speech_continues() -> None:
    """A sentence that adds to a statement goes on in the same voice, and says so."""
    text = "Orel said it is hard to reach the town. In addition, the bridge is mined."
    claims = claims_of(text)
    assert [claim.continued for claim in claims] == [False, True]
    assert claims[1].cue is None
    assert not claims[1].source.own_voice


def test_continuation_ends_with_the_paragraph() -> None:
    """A new paragraph is the outlet's own again."""
    text = "Orel said it is hard to reach the town.\n\nIn addition, the bridge is mined."
    assert [claim.continued for claim in claims_of(text)] == [False]


def test_claim_inside_a_denial_has_a_parent() -> None:
    """The denied claim stands inside the denial and has its own source."""
    claims = claims_of("The general denied Russian claims of a complete encirclement.")
    denial = next(claim for claim in claims if claim.source.text == "The general")
    inner = next(claim for claim in claims if claim.source.text == "Russian")
    assert inner.parent == denial.id
    assert denial.parent is None


def test_relative_source_names_its_antecedent() -> None:
    """ "who" keeps its span, and the name says who that is."""
    claims = claims_of("The medic, who said the ward was full, left at noon.")
    assert (claims[0].source.text, claims[0].source.name) == ("who", "The medic")


def test_cited_voice_is_the_source_and_the_outlet_its_chain() -> None:
    """A statement goes back to who was cited; who passed it on is the chain."""
    claims = claims_of("The agency reported, citing the defence ministry, that the port had been hit.")
    claim = next(one for one in claims if one.cue and one.cue.lemma == "report")
    assert claim.source.text == "the defence ministry"
    assert [source.text for source in claim.chain] == ["The agency"]


def test_told_to_an_outlet_is_a_chain() -> None:
    """ "told Reuters" puts Reuters between the speaker and the reader; "told the president" does not."""
    text = "A medic told Reuters that the ward was full."
    outlet = Actor(start=13, end=20, text="Reuters", name="Reuters", kind=ActorKind.MEDIA)
    assert [source.name for source in claims_of(text, (outlet,))[0].chain] == ["Reuters"]
    assert claims_of("A medic told the president that the ward was full.")[0].chain == ()


def test_transcript_gives_each_turn_its_speaker() -> None:
    """Where several paragraphs begin with a name and a colon, each belongs to that voice."""
    text = "OREL: The bridge is gone.\n\nREIS: We still hold the ridge.\n\nOREL: Not for long."
    assert [claim.source.text for claim in claims_of(text) if claim.parent is None] == ["OREL", "REIS", "OREL"]


def test_hedge_in_a_quotation_is_no_claim_of_its_own() -> None:
    """ "I think" inside somebody's quotation is the speaker's hedge."""
    claims = claims_of('"I think the line will hold," Capt. Reis said.')
    assert len(claims) == 1


def test_cue_keeps_its_negation() -> None:
    """The cue's words hold auxiliaries and "not"."""
    text = "The army has not yet confirmed the loss."
    (claim,) = claims_of(text)
    assert claim.cue is not None
    assert " ".join(text[word.start : word.end] for word in claim.cue.words) == "has not yet confirmed"


def test_ids_depend_on_words_alone() -> None:
    """Reading twice gives the same ids; no two claims share one."""
    text = "The army denied Russian claims of a breakthrough but admitted that a village was lost."
    first, second = claims_of(text), claims_of(text)
    assert [claim.id for claim in first] == [claim.id for claim in second]
    assert len({claim.id for claim in first}) == len(first)


@pytest.mark.parametrize(
    "template",
    [
        "{a} has accused {b} of shelling the market, but {b} denied the attack.",
        "{a} said on Monday that {b} had lost the airfield.",
        "Commanders in {a} dismissed claims by {b} that the road was cut.",
    ],
)
@pytest.mark.parametrize(("one", "other"), [("Russia", "Ukraine"), ("Sudan", "Chad"), ("Israel", "Lebanon")])
def test_swapping_names_swaps_the_result(template: str, one: str, other: str) -> None:
    """No side is read differently from another."""

    def shape(a: str, b: str) -> list[tuple[str, str, str]]:
        text = template.format(a=a, b=b)
        names = {a: "A", b: "B"}
        rows = []
        for claim in claims_of(text):
            source, words = claim.source.text, content(text, claim)
            for name, letter in names.items():
                source, words = source.replace(name, letter), words.replace(name, letter)
            rows.append((source, str(claim.cue.cue_class) if claim.cue else "", words))
        return rows

    assert shape(one, other) == shape(other, one)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "said",
                "the army",
                "that",
                '"',
                "“",
                "”",
                "denied",
                "claims of",
                ",",
                ".",
                "\n\n",
                "a raid",
                "who",
                "it",
                ":",
            ]
        ),
        max_size=25,
    )
)
def test_any_words_give_sound_claims(pieces: list[str]) -> None:
    """Whatever the words: spans lie in the text, parents exist, contents are not empty."""
    text = " ".join(pieces)
    claims = claims_of(text)
    ids = {claim.id for claim in claims}
    for claim in claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.content
        assert all(claim.start <= span.start < span.end <= claim.end for span in claim.content)
        assert claim.parent is None or claim.parent in ids - {claim.id}
