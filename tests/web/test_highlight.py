"""Cutting a report's text where claims begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contested.model import Claim, Cue, Source, Span
from contested.web.highlight import hidden_turns, highlighted, paragraphs

TEXT = 'The army said its units held Bara. "We are in the market," a resident of Bara told the radio.\n\nNothing else.'


def span(words: str) -> Span:
    """Return the span of words in TEXT."""
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def claim(name: str, whole: str, *content: str, source: str = "", cue: str = "") -> Claim:
    """Return a claim whose spans are these words of TEXT."""
    at, who = span(whole), span(source) if source else None
    return Claim(
        id=name, start=at.start, end=at.end, content=tuple(span(words) for words in content),
        source=Source(text=source, start=who.start if who else None, end=who.end if who else None),
        cue=Cue(start=span(cue).start, end=span(cue).end, lemma=cue) if cue else None,
    )  # fmt: skip


def marked(role: str, claims: list[Claim]) -> list[str]:
    """Return the runs of text that have a role."""
    return [piece.text for each in highlighted(TEXT, claims) for piece in each.pieces if getattr(piece, role)]


ARMY = claim("a", "The army said its units held Bara", "its units held Bara", source="The army", cue="said")
INSIDE = claim("b", "its units held", "units held")
RESIDENT = claim(
    "c", '"We are in the market," a resident of Bara told the radio', "We are in the market", "the radio",
    source="a resident of Bara", cue="told",
)  # fmt: skip


def test_source_cue_and_content_are_marked_each_by_itself() -> None:
    """The three marks stand on the words of their spans."""
    assert marked("source", [ARMY]) == ["The army"]
    assert marked("cue", [ARMY]) == ["said"]
    assert marked("content", [ARMY]) == ["its units held Bara"]


def test_the_reports_own_voice_is_marked_apart() -> None:
    """What nobody but the report says is no quoted content."""
    voice = Claim(id="o", start=0, end=8, content=(span("Nothing else."),), source=Source(own_voice=True))
    assert marked("own", [voice]) == ["Nothing else."]
    assert marked("content", [voice]) == []


def test_a_claim_inside_another_keeps_both() -> None:
    """The words of a nested claim belong to both, and each has its number."""
    pieces = highlighted(TEXT, [ARMY, INSIDE])[0].pieces
    both = [piece.text for piece in pieces if piece.claims == ("a", "b")]
    assert "".join(both) == "its units held"
    assert [name for piece in pieces for name in piece.ends] == ["b", "a"]


def test_content_with_a_gap_is_marked_twice_and_numbered_once() -> None:
    """A broken quotation stays one claim."""
    pieces = highlighted(TEXT, [RESIDENT])[0].pieces
    assert marked("content", [RESIDENT]) == ["We are in the market", "the radio"]
    assert [piece.text for piece in pieces if piece.ends] == ["the radio"]


def test_a_number_between_paragraphs_stands_at_the_end_of_the_first() -> None:
    """A claim that ends in an empty line keeps its number."""
    end = TEXT.index("\n\n") + 1
    late = Claim(id="d", start=0, end=end, content=(Span(start=0, end=end),), source=Source())
    assert highlighted(TEXT, [late])[0].pieces[-1].ends == ("d",)


@given(st.lists(st.tuples(*[st.integers(0, len(TEXT) + 5)] * 4), max_size=8))
def test_the_pieces_are_the_text(edges: list[tuple[int, int, int, int]]) -> None:
    """Whatever the spans, no character is lost or doubled, and each claim has one number."""
    claims = [
        Claim(
            id=str(number), start=min(a, b), end=max(a, b), content=(Span(start=min(c, d), end=max(c, d)),),
            source=Source(),
        )
        for number, (a, b, c, d) in enumerate(edges)
    ]  # fmt: skip
    found = highlighted(TEXT, claims)
    assert [each.text for each in found] == [TEXT[a:b] for a, b in paragraphs(TEXT)]
    numbers = [name for each in found for piece in each.pieces for name in piece.ends]
    assert sorted(numbers) == sorted(each.id for each in claims)


def test_hidden_marks_of_direction_are_counted() -> None:
    """An override that turns a text round is told, not hidden."""
    assert hidden_turns("Bara \u202efell\u202c") == 2
