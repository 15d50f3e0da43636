"""Suite entities: who fights whom, who is in charge of what, what is where, on gold entities.

The relations are read off the parse and our events: FightingAgainst where an event of combat has
one entity as doer and the other as target, InChargeOf where an event of control or a title
joins two, CoLocated where a preposition of place joins two. Precision and recall over unordered
pairs of entities of one sentence; beside them, every pair of fitting kinds in a sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from contested import lexicons, pipeline
from contested.evaluation.common import Item, Metrics, Options, gold_document, parses, prf
from contested.model import Span
from contested.parse import Token
from contested.reading import Reading

RELATIONS = ("FightingAgainst", "InChargeOf", "CoLocated")
Pair = frozenset[str]
FIGHTING = frozenset({"combat", "strike", "attack", "casualty", "prisoner", "control"})


def evaluate(items: Sequence[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return P, R and F1 of each relation, and those of taking every fitting pair of a sentence."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    base: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for item, parse in zip(items, parses([item["text"] for item in items], options), strict=True):
        reading = pipeline.read_through(pipeline.start(gold_document(item), parse=parse))
        names = same_entities(item)
        found, every = relations(reading, item), all_pairs(reading, item)
        for relation in RELATIONS:
            gold = named(
                ((one["source"], one["target"]) for one in item["relations"] if one["type"] == relation), names
            )
            for table, pairs in ((counts, found[relation]), (base, every[relation])):
                given = named((tuple(sorted(pair)) for pair in pairs if len(pair) == 2), names)
                for place, value in enumerate((len(gold & given), len(given), len(gold))):
                    table[relation][place] += value
    return ({name: prf(*counts[name]) for name in RELATIONS}, {name: prf(*base[name]) for name in RELATIONS})


def same_entities(item: Item) -> dict[str, str]:
    """Return entity ids by their words in lower case: mentions with the same words are one entity."""
    return {entity["id"]: entity["text"].strip().lower() for entity in item["entities"]}


def named(pairs: Iterable[Sequence[str]], names: dict[str, str]) -> set[Pair]:
    """Return pairs of ids as unordered pairs of words, without pairs of an entity with itself."""
    made = (frozenset(names.get(one, one) for one in pair) for pair in pairs)
    return {pair for pair in made if len(pair) == 2}


def relations(reading: Reading, item: Item) -> dict[str, set[Pair]]:
    """Return the relations found in a report, as pairs of entity ids."""
    by_token: dict[int, str] = {}
    kinds: dict[str, str] = {}
    heads: list[tuple[str, Token]] = []
    for entity in item["entities"]:
        head = reading.parse.head_of(entity["start"], entity["end"])
        if head is None:
            continue
        kinds[entity["id"]] = entity["type"]
        heads.append((entity["id"], head))
        for token in reading.parse.tokens_in(entity["start"], entity["end"]):
            by_token.setdefault(token.i, entity["id"])
    return {
        "FightingAgainst": fighting(reading, by_token, kinds),
        "InChargeOf": in_charge(reading, by_token, kinds),
        "CoLocated": located(heads, by_token, kinds),
    }


def fighting(reading: Reading, by_token: dict[int, str], kinds: dict[str, str]) -> set[Pair]:
    """Return doers and targets of violence; a place that is attacked counts as a target."""
    sides = set(lexicons.load("re3d_mapping")["sides"])
    found = set()
    for event in reading.events:
        if event.type.partition(".")[0] in FIGHTING and event.agent is not None:
            targets = [event.target] if event.target is not None else list(event.places[:1])
            found |= across([event.agent], targets, reading, by_token, kinds, sides)
    return found


def in_charge(reading: Reading, by_token: dict[int, str], kinds: dict[str, str]) -> set[Pair]:
    """Return who controls what: the party of a control event and its place, a leader and what is led."""
    words = lexicons.load("re3d_mapping")
    found = set()
    for event in reading.events:
        if event.type in words["control_types"] and event.agent is not None:
            targets = [*([event.target] if event.target is not None else []), *event.places]
            found |= across([event.agent], targets, reading, by_token, kinds, set(kinds.values()))
    for token in reading.parse.tokens:
        if token.lemma in words["leader_words"]:
            people = near(token, by_token)
            found |= {
                frozenset(pair) for pair in combinations(sorted(people), 2) if {kinds[one] for one in pair} == LEADING
            }
    return found


LEADING = {"Person", "Organisation"}


def across(
    ones: Sequence[Span],
    others: Sequence[Span],
    reading: Reading,
    by_token: dict[int, str],
    kinds: dict[str, str],
    fitting: set[str],
) -> set[Pair]:
    """Return pairs of entities, one standing in the first stretches and one in the others."""

    def inside(spans: Sequence[Span]) -> set[str]:
        tokens = [token for span in spans for token in reading.parse.tokens_in(span.start, span.end)]
        return {by_token[token.i] for token in tokens if token.i in by_token and kinds[by_token[token.i]] in fitting}

    return {frozenset((one, other)) for one in inside(ones) for other in inside(others) if one != other}


def located(heads: list[tuple[str, Token]], by_token: dict[int, str], kinds: dict[str, str]) -> set[Pair]:
    """Return what is said to be at a place: "troops in Mosul", "Mosul, Iraq"."""
    words = lexicons.load("re3d_mapping")
    found = set()
    for entity, head in heads:
        if kinds[entity] not in words["places"]:
            continue
        above = head.head
        if head.dep == "pobj" and above.lower in words["place_prepositions"]:
            target = above.head
            owner = by_token.get(target.i)
            candidates = [owner] if owner else [by_token.get(child.i) for child in target.children]
            for other in candidates:
                if other is not None and other != entity and kinds[other] not in words["not_located"]:
                    found.add(frozenset((entity, other)))
        elif head.dep == "appos" and above.i in by_token and by_token[above.i] != entity:
            found.add(frozenset((entity, by_token[above.i])))
    return found


def near(token: Token, by_token: dict[int, str]) -> set[str]:
    """Return the entities right around a word: its modifiers, its "of", its apposition, its head."""
    around = [token, token.head, *token.children]
    around += [inner for child in token.children if child.dep in {"prep", "agent"} for inner in child.children]
    return {by_token[one.i] for one in around if one.i in by_token}


def all_pairs(reading: Reading, item: Item) -> dict[str, set[Pair]]:
    """Return every pair of entities of a sentence, for each relation whose kinds fit."""
    words = lexicons.load("re3d_mapping")
    by_sentence: dict[int, list[Item]] = defaultdict(list)
    for entity in item["entities"]:
        token = reading.parse.token_at(entity["start"])
        if token is not None:
            by_sentence[token.sentence].append(entity)
    found: dict[str, set[Pair]] = {relation: set() for relation in RELATIONS}
    for entities in by_sentence.values():
        for one, other in combinations(entities, 2):
            kinds = {one["type"], other["type"]}
            pair = frozenset((one["id"], other["id"]))
            if kinds <= set(words["sides"]):
                found["FightingAgainst"].add(pair)
            if kinds & set(words["leaders"]):
                found["InChargeOf"].add(pair)
            if kinds & set(words["places"]):
                found["CoLocated"].add(pair)
    return found
