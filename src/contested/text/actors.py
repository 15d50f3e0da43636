"""Actors: who is mentioned, what sort of voice they are, and on whose side.

`find_actors` lists the mentions of a report; `describe_actor` reads any noun phrase as an actor,
with the help of the rest of the report. `actor_phrase.py` reads the words, `actor_party.py` the
side, `coreference.py` says who "the spokesman" is.
"""

from __future__ import annotations

from dataclasses import replace

from contested.model import UNKNOWN, Actor, ActorKind, Claim
from contested.parse import Token
from contested.reading import Reading
from contested.text.actor_description import describe_phrase
from contested.text.actor_mentions import mention_spans, person_phrase
from contested.text.actor_names import directory, fold
from contested.text.actor_words import is_first_person, is_person_name, words
from contested.text.coreference import Seen, replace_actor, resolve_actor, see


def find_actors(reading: Reading) -> Reading:
    """Return the reading with its actors. Needs: parse, packs. Adds: actors.

    Each mention has a name, a kind, a role and a side as far as the report and the packs tell;
    "General Syrskyi" carries the full name that the report gives elsewhere.
    """
    found: dict[tuple[int, int], Actor] = {}
    for start, end in mention_spans(reading):
        actor = _described(reading, start, end)
        if actor.kind is not ActorKind.UNKNOWN or actor.party != UNKNOWN:
            found[start, end] = actor
    actors = [found[key] for key in sorted(found)]
    actors = _enriched(actors)
    seen = [see(reading, actor) for actor in actors]
    resolved = tuple(resolve_actor(reading, actor, seen) for actor in actors)
    return replace(reading, actors=resolved)


def _described(reading: Reading, start: int, end: int) -> Actor:
    """Return the actor of a phrase, with the title that stands before or after its name."""
    actor = describe_phrase(reading, start, end)
    wide = person_phrase(reading, start, end)
    if wide is None or wide == (start, end):
        return actor
    wider = describe_phrase(reading, *wide)
    return replace_actor(
        actor,
        name=wider.name if _same_person(wider.name, actor.name) else actor.name,
        kind=wider.kind if actor.kind in {ActorKind.UNKNOWN, ActorKind.PERSON} else actor.kind,
        role=actor.role or wider.role,
        party=wider.party if actor.party == UNKNOWN else actor.party,
        party_reason=wider.party_reason if actor.party == UNKNOWN else actor.party_reason,
    )


def _same_person(wide: str, narrow: str) -> bool:
    return fold(wide).endswith(fold(narrow)) or fold(narrow).endswith(fold(wide))


def _enriched(actors: list[Actor]) -> list[Actor]:
    """Return the actors with role, kind and side of a person spread over all mentions of them."""
    best: dict[str, Actor] = {}
    for actor in actors:
        known = best.get(actor.name)
        if known is None or _told(actor) > _told(known):
            best[actor.name] = actor
    roles: dict[str, str] = {}
    for actor in actors:
        longer = actor.role is not None and len(actor.role) > len(roles.get(actor.name, ""))
        if longer and is_person_name(actor.name):
            roles[actor.name] = actor.role or ""
    return [replace_actor(_filled(actor, best[actor.name]), role=roles.get(actor.name, actor.role)) for actor in actors]


def _told(actor: Actor) -> int:
    """Return how much a mention tells: kind, role and side."""
    return (
        (actor.kind not in {ActorKind.UNKNOWN, ActorKind.PERSON})
        + (actor.role is not None)
        + 2 * (actor.party != UNKNOWN)
    )


def _filled(actor: Actor, known: Actor) -> Actor:
    """Return the mention with what a fuller mention of the same name tells."""
    if actor is known:
        return actor
    vague = actor.kind in {ActorKind.UNKNOWN, ActorKind.PERSON}
    return replace_actor(
        actor,
        kind=known.kind if vague else actor.kind,
        role=actor.role or known.role,
        party=known.party if actor.party == UNKNOWN else actor.party,
        party_reason=known.party_reason if actor.party == UNKNOWN else actor.party_reason,
    )


def describe_alone(reading: Reading, start: int, end: int) -> Actor:
    """Return the actor of a phrase, filled from other mentions of the same name; no pronouns."""
    actor = _described(reading, start, end)
    same = [other for other in reading.actors if other.name == actor.name]
    return _enriched([actor, *same])[0]


def describe_actor(reading: Reading, start: int, end: int) -> Actor:
    """Return who the noun phrase at `start:end` is, as an actor with kind, role and side.

    Uses whatever the reading already holds: with `actors` a surname gets its full name and "the
    spokesman" a person; with `claims` whose sources are resolved, "the enemy" and "our troops"
    get the side that the speaker's side makes them.

    >>> describe_actor(reading, 0, 15)  # "Russian troops …"
    Actor(text='Russian troops', kind=military, party='Russia', …)
    """
    actor = describe_alone(reading, start, end)
    actor = resolve_actor(reading, actor, everyone_seen(reading))
    speaker = speaker_at(reading, start, end)
    return relative_to(reading, actor, speaker) if speaker is not None else actor


_LAST_SEEN: list[tuple[tuple[Actor, ...], tuple[Claim, ...], list[Seen]]] = []


def everyone_seen(reading: Reading) -> list[Seen]:
    """Return all actors and resolved speakers of a report as mentions, left to right.

    The list of the last reading is kept, since each event of a report asks for it.
    """
    if _LAST_SEEN and _LAST_SEEN[0][0] is reading.actors and _LAST_SEEN[0][1] is reading.claims:
        return _LAST_SEEN[0][2]
    speakers = [_as_seen(reading, claim) for claim in reading.claims]
    mentions = [see(reading, other) for other in reading.actors]
    found = sorted([*mentions, *[s for s in speakers if s is not None]], key=lambda s: s.actor.start)
    _LAST_SEEN[:] = [(reading.actors, reading.claims, found)]
    return found


def _as_seen(reading: Reading, claim: Claim) -> Seen | None:
    """Return a claim's source as a mention that spoke, or None where it has no words."""
    source = claim.source
    if source.start is None or source.end is None or source.name == UNKNOWN:
        return None
    actor = Actor(
        start=source.start, end=source.end, text=source.text, name=source.name, kind=source.kind,
        role=source.role, party=source.party, party_reason=source.party_reason,
    )  # fmt: skip
    return see(reading, actor, speaker=True)


def speaker_at(reading: Reading, start: int, end: int) -> Actor | None:
    """Return the source of the innermost claim whose content holds the span, or None."""
    holding = [
        (span.end - span.start, claim)
        for claim in reading.claims
        for span in claim.content
        if span.start <= start and end <= span.end and not claim.source.own_voice
    ]
    if not holding:
        return None
    source = min(holding, key=lambda pair: pair[0])[1].source
    return Actor(
        start=source.start or 0, end=source.end or 0, text=source.text, name=source.name, kind=source.kind,
        role=source.role, party=source.party, party_reason=source.party_reason,
    )  # fmt: skip


def relative_to(reading: Reading, actor: Actor, speaker: Actor) -> Actor:
    """Return the actor with the side that "the enemy" or "our troops" have in a speaker's mouth."""
    tokens = [t for t in reading.parse.tokens_in(actor.start, actor.end) if t.pos != "PUNCT"]
    names = directory(reading.packs)
    if len(tokens) == 1 and is_first_person(tokens[0].text):
        known = speaker.party in names.parties
        reason = f"{actor.text.strip()!r} as {speaker.name} says it: {speaker.party_reason}"
        return replace_actor(
            actor,
            name=speaker.party if known else speaker.name,
            kind=speaker.kind,
            party=speaker.party,
            party_reason=reason,
        )
    if speaker.party not in names.parties or actor.party in names.parties or not tokens:
        return actor
    if _is_word_for(tokens, "opponent"):
        other = names.opponent(speaker.party)
        if other is None:
            return actor
        reason = f"{actor.text.strip()!r} in the mouth of {speaker.name}, who speaks for {speaker.party}"
        return replace_actor(actor, party=other, party_reason=reason, kind=_armed(actor.kind))
    if _is_word_for(tokens, "own_side"):
        reason = f"{actor.text.strip()!r} as {speaker.name} says it, who speaks for {speaker.party}"
        return replace_actor(actor, party=speaker.party, party_reason=reason, kind=_armed(actor.kind))
    return actor


def _armed(kind: ActorKind) -> ActorKind:
    return ActorKind.MILITARY if kind is ActorKind.UNKNOWN else kind


def _is_word_for(tokens: list[Token], group: str) -> bool:
    """Whether the words are "the enemy" and the like (`opponent`), or "our forces" (`own_side`)."""
    lowers = [t.lower for t in tokens if t.lower not in {"the", "'s", "’s"}]
    known = words(group)
    if " ".join(lowers) in known or (lowers and lowers[-1] in known and len(lowers) <= 2):
        return True
    if group == "opponent":
        return bool(lowers) and lowers[0] in {"enemy", "hostile"}
    return bool(lowers) and lowers[0] == "our"
