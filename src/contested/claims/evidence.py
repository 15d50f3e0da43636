"""Evidence: which kinds of evidence a report names for a claim."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from contested.claims.stance import content_tokens
from contested.lexicons import load
from contested.model import Claim, Evidence
from contested.parse import Token
from contested.reading import Reading


@cache
def _kinds() -> dict[str, Evidence]:
    return {word: Evidence(kind) for kind, words in load("evidence")["kinds"].items() for word in words}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("evidence")[key])


def find_evidence(reading: Reading, claim: Claim) -> tuple[Evidence, ...]:
    """Return the kinds of evidence that a claim's statement names, sorted.

    "Satellite images show craters" → (Evidence.SATELLITE,). A noun inside the content counts
    only with a verb of showing or publishing: "documents were burnt" is no evidence.
    """
    inside = {token.i for token in content_tokens(reading.parse, claim)}
    found = set()
    for token in _statement(reading, claim):
        kind = _kinds().get(token.lower)
        if kind is None or token.pos not in ("NOUN", "PROPN"):
            continue
        if token.i not in inside or is_put_forward(token):
            found.add(_satellite(token) or kind)
    return tuple(sorted(found))


def _statement(reading: Reading, claim: Claim) -> Iterable[Token]:
    return reading.parse.tokens_in(claim.start, claim.end)


def is_put_forward(noun: Token) -> bool:
    """Whether evidence shows something, or is shown by somebody: "published a video"."""
    verbs = [noun.head, *(child for child in noun.children if child.dep in ("acl", "relcl"))]
    if any(verb.lemma in _words("show_verbs") for verb in verbs):
        return True
    return noun.dep in ("dobj", "nsubjpass") and noun.head.lemma in _words("publish_verbs")


def _satellite(noun: Token) -> Evidence | None:
    """Return satellite where a word before the noun says so: "Maxar images"."""
    near = any(child.lower in _words("satellite") for child in noun.children)
    return Evidence.SATELLITE if near else None
