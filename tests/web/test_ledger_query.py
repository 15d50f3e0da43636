"""The ledger's filters: read from an address, written in one order, said in words."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.errors import ContestedError
from contested.web.ledger_query import FACETS, LedgerQuery, filter_words, heading, period, value_words

FIELDS = ("place", "source", "q", "from", "to", "sort", "page", "known-on", *FACETS)
DAYS = st.dates().map(lambda day: day.isoformat())
PAIRS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from([name for name in FIELDS if name not in ("from", "to", "known-on")]), st.text()),
        st.tuples(st.sampled_from(("from", "to", "known-on")), DAYS),
    )
)


@given(PAIRS)
def test_one_address(asked: list[tuple[str, str]]) -> None:
    """Whatever is asked, its address asks the same: equal views have equal addresses."""
    query = LedgerQuery.read(asked)
    again = LedgerQuery.read(parse_qsl(urlsplit(query.address()).query))
    assert again == query
    assert again.address() == query.address()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", "12 claims"),
        ("status=denied&status=disputed", "12 claims, denied or disputed"),
        ("place=Velmora&from=2025-10-22&to=2025-11-20", "12 claims about Velmora, published 22 Oct to 20 Nov 2025"),
        ("from=2024-12-30&to=2025-01-02", "12 claims, published 30 Dec 2024 to 2 Jan 2025"),
        ("to=2025-11-20", "12 claims, published until 20 Nov 2025"),
        ("party=Kestria&party=none", "12 claims, from the side of Kestria or no side"),
        ("q=the+bridge", "12 claims, with the words “the bridge”"),
        ("type=control.gain", "12 claims, of type Gain of control"),
        ("kind=armed_group&kind=official", "12 claims, by a voice of kind armed group or official"),
        ("status=a&status=b&status=c", "12 claims, a, b or c"),
    ],
)
def test_heading(asked: str, expected: str) -> None:
    """The heading says the filter in words."""
    query = LedgerQuery.read(parse_qsl(asked))
    assert "".join(word.text for word in heading(query, 12, "Velmora" if query.place else "")) == expected


def test_one_claim() -> None:
    """One claim is one claim."""
    assert heading(LedgerQuery(), 1, "")[0].text == "1 claim"


def test_switching_a_value() -> None:
    """A value is switched on and off again, and the view begins on its first page."""
    query = LedgerQuery(status=("denied",), page=7)
    both = query.with_value("status", "disputed")
    assert both.status == ("denied", "disputed")
    assert both.page == 1
    assert both.with_value("status", "denied").status == ("disputed",)
    assert query.without("status").asked() == ()


@pytest.mark.parametrize("day", ["yesterday", "2025-13-01", "20 Nov"])
def test_no_date(day: str) -> None:
    """What is no date is said to be none, never read as another."""
    with pytest.raises(ContestedError, match="no date"):
        LedgerQuery.read([("from", day)])


@pytest.mark.parametrize(
    ("page", "expected"), [("0", 1), ("-3", 1), ("x", 1), ("٣", 1), ("2", 2), ("9" * 200, 100_000)]
)
def test_page(page: str, expected: int) -> None:
    """A page that is no number is the first, and none lies beyond reason."""
    assert LedgerQuery.read([("page", page)]).page == expected


@pytest.mark.parametrize(
    ("facet", "value", "expected"),
    [
        ("party", "none", "speaks for no side"),
        ("party", "not stated", "side not known"),
        ("party", "Kestria", "Kestria"),
        ("type", "not stated", "no event of a known type"),
        ("type", "control.", "control"),
        ("outlet", "not stated", "outlet not stated"),
        ("outlet", "Northline News", "Northline News"),
        ("kind", "unit", "military unit"),
    ],
)
def test_value_words(facet: str, value: str, expected: str) -> None:
    """Each value of a facet has words; a name stays a name."""
    assert value_words(facet, value) == expected


def test_a_period_is_one_filter() -> None:
    """First and last day are said once, together."""
    query = LedgerQuery(since="2025-11-01", until="2025-11-20")
    assert [list(filter_words(query, name)) != [] for name in query.asked()] == [True, False]
    assert period("2025-11-20", "2025-11-20") == "published on 20 Nov 2025"
