"""The gazetteer: look-up, folding, romanisation, importers, merging, fetching."""

from __future__ import annotations

import http.server
import json
import os
import sqlite3
import threading
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested import gazetteer
from contested.errors import GazetteerError, UnknownName
from contested.gazetteer import compile as compiling
from contested.gazetteer import importers
from contested.gazetteer.entry import AliasKind
from contested.gazetteer.fetch import fetch_country
from contested.gazetteer.fold import fold, romanise
from contested.gazetteer.folder import drop_older
from contested.gazetteer.gazetteer import Gazetteer
from contested.gazetteer.merge import merged_rows
from contested.gazetteer.sources import Row

LOOKUPS = [
    ("Pokrovsk", "gn:704422"),
    ("Kupiansk", "gn:703656"),
    ("Kupyansk", "gn:703656"),
    ("Avdeevka", "gn:713122"),
    ("Kramatorsk", "gn:704508"),
    ("El Fasher", "gn:379555"),
    ("al-Fashir", "gn:379555"),
    ("الفاشر", "gn:379555"),
    ("Khartoum", "gn:379252"),
    ("Nyala", "gn:369004"),
    ("Goma", "gn:216281"),
    ("Sake", "gn:205970"),
    ("Київ", "gn:703448"),
    ("Kiev", "gn:703448"),
    ("Lyman", "gn:704204"),
    ("Ukraine", "gn:690791"),
    ("Ukrainian", "gn:690791"),
    ("DRC", "gn:203312"),
    ("U.S.", "gn:6252001"),
    ("North Kivu", "gn:206938"),
]


@pytest.mark.parametrize(("name", "place_id"), LOOKUPS)
def test_lookup(name: str, place_id: str) -> None:
    """A name in any of its spellings and scripts leads to its best-known place first."""
    assert gazetteer.load().lookup(name)[0].id == place_id


def test_primary_names_are_modern_english() -> None:
    """Outputs print the name that reports use today."""
    book = gazetteer.load()
    names = [book.entry(place_id).name for place_id in ("703656", "713122", "703448", "379555", "206938")]
    assert names == ["Kupiansk", "Avdiivka", "Kyiv", "El Fasher", "North Kivu"]


def test_find_takes_the_longest_from_the_left() -> None:
    """Of two names that begin together the longer one wins, and names do not overlap."""
    text = "They left New York City for York, then Krasnyi Lyman."
    found = [text[match.start : match.end] for match in gazetteer.load().find(text)]
    assert found[0] == "New York City"
    assert "York" in found


def test_unknown_entry() -> None:
    """An id that is not there is an error that says so."""
    with pytest.raises(UnknownName):
        gazetteer.load().entry("gn:1")


FOLDED = [
    ("Kup’yans’k", "Kup'yans'k"),
    ("KUPʼYANSK", "kup`yansk"),
    ("St. Denis", "Saint-Denis"),
    ("Deir ez-Zor", "deir ez zor"),
    ("Côte d’Ivoire", "Cote d'Ivoire"),
    ("Łódź", "Lodz"),
]


@pytest.mark.parametrize(("one", "other"), FOLDED)
def test_fold(one: str, other: str) -> None:
    """Spellings that differ only in dress have one key."""
    assert fold(one) == fold(other)


@given(st.text(max_size=30))
def test_fold_is_stable(name: str) -> None:
    """Folding what is folded changes nothing."""
    assert fold(fold(name)) == fold(name)


ROMANISED = [
    ("Куп’янськ", "Kupiansk"),
    ("Авдіївка", "Avdiivka"),
    ("Єнакієве", "Yenakiieve"),
    ("Київ", "Kyiv"),
    ("Згурівка", "Zghurivka"),
    ("Щастя", "Shchastia"),
    ("Часів Яр", "Chasiv Yar"),
    ("Юр’ївка", "Yurivka"),
    ("Покровськ", "Pokrovsk"),
]


@pytest.mark.parametrize(("cyrillic", "latin"), ROMANISED)
def test_romanise(cyrillic: str, latin: str) -> None:
    """Ukrainian names are romanised as the Cabinet's resolution of 2010 says."""
    assert romanise(cyrillic) == latin


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a home of its own, so that imports touch nobody's gazetteer."""
    monkeypatch.setenv("CONTESTED_HOME", str(tmp_path))
    return tmp_path


def written(tmp_path: Path, name: str, text: str) -> Path:
    """Return a file with that text."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


DUMP = "\t".join(
    [
        "900001",
        "Testivka",
        "Testivka",
        "Тестівка,Testovka,tst",
        "48.1",
        "37.2",
        "P",
        "PPL",
        "UA",
        "",
        "05",
        "",
        "",
        "",
        "420",
        "",
        "100",
        "Europe/Kyiv",
        "2025-01-01",
    ]
)
WOF = json.dumps(
    {
        "id": 7,
        "name": "Testabad",
        "t": "locality",
        "lat": 12.0,
        "lon": 25.0,
        "cc": "sd",
        "names": {"ara_x_preferred": ["تستاباد"]},
        "conc": {},
        "pop": 0,
    }
)
KATOTTG = "code,parent,category,name\nUA1,,O,Донецька\nUA2,UA1,C,Хижівка\n"


@pytest.mark.parametrize(
    ("name", "text", "form", "place", "other"),
    [
        ("UA.txt", DUMP + "\n", "geonames", "Testivka", "Тестівка"),
        ("sd.jsonl", WOF + "\n", "wof", "Testabad", "تستاباد"),
        ("register.csv", KATOTTG, "katottg", "Khyzhivka", "Хижівка"),
        (
            "mine.csv",
            "name,lat,lon,names,country\nTestburg,1.5,2.5,Testville|Tburg,NG\n",
            "csv",
            "Testburg",
            "Testville",
        ),
    ],
)
def test_importers(home: Path, name: str, text: str, form: str, place: str, other: str) -> None:
    """Each form is recognised, read and found again under all its names."""
    path = written(home, name, text)
    assert importers.guess_form(path) == form
    target, count = importers.add(path)
    assert count == 1
    rows = list(merged_rows([], [target]))
    book = Gazetteer(compiling.write(rows, home / "small.sqlite"))
    assert book.lookup(place)[0].name == place
    assert book.lookup(other)[0].name == place


def test_import_of_nothing(home: Path) -> None:
    """A file that holds no place is refused and leaves nothing behind."""
    with pytest.raises(GazetteerError):
        importers.add(written(home, "empty.csv", "name,lat,lon\n"))
    assert not list((home / "gazetteers").iterdir())


def test_unknown_form(home: Path) -> None:
    """An unknown form answers with the known ones."""
    with pytest.raises(UnknownName):
        importers.add(written(home, "x.csv", "name\nA\n"), "shapefile")


def row(place_id: str, name: str, lat: float, lon: float, geonameid: int | None = None) -> Row:
    """Return a settlement's row."""
    return Row(place_id, name, "city", lat, lon, "UA", "05", "P", 0, geonameid)


def kept(home: Path, *rows: Row) -> Path:
    """Return rows as a kept import."""
    return written(home, "kept.jsonl", "".join(json.dumps(importers.as_json(r)) + "\n" for r in rows))


def test_merge_by_id_then_name_and_distance(home: Path) -> None:
    """The same id is one place, the same name nearby is one place, the same name far away is another."""
    shipped = [row("gn:1", "Alpha", 48.0, 37.0, 1), row("gn:2", "Beta", 48.0, 38.0, 2)]
    same_id = row("gn:1", "Alfa", 48.0, 37.0, 1)
    near = row("csv:1", "Beta", 48.02, 38.01)
    near.add("Beta Town")
    far = row("csv:2", "Beta", 49.9, 36.0)
    merged = list(merged_rows(shipped, [kept(home, same_id, near, far)]))
    assert [r.id for r in merged] == ["gn:1", "gn:2", "csv:2"]
    assert "Alfa" in [name for name, _ in merged[0].names]
    assert "Beta Town" in [name for name, _ in merged[1].names]


def test_fetch_from_a_server(home: Path) -> None:
    """A country's dump is downloaded, unpacked and kept; a missing one is a clear error."""
    site = home / "site"
    site.mkdir()
    with zipfile.ZipFile(site / "UA.zip", "w") as archive:
        archive.writestr("UA.txt", DUMP + "\n")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(site))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_address[1]}"
        _, count = fetch_country("ua", base)
        assert count == 1
        with pytest.raises(GazetteerError):
            fetch_country("XX", base)
        server.shutdown()
    with pytest.raises(GazetteerError):
        fetch_country("Ukraine")


def test_compile_is_complete_or_absent(home: Path) -> None:
    """A compile that breaks leaves no file that could be taken for a gazetteer."""

    def broken() -> object:
        yield row("gn:1", "Alpha", 1.0, 1.0, 1)
        raise OSError("disk full")

    with pytest.raises(GazetteerError):
        compiling.write(broken(), home / "x.sqlite")  # type: ignore[arg-type]
    assert not list(home.glob("x.sqlite*"))


def test_alias_kinds_are_ordered() -> None:
    """A lower kind is a better witness."""
    assert AliasKind.PRIMARY < AliasKind.VARIANT < AliasKind.ADJECTIVE


def test_one_capital_a_country() -> None:
    """Of the towns with the capital's name only the largest is the capital."""
    found = [entry for entry in gazetteer.load().lookup("Washington") if entry.kind == "capital"]
    assert [entry.admin1_name for entry in found] == ["District of Columbia"]


def test_regions_lie_in_their_middle() -> None:
    """No settlement that bears a wrong code moves a region away."""
    region = next(entry for entry in gazetteer.load().lookup("Donetsk region") if entry.kind == "admin1")
    assert region.lon is not None
    assert 37 < region.lon < 38.5


def test_compiled_gazetteers_that_nobody_uses_are_dropped(tmp_path: Path) -> None:
    """Only an older one of the same scheme that was not used for an hour goes."""
    paths = {name: tmp_path / f"gazetteer-{name}.sqlite" for name in ("now", "old", "fresh", "other")}
    for name, path in paths.items():
        compiling.write([], path)
        if name in ("old", "other"):
            os.utime(path, (1, 1))
    with closing(sqlite3.connect(paths["other"])) as base:
        base.execute("UPDATE about SET value = '1'")
        base.commit()
    os.utime(paths["other"], (1, 1))
    assert drop_older(paths["now"], compiling.SCHEME) == [paths["old"]]
    assert sorted(path.name for path in tmp_path.glob("*.sqlite")) == sorted(
        paths[name].name for name in ("now", "fresh", "other")
    )
