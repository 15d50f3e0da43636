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


def test_reports_of_something_are_no_verb() -> None:
    """Behind "that" and before "of", "reports" is the subject, and "that" opens the clause."""
    parse = next(parse_texts(["He told state media that reports of the capture of Lashio were false."]))
    assert (word(parse, "reports").pos, word(parse, "reports").dep) == ("NOUN", "nsubj")
    assert word(parse, "that").head.text == "were"


def test_it_s_taken_has_an_object_and_is_active() -> None:
    """The short form of "has" is no passive."""
    parse = next(parse_texts(["The army says it's taken full control of Kadugli."]))
    assert word(parse, "it").dep == "nsubj"
    assert word(parse, "'s").dep == "aux"


def test_the_noun_before_said_says_it() -> None:
    """After "a day after", the noun right before a verb without a subject is its subject."""
    text = "Armenia reported heavy fighting on Monday, a day after Azerbaijan said it had captured Shusha."
    parse = next(parse_texts([text]))
    assert word(parse, "Azerbaijan").head.text == "said"
    assert word(parse, "Azerbaijan").dep == "nsubj"
