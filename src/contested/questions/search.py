"""Where is it said: reports that hold all words of a search, and places by what people call them.

Claims by words are `listing.list_claims` with `text`. A search is words only: quotation marks,
stars and the operators of a query language are read as what they are in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import and_, func, select, text

from contested import gazetteer
from contested.errors import GazetteerError, UnknownName
from contested.gazetteer.fold import fold
from contested.model import UNKNOWN, DocumentHead
from contested.store import rows, tables
from contested.store.opening import plain_errors
from contested.store.place_lookup import names_of, places_called
from contested.store.view import View

WORD = re.compile(r"\w+(?:['’-]\w+)*")
MOST_WORDS = 12
"""Words of a search that are read; more would match the report that they were copied from, or nothing."""
LONGEST_WORD = 60
MOST_PLACES = 20
RANKED = 5_000
"""Reports among which the best match is looked for; of more than that the last read come first."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place that was asked for; `others` are the ids of further places of that name."""

    place_id: str
    name: str
    country: str = UNKNOWN
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundReports:
    """Reports that hold all words, best match first, and how many there are in all."""

    total: int
    heads: tuple[DocumentHead, ...]


def words_of(query: str) -> tuple[str, ...]:
    """Return the words that a search looks for, each once, in its order.

    >>> words_of('"railway station" NEAR(*) ')
    ('railway', 'station', 'NEAR')
    """
    found = (word[:LONGEST_WORD] for word in WORD.findall(query))
    return tuple(dict.fromkeys(found))[:MOST_WORDS]


def find_reports(view: View, words: Sequence[str], known_on: str | None = None, limit: int = 20) -> FoundReports:
    """Return the reports that hold all these words, published until `known_on` if given."""
    if not words:
        return FoundReports(0, ())
    return _by_index(view, words, known_on, limit) if _has_index(view) else _by_scan(view, words, known_on, limit)


def _has_index(view: View) -> bool:
    return view.engine.dialect.name == "sqlite"


def _by_index(view: View, words: Sequence[str], known_on: str | None, limit: int) -> FoundReports:
    asked: dict[str, object] = {"words": " ".join(f'"{word}"' for word in words)}
    matching = " FROM document_words WHERE document_words MATCH :words"
    joined = (
        " FROM document_words JOIN documents ON documents.number = document_words.rowid"
        " WHERE document_words MATCH :words"
    )
    if known_on:
        asked["until"] = known_on
        joined += " AND documents.published IS NOT NULL AND substr(documents.published, 1, 10) <= :until"
        matching = joined
    with plain_errors(view.url), view.engine.connect() as connection:
        total = int(connection.execute(text(f"SELECT count(*){matching}"), asked).scalar_one())
        order = "rank, documents.id" if total <= RANKED else "document_words.rowid DESC"
        asked["limit"] = limit
        found = connection.execute(text(f"SELECT documents.head AS head{joined} ORDER BY {order} LIMIT :limit"), asked)
        return FoundReports(total, tuple(rows.decode(row.head, DocumentHead) for row in found))


def _by_scan(view: View, words: Sequence[str], known_on: str | None, limit: int) -> FoundReports:
    documents = tables.documents
    wanted = [documents.c.text.icontains(word, autoescape=True) for word in words]
    if known_on:
        wanted.append(func.substr(documents.c.published, 1, 10) <= known_on)
    newest = func.coalesce(documents.c.published, "").desc()
    query = select(documents.c.head).where(and_(True, *wanted)).order_by(newest, documents.c.id)
    total = view.run(select(func.count()).select_from(documents).where(and_(True, *wanted)))[0][0]
    heads = tuple(rows.decode(row.head, DocumentHead) for row in view.run(query.limit(limit)))
    return FoundReports(int(total), heads)


def place_asked(view: View, asked: str) -> NamedPlace:
    """Return the place of an id or a name, the likeliest where several have it. Raises UnknownName."""
    named = _named(view, [asked])
    if named:
        return named[0]
    known = _gazetteer_name(asked) if ":" in asked else ""
    if known:
        return NamedPlace(asked, known)  # a place that no report names
    ids = view.find_place(asked)
    found = _named(view, ids[:1]) or [NamedPlace(ids[0], _gazetteer_name(ids[0]) or asked)]
    return replace(found[0], others=tuple(ids[1:]))


def find_places(view: View, query: str) -> tuple[NamedPlace, ...]:
    """Return the places whose name begins with the search, or that are called so elsewhere."""
    folded = fold(query)
    if not folded:
        return ()
    likeliest = places_called(view, query)
    ids = list(dict.fromkeys([*likeliest, *_beginning(view, folded)]))
    found = _named(view, ids[:MOST_PLACES])
    return tuple(sorted(found, key=lambda place: (place.place_id not in likeliest, place.name, place.place_id)))


def _beginning(view: View, folded: str) -> list[str]:
    """Return the ids of places of which some report writes a name that begins so."""
    names = tables.place_names
    if _has_index(view):  # a range uses the index of names, where LIKE would not
        begins = and_(names.c.folded >= folded, names.c.folded < folded + chr(0x10FFFF))
    else:
        begins = names.c.folded.startswith(folded, autoescape=True)
    query = select(names.c.place_id).where(begins).distinct().order_by(names.c.place_id).limit(MOST_PLACES)
    return [row.place_id for row in view.run(query)]


def _named(view: View, ids: Sequence[str]) -> list[NamedPlace]:
    """Return the places with these ids that claims are about, in the given order."""
    found = names_of(view, ids)
    return [NamedPlace(name, found[name].name, found[name].country) for name in ids if name in found]


def _gazetteer_name(place_id: str) -> str:
    """Return the gazetteer's name of a place that no report names; "" where it has none."""
    try:
        return gazetteer.load().entry(place_id).name
    except (GazetteerError, UnknownName):
        return ""
