"""One noun phrase as an actor: name, kind, role and side, from its own words alone.

"Ukraine's chief of staff, General Oleksandr Syrskyi" → name Oleksandr Syrskyi, kind military,
role "chief of staff", party Ukraine because of "Ukraine's". Who "the spokesman" is takes the
text around: see `coreference.py`.
"""

from __future__ import annotations

from contested.model import UNKNOWN, Actor
from contested.reading import Reading
from contested.text.actor_kind import kind_of
from contested.text.actor_names import NameUse
from contested.text.actor_party import is_against_the_state, only_state, side_of
from contested.text.actor_phrase import Phrase, core_end, core_match, read_phrase
from contested.text.actor_words import longest_kind, words


def describe_phrase(reading: Reading, start: int, end: int) -> Actor:
    """Return the actor that the words at `start:end` name, by these words alone."""
    phrase = read_phrase(reading, start, end)
    text = reading.text[start:end]
    issuer = _issuer(phrase)
    if issuer is not None:
        phrase = read_phrase(reading, *issuer)
    if not phrase.tokens:
        return Actor(start=start, end=end, text=text, name=text.strip() or UNKNOWN)
    kind = kind_of(phrase, reading)
    side = side_of(phrase.tokens, phrase.matches, kind, phrase.names, core_match(phrase), phrase.person_match)
    if side.party == UNKNOWN and phrase.noun is not None and phrase.person is None:
        lowers = [t.lower for t in phrase.tokens]
        side = only_state(phrase.noun[0], lowers, side, phrase.names, phrase.matches)
    name = _name(phrase, reading.text)
    core = core_match(phrase)
    is_body = phrase.person is None and core is not None and name == core.entry.name
    role = None if is_body else phrase.role
    if role is None and phrase.person_match is not None:
        role = phrase.person_match.entry.role
    return Actor(
        start=start, end=end, text=text, name=name, kind=kind, role=role,
        party=side.party, party_reason=side.reason,
    )  # fmt: skip


def _issuer(phrase: Phrase) -> tuple[int, int] | None:
    """Return the span of who issued a statement: "a Defence Ministry statement", "a report by X"."""
    if not phrase.parts or not phrase.parts[0] or phrase.person is not None:
        return None
    part = phrase.parts[0]
    end = core_end(part, phrase)
    if part[end - 1].lower not in words("statement_words"):
        return None
    if end < len(part) and part[end].lower in {"by", "from", "of"} and end + 1 < len(part):
        return part[end + 1].start, part[-1].end
    known = end > 1 and (
        any(m.end <= part[end - 1].start for m in phrase.matches)
        or longest_kind([t.lower for t in part], end - 1) is not None
    )
    return (part[0].start, part[end - 2].end) if known else None


def _name(phrase: Phrase, text: str) -> str:
    """Return the canonical name where the words or the packs tell one, else the words."""
    if phrase.person is not None:
        return phrase.person
    core = core_match(phrase)
    if core is not None and core.entry.use in {
        NameUse.PARTY, NameUse.DEMONYM, NameUse.ACTOR, NameUse.OUTLET, NameUse.BODY, NameUse.COUNTRY,
    }:  # fmt: skip
        before = [m for m in phrase.matches if m.end <= core.start]
        if any(t.lower in {"and", "or"} for t in phrase.parts[0] if t.end <= core.start) and before:
            return _words(phrase, text)  # "the US and France"
        foreign = any(m.entry.use is NameUse.NATIONALITY for m in before)
        if not (core.entry.generic and foreign) and not is_against_the_state(phrase.tokens, phrase.matches, core):
            return core.entry.name
    if core is not None and core.entry.use is NameUse.ADJECTIVE and len(phrase.tokens) == 1:
        return core.entry.name  # "Russian claims": the speaker is the adjective
    return _words(phrase, text)


def _words(phrase: Phrase, text: str) -> str:
    """Return the words of the phrase's first part, without the article."""
    part = phrase.parts[0]
    stop = part[-1].end if len(phrase.parts) > 1 else phrase.tokens[-1].end
    return " ".join(text[part[0].start : stop].split())
