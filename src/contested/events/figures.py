"""Figures that others put on the same thing: "a local committee put the number at more than 20,000".

Such a claim says what the event before it says, with another figure; the two stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from contested import lexicons
from contested.model import Certainty, Claim, Event, Modality, Polarity, Quantity, content_id
from contested.reading import Reading

COUNTS = frozenset(lexicons.load("event_nouns")["counts"])
"""Words for a figure that was just named: "the number", "the toll"."""
REACH = 400
"""Code points back in which the event is looked for: the same or the sentence before."""
OPENING = 5
"""Words of a content within which the count must be named: "that the death toll was"."""


def restated_figures(reading: Reading, events: Iterable[Event], claims: Iterable[Claim]) -> Iterator[Event]:
    """Yield one event for each claim that only puts another figure on the event before it."""
    ordered = sorted((event for event in events if event.quantities), key=lambda event: event.start)
    told = {event.claim for event in events}
    for claim in claims:
        figures = _figures(reading, claim)
        if claim.id in told or not figures or not _names_a_count(reading, claim):
            continue
        at = claim.content[0].start
        before = [event for event in ordered if event.end <= at and at - event.end <= REACH]
        same = [event for event in before if event.type.startswith(("casualty", "displacement", "prisoner", "outage"))]
        if same:
            yield _restated(same[-1], claim, figures)


def _figures(reading: Reading, claim: Claim) -> tuple[Quantity, ...]:
    return tuple(
        quantity
        for quantity in reading.quantities
        for span in claim.content
        if span.start <= quantity.start and quantity.end <= span.end
    )


def _names_a_count(reading: Reading, claim: Claim) -> bool:
    span = claim.content[0]
    words = reading.parse.tokens_in(span.start, span.end)[:OPENING]
    return any(word.lemma in COUNTS for word in words) and any(word.lower in {"the", "this", "that"} for word in words)


def _restated(event: Event, claim: Claim, figures: tuple[Quantity, ...]) -> Event:
    """Return the event with another claimer's figure; what is counted stays the same."""
    of = event.quantities[0].of
    unit = event.quantities[0].unit
    figures = tuple(structs.replace(one, of=one.of or of, unit=unit if one.of is None else one.unit) for one in figures)
    start, end = figures[0].start, figures[-1].end
    return structs.replace(
        event,
        id=content_id("event", claim.id, event.type, start, end),
        claim=claim.id,
        start=start,
        end=end,
        quantities=figures,
        polarity=Polarity.POSITIVE,
        certainty=Certainty.CERTAIN,
        modality=Modality.ACTUAL,
        rule=f"{event.type}; another figure for the event before",
    )
