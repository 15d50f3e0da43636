"""Subjects: whose saying a cue is, where the sentence puts it near, far or nowhere."""

from __future__ import annotations

from contested.claims.finding import Pair, child, edges, subtree_without
from contested.parse import Token

RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})
CLAUSE_LINKS = frozenset({"xcomp", "advcl", "conj", "dep", "ccomp"})


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the words that do the saying, or None.

    Looks at the verb's own subject, then at the verb it is joined to: "denied the raid but
    admitted losses", "continued to deny", "left, saying that". A participle under a noun is said
    by the noun: "a statement saying".
    """
    own = child(verb, "nsubj", "csubj")
    if own is not None:
        return own
    if child(verb, "nsubjpass") is not None:
        return _agent(verb)
    if verb.is_root or depth > 4:
        return _loose_subject(verb)
    head = verb.head
    if verb.dep in ("acl", "relcl"):
        return head if head.pos in ("NOUN", "PROPN", "PRON") else None
    if verb.dep == "pcomp" and not head.is_root:
        return subject_of(head.head, depth + 1) if head.head.pos in ("VERB", "AUX") else None
    if verb.dep == "xcomp" and (controller := child(head, "dobj")) is not None:
        return controller
    if verb.dep in CLAUSE_LINKS and head.pos in ("VERB", "AUX", "ADJ"):
        if head.dep in ("acomp",) and not head.is_root:
            return subject_of(head.head, depth + 1)
        passive = child(head, "nsubjpass")
        return passive if passive is not None else subject_of(head, depth + 1)
    return None


def _agent(verb: Token) -> Token | None:
    """Return who does it in the passive: "described by commanders as" → commanders."""
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def _loose_subject(verb: Token) -> Token | None:
    """Return the noun before a verb that the parser left without a subject ("dep", "npadvmod")."""
    for item in verb.children:
        if item.i < verb.i and item.dep in ("dep", "npadvmod") and item.pos in ("PROPN", "PRON"):
            return item
    return None


def words_of(subject: Token, cue: Token) -> tuple[Pair | None, Pair | None]:
    """Return the source's words, and those of the antecedent where the source is "who".

    >>> # "the officer, who said that" → "who", and "the officer" as antecedent
    """
    tokens = subtree_without(subject, cue)
    while tokens and tokens[0].dep in ("cc", "mark"):
        tokens.pop(0)
    pair = edges(tokens)
    if subject.lower in RELATIVES and cue.dep == "relcl":
        return pair, edges(subtree_without(cue.head, cue))
    for ancestor in cue.ancestors():
        if subject.lower in RELATIVES and ancestor.dep == "relcl":
            return pair, edges(subtree_without(ancestor.head, ancestor))
    return pair, None
