"""Extractions made by hand: quick, and the same for the same document."""

import re

from contested.model import (
    Bearing,
    Claim,
    ControlBearing,
    Cue,
    CueClass,
    Document,
    Event,
    Extraction,
    Place,
    PlaceUse,
    Sentence,
    Source,
    Span,
    content_id,
    document_id,
)


def document(text="Kestria said its troops took Velmora.", outlet="Northline News", day="2025-11-20", path="a.txt"):
    """Return a report."""
    name = document_id(outlet, day, None, text)
    return Document(id=name, path=path, sha256="", outlet=outlet, language="en", published=day, text=text)


def extraction(report):
    """Return one claim a sentence "X said …", and one event at each capitalised word after it."""
    sentences, claims, events, places = [], [], [], []
    for number, match in enumerate(re.finditer(r"(\w+) said ([^.]+)\.", report.text)):
        claim_id = content_id("claim", report.id, match.start())
        sentences.append(Sentence(start=match.start(), end=match.end(), paragraph=number))
        found = [
            Place(
                start=match.start(2) + word.start(),
                end=match.start(2) + word.end(),
                text=word[0],
                name=word[0],
                resolved=True,
                place_id=f"test:{word[0].lower()}",
                country="XV",
                use=PlaceUse.LOCATION,
            )
            for word in re.finditer(r"[A-Z]\w+", match[2])
        ]
        places.extend(found)
        made = [
            Event(
                id=content_id("event", claim_id, place.start),
                claim=claim_id,
                start=match.start(2),
                end=match.end(2),
                type="control.gain",
                places=(place,),
                interval=(report.published, report.published),
                control=ControlBearing(bearing=Bearing.GAIN, party=match[1]),
            )
            for place in found
        ]
        events.extend(made)
        claims.append(
            Claim(
                id=claim_id,
                start=match.start(),
                end=match.end(),
                content=(Span(start=match.start(2), end=match.end(2)),),
                source=Source(text=match[1], start=match.start(1), end=match.end(1), name=match[1], party=match[1]),
                cue=Cue(start=match.end(1) + 1, end=match.end(1) + 5, lemma="say", cue_class=CueClass.ASSERT),
                events=tuple(event.id for event in made),
            )
        )
    return Extraction(
        document=report,
        sentences=tuple(sentences),
        places=tuple(places),
        claims=tuple(claims),
        events=tuple(events),
        packs=("test",),
    )


def reports(number=12):
    """Return several reports that contradict and repeat one another."""
    sides = ("Kestria", "Ostvan")
    towns = ("Velmora", "Brask", "Tolm")
    return [
        document(
            f"{sides[i % 2]} said its troops took {towns[i % 3]} overnight. "
            f"{sides[1 - i % 2]} said it holds {towns[i % 3]}.",
            outlet=f"Outlet {i % 4}",
            day=f"2025-11-{10 + i:02}",
            path=f"r{i}.txt",
        )
        for i in range(number)
    ]
