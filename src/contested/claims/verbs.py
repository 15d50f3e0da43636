"""Cue verbs: "said that", "denied the loss", "described it as", "is said to have left".

One function a frame; each returns the tokens of the content (and of the cue, where a preposition
belongs to it), or None. The frames of a verb are tried in the order of `FRAMES`, so the richer
shape wins: "accused the army of looting" before "accused the army".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from contested.claims.cues import VerbCue, verb_lexicon
from contested.claims.finding import Finding, child, runs, subtree_without
from contested.claims.nouns_known import is_abstract, is_evidence, is_person_like, is_saying
from contested.claims.subjects import RELATIVES, subject_of, words_of
from contested.model import CueClass
from contested.parse import Parse, Token


@dataclass(frozen=True, slots=True)
class Shape:
    """What a frame matched: content tokens, further cue tokens, and whether it is a passive."""

    content: list[Token]
    cue: tuple[Token, ...] = ()
    passive: bool = False


Frame = Callable[[Token], Shape | None]


def _clause(verb: Token) -> Shape | None:
    """said (that) the town fell; the town fell, he said; The town, he said, fell."""
    for item in verb.children:
        if item.dep == "ccomp" and not _is_gerund(item):
            return Shape(subtree_without(item, verb))
    if verb.dep in ("parataxis", "ccomp", "dep") and _stands_aside(verb):
        return Shape(subtree_without(verb.head, verb))
    for item in verb.children:
        if item.dep in ("parataxis", "xcomp", "advcl", "dep") and child(item, "nsubj", "nsubjpass") is not None:
            if item.dep != "advcl" or any(c.dep == "mark" and c.lower in ("that", "if", "whether") for c in item.children):
                return Shape(subtree_without(item, verb))
    return None


def _stands_aside(verb: Token) -> bool:
    """Whether the verb is an inserted clause between commas: "…, analysts warn, …"."""
    subject = child(verb, "nsubj")
    if subject is None or verb.head.pos not in ("VERB", "AUX"):
        return False
    return not any(item.dep in ("dobj", "mark") for item in verb.children)


def _is_gerund(token: Token) -> bool:
    return token.tag == "VBG" and not any(item.dep in ("aux", "nsubj") for item in token.children)


def _np(verb: Token) -> Shape | None:
    """confirmed the loss; with what follows the object: blamed the militia for the attack."""
    item = child(verb, "dobj")
    if item is None:
        return None
    return Shape(_object_and_after(verb, item))


def _object_and_after(verb: Token, item: Token) -> list[Token]:
    return subtree_without(item, verb)


def _np_if(test: Callable[[Token], bool]) -> Frame:
    def frame(verb: Token) -> Shape | None:
        item = child(verb, "dobj")
        return Shape(_object_and_after(verb, item)) if item is not None and test(item) else None

    return frame


def _inf(verb: Token) -> Shape | None:
    """promised to leave."""
    item = child(verb, "xcomp")
    if item is None or child(verb, "dobj") is not None or not _has_to(item):
        return None
    return Shape(subtree_without(item, verb))


def _has_to(item: Token) -> bool:
    return any(c.tag == "TO" for c in item.children) or any(
        c.tag == "TO" for grand in item.children if grand.dep in ("aux", "auxpass") for c in grand.children
    )


def _ger(verb: Token) -> Shape | None:
    """reported taking fire."""
    for item in verb.children:
        if item.dep in ("xcomp", "ccomp") and item.i > verb.i and item.tag == "VBG":
            return Shape(subtree_without(item, verb))
    return None


def _listener(verb: Token) -> Shape | None:
    """told reporters that the town fell."""
    return _clause(verb)


def _obj_inf(verb: Token) -> Shape | None:
    """urged residents to leave."""
    for item in verb.children:
        if item.dep in ("xcomp", "ccomp", "advcl") and item.i > verb.i and _has_to(item):
            person = child(verb, "dobj", "dative") or child(item, "nsubj")
            if person is not None:
                return Shape([*subtree_without(person, verb, item), *subtree_without(item, verb, person)])
    return None


def _obj_pred(verb: Token) -> Shape | None:
    """called the raid a crime; dubbed 'the gateway'."""
    for item in verb.children:
        if item.dep == "oprd" and item.i > verb.i:
            target = child(verb, "dobj")
            before = subtree_without(target, verb) if target is not None else []
            return Shape([*before, *subtree_without(item, verb)])
        if item.dep in ("ccomp", "xcomp") and item.i > verb.i and child(item, "nsubj") is not None:
            return Shape(subtree_without(item, verb))
    return _np(verb)


def _obj_prep(*words: str) -> Frame:
    def frame(verb: Token) -> Shape | None:
        """described the town as a grey zone; accused the army of looting."""
        target = child(verb, "dobj")
        if target is None:
            return None
        for item in [*verb.children, *target.children]:
            if item.dep in ("prep", "advcl", "mark") and item.i > verb.i and _begins_with(item, words):
                return Shape([*subtree_without(target, verb, item), *subtree_without(item, verb)])
        return None

    return frame


def _begins_with(item: Token, words: tuple[str, ...]) -> bool:
    return item.lower in words


def _prep(word: str) -> Frame:
    def frame(verb: Token) -> Shape | None:
        """called for a truce."""
        for item in verb.children:
            if item.dep in ("prep", "prt") and item.lower == word and item.i > verb.i:
                inner = [c for c in item.children if c.dep in ("pobj", "pcomp", "prep")]
                if inner:
                    return Shape([t for c in inner for t in subtree_without(c, verb)], (item,))
        return None

    return frame


def _passive(verb: Token) -> Shape | None:
    """the loss was confirmed; troops are believed to have left; it was reported that they left."""
    subject = child(verb, "nsubjpass")
    if subject is None:
        return None
    clause = child(verb, "ccomp")
    if clause is not None and subject.lower == "it":
        return Shape(subtree_without(clause, verb), passive=True)
    by = child(verb, "agent")
    rest = [
        item
        for item in verb.children
        if item.i > verb.i and item.dep in ("xcomp", "oprd") or item.dep == "prep" and item.lower in ("as", "of", "for", "with") and item.i > verb.i
    ]
    tokens = subtree_without(subject, verb)
    for item in rest:
        tokens += subtree_without(item, verb, by)
    return Shape(tokens, passive=True)


def _footage(verb: Token) -> Shape | None:
    subject = subject_of(verb)
    if subject is None or not is_evidence(subject):
        return None
    return _np(verb)


def _seem(verb: Token) -> Shape | None:
    """Kyiv appears to be losing the town: nobody is named who sees it so."""
    item = child(verb, "xcomp", "oprd", "acomp")
    subject = child(verb, "nsubj")
    if item is None or subject is None:
        return _clause(verb)
    return Shape([*subtree_without(subject, verb), *subtree_without(item, verb)], passive=True)


FRAMES: dict[str, Frame] = {
    "listener": _listener,
    "obj_as": _obj_prep("as"),
    "obj_of": _obj_prep("of"),
    "obj_for": _obj_prep("for", "over"),
    "obj_with": _obj_prep("with"),
    "obj_to": _obj_prep("to", "with"),
    "obj_from": _obj_prep("from"),
    "obj_inf": _obj_inf,
    "obj_pred": _obj_pred,
    "clause": _clause,
    "quote": lambda _: None,  # only the quotation pass uses it
    "inf": _inf,
    "ger": _ger,
    "np": _np,
    "abstract": _np_if(is_abstract),
    "saying": _np_if(is_saying),
    "person": _np_if(is_person_like),
    "verbally": _np_if(is_saying),
    "footage": _footage,
    "seem": _seem,
}


def _shape(verb: Token, cue: VerbCue) -> tuple[str, Shape] | None:
    """Return the first frame of the cue that the sentence has, with what it matched."""
    if child(verb, "nsubjpass") is not None:
        shape = _passive(verb) if "passive" in cue.frames or "obj_pred" in cue.frames or "obj_as" in cue.frames else None
        if shape is not None:
            return "passive", shape
    for name, frame in FRAMES.items():
        if name in cue.frames and (shape := frame(verb)) is not None and shape.content:
            return name, shape
    for name in cue.frames:
        if name.startswith("prep:") and (shape := _prep(name[5:])(verb)) is not None:
            return name, shape
    return None


def cue_tokens(verb: Token, *more: Token | None) -> tuple[Token, ...]:
    """Return the words of a verbal cue: auxiliaries, negation, adverbs beside it, particle.

    "has not yet confirmed" is one cue.
    """
    found = {verb.i: verb}
    for item in verb.children:
        if item.dep in ("aux", "auxpass", "neg") and abs(item.i - verb.i) <= 5:
            found[item.i] = item
        elif item.dep in ("advmod", "prt") and not item.children and item.tag != "WRB":
            if item.dep == "prt" or verb.i - 3 <= item.i < verb.i:
                found[item.i] = item
    for item in more:
        if item is not None:
            found[item.i] = item
    return tuple(found[i] for i in sorted(found))


def find_verb_claims(parse: Parse) -> Iterator[Finding]:
    """Yield one finding for each cue verb that carries a content."""
    lexicon = verb_lexicon()
    for token in parse.tokens:
        if token.pos != "VERB" or (known := lexicon.cue_of(token)) is None:
            continue
        cue, particle = known
        matched = _shape(token, cue)
        if matched is None:
            continue
        finding = _finding(token, cue, particle, *matched)
        if finding is not None:
            yield finding


def _finding(verb: Token, cue: VerbCue, particle: Token | None, name: str, shape: Shape) -> Finding | None:
    subject = subject_of(verb)
    if shape.passive and name != "passive":
        subject = None
    content = shape.content
    source = antecedent = None
    if subject is not None:
        source, antecedent = words_of(subject, verb)
        barred = {t.i for t in subtree_without(subject, verb)} if subject.head is verb else set()
        content = [t for t in content if t.i not in barred]
    content = _with_relative(verb, content)
    pieces = runs(content)
    if not pieces:
        return None
    return Finding(
        rule=f"verb.{name}",
        head=verb,
        cue=cue_tokens(verb, particle, *shape.cue),
        lemma=cue.lemma,
        cue_class=_class_of(verb, cue, name),
        content=pieces,
        source=source,
        antecedent=antecedent,
    )


def _with_relative(verb: Token, content: list[Token]) -> list[Token]:
    """Return the content with the noun it belongs to: "the risks the army says it takes"."""
    if verb.dep != "relcl" or not (verb.head.i < verb.i):
        return content
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.lower in RELATIVES:
        return content
    return content


def _class_of(verb: Token, cue: VerbCue, name: str) -> CueClass:
    """Return the cue's class in this frame; declining to comment is a class of its own."""
    if cue.lemma in ("decline", "refuse"):
        inner = child(verb, "xcomp")
        if inner is not None and inner.lemma in ("comment", "say", "discuss", "answer", "respond", "confirm", "elaborate"):
            return CueClass.REFUSE_COMMENT
    return cue.frames.get(name, cue.cue_class)
