"""Chains: who passed a statement on. "TASS reported, citing the ministry, that …"

The source of a claim is the voice it goes back to; those between it and the reader are its chain,
from the outermost: source "the ministry", chain [TASS].
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from contested.claims.nouns_known import is_abstract, is_evidence
from contested.model import ActorKind, Claim, CueClass, Source
from contested.reading import Reading

PASSING = frozenset({"cite", "quote"})
CARRIED = frozenset({CueClass.ASSERT, CueClass.REPORT, CueClass.CONFIRM})


def with_chains(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims with their chains; "citing Y" becomes the source of what it is cited for."""
    cited = [
        claim for claim in claims if claim.cue is not None and claim.cue.lemma in PASSING and _is_voice(reading, claim)
    ]
    changed: dict[str, Claim] = {}
    dropped: set[str] = set()
    for citing in cited:
        main = _cited_for(citing, claims)
        if main is not None and main.id not in changed:
            changed[main.id] = _passed_on(reading, main, citing)
            dropped.add(citing.id)
    kept = [changed.get(claim.id, claim) for claim in claims if claim.id not in dropped]
    return [_told_to_an_outlet(reading, claim) for claim in kept]


def _is_voice(reading: Reading, citing: Claim) -> bool:
    """Whether what is cited can speak: "citing the ministry", not "citing a lack of fuel"."""
    span = citing.content[0]
    head = reading.parse.head_of(span.start, span.end)
    if head is None or head.pos not in ("NOUN", "PROPN", "PRON"):
        return False
    return head.pos == "PROPN" or not (is_abstract(head) or is_evidence(head))


def _cited_for(citing: Claim, claims: Sequence[Claim]) -> Claim | None:
    """Return the claim of the same voice, in the same sentence, that the citation backs."""
    for claim in claims:
        if claim is citing or claim.cue is None or claim.cue.cue_class not in CARRIED or claim.parent is not None:
            continue
        if claim.source.start is not None and claim.source.start == citing.source.start:
            return claim
    return None


def _passed_on(reading: Reading, main: Claim, citing: Claim) -> Claim:
    span = citing.content[0]
    words = reading.words(span)
    source = Source(text=words, start=span.start, end=span.end, name=words)
    start, end = min(main.start, span.start), max(main.end, span.end)
    content = tuple(piece for piece in main.content if not (piece.start <= span.start and span.end <= piece.end))
    return structs.replace(
        main, source=source, chain=(main.source,), start=start, end=end, content=content or main.content
    )


def _told_to_an_outlet(reading: Reading, claim: Claim) -> Claim:
    """Return the claim with the outlet it was told to: "told Reuters that" → chain [Reuters]."""
    cue = claim.cue
    if cue is None or cue.cue_class in (CueClass.SHOW, CueClass.NONE) or claim.chain:
        return claim
    for actor in reading.actors:
        near = actor.kind is ActorKind.MEDIA and cue.end <= actor.start <= cue.end + 30
        inside = any(span.start <= actor.start < span.end for span in claim.content)
        if near and not inside and _is_told_to(reading, cue.end, actor.start):
            outlet = Source(text=actor.text, start=actor.start, end=actor.end, name=actor.name, kind=actor.kind)
            return structs.replace(claim, chain=(outlet,))
    return claim


def _is_told_to(reading: Reading, after: int, before: int) -> bool:
    """Whether only "to", "the" or "in an interview with" stand between cue and outlet."""
    between = reading.text[after:before].lower().split()
    return all(word in ("to", "the", "in", "an", "interview", "with", "news", "agency") for word in between)
