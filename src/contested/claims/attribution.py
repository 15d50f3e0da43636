"""Attribution: who says what in one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from msgspec import structs

from contested.claims.chains import with_chains
from contested.claims.continuation import continued_claims
from contested.claims.finding import Finding
from contested.claims.headings import find_heading_claims
from contested.claims.nouns import find_noun_claims
from contested.claims.phrases import find_phrase_claims
from contested.claims.predicates import find_predicate_claims
from contested.claims.settling import settle
from contested.claims.showing import find_showing_claims
from contested.claims.speech import give_quotes
from contested.claims.verbs import find_verb_claims
from contested.model import Claim, Cue, Directness, Source, Span, content_id
from contested.parse import Parse
from contested.reading import Reading

FINDERS: tuple[Callable[[Parse], Iterator[Finding]], ...] = (
    find_verb_claims,
    find_predicate_claims,
    find_noun_claims,
    find_phrase_claims,
    find_showing_claims,
    find_heading_claims,
)
"""The rules, each over the whole parse; quotations are given out afterwards."""


def extract_claims(reading: Reading) -> Reading:
    """Return the reading with its claims. Needs: parse, quotes. Adds: claims.

    "The army said that the bridge was destroyed." → source "The army", cue "said", content
    "that the bridge was destroyed".
    """
    found = [finding for find in FINDERS for finding in find(reading.parse)]
    findings = settle(reading, give_quotes(reading, found))
    claims = with_chains(reading, to_claims(reading, findings))
    claims += continued_claims(reading, claims)
    return replace(reading, claims=tuple(sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id))))


def to_claims(reading: Reading, findings: Iterable[Finding]) -> list[Claim]:
    """Return findings as claims in text order, each with the claim it stands inside as parent."""
    claims = sorted((_claim(reading, finding) for finding in findings), key=lambda claim: (claim.start, claim.end))
    return nested(claims)


def nested(claims: list[Claim]) -> list[Claim]:
    """Return the claims with `parent` set to the innermost other claim whose content holds the cue.

    "The general staff said Russian claims that the bridge fell were false": the claims about the
    bridge stand inside what the general staff said.
    """
    found = []
    for claim in claims:
        holders = [other for other in claims if other is not claim and _holds(other, claim)]
        parent = min(holders, key=lambda other: (_length(other), other.start), default=None)
        found.append(structs.replace(claim, parent=parent.id) if parent else claim)
    return found


def _holds(outer: Claim, inner: Claim) -> bool:
    if inner.cue is None or outer.end <= inner.start or inner.end <= outer.start:
        return False
    start, end = inner.cue.start, inner.cue.end
    return any(span.start <= start and end <= span.end for span in outer.content)


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)


def _claim(reading: Reading, finding: Finding) -> Claim:
    words = runs_of(finding)
    cue = Cue(
        start=words[0].start,
        end=words[-1].end,
        lemma=finding.lemma,
        cue_class=finding.cue_class,
        words=words,
        rule=finding.rule,
    )
    edges = [(cue.start, cue.end), *finding.content, *(pair for pair in (finding.source, finding.via) if pair)]
    start, end = min(pair[0] for pair in edges), max(pair[1] for pair in edges)
    return Claim(
        id=content_id("claim", reading.document.id, start, end, finding.content, (cue.start, cue.end)),
        start=start,
        end=end,
        content=tuple(Span(start=s, end=e) for s, e in finding.content),
        source=_source(reading, finding),
        chain=_passed_on_by(reading, finding),
        cue=cue,
        directness=_directness(reading, finding),
        continued=finding.continued,
    )


def _directness(reading: Reading, finding: Finding) -> Directness:
    """Return direct, mixed (the reporter's words with the source's own in quotation marks) or indirect."""
    if finding.direct:
        return Directness.DIRECT
    for quote in reading.quotes:
        if any(start <= quote.start and quote.end <= end for start, end in finding.content):
            return Directness.MIXED
    return Directness.INDIRECT


def runs_of(finding: Finding) -> tuple[Span, ...]:
    """Return the pieces of the cue, in text order."""
    pieces: list[Span] = []
    last = -2
    for token in finding.cue:
        if pieces and token.i == last + 1:
            pieces[-1] = Span(start=pieces[-1].start, end=token.end)
        else:
            pieces.append(Span(start=token.start, end=token.end))
        last = token.i
    return tuple(pieces)


def _passed_on_by(reading: Reading, finding: Finding) -> tuple[Source, ...]:
    if finding.via is None:
        return ()
    start, end = finding.via
    words = reading.text[start:end]
    return (Source(text=words, start=start, end=end, name=words),)


def _source(reading: Reading, finding: Finding) -> Source:
    if finding.source is None:
        return Source()
    start, end = finding.source
    words = reading.text[start:end]
    name = words if finding.antecedent is None else reading.text[slice(*finding.antecedent)]
    return Source(text=words, start=start, end=end, name=name)
