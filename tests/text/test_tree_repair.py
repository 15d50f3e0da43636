"""Trees that a small parser gets wrong are put right, true appositions are left alone."""

from __future__ import annotations

import pytest

from contested.parse import Parse, Token
from contested.text.sentences import parse_texts
from contested.text.tree_repair import repaired


def word(parse: Parse, text: str) -> Token:
    """Return the first token with that text."""
    return next(token for token in parse.tokens if token.text == text)


SWALLOWED = [
    # sentence, the object, its verb, the speaker, the cue
    ("Troops continue to hold Myrnohrad, the Ukrainian General Staff said.", "Myrnohrad", "hold", "Staff", "said"),
    ("Rebels captured Sake, the governor said.", "Sake", "captured", "governor", "said"),
]


@pytest.mark.parametrize(("text", "thing", "verb", "speaker", "cue"), SWALLOWED)
def test_the_object_goes_back_to_its_verb(text: str, thing: str, verb: str, speaker: str, cue: str) -> None:
    """What troops hold is not who says so."""
    parse = next(parse_texts([text]))
    assert word(parse, thing).head.text == verb
    assert word(parse, speaker).head.text == cue


def test_a_true_apposition_stays() -> None:
    """A name explained between commas speaks itself; repairing twice changes nothing."""
    parse = next(parse_texts(["Sudan, the largest country there, said the border was open."]))
    assert word(parse, "Sudan").head.text == "said"
    heads = [token.head.i for token in parse.tokens]
    assert [token.head.i for token in repaired(parse).tokens] == heads
