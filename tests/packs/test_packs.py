"""Packs: each shipped one is sound, and a user's own one is read, started and checked."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from contested import gazetteer, packs
from contested.cli.main import app
from contested.errors import PackError, UnknownName
from contested.model import ActorKind
from contested.packs import NamedTime, Pack, PackActor, PackOutlet, Party
from contested.packs.check import check_pack
from contested.packs.template import write_template

RUNNER = CliRunner()

SOUND = Pack(
    name="hills",
    title="Hills and Coast",
    about="An invented war.",
    source="Invented.",
    countries=("SD",),
    parties=(Party(name="Hills", aliases=("Hillmen",)), Party(name="Coast", adjectives=("coastal",))),
    actors=(
        PackActor(name="Ann Alder", kind=ActorKind.OFFICIAL, party="Hills", reason="speaks for the Hills"),
        PackActor(name="Ben Birch", kind=ActorKind.OFFICIAL, party="Coast", reason="speaks for the Coast"),
    ),
    outlets=(PackOutlet(name="Valley Post", alignment="none", reason="owned by nobody's side"),),
)


@pytest.mark.parametrize("name", packs.names())
def test_shipped_packs_are_sound(name: str) -> None:
    """Nothing is wrong with any pack that ships, and sides are listed in balance."""
    assert check_pack(packs.load(name)) == []


@pytest.mark.parametrize(("name", "parties"), [
    ("russia-ukraine", ("Russia", "Ukraine")),
    ("sudan", ("SAF", "RSF")),
    ("dr-congo", ("DRC", "M23")),
])  # fmt: skip
def test_party_names_are_plain(name: str, parties: tuple[str, ...]) -> None:
    """Outputs print exactly these names."""
    assert packs.load(name).party_names() == parties


def test_unknown_pack_answers_with_the_known() -> None:
    """A typing error gets the nearest names."""
    with pytest.raises(UnknownName, match="sudan"):
        packs.load("sudam")


@pytest.mark.parametrize(("changes", "message"), [
    ({"countries": ()}, "names no country"),
    ({"countries": ("XX",)}, "no two-letter country code"),
    ({"parties": (Party(name="Hills", aliases=("Hillmen",)),)}, "fewer than two parties"),
    ({"parties": (*SOUND.parties, Party(name="contested", aliases=("x y",)))}, "a state of control"),
    ({"parties": (*SOUND.parties, Party(name="Sea", aliases=("Hillmen",)))}, "different sides"),
    ({"parties": (*SOUND.parties, Party(name="Sea"))}, "neither adjectives nor aliases"),
    ({"parties": (*SOUND.parties, Party(name="Sea", aliases=("Sailors",), countries=("FR",)))}, "not among"),
    ({"actors": (PackActor(name="Cy", kind=ActorKind.OFFICIAL, party="Moon", reason="r"),)}, "party 'Moon'"),
    ({"actors": (PackActor(name="Cy", kind=ActorKind.OFFICIAL, party="Hills"),)}, "has no reason"),
    ({"actors": (PackActor(name="Cy", party="Hills", reason="r"),)}, "has no kind"),
    ({"actors": tuple(PackActor(name=f"A{i}", kind=ActorKind.UNIT, party="Hills", reason="r") for i in range(4))},
     "unbalanced"),
    ({"outlets": (PackOutlet(name="X Post", alignment="Moon", reason="r"),)}, "alignment 'Moon'"),
    ({"outlets": ()}, "lists no outlet"),
    ({"named_times": (NamedTime(phrases=("the start",), value="spring"),)}, "no date"),
    ({"about": " "}, "is empty"),
])  # fmt: skip
def test_check_names_what_is_wrong(changes: dict[str, object], message: str) -> None:
    """Each fault is found and said."""
    pack = msgspec.structs.replace(SOUND, **changes)
    assert any(message in finding.message for finding in check_pack(pack)), check_pack(pack)


def test_a_sound_pack_has_no_findings() -> None:
    """The pack that the other tests break is sound to begin with."""
    assert check_pack(SOUND) == []


def test_new_pack_can_be_read_and_checked(tmp_path: Path) -> None:
    """What `pack new` writes is a pack without errors."""
    write_template(tmp_path / "my-war", ["North", "South"], ["SD"])
    pack = packs.read_folder(tmp_path / "my-war")
    assert pack.party_names() == ("North", "South")
    assert {finding.severity for finding in check_pack(pack)} == {"warning"}


def test_new_never_overwrites(tmp_path: Path) -> None:
    """A folder with something in it stays as it is."""
    (tmp_path / "pack.yml").write_text("name: x\n")
    with pytest.raises(PackError, match="not empty"):
        write_template(tmp_path, [], [])


@pytest.mark.parametrize(("text", "message"), [
    ("name: [", "not readable YAML"),
    ("name: x\nparteis: []\n", "parteis|missing"),
])  # fmt: skip
def test_broken_files_say_what_is_broken(tmp_path: Path, text: str, message: str) -> None:
    """A misspelt field or broken YAML is named with its file."""
    (tmp_path / "pack.yml").write_text(text)
    with pytest.raises(PackError, match=message):
        packs.read_folder(tmp_path)


def test_commands(tmp_path: Path) -> None:
    """The four commands run, and a faulty pack gives exit code 5."""
    assert "sudan" in RUNNER.invoke(app, ["pack", "list"]).output
    assert "Dagalo" in RUNNER.invoke(app, ["pack", "show", "sudan"]).output
    assert RUNNER.invoke(app, ["pack", "list", "--json"]).exit_code == 0
    made = RUNNER.invoke(app, ["pack", "new", "w", "--party", "A1", "--into", str(tmp_path)])
    assert made.exit_code == 0
    faulty = RUNNER.invoke(app, ["pack", "check", str(tmp_path / "w")])
    assert isinstance(faulty.exception, PackError)
    assert RUNNER.invoke(app, ["pack", "check", "--json"]).exit_code == 0


@pytest.mark.parametrize("name", packs.names())
def test_ids_of_shipped_places_are_of_that_name_and_country(name: str) -> None:
    """A pack's GeoNames id leads to an entry of one of its countries, called so."""
    pack = packs.load(name)
    for place in pack.places:
        if place.geonameid is None:
            continue
        found = [
            entry
            for word in (place.name, *place.aliases)
            for entry in gazetteer.load().lookup(word)
            if entry.geonameid == place.geonameid
        ]
        assert found, f"{place.name}: no entry {place.geonameid} of that name"
        assert found[0].country in pack.countries
