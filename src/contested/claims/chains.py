"""Chains: who passed a statement on. "TASS reported, citing the ministry, that …"

The source of a claim is the voice it goes back to; those between it and the reader are its chain,
from the outermost: source "the ministry", chain [TASS].
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from contested.claims.cues import verb_lexicon
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
    kept = [_without_carrier(reading, claim) for claim in _with_inserted_carriers(reading, kept)]
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


def _with_inserted_carriers(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims so that who passed a statement on, between commas, makes no claim of its own.

    "The mayor said, Volna reported, that the town had fallen" → source the mayor, chain [Volna].
    """
    changed: dict[str, Claim] = {}
    dropped: set[str] = set()
    for inner in claims:
        outer = next((one for one in claims if one.id == inner.parent), None)
        if outer is None or outer.id in changed or not _is_inserted(reading, outer, inner):
            continue
        changed[outer.id] = structs.replace(outer, chain=(inner.source, *outer.chain), content=inner.content)
        dropped.add(inner.id)
    moved = {inner.id: inner.parent for inner in claims if inner.id in dropped}
    kept = [changed.get(claim.id, claim) for claim in claims if claim.id not in dropped]
    return [structs.replace(one, parent=moved[one.parent]) if one.parent in moved else one for one in kept]


def _is_inserted(reading: Reading, outer: Claim, inner: Claim) -> bool:
    """Whether an inner speaker and cue stand between commas right behind the outer cue."""
    if outer.cue is None or inner.cue is None or inner.source.start is None or inner.source.own_voice:
        return False
    if not {outer.cue.cue_class, inner.cue.cue_class} <= CARRIED or len(inner.content) != 1:
        return False
    text, content = reading.text, inner.content[0]
    return (
        outer.cue.end <= inner.source.start < inner.cue.end < content.start
        and text[outer.cue.end : inner.source.start].strip() in COMMAS
        and text[inner.cue.end : content.start].strip() in COMMAS
    )


COMMAS = frozenset({",", "—", "–", "--"})


def _without_carrier(reading: Reading, claim: Claim) -> Claim:
    """Return the claim without who reported it at the end: "…, the governor said, Radio Delta reported."."""
    if claim.cue is None or len(claim.content) < 2 or claim.content[-1].start < claim.cue.end:
        return claim
    last = claim.content[-1]
    tokens = reading.parse.tokens_in(last.start, last.end)
    known = verb_lexicon().cue_of(tokens[-1]) if len(tokens) > 1 else None
    if known is None or known[0].cue_class not in CARRIED or tokens[-1].tag not in ("VBD", "VBZ", "VBP"):
        return claim
    if tokens[-2].pos not in ("NOUN", "PROPN") or any(token.pos in ("VERB", "AUX") for token in tokens[:-1]):
        return claim
    start, end = tokens[0].start, tokens[-2].end
    words = reading.text[start:end]
    return structs.replace(
        claim,
        content=claim.content[:-1],
        chain=(Source(text=words, start=start, end=end, name=words), *claim.chain),
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
