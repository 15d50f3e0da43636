"""What the words around an event tell: epithets, ground short of the place, places of other sentences."""

from __future__ import annotations

import pytest
from msgspec import structs

from contested.links.wording import ground_of, is_epithet, is_partial, is_placed
from contested.model import Event, LedgerEntry, Place
from tests.factories import entry, place


def said(words: str, verb: str, where: str = "Velmora") -> tuple[LedgerEntry, Event]:
    """Return a statement with one event at the verb, its place where the words name it, else in another sentence."""
    one = entry("Meridian Monitor", "control.gain", words=words, holder="Kestria")
    start = words.index(verb)
    at = words.find(where)
    spot: Place = structs.replace(place(where), start=at if at >= 0 else 900, end=(at if at >= 0 else 900) + len(where))
    event = structs.replace(one.events[0], start=start, end=start + len(verb), places=(spot,), target=None)
    return structs.replace(one, events=(event,)), event


GROUND = [
    ("Kestria captured Velmora on Monday.", "captured", None),
    ("Kestria captured the town of Velmora.", "captured", None),
    ("Kestria took full control of Velmora after weeks of street fighting.", "took full control", None),
    ("Kestria seized a key road junction near Velmora.", "seized", "a key road junction"),
    ("Troops took control of more streets in Velmora.", "took control", "of more streets"),
    ("Rebels withdrew from the farms outside Velmora.", "withdrew", "from the farms"),
    ("Rebels left their positions in Velmora.", "left", "their positions"),
    ("They took the city, with its bridges and roads.", "took", None),
    ("Kestria took it.", "took", None),
]


@pytest.mark.parametrize(("words", "verb", "expected"), GROUND)
def test_ground(words: str, verb: str, expected: str | None) -> None:
    """A junction, a street or a farm is taken without the place that it lies by."""
    assert ground_of(*said(words, verb)) == expected


PLACED = [
    ("Kestria captured Velmora.", "captured", True),
    ("Kestria captured the town.", "captured", True),
    ("Three civilians were wounded there.", "wounded", True),
    ("Three civilians were wounded in the Arnau quarter.", "wounded", False),
]


@pytest.mark.parametrize(("words", "verb", "expected"), PLACED)
def test_placed(words: str, verb: str, expected: bool) -> None:
    """A statement has its place where it names it or points at it."""
    assert is_placed(*said(words, verb)) is expected


EPITHETS = [
    ("Shells fell on the Kestrian-held town of Velmora.", "held", True),
    ("The town of Velmora is held by Kestria.", "held", False),
]


@pytest.mark.parametrize(("words", "verb", "expected"), EPITHETS)
def test_epithet(words: str, verb: str, expected: bool) -> None:
    """A compound before a noun describes and asserts nothing."""
    assert is_epithet(*said(words, verb)) is expected


PARTIAL = [
    ("Velmora is almost entirely held by Kestria.", "held", True),
    ("Kestria controls most of Velmora.", "controls", True),
    ("Kestria controls Velmora.", "controls", False),
]


@pytest.mark.parametrize(("words", "verb", "expected"), PARTIAL)
def test_partial(words: str, verb: str, expected: bool) -> None:
    """ "Almost" and "most of" leave a rest."""
    assert is_partial(*said(words, verb)) is expected
