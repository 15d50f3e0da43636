"""Frames: the shapes in which a cue verb carries its content.

One function a frame; each returns the tokens of the content (and of the cue, where a preposition
belongs to it), or None. They are tried in the order of `FRAMES`, so the richer shape wins:
"accused the army of looting" before "accused the army".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from contested.claims.asides import around_as_clause, around_aside
from contested.claims.cues import VerbCue
from contested.claims.extent import AFTER_OBJECT, AFTER_PREPOSITION, content_of, is_setting, without_added_clause
from contested.claims.finding import child, subtree_without
from contested.claims.nouns_known import figure_nouns, is_abstract, is_evidence, is_person_like, is_saying
from contested.claims.subjects import is_time_word, subject_of
from contested.parse import Token


@dataclass(frozen=True, slots=True)
class Shape:
    """What a frame matched: content tokens, further cue tokens, and whether nobody is named."""

    content: list[Token]
    cue: tuple[Token, ...] = ()
    unnamed: bool = False


Frame = Callable[[Token], Shape | None]


def _clause(verb: Token) -> Shape | None:
    """said (that) the town fell; the town fell, he said; The town, he said, fell."""
    if not any(item.dep == "ccomp" and item.i > verb.i for item in verb.children):
        inserted = around_aside(verb) or around_as_clause(verb)
        if inserted:
            return Shape(inserted)
    for item in verb.children:
        if item.dep == "ccomp" and not _is_gerund(item) and not _behind_semicolon(verb, item):
            return Shape(content_of(verb, item))
    if verb.dep in ("parataxis", "ccomp", "dep") and _stands_aside(verb):
        return Shape(subtree_without(verb.head, verb))
    for item in [*verb.children, *_hung_elsewhere(verb)]:
        if _is_said_clause(item) and not _is_condition(verb, item):
            return Shape(content_of(verb, item))
    return None


def _behind_semicolon(verb: Token, item: Token) -> bool:
    """Whether a clause in front is a statement of its own: "Rebels said so; the army said that …"."""
    return item.i < verb.i and any(c.text == ";" and item.i < c.i < verb.i for c in [*verb.children, *item.children])


def _hung_elsewhere(verb: Token) -> list[Token]:
    """Return that-clauses that the parser hung on a word beside the cue: "said *overnight* that"."""
    beside = [item for item in verb.children if item.i > verb.i and item.dep in ("advmod", "npadvmod", "prep", "dobj")]
    inner = [c for item in beside for c in [*item.children, *(d for one in item.children for d in one.children)]]
    return [c for c in inner if any(m.dep == "mark" and m.lower == "that" for m in c.children)]


def _is_condition(verb: Token, item: Token) -> bool:
    """Whether an if-clause says when, and not what: "If the town falls, troops could threaten the capital"."""
    opened = any(c.dep == "mark" and c.lower == "if" for c in item.children)
    return opened and (item.i < verb.i or child(verb, "dobj") is not None)


def _is_said_clause(item: Token) -> bool:
    """Whether a clause that the parser did not take for the content may be it."""
    if (
        item.dep not in ("parataxis", "xcomp", "advcl", "dep", "ccomp", "acl", "relcl")
        or child(item, "nsubj", "nsubjpass") is None
    ):
        return False
    return item.dep not in ("advcl", "acl", "relcl") or any(
        c.dep == "mark" and c.lower in ("that", "if", "whether") for c in item.children
    )


def _listener(verb: Token) -> Shape | None:
    """told reporters that the town fell; the parser may hang the clause on the listener."""
    heard = child(verb, "dobj", "dative")
    if heard is not None:
        for item in heard.children:
            clause = item.dep in ("relcl", "acl", "ccomp") and child(item, "nsubj", "nsubjpass") is not None
            if clause and any(c.lower == "that" for c in item.children):
                return Shape(content_of(verb, item))
    return _clause(verb)


def _stands_aside(verb: Token) -> bool:
    """Whether the verb is an inserted clause between commas: "…, analysts warn, …"."""
    subject = child(verb, "nsubj")
    if subject is None or verb.head.pos not in ("VERB", "AUX"):
        return False
    return not any(item.dep in ("dobj", "mark") for item in verb.children)


def _is_gerund(token: Token) -> bool:
    return token.tag == "VBG" and not any(item.dep in ("aux", "nsubj") for item in token.children)


def _np_if(test: Callable[[Token], bool] | None = None) -> Frame:
    def frame(verb: Token) -> Shape | None:
        """confirmed the loss; with what follows the object: thanked the crews for their help."""
        item = child(verb, "dobj")
        if item is None or is_time_word(item) or (test is not None and not test(item)):
            return None
        parts = [c for c in verb.children if c.dep == "dobj" and c.i > item.i]  # "a counter-attack", cut at the hyphen
        return Shape(content_of(verb, item, AFTER_OBJECT) + [t for part in parts for t in subtree_without(part)])

    return frame


_np = _np_if()


def _inf(verb: Token) -> Shape | None:
    """promised to leave."""
    item = child(verb, "xcomp")
    if item is None or child(verb, "dobj") is not None or not _has_to(item):
        return None
    return Shape(content_of(verb, item, frozenset()))


def _has_to(item: Token) -> bool:
    return any(c.tag == "TO" for c in item.children) or any(
        c.tag == "TO" for grand in item.children if grand.dep in ("aux", "auxpass") for c in grand.children
    )


def _ger(verb: Token) -> Shape | None:
    """reported taking fire."""
    for item in verb.children:
        if item.dep in ("xcomp", "ccomp") and item.i > verb.i and (item.tag == "VBG" or item.lower.endswith("ing")):
            return Shape(subtree_without(item, verb))
    return None


def _obj_inf(verb: Token) -> Shape | None:
    """urged residents to leave."""
    for item in verb.children:
        if item.dep in ("xcomp", "ccomp", "advcl") and item.i > verb.i and _has_to(item):
            person = child(verb, "dobj", "dative") or child(item, "nsubj") or _called_upon(verb)
            if person is not None and person.i > verb.i:
                return Shape([*subtree_without(person, verb, item), *subtree_without(item, verb, person)])
    return None


def _called_upon(verb: Token) -> Token | None:
    """Return who is called on to act: "called on *the rebels* to leave"."""
    for item in verb.children:
        if item.dep in ("prep", "prt") and item.lower in ("on", "upon") and item.i > verb.i:
            return child(item, "pobj")
    return None


def _obj_pred(verb: Token) -> Shape | None:
    """called the raid a crime; dubbed 'the gateway'."""
    for item in verb.children:
        target = child(verb, "dobj")
        named = item.dep == "npadvmod" and target is not None and target.i < item.i and not is_time_word(item)
        if (item.dep == "oprd" or named) and item.i > verb.i:
            before = subtree_without(target, verb) if target is not None else []
            return Shape([*before, *subtree_without(item, verb)])
        if item.dep in ("ccomp", "xcomp") and item.i > verb.i and child(item, "nsubj") is not None:
            return Shape(subtree_without(item, verb)) if item.pos not in ("VERB", "AUX") else None
    target = child(verb, "dobj")
    return Shape(content_of(verb, target)) if target is not None and _holds_a_name(target) else None


def _holds_a_name(target: Token) -> bool:
    """Whether an object that the parser saw as one may be two: called the raid "a crime"."""
    tokens = target.subtree()
    return tokens[0].tag in ("PRP", "NNP") or any(token.text in ('"', "“", "''", "‘", "'") for token in tokens)


def _obj_prep(*words: str) -> Frame:
    def frame(verb: Token) -> Shape | None:
        """described the town as a grey zone; accused the army of looting."""
        target = child(verb, "dobj")
        if target is None:
            return None
        for item in [*verb.children, *target.children]:
            if item.i > verb.i and _opens_with(item, words):
                return Shape([*subtree_without(target, verb, item), *subtree_without(item, verb)])
        return None

    return frame


def _opens_with(item: Token, words: tuple[str, ...]) -> bool:
    if item.dep == "advcl":
        return any(c.dep == "mark" and c.lower in words and c.i < item.i for c in item.children)
    return item.dep == "prep" and item.lower in words


def prep_frame(word: str) -> Frame:
    """Return the frame of a verb that takes its content after a preposition: called for a truce."""

    def frame(verb: Token) -> Shape | None:
        for item in verb.children:
            if item.dep in ("prep", "prt") and item.lower == word and item.i > verb.i:
                inner = [c for c in item.children if c.dep in ("pobj", "pcomp", "prep")]
                if inner and not is_time_word(inner[0]):
                    tokens = [t for c in inner for t in subtree_without(c, verb)]
                    return Shape(without_added_clause(tokens + _continued(verb, item)), (item,))
        return None

    return frame


def _continued(verb: Token, item: Token) -> list[Token]:
    """Return what goes on behind a prepositional content: referred to the islands *as bases*."""
    found: list[Token] = []
    for later in verb.children:
        if later.i <= item.i or is_setting(later):
            continue
        purpose = later.dep == "advcl" and _has_to(later)
        if purpose or later.dep == "xcomp" or (later.dep == "prep" and later.lower in AFTER_PREPOSITION):
            found += subtree_without(later)
    return found


def passive(verb: Token) -> Shape | None:
    """the loss was confirmed; troops are believed to have left; it was reported that they left."""
    subject = child(verb, "nsubjpass")
    if subject is None:
        return None
    clause = child(verb, "ccomp")
    if clause is not None and (subject.lower == "it" or child(clause, "nsubj", "nsubjpass") is not None):
        return Shape(subtree_without(clause, verb))
    by = child(verb, "agent")
    tokens = subtree_without(subject, verb) + _behind_agent(by)
    for item in verb.children:
        linked = item.dep == "prep" and item.lower in ("as", "of", "for", "with")
        if item.i > verb.i and (item.dep in ("xcomp", "oprd") or linked):
            tokens += subtree_without(item, verb, by)
    return Shape(tokens)


def _behind_agent(by: Token | None) -> list[Token]:
    """Return the "as …" or "of …" that the parser hangs on who does it: "described by residents *as calm*"."""
    holder = child(by, "pobj") if by is not None else None
    if holder is None:
        return []
    return [
        t
        for item in holder.children
        if item.dep == "prep" and item.lower in ("as", "of")
        for t in subtree_without(item)
    ]


def _footage(verb: Token) -> Shape | None:
    """the video shows the ruins: only evidence can show in this sense."""
    subject = subject_of(verb)
    if subject is None or not is_evidence(subject):
        return None
    shown = [t for item in verb.children if item.i > verb.i and item.dep not in ASIDE for t in subtree_without(item)]
    return Shape(shown) if any(t.pos in ("NOUN", "PROPN", "VERB", "PRON") for t in shown) else None


def _seem(verb: Token) -> Shape | None:
    """the army appears to be losing the town: nobody is named who sees it so."""
    item = child(verb, "xcomp", "oprd", "acomp")
    subject = child(verb, "nsubj")
    if item is None or subject is None:
        found = _clause(verb)
        return Shape(found.content, unnamed=True) if found is not None else None
    return Shape([*subtree_without(subject, verb), *subtree_without(item, verb)], unnamed=True)


def _as_clause(verb: Token) -> Shape | None:
    """The square is quiet, as the mayor put it."""
    said = child(verb, "dobj")
    inserted = around_as_clause(verb) if said is not None and said.lower == "it" else None
    return Shape(inserted) if inserted else None


def _somebody(verb: Token) -> Shape | None:
    """she defended her aide: a verb of taking a stand, but only where one person takes it.

    Of units the same verbs are told in their bodily sense: "the brigade defended the hill".
    """
    subject = subject_of(verb)
    if subject is None:
        return None
    named = subject.tag == "NNP" and any(c.dep == "compound" and c.pos == "PROPN" for c in subject.children)
    return _np(verb) if named or subject.lower in PERSONAL else None


def _nothing(_: Token) -> Shape | None:
    """quote: only the pass over quotations uses it."""
    return None


PERSONAL = frozenset({"he", "she", "i"})
ASIDE = frozenset({"cc", "conj", "punct", "prt", "aux", "neg"})


def _figure_at(verb: Token) -> Shape | None:
    """put the death toll at 48, put the number of displaced at more than 20,000."""
    target = child(verb, "dobj")
    if target is None or target.lemma not in figure_nouns():
        return None
    below = verb.subtree()
    at = next((item for item in below if item.lower == "at" and item.i > target.i), None)  # wherever it was hung
    if at is None:
        return None
    first, last = target.subtree()[0].i, at.subtree()[-1].i
    return Shape([item for item in below if first <= item.i <= last])


def _inf_first(verb: Token) -> Shape | None:
    """threatened to cut ties, where the parser also sees a clause further on."""
    item = child(verb, "xcomp")
    return _inf(verb) if item is not None and 0 < item.i - verb.i <= 3 else None


FRAMES: dict[str, Frame] = {
    "footage": _footage,
    "figure_at": _figure_at,
    "listener": _listener,
    "obj_as": _obj_prep("as"),
    "obj_of": _obj_prep("of"),
    "obj_for": _obj_prep("for", "over"),
    "obj_with": _obj_prep("with"),
    "obj_to": _obj_prep("to", "with"),
    "obj_from": _obj_prep("from"),
    "obj_on": _obj_prep("on"),
    "obj_inf": _obj_inf,
    "obj_pred": _obj_pred,
    "clause": _clause,
    "quote": _nothing,
    "as_clause": _as_clause,
    "inf": _inf,
    "ger": _ger,
    "np": _np,
    "abstract": _np_if(is_abstract),
    "saying": _np_if(is_saying),
    "person": _np_if(is_person_like),
    "somebody": _somebody,
    "seem": _seem,
}
OBJECT_FRAMES = frozenset({"passive", "obj_pred", "obj_as", "np"})
"""Frames whose verb, in the passive, has its content as subject."""


def shape_of(verb: Token, cue: VerbCue) -> tuple[str, Shape] | None:
    """Return the first frame of the cue that the sentence has, with what it matched."""
    by = child(verb, "agent")
    if verb.tag == "VBN" and verb.dep == "acl" and by is not None and not OBJECT_FRAMES.isdisjoint(cue.frames):
        seen_as = [t for item in verb.children if item.dep == "prep" and item.lower == "as" for t in item.subtree()]
        named = [t for t in subtree_without(verb.head, verb) if t.i < verb.i]  # "a claim denied by the army"
        return "passive", Shape([*named, *seen_as, *_behind_agent(by)])
    if child(verb, "nsubjpass") is not None and not OBJECT_FRAMES.isdisjoint(cue.frames):
        shape = passive(verb)
        if shape is not None and ("passive" in cue.frames or len(shape.content) > 2):
            return "passive", shape
    if "inf" in cue.frames and (shape := _inf_first(verb)) is not None:
        return "inf", shape
    for name, frame in FRAMES.items():
        if name in cue.frames and (shape := frame(verb)) is not None and shape.content:
            return name, shape
    for name in cue.frames:
        if name.startswith("prep:") and (shape := prep_frame(name[5:])(verb)) is not None:
            return name, shape
    return None
