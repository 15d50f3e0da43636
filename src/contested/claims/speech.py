"""Direct speech: each quotation is given to the cue that introduces it, before it or behind it.

A quotation may run over sentences that the parser parted, so this works on the words around the
marks: `"…," said X`, `"…," X said on Tuesday`, `X told Reuters: "…"`. What follows in the same
paragraph with no cue of its own continues the same claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from contested.claims.asides import sentence_of, speaker_before
from contested.claims.cues import VerbCue, verb_lexicon
from contested.claims.finding import Finding, Pair, edges
from contested.claims.subjects import subject_of, words_of
from contested.claims.verbs import cue_tokens
from contested.parse import Token
from contested.reading import Quote, Reading

QUOTATIVE = frozenset({"clause", "quote", "listener"})
NEAR = 14
"""Words between a quotation and its cue: 'the officer, who asked not to be named, said'."""


@dataclass(slots=True)
class _Speech:
    """One cue and the quotations given to it so far."""

    finding: Finding
    quotes: list[Quote] = field(default_factory=list)


def give_quotes(reading: Reading, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings with quotations as their content, and new ones for cues not yet found."""
    outer = [quote for quote in reading.quotes if quote.depth == 0 and not quote.scare]
    speeches = {finding.head.i: _Speech(finding) for finding in findings}
    previous: _Speech | None = None
    waiting: list[Quote] = []
    touching = False  # the paragraph before ended with its quotation
    for start, end in reading.parse.paragraphs:
        inside = [quote for quote in outer if start <= quote.start < end]
        if not inside:
            touching = False
            continue
        speaker = _paragraph(reading, (start, end), inside, speeches, previous)
        if speaker is not None:
            speaker.quotes += waiting
            waiting = []
        elif _fills(inside, start, end):  # a paragraph that is all quotation, with no cue
            if previous is not None and touching:
                previous.quotes += inside
            else:
                waiting += inside
        previous = speaker or previous
        touching = inside[-1].end >= end - 3
    return [_merged(reading, speech) for speech in speeches.values()]


def _fills(quotes: list[Quote], start: int, end: int) -> bool:
    return sum(quote.end - quote.start for quote in quotes) >= 0.85 * (end - start)


def _paragraph(
    reading: Reading, paragraph: Pair, quotes: list[Quote], speeches: dict[int, _Speech], previous: _Speech | None
) -> _Speech | None:
    """Give each quotation of a paragraph to a cue; return the one that speaks last."""
    near = {i: one for i, one in speeches.items() if paragraph[0] <= one.finding.head.start < paragraph[1]}
    owners = [_owner(reading, paragraph, quotes, index, near) for index in range(len(quotes))]
    speeches.update(near)
    for index, quote in enumerate(quotes):
        owner = owners[index]
        if owner is None and index > 0:
            owner = owners[index - 1]
        if owner is None:
            owner = next((other for other in owners[index + 1 :] if other is not None), None)
        if owner is None and index == 0 and previous is not None and previous.quotes and not previous.quotes[-1].closed:
            owner = previous
        owners[index] = owner
        if owner is not None:
            owner.quotes.append(quote)
    spoken = [owner for owner in owners if owner is not None]
    return spoken[-1] if spoken else None


def _owner(
    reading: Reading, paragraph: Pair, quotes: list[Quote], index: int, speeches: dict[int, _Speech]
) -> _Speech | None:
    """Return the cue that introduces a quotation, from syntax or from the words around it."""
    quote = quotes[index]
    found = _by_syntax(quote, quotes, speeches)
    if found is not None:
        return found
    after_end = quotes[index + 1].start if index + 1 < len(quotes) else paragraph[1]
    before_start = quotes[index - 1].end if index else paragraph[0]
    verb = _verb_behind(reading, quote, after_end) or _verb_before(reading, quote, before_start)
    if verb is None:
        return None
    if verb.i not in speeches:
        finding = _new_finding(verb)
        if finding is None:
            return None
        speeches[verb.i] = _Speech(finding)
    return speeches[verb.i]


def _by_syntax(quote: Quote, quotes: list[Quote], speeches: dict[int, _Speech]) -> _Speech | None:
    """Return the nearest cue outside all quotations whose content overlaps this one."""
    best: tuple[int, _Speech] | None = None
    for speech in speeches.values():
        head = speech.finding.head
        if any(other.start <= head.start < other.end for other in quotes):
            continue
        overlap = sum(max(0, min(e, quote.end) - max(s, quote.start)) for s, e in speech.finding.content)
        if overlap:
            away = min(abs(head.start - quote.end), abs(quote.start - head.end))
            if best is None or away < best[0]:
                best = (away, speech)
    return best[1] if best else None


def _quotative(token: Token) -> bool:
    if token.pos not in ("VERB", "NOUN", "PROPN", "AUX") or token.tag == "VB":
        return False
    known = verb_lexicon().cue_of(token)
    return (
        known is not None
        and (token.pos == "VERB" or token.lower in ("said", "says"))
        and bool(QUOTATIVE & known[0].frames.keys())
    )


def _verb_behind(reading: Reading, quote: Quote, limit: int) -> Token | None:
    """Return the verb in `"…," the spokesman said`; the quotation must not end its sentence."""
    tokens = [token for token in reading.parse.tokens_in(quote.end, limit) if token.start >= quote.end]
    words = [token for token in tokens if token.pos != "PUNCT" or token.text in (".", "?", "!", ";", ":")]
    ended = reading.text[quote.end - 1 : quote.end] in ".…" and reading.text[quote.end - 2 : quote.end] != ".."
    for count, token in enumerate(words[:NEAR]):
        if token.text in (".", "?", "!", ";", ":"):
            return None
        if _quotative(token):
            # 'He left." Smith said that …' begins a sentence of its own
            return None if ended and _has_own_content(token, count) else token
    return None


def _has_own_content(verb: Token, count: int) -> bool:
    later = [child for child in verb.children if child.i > verb.i and child.dep in ("ccomp", "dobj", "xcomp")]
    return bool(later) or count > 6


def _verb_before(reading: Reading, quote: Quote, limit: int) -> Token | None:
    """Return the verb in `X told Reuters: "…"` or `X said on Tuesday, "…"`."""
    tokens = [token for token in reading.parse.tokens_in(limit, quote.start) if token.end <= quote.start]
    while tokens and tokens[-1].text in ('"', "“", "''", "``", "‘", "'", "«", "„"):
        tokens.pop()
    if not tokens:
        return None
    leads = tokens[-1].text in (",", ":", "—", "–", "-")
    for token in reversed(tokens[-NEAR:]):
        if token.text in (".", "?", "!", ";") and token is not tokens[-1]:
            return None
        if _quotative(token) and (leads or token is tokens[-1]):
            return token
    return None


def _new_finding(verb: Token) -> Finding | None:
    """Return a finding for a cue that syntax gave no content."""
    known = verb_lexicon().cue_of(verb)
    if known is None:
        return None
    cue: VerbCue = known[0]
    subject = subject_of(verb)
    source, antecedent = words_of(subject, verb) if subject is not None else (None, None)
    return Finding(
        rule="speech.adjacent",
        head=verb,
        cue=cue_tokens(verb, known[1]),
        lemma=cue.lemma,
        cue_class=cue.frames.get("clause", cue.cue_class),
        content=(),
        source=source,
        antecedent=antecedent,
        direct=True,
    )


def with_marks(text: str, quote: Quote) -> Pair:
    """Return a quotation's span with its marks."""
    start, end = quote.start, quote.end
    start -= 2 if text[start - 2 : start] in ("''", "``") else 1
    if quote.closed:
        end += 2 if text[end : end + 2] == "''" else 1
    return max(start, 0), min(end, len(text))


def _merged(reading: Reading, speech: _Speech) -> Finding:
    """Return the finding with its quotations, whole and with their marks, in its content."""
    if not speech.quotes:
        return speech.finding
    quotes = sorted(speech.quotes, key=lambda quote: quote.start)
    quoted = [with_marks(reading.text, quote) for quote in quotes]
    outside = [pair for pair in speech.finding.content if not any(s <= pair[0] and pair[1] <= e for s, e in quoted)]
    direct = _is_direct(reading, speech.finding, quotes, sum(_uncovered(pair, quoted) for pair in outside))
    pieces = quoted if direct else join([*outside, *quoted])
    finding = replace(speech.finding, content=tuple(pieces), direct=direct)
    if finding.source is not None and _is_listener(finding) and quotes[-1].end <= finding.source[0]:
        finding = replace(finding, source=None, antecedent=None)  # '"…," she told Reuters'
    if finding.source is not None and any(s <= finding.source[0] < e for s, e in quoted):
        finding = replace(finding, source=None, antecedent=None)  # who says it stands outside its words
    if finding.source is None and quotes[0].end <= finding.head.start:
        return replace(finding, source=_speaker_outside(finding.head, quoted))
    return finding


def _is_listener(finding: Finding) -> bool:
    """Whether the source stands behind a verb of telling: it listens, and somebody else speaks."""
    known = verb_lexicon().cue_of(finding.head)
    listens = known is not None and "listener" in known[0].frames
    return listens and finding.source is not None and finding.source[0] > finding.head.start


def _speaker_outside(verb: Token, quoted: list[Pair]) -> Pair | None:
    """Return the noun phrase before the verb, or behind it: `"…," the mayor said`, `"…," said the mayor`."""
    between = [
        t for t in sentence_of(verb) if quoted[-1][1] <= t.start and t.i < verb.i and t.dep not in ("aux", "neg")
    ]
    if 0 < len(between) <= NEAR * 2 and between[0].pos in ("PROPN", "DET", "NOUN", "ADJ", "NUM", "PRON"):
        return edges(between)
    before = speaker_before(sentence_of(verb), verb)
    pair = edges(before) if before else None
    if pair is not None and not any(s <= pair[0] < e for s, e in quoted):
        return pair
    return _inverted_speaker(verb)


def _inverted_speaker(verb: Token) -> Pair | None:
    """Return who speaks in `"…," added the elder`, where the parser sees an object."""
    for item in verb.children:
        if (
            item.i > verb.i
            and item.dep in ("dobj", "attr", "oprd", "npadvmod", "dep")
            and item.pos in ("NOUN", "PROPN")
        ):
            return edges(item.subtree())
    return None


def _is_direct(reading: Reading, finding: Finding, quotes: list[Quote], outside: int) -> bool:
    """Whether the quotations are all that is said, or the reporter's words are part of it.

    `"We hold it," he said` is direct, whatever the parser put into the clause; `said that the
    town "is ours"` is mixed: the content begins in the reporter's words.
    """
    if not finding.content or outside == 0:
        return True
    first = quotes[0]
    if first.end <= finding.head.start and _is_whole(reading.text, first):
        return True
    begin = min(pair[0] for pair in finding.content)
    if finding.head.end <= begin < first.start - 2:
        return False
    total = sum(quote.end - quote.start for quote in quotes)
    return outside <= 0.25 * total or (_is_whole(reading.text, first) and begin < finding.head.start)


def _is_whole(text: str, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own: a capital, after a full stop, colon or comma."""
    lead = text[: quote.start].rstrip(" \n\t\"'“‘«„`")[-1:]
    return text[quote.start : quote.start + 1].isupper() and (
        not lead or lead in '.:,!?;—–-”’"' or _begins(text, quote)
    )


def _begins(text: str, quote: Quote) -> bool:
    """Whether the quotation begins its paragraph."""
    return "\n" in text[max(0, quote.start - 4) : quote.start]


def _uncovered(pair: Pair, quoted: list[Pair]) -> int:
    return (pair[1] - pair[0]) - sum(max(0, min(pair[1], e) - max(pair[0], s)) for s, e in quoted)


def join(pairs: list[Pair]) -> list[Pair]:
    """Return the pairs in order, overlapping ones made one."""
    joined: list[Pair] = []
    for start, end in sorted(pairs):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
