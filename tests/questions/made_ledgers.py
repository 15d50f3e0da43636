"""Small random ledgers of an invented war: copies, denials, undated reports, hedges, parts, people's judgements."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from contested.model import (
    ActorKind,
    Certainty,
    CueClass,
    Decision,
    Document,
    Extraction,
    LedgerEntry,
    Modality,
    Place,
    Tense,
)
from contested.store.ledger import Ledger, open_ledger
from contested.store.linking import relink
from tests.factories import document, entry

FIRST = date(2025, 11, 1)
TYPES = ("control.gain", "control.hold", "control.loss", "control.withdraw", "control.contest", "strike.drone")
SPEAKERS = ("Kestria", "Ostvan", "", "Meridian Monitor", "Residents")
KINDS = {"Meridian Monitor": ActorKind.MONITOR, "Residents": ActorKind.CIVILIAN}
TOWNS = ("Velmora", "Brask", "Tolm")
OUTLETS = ("Northline News", "Sarrat Post", "Halden Post")


@dataclass(frozen=True)
class Said:
    """One claim to be made."""

    speaker: str
    type: str
    town: str
    holder: str
    negative: bool
    part: str | None
    ago: int  # days before the report on which it is said to have happened
    modality: Modality
    certainty: Certainty


@dataclass(frozen=True)
class Told:
    """One report to be made; `copy_of` is an earlier one whose text it carries."""

    day: int | None
    outlet: str
    said: tuple[Said, ...]
    copy_of: int | None


says = st.builds(
    Said,
    speaker=st.sampled_from(SPEAKERS),
    type=st.sampled_from(TYPES),
    town=st.sampled_from(TOWNS),
    holder=st.sampled_from(("Kestria", "Ostvan")),
    negative=st.booleans() | st.just(False),
    part=st.sampled_from((None, None, None, "northern districts", "railway station")),
    ago=st.integers(0, 3),
    modality=st.sampled_from((Modality.ACTUAL, Modality.ACTUAL, Modality.ACTUAL, Modality.PLANNED)),
    certainty=st.sampled_from((Certainty.CERTAIN, Certainty.PROBABLE)),
)
reports = st.builds(
    Told,
    day=st.integers(0, 45) | st.integers(0, 12) | st.none(),
    outlet=st.sampled_from(OUTLETS),
    said=st.lists(says, min_size=1, max_size=4).map(tuple),
    copy_of=st.none() | st.integers(0, 3),
)
collections = st.lists(reports, min_size=1, max_size=9)


def extractions(told: list[Told]) -> list[Extraction]:
    """Return the reports, each once."""
    made: dict[str, Extraction] = {}
    for number, each in enumerate(told):
        said = told[each.copy_of].said if each.copy_of is not None and each.copy_of < number else each.said
        day = None if each.day is None else (FIRST + timedelta(days=each.day)).isoformat()
        found = _extraction(said, each.outlet, day)
        made[found.document.id] = found
    return list(made.values())


def _extraction(said: tuple[Said, ...], outlet: str, day: str | None) -> Extraction:
    sentences = [_sentence(each) for each in said]
    report = document(" ".join(sentences), outlet, day)
    entries, start = [], 0
    for each, words in zip(said, sentences, strict=True):
        entries.append(_entry(each, words, report, start))
        start += len(words) + 1
    places: list[Place] = [place for e in entries for event in e.events for place in event.places]
    return Extraction(
        document=report,
        places=tuple(places),
        claims=tuple(e.claim for e in entries),
        events=tuple(event for e in entries for event in e.events),
    )


def _sentence(said: Said) -> str:
    verb = "denied" if said.negative else "said"
    part = f" in the {said.part}" if said.part else ""
    return (
        f"{said.speaker or 'Observers'} {verb} that {said.holder} {said.type.replace('.', ' ')}{part} of {said.town}."
    )


def _entry(said: Said, words: str, report: Document, start: int) -> LedgerEntry:
    when = None
    if report.published:
        when = (date.fromisoformat(report.published) - timedelta(days=said.ago)).isoformat()
    return entry(
        said.speaker, said.type, said.town, holder=said.holder, agent=said.holder, negative=said.negative,
        cue=CueClass.DENY if said.negative else CueClass.ASSERT, part=said.part, when=when, words=words,
        modality=said.modality, certainty=said.certainty, tense=Tense.PAST, report=report, start=start,
        kind=KINDS.get(said.speaker, ActorKind.UNKNOWN),
    )  # fmt: skip


def store(path: Path, found: list[Extraction], judged: bool = False) -> None:
    """Write a ledger; with `judged` a person says of two claims that they are of different origins."""
    shutil.copy(_empty(), path)  # making one anew takes longer than all else
    with open_ledger(path, write=True) as ledger:
        for each in found:
            ledger.add(each)
        relink(ledger)
        if judged:
            _judge(ledger)


@cache
def _empty() -> Path:
    path = Path(tempfile.mkdtemp(), "empty.db")
    open_ledger(path, write=True).close()
    return path


def _judge(ledger: Ledger) -> None:
    origin = max(ledger.origins(), key=lambda o: (len(o.claims), o.id))
    if len(origin.claims) > 1:
        one, other = origin.claims[:2]
        ledger.judge(one, Decision.NOT_SAME_ORIGIN, "Ada", "two speakers", other, when="2025-11-10T12:00:00")
        relink(ledger)
