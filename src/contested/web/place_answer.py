"""The answer of a place page: the state with its doubt, what it rests on, and why.

Words come from the brief and from lexicons/wording_place.yml; every line leads to the sentences
that it rests on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from contested.assessment.observations import CONTESTED
from contested.lexicons import load
from contested.model import UNKNOWN, Control, LedgerEntry, Weighing
from contested.outputs.brief_records import Brief, Line
from contested.outputs.wording import rounded
from contested.web import addresses
from contested.web.cards import Around, ClaimCard, side_of
from contested.web.drawings.bars import weight_bar
from contested.web.drawings.strip import stacked
from contested.web.sides import side_index

WORDS = load("wording_place")
MOST_WEIGHED = 30
"""Origins listed under "Why this state"; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a line: its number and the sentence that it leads to."""

    number: int
    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of ours with the notes that support it; `lead` is its first words, set bold."""

    lead: str
    text: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with what it counts: "9 days" "since the last report"."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """One origin's part in the conclusion: who, for what, how far, why."""

    who: str
    verb: str
    words: str
    address: str  # of the sentence
    origin: str  # of the origin, empty where the claim is its own
    day: str
    side: str
    index: int | None
    supports: str
    supports_index: int | None
    weight: str
    reason: str
    decisive: bool


@dataclass(frozen=True, slots=True)
class Why:
    """What a state rests on: the sentence, the origins by weight, and the model's own reason."""

    sentence: str
    rows: tuple[Weighed, ...]
    more: int
    reason: str
    decisive: ClaimCard | None


def lines_of(brief: Brief, lines: Sequence[Line]) -> tuple[Said, ...]:
    """Return lines of a brief with their notes as links to the sentences."""
    notes = {note.number: note for note in brief.notes}
    made = []
    for line in lines:
        lead, dot, rest = line.text.partition(". ")
        found = tuple(
            Note(n, addresses.document(notes[n].document, notes[n].claim), f"Note {n}: {notes[n].speaker}")
            for n in line.notes
            if n in notes
        )
        made.append(Said(lead + dot.strip(), rest, found))
    return tuple(made)


def weights(control: Control, parties: Sequence[str]) -> tuple[Markup, str]:
    """Return the weight of the evidence as a bar and in words, rounded to 5 of 100."""
    shares = rounded(control.probabilities)
    ordered = {state: shares.get(state, 0) for state in stacked(parties)}
    words = ", ".join(f"{state} {share}" for state, share in ordered.items())
    return weight_bar(ordered, parties, label=f"Weight of the evidence, of 100, rounded to 5: {words}"), words


def weight_words(weight: float) -> str:
    """Return how far an origin moves the conclusion: "weighs heavily", "weighs a little"."""
    return next(str(step["words"]) for step in WORDS["weights"] if abs(weight) >= step["from"])


def why(control: Control, near: Around, on: str) -> Why:
    """Return what the state rests on."""
    weighed = sorted(control.weighings, key=lambda each: (-abs(each.weight), each.origin))
    rows = [_weighed(each, near, control) for each in weighed[:MOST_WEIGHED]]
    decisive = near.entries.get(control.decisive_claim or "")
    return Why(
        sentence=_sentence(control, near),
        rows=tuple(row for row in rows if row is not None),
        more=max(len(weighed) - MOST_WEIGHED, 0),
        reason=control.reason,
        decisive=near.card(decisive, on) if decisive else None,
    )


def _weighed(weighing: Weighing, near: Around, control: Control) -> Weighed | None:
    entry = _first(weighing, near)
    if entry is None:
        return None
    card = near.card(entry, control.day)
    supports = weighing.supports if weighing.weight >= 0 else f"not {weighing.supports}"
    index = side_index(weighing.supports, near.parties)
    return Weighed(
        who=card.who, verb=card.verb, words=card.words, address=card.reader, origin=card.origin, day=card.day or "",
        side=card.side, index=card.party_index, supports=supports, supports_index=index,
        weight=weight_words(weighing.weight), reason=weighing.reason,
        decisive=control.decisive_claim in weighing.claims,
    )  # fmt: skip


def _first(weighing: Weighing, near: Around) -> LedgerEntry | None:
    """Return the claim of an origin that was published first."""
    found = [near.entries[name] for name in weighing.claims if name in near.entries]
    return min(found, key=lambda e: (e.document.published or "9", e.document.id, e.claim.start), default=None)


def _sentence(control: Control, near: Around) -> str:
    """Return what the state rests on, in one sentence: how many origins speak for what, and of which side."""
    words: Mapping[str, str] = WORDS["why"]
    voices: dict[str, Counter[int | None]] = defaultdict(Counter)
    copies = 0
    for weighing in control.weighings:
        entry = _first(weighing, near)
        if entry is not None:
            voices[weighing.supports][side_of(entry, near.parties)[1]] += 1
            copies += near.copies(entry)
    total = sum(count.total() for count in voices.values())
    if not total:
        return words["none"]
    order = [*near.parties, CONTESTED, UNKNOWN]
    parts = [
        words["for_contested" if state == CONTESTED else "for_party"].format(
            n=voices[state].total(), state=state, voices=_voices(voices[state], near.parties)
        )
        for state in sorted(voices, key=lambda state: order.index(state) if state in order else len(order))
    ]
    head = words["total_one"] if total == 1 else words["total"].format(n=total)
    tail = (" " + words["copies_one" if copies == 1 else "copies"].format(n=copies)) if copies else ""
    return f"{head} {', '.join(parts)}.{tail}"


def _voices(sides: Counter[int | None], parties: Sequence[str]) -> str:
    """Return the sides of some origins: "all Kestria", "2 Ostvan, 1 of neither side"."""
    words: Mapping[str, str] = WORDS["why"]
    if len(sides) == 1:
        (side,) = sides
        return words["voices_all_neither"] if side is None else words["voices_all"].format(party=parties[side])
    told = [words["voices_party"].format(n=sides[i], party=name) for i, name in enumerate(parties) if sides[i]]
    return ", ".join([*told, *([words["voices_neither"].format(n=sides[None])] if sides[None] else [])])
