"""The ontology of events: types with their definitions and mappings, frames, word classes, means.

All of it is data (`lexicons/event_types.yml`, `event_words.yml`, `event_nouns.yml`, `means.yml`);
this module gives it types, looks things up, and says what is wrong with it (`check`).
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from contested import lexicons
from contested.errors import LexiconError, UnknownName
from contested.model import Bearing


class AcledCode(Struct, frozen=True, forbid_unknown_fields=True):
    """ACLED's event type and sub-event type, as in its codebook of 2023; empty where none fits."""

    event: str = ""
    sub_event: str = ""


class PloverCode(Struct, frozen=True, forbid_unknown_fields=True):
    """PLOVER's event and mode; empty where none fits."""

    event: str = ""
    mode: str = ""


class Mapping(Struct, frozen=True, forbid_unknown_fields=True):
    """What a type is called elsewhere. An empty code says that the other system has none."""

    plover: PloverCode = PloverCode()
    acled: AcledCode = AcledCode()
    ucdp: str = ""
    note: str = ""


class TypeControl(Struct, frozen=True, forbid_unknown_fields=True):
    """How a type bears on control, and whether the agent or the target is the party meant."""

    bearing: Bearing
    party: str = "agent"


class NearMiss(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that looks like the type and is another, or none; and why."""

    text: str
    type: str = "none"
    why: str = ""


class EventType(Struct, frozen=True, forbid_unknown_fields=True):
    """One type: a page of the code book."""

    key: str
    title: str
    definition: str
    mode: str = ""
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    control: TypeControl | None = None
    mapping: Mapping = Mapping()

    @property
    def family(self) -> str:
        """The part of the key before the dot: "control" of "control.gain"."""
        return self.key.partition(".")[0]


class Frame(Struct, frozen=True, forbid_unknown_fields=True):
    """One way of saying that an event of `type` happened; see the head of event_words.yml."""

    type: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    possessor: tuple[str, ...] = ()
    modifier: tuple[str, ...] = ()
    prep: dict[str, tuple[str, ...]] = {}
    unless_subject: tuple[str, ...] = ()
    unless_object: tuple[str, ...] = ()
    unless_modifier: tuple[str, ...] = ()
    unless_prep: dict[str, tuple[str, ...]] = {}
    unless_phrase: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # force, conflict, strike, harm, gathering
    agent: str = "subject"
    target: str = "object"
    refine: bool = False  # the means decide which strike it is
    beside: bool = False  # stands beside the type that another frame gives the same word


class Means(Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of means, its words, and the type that a bare "strike" with it takes."""

    key: str
    words: tuple[str, ...]
    strike: str = ""


@cache
def types() -> dict[str, EventType]:
    """Return all types by key, in the order of the code book."""
    found = _convert("event_types", "types", list[EventType])
    return {one.key: one for one in found}


@cache
def frames() -> tuple[Frame, ...]:
    """Return all frames, in the order in which they are tried."""
    return tuple(_convert("event_words", "frames", list[Frame]))


@cache
def means() -> tuple[Means, ...]:
    """Return the kinds of means, the specific first."""
    return tuple(_convert("means", "means", list[Means]))


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return the word classes that frames name, each as a set of lemmas."""
    found: dict[str, list[str]] = _convert("event_nouns", "classes", dict[str, list[str]])
    return {name: frozenset(words) for name, words in found.items()}


def event_type(key: str) -> EventType:
    """Return the type with that key; raises UnknownName with the nearest known ones."""
    if key not in types():
        raise UnknownName("event type", key, types(), "List them with: contested codebook")
    return types()[key]


def _convert(lexicon: str, entry: str, shape: Any) -> Any:
    """Return one entry of a lexicon in the shape asked for; raises LexiconError naming the file."""
    try:
        return msgspec.convert(lexicons.load(lexicon).get(entry), shape)
    except msgspec.ValidationError as error:
        raise LexiconError(f"lexicons/{lexicon}.yml: {error}", "See docs/events.md for the fields.") from error
