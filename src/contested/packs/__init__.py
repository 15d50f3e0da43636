"""Packs: a conflict as data. A folder names parties, actors and aliases, countries, outlets.

    packs/russia-ukraine/
      pack.yml      name, title, about, source, parties, countries, regions, named_times
      actors.yml    people, offices, units, groups, with party and reason
      outlets.yml   outlets and agencies, with their alignment and reason

A user writes one in an afternoon (`contested pack new`), `contested pack check` says what is
wrong with it, and with no pack at all everything but party alignment works.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec
from msgspec import Struct

from contested import settings
from contested.errors import PackError, UnknownName
from contested.model import NO_PARTY, ActorKind


class Party(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A side: "Russia", "SAF", "M23". `name` is what every output prints."""

    name: str
    adjectives: tuple[str, ...] = ()  # Russian
    demonyms: tuple[str, ...] = ()  # Russians
    aliases: tuple[str, ...] = ()  # Moscow, the Kremlin, Russian Federation
    countries: tuple[str, ...] = ()  # ISO codes whose state it is
    letter: str | None = None
    kind: ActorKind = ActorKind.STATE  # what sort of voice the bare name is: state, military, armed_group


class PackActor(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person, office, unit or group, and for which party it speaks ("none": for no side)."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: ActorKind = ActorKind.UNKNOWN
    role: str | None = None
    party: str = NO_PARTY
    reason: str = ""


class PackOutlet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An outlet or agency; `alignment` is a party it is owned by or speaks for, or "none"."""

    name: str
    aliases: tuple[str, ...] = ()  # domains and short names: tass.com, TASS
    kind: str = "media"  # media, agency, monitor, official
    country: str | None = None
    alignment: str = NO_PARTY
    reason: str = ""


class NamedTime(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A time that reports call by name: "the full-scale invasion" → 2022-02-24."""

    phrases: tuple[str, ...]
    value: str


class PackPlace(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A spelling this conflict's reports use, and the gazetteer entry that it means."""

    name: str
    geonameid: int | None = None
    aliases: tuple[str, ...] = ()
    reason: str = ""


class Pack(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that is particular to one conflict."""

    name: str
    title: str
    about: str
    source: str
    parties: tuple[Party, ...]
    countries: tuple[str, ...]
    regions: tuple[str, ...] = ()
    named_times: tuple[NamedTime, ...] = ()
    places: tuple[PackPlace, ...] = ()
    carried_forward_after_days: int = 14
    actors: tuple[PackActor, ...] = ()
    outlets: tuple[PackOutlet, ...] = ()

    def party_names(self) -> tuple[str, ...]:
        """Return the parties' names in the pack's order."""
        return tuple(party.name for party in self.parties)


def folders() -> dict[str, Path]:
    """Return the folders of all packs by name: ours, then the user's (which win)."""
    found: dict[str, Path] = {}
    for parent in (Path(str(files(__package__))), *settings.pack_folders()):
        for path in sorted(parent.glob("*/pack.yml")):
            found[path.parent.name] = path.parent
    return found


def names() -> list[str]:
    """Return the names of all packs, sorted."""
    return sorted(folders())


@cache
def load(name: str) -> Pack:
    """Return the pack with that name, or at that folder. Raises UnknownName, PackError."""
    known = folders()
    folder = Path(name) if "/" in name and Path(name, "pack.yml").is_file() else known.get(name)
    if folder is None:
        raise UnknownName("pack", name, known, "List them with: contested pack list")
    return read_folder(folder)


def read_folder(folder: Path) -> Pack:
    """Return the pack of one folder; raises PackError naming file and field."""
    data: dict[str, object] = {}
    for part, key in (("pack.yml", None), ("actors.yml", "actors"), ("outlets.yml", "outlets")):
        path = folder / part
        if not path.is_file():
            if part == "pack.yml":
                raise PackError(f"{folder} holds no pack.yml.", "Start one with: contested pack new NAME")
            continue
        try:
            value = msgspec.yaml.decode(path.read_bytes())
        except msgspec.DecodeError as error:
            raise PackError(f"{path} is not readable YAML: {error}") from error
        if key is None:
            data |= value
        else:
            data[key] = value.get(key, []) if isinstance(value, dict) else value
    try:
        return msgspec.convert(data, Pack)
    except msgspec.ValidationError as error:
        raise PackError(f"Pack {folder.name}: {error}", "See docs/packs.md for the fields.") from error
