"""Settling: what the rules found separately is made to agree, before it becomes claims.

Three things are settled: a cue inside a quotation cannot reach out of it; two findings on the same
cue words become one; of two findings that each contain the other's cue, one goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contested.claims.finding import Finding, Pair
from contested.claims.speech import with_marks
from contested.lexicons import load
from contested.model import CueClass
from contested.parse import Token
from contested.reading import Quote, Reading

CLOSE = 4
"""Characters between the last word of a content and a closing mark: '.”'."""
FAR = 800
"""Words between two cues beyond which neither content can hold the other's."""
STRONG = frozenset(
    {CueClass.ASSERT, CueClass.REPORT, CueClass.DENY, CueClass.ACKNOWLEDGE, CueClass.CONFIRM, CueClass.WARN}
)
SPEAKERS = frozenset({"i", "we", "you"})


def settle(reading: Reading, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that hold together, in text order of their cues."""
    outer = [quote for quote in reading.quotes if quote.depth == 0 and not quote.scare]
    clipped = [kept for finding in findings if (kept := _inside_its_quote(finding, outer)) is not None]
    spoken = [
        _snapped(reading.text, finding, reading.quotes) for finding in clipped if not _is_nobody(reading.text, finding)
    ]
    return _without_circles(_one_for_each_cue(spoken))


def _is_nobody(text: str, finding: Finding) -> bool:
    """Whether the source is "no one": what nobody says is no claim."""
    if finding.source is None:
        return False
    return text[slice(*finding.source)].lower().startswith(tuple(load("cues_phrases")["nobody"]))


def _snapped(text: str, finding: Finding, quotes: Sequence[Quote]) -> Finding:
    """Return a finding whose content does not stop at, or just inside, a quotation mark."""
    pieces = [_snap(text, pair, quotes, finding.head.start) for pair in finding.content]
    return replace(finding, content=tuple(pieces)) if pieces != list(finding.content) else finding


def _snap(text: str, pair: Pair, quotes: Sequence[Quote], cue: int) -> Pair:
    """Return one piece, run on to the mark; a cue inside the quotation stays inside it."""
    start, end = pair
    for quote in quotes:
        if not quote.closed or quote.start <= cue < quote.end:
            continue
        opening, closing = with_marks(text, quote)
        if opening < start <= quote.start:
            start = opening
        if quote.start < end < closing and closing - end <= CLOSE:
            end = closing
        elif end <= opening <= end + 1 and text[quote.start : quote.start + 1].islower():
            end = closing  # 'that the army "will hold the town"', cut at the mark
    return start, end


def _quote_of(token: Token, quotes: Sequence[Quote]) -> Quote | None:
    return next((quote for quote in quotes if quote.start <= token.start < quote.end), None)


def _inside_its_quote(finding: Finding, quotes: Sequence[Quote]) -> Finding | None:
    """Return a finding with a cue inside a quotation cut to the quotation; None if nothing is left.

    "I think" and "we hope" inside a quotation are the speaker's own hedges, not further claims.
    """
    quote = _quote_of(finding.head, quotes)
    if quote is None:
        return finding
    pieces = tuple(
        (max(s, quote.start), min(e, quote.end)) for s, e in finding.content if s < quote.end and e > quote.start
    )
    source = finding.source if finding.source and quote.start <= finding.source[0] < quote.end else None
    if not pieces or (finding.source and source is None):
        return None
    if finding.cue_class is CueClass.ASSESS and _is_own_hedge(finding, source):
        return None
    return replace(finding, content=pieces, source=source)


def _is_own_hedge(finding: Finding, source: Pair | None) -> bool:
    if source is None:
        return False
    return any(t.lower in SPEAKERS for t in finding.head.children if t.dep == "nsubj" and t.start == source[0])


def _one_for_each_cue(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, of several on the same cue words the one with the longest cue."""
    owner: dict[int, Finding] = {}
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda one: (-len(one.cue), one.head.i, one.rule)):
        if any(token.i in owner for token in finding.cue if token.pos not in ("AUX", "PART", "ADV", "ADP")):
            continue
        kept.append(finding)
        for token in finding.cue:
            owner[token.i] = finding
    return sorted(kept, key=lambda one: (one.head.i, one.rule))


def _without_circles(findings: list[Finding]) -> list[Finding]:
    """Return the findings without those that contain the cue of one that contains theirs."""
    dropped: set[int] = set()
    for first, one in enumerate(findings):
        for second in range(first + 1, len(findings)):
            other = findings[second]
            if other.head.i - one.head.i > FAR:
                break
            if _reaches(one, other) and _reaches(other, one):
                dropped.add(second if _rank(one) >= _rank(other) else first)
    return [finding for index, finding in enumerate(findings) if index not in dropped]


def _reaches(outer: Finding, inner: Finding) -> bool:
    at = inner.head.start
    return any(s <= at < e for s, e in outer.content)


def _rank(finding: Finding) -> tuple[bool, bool]:
    return finding.direct, finding.cue_class in STRONG
