"""Suite event_types: one type for each snippet, by a mapping from our events that is data."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from contested import lexicons, pipeline
from contested.evaluation.common import Item, Metrics, Options, gold_document, log_error, parses
from contested.model import Event, Modality, Polarity
from contested.parse import Token
from contested.reading import Reading

UNREAL = frozenset({Modality.CONDITIONAL, Modality.PLANNED, Modality.POSSIBLE})
UNREAL_WEIGHT = 0.4
"""What a planned or possible event counts: a snippet can be about one, but rarely is."""


def evaluate(items: Sequence[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return weighted and macro F1 and each type's, and those of always giving the commonest type."""
    gold = [item["type"] for item in items]
    found = []
    for item, parse in zip(items, parses([item["text"] for item in items], options), strict=True):
        reading = pipeline.read_through(pipeline.start(gold_document(item), parse=parse))
        label, scores = choose(reading)
        found.append(label)
        if label != item["type"]:
            log_error(options, id=item["id"], gold=item["type"], found=label, scores=scores, text=item["text"])
    commonest = Counter(gold).most_common(1)[0][0]
    return scored(gold, found), scored(gold, [commonest] * len(gold))


def choose(reading: Reading) -> tuple[str, dict[str, float]]:
    """Return the one type that a snippet is about, and the score of each candidate."""
    table = lexicons.load("case2021_mapping")
    scores: dict[str, float] = defaultdict(float)
    counted: set[tuple[str, int]] = set()
    for event in reading.events:
        entry = table["types"].get(event.type)
        if entry is None:
            continue
        label = split(entry["type"], event, reading, table)
        sentence = sentence_of(reading, event)
        if (label, sentence) in counted:
            continue  # the same thing said twice in a sentence counts once
        counted.add((label, sentence))
        weight = entry["weight"] * (entry.get("root", 1.0) if is_main(reading, event) else 1.0)
        scores[label] += weight * worth(event) * (1.0 if sentence == 0 else table["later"])
    for claim in reading.claims:
        if claim.cue is not None:
            scores["ATTRIB"] += table["cues"].get(str(claim.cue.cue_class), 0.0)
    for rule in table["together"]:
        if stand_together(rule, reading):
            scores[rule["meant"]] += rule["weight"]
    positive = {label: round(score, 2) for label, score in scores.items() if score > 0}
    best = max(sorted(positive), key=lambda label: positive[label], default=table["other"])
    return best, positive


def stand_together(rule: dict[str, Any], reading: Reading) -> bool:
    """Whether both types of a rule are coded, the second with a target that the rule names, if any."""
    first, second = rule["both"]
    others = [event for event in reading.events if event.type == second]
    if "target" in rule:
        wanted = set(rule["target"])
        others = [one for one in others if wanted & {token.lemma for token in around(reading, one, "target")}]
    return bool(others) and any(event.type == first for event in reading.events)


def is_main(reading: Reading, event: Event) -> bool:
    """Whether an event's word is the main verb of the first sentence."""
    token = reading.parse.token_at(event.start)
    return token is not None and token.sentence == 0 and token.is_root


def worth(event: Event) -> float:
    """Return how much an event counts: less where it is denied, planned or background."""
    value = UNREAL_WEIGHT if event.modality in UNREAL else 1.0
    if event.polarity is Polarity.NEGATIVE:
        value *= UNREAL_WEIGHT
    return value * (0.6 if event.background else 1.0)


def sentence_of(reading: Reading, event: Event) -> int:
    """Return the index of an event's sentence."""
    token = reading.parse.token_at(event.start)
    return token.sentence if token else 0


def split(label: str, event: Event, reading: Reading, table: dict[str, Any]) -> str:
    """Return their type where one of ours is several of theirs."""
    choices = table["splits"].get(label)
    if choices is None:
        return label
    words = {token.lemma for token in tokens_of(reading, event)}
    agent = {token.lemma for token in around(reading, event, "agent")}
    if "state" in choices:
        rebels, state = len(agent & set(table["nonstate_words"])), len(agent & set(table["state_words"]))
        freed = event.agent is None and words & set(table["liberating_words"])
        chosen = "state" if freed or state > rebels or (state == rebels and not rebels) else "other"
    elif "with_place" in choices:
        chosen = (
            "with_place" if event.places and words & {"hand", "resistance", "seize", "cede", "decision"} else "other"
        )
    elif "on_force" in choices:
        target = {token.lemma for token in around(reading, event, "target")} - (
            agent if event.target is None else set()
        )
        chosen = "on_force" if target & set(table["force_words"]) else "other"
    else:
        lethal, nonlethal = words & set(table["lethal_words"]), words & set(table["nonlethal_words"])
        sure = words & set(table["surely_lethal_words"])
        chosen = "lethal" if sure or len(lethal) > len(nonlethal) else "other"
    return str(choices.get(chosen, choices["other"]))


def tokens_of(reading: Reading, event: Event) -> tuple[Token, ...]:
    """Return the tokens of an event's sentence."""
    return reading.parse.sentence_tokens(sentence_of(reading, event))


def around(reading: Reading, event: Event, role: str) -> tuple[Token, ...]:
    """Return the tokens of an event's agent or target; of its sentence where it has none."""
    actor = event.agent if role == "agent" else event.target
    found = reading.parse.tokens_in(actor.start, actor.end) if actor else ()
    return found if any(token.pos != "PRON" for token in found) else tokens_of(reading, event)


def scored(gold: Sequence[str], found: Sequence[str]) -> Metrics:
    """Return weighted F1, macro F1 over the gold's types, and each type's F1."""
    support = Counter(gold)
    given = Counter(found)
    hits = Counter(one for one, other in zip(gold, found, strict=True) if one == other)
    per_type = {
        label: round(2 * hits[label] / (support[label] + given[label]), 4) if hits[label] else 0.0
        for label in sorted(support)
    }
    weighted = sum(per_type[label] * count for label, count in support.items()) / len(gold)
    return {
        "weighted_f1": round(weighted, 4),
        "macro_f1": round(sum(per_type.values()) / len(per_type), 4),
        "per_type": per_type,
    }
