"""Headings and transcripts: "Mayor: 'We stay'", "OREL: The bridge is gone."."""

from __future__ import annotations

from collections.abc import Iterator

from contested.claims.cues import verb_lexicon
from contested.claims.finding import Finding, edges, runs
from contested.model import CueClass
from contested.parse import Parse, Token

LONGEST_NAME = 7
"""Words a speaker's name and office may have before the colon."""


def find_heading_claims(parse: Parse) -> Iterator[Finding]:
    """Yield one finding for each paragraph that begins with a speaker and a colon."""
    for sentence in parse.sentences:
        tokens = parse.tokens[sentence.first : sentence.last]
        if sentence.first and parse.sentences[tokens[0].sentence - 1].paragraph == sentence.paragraph:
            continue  # not the first sentence of its paragraph
        end = next(stop for start, stop in parse.paragraphs if start <= sentence.start < stop)
        finding = _heading(tokens, parse.tokens_in(sentence.start, end))
        if finding is not None:
            yield finding


def _heading(tokens: tuple[Token, ...], paragraph: tuple[Token, ...]) -> Finding | None:
    colon = next((i for i, token in enumerate(tokens[: LONGEST_NAME + 1]) if token.text == ":"), None)
    if not colon or len(paragraph) <= colon + 2:
        return None
    name = tokens[:colon]
    if not _is_speaker(name):
        return None
    content = runs(paragraph[colon + 1 :])
    source = edges(list(name))
    if not content or source is None:
        return None
    return Finding(
        rule="heading", head=tokens[colon], cue=(tokens[colon],), lemma=":", cue_class=CueClass.ASSERT,
        content=content, source=source,
    )  # fmt: skip


def _is_speaker(name: tuple[Token, ...]) -> bool:
    """Whether the words before a colon name a person, an office or a body, with no verb of saying."""
    if any(token.pos in ("VERB", "AUX") and verb_lexicon().cue_of(token) for token in name):
        return False
    words = [token for token in name if token.pos not in ("PUNCT", "ADP", "DET", "PART")]
    return bool(words) and all(word.text[0].isupper() for word in words) and any(word.pos == "PROPN" for word in words)
