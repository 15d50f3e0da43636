"""Outlooks scored: what was predicted about control, and how it turned out when later claims settle it.

A prediction counts for nothing when control is concluded; here it is the other way round. Its
deadline is the end of the time that it names, or `HORIZON` days after publication. A conditional
one is scored only if its condition can be seen to hold, which we do not attempt: it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contested.assessment.control import Evidence, assess_control
from contested.assessment.observations import compatible_states, ordinal
from contested.lexicons import load
from contested.model import UNKNOWN, CueClass, Event, LedgerEntry, Modality, Polarity

HORIZON = 30
"""Days that a prediction without a deadline is given."""
CAME, FAILED = 0.8, 0.2
"""Probability of what was predicted from which it has come true, or failed; between them it is open."""

RANGES: Mapping[str, Sequence[float]] = load("estimative")["words"]
WORDS = re.compile(r"\b(" + "|".join(sorted(map(re.escape, RANGES), key=len, reverse=True)) + r")\b", re.IGNORECASE)


class Outcome(StrEnum):
    """How a prediction turned out."""

    CAME_TRUE = "came_true"
    FAILED = "failed"
    OPEN = "open"  # the deadline has not passed, or what is reported does not settle it
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Outlook:
    """One prediction about control and what became of it; `brier` where a probability word was used."""

    claim: str
    speaker: str
    place: str
    made: str
    deadline: str
    states: tuple[str, ...]  # any of these fulfils it
    word: str | None
    probability: float | None
    outcome: Outcome
    brier: float | None


def score_outlooks(entries: Iterable[LedgerEntry], evidence: Evidence, known_on: str) -> list[Outlook]:
    """Return the predictions about control, oldest first, each with its outcome as known on a day."""
    found = []
    for entry in entries:
        for event in entry.events:
            outlook = _score(entry, event, evidence, known_on)
            if outlook is not None:
                found.append(outlook)
    return sorted(found, key=lambda o: (o.made, o.claim, o.place))


def _score(entry: LedgerEntry, event: Event, evidence: Evidence, known_on: str) -> Outlook | None:
    control, made = event.control, entry.document.published
    place = next((p for p in event.places), None)
    if control is None or made is None or place is None or not _is_prediction(entry, event):
        return None
    positive = event.polarity is not Polarity.NEGATIVE
    states = compatible_states(control.bearing, control.party, positive, control.part is not None, evidence.parties)
    if not states:
        return None
    start = ordinal(made) or 0
    end = max(ordinal(event.interval[1]) or 0, start) if event.interval[1] else start + HORIZON
    deadline = date.fromordinal(end if end > start else start + HORIZON).isoformat()
    outcome = _outcome(entry, evidence, place.place_id, states, deadline, known_on)
    match = WORDS.search(entry.words)
    word = match.group(1).lower() if match else None
    probability = sum(RANGES[word]) / 2 if word else None
    settled = {Outcome.CAME_TRUE: 1.0, Outcome.FAILED: 0.0}.get(outcome)
    brier = (probability - settled) ** 2 if probability is not None and settled is not None else None
    return Outlook(
        claim=entry.claim.id, speaker=entry.claim.source.name, place=place.name, made=made[:10], deadline=deadline,
        states=tuple(s for s in (*evidence.parties, "contested") if s in states), word=word, probability=probability,
        outcome=outcome, brier=brier,
    )  # fmt: skip


def _is_prediction(entry: LedgerEntry, event: Event) -> bool:
    cue = entry.claim.cue.cue_class if entry.claim.cue else CueClass.NONE
    return cue is CueClass.PREDICT or event.modality in (Modality.CONDITIONAL, Modality.POSSIBLE, Modality.PLANNED)


def _outcome(
    entry: LedgerEntry, evidence: Evidence, place_id: str, states: frozenset[str], deadline: str, known_on: str
) -> Outcome:
    if entry.claim.condition is not None:
        return Outcome.CONDITIONAL
    if deadline > known_on:
        return Outcome.OPEN
    then = assess_control(evidence, place_id, deadline, known_on)
    known = 1 - then.probabilities[UNKNOWN]
    if known < 0.5:
        return Outcome.OPEN
    probability = sum(then.probabilities.get(state, 0.0) for state in states) / known
    return Outcome.CAME_TRUE if probability >= CAME else Outcome.FAILED if probability <= FAILED else Outcome.OPEN
