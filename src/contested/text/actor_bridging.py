"""Whose spokesman, colonel or ministry it is when the words alone do not say.

A reader takes it from what was just said: "Ukraine's General Staff denied it. … spokesman Colonel
Ivan Danylenko said"; "the ministry's spokesman" after the ministry; "KYIV - … the General Staff
said". Each rule gives its reason; where two bodies could be meant, the side stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from contested.model import UNKNOWN, Actor, ActorKind
from contested.parse import Token
from contested.reading import Reading
from contested.text.actor_names import NameUse, directory, fold
from contested.text.actor_words import is_person_name, longest_kind, longest_title, words
from contested.text.coreference import BODY_KINDS, REACH, Seen, antecedent, replace_actor
from contested.text.sentences import dateline_end

BODIES_WITH_SPOKESMEN = BODY_KINDS - {ActorKind.MEDIA}
ARMED_BODIES = frozenset({ActorKind.MILITARY, ActorKind.UNIT, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT})
RANK_REACH = 2
"""Sentences back in which a bare rank looks for its army; a colonel is introduced soon or not at all."""


def bridge(reading: Reading, actor: Actor, spoken: Sequence[Seen], seen: Sequence[Seen]) -> Actor:
    """Return a speaker without a word for whose, with the side that the text before gives.

    `spoken` are the speakers so far, `seen` all mentions.

    >>> bridge(reading, actor, spoken, seen)  # "spokesman Colonel Ivan Danylenko"
    Actor(text='spokesman Colonel Ivan Danylenko', party='Ukraine', …)
    """
    if actor.party != UNKNOWN:
        return actor
    found = _by_owner(reading, actor, spoken, seen)
    if found is actor:
        found = _by_same_words(actor, seen)
    if found is actor:
        found = _by_body_that_spoke(reading, actor, spoken)
    return found if found is not actor else _by_dateline(reading, actor)


def _by_owner(reading: Reading, actor: Actor, spoken: Sequence[Seen], seen: Sequence[Seen]) -> Actor:
    """Return "the ministry's spokesman" with the side of the ministry."""
    tokens = list(reading.parse.tokens_in(actor.start, actor.end))
    for i, token in enumerate(tokens):
        if token.text not in {"'s", "’s"} or i < 1 or i + 1 >= len(tokens):
            continue
        if tokens[0].lower != "the" or any(t.tag in {"NNP", "NNPS"} for t in tokens[:i]):
            return actor
        owner = Actor(
            start=tokens[0].start, end=tokens[i - 1].end,
            text=reading.text[tokens[0].start : tokens[i - 1].end], name=tokens[i - 1].text,
        )  # fmt: skip
        body = antecedent(reading, owner, seen) or _last_with_noun(tokens[i - 1], owner, spoken)
        return _with_side(actor, body, f"{owner.text!r} is {body.name}") if body is not None else actor
    return actor


def _by_same_words(actor: Actor, seen: Sequence[Seen]) -> Actor:
    """Return "the health ministry" with the side of "Gaza's health ministry", named before."""
    lowers = fold(actor.text).removeprefix("the ").split()
    if not fold(actor.text).startswith("the ") or len(lowers) < 2:
        return actor
    tail = " " + " ".join(lowers)
    before = [
        s.actor for s in seen
        if s.actor.end <= actor.start and f" {fold(s.actor.text)}".replace("’", "'").endswith(tail)
        and s.actor.party != UNKNOWN and not s.is_person
    ]  # fmt: skip
    if len({body.party for body in before}) != 1:
        return actor
    return _with_side(actor, before[-1], f"{actor.text!r} is {before[-1].name}, named before")


def _last_with_noun(noun: Token, owner: Actor, spoken: Sequence[Seen]) -> Actor | None:
    """Return the last body that spoke before and is called by a noun: "ministry"."""
    bodies = [
        s.actor for s in spoken
        if s.actor.end <= owner.start and noun.lower in fold(f"{s.actor.text} {s.actor.name}").split()
    ]  # fmt: skip
    return bodies[-1] if bodies else None


def _is_bare_title(role: str | None, group: str) -> bool:
    """Whether a role is nothing but titles: "spokesman Colonel" (spokesmen), "Major General" (ranks)."""
    lowers = [low for low in fold(role or "").replace(",", " ").split() if low != "the"]
    if not lowers:
        return False
    concepts = set()
    end = len(lowers)
    while end:
        title = longest_title(lowers, end)
        if title is None:
            return False
        concepts.add(title.concept)
        end -= len(title.phrase.split())
    allowed = {"communications", "ranks"} if group == "communications" else {"ranks"}
    return group in concepts and concepts <= allowed


def _by_body_that_spoke(reading: Reading, actor: Actor, spoken: Sequence[Seen]) -> Actor:
    """Return a bare spokesman, or a bare rank, with the side of the body that spoke just before."""
    kinds, reach = (BODIES_WITH_SPOKESMEN, REACH) if _is_bare_title(actor.role, "communications") else (set(), 0)
    if not kinds and _is_bare_title(actor.role, "ranks") and is_person_name(actor.name):
        kinds, reach = ARMED_BODIES, RANK_REACH
    head = reading.parse.head_of(actor.start, actor.end)
    if not kinds or head is None:
        return actor
    bodies = [
        s for s in spoken
        if s.actor.end <= actor.start and s.sentence >= head.sentence - reach
        and not s.is_person and s.actor.kind in kinds and s.actor.party != UNKNOWN
    ]  # fmt: skip
    if not bodies:
        return actor
    body = bodies[-1].actor
    titled = [s.actor for s in spoken if body.end <= s.actor.start < actor.start and _bears(s.actor, actor.role)]
    if titled and not is_person_name(actor.name):  # "a spokesman for the committee … the spokesman"
        last = titled[-1]
        reason = f"{actor.text!r} is {last.name}: {last.party_reason}"
        return replace_actor(
            actor, name=last.name, kind=last.kind, role=last.role, party=last.party, party_reason=reason
        )
    return _with_side(actor, body, f"a {actor.role} named right after {body.name} spoke")


def _bears(speaker: Actor, role: str | None) -> bool:
    """Whether a speaker bears the title that a bare role names."""
    title = fold(role or "").split()[-1:]
    return bool(title) and title[0] in fold(f"{speaker.text} {speaker.role or ''}").split()


def _with_side(actor: Actor, body: Actor, reason: str) -> Actor:
    """Return the actor with a body's side, and its sort of voice."""
    if body.party == UNKNOWN:
        return actor
    military = body.kind in {ActorKind.MILITARY, ActorKind.UNIT}
    group = body.kind is ActorKind.ARMED_GROUP
    kind = ActorKind.MILITARY if military else ActorKind.ARMED_GROUP if group else actor.kind
    return replace_actor(actor, kind=kind, party=body.party, party_reason=f"{reason}: {body.party_reason}")


def _by_dateline(reading: Reading, actor: Actor) -> Actor:
    """Return "the Defence Ministry" of a report from a party's capital with that party.

    Only where the sentence names no other party first: from Kyiv too one reports what "the
    ministry" in Moscow says.
    """
    tokens = [t for t in reading.parse.tokens_in(actor.start, actor.end) if t.pos != "PUNCT"]
    if len(tokens) < 2 or tokens[0].lower != "the" or not _is_state_body([t.lower for t in tokens]):
        return actor
    found = _dateline_side(reading)
    if found is None:
        return actor
    party, reason = found
    names = directory(reading.packs)
    sentence = reading.parse.sentences[tokens[0].sentence]
    named = [
        m.entry.party
        for m in names.matches(reading.text)
        if sentence.start <= m.start < sentence.end and m.entry.party in names.parties
    ]
    if named and named[0] != party:
        return actor
    return replace_actor(actor, party=party, party_reason=f"{actor.text.strip()!r} in {reason}")


def _is_state_body(lowers: list[str]) -> bool:
    """Whether words end in a state's body: "the general staff", "the defence ministry"."""
    noun = longest_kind(lowers, len(lowers))
    if noun is None:
        return False
    return noun[0] in words("state_nouns") or noun[0] in words("state_forces")


def _dateline_side(reading: Reading) -> tuple[str, str] | None:
    """Return the party whose capital heads the report, or whose outlet it is, with the reason."""
    names = directory(reading.packs)
    if reading.parse.paragraphs:
        start, end = reading.parse.paragraphs[0]
        town = re.match(r"[\w ’'-]+", reading.text[start : start + dateline_end(reading.text[start:end], first=True)])
        entry = names.entries.get(fold(town.group()).strip()) if town else None
        if entry is not None and entry.use in {NameUse.CAPITAL, NameUse.PARTY} and entry.party in names.parties:
            return entry.party, f"a report from {entry.phrase}"
    outlet = names.outlet(reading.document.outlet)
    if outlet is not None and outlet.party in names.parties:
        return outlet.party, f"a report of {outlet.name}, an outlet of that side"
    return None
