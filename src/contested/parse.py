"""The parse of a text, behind one adapter: tokens with lemma, part of speech and dependency.

All rules of this project speak to `Token`, never to a parser. The labels are those of spaCy's
English models (ClearNLP dependencies, Penn tags, UD parts of speech); a pipeline with other labels
gets a table here, and no rule changes. Plain Python attributes, since rules read them millions
of times and a Cython property costs about eight times as much.

How the text is cut before the parser sees it lives in `text/sentences.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field


class Token:
    """One word of the text; `start:end` in code points of the document."""

    __slots__ = (
        "children",
        "dep",
        "end",
        "head",
        "i",
        "lemma",
        "lower",
        "pos",
        "sentence",
        "start",
        "tag",
        "text",
    )

    def __init__(self, i: int, start: int, text: str, lemma: str, pos: str, tag: str, dep: str, sentence: int) -> None:
        self.i = i  # index in Parse.tokens
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma.lower()
        self.pos = pos  # UD: VERB, NOUN, PROPN …
        self.tag = tag  # Penn: VBD, NNP …
        self.dep = dep  # nsubj, ccomp, …; "ROOT" for the root
        self.sentence = sentence  # index in Parse.sentences
        self.head: Token = self  # the root's head is itself
        self.children: list[Token] = []

    def __repr__(self) -> str:
        return f"{self.text}/{self.dep}"

    @property
    def is_root(self) -> bool:
        """Whether this token heads its sentence."""
        return self.head is self

    def subtree(self) -> list[Token]:
        """Return this token and all below it, in text order."""
        found, stack = [], [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        found.sort(key=lambda token: token.i)
        return found

    def ancestors(self) -> Iterator[Token]:
        """Yield the heads above, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def edges(self) -> tuple[int, int]:
        """Return start and end of the subtree, in code points."""
        tokens = self.subtree()
        return tokens[0].start, tokens[-1].end


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence: code points `start:end`, tokens `first:last` (last exclusive)."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens, sentences and paragraphs (code-point pairs) of one document."""

    tokens: tuple[Token, ...] = ()
    sentences: tuple[ParsedSentence, ...] = ()
    paragraphs: tuple[tuple[int, int], ...] = ()
    starts: tuple[int, ...] = field(default=(), repr=False)  # of tokens, for look-ups

    def sentence_tokens(self, index: int) -> tuple[Token, ...]:
        """Return the tokens of the sentence with that index."""
        sentence = self.sentences[index]
        return self.tokens[sentence.first : sentence.last]

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that overlap code points `start:end`."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        if first < len(self.tokens) and self.tokens[first].end <= start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return self.tokens[first:last]

    def token_at(self, position: int) -> Token | None:
        """Return the token that covers a code point, or None between words."""
        found = self.tokens_in(position, position + 1)
        return found[0] if found else None

    def head_of(self, start: int, end: int) -> Token | None:
        """Return the highest token of a span: the one whose head lies outside it."""
        tokens = self.tokens_in(start, end)
        inside = {token.i for token in tokens}
        for token in tokens:
            if (token.is_root or token.head.i not in inside) and (token.pos != "PUNCT" or len(tokens) == 1):
                return token
        return tokens[0] if tokens else None
