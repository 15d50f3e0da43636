"""Cues of several words: "took issue with", "made it clear that", "is confident that"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from contested.claims.finding import Finding, child, runs, subtree_without
from contested.claims.subjects import VERBAL, subject_of, words_of
from contested.claims.verbs import cue_tokens
from contested.lexicons import load
from contested.model import CueClass
from contested.parse import Parse, Token


@cache
def _words() -> dict[str, Any]:
    return load("cues_idioms")


def find_predicate_claims(parse: Parse) -> Iterator[Finding]:
    """Yield one finding for each idiom and each adjective of saying or thinking with a content."""
    words = _words()
    idioms, linking, adjectives = words["idioms"], frozenset(words["linking_verbs"]), words["adjectives"]
    for token in parse.tokens:
        finding = None
        if token.pos in VERBAL and token.lemma in idioms:
            finding = _idiom(token, idioms[token.lemma])
        if finding is None and token.pos in VERBAL and token.lemma in linking:
            finding = _adjective(token, adjectives)
        if finding is not None:
            yield finding


def _idiom(verb: Token, objects: dict[str, str]) -> Finding | None:
    """took issue with the report; made it clear that; claimed responsibility for the raid."""
    for item in [*verb.children, *(c for one in verb.children for c in one.children)]:
        if item.i > verb.i and item.lemma in objects and item.i - verb.i <= 5 and item.dep not in ("nsubj", "relcl"):
            matched = _content_behind(verb, item)
            if matched is not None:
                content, link = matched
                between = tuple(t for t in verb.subtree() if verb.i < t.i <= item.i)
                cue = (*between, link) if link is not None else between
                return _finding("idiom", verb, cue, f"{verb.lemma} {item.lemma}", objects[item.lemma], content)
    return None


def _content_behind(verb: Token, item: Token) -> tuple[list[Token], Token | None] | None:
    """Return the content of an idiom and the preposition before it."""
    for link in [*item.children, *verb.children]:
        if link.dep == "prep" and 0 < link.i - item.i <= 2:
            inner = [t for c in link.children if c.dep in ("pobj", "pcomp") for t in subtree_without(c)]
            if inner:
                return inner, link
    for clause in [*verb.children, *item.children]:
        said = clause.dep in ("ccomp", "acl") or any(c.dep == "mark" and c.lower == "that" for c in clause.children)
        if clause.i > item.i and said and child(clause, "nsubj", "nsubjpass") is not None:
            return subtree_without(clause, item), None
    return None


def _adjective(verb: Token, adjectives: dict[str, str]) -> Finding | None:
    """is confident that the line will hold; remain wary of the truce."""
    for item in verb.children:
        if item.dep not in ("acomp", "oprd", "attr") or item.lower not in adjectives:
            continue
        matched = _complement(verb, item)
        if matched is not None:
            content, link = matched
            cue = (item, link) if link is not None else (item,)
            return _finding("adjective", verb, cue, item.lower, adjectives[item.lower], content)
    return None


def _complement(verb: Token, item: Token) -> tuple[list[Token], Token | None] | None:
    prepositions = _words()["adjective_prepositions"]
    for holder in (item, verb):
        for clause in holder.children:
            if clause.i > item.i and clause.dep in ("ccomp", "xcomp"):
                return subtree_without(clause), None
    for link in item.children:
        if link.i > item.i and link.dep == "prep" and link.lower in prepositions:
            inner = [t for c in link.children if c.dep in ("pobj", "pcomp") for t in subtree_without(c)]
            if inner:
                return inner, link
    return None


def _finding(
    rule: str, verb: Token, more: tuple[Token, ...], lemma: str, cue_class: str, content: list[Token]
) -> Finding | None:
    subject = subject_of(verb)
    if subject is None or subject.lower in ("it", "there"):
        return None
    source, antecedent = words_of(subject, verb)
    pieces = runs(content)
    if not pieces:
        return None
    if cue_class == CueClass.ASSERT and any(item.dep == "neg" for item in verb.children):
        cue_class = CueClass.REFUSE_COMMENT  # "has not issued a statement on", "made no mention"
    return Finding(
        rule=rule,
        head=verb,
        cue=cue_tokens(verb, *more),
        lemma=lemma,
        cue_class=CueClass(cue_class),
        content=pieces,
        source=source,
        antecedent=antecedent,
    )
