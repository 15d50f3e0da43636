"""Sources: who the speaker of each claim is, and on whose side.

The words of a source ("the spokesman") are already found; here they get a name ("Viktor
Trehubov"), a kind, a role and a party with the reason. Claims are taken in the order of the text,
so that "he added" finds who spoke before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contested.model import NO_PARTY, UNKNOWN, Actor, ActorKind, Claim, Source
from contested.reading import Reading
from contested.text.actor_bridging import bridge
from contested.text.actor_names import directory
from contested.text.actor_words import is_first_person
from contested.text.actors import describe_alone, relative_to
from contested.text.coreference import Seen, resolve_actor, see


def resolve_sources(reading: Reading) -> Reading:
    """Return the reading with the sources of its claims resolved. Needs: claims, actors.

    "He said" gets the name of the last fitting speaker; the outlet's own voice the outlet's name
    and, where a pack knows it, its alignment. A source whose words stand for nobody the report
    names keeps its words, with the party unknown.
    """
    mentions = [see(reading, actor) for actor in reading.actors]
    spoken: list[Seen] = []
    resolved: dict[str, Claim] = {}
    for claim in sorted(reading.claims, key=_place_in_text):
        around = _enclosing(claim, resolved.values())
        chain = tuple(_resolved(reading, source, mentions, spoken, around) for source in claim.chain)
        if claim.continued and not _has_words(claim.source):
            source = _continued(claim.source, spoken)
        else:
            source = _resolved(reading, claim.source, mentions, spoken, around)
        spoken.extend(_seen(reading, found) for found in (*chain, source) if _has_words(found))
        resolved[claim.id] = _with(claim, source=source, chain=chain)
    return replace(reading, claims=tuple(resolved[claim.id] for claim in reading.claims))


def _place_in_text(claim: Claim) -> tuple[int, int]:
    """Return where a source's words stand: whoever is named first can be "he" later."""
    at = claim.source.start
    return (claim.start if at is None else at, claim.start)


def _has_words(source: Source) -> bool:
    return source.start is not None and source.end is not None and not source.own_voice


def _with(claim: Claim, **changes: object) -> Claim:
    """Return the claim with some fields changed (records are frozen)."""
    fields = {name: getattr(claim, name) for name in Claim.__struct_fields__}
    return Claim(**(fields | changes))


def _enclosing(claim: Claim, earlier: object) -> Source | None:
    """Return the source of the smallest claim whose content holds this source's words, or None."""
    at = claim.source.start
    if at is None:
        return None
    holding: list[tuple[int, Source]] = []
    for other in earlier:  # type: ignore[attr-defined]
        for span in other.content:
            if span.start <= at < span.end and not other.source.own_voice and other.id != claim.id:
                holding.append((span.end - span.start, other.source))
    return min(holding, key=lambda pair: pair[0])[1] if holding else None


def _continued(source: Source, spoken: Sequence[Seen]) -> Source:
    """Return the last speaker for a statement that goes on without a cue of its own."""
    if not spoken or source.name != UNKNOWN:
        return source
    return _source(source, spoken[-1].actor)


def _resolved(
    reading: Reading, source: Source, mentions: Sequence[Seen], spoken: Sequence[Seen], around: Source | None
) -> Source:
    """Return one source with name, kind, role and side."""
    if source.own_voice:
        return own_voice(reading, source)
    if source.start is None or source.end is None:
        return source
    actor = describe_alone(reading, source.start, source.end)
    if is_first_person(actor.text.strip()):
        speaker = around or (_as_source(spoken[-1].actor) if spoken else None)
        return _source(source, _as_actor(speaker, actor)) if speaker is not None else _source(source, actor)
    everyone = sorted([*mentions, *spoken], key=lambda seen: seen.actor.start)
    actor = resolve_actor(reading, actor, everyone)
    actor = bridge(reading, actor, spoken, everyone)
    if around is not None:
        actor = relative_to(reading, actor, _as_actor(around, actor))
    return _source(source, actor)


def own_voice(reading: Reading, source: Source) -> Source:
    """Return the outlet as source, with the alignment that a pack gives it."""
    name = reading.document.outlet if source.name in {"", UNKNOWN} else source.name
    entry = directory(reading.packs).outlet(name) if name != UNKNOWN else None
    party = entry.party if entry is not None else UNKNOWN
    reason = entry.reason if entry is not None else "the outlet's own voice; no pack knows the outlet"
    return Source(
        text=source.text, start=source.start, end=source.end, name=entry.name if entry is not None else name,
        kind=ActorKind.MEDIA, role=source.role, party=party, party_reason=reason, own_voice=True,
    )  # fmt: skip


def _source(source: Source, actor: Actor) -> Source:
    """Return the source with what is known of the actor that its words stand for."""
    pronoun = actor.kind is ActorKind.UNKNOWN and actor.party in {UNKNOWN, NO_PARTY}
    reason = actor.party_reason or ("the text does not say whose side this is" if pronoun else "")
    return Source(
        text=source.text, start=source.start, end=source.end, name=actor.name, kind=actor.kind,
        role=actor.role, party=actor.party, party_reason=reason, own_voice=False,
    )  # fmt: skip


def _as_source(actor: Actor) -> Source:
    return Source(
        text=actor.text, start=actor.start, end=actor.end, name=actor.name, kind=actor.kind, role=actor.role,
        party=actor.party, party_reason=actor.party_reason,
    )  # fmt: skip


def _as_actor(source: Source, at: Actor) -> Actor:
    """Return a source as an actor; one without words stands where `at` stands."""
    start = at.start if source.start is None else source.start
    end = at.end if source.end is None else source.end
    return Actor(
        start=start, end=end, text=source.text, name=source.name, kind=source.kind, role=source.role,
        party=source.party, party_reason=source.party_reason,
    )  # fmt: skip


def _seen(reading: Reading, source: Source) -> Seen:
    """Return a source as a mention that spoke."""
    place = Actor(start=source.start or 0, end=source.end or 0, text=source.text, name=source.name)
    return see(reading, _as_actor(source, place), speaker=True)
