"""`contested pack`: the conflicts that are known, what is in them, a new one, what is wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.common import JsonOption
from contested.packs import Pack

app = typer.Typer(
    help="Packs: a conflict as data. Parties, actors, outlets, each with its side and the reason.",
    no_args_is_help=True,
)


@app.command("list")
def list_packs(json: JsonOption = False) -> None:
    """List the packs that reports can be given, ours and yours.

    Example: contested pack list
    """
    from contested import packs
    from contested.cli.common import out, print_json

    loaded = [packs.load(name) for name in packs.names()]
    if json:
        print_json([_summary(pack) for pack in loaded])
        return
    from rich.table import Table

    view = Table(title="Packs")
    for column in ("name", "parties", "countries", "actors", "outlets"):
        view.add_column(column, justify="right" if column in {"actors", "outlets"} else "left")
    for pack in loaded:
        sizes = (str(len(pack.actors)), str(len(pack.outlets)))
        view.add_row(pack.name, ", ".join(pack.party_names()), ", ".join(pack.countries), *sizes)
    out.print(view)


def _summary(pack: Pack) -> dict[str, object]:
    return {
        "name": pack.name,
        "title": pack.title,
        "parties": list(pack.party_names()),
        "countries": list(pack.countries),
        "actors": len(pack.actors),
        "outlets": len(pack.outlets),
    }


@app.command()
def show(name: Annotated[str, typer.Argument(help="A pack's name or folder.")], json: JsonOption = False) -> None:
    """Show a pack: its parties, actors and outlets, and why each stands where it stands.

    Example: contested pack show sudan
    """
    from contested import packs
    from contested.cli.common import out, print_json

    pack = packs.load(name)
    if json:
        print_json(pack)
        return
    from rich.table import Table

    out.print(f"[bold]{pack.title}[/bold]\n{pack.about.strip()}\nSource: {pack.source}", highlight=False)
    for party in pack.parties:
        known = [*party.adjectives, *party.demonyms, *party.aliases]
        out.print(f"[bold]{party.name}[/bold]: {', '.join(known) or 'no other words'}", highlight=False)
    view = Table()
    for column in ("who", "kind", "side", "why"):
        view.add_column(column)
    for actor in pack.actors:
        view.add_row(actor.name, actor.kind.value, actor.party, actor.reason)
    for outlet in pack.outlets:
        view.add_row(outlet.name, outlet.kind, outlet.alignment, outlet.reason)
    out.print(view)


@app.command()
def check(
    names: Annotated[list[str] | None, typer.Argument(help="Names or folders; all packs without any.")] = None,
    json: JsonOption = False,
) -> None:
    """Say what is wrong with packs; exit code 5 where there is an error.

    Example: contested pack check ./my-war
    """
    from contested import packs
    from contested.cli.common import out, print_json
    from contested.errors import PackError
    from contested.packs.check import check_pack

    found = {name: check_pack(packs.load(name)) for name in (names or packs.names())}
    if json:
        print_json(found)
    else:
        for name, findings in found.items():
            out.print(f"[bold]{name}[/bold]: {'nothing wrong' if not findings else f'{len(findings)} to mend'}")
            for finding in findings:
                out.print(f"  {finding.severity}: {finding.where}: {finding.message}", markup=False, highlight=False)
    errors = sum(finding.severity == "error" for findings in found.values() for finding in findings)
    if errors:
        raise PackError(f"{errors} errors in packs.", "Mend the entries named above; see docs/packs.md.")


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="The new pack's name: lower case, words joined by hyphens.")],
    party: Annotated[list[str] | None, typer.Option("--party", help="A party's name; repeatable.")] = None,
    country: Annotated[list[str] | None, typer.Option("--country", help="Two-letter country code; repeatable.")] = None,
    into: Annotated[Path | None, typer.Option("--into", help="The folder that holds packs; else here.")] = None,
) -> None:
    """Start a pack: a folder with three files to fill in.

    Example: contested pack new my-war --party North --party South --country SD
    """
    from contested.cli.common import out
    from contested.packs.template import write_template

    folder = (into or Path()) / name
    for path in write_template(folder, party or [], country or []):
        out.print(f"wrote {path}", highlight=False)
    out.print(f"Fill them in, then: contested pack check ./{folder}", highlight=False)
    out.print(f"Use it: contested extract REPORT --pack ./{folder}", highlight=False)
