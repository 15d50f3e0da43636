"""Means: what a strike or an attack was carried out with, and what that makes of its type."""

from __future__ import annotations

from functools import cache

from contested.events import ontology
from contested.events.triggers import Trigger
from contested.parse import Parse, Token

STRIKES = frozenset({"combat", "strike", "attack", "casualty", "damage", "outage", "control", "explosion", "supply"})
"""Families whose events may have means at all."""


@cache
def _words() -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    singles: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    for number, means in enumerate(ontology.means()):
        for word in means.words:
            first, _, last = word.rpartition(" ")
            if first:
                pairs.setdefault((first, last), number)
            else:
                singles.setdefault(word, number)
    return singles, pairs


def find_means(trigger: Trigger, parse: Parse) -> ontology.Means | None:
    """Return the means named with an event: in its modifiers, its subject, or "with", "by", "using".

    "glide-bomb strikes on the town" → glide_bomb; "struck by drones" → drone.
    """
    if trigger.type.partition(".")[0] not in STRIKES:
        return None
    best: int | None = None
    for token in _near(trigger):
        number = _number(token, parse)
        if number is not None and (best is None or number < best):
            best = number
    return None if best is None else ontology.means()[best]


def _near(trigger: Trigger) -> list[Token]:
    """Return the words among which the means may stand."""
    args = trigger.args
    found = [*trigger.words, *args.modifiers, *args.subjects]
    for name in ("with", "by", "from", "using", "involving"):
        found.extend(args.preps.get(name, ()))
    for child in trigger.token.children:
        if child.dep == "prep" and child.lower == "including":
            found.extend(inner for inner in child.subtree() if inner.dep in {"dobj", "pobj", "conj", "compound"})
        if child.lower in {"using", "use", "employing", "involving", "including", "firing", "dropping"}:
            found.extend(inner for inner in child.subtree() if inner.dep in {"dobj", "pobj", "conj", "compound"})
    if trigger.token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"} and trigger.token.pos != "VERB":
        found.extend(child for child in trigger.token.children if child.dep in {"compound", "amod"})
    if trigger.type == "explosion":
        found.extend(args.objects)
    if trigger.token.pos != "VERB" and trigger.frame.type.startswith(("strike", "attack")):
        found.extend(args.objects if trigger.token.lemma in {"barrage", "volley", "salvo", "swarm"} else ())
    for token in list(found):
        found.extend(child for child in token.children if child.dep in {"compound", "amod", "nmod"})
    return found


def _number(token: Token, parse: Parse) -> int | None:
    singles, pairs = _words()
    candidates = [singles.get(token.lemma), singles.get(token.lower)]
    if token.i > 0:
        before = parse.tokens[token.i - 1]
        if before.text == "-" and token.i > 1:
            before = parse.tokens[token.i - 2]  # "glide-bomb"
        for first in (before.lower, before.lemma):
            for last in (token.lower, token.lemma):
                candidates.append(pairs.get((first, last)))
    known = [number for number in candidates if number is not None]
    return min(known) if known else None


def refined(trigger: Trigger, means: ontology.Means | None) -> str:
    """Return the type of a strike or an attack once its means are known.

    A "strike" with drones is a drone strike; an "attack" by artillery is shelling.
    """
    if trigger.type == "strike.missile" and _from_aircraft(trigger):
        return "strike.air"
    if not trigger.frame.refine or means is None or not means.strike:
        return trigger.type
    if trigger.type == "strike.air" and means.key in {"ied", "car_bomb"}:
        return means.strike
    if trigger.type == "strike.shelling" and means.key in {"artillery", "mortar", "rocket"}:
        return trigger.type
    return means.strike


def _from_aircraft(trigger: Trigger) -> bool:
    """Whether missiles came from aircraft with a crew: "jets fired missiles"."""
    words = next(one.words for one in ontology.means() if one.key == "aircraft")
    people = [*trigger.args.subjects, *trigger.args.preps.get("by", []), *trigger.args.preps.get("from", [])]
    return any(token.lemma in words for token in people)
