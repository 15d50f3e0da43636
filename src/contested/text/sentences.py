"""Paragraphs, sentences and the parse: the first step on every report.

Paragraphs are cut before the parser sees the text, or headings and quotations glue to the wrong
speaker. A dateline is a sentence of its own, or its town becomes the subject of what follows.
All-capitals text (old wire dispatches) is put into sentence case for the parser only; the tokens
keep the words and offsets of the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from contested import settings
from contested.errors import ModelMissing
from contested.parse import Parse, ParsedSentence, Token
from contested.reading import Reading
from contested.text.tree_repair import repaired

if TYPE_CHECKING:
    from spacy.language import Language

PARAGRAPH_END = re.compile(r"[ \t\r\f\v]*\n(?:[ \t\r\f\v]*\n)+|\n{2,}")
LONGEST_PARAGRAPH = 20_000
"""Code points handed to the parser at once; longer paragraphs are cut at white space, since the
parser's memory grows with the length of a text (about 1 GB per 100,000 characters)."""

DATELINE = re.compile(
    r"""(?:[A-Z][A-Z'’.-]*[A-Z](?:[ /-][A-Z][A-Z'’.-]+)*       # a town in capitals: GOMA, EL OBEID
        (?:,\ [A-Z0-9][\w.’'-]*(?:\ [\w.’'-]+){0,2}){0,3}        # its country, the day: ", Congo", ", June 29"
        (?:\ ?\([^()\n]{2,40}\))?\ ?(?:—|–|--|-)\s            # the agency, and a dash
      | (?!The\ )[A-Z][\w’'-]+(?:\ [A-Z][\w’'-]+){0,2}                  # a town in lower case needs an agency
        (?:,\ [A-Z0-9][\w.’'-]*(?:\ [\w.’'-]+){0,2}){0,3}
        \ ?\([A-Z][^()\n]{1,39}\)\ ?(?:—|–|--|-)\s
      )(?=\s*["“‘'A-Z0-9])""",
    re.VERBOSE,
)
TOWN_AND_COLON = re.compile(r"(?:[A-Z][a-z][\w’'-]+(?: [A-Z][\w’'-]+)?|[A-Z]{5,}(?: [A-Z]+)?):\s(?=[A-Z])")
LEAD_WORDS = 15
"""Words from which "Khartoum: …" is a lead with its dateline; a shorter line is a heading that
names a speaker ("Moscow: Kupiansk is ours")."""


@lru_cache(maxsize=2)
def load_model() -> Language:
    """Return the spaCy pipeline, without its entity recogniser (places come from a gazetteer).

    Raises ModelMissing where no pipeline of `settings.model_names` is installed.
    """
    import spacy

    names = settings.model_names()
    for name in names:
        try:
            return spacy.load(name, exclude=["ner"])
        except OSError:
            continue
    raise ModelMissing(
        f"No language pipeline found (looked for {', '.join(names)}).",
        "Install one: python -m spacy download en_core_web_sm",
    )


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the paragraphs of a text as code-point pairs, without the white space around them.

    Blank lines part paragraphs. Where a text has no blank line at all but many line ends, each
    line is a paragraph, unless the lines are hard-wrapped (most end without final punctuation).

    >>> find_paragraphs("One.\\n\\nTwo.")
    [(0, 4), (6, 10)]
    """
    separator = PARAGRAPH_END
    if not PARAGRAPH_END.search(text) and text.count("\n") >= 2:
        lines = [line.rstrip() for line in text.splitlines() if line.strip()]
        closed = sum(line.endswith((".", "!", "?", '"', "”", ":", "»")) for line in lines)
        if closed >= 0.6 * len(lines):
            separator = re.compile(r"\n")
    spans: list[tuple[int, int]] = []
    position = 0
    for match in [*separator.finditer(text), None]:
        start, end = position, match.start() if match else len(text)
        position = match.end() if match else len(text)
        spans.extend(_trimmed(text, start, end))
    return spans


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch without outer white space, cut where it is too long to parse."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST_PARAGRAPH:
        cut = text.rfind(" ", start + LONGEST_PARAGRAPH // 2, start + LONGEST_PARAGRAPH)
        cut = cut if cut > start else start + LONGEST_PARAGRAPH
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def dateline_end(paragraph: str, *, first: bool = False) -> int:
    """Return where a paragraph's dateline ends, 0 without one; `first` for a report's first paragraph.

    >>> dateline_end("GOMA, Congo (AP) — Rebels entered the city.")
    19
    """
    match = DATELINE.match(paragraph)
    if match is None and first and len(paragraph.split(maxsplit=LEAD_WORDS)) > LEAD_WORDS:
        match = TOWN_AND_COLON.match(paragraph)
    return match.end() if match else 0


def datelines(text: str, parse: Parse) -> tuple[tuple[int, int], ...]:
    """Return the datelines of a report as code-point pairs.

    A town there is where the report was written, and not always what it is about.
    """
    cuts = [
        (start, start + dateline_end(text[start:end], first=number == 0))
        for number, (start, end) in enumerate(parse.paragraphs)
    ]
    return tuple((start, cut) for start, cut in cuts if cut > start)


def _stretches(text: str, paragraphs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield what the parser reads at once: paragraph number, start and end; a dateline apart."""
    for number, (start, end) in enumerate(paragraphs):
        cut = start + dateline_end(text[start:end], first=number == 0)
        if cut > start:
            yield number, start, cut
        yield number, cut, end


def for_parser(text: str) -> str:
    """Return the text as the parser should see it: same length, line ends as blanks.

    Text all in capitals is put into sentence case; typographic quotes stay, since the
    tokeniser knows them.
    """
    from contested.text.casing import is_upper_case, sentence_case

    flat = text.replace("\n", " ").replace("\r", " ").replace("\t", " ").replace("\xa0", " ")
    return sentence_case(flat) if is_upper_case(flat) else flat


def parse_texts(texts: Iterable[str]) -> Iterator[Parse]:
    """Yield the parse of each text, in order."""
    nlp = load_model()
    for text in texts:
        paragraphs = find_paragraphs(text)
        stretches = list(_stretches(text, paragraphs))
        docs = nlp.pipe((for_parser(text[start:end]) for _, start, end in stretches), batch_size=32)
        yield _adapt(text, paragraphs, stretches, list(docs))


def _adapt(
    text: str, paragraphs: list[tuple[int, int]], stretches: list[tuple[int, int, int]], docs: list[Any]
) -> Parse:
    """Turn spaCy's documents into our tokens; offsets point into the original text."""
    tokens: list[Token] = []
    sentences: list[ParsedSentence] = []
    for (number, offset, _), doc in zip(stretches, docs, strict=True):
        base = len(tokens)
        kept: dict[int, Token] = {}
        for span in doc.sents:
            first = len(tokens)
            for word in span:
                if word.is_space:
                    continue
                start = offset + word.idx
                token = Token(
                    len(tokens),
                    start,
                    text[start : start + len(word.text)],
                    word.lemma_,
                    word.pos_,
                    word.tag_,
                    word.dep_,
                    len(sentences),
                )
                kept[word.i] = token
                tokens.append(token)
            if len(tokens) > first:
                sentences.append(ParsedSentence(tokens[first].start, tokens[-1].end, first, len(tokens), number))
        for word in doc:
            child = kept.get(word.i)
            if child is None or word.head.i == word.i:
                continue
            head = kept.get(word.head.i)
            if head is not None and head.sentence == child.sentence:
                child.head = head
                head.children.append(child)
        assert base <= len(tokens)
    return repaired(Parse(tuple(tokens), tuple(sentences), tuple(paragraphs), tuple(token.start for token in tokens)))


def parse_text(reading: Reading) -> Reading:
    """Return the reading with its parse. Needs: document. Adds: parse."""
    if reading.parse.paragraphs:
        return reading  # handed in by a caller that parses many at once, or keeps parses
    return replace(reading, parse=next(parse_texts([reading.text])))
