"""`contested places`: which places a report names, which each is, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contested.cli.common import JsonOption, PackOption

if TYPE_CHECKING:
    from contested.model import Document, Place


def places(
    paths: Annotated[list[str], typer.Argument(help="Reports: files, folders, or - for standard input.")],
    pack: PackOption = None,
    map_file: Annotated[
        Path | None, typer.Option("--map", help="Also write a map (one HTML file, no network).")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Show the places that reports name, with the choice among namesakes and its reason.

    Example: contested places dispatch.txt --map places.html
    """
    from contested.cli.common import out, print_json
    from contested.errors import InputError
    from contested.model import Document
    from contested.sources import read_documents

    found: list[tuple[Document, list[Place]]] = []
    failed: list[str] = []
    for item in read_documents(paths):
        if isinstance(item, Document):
            found.append((item, _places_of(item, pack)))
        elif item.severity == "error":
            failed.append(f"{item.path}: {item.message}")
    if not found:
        raise InputError("; ".join(failed) or "Nothing to read.", "Give a report.")
    if map_file is not None:
        from contested.outputs.place_map import write_map

        write_map(found, map_file)
        out.print(f"map written to {map_file}", highlight=False)
    if json:
        print_json([{"document": document.path, "places": places} for document, places in found])
        return
    for document, listed in found:
        _print_table(document, listed)


def _places_of(document: Document, pack: list[str] | None) -> list[Place]:
    from contested import packs
    from contested.pipeline import start
    from contested.text.places import find_places
    from contested.text.sentences import parse_text
    from contested.text.which_packs import choose_packs

    reading = start(document, [packs.load(name) for name in pack] if pack else None)
    return list(find_places(choose_packs(parse_text(reading))).places)


def _print_table(document: Document, places: list[Place]) -> None:
    from rich.table import Table

    from contested.cli.common import out

    table = Table("at", "words", "place", "use", "precision", "score", "why", title=document.path, title_justify="left")
    for place in places:
        where = ", ".join(part for part in (place.name, place.admin1, place.country) if part and part != "unknown")
        finer = "; ".join(
            str(part)
            for part in (place.part, place.direction, f"{place.distance_km:g} km" if place.distance_km else None)
            if part
        )
        why = place.reason + (f"; else {place.runner_up}" if place.runner_up else "")
        table.add_row(
            str(place.start),
            place.text,
            where if place.resolved else f"{place.name} (not resolved)",
            place.use.value,
            f"{place.precision.value}{f' ({finer})' if finer else ''}",
            f"{place.score:.2f}",
            why,
        )
    out.print(table)
