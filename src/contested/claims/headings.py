"""Headings and transcripts: "Mayor: 'We stay'", "OREL: The bridge is gone."."""

from __future__ import annotations

from collections.abc import Iterator

from contested.claims.cues import verb_lexicon
from contested.claims.finding import Finding, edges, runs
from contested.model import CueClass
from contested.parse import Parse, Token

QUOTE_MARKS = frozenset({'"', "“", "''", "``", "‘", "'", "«", "„"})
LONGEST_HEADLINE = 20
TURNS = 3
"""Paragraphs that begin with a speaker and a colon before a text is taken for a transcript."""
LONGEST_NAME = 7
"""Words a speaker's name and office may have before the colon."""


def find_heading_claims(parse: Parse) -> Iterator[Finding]:
    """Yield one finding for each sentence that begins with a speaker and a colon.

    Sure are a headline ("Orel: Line holds") and a name before a quotation. A whole paragraph
    behind a name counts only in a transcript, where several begin so: "KHARTOUM: The army …" is
    where a report was written.
    """
    sure: list[Finding] = []
    turns: list[Finding] = []
    for finding, is_sure in _candidates(parse):
        (sure if is_sure else turns).append(finding)
    yield from sure
    if len(turns) >= TURNS:
        yield from turns


def _candidates(parse: Parse) -> Iterator[tuple[Finding, bool]]:
    """Yield each speaker before a colon, and whether it is sure to be one."""
    for sentence in parse.sentences:
        tokens = parse.tokens[sentence.first : sentence.last]
        colon = next((i for i, token in enumerate(tokens[: LONGEST_NAME + 1]) if token.text == ":"), None)
        if not colon:
            continue
        first = not sentence.first or parse.sentences[tokens[0].sentence - 1].paragraph != sentence.paragraph
        end = next(stop for start, stop in parse.paragraphs if start <= sentence.start < stop)
        rest = parse.tokens_in(tokens[colon].start, end)
        finding = _heading(tokens[:colon], rest, first)
        if finding is not None:
            headline = len(rest) <= LONGEST_HEADLINE and rest[-1].sentence == tokens[0].sentence
            proper = any(token.pos == "PROPN" for token in tokens[:colon])
            yield finding, (headline and proper) or _is_quoted(rest)


def _is_quoted(rest: tuple[Token, ...]) -> bool:
    return len(rest) > 1 and rest[1].text in QUOTE_MARKS


def _heading(name: tuple[Token, ...], rest: tuple[Token, ...], first: bool) -> Finding | None:
    """Return the finding of a speaker, the colon and what follows in the paragraph."""
    quoted = _is_quoted(rest)
    capitals = all(token.text.isupper() for token in name if token.text.isalpha()) and len(name[0].text) > 1
    if not (first or quoted or capitals) or not _is_speaker(name, quoted or capitals):
        return None
    content, source = runs(rest[1:]), edges(list(name))
    if len(rest) < 3 or not content or source is None:
        return None
    return Finding(
        rule="heading",
        head=rest[0],
        cue=(rest[0],),
        lemma=":",
        cue_class=CueClass.ASSERT,
        content=content,
        source=source,
    )


def _is_speaker(name: tuple[Token, ...], sure: bool) -> bool:
    """Whether the words before a colon name a person, an office or a body, with no verb of saying."""
    if any(token.pos in ("VERB", "AUX") and verb_lexicon().cue_of(token) for token in name):
        return False
    words = [token for token in name if token.pos not in ("PUNCT", "ADP", "DET", "PART", "CCONJ")]
    kinds = ("PROPN", "NOUN", "PRON", "ADJ", "VERB", "INTJ") if sure else ("PROPN",)
    return bool(words) and all(word.text[0].isupper() for word in words) and any(word.pos in kinds for word in words)
