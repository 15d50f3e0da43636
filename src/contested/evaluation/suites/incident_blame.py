"""Who is blamed for an incident, and how sure the report is of it."""

from __future__ import annotations

import re
from typing import Any

from contested.evaluation.suites.incident_relevance import sentence_of
from contested.model import CueClass, Event, Polarity
from contested.parse import Token
from contested.reading import Reading

BRACKETED = re.compile(r"([A-Z][A-Z\-' ]{3,60}?)[\"']?\s*[\[(]([A-Z][A-Z\-]{1,9})[\])]")
Names = dict[str, tuple[str, ...]]
"""Each name of an organisation, in lower case, to all its names."""


def organisations(reading: Reading, table: dict[str, Any]) -> Names:
    """Return the organisations that a dispatch introduces with their letters, by each of their names.

    "FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN]" → both names lead to both.
    """
    found: Names = {}
    groups = set(table["group_words"])
    text = reading.text.replace("\n", " ")
    for names in table["organisations"]:
        if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names):
            found |= {name.lower(): tuple(names) for name in names}
    for match in BRACKETED.finditer(text):
        name, letters = match.group(1).strip(), match.group(2)
        words = name.split()
        starts = [at for at in range(len(words)) if words[at][0] == letters[0]]
        long_enough = [at for at in starts if len(words) - at >= max(2, len(letters) - 1)]
        name = " ".join(words[next(iter(reversed(long_enough)), starts[0] if starts else 0) :])
        if {word.lower() for word in words} & groups:
            found.setdefault(name.lower(), (name, letters))
            found.setdefault(letters.lower(), (name, letters))
    return found


def mentions(text: str, names: Names) -> list[tuple[str, ...]]:
    """Return the organisations that a text names, each once."""
    shouted = text.upper().replace("\n", " ")
    named = [fill for key, fill in names.items() if re.search(rf"\b{re.escape(key.upper())}\b", shouted)]
    return list(dict.fromkeys(named))


def doer_fills(events: list[Event], names: Names, table: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return the perpetrators: doers by their words, and the organisations named in them."""
    found: list[tuple[str, ...]] = []
    for event in events:
        if event.agent is None:
            continue
        text = event.agent.text.upper().replace("\n", " ")
        named = mentions(text, names)
        words = set(re.findall(r"[a-z\-]+", text.lower()))
        singular = {word[:-1] if word.endswith("s") else word for word in words} | words
        if named:
            found.append(named[0])
        elif words & set(table["group_words"]) and len(words) <= 6:
            fill = (text.removeprefix("THE "),)
            names.setdefault(fill[0].lower(), fill)
            found.append(fill)
        if singular & {*table["generic_doers"], "men"}:
            found.append((text,))
    return list(dict.fromkeys(found))


def blamed(events: list[Event], reading: Reading, names: Names, table: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return the organisation that is most plainly named as the doer where an incident is told or blamed.

    As doer ("blamed the front", "attacked by the front") counts most, then any mention in the very
    sentence; of two that stand alike, the one mentioned oftener, else none.
    """
    sentences = {sentence_of(event, reading) for event in events}
    blaming = blaming_sentences(reading)
    cues = frozenset(claim.cue.start for claim in reading.claims if claim.cue is not None)
    acts = frozenset(event.start for event in events)
    best: dict[tuple[str, ...], tuple[int, int]] = {}
    for number in {*neighbours(sorted(sentences)[:2], reading), *sentences, *blaming}:
        for fill, head in named_in(number, reading, names):
            if _is_target(fill, events):
                continue
            value = role(head, acts, cues, table) + (number in blaming or number in sentences)
            highest, mentioned = best.get(fill, (0, 0))
            best[fill] = (max(highest, value), mentioned + 1)
    top = [fill for fill, value in best.items() if value == max(best.values())]
    return top if len(top) == 1 and best[top[0]][0] > 0 else []


def named_in(number: int, reading: Reading, names: Names) -> list[tuple[tuple[str, ...], Token]]:
    """Return each mention of an organisation in a sentence, with the head of its words."""
    span = reading.parse.sentences[number]
    text = sentence_text(number, reading).upper().replace("\n", " ")
    found = []
    for key, fill in names.items():
        for match in re.finditer(rf"\b{re.escape(key.upper())}\b", text):
            head = reading.parse.head_of(span.start + match.start(), span.start + match.end())
            if head is not None:
                found.append((fill, head))
    return found


def role(head: Token, acts: frozenset[int], cues: frozenset[int], table: dict[str, Any]) -> int:
    """Return 2 for an organisation that its sentence makes the doer, -1 for one that speaks, else 0."""
    token = head
    while not token.is_root and (token.dep in PARTS or (token.dep == "pobj" and token.head.lower in {"of", "from"})):
        token = token.head
    verb = token.head.head if token.dep == "pobj" else token.head
    if token.dep == "pobj" and (token.head.lower == "by" or (verb.lemma in table["blaming_verbs"])):
        return 2
    if token.dep in {"dobj", "nsubjpass"} and verb.lemma in table["blaming_verbs"]:
        return 2
    if token.dep == "nsubj" and (verb.start in acts or verb.lemma in table["doing_verbs"] or _is_guilty(verb)):
        return 2
    return -1 if token.dep == "nsubj" and verb.start in cues else 0


PARTS = frozenset({"compound", "appos", "nmod", "conj", "poss", "amod", "prep", "npadvmod"})


def _is_guilty(verb: Token) -> bool:
    return any(child.lemma in {"responsible", "guilty", "responsibility", "credit"} for child in verb.children)


def blaming_sentences(reading: Reading) -> set[int]:
    """Return the sentences in which somebody is held responsible, accused, or claims an act."""
    accused = (one.cue for one in reading.claims if one.cue is not None and one.cue.cue_class is CueClass.ACCUSE)
    tokens = (reading.parse.token_at(cue.start) for cue in accused)
    blamed_in = {sentence_of(event, reading) for event in reading.events if event.type == "blame"}
    return blamed_in | {token.sentence for token in tokens if token is not None}


def neighbours(numbers: list[int], reading: Reading) -> list[int]:
    """Return sentences and those next to them."""
    last = len(reading.parse.sentences) - 1
    return sorted({min(max(number + step, 0), last) for number in numbers for step in (-1, 0, 1)})


def sentence_text(number: int, reading: Reading) -> str:
    """Return the words of a sentence."""
    span = reading.parse.sentences[number]
    return reading.text[span.start : span.end]


def _is_target(fill: tuple[str, ...], events: list[Event]) -> bool:
    texts = [event.target.text.upper() for event in events if event.target is not None]
    return any(name in text for name in fill for text in texts)


# --------------------------------------------------------------------------- confidence


def confidence(events: list[Event], organisation: tuple[str, ...], reading: Reading, table: dict[str, Any]) -> str:
    """Return how sure the blame is, the plainest statement first: claimed, accused, possible, or a fact.

    Read from the sentences that name the organisation and tell of the incident, of blame for it, or
    stand beside those.
    """
    told = {sentence_of(event, reading) for event in events}
    near = sorted(told | blaming_sentences(reading))
    names = {name.lower(): organisation for name in organisation}
    naming = [number for number in near if mentions(sentence_text(number, reading), names)]
    verdicts = {verdict(number, events, reading, table) for number in naming or sorted(told)}
    return next((one for one in table["verdicts"] if one in verdicts), "REPORTED AS FACT")


def verdict(number: int, events: list[Event], reading: Reading, table: dict[str, Any]) -> str:
    """Return how sure one sentence is of who did it."""
    tokens = reading.parse.sentence_tokens(number)
    words = {token.lower for token in tokens} | {token.lemma for token in tokens}
    told_in = {event.claim for event in events if sentence_of(event, reading) == number}
    spoken = [one for one in reading.claims if one.id in told_in and not one.source.own_voice]
    if _is_claimed(number, reading, table):
        return "CLAIMED OR ADMITTED"
    authority = any(str(one.source.kind) in table["authority_kinds"] for one in spoken)
    accusing = words & set(table["suspect_words"]) or any(
        one.cue is not None and one.cue.cue_class is CueClass.ACCUSE for one in spoken
    )
    if accusing:
        by = " BY AUTHORITIES" if authority or _is_by_authority(number, reading, table) else ""
        return "SUSPECTED OR ACCUSED" + by
    return "REPORTED AS FACT"


def _is_by_authority(number: int, reading: Reading, table: dict[str, Any]) -> bool:
    """Whether officials, soldiers or the police say or do the accusing in a sentence."""
    span = reading.parse.sentences[number]
    spoken = [one for one in reading.claims if one.start < span.end and span.start < one.end]
    if any(str(one.source.kind) in table["authority_kinds"] for one in spoken if not one.source.own_voice):
        return True
    return any(
        child.dep == "nsubj" and {one.lemma for one in child.subtree()} & set(table["authority_words"])
        for token in reading.parse.sentence_tokens(number)
        if token.lemma in table["blaming_verbs"]
        for child in token.children
    )


def _is_claimed(number: int, reading: Reading, table: dict[str, Any]) -> bool:
    """Whether a sentence says that responsibility for an act was claimed, and does not deny it."""
    lemmas = {token.lemma for token in reading.parse.sentence_tokens(number)}
    denied = any(
        event.type == "blame" and event.polarity is Polarity.NEGATIVE and sentence_of(event, reading) == number
        for event in reading.events
    )
    return bool(lemmas & {"responsibility", "credit"} and lemmas & set(table["claiming_verbs"])) and not denied
