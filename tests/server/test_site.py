"""The static site: the same pages, every link leading to a file that is there."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html
import pytest

from contested.errors import ContestedError
from contested.server.site import Scope, write_site

SCOPE = Scope("2026-03-20", 3)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"), ("/today/2026-03-20", "index.html"), ("/today/2026-03-19", "today/2026-03-19.html"),
        ("/today/2026-03-17", None), ("/map/2026-03-19?known-on=2026-03-20", "map/2026-03-19.html"),
        ("/map/2026-03-19?known-on=2026-03-19", None), ("/claims", "claims.html"), ("/claims?page=3", "claims-3.html"),
        ("/claims?party=Russia", None), ("/claim/0f3a", "claim/0f3a.html"),
        ("/place/gn:703656-kupiansk/2026-03-19", "place/gn-703656-kupiansk/2026-03-19.html"),
        ("/place/gn:703656-kupiansk/2026-03-20?known-on=2026-03-20", "place/gn-703656-kupiansk.html"),
        ("/static/contested.css?v=12", "static/contested.css"), ("https://example.org/", None), ("/search", None),
    ],
)  # fmt: skip
def test_which_pages_belong_to_a_copy(address: str, file: str | None) -> None:
    """Newest states, the last days, and what is the same on every day."""
    assert SCOPE.file_of(address) == file


@pytest.fixture(scope="module")
def copy(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample dispatches' pages."""
    out = tmp_path_factory.mktemp("site")
    copied = write_site(str(sample_ledger), out, days=2)
    assert copied.failed == []
    assert copied.pages > 100
    return out


def test_every_link_leads_to_a_file(copy: Path) -> None:
    """From disk, with no server; none is left that starts at the root of one."""
    broken, seen = [], 0
    for path in copy.rglob("*.html"):
        for element, name, link, _ in lxml.html.parse(str(path)).getroot().iterlinks():
            if name not in ("href", "src") or element.tag == "use" or link.startswith(("http", "data:", "#")):
                continue
            seen += 1
            target = path.parent / unquote(urldefrag(link.split("?")[0]).url)
            if link.startswith("/") or not target.is_file():
                broken.append((str(path.relative_to(copy)), link))
    assert seen > 500
    assert broken == []


def test_forms_are_left_out(copy: Path) -> None:
    """They need the program."""
    assert not lxml.html.parse(str(copy / "index.html")).xpath("//form")


def test_a_folder_with_something_else_is_not_written_to(tmp_path: Path, sample_ledger: Path) -> None:
    """Nobody's files are mixed with ours."""
    (tmp_path / "thesis.doc").touch()
    with pytest.raises(ContestedError, match="not empty"):
        write_site(str(sample_ledger), tmp_path)


def test_a_copy_that_grows_too_large_is_stopped(tmp_path: Path, sample_ledger: Path) -> None:
    """With what to change."""
    with pytest.raises(ContestedError, match="larger than 5"):
        write_site(str(sample_ledger), tmp_path / "out", most=5)
