"""The compiled gazetteer: look-up by name, and finding its names in a text.

A name is looked up by its folded key in an indexed SQLite table, so nothing is loaded into
memory but what was asked for: opening takes under a millisecond, a first look-up some 20 µs, a
repeated one well under 1 µs. Finding takes the longest name that begins at each capitalised
word, from left to right.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from contested import settings
from contested.errors import GazetteerError, UnknownName
from contested.gazetteer.compile import compile_if_needed
from contested.gazetteer.entry import ALIAS_COST, AliasKind, Entry, prominence
from contested.gazetteer.fold import article_key, fold

WORD = re.compile(r"[^\W_]+(?:[’'ʼ`][^\W_]+)*\.?")
"""A word for look-up, with inner apostrophes and a closing dot (for "U.S.", "St.")."""
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_STARTS = re.compile(
    r"(?<![^\W_])(?:(?=[^\W\d_])[^a-z\s\d](?<![’'ʼ`])|(?:al|el|ad|ash|as|ar|at|an|az|es|ed)[- ](?=[A-Z]))"
)
"""Where a name may begin: a capital, a letter of another script, a small Arabic article."""
_BETWEEN = re.compile(r"[ \-‐‑–\u00a0]{1,2}|\. ?|\n")
_SELECT = """SELECT e.id, e.name, e.kind, e.lat, e.lon, e.country, e.admin1, coalesce(r.name, ''), e.class,
  e.population, e.geonameid, e.source{alias}
  FROM {source} LEFT JOIN regions r ON r.code = e.country || '.' || e.admin1 {where}"""
_BY_KEY = _SELECT.format(alias=", n.alias", source="names n JOIN entries e ON e.n = n.n", where="WHERE n.key = ?")
_BY_ID = _SELECT.format(alias=", 0", source="entries e", where="WHERE e.id = ?")
_BY_COUNTRY = _SELECT.format(alias=", 0", source="entries e", where="WHERE e.kind = 'country' AND e.country = ?")


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of text that is a name of the gazetteer, and all that it may mean."""

    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]


class Gazetteer:
    """An open compiled gazetteer; safe to share between threads for reading."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise GazetteerError(f"There is no compiled gazetteer at {path}.", "Run: contested gazetteer build")
        self.path = path
        self._base = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._by_key = lru_cache(maxsize=50_000)(self._read_key)
        self._longest = lru_cache(maxsize=50_000)(self._read_longest)

    def lookup(self, name: str) -> list[Entry]:
        """Return the entries with that name, the best known first.

        >>> [entry.label for entry in load().lookup("Kupyansk")]
        ['Kupiansk, Kharkivska oblast, UA']
        """
        return list(self._candidates(fold(name)))

    def entry(self, place_id: str) -> Entry:
        """Return the entry with that id ("gn:703656", or the bare GeoNames id). Raises UnknownName."""
        wanted = f"gn:{place_id}" if place_id.isdigit() else place_id
        row = self._base.execute(_BY_ID, (wanted,)).fetchone()
        if row is None:
            raise UnknownName("place id", place_id, (), "Look a name up with: contested gazetteer lookup NAME")
        return _entry(row)

    def lookup_id(self, geonameid: int) -> Entry | None:
        """Return the entry with that GeoNames id, None where there is none."""
        row = self._base.execute(_BY_ID, (f"gn:{geonameid}",)).fetchone()
        return _entry(row) if row else None

    def country(self, iso: str) -> Entry | None:
        """Return the country with that ISO code, None where there is none."""
        row = self._base.execute(_BY_COUNTRY, (iso,)).fetchone()
        return _entry(row) if row else None

    def find(self, text: str) -> list[Match]:
        """Return the names in a text, longest first from the left, without overlap.

        >>> [text[m.start : m.end] for m in load().find(text := "south of Krasnyi Lyman and Kupiansk")]
        ['Krasnyi Lyman', 'Kupiansk']
        """
        found: list[Match] = []
        at = 0
        for start in _STARTS.finditer(text):
            if start.start() >= at:
                match, at = self._match_at(text, start.start())
                if match is not None:
                    found.append(match)
        return found

    def match_at(self, text: str, start: int) -> Match | None:
        """Return the longest name that begins exactly there, whatever its case."""
        return self._match_at(text, start)[0]

    def _match_at(self, text: str, start: int) -> tuple[Match | None, int]:
        """Return the longest name from there and where to go on."""
        ends = [_word_end(text, start)]
        longest = self._longest(fold(text[start : ends[0]]).partition(" ")[0])
        if not longest:
            return None, ends[0]
        while len(ends) < longest:
            following = _next_word(text, start, ends[-1])
            if following is None:
                break
            ends.append(following)
        for end in reversed(ends):
            key = fold(text[start:end])
            entries = self._candidates(key)
            if entries:
                end = _without_dot(text, start, end)
                return Match(start, end, key, entries), end
        return None, ends[0]

    def _candidates(self, key: str) -> tuple[Entry, ...]:
        entries = self._by_key(key)
        if not entries:
            plain = article_key(key)
            if plain is not None:
                entries = self._by_key(plain)
        return entries

    def _read_key(self, key: str) -> tuple[Entry, ...]:
        entries = [_entry(row) for row in self._base.execute(_BY_KEY, (key,))]
        entries.sort(key=lambda entry: (ALIAS_COST[entry.alias] - prominence(entry), entry.id))
        return tuple(entries)

    def _read_longest(self, word: str) -> int:
        row = self._base.execute("SELECT longest FROM starts WHERE word = ?", (word,)).fetchone()
        longest = int(row[0]) if row else 0
        if article_key(f"{word} x"):
            row = self._base.execute("SELECT longest FROM starts WHERE word = 'al'").fetchone()
            longest = max(longest, int(row[0]) if row else 0)
        return longest

    def similar(self, name: str, limit: int = 5) -> list[str]:
        """Return names that look like one that is not there, for an error that helps."""
        from rapidfuzz import process

        key = fold(name)
        near = [
            str(row[0])
            for row in self._base.execute(
                "SELECT DISTINCT key FROM names WHERE key >= ? AND key < ? LIMIT 20000", (key[:2], key[:2] + "\uffff")
            )
        ]
        return [str(match[0]).title() for match in process.extract(key, near, limit=limit)]

    def size(self) -> dict[str, int]:
        """Return how many entries and names it holds, and its size in bytes."""
        counts = {
            table: int(self._base.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
            for table in ("entries", "names")
        }
        return {**counts, "bytes": self.path.stat().st_size}


def _word_end(text: str, start: int) -> int:
    """Return where the word that begins there ends: "U.S." is one, "Kyiv's" ends before 's."""
    initials = _INITIALS.match(text, start)
    if initials:
        return initials.end()
    word = WORD.match(text, start)
    if word is None:
        return start + 1
    end = word.end()
    if text[end - 1] == ".":
        if end - start > 5:
            return end - 1 - (2 if text[end - 3 : end - 1] in _OWNED else 0)
        return end
    return end - 2 if text[end - 2 : end] in _OWNED and end - 2 > start else end


_OWNED = frozenset(("'s", "’s"))


def _next_word(text: str, start: int, end: int) -> int | None:
    """Return the end of the next word if nothing but blanks, a hyphen or "St." parts it."""
    between = _BETWEEN.match(text, end)
    if between is None or text[end : end + 2] in _OWNED:
        return None
    following = WORD.match(text, between.end())
    if following is None or (text[end - 1] == "." and end - start > 6):
        return None
    return _word_end(text, between.end())


def _without_dot(text: str, start: int, end: int) -> int:
    """Return the end without the full stop of a sentence: "in Kyiv." but "in the U.S."."""
    return end - 1 if text[end - 1] == "." and "." not in text[start : end - 1] else end


def _entry(row: tuple[Any, ...]) -> Entry:
    place_id, name, kind, lat, lon, country, admin1, region, klass, population, geonameid, source, alias = row
    return Entry(
        id=place_id,
        name=name,
        kind=kind,
        lat=lat,
        lon=lon,
        country=country,
        admin1=admin1,
        admin1_name=region,
        feature_class=klass,
        population=population,
        geonameid=geonameid,
        source=source,
        alias=AliasKind(alias),
    )


_open: dict[Path, Gazetteer] = {}


def load() -> Gazetteer:
    """Return the gazetteer, compiled on first use; one for each CONTESTED_HOME in a process.

    What was imported meanwhile is seen after `forget`.
    """
    home = settings.home()
    if home not in _open:
        _open[home] = Gazetteer(compile_if_needed())
    return _open[home]


def forget() -> None:
    """Close what is open, so that the next `load` sees new imports."""
    _open.clear()
