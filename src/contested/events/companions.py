"""Companions of an event: its time, its figures, and the part of a place that its words name."""

from __future__ import annotations

from contested import lexicons
from contested.events.arguments import Arguments
from contested.events.triggers import Trigger
from contested.model import Quantity, Time
from contested.parse import Token
from contested.reading import Reading


def find_time(reading: Reading, trigger: Trigger, others: frozenset[int]) -> Time | None:
    """Return the time expression of an event: below its word, in its clause, or in its sentence."""
    sentence = reading.parse.sentences[trigger.token.sentence]
    inside = [time for time in reading.times if sentence.start <= time.start < sentence.end]
    if not inside:
        return None
    ranked = sorted(inside, key=lambda time: _time_distance(reading, trigger, time, others))
    best = ranked[0]
    return best if _time_distance(reading, trigger, best, others)[0] < 4 else None


def _time_distance(reading: Reading, trigger: Trigger, time: Time, others: frozenset[int]) -> tuple[int, int]:
    head = reading.parse.head_of(time.start, time.end)
    gap = abs(time.start - trigger.token.start)
    if head is None:
        return (3, gap)
    chain = [head, *head.ancestors()]
    for one in chain:
        if one is trigger.token:
            return (0, gap)
        if one.i in others and one.pos in {"NOUN", "PROPN"}:
            apart = one.dep == "pobj" and one.head.lower in {"since", "after", "before", "following", "until"}
            return (5 if apart else 2, gap)  # "since the capture of the town in 2024": the capture's time
        if one.pos in {"VERB", "AUX"}:
            break
    clause = next((one for one in chain if one.pos in {"VERB", "AUX"}), None)
    own = next((one for one in (trigger.token, *trigger.token.ancestors()) if one.pos in {"VERB", "AUX"}), None)
    if clause is own:
        return (1, gap)
    if clause is not None and clause.lemma in lexicons.load("event_nouns")["saying"]:
        return (3, gap)  # "said on Tuesday": when it was said, used only for want of a better one
    return (2, gap)


def find_quantities(reading: Reading, trigger: Trigger) -> tuple[Quantity, ...]:
    """Return the figures that belong to an event: in its arguments' phrases, or modifying it."""
    heads = [*trigger.args.objects, *trigger.args.subjects, *trigger.words]
    heads += [one for tokens in trigger.args.preps.values() for one in tokens]
    own: set[int] = set()
    for token in heads:
        own.update(one.i for one in phrase_tokens(token, deep=False))
    found = []
    for quantity in reading.quantities:
        tokens = reading.parse.tokens_in(quantity.start, quantity.end)
        if tokens and tokens[0].sentence == trigger.token.sentence and any(token.i in own for token in tokens):
            found.append(quantity)
    return tuple(found)


def named_part(args: Arguments) -> str | None:
    """Return the part of a place that an event's arguments name: "northern districts"."""
    words = lexicons.load("event_nouns")["part_words"]
    for one in [*args.objects, *(inner for tokens in args.preps.values() for inner in tokens)]:
        if one.lemma in words:
            modifiers = [child for child in one.children if child.dep in {"amod", "compound", "nmod"}]
            modifiers = [child for child in modifiers if child.end < one.start + 1]
            text = " ".join(child.text for child in [*modifiers, one])
            return text if modifiers or one.lemma not in {"area", "part", "district"} else None
    return None


def phrase_tokens(token: Token, deep: bool = True) -> list[Token]:
    """Return a noun phrase below a word: no relative clauses, no appositions, no other clauses."""
    found, stack = [], [token]
    while stack:
        one = stack.pop()
        found.append(one)
        for child in one.children:
            if child.dep in {"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis", "punct"}:
                continue
            if child.dep == "conj" and child.pos in {"VERB", "AUX"}:
                continue
            if not deep and child.dep == "prep" and child.lower not in {"of", "than", "to"}:
                continue
            stack.append(child)
    return found
