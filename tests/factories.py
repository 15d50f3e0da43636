"""Small makers of records for tests: only what a test cares about is said, the rest is plain.

>>> entry("Kestria", "control.gain", "Velmora", day="2025-11-20")
LedgerEntry(…)
"""

from __future__ import annotations

from datetime import date, timedelta

from contested.model import (
    NO_PARTY,
    UNKNOWN,
    Actor,
    ActorKind,
    Bearing,
    Certainty,
    Claim,
    ControlBearing,
    Cue,
    CueClass,
    Directness,
    Document,
    Event,
    Found,
    LedgerEntry,
    Modality,
    Place,
    PlaceUse,
    Polarity,
    Precision,
    Quantity,
    Source,
    Span,
    Tense,
    content_id,
    document_id,
)

SIDES = ("Kestria", "Ostvan")
"""Two invented parties; any other name given to a maker speaks for no side."""

BEARINGS = {
    "control.gain": Bearing.GAIN,
    "control.loss": Bearing.LOSS,
    "control.hold": Bearing.HOLD,
    "control.withdraw": Bearing.WITHDRAW,
    "control.infiltrate": Bearing.ENTER,
    "control.encircle": Bearing.ENCIRCLE,
    "control.contest": Bearing.CONTESTED,
}


def document(
    text: str = "", outlet: str = "Northline News", day: str | None = "2025-11-20", title: str = ""
) -> Document:
    """Return a report with an id of its contents."""
    name = document_id(outlet, day, title, text)
    return Document(
        id=name, path=f"{name}.txt", sha256="", outlet=outlet, title=title, language="en", published=day,
        published_found=Found.STATED if day else Found.UNKNOWN, text=text,
    )  # fmt: skip


def actor(name: str, kind: ActorKind = ActorKind.MILITARY) -> Actor:
    """Return a doer; a side's name is its own party."""
    party = name if name in SIDES else UNKNOWN
    return Actor(start=0, end=0, text=name, name=name, kind=kind, party=party)


def place(name: str = "Velmora", part: str | None = None, country: str = "XV") -> Place:
    """Return a resolved settlement; names of two countries differ in id."""
    return Place(
        start=0, end=0, text=name, name=name, resolved=True, place_id=f"test:{country}:{name.casefold()}",
        country=country, part=part, precision=Precision.PART if part else Precision.SETTLEMENT, use=PlaceUse.LOCATION,
    )  # fmt: skip


def quantity(
    text: str, low: float | None = None, best: float | None = None, high: float | None = None, **more: object
) -> Quantity:
    """Return a figure; unit person unless said."""
    fields = {"unit": "person", "of": "soldiers"} | more
    return Quantity(start=0, end=0, text=text, low=low, best=best, high=high, **fields)  # type: ignore[arg-type]


def source(name: str, party: str | None = None, kind: ActorKind = ActorKind.UNKNOWN) -> Source:
    """Return a speaker; "" is the outlet in its own voice, a side's name speaks for the side."""
    if not name:
        return Source(own_voice=True, kind=ActorKind.MEDIA, party=NO_PARTY)
    if name in SIDES:
        return Source(text=name, name=name, kind=ActorKind.STATE, party=name)
    return Source(text=name, name=name, kind=kind, party=party or NO_PARTY)


def entry(
    speaker: str = "",
    type: str | None = "control.gain",
    where: str | Place | None = "Velmora",
    *,
    party: str | None = None,
    agent: str | None = None,
    target: str | None = None,
    holder: str | None = None,
    cue: CueClass = CueClass.ASSERT,
    negative: bool = False,
    day: str | None = "2025-11-20",
    when: str | tuple[str, str] | None = None,
    part: str | None = None,
    words: str = "",
    content: str | None = None,
    outlet: str = "Northline News",
    modality: Modality = Modality.ACTUAL,
    certainty: Certainty = Certainty.CERTAIN,
    tense: Tense = Tense.PAST,
    quantities: tuple[Quantity, ...] = (),
    parent: str | None = None,
    chain: tuple[str, ...] = (),
    start: int = 0,
    report: Document | None = None,
    quote: bool = False,
    evidence: tuple[object, ...] = (),
    condition: bool = False,
    kind: ActorKind = ActorKind.UNKNOWN,
) -> LedgerEntry:
    """Return a ledger entry: who (`speaker`, of `party`) says that what (`type`) happened where and when.

    `holder` is the party that control events are about, by default the agent. `words` default to
    something that no two different entries share.
    """
    said = (
        words
        or f"{speaker or outlet} {cue} {'not ' if negative else ''}{type} {agent or holder} {target} {where} {part}"
    )
    kept = report or document(f"{said} {day} {start}", outlet=outlet, day=day)
    name = content_id("claim", kept.id, start, said, speaker, cue)
    polarity = Polarity.NEGATIVE if negative else Polarity.POSITIVE
    events: tuple[Event, ...] = ()
    if type is not None:
        spot = place(where, part) if isinstance(where, str) else where
        interval = when if isinstance(when, tuple) else (when, when)
        doer = agent or holder
        events = (
            Event(
                id=content_id("event", name, type), claim=name, start=start, end=start + len(said), type=type,
                agent=actor(doer) if doer else None, target=actor(target) if target else None,
                places=(spot,) if spot else (), interval=interval, quantities=quantities, polarity=polarity,
                certainty=certainty, tense=tense, modality=modality, time=None if when is None else _time(interval),
                control=ControlBearing(bearing=BEARINGS[type], party=holder or agent or UNKNOWN, part=part)
                if type in BEARINGS
                else None,
            ),
        )  # fmt: skip
    claim = Claim(
        id=name, start=start, end=start + len(said), content=(Span(start=start, end=start + len(said)),),
        source=source(speaker, party, kind), chain=tuple(source(each) for each in chain),
        cue=Cue(start=start, end=start, lemma=cue.value, cue_class=cue) if speaker else None,
        directness=Directness.DIRECT if quote else Directness.INDIRECT, polarity=polarity, certainty=certainty,
        tense=tense, condition=Span(start=start, end=start) if condition else None, parent=parent,
        evidence=evidence, events=tuple(event.id for event in events),  # type: ignore[arg-type]
    )  # fmt: skip
    return LedgerEntry(
        claim=claim, document=kept.head, words=said, content_words=said if content is None else content, events=events
    )


def _time(interval: tuple[str | None, str | None]) -> object:
    from contested.model import Time, TimeType

    return Time(start=0, end=0, text=str(interval[0]), type=TimeType.DATE, value=str(interval[0]), interval=interval)


def days(start: str, count: int) -> list[str]:
    """Return `count` days from `start` on."""
    first = date.fromisoformat(start)
    return [(first + timedelta(days=i)).isoformat() for i in range(count)]
