"""Subjects: whose saying a cue is, where the sentence puts it near, far or nowhere."""

from __future__ import annotations

from functools import cache
from typing import Any

from contested.claims.cues import verb_lexicon
from contested.claims.finding import Pair, child, edges, subtree_without
from contested.claims.nouns_known import is_evidence
from contested.lexicons import load
from contested.model import CueClass
from contested.parse import Token

RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})
CLAUSE_LINKS = frozenset({"xcomp", "advcl", "conj", "dep", "ccomp"})
VERBAL = ("VERB", "AUX")


@cache
def _times() -> frozenset[str]:
    data: dict[str, Any] = load("cues_phrases")
    return frozenset(data["time_nouns"])


def is_time_word(token: Token) -> bool:
    """Whether a noun names a day or a stretch of time, which never says anything: Saturday."""
    return token.lower in _times()


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the words that do the saying, or None.

    Looks at the verb's own subject, then at the verb it is joined to: "denied the raid but
    admitted losses", "continued to deny", "left, saying that". A participle under a noun is said
    by the noun ("a video showing"), or by who made it ("sent an email saying").
    """
    own = _own_subject(verb)
    if own is not None:
        return own
    if child(verb, "nsubjpass") is not None or (verb.tag == "VBN" and verb.dep == "acl" and _agent(verb) is not None):
        return _agent(verb)
    if verb.is_root or depth > 5:
        return None
    head = verb.head
    if verb.dep in ("acl", "relcl"):
        return _noun_or_its_maker(verb, depth)
    if stands_before_that(verb):
        return subject_of(head.head, depth + 1)
    if verb.dep == "conj" and (cue := cue_above(verb)) is not None:
        return subject_of(cue, depth + 1)
    if verb.dep == "pcomp" and not head.is_root:
        return subject_of(head.head, depth + 1) if head.head.pos in VERBAL else None
    if verb.dep == "xcomp" and (controller := child(head, "dobj")) is not None:
        return controller
    if verb.dep in CLAUSE_LINKS and head.pos in (*VERBAL, "ADJ"):
        return _inherited(head, depth)
    return None


def _own_subject(verb: Token) -> Token | None:
    """Return the verb's subject, passing over a day that the parser took for one."""
    candidates = [item for item in verb.children if item.dep in ("nsubj", "csubj")]
    for item in reversed(candidates):
        if not is_time_word(item):
            return item
    for item in candidates:
        if (named := child(item, "appos")) is not None:  # "Earlier Monday, the rebels claimed"
            return named
    return None


def _inherited(head: Token, depth: int) -> Token | None:
    if head.dep == "acomp" and not head.is_root:
        return subject_of(head.head, depth + 1)
    passive = child(head, "nsubjpass")
    return passive if passive is not None else subject_of(head, depth + 1)


def _noun_or_its_maker(verb: Token, depth: int) -> Token | None:
    """Return the noun that a participle hangs on, or the subject of the clause around it."""
    noun = verb.head
    if noun.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    infinitive = any(item.tag == "TO" for item in verb.children)
    if verb.dep == "relcl" or (verb.tag != "VBG" and not infinitive):
        return noun
    known = verb_lexicon().cue_of(verb)
    if known is not None and known[0].cue_class is CueClass.SHOW and is_evidence(noun):
        return noun
    above = noun
    while above.dep in ("pobj", "prep", "conj", "compound", "appos") and not above.is_root:
        above = above.head
    if above.dep in ("dobj", "oprd", "attr", "npadvmod", "advmod") or above.pos in VERBAL:
        clause = above if above.pos in VERBAL else above.head
        maker = subject_of(clause, depth + 1) if clause.pos in VERBAL else None
        return maker if maker is not None else noun
    return noun


def cue_above(verb: Token) -> Token | None:
    """Return the cue verb that a joined cue verb belongs beside, not below.

    "said the bridge was hit and denied the town had fallen": the parser may join "denied" to "was
    hit"; same form, no subject of its own and a saying of its own put it beside "said".
    """
    lexicon = verb_lexicon()
    known = lexicon.cue_of(verb)
    if verb.dep != "conj" or known is None or "clause" not in known[0].frames or _own_subject(verb) is not None:
        return None
    top = verb
    while top.dep == "conj" and not top.is_root:
        top = top.head
    if top.dep != "ccomp" or top.is_root or top.head.tag != verb.tag or top.head.i > verb.i:
        return None
    above = lexicon.cue_of(top.head)
    return top.head if above is not None and "clause" in above[0].frames else None


def stands_before_that(item: Token) -> bool:
    """Whether a participle belongs to the cue above: "reported, *citing the ministry*, that …"."""
    if item.dep != "advcl" or item.head.dep != "ccomp" or item.i < item.head.head.i:
        return False
    return any(c.dep == "mark" and c.lower == "that" and c.i > item.i for c in item.head.children)


def _agent(verb: Token) -> Token | None:
    """Return who does it in the passive: "described by commanders as" → commanders."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def _beside(subject: Token) -> list[Token]:
    """Return the noun right before a subject that the parser made a second subject: "news agency SANA"."""
    if subject.dep != "nsubj" or subject.is_root:
        return []
    first = subject.subtree()[0].i
    for item in subject.head.children:
        if item.dep in ("nsubj", "npadvmod") and item is not subject and item.subtree()[-1].i == first - 1:
            return item.subtree() if not is_time_word(item) else []
    return []


def _said_elsewhere(subject: Token, cue: Token) -> list[Token]:
    """Return what hangs on a source but is no part of it: ", citing an officer"; "by residents as calm"."""
    lexicon = verb_lexicon()
    participles = [c for c in subject.children if c.dep == "acl" and c.tag == "VBG" and lexicon.cue_of(c) is not None]
    if subject.dep == "pobj" and subject.head.dep == "agent" and subject.head.head is cue:
        return participles + [c for c in subject.children if c.dep == "prep" and c.lower in ("as", "of")]
    return participles


def words_of(subject: Token, cue: Token) -> tuple[Pair | None, Pair | None]:
    """Return the source's words, and those of the antecedent where the source is "who".

    "the officer, who said that" → "who", and "the officer" as antecedent.
    """
    tokens = subtree_without(subject, cue, *_said_elsewhere(subject, cue))
    tokens = _beside(subject) + tokens
    while tokens and tokens[0].dep in ("cc", "mark"):
        tokens.pop(0)
    pair = edges(tokens)
    if subject.lower not in RELATIVES:
        return pair, None
    clause = cue
    while clause.dep != "relcl" and not clause.is_root:
        clause = clause.head
    if clause.dep != "relcl":
        return pair, None
    return pair, edges([token for token in subtree_without(clause.head, clause) if token.i < subject.i])
