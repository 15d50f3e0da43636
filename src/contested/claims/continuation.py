"""Continuation: "Orel said the road is cut. In addition, the bridge is mined."

A sentence with no cue of its own that opens with a word of adding, behind a sentence in which one
voice speaks, goes on in that voice. It is kept as a claim of its own, marked `continued`, so that
nobody takes it for the outlet's own finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from contested.lexicons import load
from contested.model import Claim, CueClass, Directness, Source, Span, content_id
from contested.reading import Reading

SPEAKING = frozenset(
    {
        CueClass.ASSERT,
        CueClass.REPORT,
        CueClass.CONFIRM,
        CueClass.ACKNOWLEDGE,
        CueClass.WARN,
        CueClass.ASSESS,
        CueClass.PREDICT,
    }
)


@cache
def _openers() -> tuple[str, ...]:
    return tuple(load("cues_phrases")["continuation_openers"])


def continued_claims(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for each sentence that carries the last speaker's words on."""
    speaker: Claim | None = None
    paragraph = -1
    for sentence in reading.parse.sentences:
        if sentence.paragraph != paragraph:
            speaker, paragraph = None, sentence.paragraph
        here = [claim for claim in claims if claim.start < sentence.end and claim.end > sentence.start]
        if here:
            speaker = _one_speaker(here)
        elif speaker is not None and _carries_on(reading.text[sentence.start : sentence.end]):
            yield _continued(reading, sentence.start, sentence.end)
        else:
            speaker = None


def _one_speaker(claims: Sequence[Claim]) -> Claim | None:
    """Return the one statement that covers a sentence, or None where several voices speak."""
    outer = [claim for claim in claims if claim.parent is None]
    spoken = [c for c in outer if c.cue is not None and c.cue.cue_class in SPEAKING and c.source.start is not None]
    return spoken[-1] if spoken and len({c.source.text for c in outer}) == 1 else None


def _carries_on(sentence: str) -> bool:
    return sentence.lower().startswith(_openers())


def _continued(reading: Reading, start: int, end: int) -> Claim:
    stop = end - 1 if reading.text[end - 1] in ".!?" else end
    return Claim(
        id=content_id("claim", reading.document.id, start, end, ((start, stop),), None),
        start=start,
        end=end,
        content=(Span(start=start, end=stop),),
        source=Source(),  # filled with the last speaker when sources are resolved
        directness=Directness.INDIRECT,
        continued=True,
    )
