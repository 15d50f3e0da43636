"""Ledger entries with events, made by hand for the export tests."""

from __future__ import annotations

from contested.model import (
    Actor,
    ActorKind,
    Bearing,
    Certainty,
    Claim,
    ControlBearing,
    Cue,
    CueClass,
    DocumentHead,
    Event,
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
)

WORDS = "The army denied that shelling had killed up to 12 villagers in Novosela on Monday"


def entry(*events: Event) -> LedgerEntry:
    """Return an entry of one denied statement with these events."""
    claim = Claim(
        id="c1", start=100, end=100 + len(WORDS), content=(Span(start=116, end=100 + len(WORDS)),),
        source=Source(text="The army", start=100, end=108, name="the army", kind=ActorKind.MILITARY, party="Ukraine"),
        cue=Cue(start=109, end=115, lemma="deny", cue_class=CueClass.DENY),
        polarity=Polarity.NEGATIVE, events=tuple(event.id for event in events),
    )  # fmt: skip
    head = DocumentHead(
        id="d1", path="a.txt", sha256="0", outlet="Test Gazette", title="A title", published="2025-11-18"
    )
    return LedgerEntry(claim=claim, document=head, words=WORDS, content_words=WORDS[16:], events=events, packs=("p",))


def killing(**changes: object) -> Event:
    """Return the killing of villagers, denied."""
    start = 100 + WORDS.index("killed")
    fields: dict[str, object] = {
        "id": "e1", "claim": "c1", "start": start, "end": start + 6, "type": "casualty.civilian",
        "agent": Actor(start=0, end=8, text="shelling", name="shelling"),
        "target": Actor(start=0, end=8, text="villagers", name="villagers", kind=ActorKind.CIVILIAN),
        "places": (Place(
            start=0, end=8, text="Novosela", name="Novosela", resolved=True, geonameid=1, lat=48.5, lon=37.25,
            country="UA", admin1="Donetsk Oblast", precision=Precision.SETTLEMENT, use=PlaceUse.LOCATION,
        ),),
        "interval": ("2025-11-17", "2025-11-17"),
        "quantities": (Quantity(start=0, end=8, text="up to 12 villagers", high=12.0, unit="person", of="villagers"),),
        "polarity": Polarity.NEGATIVE, "certainty": Certainty.CERTAIN, "modality": Modality.ACTUAL, "tense": Tense.PAST,
    }  # fmt: skip
    return Event(**(fields | changes))  # type: ignore[arg-type]


def capture() -> Event:
    """Return a planned capture with no place and no date."""
    return killing(
        id="e2", type="control.gain", places=(), interval=(None, None), quantities=(), modality=Modality.PLANNED,
        polarity=Polarity.POSITIVE, tense=Tense.FUTURE, control=ControlBearing(bearing=Bearing.GAIN, party="Ukraine"),
    )  # fmt: skip
