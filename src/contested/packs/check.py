"""What is wrong with a pack: found before a report is misread because of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct

from contested import lexicons
from contested.model import NO_PARTY, UNKNOWN, ActorKind
from contested.packs import Pack

RESERVED = frozenset({NO_PARTY, UNKNOWN, "contested", "both", "neither"})
"""Words that outputs use for states; a party of that name could not be told from them."""
UNBALANCED = 3.0
"""One side with more than three times the entries of another: the lesser side's voices go unseen."""
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")


class Finding(Struct, frozen=True, kw_only=True):
    """One thing to mend: an error makes results wrong, a warning makes them poorer."""

    severity: str  # "error" or "warning"
    where: str  # "actors.yml: Viktor Trehubov"
    message: str


def check_pack(pack: Pack) -> list[Finding]:
    """Return what is wrong with a pack, errors first; an empty list where nothing is.

    >>> [finding.message for finding in check_pack(load("sudan"))]
    []
    """
    found = [
        *_check_head(pack),
        *_check_parties(pack),
        *_check_sides(pack),
        *_check_names(pack),
        *_check_balance(pack),
    ]
    return sorted(found, key=lambda finding: finding.severity)


def _error(where: str, message: str) -> Finding:
    return Finding(severity="error", where=where, message=message)


def _warning(where: str, message: str) -> Finding:
    return Finding(severity="warning", where=where, message=message)


def _check_head(pack: Pack) -> Iterator[Finding]:
    """Yield what is wrong in pack.yml outside its parties."""
    known = lexicons.load("nationalities")["countries"]
    if not pack.countries:
        yield _error("pack.yml: countries", "names no country, so no report can choose this pack")
    for code in pack.countries:
        if code not in known:
            yield _error("pack.yml: countries", f"{code!r} is no two-letter country code")
    for key in ("title", "about", "source"):
        if not getattr(pack, key).strip():
            yield _error(f"pack.yml: {key}", "is empty")
    for time in pack.named_times:
        if not DATE.match(time.value):
            yield _error("pack.yml: named_times", f"{time.value!r} is no date like 2022-02-24, 2022-02 or 2022")
    if not pack.outlets:
        yield _warning("outlets.yml", "lists no outlet, so no outlet's alignment is known")


def _check_parties(pack: Pack) -> Iterator[Finding]:
    """Yield what is wrong with the parties."""
    if len(pack.parties) < 2:
        yield _error("pack.yml: parties", "names fewer than two parties")
    for name, times in Counter(pack.party_names()).items():
        if times > 1:
            yield _error(f"pack.yml: {name}", "is named twice")
    for party in pack.parties:
        where = f"pack.yml: {party.name}"
        if party.name.lower() in RESERVED:
            yield _error(where, "this name is a state of control or of knowledge; choose another")
        if not (party.adjectives or party.aliases):
            yield _warning(where, "has neither adjectives nor aliases; reports will rarely be understood")
        for country in party.countries:
            if country not in pack.countries:
                yield _error(where, f"its country {country!r} is not among the pack's countries")
        for alias in party.aliases:
            if len(alias) < 2:
                yield _error(where, f"the alias {alias!r} is too short to be told from other words")


def _check_sides(pack: Pack) -> Iterator[Finding]:
    """Yield actors and outlets whose side is unknown to the pack or has no reason."""
    sides = {*pack.party_names(), NO_PARTY}
    for actor in pack.actors:
        where = f"actors.yml: {actor.name}"
        if actor.party not in sides:
            yield _error(where, f"party {actor.party!r} is not one of {', '.join(sorted(sides))}")
        if not actor.reason.strip():
            yield _error(where, "has no reason for its party")
        if actor.kind is ActorKind.UNKNOWN:
            yield _warning(where, "has no kind")
    for outlet in pack.outlets:
        where = f"outlets.yml: {outlet.name}"
        if outlet.alignment not in sides:
            yield _error(where, f"alignment {outlet.alignment!r} is not one of {', '.join(sorted(sides))}")
        if not outlet.reason.strip():
            yield _error(where, "has no reason for its alignment")


def _check_names(pack: Pack) -> Iterator[Finding]:
    """Yield names that two entries share, which make one of them deaf."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for party in pack.parties:
        for word in (party.name, *party.adjectives, *party.demonyms, *party.aliases):
            owners[word.lower()].setdefault(f"pack.yml: {party.name}", party.name)
    for actor in pack.actors:
        for word in (actor.name, *actor.aliases):
            owners[word.lower()].setdefault(f"actors.yml: {actor.name}", actor.party)
    for outlet in pack.outlets:
        for word in (outlet.name, *outlet.aliases):
            owners[word.lower()].setdefault(f"outlets.yml: {outlet.name}", outlet.alignment)
    for word, entries in owners.items():
        if len(entries) < 2:
            continue
        listed = ", ".join(entries)
        if len(set(entries.values())) > 1:
            yield _error(listed, f"{word!r} stands for different sides; the first entry would win")
        else:
            yield _warning(listed, f"{word!r} stands in several entries; the first one wins")


def _check_balance(pack: Pack) -> Iterator[Finding]:
    """Yield a warning where one side's voices are far better listed than another's."""
    for file, counts in (
        ("actors.yml", Counter(actor.party for actor in pack.actors)),
        ("outlets.yml", Counter(outlet.alignment for outlet in pack.outlets)),
    ):
        sizes = {name: counts[name] for name in pack.party_names()}
        if file == "outlets.yml":  # the two with most: a lesser party may own no press at all
            sizes = dict(Counter(sizes).most_common(2))
            if sum(sizes.values()) < 6:
                continue  # too few to speak of a balance
        most, least = max(sizes, key=lambda n: sizes[n]), min(sizes, key=lambda n: sizes[n])
        if sizes[most] > UNBALANCED * max(sizes[least], 1):
            yield _warning(file, f"unbalanced: {sizes[most]} entries for {most}, {sizes[least]} for {least}")
