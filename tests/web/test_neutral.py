"""The program's own voice holds no loaded word: in templates, patterns, and every page it makes."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from fastapi.testclient import TestClient

from contested.lexicons import load
from contested.web.layout import static_folder

TERMS = load("loaded_terms")["terms"]
LOADED = re.compile(r"(?<![\w-])(" + "|".join(re.escape(term) for term in TERMS) + r")(?![\w-])", re.IGNORECASE)
TEMPLATES = sorted((static_folder().parent / "templates").rglob("*.html"))
QUOTED = ("q", "bdi", "blockquote", "pre", "mark", "cite")
"""Elements that hold the words of others, names, or reports."""


@pytest.mark.parametrize("term", ["liberated", "Special military operation", "regime"])
def test_the_measure_itself(term: str) -> None:
    """A loaded word is found, in any case; part of a word is not."""
    assert LOADED.search(f"They {term} it.")
    assert not LOADED.search("a regimental post, unoccupied")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates(path: Path) -> None:
    """What templates say themselves."""
    said = re.sub(r"\{[{%#].*?[}%#]\}|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert LOADED.findall(said) == []


@pytest.mark.parametrize("name", ["wording", "pages"])
def test_patterns(name: str) -> None:
    """What the patterns of wording say."""

    def words(value: object) -> list[str]:
        if isinstance(value, dict):
            return [each for inner in value.values() for each in words(inner)]
        if isinstance(value, list):
            return [each for inner in value for each in words(inner)]
        return [str(value)]

    assert [hit for each in words(load(name)) for hit in LOADED.findall(each)] == []


@pytest.mark.parametrize(
    "address", ["/", "/map", "/places", "/claims", "/disputes", "/sources", "/about", "/compare", "/search?q=city"]
)
def test_pages(client: TestClient, address: str) -> None:
    """What pages say once names and quoted words are taken out."""
    tree = lxml.html.document_fromstring(client.get(address).text)
    for element in tree.xpath("|".join(f"//{tag}" for tag in (*QUOTED, "script", "style"))):
        element.drop_tree()
    assert LOADED.findall(tree.text_content()) == []
