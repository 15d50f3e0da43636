"""Changes: what a report alters when it carries a statement that another report had first.

The hedge that is dropped on the way is the finding: a claim turns into a fact without anybody
having confirmed it. Everything here is read from two records and decides nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from msgspec import structs

from contested.lexicons import load
from contested.links.compare import bounds
from contested.links.voices import is_named, voice
from contested.links.words import overlap, tokens
from contested.model import UNKNOWN, Evidence, LedgerEntry, Modality, Polarity, Quantity, Source, Verification

COUNTERPART = 0.4
"""Share of the shorter statement's distinctive weight by which two statements are one, retold."""
RUN = 3
"""Words in a row that show that a stretch was carried over: single words recur in any text."""
OPEN_WORLDS = frozenset({Modality.PLANNED, Modality.POSSIBLE, Modality.ATTEMPTED, Modality.CONDITIONAL})


class What(StrEnum):
    """What of a statement a copy changed, gravest first."""

    SPEAKER = "speaker"
    VERIFICATION = "verification"
    HEDGE = "hedge"
    WORLD = "world"
    CONDITION = "condition"
    POLARITY = "polarity"
    CUE = "cue"
    PART = "part"
    FIGURE = "figure"
    EVIDENCE = "evidence"
    PASSED_ON = "passed_on"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True)
class Change:
    """One change in words; `firmer` where the copy asserts more, or more surely, than the first."""

    what: What
    text: str
    firmer: bool = False


def changes_of(first: LedgerEntry, copy: LedgerEntry) -> tuple[str, ...]:
    """Return what a copy changes about a statement, in words, gravest first; empty where nothing.

    >>> changes_of(northline_says_reportedly_taken, daily_vir_says_taken)
    ('drops “reportedly”',)
    """
    return tuple(change.text for change in changes(first, copy))


def changes(first: LedgerEntry, copy: LedgerEntry) -> tuple[Change, ...]:
    """Return what a copy changes about a statement, gravest first."""
    readers = (_speaker, _verification, _hedges, _world, _condition, _polarity, _cue, _parts, _figures, _evidence)
    found = [change for read in readers for change in read(first, copy)]
    return tuple(dict.fromkeys([*found, *_passed_on(first, copy)]))


def report_changes(first: Sequence[LedgerEntry], copy: Sequence[LedgerEntry]) -> tuple[Change, ...]:
    """Return what a whole report changes about another's statements: those of one origin in each.

    Each statement of the copy is held against the most alike one of the first; what has no
    counterpart is counted.
    """
    first, copy = whole(first), whole(copy)
    pairs = [(counterpart(entry, first), entry) for entry in copy]
    met = {one.claim.id for one, _ in pairs if one is not None}
    found = {change for one, entry in pairs if one is not None for change in changes(one, entry)}
    order = list(What)
    ordered = sorted(found, key=lambda change: (order.index(change.what), not change.firmer, change.text))
    return (*ordered, *_statements(len(first) - len(met), len(first), sum(one is None for one, _ in pairs)))


def whole(entries: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    """Return statements with those of nobody that stand inside them folded in: "Kestria said its troops had
    reportedly taken Velmora" is one statement, though "reportedly" makes a second claim of it."""
    by_id = {entry.claim.id: entry for entry in entries}
    inside: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        parent = entry.claim.parent
        if parent in by_id and parent is not None and entry.claim.source.name == UNKNOWN:
            inside[parent].append(entry)
    folded = {entry.claim.id for held in inside.values() for entry in held}
    return [_with(entry, inside[entry.claim.id]) for entry in entries if entry.claim.id not in folded]


def _with(entry: LedgerEntry, held: Sequence[LedgerEntry]) -> LedgerEntry:
    if not held:
        return entry
    return structs.replace(entry, events=(*entry.events, *(event for each in held for event in each.events)))


def counterpart(entry: LedgerEntry, among: Sequence[LedgerEntry]) -> LedgerEntry | None:
    """Return the statement that another one retells, or None."""
    scored = [(overlap(entry.words, each.words), each) for each in among]
    near = [(-score, each.claim.start, each.claim.id, each) for score, each in scored if score >= COUNTERPART]
    return min(near, key=lambda row: row[:3])[3] if near else None


def kept_share(first_text: str, copy_text: str) -> float:
    """Return the share of the first text's words that the other keeps in runs of three, in any order.

    >>> round(kept_share("Shelling hit Velmora on Monday.", "On Tuesday shelling hit Velmora on Monday."), 2)
    1.0
    """
    ours, theirs = tokens(first_text), tokens(copy_text)
    if not ours:
        return 0.0
    size = min(RUN, len(ours))
    there = {theirs[i : i + size] for i in range(len(theirs) - size + 1)}
    kept: set[int] = set()
    for i in range(len(ours) - size + 1):
        if ours[i : i + size] in there:
            kept.update(range(i, i + size))
    return len(kept) / len(ours)


def _words() -> dict[str, Any]:
    return load("link_changes")


def _adds(what: What, words: str, firmer: bool = False) -> Change:
    return Change(what, str(_words()["adds"]).format(what=words), firmer)


def _drops(what: What, words: str, firmer: bool = False) -> Change:
    return Change(what, str(_words()["drops"]).format(what=words), firmer)


def _quoted(words: str) -> str:
    return str(_words()["quoted"]).format(words=words)


def _has_speaker(source: Source) -> bool:
    return not source.own_voice and source.name not in ("", UNKNOWN)


def _shown(source: Source) -> str:
    return source.name if is_named(source) else source.text or source.name


def _one_speaker(one: Source, other: Source) -> bool:
    key = voice(one)
    return _shown(one).casefold() == _shown(other).casefold() or (key is not None and key == voice(other))


def _speaker(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    one, other = first.claim.source, copy.claim.source
    forms = _words()["speaker"]
    if _has_speaker(one) and other.own_voice:
        yield Change(What.SPEAKER, str(forms["dropped"]), True)
    elif _has_speaker(one) and not _has_speaker(other):
        yield Change(What.SPEAKER, str(forms["unnamed"]))
    elif _has_speaker(other) and not _has_speaker(one):
        yield Change(What.SPEAKER, str(forms["added"]).format(copy=_shown(other)))
    elif _has_speaker(one) and not _one_speaker(one, other):
        yield Change(What.SPEAKER, str(forms["described"]).format(first=_shown(one), copy=_shown(other)))


def _verification(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    forms = _words()["verification"]
    one, other = first.claim.verification, copy.claim.verification
    if one is other:
        return
    doubt = (Verification.UNVERIFIED, Verification.UNVERIFIABLE)
    if one.value in forms:
        yield _drops(What.VERIFICATION, forms[one.value], one in doubt)
    if other.value in forms:
        yield _adds(What.VERIFICATION, forms[other.value], other not in doubt)


def _hedges(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    ours, theirs = _hedge_words(first), _hedge_words(copy)
    for word in ours:
        if word not in theirs:
            yield _drops(What.HEDGE, _quoted(word), True)
    for word in theirs:
        if word not in ours:
            yield _adds(What.HEDGE, _quoted(word))


def _hedge_words(entry: LedgerEntry) -> tuple[str, ...]:
    """Return the hedges of a statement as written, lower case, each once, in text order."""
    start = entry.claim.start
    inside = [span for span in entry.claim.hedges if span.start >= start and span.end <= entry.claim.end]
    words = (entry.words[span.start - start : span.end - start].strip().casefold() for span in inside)
    counted = [figure.text.casefold() for figure in _quantities(entry)]  # "up to" is told with its figure
    return tuple(dict.fromkeys(word for word in words if word and not any(word in figure for figure in counted)))


def _world(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    """Yield that a plan is told as a deed, or a deed as a plan: where no event of the one is of the other's world."""
    one, other = ({event.type: event.modality for event in entry.events} for entry in (first, copy))
    forms = _words()["world"]
    for kind in sorted(set(one) & set(other)):
        was_open, is_open = one[kind] in OPEN_WORLDS, other[kind] in OPEN_WORLDS
        if was_open and other[kind] is Modality.ACTUAL:
            yield Change(What.WORLD, str(forms["done"]), True)
        elif is_open and one[kind] is Modality.ACTUAL:
            yield Change(What.WORLD, str(forms["open"]))


def _condition(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    one, other = first.claim.condition is not None, copy.claim.condition is not None
    if one and not other:
        yield _drops(What.CONDITION, str(_words()["condition"]), True)
    elif other and not one:
        yield _adds(What.CONDITION, str(_words()["condition"]))


def _polarity(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    if {first.claim.polarity, copy.claim.polarity} == {Polarity.POSITIVE, Polarity.NEGATIVE}:
        yield Change(What.POLARITY, str(_words()["polarity"]))


def _cue(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    """Yield a cue of another class: "confirmed" where the first says "claimed"."""
    one, other = first.claim.cue, copy.claim.cue
    if one is None or other is None or one.cue_class is other.cue_class or one.lemma == other.lemma:
        return
    firmer = other.cue_class.value in ("confirm", "acknowledge", "show")
    yield Change(What.CUE, str(_words()["cue"]).format(first=one.lemma, copy=other.lemma), firmer)


def _parts(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    """Yield that a part is widened to the whole, or the whole narrowed to a part, of one place and deed."""
    ours, theirs = _part_by_deed(first), _part_by_deed(copy)
    forms = _words()["part"]
    for key in sorted(set(ours) & set(theirs)):
        one, other = ours[key], theirs[key]
        if one and not other:
            yield Change(What.PART, str(forms["dropped"]).format(first=one, place=key[1]), True)
        elif other and not one:
            yield Change(What.PART, str(forms["added"]).format(copy=other, place=key[1]))


def _part_by_deed(entry: LedgerEntry) -> dict[tuple[str, str], str]:
    """Return the named part, "" for the whole, by event type and place."""
    found: dict[tuple[str, str], str] = {}
    for event in entry.events:
        for place in event.places:
            part = place.part or (event.control.part if event.control else None) or ""
            found[event.type, place.name] = found.get((event.type, place.name)) or part
    return found


def _figures(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    ours, theirs = _quantities(first), _quantities(copy)
    lost = [each for each in ours if not any(_same_figure(each, other) for other in theirs)]
    new = [each for each in theirs if not any(_same_figure(each, other) for other in ours)]
    for one in list(lost):
        other = next((each for each in new if _counts_same(one, each)), None)
        if other is not None:
            lost.remove(one)
            new.remove(other)
            yield _other_figure(one, other)
    for one in lost:
        yield _drops(What.FIGURE, _quoted(one.text))
    for other in new:
        yield _adds(What.FIGURE, _quoted(other.text))


def _quantities(entry: LedgerEntry) -> list[Quantity]:
    found = {(each.start, each.end): each for event in entry.events for each in event.quantities}
    return [found[key] for key in sorted(found)]


def _same_figure(one: Quantity, other: Quantity) -> bool:
    return bounds(one) == bounds(other) and one.unit == other.unit


def _counts_same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count one thing: of one unit and, for people, of one fate."""
    return one.unit == other.unit and (one.fate == other.fate or None in (one.fate, other.fate))


def _other_figure(one: Quantity, other: Quantity) -> Change:
    """Return a figure put for another; a bound or "about" that is dropped, or left open, is told."""
    values = [{value for value in (each.low, each.best, each.high) if value is not None} for each in (one, other)]
    loose, exact = one.best is None or one.approximate, other.best is not None and not other.approximate
    if loose and exact and values[0] & values[1]:
        return Change(What.FIGURE, str(_words()["bound"]).format(first=one.text, copy=other.text), True)
    return Change(What.FIGURE, str(_words()["figure"]).format(first=one.text, copy=other.text))


def _evidence(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    ours, theirs = ({_kind(each) for each in entry.claim.evidence} for entry in (first, copy))
    form = str(_words()["evidence"])
    if ours - theirs:
        yield _drops(What.EVIDENCE, form.format(words=", ".join(sorted(ours - theirs))))
    if theirs - ours:
        yield _adds(What.EVIDENCE, form.format(words=", ".join(sorted(theirs - ours))))


def _kind(evidence: Evidence) -> str:
    return evidence.value.replace("_", " ")


def _passed_on(first: LedgerEntry, copy: LedgerEntry) -> Iterator[Change]:
    """Yield whom a copy names, or no longer names, as having carried the statement to it."""
    ours, theirs = ({each.name: each for each in entry.claim.chain} for entry in (first, copy))
    form = str(_words()["passed_on"])
    for name in sorted(set(theirs) - set(ours)):
        yield _adds(What.PASSED_ON, form.format(words=name))
    for name in sorted(set(ours) - set(theirs)):
        yield _drops(What.PASSED_ON, form.format(words=name))


def _statements(dropped: int, total: int, added: int) -> Iterator[Change]:
    forms = _words()["statements"]
    if dropped:
        yield Change(What.STATEMENTS, str(forms["dropped"]).format(count=dropped, total=total))
    if added:
        yield Change(What.STATEMENTS, str(forms["added"]).format(count=added))
