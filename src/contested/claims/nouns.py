"""Nominal cues: "the claim that", "reports of", "Russian claims of a complete encirclement"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from contested.claims.cues import verb_lexicon
from contested.claims.finding import Finding, Pair, child, edges, runs, subtree_without
from contested.claims.nouns_known import links_of, saying_nouns
from contested.claims.subjects import subject_of, words_of
from contested.claims.verbs import cue_tokens
from contested.lexicons import load
from contested.model import CueClass
from contested.parse import Parse, Token


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(load("cues_phrases")[key])


def find_noun_claims(parse: Parse) -> Iterator[Finding]:
    """Yield one finding for each noun of saying that has a content: a clause, or "of" and the like."""
    nouns = saying_nouns()
    for token in parse.tokens:
        if token.pos == "NOUN" and token.lemma in nouns:
            finding = _finding(token, nouns[token.lemma])
            if finding is not None:
                yield finding


def _finding(noun: Token, cue_class: CueClass) -> Finding | None:
    matched = _content(noun)
    if matched is None:
        return None
    rule, content, link = matched
    source, antecedent = _holder(noun) if noun.lemma in _holders() else _source(noun)
    if source is None and noun.lemma in _holders():
        return None
    if source is None and rule in ("noun.prep", "noun.inf") and noun.tag == "NN" and child(noun, "det") is None:
        return None  # "support for", "call for" as plain nouns with nobody near
    return Finding(
        rule=rule,
        head=noun,
        cue=(*_light_words(noun), noun, link) if link is not None else (*_light_words(noun), noun),
        lemma=noun.lemma,
        cue_class=cue_class,
        content=content,
        source=source,
        antecedent=antecedent,
    )


def _content(noun: Token) -> tuple[str, tuple[Pair, ...], Token | None] | None:
    """Return rule, content and linking preposition: the claim that…, a vow to…, reports of…"""
    links = links_of(noun.lemma)
    after = [item for item in noun.children if item.i > noun.i]
    for item in after:
        if "that" in links and item.dep in ("acl", "ccomp", "relcl", "appos") and _is_that_clause(item):
            return "noun.that", runs(subtree_without(item)), None
    for item in after:
        if "to do" in links and item.dep in ("acl", "xcomp") and any(c.tag == "TO" for c in item.children):
            return "noun.inf", runs(subtree_without(item)), None
    for item in after:
        if item.dep == "prep" and item.lower in links:
            inner = [t for c in item.children if c.dep in ("pobj", "pcomp", "prep") for t in subtree_without(c)]
            inner += [t for later in after if later.i > item.i and later.dep == "acl" for t in subtree_without(later)]
            if inner:
                return "noun.prep", runs(inner), item
    return None


def _is_that_clause(item: Token) -> bool:
    return any(c.dep == "mark" and c.lower == "that" for c in item.children) or (
        item.dep == "acl"
        and verb_lexicon().cue_of(item) is None
        and item.tag in ("VBD", "VBZ", "VBP", "MD")
        and child(item, "nsubj", "nsubjpass") is not None
    )


def _source(noun: Token) -> tuple[Pair | None, Pair | None]:
    """Return who says it: the owner, the nation word, "by …", or the subject of "made a claim"."""
    owner = child(noun, "poss")
    if owner is not None:
        return edges([t for t in subtree_without(owner) if t.tag != "POS"]), None
    for item in noun.children:
        if item.i > noun.i and item.dep == "prep" and item.lower in _set("by_prepositions"):
            holder = child(item, "pobj")
            if holder is not None:
                return edges(subtree_without(holder)), None
    for item in noun.children:
        if item.i < noun.i and _is_voice(item):
            return edges(subtree_without(item)), None
    return _subject_of_light_verb(noun)


@cache
def _holders() -> frozenset[str]:
    return frozenset(load("cues_nouns")["holders"])


def _holder(noun: Token) -> tuple[Pair | None, Pair | None]:
    """Return who is called a holder of a view: "Orel, a critic of the truce", "Orel is a critic of the truce"."""
    if noun.dep == "appos":
        return edges([t for t in subtree_without(noun.head, noun) if t.i < noun.i]), None
    subject = subject_of(noun.head) if noun.dep == "attr" and not noun.is_root else None
    return words_of(subject, noun.head) if subject is not None and subject is not noun else (None, None)


@cache
def _nations() -> frozenset[str]:
    countries = load("nationalities")["countries"].values()
    return frozenset(word for country in countries for word in country.get("adjectives", ()))


def _is_voice(item: Token) -> bool:
    """Whether a word before the noun says whose claim it is: "Russian claims", "TASS reports"."""
    if item.dep not in ("amod", "compound", "nmod") or not item.text[0].isupper():
        return False
    first = item.is_root or all(other.i >= item.i for other in item.head.subtree())
    return item.text in _nations() or item.pos == "PROPN" or (item.pos == "ADJ" and not first)


def _light_words(noun: Token) -> tuple[Token, ...]:
    """Return the light verb before a noun of saying, with what stands between: "made the *claim* that"."""
    if _light_verb(noun) is None or child(noun, "poss") is not None:
        return ()
    verb, first = noun.head, noun.subtree()[0]
    if first.i != verb.i + 1:
        return ()
    return (*cue_tokens(verb), *(t for t in noun.subtree() if t.i < noun.i and t.pos in ("DET", "ADJ", "ADV", "NOUN")))


def _light_verb(noun: Token) -> Token | None:
    """Return the verb of "made a claim", "is facing questions", whose subject says or hears it."""
    if noun.dep not in ("dobj", "attr") or noun.is_root:
        return None
    verb = noun.head
    return verb if verb.lemma in _set("light_verbs") and verb.lemma not in _set("passing_verbs") else None


def _subject_of_light_verb(noun: Token) -> tuple[Pair | None, Pair | None]:
    verb = _light_verb(noun)
    if verb is None:
        return None, None
    subject = subject_of(verb)
    return words_of(subject, verb) if subject is not None and subject is not noun else (None, None)
