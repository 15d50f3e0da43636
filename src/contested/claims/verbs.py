"""Cue verbs: "said that", "denied the loss", "described it as", "is said to have left"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from contested.claims.asides import around_first_words, around_last_words
from contested.claims.cues import VerbCue, verb_lexicon
from contested.claims.extent import without_added_clause
from contested.claims.finding import Finding, child, edges, runs, subtree_without
from contested.claims.frames import Shape, shape_of
from contested.claims.subjects import RELATIVES, subject_of, words_of
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
            if (passed_on := _as_saying(token, cue)) is not None:
                yield passed_on
                break
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
        return _last_words(finding.head) or _first_words(finding) or finding
    return finding


def _first_words(finding: Finding) -> Finding | None:
    """Return a finding for "Ivan Orel, spokesman of a force …, said troops had entered", speaker and content parted."""
    if any(start > finding.head.start for start, _ in finding.content):
        return None
    matched = around_first_words(finding.head)
    if matched is None:
        return None
    content, speaker = matched
    return replace(finding, rule="verb.first_words", content=runs(content), source=edges(speaker))


def _last_words(verb: Token) -> Finding | None:
    """Return a finding for "… were killed the ministry said", where a comma was lost."""
    known = verb_lexicon().cue_of(verb)
    if known is None or not {"clause", "listener"} & set(known[0].frames) or known[0].cue_class not in TELLING:
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


def _as_saying(verb: Token, cue: VerbCue) -> Finding | None:
    """Return the finding of "SANA quoted an officer as saying that": the officer says it, SANA passes it on."""
    if "as_saying" not in cue.frames:
        return None
    link = child(verb, "prep")
    saying = child(link, "pcomp") if link is not None and link.lower == "as" else None
    quoted = child(verb, "dobj") or child(verb, "nsubjpass")
    known = verb_lexicon().cue_of(saying) if saying is not None else None
    if link is None or saying is None or quoted is None or known is None:
        return None
    shape = shape_of(saying, known[0])
    subject = subject_of(verb)
    if shape is None:
        return None
    return Finding(
        rule="verb.as_saying", head=verb, cue=(*cue_tokens(verb), link, saying), lemma=known[0].lemma,
        cue_class=known[0].cue_class, content=runs(shape[1].content), source=edges(subtree_without(quoted, link)),
        via=words_of(subject, verb)[0] if subject is not None else None,
    )  # fmt: skip


def _finding(verb: Token, cue: VerbCue, particle: Token | None, name: str, shape: Shape) -> Finding | None:
    subject = None if shape.unnamed else subject_of(verb)
    content = shape.content
    source = antecedent = None
    if subject is None and verb.pos != "VERB":
        source = edges([t for t in subtree_without(verb) if t.i < verb.i])
        content = [t for t in content if t.i > verb.i]
    if subject is not None and name in ("obj_pred", "obj_as") and _is_bare_participle(verb):
        content = [*subtree_without(subject, verb), *content]  # "Often called a fortress, the town …": nobody is named
        subject = None
    if subject is not None:
        source, antecedent = words_of(subject, verb)
        barred = {t.i for t in subtree_without(subject, verb)} if subject.head is verb else set()
        content = [t for t in content if t.i not in barred]
    if verb.dep == "relcl" and content and all(t.lower in RELATIVES for t in content):
        content = _spoken_of(verb)
    elif name != "clause":
        content = without_added_clause(content)
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


def _is_bare_participle(verb: Token) -> bool:
    """Whether a past participle stands without "by" and auxiliary: what it is said of is no speaker."""
    if verb.tag != "VBN" or verb.dep not in ("advcl", "acl") or child(verb, "agent") is not None:
        return False
    return not any(item.dep in ("aux", "auxpass", "nsubj", "nsubjpass") for item in verb.children)


def _spoken_of(verb: Token) -> list[Token]:
    """Return what "which" stands for: in "accused it of sending troops, which it denies", the sending."""
    tokens = subtree_without(verb.head, verb)
    first = verb.subtree()[0].i
    if any(t.text == "," and t.i == first - 1 for t in verb.head.children):
        above = next((up for up in verb.head.ancestors() if up.pos == "VERB"), None)
        if above is not None and above.i < verb.head.i and verb_lexicon().cue_of(above) is None:
            tokens = subtree_without(above, verb)
    return [t for t in tokens if t.i < first]


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
