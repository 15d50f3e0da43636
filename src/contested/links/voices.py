"""Voices: whether two claims come out of one mouth, and whether two speakers stand on two sides."""

from __future__ import annotations

from contested.model import NO_PARTY, UNKNOWN, ActorKind, LedgerEntry, Source


def voice(source: Source) -> str | None:
    """Return a key for who speaks, or None where nobody can be told from anybody.

    A named person or body is its name. An unnamed or collective voice of a side ("Kestrian
    officials", "Kestria") is its side and kind: two outlets that quote such a voice cannot be
    shown to quote two.
    """
    if source.own_voice or source.name in ("", UNKNOWN) or source.kind is ActorKind.EVIDENCE:
        return None
    if is_named(source):
        return f"name:{source.name.casefold()}"
    if source.party not in (UNKNOWN, NO_PARTY):
        return f"side:{source.party}"
    return f"name:{source.name.casefold()}" if _ends_in_name(source.name) else None


def one_side_speaking(one: Source, other: Source) -> bool:
    """Whether one of two voices of one side is the side as such: "Kestria claims" what its staff claimed."""
    if one.party != other.party or one.party in (UNKNOWN, NO_PARTY) or one.own_voice or other.own_voice:
        return False
    return not (is_named(one) and is_named(other))


def is_named(source: Source) -> bool:
    """Whether a source is a person or body with a name of its own, not a description.

    "Ilan Drevo" and "General Staff" are; "military sources" and "Kestrian officials" are not:
    their last word is a plain noun.
    """
    if source.kind in (ActorKind.STATE, ActorKind.ANONYMOUS, ActorKind.GOVERNMENT):
        return False
    return _ends_in_name(source.name)


def _ends_in_name(name: str) -> bool:
    words = name.split()
    return bool(words) and (words[-1][0].isupper() or words[-1][0].isdigit())


def same_voice(a: LedgerEntry, b: LedgerEntry) -> bool:
    """Whether one source makes both claims; an outlet's own voice is the outlet's."""
    one, other = a.claim.source, b.claim.source
    if one.own_voice and other.own_voice:
        same_outlet = a.document.outlet == b.document.outlet != UNKNOWN
        return same_outlet or a.document.id == b.document.id
    key = voice(one)
    return key is not None and key == voice(other)


def side(entry: LedgerEntry) -> str:
    """Return the party that a claim's source speaks for, or unknown."""
    party = entry.claim.source.party
    return UNKNOWN if party == NO_PARTY else party


def opposed(a: LedgerEntry, b: LedgerEntry) -> bool:
    """Whether two claims' sources speak for two different parties."""
    return UNKNOWN not in (side(a), side(b)) and side(a) != side(b)
