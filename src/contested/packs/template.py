"""A new pack's files, with every field once and a word on what belongs there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from contested.errors import PackError

PACK = """\
name: {name}
title: {title}
about: >-
  Which war this is, since when, and between whom.
source: Where the entries come from, and when they were last looked over.
countries: [{countries}]   # two-letter codes: a report that names none of them does not get this pack
parties:
{parties}regions: []               # provinces and areas that only reports on this war name
named_times: []           # - {{phrases: [the full-scale invasion], value: "2022-02-24"}}
places: []                # - {{name: Pokrovsk, aliases: [Krasnoarmiisk], reason: called so until 2016}}
"""

PARTY = """\
  - name: {party}             # what every output prints
    kind: {kind}            # state, military or armed_group
    adjectives: []        # [Russian]
    demonyms: []          # [Russians]
    aliases: []           # [Moscow]; a common noun in lower case, [army], counts where nothing else is named
    countries: []         # the country whose state it is, if any
"""

ACTORS = """\
actors: []
#  - name: Viktor Trehubov
#    aliases: [Trehubov]
#    kind: military         # official, military, unit, armed_group, government, monitor, organisation, media ...
#    role: spokesman of the Joint Forces Task Force
#    party: {party}         # a party's name, or none for a voice that speaks for no side
#    reason: speaks for its forces
"""

OUTLETS = """\
outlets: []
#  - name: Example News
#    aliases: [example.org]
#    kind: agency           # media, agency, monitor, official
#    alignment: {party}     # a party it is owned by or speaks for, or none
#    reason: owned by the state
"""


def write_template(folder: Path, parties: Sequence[str], countries: Sequence[str]) -> list[Path]:
    """Write a new pack's three files and return their paths. Raises PackError where one exists."""
    if folder.exists() and any(folder.iterdir()):
        raise PackError(f"{folder} exists and is not empty.", "Choose another name, or edit what is there.")
    sides = list(parties) or ["North", "South"]
    kind = "state" if len(countries) > 1 else "armed_group"
    texts = {
        "pack.yml": PACK.format(
            name=folder.name,
            title=" and ".join(sides),
            countries=", ".join(countries),
            parties="".join(PARTY.format(party=side, kind=kind) for side in sides),
        ),
        "actors.yml": ACTORS.format(party=sides[0]),
        "outlets.yml": OUTLETS.format(party=sides[0]),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise PackError(f"{folder} cannot be written: {error}.", "Choose another folder with --into.") from error
    return [folder / name for name in texts]
