"""Cue verbs: "said that", "denied the loss", "described it as", "is said to have left"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from contested.claims.asides import around_last_words
from contested.claims.cues import VerbCue, verb_lexicon
from contested.claims.finding import Finding, child, edges, runs, subtree_without
from contested.claims.frames import Shape, shape_of
from contested.claims.subjects import subject_of, words_of
from contested.lexicons import load
from contested.model import CueClass
from contested.parse import Parse, Token

TELLING = frozenset({CueClass.ASSERT, CueClass.REPORT, CueClass.WARN, CueClass.CONFIRM, CueClass.ACKNOWLEDGE})
SAYING = frozenset({"clause", "prep:on", "prep:to", "np"})
ANSWERS = frozenset({"respond", "comment", "reply", "answer", "react", "elaborate"})
SILENT = frozenset({"decline", "refuse"})


def find_verb_claims(parse: Parse) -> Iterator[Finding]:
    """Yield one finding for each cue verb that carries a content."""
    lexicon = verb_lexicon()
    for token in parse.tokens:
        if not is_verb(token) or _carries(token):
            continue
        for cue, particle in lexicon.cues_of(token):
            matched = shape_of(token, cue)
            finding = _finding(token, cue, particle, *matched) if matched is not None else None
            if finding is not None:
                yield _or_last_words(finding)
                break
        else:
            if (last := _last_words(token)) is not None:
                yield last


def _or_last_words(finding: Finding) -> Finding:
    """Return the finding, or what the words say where a verb at the end of its sentence got no speaker."""
    if finding.source is None and finding.rule in ("verb.clause", "verb.listener"):
        return _last_words(finding.head) or finding
    return finding


def _last_words(verb: Token) -> Finding | None:
    """Return a finding for "… were killed the ministry said", where a comma was lost."""
    known = verb_lexicon().cue_of(verb)
    if known is None or "clause" not in known[0].frames or known[0].cue_class not in TELLING:
        return None
    matched = around_last_words(verb)
    if matched is None:
        return None
    content, speaker = matched
    return Finding(
        rule="verb.last_words", head=verb, cue=cue_tokens(verb, known[1]), lemma=known[0].lemma,
        cue_class=class_of(verb, known[0], "clause"), content=runs(content), source=edges(speaker),
    )  # fmt: skip


def is_verb(token: Token) -> bool:
    """Whether a word is a verb, also where the parser took the verb of a sentence for a noun.

    "Rebels allege that …" may come back as a compound noun with a clause below it.
    """
    if token.pos == "VERB":
        return True
    if not token.is_root or token.pos not in ("NOUN", "PROPN", "ADJ") or token.lower not in verb_lexicon().forms:
        return False
    return child(token, "ccomp") is not None or token.lower.endswith("ed")


def _finding(verb: Token, cue: VerbCue, particle: Token | None, name: str, shape: Shape) -> Finding | None:
    subject = None if shape.unnamed else subject_of(verb)
    content = shape.content
    source = antecedent = None
    if subject is None and verb.pos != "VERB":
        source = edges([t for t in subtree_without(verb) if t.i < verb.i])
        content = [t for t in content if t.i > verb.i]
    if subject is not None:
        source, antecedent = words_of(subject, verb)
        barred = {t.i for t in subtree_without(subject, verb)} if subject.head is verb else set()
        content = [t for t in content if t.i not in barred]
    pieces = runs(content)
    if not pieces:
        return None
    return Finding(
        rule=f"verb.{name}",
        head=verb,
        cue=(*carriers_of(verb), *cue_tokens(verb, particle, *shape.cue)),
        lemma=cue.lemma,
        cue_class=class_of(verb, cue, name),
        content=pieces,
        source=source,
        antecedent=antecedent,
    )


@cache
def _carriers() -> frozenset[str]:
    return frozenset(load("cues_idioms")["carriers"])


def _carries(verb: Token) -> bool:
    """Whether a verb only carries another cue that has its own content: "continued to deny it"."""
    if verb.lemma not in _carriers():
        return False
    inner = child(verb, "xcomp")
    known = verb_lexicon().cue_of(inner) if inner is not None and inner.pos == "VERB" else None
    return inner is not None and known is not None and shape_of(inner, known[0]) is not None


def carriers_of(verb: Token) -> tuple[Token, ...]:
    """Return the words of the verbs above that carry this cue: "continued" in "continued to deny"."""
    above = verb.head
    if verb.dep != "xcomp" or above is verb or above.lemma not in _carriers() or above.i > verb.i:
        return ()
    head = above.head if above.dep == "acomp" and not above.is_root else above
    inner = cue_tokens(head)
    return (*carriers_of(above), *inner, above) if head is not above else (*carriers_of(above), *inner)


def cue_tokens(verb: Token, *more: Token | None) -> tuple[Token, ...]:
    """Return the words of a verbal cue: auxiliaries, negation, adverbs beside it, particle.

    "has not yet confirmed" is one cue.
    """
    found = {verb.i: verb}
    for item in verb.children:
        helper = item.dep in ("aux", "auxpass", "neg") and abs(item.i - verb.i) <= 5
        adverb = _is_plain_adverb(item) and verb.i - 3 <= item.i < verb.i
        if helper or adverb or item.dep == "prt":
            found[item.i] = item
    found |= {token.i: token for token in more if token is not None}
    return tuple(found[i] for i in sorted(found))


def _is_plain_adverb(item: Token) -> bool:
    return item.dep == "advmod" and not item.children and item.tag != "WRB"


def class_of(verb: Token, cue: VerbCue, name: str) -> CueClass:
    """Return the cue's class in this frame; declining to say something is a class of its own."""
    if cue.lemma in ANSWERS and any(item.dep == "neg" for item in verb.children):
        return CueClass.REFUSE_COMMENT
    if name == "saying" and any(item.dep == "neg" for item in verb.children):
        return CueClass.REFUSE_COMMENT  # "has not issued a statement"
    if cue.lemma in SILENT:
        inner = child(verb, "xcomp")
        known = verb_lexicon().cue_of(inner) if inner is not None else None
        if known is not None and SAYING & known[0].frames.keys():
            return CueClass.REFUSE_COMMENT
    if verb.dep == "xcomp" and verb.head.lemma in SILENT:
        return CueClass.REFUSE_COMMENT
    return cue.frames.get(name, cue.cue_class)
