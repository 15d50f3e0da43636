"""Trees put right where a small parser is known to lose the way, so that no later rule need know.

Only what the words and commas decide is changed; repairing a tree twice changes nothing more.
"""

from __future__ import annotations

from contested.parse import Parse, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "prt"})


def repaired(parse: Parse) -> Parse:
    """Return the parse, its tokens re-hung where a rule below says so.

    "Troops continue to hold Oreshka, the general staff said." → Oreshka is what they hold, and the
    general staff says it; the parser has "Oreshka, the general staff" say it.
    """
    for verb in parse.tokens:
        if verb.tag in FINITE:
            _give_back_object(verb, parse)
    return parse


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
