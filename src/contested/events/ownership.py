"""Ownership: in which claim an event stands, so that none is coded without its speaker."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from contested.events.triggers import Trigger
from contested.model import (
    NO_PARTY,
    ActorKind,
    Claim,
    CueClass,
    Directness,
    Event,
    Polarity,
    Source,
    Span,
    content_id,
)
from contested.reading import Reading

STANCES = frozenset({CueClass.DENY, CueClass.REJECT, CueClass.CONFIRM, CueClass.ACKNOWLEDGE})
"""Cue classes that take a stance on what another says: an event inside is theirs as well."""


class Ownership:
    """Tells for each stretch of a report in whose claim it stands."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.by_id = {claim.id: claim for claim in reading.claims}
        self.spans = sorted(
            (_length(claim), claim.start, claim.id, span.start, span.end)
            for claim in reading.claims
            for span in claim.content
        )

    def owners(self, start: int, end: int) -> list[Claim]:
        """Return the innermost claim whose content holds the words, then those that take a stance on it.

        Empty where the outlet speaks in its own voice.
        """
        inner = next((self.by_id[key] for _, _, key, first, last in self.spans if first <= start and end <= last), None)
        if inner is None:
            return []
        found = [inner]
        above = inner
        seen = {inner.id}
        while above.parent and above.parent in self.by_id and above.parent not in seen:
            above = self.by_id[above.parent]
            seen.add(above.id)
            if above.cue is not None and (above.cue.cue_class in STANCES or _calls_false(above)):
                found.append(above)
        return found

    def owners_of(self, trigger: Trigger) -> list[Claim]:
        """Return the owners of a trigger; one that begins with a cue is in what the cue opens: "claimed control of"."""
        found = self.owners(trigger.start, trigger.end)
        first, last = trigger.words[0], trigger.words[-1]
        if found or first is last or not self.is_cue(first.start, first.end):
            return found
        return self.owners(last.start, last.end)

    def stands(self, event: Event, claim: Claim, owners: list[Claim]) -> bool:
        """Whether an event is a claim's own: the innermost's, a stance's, or one that the claim calls false."""
        stance = claim.cue is not None and claim.cue.cue_class in STANCES
        return claim is owners[0] or stance or event.polarity is Polarity.NEGATIVE

    def innermost(self, claim: Claim, trigger: Trigger) -> Claim:
        """Return the innermost claim around a trigger: `claim` itself, or the one that it takes a stance on."""
        found = self.owners_of(trigger)
        return found[0] if found else claim

    def is_cue(self, start: int, end: int) -> bool:
        """Whether the words are themselves the cue of a claim: "accused", "agreed"."""
        return any(
            span.start <= start and end <= span.end
            for claim in self.by_id.values()
            if claim.cue is not None
            for span in (claim.cue.words or (claim.cue,))
        )


def _calls_false(claim: Claim) -> bool:
    """Whether a claim says of what another says that it is not so: "reports of the capture were false"."""
    return claim.polarity is Polarity.NEGATIVE and not claim.source.own_voice


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)


def own_voice(reading: Reading, sentence: int) -> Claim:
    """Return the outlet's own claim for a sentence: what stands there in nobody else's mouth.

    Its content is the sentence without the words of the claims that stand in it.
    """
    span = reading.parse.sentences[sentence]
    outlet = reading.document.outlet
    source = Source(
        name=outlet, kind=ActorKind.MEDIA, party=NO_PARTY, own_voice=True, party_reason="the outlet in its own voice"
    )
    content = tuple(_outside(span.start, span.end, reading.claims))
    return Claim(
        id=content_id("claim", reading.document.id, span.start, span.end, "own voice"),
        start=span.start,
        end=span.end,
        content=content or (Span(start=span.start, end=span.end),),
        source=source,
        directness=Directness.NONE,
        polarity=Polarity.POSITIVE,
    )


def _outside(start: int, end: int, claims: Iterable[Claim]) -> list[Span]:
    """Return the stretches of a sentence outside all claims."""
    found, position = [], start
    for claim in sorted(claims, key=lambda one: one.start):
        if claim.end <= start or claim.start >= end:
            continue
        if claim.start > position:
            found.append(Span(start=position, end=min(claim.start, end)))
        position = max(position, claim.end)
    if position < end:
        found.append(Span(start=position, end=end))
    return [span for span in found if span.end - span.start > 2]


def with_events(claims: Iterable[Claim], events: dict[str, list[str]]) -> tuple[Claim, ...]:
    """Return the claims with the ids of their events, in text order."""
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id))
    return tuple(structs.replace(claim, events=tuple(events.get(claim.id, ()))) for claim in ordered)
