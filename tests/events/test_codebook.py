"""The code book: every invented sentence of it is coded as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from contested.errors import UnknownName
from contested.events import codebook, ontology

SENTENCES = list(codebook.sentences())
DOCS = Path(__file__).parents[2] / "docs" / "codebook"


def test_the_table_is_large() -> None:
    """At least three hundred sentences hold the coder to the code book."""
    assert len(SENTENCES) >= 300


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: f"{one.page}: {one.text}")
def test_sentence_is_coded_as_its_page_says(sentence: codebook.Sentence) -> None:
    """An example gets its page's type; a near miss gets the type it names, or none."""
    events = codebook.events_of(sentence.text)
    assert codebook.is_coded_as_said(sentence, events), sorted({event.type for event in events})


@pytest.mark.parametrize("key", ontology.types())
def test_page_of_the_docs_is_the_lexicon(key: str) -> None:
    """Each type's page in the docs is what the lexicon says today."""
    assert (DOCS / f"{key}.md").read_text(encoding="utf-8") == codebook.page(ontology.event_type(key))


def test_each_type_has_rules_and_a_frame() -> None:
    """Each type says what it includes, and some frame codes it."""
    framed = {frame.type for frame in ontology.frames()}
    for one in ontology.types().values():
        assert one.definition.endswith(".")
        assert one.includes
        assert one.key in framed


def test_unknown_type_answers_with_known_ones() -> None:
    """A misspelt type is answered with the nearest."""
    with pytest.raises(UnknownName, match=r"control\.gain"):
        ontology.event_type("control.gained")
