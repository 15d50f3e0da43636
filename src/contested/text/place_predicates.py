"""What is said of a name, where it is said of places and hardly ever of people.

"Lyman has fallen" and "Lyman remains under our control" name a town, though Lyman is a person's
name too and no word beside it says which.
"""

from __future__ import annotations

from contested.parse import Token
from contested.text.place_scene import GIVEN, SURNAMES, words_of

PLACE_VERBS = words_of("place_verbs")
HELD_UNDER = words_of("held_under")
TAKEN_VERBS = words_of("taken_verbs")
TAKERS = words_of("takers")
STATES = frozenset({"be", "remain", "stay", "come", "pass", "fall"})
WEIGHT = 2.0
"""As much as a preposition of place in front; set by hand like those of `place_evidence`."""

TAKEN = 1.2
"""Less: people are captured by troops too."""


SEIZED = 4.5
"""Most: a bare name that rebels seize is a town, be it also an English word ("Sake", "Force")."""


def of_predicate(tokens: tuple[Token, ...]) -> float:
    """Return the evidence that lies in what is said of a name: 2.0 where only places suffer it, else 0.0."""
    head = next((token for token in tokens if token.dep in {"nsubj", "nsubjpass", "dobj"}), None)
    if head is None or not head.text[:1].isupper():
        return 0.0
    verb = head.head
    if head.dep == "dobj":
        return SEIZED if len(tokens) == 1 and _is_seized(head, verb) else 0.0
    if head.dep == "nsubjpass":
        if verb.lemma in PLACE_VERBS:
            return WEIGHT
        return TAKEN if verb.lemma in TAKEN_VERBS and _by_troops(verb) else 0.0
    if verb.lemma == "fall" and _falls_as_a_town(verb):
        return WEIGHT
    held = verb.lemma in STATES and any(_is_held(child) for child in verb.children)
    return WEIGHT if held else 0.0


def _by_troops(verb: Token) -> bool:
    """Whether a passive names troops as the doer: "was captured by Russian troops"."""
    doers = (inner for child in verb.children if child.dep == "agent" for inner in child.children)
    return any(doer.lemma in TAKERS for doer in doers)


def _is_seized(head: Token, verb: Token) -> bool:
    """Whether troops take a bare name, written with a capital where other words are not: "rebels seized Sake"."""
    if verb.lemma not in PLACE_VERBS and verb.lemma not in TAKEN_VERBS:
        return False
    if head.children or head.i <= verb.i or verb.text[:1].isupper() or head.lower in SURNAMES or head.lower in GIVEN:
        return False
    return any(child.dep == "nsubj" and child.lemma in TAKERS for child in verb.children)


def _falls_as_a_town(verb: Token) -> bool:
    """Whether nothing is said of the fall but to whom, when, or that it did not happen."""
    plain = {"nsubj", "aux", "neg", "advmod", "npadvmod", "mark", "punct", "advcl", "cc", "conj", "ccomp"}
    return all(
        child.dep in plain or (child.dep == "prep" and child.lower in {"to", "into", "on", "in", "after", "before"})
        for child in verb.children
    )


def _is_held(child: Token) -> bool:
    """Whether a phrase says who holds or shells what: "under our control", "in rebel hands", "encircled"."""
    if child.dep == "acomp":
        return child.lower in {"encircled", "besieged", "surrounded"}
    if child.dep != "prep" or child.lower not in {"under", "in", "into"}:
        return False
    return any(inner.lower in HELD_UNDER for inner in child.children if inner.dep == "pobj")
