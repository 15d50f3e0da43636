"""Extent: which words around a content's head belong to the content.

What is below the head does; so does what follows it under the cue, as long as it is not the
reporter's: ", although …", ", adding that …", "in a statement", ", which …" at the end.
"""

from __future__ import annotations

from functools import cache

from contested.claims.asides import sentence_of
from contested.claims.cues import verb_lexicon
from contested.claims.finding import CLOSING, child, subtree_without
from contested.claims.subjects import cue_above, is_time_word, stands_before_that
from contested.lexicons import load
from contested.parse import Token

LATER = frozenset({"prep", "advmod", "npadvmod", "advcl", "agent", "dative", "oprd"})
"""What may follow a content under the cue and, being behind it, most often belongs to it."""
AFTER_OBJECT = frozenset({"prep", "oprd", "advcl"})
AFTER_PREPOSITION = frozenset({"as", "for", "to", "in", "at", "over", "by", "between", "near"})
ADDED = frozenset({"which", "who", "where", "whose", "whom"})
AGAINST = frozenset({"though", "although", "while", "whereas"})
CONTRAST = frozenset({"though", "although", "while", "whereas", "even", "after", "before", "when", "as"})


@cache
def _settings() -> frozenset[str]:
    return frozenset(load("cues_phrases")["setting_nouns"])


def is_setting(item: Token) -> bool:
    """Whether a phrase says where or when it was said: "in a statement", "on Tuesday"."""
    if item.dep == "npadvmod" or item.pos == "ADV":
        return is_time_word(item) or item.lower in ("yesterday", "today", "earlier", "later", "now")
    noun = child(item, "pobj")
    return noun is not None and (is_time_word(noun) or noun.lemma in _settings() or noun.tag == "CD")


def content_of(verb: Token, head: Token, later: frozenset[str] = LATER) -> list[Token]:
    """Return the content headed by `head`: what is below it, and what follows it under the cue."""
    asides = [c for c in head.children if (c.dep == "conj" and cue_above(c) is verb) or stands_before_that(c)]
    asides += [c for c in head.children if _sets_against(c)]
    tokens = subtree_without(head, verb, *asides)
    if head.i < verb.i or not tokens:
        return tokens
    last = tokens[-1].i
    for item in verb.children:
        wanted = item.dep in later or (item.dep == "advmod" and item.children)
        if item.i > last and wanted and not _stands_apart(item) and not is_setting(item):
            tokens += subtree_without(item)
    return without_added_clause(_run_on(verb, tokens) if later is LATER else tokens)


def _run_on(verb: Token, tokens: list[Token]) -> list[Token]:
    """Return a clause with the words right behind it that the parser hung elsewhere.

    No comma, no "and" and no other cue parts them from it: "that men *in the hills* fired rockets".
    """
    tokens.sort(key=lambda token: token.i)
    while tokens and tokens[-1].dep in ("cc", "punct") and tokens[-1].text not in CLOSING:
        tokens.pop()
        if tokens and tokens[-1].dep != "punct":
            return tokens  # another statement was cut off behind it
    sentence = sentence_of(verb)
    last, found = tokens[-1].i if tokens else verb.i, list(tokens)
    for token in sentence:
        if token.i <= last:
            continue
        if token.pos == "PUNCT" or token.dep in ("cc", "punct") or is_time_word(token):
            break
        if token.lower in AGAINST or token.lower == "according":
            break
        found.append(token)
    return found


def without_added_clause(tokens: list[Token]) -> list[Token]:
    """Return the tokens without a last ", which …": the reporter's explanation, not the source's words."""
    tokens.sort(key=lambda token: token.i)
    for index in range(len(tokens) - 1, 2, -1):
        token = tokens[index]
        if token.lower in ADDED and tokens[index - 1].text in (",", "-", "–", "—") and token.tag.startswith("W"):
            clause = token
            while clause.dep != "relcl" and not clause.is_root:
                clause = clause.head
            if clause.dep == "relcl" and clause.subtree()[-1].i >= tokens[-1].i - 1:
                return tokens[: index - 1]
    return tokens


def _sets_against(item: Token) -> bool:
    """Whether a clause sets another voice or the reporter's own word against what is said.

    "…, though no footage confirms it"; "… while the army insisted it holds the town".
    """
    if item.dep != "advcl" or item.i < item.head.i:
        return False
    if not any(c.dep == "mark" and c.lower in AGAINST for c in item.children):
        return False
    known = verb_lexicon().cue_of(item) if item.pos == "VERB" else None
    if known is not None and "clause" in known[0].frames and child(item, "nsubj") is not None:
        return True
    first = item.subtree()[0]
    return any(t.dep == "punct" and t.text == "," and t.i == first.i - 1 for t in sentence_of(item))


def _stands_apart(item: Token) -> bool:
    """Whether what follows is the reporter's: ", although …", ", adding that …", "according to"."""
    if item.lower == "according":
        return True
    if item.dep != "advcl":
        return False
    if item.tag == "VBG" and verb_lexicon().cue_of(item) is not None:
        return True
    return any(c.lower in CONTRAST for c in item.children if c.dep in ("mark", "advmod"))
