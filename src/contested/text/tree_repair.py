"""Trees put right where a small parser is known to lose the way, so that no later rule need know.

Only what the words and commas decide is changed; repairing a tree twice changes nothing more.
"""

from __future__ import annotations

from contested.parse import Parse, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CLAUSE_OPENERS = frozenset({"after", "before", "since", "until"})
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "prt"})


def repaired(parse: Parse) -> Parse:
    """Return the parse, its tokens re-hung where a rule below says so.

    "Troops continue to hold Oreshka, the general staff said." → Oreshka is what they hold, and the
    general staff says it; the parser has "Oreshka, the general staff" say it.
    """
    for token in parse.tokens:
        if token.tag in FINITE:
            _give_back_object(token, parse)
            _give_subject(token, parse)
            _make_noun(token, parse)
        elif token.tag == "VBN":
            _make_active(token)
    return parse


def _make_noun(token: Token, parse: Parse) -> None:
    """Make a noun of what stands as a subject before "of": "said that reports of the capture were false"."""
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    if token.pos != "VERB" or token.dep not in {"nsubj", "nsubjpass", "csubj"} or after.lower != "of":
        return
    token.pos, token.tag, token.dep = "NOUN", "NNS", "nsubjpass" if token.dep == "nsubjpass" else "nsubj"
    for child in [one for one in token.children if one.lower == "that"]:
        child.pos, child.tag = "SCONJ", "IN"
        _hang(child, token.head, "mark")


def _make_active(verb: Token) -> None:
    """Read "'s" as "has" where the participle has an object: "it's taken full control"."""
    short = [one for one in verb.children if one.dep == "auxpass" and one.text in {"'s", "’s"}]
    if not short or not any(one.dep == "dobj" for one in verb.children):
        return
    for child in verb.children:
        child.dep = {"auxpass": "aux", "nsubjpass": "nsubj"}.get(child.dep, child.dep)


def _give_subject(verb: Token, parse: Parse) -> None:
    """Make the noun right before a verb without a subject its subject: "a day after the army said it had left"."""
    if (
        verb.dep not in {"advcl", "ccomp", "acl", "relcl"}
        or not verb.i
        or any(one.dep in SUBJECTS for one in verb.children)
    ):
        return
    noun = parse.tokens[verb.i - 1]
    link = noun.head
    if noun.dep != "pobj" or noun.pos not in {"NOUN", "PROPN", "PRON"} or link.lower not in CLAUSE_OPENERS:
        return
    if verb in noun.subtree() or link.is_root or verb in (noun, link):
        return
    _hang(noun, verb, "nsubj")
    if verb not in link.subtree():
        _hang(link, verb, "mark")


def _give_back_object(verb: Token, parse: Parse) -> None:
    """Hang a verb's subject on the verb right before it, where its apposition is the real subject.

    A true apposition ends in a comma: "Sudan, the largest country, said".
    """
    subject = next((one for one in verb.children if one.dep == "nsubj" and one.i < verb.i), None)
    speaker = next((one for one in subject.children if one.dep == "appos"), None) if subject is not None else None
    if subject is None or speaker is None or not _ends_at(speaker, verb, parse):
        return
    first = min(token.i for token in subject.subtree())
    before = parse.tokens[first - 1] if first else subject
    if before.pos != "VERB" or before.sentence != verb.sentence or any(one.dep in OBJECTS for one in before.children):
        return
    if parse.tokens[speaker.subtree()[0].i - 1].text != ",":
        return
    for comma in [one for one in subject.children if one.i > subject.i and one.dep == "punct"]:
        _hang(comma, verb, "punct")
    _hang(subject, before, "dobj")
    _hang(speaker, verb, "nsubj")


def _ends_at(speaker: Token, verb: Token, parse: Parse) -> bool:
    """Whether nothing but adverbs and auxiliaries stands between the apposition and the verb."""
    last = speaker.subtree()[-1].i
    return all(parse.tokens[i].pos in {"ADV", "AUX", "PART"} for i in range(last + 1, verb.i))


def _hang(token: Token, head: Token, dep: str) -> None:
    token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children.append(token)
    head.children.sort(key=lambda one: one.i)
