"""Cues without a verb: "according to", "in the mayor's view", "reportedly", "alleged"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from contested.claims.finding import Finding, Pair, child, edges, runs, subtree_without
from contested.lexicons import load
from contested.model import CueClass
from contested.parse import Parse, Token

VERBAL = ("VERB", "AUX")


@cache
def _words() -> dict[str, Any]:
    return load("cues_phrases")


def find_phrase_claims(parse: Parse) -> Iterator[Finding]:
    """Yield one finding for each prepositional, adverbial or adjectival cue."""
    words = _words()
    heads = {entry["head"]: entry for entry in words["prepositions"]}
    for token in parse.tokens:
        finding = None
        if token.lower in heads:
            finding = _preposition(token, heads[token.lower])
        elif token.lower in words["adverbs"]:
            finding = _adverb(token, CueClass(words["adverbs"][token.lower]))
        elif token.lower in words["adjectives"] and token.dep == "amod":
            finding = _adjective(token, CueClass(words["adjectives"][token.lower]))
        elif token.lower == "in":
            finding = _in_view(token, words["in_nouns"])
        elif token.lower == "for":
            finding = _for_holder(token, frozenset(words["holders"]))
        if finding is not None:
            yield finding


def _preposition(token: Token, entry: dict[str, str]) -> Finding | None:
    """According to the ministry, the town fell."""
    inner = token
    if "prep" in entry:
        found = next((c for c in token.children if c.lower == entry["prep"]), None)
        if found is None:
            return None
        inner = found
    holder = child(inner, "pobj")
    if holder is None or (entry["head"] != "according" and not _names_a_source(holder, token)):
        return None
    content, source = _clause_around(token), edges(subtree_without(holder))
    swallowed = _swallowed(holder)
    if swallowed is not None:
        content, source = swallowed
    if not content:
        return None
    cue = (token,) if inner is token else (token, inner)
    return Finding(
        rule=f"phrase.{token.lower}",
        head=token,
        cue=cue,
        lemma=" ".join(word.lower for word in cue),
        cue_class=CueClass(entry["class"]),
        content=content,
        source=source,
    )


def _swallowed(holder: Token) -> tuple[tuple[Pair, ...], Pair | None] | None:
    """Return content and source where the parser hung the whole sentence on the source.

    "According to the ministry six people were killed", without its comma.
    """
    tokens = holder.subtree()
    finite = [t for t in tokens if t.tag in ("VBD", "VBZ", "VBP") and t.dep not in ("relcl", "acl", "ROOT")]
    if not finite or any(up.dep == "relcl" and up.i >= holder.i for up in finite[0].ancestors()):
        return None
    name: list[Token] = []
    for token in tokens:
        proper_again = token.pos == "DET" and any(t.pos in ("NOUN", "PROPN") for t in name)
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN") or token.tag == "JJR" or proper_again:
            break
        name.append(token)
    rest = tokens[len(name) :]
    source = edges(name) if name else None
    return (runs(rest), source) if source is not None and len(rest) > 3 else None


def _names_a_source(holder: Token, token: Token) -> bool:
    """Whether "per" and "via" name who says it: per TASS, not per day."""
    return holder.pos == "PROPN" and token.i > 0 and token.dep == "prep" and token.head.pos in VERBAL


def _clause_around(token: Token) -> tuple[Pair, ...]:
    """Return the clause that a phrase hangs on, without the phrase.

    At the edge of a sentence the phrase covers all of it, also what is joined by "and".
    """
    top = token
    for ancestor in token.ancestors():
        top = ancestor
        if ancestor.pos in VERBAL and ancestor.dep not in ("amod", "aux", "auxpass", "xcomp", "acl", "pcomp"):
            break
    if top is token:
        return ()
    while top.dep in ("conj", "ccomp", "advcl", "relcl", "parataxis") and not top.is_root and _at_edge(token, top):
        top = top.head
    return runs(subtree_without(top, token))


def _at_edge(token: Token, top: Token) -> bool:
    """Whether the phrase begins or ends the sentence that the clause belongs to."""
    root = top
    while not root.is_root:
        root = root.head
    words = [t for t in root.subtree() if t.pos != "PUNCT"]
    below = token.subtree()
    return words[0].i in (below[0].i, token.i) or words[-1].i == max(t.i for t in below if t.pos != "PUNCT")


def _adverb(token: Token, cue_class: CueClass) -> Finding | None:
    """Troops have reportedly entered the town: somebody says so, the report does not say who."""
    verb = token.head
    while verb.pos in ("ADJ", "ADV") and verb.dep in ("amod", "advmod") and not verb.is_root:
        verb = verb.head
    if token.is_root:
        return None
    content = runs(subtree_without(verb, token))
    if not content:
        return None
    return Finding(
        rule="phrase.adverb", head=token, cue=(token,), lemma=token.lower, cue_class=cue_class, content=content
    )


def _adjective(token: Token, cue_class: CueClass) -> Finding | None:
    """alleged atrocities: the noun is the content."""
    noun = token.head
    content = runs(t for t in subtree_without(noun, token) if t.dep not in ("det", "poss") or t.head is not noun)
    if not content:
        return None
    return Finding(
        rule="phrase.adjective", head=token, cue=(token,), lemma=token.lower, cue_class=cue_class, content=content
    )


def _in_view(token: Token, nouns: dict[str, str]) -> Finding | None:
    """In the mayor's words, the raid was a crime."""
    noun = child(token, "pobj")
    if noun is None or noun.lower not in nouns:
        return None
    holder = child(noun, "poss")
    link = child(noun, "prep")
    if holder is None and link is not None and link.lower == "of":
        holder = child(link, "pobj")
    if holder is None:
        return None
    content = _clause_around(token)
    if not content:
        return None
    source = edges([t for t in subtree_without(holder) if t.tag != "POS"])
    return Finding(
        rule="phrase.in_view", head=noun, cue=(token, noun), lemma=f"in {noun.lower}",
        cue_class=CueClass(nouns[noun.lower]), content=content, source=source,
    )  # fmt: skip


def _for_holder(token: Token, holders: frozenset[str]) -> Finding | None:
    """For analysts, the loss of the road is decisive: at the head of a sentence, before a comma."""
    holder = child(token, "pobj")
    if holder is None or holder.lemma not in holders or token.dep != "prep" or token.head.pos not in VERBAL:
        return None
    first = min(t.i for t in token.head.subtree())
    if token.i != first or child(holder, "relcl", "prep") is not None:
        return None
    return Finding(
        rule="phrase.for", head=token, cue=(token,), lemma="for", cue_class=CueClass.ASSESS,
        content=_clause_around(token), source=edges(subtree_without(holder)),
    )  # fmt: skip
