"""Evidence as source: "video showing …", "is evidence of …", "offered an indication that …".

The verbs with evidence as their subject are in `verbs.py`; here are the shapes that a small parser
loses, read off the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.claims.asides import sentence_of
from contested.claims.finding import Finding, child, edges, runs
from contested.claims.nouns_known import is_evidence
from contested.claims.subjects import VERBAL, words_of
from contested.lexicons import load
from contested.model import CueClass
from contested.parse import Parse, Token

STOPS = frozenset({",", ";", "—", "–", "--", "(", "."})


def find_showing_claims(parse: Parse) -> Iterator[Finding]:
    """Yield one finding for each piece of evidence that shows something."""
    shows = frozenset(load("cues_phrases")["showing_verbs"])
    signs = frozenset(load("cues_phrases")["sign_nouns"])
    for before, token in zip(parse.tokens, parse.tokens[1:], strict=False):
        finding = None
        if token.tag == "VBG" and token.lemma in shows and (shown := _evidence_before(parse, token)) is not None:
            finding = _participle(shown, token)
        elif token.lower in signs and before.pos != "PUNCT":
            finding = _sign(token)
        if finding is not None:
            yield finding


def _evidence_before(parse: Parse, verb: Token) -> Token | None:
    """Return the evidence right before a participle, or with a short phrase between: "footage on X showing"."""
    for noun in reversed(parse.tokens[max(0, verb.i - 4) : verb.i]):
        if noun.pos in ("PUNCT", "VERB", "AUX"):
            return None
        if is_evidence(noun) and (noun.i == verb.i - 1 or parse.tokens[noun.i + 1].pos == "ADP"):
            return noun
    return None


def _participle(noun: Token, verb: Token) -> Finding | None:
    """The brigade released a video showing its flag on the town hall."""
    sentence = sentence_of(verb)
    content = runs(_until_stop(sentence, verb.i))
    source = edges(_noun_phrase(sentence, noun))
    if not content or source is None:
        return None
    return Finding(
        rule="showing.participle", head=verb, cue=(verb,), lemma=verb.lemma, cue_class=CueClass.SHOW,
        content=content, source=source,
    )  # fmt: skip


def _until_stop(sentence: Sequence[Token], after: int) -> list[Token]:
    found = []
    for token in sentence:
        if token.i <= after:
            continue
        if token.text in STOPS or token.is_root or (token.head.is_root and token.dep in ("aux", "auxpass")):
            break
        found.append(token)
    return found


def _noun_phrase(sentence: Sequence[Token], noun: Token) -> list[Token]:
    """Return a noun with the words before it that belong to it."""
    found = [noun]
    for token in reversed([t for t in sentence if t.i < noun.i]):
        if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM") and token.tag not in ("PRP$", "VBN", "POS", "HYPH"):
            break
        found.append(token)
    return sorted(found, key=lambda token: token.i)


def _sign(noun: Token) -> Finding | None:
    """The craters are evidence of a second strike: "be" or a light verb before, "of" or "that" behind."""
    sentence = sentence_of(noun)
    behind = [t for t in sentence if noun.i < t.i <= noun.i + 2]
    link = next((t for t in behind if t.lower in ("of", "that")), None)
    verb = next((t for t in reversed(sentence) if t.i < noun.i and noun.i - t.i <= 5 and t.pos in VERBAL), None)
    if link is None or verb is None or verb.lemma not in load("cues_phrases")["light_verbs"]:
        return None
    subject = child(verb, "nsubj")
    if subject is None or subject.i > verb.i or subject.lower in ("there", "it"):
        return None
    content = runs(_until_stop(sentence, link.i if link.lower == "of" else link.i - 1))
    source, _ = words_of(subject, verb)
    if not content or source is None or source[1] > verb.start:
        return None
    cue = (verb, *(t for t in sentence if verb.i < t.i <= noun.i), *((link,) if link.lower == "of" else ()))
    return Finding(
        rule="showing.sign",
        head=verb,
        cue=cue,
        lemma=noun.lemma,
        cue_class=CueClass.SHOW,
        content=content,
        source=source,
    )
