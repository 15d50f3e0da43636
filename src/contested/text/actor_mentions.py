"""Where actors stand in a report: noun phrases, names with their titles."""

from __future__ import annotations

from collections.abc import Iterator

from contested.parse import Token
from contested.reading import Reading
from contested.text.actor_names import NameMatch, NameUse, directory, fold, kind_nouns
from contested.text.actor_phrase import name_run
from contested.text.actor_words import longest_title, titles, words

LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "punct", "case", "npadvmod"}
)
ACTING = frozenset({"nsubj", "nsubjpass", "agent", "poss", "dobj", "conj", "ROOT", "appos", "attr", "dative", "iobj"})
LOCATIVE = frozenset(
    {"in", "at", "near", "on", "into", "inside", "around", "across", "from", "to", "towards", "toward"}
)
PERSON_TITLE_REACH = 12
"""Words before a name in which its title is looked for: "Head of the … department of the … Force"."""


def mention_spans(reading: Reading) -> list[tuple[int, int]]:
    """Return the spans of the noun phrases that can be actors, left to right, none twice.

    >>> mention_spans(reading)  # "Military analysts say Russian troops …"
    [(0, 17), (22, 36)]
    """
    matches = directory(reading.packs).matches(reading.text)
    found: dict[tuple[int, int], None] = {}
    for token in reading.parse.tokens:
        heads = token.pos in {"NOUN", "PROPN", "ADJ", "NUM"} and token.dep not in {"compound", "amod", "nmod"}
        if heads and _can_act(token, matches):
            found[_phrase_span(token)] = None
    for start, end in _person_spans(reading, matches):
        if not any(s <= start and end <= e for s, e in found):
            found[start, end] = None
    return sorted(_outermost(found))


def _outermost(found: dict[tuple[int, int], None]) -> list[tuple[int, int]]:
    """Return the spans without those that end where a longer one ends: one person, one mention."""
    longest: dict[int, int] = {}
    for start, end in found:
        longest[end] = min(start, longest.get(end, start))
    return [(start, end) for end, start in longest.items()]


def _can_act(token: Token, matches: list[NameMatch]) -> bool:
    """Whether a noun can head an actor's phrase: a word of the lists, or a known name that acts."""
    low = fold(token.text)
    if low in kind_nouns() or low in titles() or token.lemma in titles():
        return True
    covering = [m for m in matches if m.start <= token.start < m.end]
    if not covering:
        return False
    use = covering[0].entry.use
    if use in {NameUse.PARTY, NameUse.COUNTRY, NameUse.CAPITAL} and not covering[0].entry.generic:
        if token.dep == "pobj":
            return token.head.lower not in LOCATIVE
        return token.dep in ACTING
    return use is not NameUse.ADJECTIVE or token.pos in {"NOUN", "PROPN"}


def _phrase_span(token: Token) -> tuple[int, int]:
    """Return a noun's phrase: its modifiers before it, and "of …" or "for …" after it."""
    start = token.start
    for child in sorted((c for c in token.children if c.i < token.i), key=lambda c: -c.i):
        if child.dep in LEFT and child.pos != "PUNCT":
            start = min(start, child.edges()[0])
    end = token.end
    for child in sorted((c for c in token.children if c.i > token.i), key=lambda c: c.i):
        if child.dep == "prep" and child.lower in {"of", "for"}:
            last = child.subtree()[-1]
            if last.i - token.i <= PERSON_TITLE_REACH and not any(t.pos == "VERB" for t in child.subtree()):
                end = last.end
        break
    return start, end


def _person_spans(reading: Reading, matches: list[NameMatch]) -> Iterator[tuple[int, int]]:
    """Yield full names that follow a title, whatever the parser made of them."""
    for index in range(len(reading.parse.sentences)):
        tokens = list(reading.parse.sentence_tokens(index))
        lowers = [t.lower for t in tokens]
        for i in range(1, len(tokens)):
            if longest_title(lowers, i) is None and lowers[i - 1] not in words("honorifics"):
                continue
            run = name_run(tokens[i : i + 5], matches)
            if run and run[0] is tokens[i]:
                yield run[0].start, run[-1].end
    for match in matches:
        if match.entry.use is NameUse.ACTOR:
            yield match.start, match.end


def person_phrase(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of a name with the title before or after it, or None without a title.

    Goes by words and not by the parse, which breaks on long titles: "Head of the communications
    department of the Joint Forces Task Force Viktor Trehubov" → all of it.
    """
    inside = reading.parse.tokens_in(start, end)
    if not inside or not any(t.text[:1].isupper() for t in inside):
        return None
    sentence = reading.parse.sentence_tokens(inside[0].sentence)
    first = sentence[0].i
    left = _title_before(list(sentence), inside[0].i - first)
    right = _title_after(list(sentence), inside[-1].i - first)
    if left is None and right is None:
        return None
    return (start if left is None else sentence[left].start), (end if right is None else sentence[right].end)


def _title_before(tokens: list[Token], at: int) -> int | None:
    """Return where the title before position `at` begins, or None."""
    lowers = [t.lower for t in tokens]
    position, title_at, crossed = at, None, False
    while position > 0 and at - position < PERSON_TITLE_REACH:
        token = tokens[position - 1]
        if token.text == "," and not crossed and _only_rank(lowers[position:at]):
            crossed = True  # "a spokesman for the army, Major Ivan …"
            position -= 1
            continue
        linking = token.lower in {"of", "the", "for", "and", "'s", "’s", "-", "general", "in"}
        if not linking and token.pos not in {"NOUN", "PROPN", "ADJ", "NUM"}:
            break
        position -= 1
        if longest_title(lowers, position + 1) is not None:
            title_at = position
    if title_at is None:
        return None
    while position < title_at and lowers[position] in {"of", "the", "for", "and", "in", "'s", "’s", "-"}:
        position += 1
    return position


def _only_rank(lowers: list[str]) -> bool:
    """Whether there is nothing, or nothing but a title, between a comma and a name."""
    return not lowers or longest_title(lowers, len(lowers)) is not None


def _title_after(tokens: list[Token], at: int) -> int | None:
    """Return where the title after position `at` ends ("…, a spokesman for the army"), or None."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != ",":
        return None
    lowers = [t.lower for t in tokens]
    titled = False
    position = at + 2
    while position < len(tokens) and position - at < PERSON_TITLE_REACH:
        token = tokens[position]
        linking = token.lower in {"of", "the", "for", "a", "an", "'s", "’s", "-", "at", "and", "to", "in"}
        if not linking and token.pos not in {"NOUN", "PROPN", "ADJ", "NUM"}:
            break
        position += 1
        titled = titled or longest_title(lowers[at + 2 : position], position - at - 2) is not None
    return position - 1 if titled else None
