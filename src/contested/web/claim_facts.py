"""What is known of one claim, in words: how it was said, what it says happened, with what figures.

Every property has words, also where it is unknown; the words stand in lexicons/wording_claims.yml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.events import ontology
from contested.events.ontology import EventType
from contested.lexicons import load
from contested.model import UNKNOWN, Actor, Anchor, Event, LedgerEntry, Precision, Quantity, Source, Span
from contested.outputs.wording import day_words
from contested.web import addresses

SAYS = load("wording_claims")


@dataclass(frozen=True, slots=True)
class Fact:
    """One property: what it is, its words, why or what they mean, where they lead.

    `named` where the words are a name or stand in the report.
    """

    what: str
    words: str
    note: str = ""
    address: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """A place of a claim, as finely as the report says."""

    name: str
    part: str
    address: str
    precision: str  # words, empty for a settlement as such
    why: str = ""  # why this place of that name


@dataclass(frozen=True, slots=True)
class Happening:
    """What a claim says happened: its type with the code book's words, who, where, when, how many."""

    type: EventType | None
    title: str
    trigger: str  # the words that name it
    facts: tuple[Fact, ...]
    places: tuple[Where, ...]


FINE = (Precision.SETTLEMENT, Precision.PART, Precision.EXACT)
"""Precisions that need no word beside the name; the part or building stands there in the report's words."""


def party_words(party: str) -> str:
    """Return a party's name, or that a voice speaks for no side, or that its side is not known."""
    return str(SAYS["party"].get(party, party))


def type_title(key: str) -> str:
    """Return the title of a type of event, or of a whole group ("control.")."""
    known = ontology.types()
    return known[key].title if key in known else key.rstrip(".").replace("_", " ")


def places_of(events: Sequence[Event]) -> tuple[Where, ...]:
    """Return the places of events, each once, with how finely the report names them."""
    found: dict[tuple[str, str], Where] = {}
    for place in (place for event in events for place in event.places):
        fine = place.precision in FINE
        where = Where(
            name=place.name,
            part=place.part or "",
            address=addresses.place(place.place_id, place.name) if place.place_id else "",
            precision="" if fine else str(SAYS["precision"][place.precision.value]),
            why=place.reason,
        )
        found.setdefault((place.name, where.part), where)
    return tuple(found.values())


# --------------------------------------------------------------------------- how it was said


def said_facts(entry: LedgerEntry, source_address: str = "") -> tuple[Fact, ...]:
    """Return who says it, how, how surely, and what the report says of its being checked."""
    return tuple(fact for fact in (*_speaker(entry, source_address), *_saying(entry)) if fact.words)


def _speaker(entry: LedgerEntry, source_address: str) -> Iterator[Fact]:
    source, outlet = entry.claim.source, entry.document.outlet
    if source.own_voice:
        yield Fact("Speaker", outlet, "the report says it in its own voice", source_address, named=True)
    else:
        words = f"the report’s words: “{source.text}”" if source.text and source.text != source.name else ""
        name = source.name if source.name not in (UNKNOWN, "") else source.text or "not named"
        yield Fact("Speaker", name, words, source_address, named=True)
    yield Fact("Kind of speaker", SAYS["kind"][source.kind.value], source.role or "", named=bool(source.role))
    yield Fact("Side", party_words(source.party), source.party_reason, named=True)
    yield Fact("Passed on by", " ← ".join(_voice(each) for each in entry.claim.chain), named=True)


def _voice(source: Source) -> str:
    """Return who passed a statement on."""
    return source.name if source.name not in (UNKNOWN, "") else source.text or "not named"


def _saying(entry: LedgerEntry) -> Iterator[Fact]:
    claim = entry.claim
    if claim.cue is not None:
        words = " … ".join(_words(entry, span) for span in claim.cue.words) or _words(entry, claim.cue)
        yield Fact("Word of saying", f"“{words}”", str(SAYS["cue"][claim.cue.cue_class.value]), named=True)
    elif claim.continued:
        yield Fact("Word of saying", "none of its own", "the last speaker goes on")
    yield Fact("Whose words", SAYS["directness"][claim.directness.value])
    yield Fact("So or not so", SAYS["polarity"][claim.polarity.value])
    sure = SAYS["certainty"][claim.certainty.value]
    yield Fact("How sure", sure["word"], f"{sure['means']} (FactBank {claim.certainty.value})")
    yield Fact("Tense", SAYS["tense"][claim.tense.value])
    hedges = ", ".join(f"“{_words(entry, span)}”" for span in claim.hedges)
    yield Fact("Hedges", hedges, named=True)
    if claim.condition is not None:
        yield Fact("Only if", f"“{_words(entry, claim.condition)}”", named=True)
    yield Fact("Verification", SAYS["verification"][claim.verification.value], claim.verified_by or "")
    yield Fact("Evidence named", ", ".join(SAYS["evidence"][each.value] for each in claim.evidence))
    if claim.parent:
        yield Fact("Stands inside", "another claim", address=addresses.claim(claim.parent))


def _words(entry: LedgerEntry, span: Span) -> str:
    """Return the words of a span inside the statement; "…" for a span outside it."""
    start, end = span.start - entry.claim.start, span.end - entry.claim.start
    inside = 0 <= start < end <= len(entry.words)
    return " ".join(entry.words[start:end].split()) if inside else "…"


def short_facts(entry: LedgerEntry) -> tuple[Fact, ...]:
    """Return what a row of the ledger opens: side, chain, how sure, evidence, where its words stand."""
    claim, head = entry.claim, entry.document
    source, sure = claim.source, SAYS["certainty"][claim.certainty.value]["word"]
    facts = (
        Fact("Side", party_words(source.party), source.party_reason, named=True),
        Fact("Passed on by", " ← ".join(_voice(each) for each in claim.chain), named=True),
        Fact("How sure", f"{sure}; {SAYS['polarity'][claim.polarity.value]}"),
        Fact("Verification", SAYS["verification"][claim.verification.value]),
        Fact("Evidence named", ", ".join(SAYS["evidence"][each.value] for each in claim.evidence)),
        Fact("Report", head.title or head.path, f"characters {claim.start} to {claim.end}", named=True),
    )
    return tuple(fact for fact in facts if fact.words)


# --------------------------------------------------------------------------- what it says happened


def happenings(entry: LedgerEntry) -> tuple[Happening, ...]:
    """Return what a claim says happened, in the order of its words."""
    return tuple(_happening(entry, event) for event in entry.events)


def _happening(entry: LedgerEntry, event: Event) -> Happening:
    return Happening(
        type=ontology.types().get(event.type),
        title=type_title(event.type),
        trigger=_words(entry, event),
        facts=tuple(fact for fact in _event_facts(event) if fact.words),
        places=places_of([event]),
    )


def _event_facts(event: Event) -> Iterator[Fact]:
    yield _actor("Who did it", event.agent)
    yield _actor("To whom, or what", event.target)
    yield Fact("When", interval_words(event.interval), _time_note(event))
    for quantity in event.quantities:
        yield Fact("Figure", f"“{quantity.text}”", figure_words(quantity), named=True)
    yield Fact("With what", (event.means or "").replace("_", " "))
    if event.control is not None:
        bearing = str(SAYS["bearing"][event.control.bearing.value])
        party = event.control.party
        who = "it is not told who" if party == UNKNOWN else party
        part = f"of “{event.control.part}”" if event.control.part else ""
        share = f"about {round(event.control.share * 20) * 5} of 100 of it" if event.control.share else ""
        yield Fact("Bearing on control", f"{who}: {bearing}", ", ".join(each for each in (part, share) if each))
    yield Fact("Does it hold", SAYS["polarity"][event.polarity.value], str(SAYS["modality"][event.modality.value]))
    sure = SAYS["certainty"][event.certainty.value]
    yield Fact("How sure", sure["word"], sure["means"])
    if event.background:
        yield Fact("Told as", "background", "to explain the news, not as news")


def _actor(what: str, actor: Actor | None) -> Fact:
    if actor is None:
        return Fact(what, "")
    side = actor.party if actor.party not in SAYS["party"] else ""
    words = f"the report’s words: “{actor.text}”" if actor.text != actor.name else ""
    return Fact(what, actor.name, "; ".join(each for each in (side, words) if each), named=True)


def _time_note(event: Event) -> str:
    if event.time is None:
        return "taken from the report’s date and the tense" if any(event.interval) else ""
    fallback = ", counted from the day of publication" if event.time.anchor is Anchor.PUBLICATION else ""
    return f"the report’s words: “{event.time.text}”{fallback}"


def interval_words(interval: tuple[str | None, str | None]) -> str:
    """Return an interval of days in words.

    >>> interval_words(("2025-11-20", "2025-11-20")), interval_words((None, "2025-11-20"))
    ('20 Nov 2025', 'until 20 Nov 2025')
    """
    first, last = interval
    if not first and not last:
        return ""
    if first and last:
        same = first[:10] == last[:10]
        return day_words(first) if same else f"{day_words(first)} to {day_words(last)}"
    return f"until {day_words(last)}" if last else f"since {day_words(first)}"


def figure_words(quantity: Quantity) -> str:
    """Return the bounds of a figure in words, never a mean of them.

    >>> figure_words(Quantity(start=0, end=9, text="up to 200", high=200, unit="person"))
    'at most 200, person'
    """
    known = (("at least {}", quantity.low), ("{}", quantity.best), ("at most {}", quantity.high))
    bounds = [pattern.format(f"{value:,.10g}") for pattern, value in known if value is not None]
    if quantity.low is not None and quantity.low == quantity.high == quantity.best:
        bounds = [f"{quantity.best:,.10g}"]
    said = "about " if quantity.approximate else ""
    more = [quantity.superlative or "", quantity.unit if quantity.unit != UNKNOWN else "", quantity.of or ""]
    people = [quantity.fate or "", quantity.group or ""]
    return ", ".join([said + ", ".join(bounds), *(each for each in (*more, *people) if each)])
