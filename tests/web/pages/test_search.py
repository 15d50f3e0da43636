"""Search over the sample dispatches: three groups, the words marked, hostile queries answered plainly."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from contested.questions.search import find_places, find_reports, place_asked, words_of
from contested.store.view import View
from contested.web.pages.search import marked, passage
from tests.web.conftest import Fetch
from tests.web.reading import text_of

HOSTILE = [
    '"', "'", '""', "*", "railway*", "NEAR(railway station)", "railway AND NOT station", "title:railway", "{a b}", "^x",
    "railway -station", "); DROP TABLE claims; --", "<script>alert(1)</script>", "%", "_", "\\", "\x00", "\u202e",
    "x" * 10_000, "word " * 2_000, "القوات", "Куп'янськ", "٪", "😀", "a\nb", "?", "&&&", "{{ 7*7 }}",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("within", ["", "claims", "reports", "places", "nonsense"])
def test_hostile_queries(client: TestClient, query: str, within: str) -> None:
    """Signs, operators, other scripts and 10 kB of text are answered with a page, as text."""
    answer = client.get("/search", params={"q": query, "in": within})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert len(answer.content) < 100_000
    assert client.get("/claims", params={"q": query}).status_code == 200


def test_three_groups(page: Fetch) -> None:
    """Claims, reports and places stand apart, each with its count; hits are marked."""
    shown = page("/search?q=railway+station")
    counts = {text_of(link).split()[0]: int(text_of(link).split()[1]) for link in shown.find_class("counts")[0]}
    assert set(counts) == {"claims", "reports", "places"}
    assert counts["reports"] > 0
    marks = {text_of(mark).lower() for mark in shown.iter("mark")}
    assert marks == {"railway", "station"}
    for hit in shown.xpath("//ul[@class='hits']/li[@data-claim]"):
        assert hit.find_class("chip")


def test_one_group(page: Fetch) -> None:
    """One group alone leaves the others as counts."""
    shown = page("/search?q=army&in=reports")
    assert [text_of(h2).split()[0] for h2 in shown.iter("h2")] == ["Reports"]
    assert len(shown.find_class("counts")[0].findall("a")) == 4


def test_places_by_beginning(page: Fetch) -> None:
    """A place is found by the beginning of its name and by other spellings."""
    for query in ("Kupi", "Kupyansk", "kupiansk"):
        places = page(f"/search?q={query}&in=places").xpath("//ul[@class='hits']//a/@href")
        assert any(address.startswith("/place/gn:703656-") for address in places), query
        assert "/claims?place=gn:703656" in places


def test_nothing_found(page: Fetch) -> None:
    """No hit says in how many reports was looked, and offers fewer words."""
    shown = text_of(page("/search?q=railway+zeppelin").find(".//main"))
    assert "No hit in 32 reports" in shown
    assert "Fewer words find more: railway, zeppelin" in shown


def test_no_word(page: Fetch) -> None:
    """A query of signs only says that there is nothing to look for."""
    assert "holds no word to look for" in text_of(page("/search?q=***").find(".//main"))
    assert page("/search").find(".//main").find(".//form") is not None


def test_as_known(sample: View, page: Fetch) -> None:
    """Only what was published by then is found."""
    now, then = find_reports(sample, ("army",)), find_reports(sample, ("army",), "2026-03-05")
    assert 0 < then.total < now.total
    assert all((head.published or "")[:10] <= "2026-03-05" for head in then.heads)
    days = page("/search?q=army&known-on=2026-03-05").xpath("//ul[@class='hits']//time/@datetime")
    assert days
    assert all(day[:10] <= "2026-03-05" for day in days)


def test_index_and_scan_agree(sample: View) -> None:
    """Where there is no text index, the same reports are found by looking through all."""
    from contested.questions.search import _by_index, _by_scan

    for words in (("railway", "station"), ("Kupiansk",), ("army", "city")):
        fast, slow = _by_index(sample, words, None, 50), _by_scan(sample, words, None, 50)
        assert {head.id for head in fast.heads} <= {head.id for head in slow.heads}
        assert fast.total > 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"railway station"', ("railway", "station")),
        ("Kupiansk's", ("Kupiansk's",)),
        ("Куп'янськ", ("Куп'янськ",)),
        ("a a a", ("a",)),
        ("*** --", ()),
        ("anti-aircraft", ("anti-aircraft",)),
    ],
)
def test_words_of(query: str, expected: tuple[str, ...]) -> None:
    """A search is words only."""
    assert words_of(query) == expected


def test_place_asked(sample: View) -> None:
    """A place is found by id and by any of its names; one that no report names keeps its gazetteer name."""
    assert place_asked(sample, "gn:703656").name == "Kupiansk"
    assert place_asked(sample, "Kupyansk").place_id == "gn:703656"
    assert find_places(sample, "...") == ()


def test_passage_and_marks() -> None:
    """A passage is cut at words around the first hit, and its runs together are the passage."""
    text = "Nothing was said. " * 40 + "The railway station burned." + " Then silence fell." * 40
    cut = passage(text, ["railway"])
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert "railway station" in cut
    runs = list(marked(cut, ["railway", "station"]))
    assert "".join(run.text for run in runs) == cut
    assert [run.text for run in runs if run.hit] == ["railway", "station"]
