"""Attribution suite: who says what, against spans of source, cue and content.

`found` matches claims one to one: content character IoU >= 0.5, and the sources overlap or the
gold has none. `cue`, `source` and `content` compare the characters covered by any claim, micro.

The gold of PolNeAR marks the outermost attribution only (no cue stands inside another's content),
so claims that stand inside another claim are left out here, ours and the baseline's alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contested.evaluation.common import Item, Metrics, Options, gold_document, log_error, parses, prf
from contested.model import Claim
from contested.parse import Parse, Token
from contested.reading import Reading

Pairs = tuple[tuple[int, int], ...]
ROLES = ("cue", "source", "content")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as character spans by role, with the rule that found it."""

    source: Pairs
    cue: Pairs
    content: Pairs
    rule: str = ""

    def covered(self, role: str) -> set[int]:
        """Return the code points that a role covers."""
        return {i for start, end in getattr(self, role) for i in range(start, end)}


def evaluate(items: list[Item], options: Options) -> tuple[Metrics, Metrics]:
    """Return metrics and the bare rule's, on the same items."""
    ours, bare = Tally(), Tally()
    for item, parse in zip(items, parses([item["text"] for item in items], options), strict=True):
        gold = gold_attributions(item)
        ours.add(gold, found_attributions(item, parse), item, options)
        bare.add(gold, outermost(list(bare_rule(parse))), item, None)
    return ours.metrics(), bare.metrics()


class Tally:
    """Counts over many items."""

    def __init__(self) -> None:
        self.matched = self.found = self.gold = 0
        self.characters = {role: [0, 0, 0] for role in ROLES}
        self.rules: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def add(self, gold: list[Attribution], found: list[Attribution], item: Item, options: Options | None) -> None:
        """Count one item; with options, write its misses and false hits."""
        pairs = match(gold, found)
        self.matched += len(pairs)
        self.found += len(found)
        self.gold += len(gold)
        for role in ROLES:
            wanted, got = _union(gold, role), _union(found, role)
            for index, number in enumerate((len(wanted & got), len(got), len(wanted))):
                self.characters[role][index] += number
        hit = set(pairs.values())
        for index, attribution in enumerate(found):
            self.rules[attribution.rule] += 1
            self.right[attribution.rule] += index in hit
        if options is not None:
            _log(gold, found, pairs, item, options)

    def metrics(self) -> Metrics:
        """Return the suite's metrics; `by_rule` gives each rule's hits and its share that is right."""
        return {
            "found": prf(self.matched, self.found, self.gold),
            **{role: prf(*self.characters[role]) for role in ROLES},
            "by_rule": {
                rule: {"n": number, "p": round(self.right[rule] / number, 3)}
                for rule, number in self.rules.most_common()
            },
        }


def gold_attributions(item: Item) -> list[Attribution]:
    """Return the gold attributions of an item that have a content."""
    return [
        Attribution(source=_pairs(row["source"]), cue=_pairs(row["cue"]), content=_pairs(row["content"]))
        for row in item["attributions"]
        if row["content"]
    ]


def _pairs(spans: Iterable[Sequence[int]]) -> Pairs:
    return tuple((start, end) for start, end in spans)


def found_attributions(item: Item, parse: Parse) -> list[Attribution]:
    """Return what the pipeline finds, without the outlet's own voice and without claims in claims."""
    reading = attribute(Reading(document=gold_document(item), parse=parse))
    return [as_attribution(claim) for claim in reading.claims if not claim.source.own_voice and claim.parent is None]


def attribute(reading: Reading) -> Reading:
    """Return the reading after the steps that attribution needs."""
    from contested.claims.attribution import extract_claims
    from contested.text.quotes import find_quotes

    return extract_claims(find_quotes(reading))


def as_attribution(claim: Claim) -> Attribution:
    """Return a claim's spans by role."""
    source, cue = claim.source, claim.cue
    return Attribution(
        source=((source.start, source.end),) if source.start is not None and source.end is not None else (),
        cue=tuple((word.start, word.end) for word in cue.words) if cue else (),
        content=tuple((span.start, span.end) for span in claim.content),
        rule=cue.rule if cue else "none",
    )


def match(gold: Sequence[Attribution], found: Sequence[Attribution]) -> dict[int, int]:
    """Return which gold attribution is matched by which found one, best overlap first."""
    contents = [attribution.covered("content") for attribution in found]
    sources = [attribution.covered("source") for attribution in found]
    scored = []
    for g, attribution in enumerate(gold):
        content, source = attribution.covered("content"), attribution.covered("source")
        for f, other in enumerate(contents):
            overlap = len(content & other)
            if overlap and overlap >= 0.5 * len(content | other) and (not source or source & sources[f]):
                scored.append((overlap / len(content | other), -g, -f))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, g, f in sorted(scored, reverse=True):
        if -g not in pairs and -f not in used:
            pairs[-g] = -f
            used.add(-f)
    return pairs


def bare_rule(parse: Parse) -> Iterable[Attribution]:
    """Yield the baseline's claims: a cue verb with a subject and a clause."""
    from contested.claims.cues import verb_lexicon

    lexicon = verb_lexicon()
    for token in parse.tokens:
        if token.pos != "VERB" or "clause" not in getattr(lexicon.verbs.get(token.lemma), "frames", ()):
            continue
        subject = next((c for c in token.children if c.dep == "nsubj"), None)
        clause = next((c for c in token.children if c.dep == "ccomp"), None)
        if subject is not None and clause is not None:
            yield Attribution((_edges(subject),), ((token.start, token.end),), (_edges(clause),))


def outermost(attributions: list[Attribution]) -> list[Attribution]:
    """Return the attributions whose cue stands in no other's content."""
    return [
        one
        for one in attributions
        if not any(
            s <= one.cue[0][0] and one.cue[0][1] <= e
            for other in attributions
            if other is not one
            for s, e in other.content
        )
    ]


def _edges(token: Token) -> tuple[int, int]:
    return token.edges()


def _union(attributions: Sequence[Attribution], role: str) -> set[int]:
    return {i for attribution in attributions for i in attribution.covered(role)}


def _log(
    gold: Sequence[Attribution], found: Sequence[Attribution], pairs: dict[int, int], item: Item, options: Options
) -> None:
    """Write misses and false hits, each with its words and the rule."""
    if options.errors is None:
        return
    hit = set(pairs.values())
    for index, attribution in enumerate(gold):
        if index not in pairs:
            log_error(options, error="miss", id=item["id"], **_words(attribution, item["text"]))
    for index, attribution in enumerate(found):
        if index not in hit:
            log_error(options, error="false", id=item["id"], **_words(attribution, item["text"]))


def _words(attribution: Attribution, text: str) -> dict[str, str]:
    shown = {role: " … ".join(text[s:e] for s, e in getattr(attribution, role)) for role in ROLES}
    return {**shown, "rule": attribution.rule}
