"""Arguments: who does it to whom, as the parse has it, for a verb or for a noun of doing.

"The town was captured by the 3rd Brigade", "the 3rd Brigade's capture of the town" and "the 3rd
Brigade, which captured the town" come out alike: subject "Brigade", object "town".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from contested import lexicons
from contested.parse import Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj", "oprd"})
CLAUSE_HEADS = frozenset({"VERB", "AUX"})
PARTITIVES = frozenset(lexicons.load("event_nouns")["partitives"])
"""Nouns behind which "of" names what is meant: "a total of 206 weapons"."""
OBJECT_CONTROL = frozenset(lexicons.load("event_nouns")["object_control_preps"])
"""Verbs whose object does what the gerund says: "accused Russia of using"."""
STATES = frozenset({"be", "remain", "stay", "come", "fall", "pass"})
"""Verbs behind which "under control", "in hands" is said of the subject."""
MISTAGGED = frozenset(lexicons.load("event_nouns")["mistagged_verbs"])
"""Past tenses that parsers take for nouns."""
RELATIVES = frozenset({"which", "who", "that", "whom", "whose"})


@dataclass(slots=True)
class Arguments:
    """Subject, objects and prepositional objects (by preposition) of one word."""

    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    modifiers: list[Token] = field(default_factory=list)
    possessors: list[Token] = field(default_factory=list)
    passive: bool = False

    def add_prep(self, name: str, token: Token) -> None:
        """Add what follows a preposition, with all that is coordinated to it."""
        self.preps.setdefault(name, []).extend(coordinated(token))


def coordinated(token: Token) -> list[Token]:
    """Return the token and its conjuncts: "Lyman, Siversk and Toretsk" from "Lyman"."""
    found, stack = [], [token]
    while stack:
        one = stack.pop()
        found.append(one)
        stack.extend(child for child in one.children if child.dep == "conj" and child.pos not in CLAUSE_HEADS)
        if one.lemma in PARTITIVES or one.pos == "NUM":
            for prep in one.children:
                if prep.dep == "prep" and prep.lower == "of":
                    stack.extend(_pobjs(prep))
    return sorted(found, key=lambda one: one.i)


def arguments(token: Token) -> Arguments:
    """Return the arguments of a verb or a noun."""
    if token.pos in CLAUSE_HEADS:
        return _of_verb(token)
    if token.lower in MISTAGGED:
        return _by_order(token)
    return _of_predicate(token) if token.pos in {"ADP", "ADV", "ADJ"} else _of_noun(token)


def _by_order(token: Token) -> Arguments:
    """Return the nouns right before and behind a verb that the parser took for a noun."""
    found = Arguments()
    nominal = {"NOUN", "PROPN", "PRON"}
    parts = [*token.subtree(), *(one for above in token.ancestors() for one in above.subtree())]
    row = {one.i: one for one in parts}
    before, after = row.get(token.i - 1), token.i + 1
    if before is not None and before.pos in nominal:
        found.subjects = [before]
    while after in row and row[after].pos in {"DET", "ADJ", "NUM", "PRON"}:
        after += 1
    while after + 1 in row and row[after].pos in nominal and row[after + 1].pos in nominal:
        after += 1
    if after in row and row[after].pos in nominal:
        found.objects = [row[after]]
    return found


def _of_predicate(token: Token) -> Arguments:
    """Return whom a preposition or adjective is said of: "civilians remain without power"."""
    head = token.head
    if head.pos in CLAUSE_HEADS and head is not token:
        found = _of_verb(head)
        found.objects = found.objects or []
        if found.passive:
            found.subjects = found.subjects or found.objects
        return found
    found = _of_noun(token)
    if head.pos in {"NOUN", "PROPN", "PRON", "NUM"}:
        found.subjects = coordinated(head)
    return found


# --------------------------------------------------------------------------- verbs


def _of_verb(token: Token) -> Arguments:
    found = Arguments(passive=_is_passive(token))
    for child in token.children:
        if child.dep in OBJECTS or (child.dep in {"attr", "dative"} and child.pos != "ADP"):
            found.objects.extend(coordinated(child))
        elif child.dep == "agent" or (child.dep == "prep" and child.lower == "by" and found.passive):
            for inner in _pobjs(child):
                found.subjects.extend(coordinated(inner))
        elif child.dep in {"prep", "dative", "prt"} or (child.dep == "advmod" and child.pos == "ADP"):
            _collect_prep(child, found)
    if token.dep in {"pcomp", "acl"} and not found.passive:
        _owners_above(token, found)
    subjects = _subjects(token)
    if token.dep == "amod":  # "the rebel-held town"
        found.subjects = [child for child in token.children if child.pos in {"NOUN", "PROPN", "ADJ"}] + found.subjects
    if found.passive:
        found.objects = subjects + found.objects
    else:
        found.subjects = subjects + found.subjects
        _relative_object(token, found)
    if not found.objects and not found.passive:
        _shared_object(token, found)
    if not found.objects and not found.passive:
        _next_name(token, found)
    return found


def _next_name(token: Token, found: Arguments) -> None:
    """Take the name right behind a verb for its object where the parser took it for an adverb: "hold Kupiansk"."""
    for child in token.children:
        if child.i == token.i + 1 and child.pos == "PROPN" and child.dep in {"advmod", "npadvmod", "nsubj", "dep"}:
            found.objects.extend(coordinated(child))


def _owners_above(token: Token, found: Arguments) -> None:
    """Take over whose claim or plan a gerund belongs to: "Russian claims of killing a team"."""
    noun = token.head.head if token.dep == "pcomp" else token.head
    if noun.pos == "NOUN":
        found.possessors = [child for child in noun.children if child.dep == "poss"]
        found.modifiers = [child for child in noun.children if child.dep in {"amod", "compound"}]


def _pobjs(prep: Token) -> list[Token]:
    return [child for child in prep.children if child.dep in {"pobj", "pcomp"} and child.pos != "SCONJ"]


def _collect_prep(prep: Token, found: Arguments) -> None:
    for child in prep.children:
        if child.dep in {"pobj", "pcomp"}:
            found.add_prep(prep.lower, child)
            for inner in child.children:  # "in the direction of X", "out of X": one step down
                if inner.dep == "prep" and inner.lower == "of" and prep.lower in {"out", "in", "on", "to"}:
                    for last in _pobjs(inner):
                        found.add_prep("of:" + prep.lower, last)
        elif child.dep == "prep":  # "out of the town", "from inside the town"
            for inner in _pobjs(child):
                found.add_prep(prep.lower, inner)
                found.add_prep(child.lower, inner)


def _is_passive(token: Token) -> bool:
    """Whether a verb is passive; "it's taken full control" has an object of its own and is not."""
    short = any(child.dep == "auxpass" and child.text in {"'s", "’s"} for child in token.children)
    if short and any(child.dep in OBJECTS for child in token.children):
        return False
    if any(child.dep in {"nsubjpass", "auxpass", "csubjpass"} for child in token.children):
        return True
    if token.tag != "VBN":
        return False
    if token.dep in {"acl", "amod"}:
        return not any(child.dep in OBJECTS for child in token.children)
    if token.dep == "acomp":  # "the town is not encircled"
        return token.head.lemma in STATES
    if token.dep == "conj" and token.head.pos == "VERB" and not _own_aux(token):
        return _is_passive(token.head)
    return any(child.dep == "agent" for child in token.children)


def _own_aux(token: Token) -> bool:
    return any(child.dep in {"aux", "nsubj"} for child in token.children)


def _subjects(token: Token, depth: int = 0) -> list[Token]:
    """Return the grammatical subject, handed down from the clause above where it is shared."""
    own = [child for child in token.children if child.dep in SUBJECTS | PASSIVE_SUBJECTS and child.pos != "DET"]
    own = [child for child in own if child.lower not in RELATIVES]
    if own:
        return [one for child in own for one in coordinated(child)]
    head = token.head
    if depth > 5 or head is token:
        return []
    if token.dep == "acl" and token.tag == "VB" and any(child.lower == "to" for child in token.children):
        verb = next((one for one in token.ancestors() if one.pos in CLAUSE_HEADS), None)
        if head.pos != "PROPN" and verb is not None and head.dep != "nsubj":
            return _logical_subjects(verb, depth + 1)  # "deployed troops in an effort to repel"
    if token.dep in {"acl", "relcl"}:
        return coordinated(head) if head.pos in {"NOUN", "PROPN", "PRON"} else []
    if token.dep == "amod":
        return [head]
    if token.dep == "acomp":
        return _subjects(head, depth + 1)
    if token.dep == "xcomp":
        objects = [child for child in head.children if child.dep in OBJECTS]
        if objects and head.lemma not in SUBJECT_CONTROL:
            return [one for child in objects for one in coordinated(child)]
        return _subjects(head, depth + 1)
    if token.dep in {"conj", "advcl", "ccomp", "pcomp", "dep"}:
        carrier = head
        while carrier.pos == "ADP" and carrier.head is not carrier:
            carrier = carrier.head
        if token.dep == "ccomp" and token.tag not in {"VBG", "VB"}:
            return []
        if token.dep == "pcomp" and carrier.lemma in OBJECT_CONTROL:
            accused = _of_clause_object(carrier)
            if accused:
                return accused
        if carrier.pos in CLAUSE_HEADS:
            return _logical_subjects(carrier, depth + 1)
        if token.dep in {"conj", "pcomp"} and carrier.pos in {"NOUN", "PROPN"}:
            return _of_noun(carrier).subjects
    return []


SUBJECT_CONTROL = frozenset(lexicons.load("event_nouns")["subject_control"])
"""Verbs whose subject, not their object, does what the infinitive says: "threatened X to leave"."""


def _of_clause_object(verb: Token) -> list[Token]:
    """Return whom a verb like "accused" is about: its object, or its subject in the passive."""
    found = [child for child in verb.children if child.dep in OBJECTS | PASSIVE_SUBJECTS]
    return [one for child in found for one in coordinated(child)]


def _logical_subjects(verb: Token, depth: int) -> list[Token]:
    """Return who does it: for a passive verb its by-agent if there is one, else its subject."""
    return _subjects(verb, depth)


def _relative_object(token: Token, found: Arguments) -> None:
    """In "the town that troops captured" the noun above is the object."""
    if token.dep == "relcl" and token.head.pos in {"NOUN", "PROPN"}:
        own = [child for child in token.children if child.dep in SUBJECTS and child.lower not in RELATIVES]
        gap = any(child.dep in OBJECTS and child.lower in RELATIVES for child in token.children)
        if own and (gap or not found.objects):
            found.objects = [one for one in found.objects if one.lower not in RELATIVES] + [token.head]
    elif token.dep == "acl" and token.tag == "VB" and not found.objects and token.head.pos in {"NOUN", "PROPN"}:
        found.objects = [token.head] if token.head.pos == "PROPN" else []


def _shared_object(token: Token, found: Arguments) -> None:
    """In "entered and seized the village" both verbs have the village."""
    for child in token.children:
        if child.dep == "conj" and child.pos == "VERB" and child.i - token.i <= 3:
            for inner in child.children:
                if inner.dep in OBJECTS:
                    found.objects.extend(coordinated(inner))


# --------------------------------------------------------------------------- nouns


def _of_noun(token: Token) -> Arguments:
    found = Arguments()
    for child in token.children:
        if child.dep == "poss":
            found.possessors.extend(coordinated(child))
        elif child.dep in {"amod", "compound", "nmod", "nummod"}:
            found.modifiers.append(child)
            if child.dep == "compound":
                found.modifiers.extend(inner for inner in child.children if inner.dep in {"compound", "amod"})
        elif child.dep in {"prep", "agent"}:
            _collect_prep(child, found)
    found.objects = list(found.preps.get("of", []))
    found.subjects = list(found.preps.get("by", []))
    if token.dep in {"advcl", "ccomp", "relcl"}:  # a verb taken for a noun: "if the army retreats from the town"
        found.subjects += [child for child in token.children if child.dep == "nsubj"]
    if token.dep == "pobj" and token.head.lower in {"under", "in"} and token.head.head.lemma in STATES:
        found.objects += _subjects(token.head.head)  # "the town is under rebel control"
    governor = _governor(token)
    if governor is not None:
        _from_light_verb(token, governor, found)
    return found


def _by_behind(objects: list[Token]) -> list[Token]:
    """Return whose act it is where the parser hangs it on the object: "the capture of the city of X by Y"."""
    below = [one for token in objects for one in token.subtree()]
    return [inner for one in below if one.dep == "prep" and one.lower == "by" for inner in _pobjs(one)]


def _governor(token: Token) -> Token | None:
    """Return the light verb that a noun hangs on: "launched an assault", "came under attack"."""
    head = token.head
    if token.dep == "conj" and head.pos == "NOUN":
        return _governor(head)
    if token.dep in OBJECTS | PASSIVE_SUBJECTS and head.pos == "VERB":
        return head
    if token.dep == "pobj" and head.dep in {"prep", "agent"} and head.head.pos == "VERB" and head.lower != "by":
        return head.head
    return None


def _from_light_verb(token: Token, verb: Token, found: Arguments) -> None:
    """Hand a light verb's subject and prepositions down to the noun that says what was done."""
    roles = lexicons.load("event_nouns")["light_verbs"]
    outer = _of_verb(verb)
    if verb.lemma in roles["doer"] and not found.subjects:
        found.subjects = [one for one in outer.subjects if one is not token]
    elif verb.lemma in roles["sufferer"] and not found.objects:
        found.objects = [one for one in outer.subjects if one is not token]
    if verb.lemma in roles["doer"] or verb.lemma in roles["sufferer"]:
        for name, tokens in outer.preps.items():
            found.preps.setdefault(name, [one for one in tokens if one is not token])
