"""What a figure counts, what befell those people, and which side of the civilian line they are on."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from msgspec.structs import replace

from contested.model import UNKNOWN, Quantity
from contested.parse import Parse, Token
from contested.text.quantity_figures import DASHES, lexicon

RESTATED_WITHIN = 300
"""How many characters back "the figure" may refer: about two sentences."""
PHRASE_WORDS = 9
"""How many words after a figure may belong to the noun phrase that it counts."""


def counted(parse: Parse, position: int, share: bool, barrier: int) -> list[Token] | None:
    """Return the tokens that say what a figure counts: "Russian troops", "the city".

    `barrier` is where the next time expression begins: "330 overnight" counts no overnight.
    """
    tokens = parse.tokens
    i = bisect_right(parse.starts, position - 1)
    passed = lexicon()["passed"]
    while i < len(tokens) and (tokens[i].end <= position or tokens[i].lower in passed or tokens[i].lower in DASHES):
        i += 1
    if i >= len(tokens) or not _same_sentence(parse, position, tokens[i]):
        return None
    i = _past_partitive(tokens, i)
    run: list[Token] = []
    last_noun = 0
    for token in tokens[i : i + PHRASE_WORDS]:
        if token.start >= barrier or token.sentence != tokens[i].sentence or not _in_phrase(token, run):
            break
        run.append(token)
        if token.pos in ("NOUN", "PROPN") or token.lower in ("dead", "wounded", "injured", "missing", "civilian"):
            last_noun = len(run)
            if token.tag == "NNS" and not share and not _compounds(tokens, token):
                break
    return run[:last_noun] or None


def _past_partitive(tokens: tuple[Token, ...], i: int) -> int:
    """Return where the noun begins in "14 of the state's 17 townships", "60% of the 1,000 shells"."""
    for k in range(i, min(i + 4, len(tokens) - 1)):
        if tokens[k].pos == "NUM" and tokens[k - 1].lower in ("the", "'s", "’s", "its", "their", "some"):
            return k + 1
        if tokens[k].pos not in ("NOUN", "PROPN", "ADJ", "PART", "DET") and tokens[k].tag != "POS":
            break
    return i


def _same_sentence(parse: Parse, position: int, token: Token) -> bool:
    before = parse.token_at(position - 1)
    return before is not None and before.sentence == token.sentence


def _in_phrase(token: Token, run: list[Token]) -> bool:
    """Whether a token can stand inside the noun phrase after a figure."""
    if token.pos in ("NOUN", "PROPN", "ADJ") or token.tag == "POS":
        return True
    if token.tag in ("VBN", "VBG") and token.dep in ("amod", "compound"):
        return True
    if token.lower in DASHES and run and token.start == run[-1].end:
        return True
    if token.lower in ("dead", "wounded", "injured", "missing"):
        return not run
    return token.pos == "ADV" and token.head.pos == "ADJ" and token.head.i == token.i + 1


def _compounds(tokens: tuple[Token, ...], token: Token) -> bool:
    """Whether a plural goes on into a longer noun: "special forces troops"."""
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    return following is not None and following.tag in ("NNS", "POS") and following.sentence == token.sentence


@cache
def _units() -> dict[str, str]:
    return {word: unit for unit, words in lexicon()["units"].items() for word in words}


@cache
def _fates() -> dict[str, str]:
    return {word: fate for fate, words in lexicon()["fates"].items() for word in words}


@cache
def _groups() -> dict[str, str]:
    return {word: group for group, words in lexicon()["groups"].items() for word in words}


def unit_of(noun: list[Token]) -> str:
    """Return the unit of a counted noun by its head word, "" where the lexicon has none."""
    units = _units()
    head, before = noun[-1], noun[-2].lower + " " if len(noun) > 1 else ""
    for word in (before + head.lower, before + head.lemma, head.lower, head.lemma, head.lower.removesuffix("s")):
        if word in units:
            return units[word]
    return "person" if head.tag == "NNPS" and head.lower.endswith("ans") else ""  # "Syrians", "Ukrainians"


def group_of(noun: list[Token]) -> str | None:
    """Return civilian or military where the counted words say so."""
    groups = _groups()
    return next((groups[token.lower] for token in noun if token.lower in groups), None)


def fate_of(parse: Parse, start: int, end: int, noun: list[Token] | None) -> str | None:
    """Return what befell the people that a figure counts: killed, wounded, missing …"""
    fates = _fates()
    if noun:
        inside = next((fates[token.lower] for token in reversed(noun) if token.lower in fates), None)
        if inside:
            return inside
    after = _after(parse, noun[-1].i + 1 if noun else bisect_right(parse.starts, end - 1))
    if after and after.lower in fates:
        return fates[after.lower]
    return _before(parse, start) or (None if noun else _toll(parse, start))


def _after(parse: Parse, i: int) -> Token | None:
    """Return the word that says what happened, past auxiliaries and adverbs: "12 were also killed"."""
    tokens = parse.tokens
    first = tokens[i] if i < len(tokens) else None
    bridges = lexicon()["fate_bridges"]
    for token in tokens[i : i + 5]:
        if first is None or token.sentence != first.sentence:
            return None
        closed = token.lower == "," and token.i + 1 < len(tokens) and tokens[token.i + 1].pos == "AUX"
        if closed or token.pos in ("AUX", "ADV") or token.lower in bridges:
            continue
        return token
    return None


def _before(parse: Parse, start: int) -> str | None:
    """Return the fate that the verb before a figure tells: "killing at least 12"."""
    fates, tokens = _fates(), parse.tokens
    i = bisect_right(parse.starts, start - 1) - 1
    sentence = tokens[i].sentence if i >= 0 else -1
    for token in reversed(tokens[max(i - 3, 0) : i + 1]):
        if token.sentence != sentence or token.lower in (",", ";", "and", "who"):
            return None
        if token.pos in ("VERB", "NOUN", "ADJ"):
            return fates.get(token.lemma) or fates.get(token.lower)
    return None


def _toll(parse: Parse, start: int) -> str | None:
    """Return the fate that a toll counts: "the death toll rose to 41"."""
    i = bisect_right(parse.starts, start - 1)
    tolls = lexicon()["tolls"]
    for token in reversed(parse.tokens[max(i - 14, 0) : i]):
        if i < len(parse.tokens) and token.sentence != parse.tokens[i].sentence:
            return None
        if token.lower in tolls:
            return str(tolls[token.lower])
    return None


def restated(parse: Parse, start: int, found: list[Quantity]) -> Quantity | None:
    """Return the quantity that a bare figure states anew: "… ; the UN put the figure at 2,900"."""
    i = bisect_right(parse.starts, start - 1)
    words = lexicon()["restating"]
    for token in reversed(parse.tokens[max(i - 4, 0) : i]):
        if token.lower in words and found and start - found[-1].end < RESTATED_WITHIN:
            return found[-1]
    return None


def inherited_unit(parse: Parse, start: int, end: int) -> str:
    """Return the unit of the munition named before: "missile barrages … a record 270 launched"."""
    i = bisect_right(parse.starts, end - 1)
    if i >= len(parse.tokens) or parse.tokens[i].tag not in ("VBN", "VBD"):
        return ""
    units = _units()
    for token in reversed(parse.tokens[max(i - 45, 0) : i]):
        if token.start < start and units.get(token.lemma) in ("missile", "drone", "bomb", "shell"):
            return units[token.lemma]
    return ""


def share_fates(parse: Parse, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities with fates passed on between neighbours in one phrase.

    "Sixteen civilians and three children were killed" and "killing seven people, including two
    women": all four were killed.
    """
    given = list(found)
    for order in (range(len(given) - 2, -1, -1), range(1, len(given))):
        for k in order:
            step = 1 if order.step < 0 else -1
            this, other = given[k], given[k + step]
            first, second = (this, other) if step > 0 else (other, this)
            if this.fate is None and other.fate and this.unit in ("person", UNKNOWN) and _linked(parse, first, second):
                if this.unit == UNKNOWN and this.of not in ("others", None):
                    continue
                given[k] = replace(this, fate=other.fate, unit="person")
    return given


def _linked(parse: Parse, first: Quantity, second: Quantity) -> bool:
    """Whether nothing but the first's noun and words such as "including" stand between two figures."""
    sharing = lexicon()["sharing"]
    between = parse.tokens_in(first.end, second.start)
    rest = [token for token in between if token.start >= first.end and token.end <= second.start]
    joints = [token for token in rest if token.lower in sharing]
    if not joints or any(token.sentence != rest[0].sentence for token in rest) or len(rest) > PHRASE_WORDS:
        return False
    fates = _fates()
    return all(
        token.lower in sharing
        or token.pos in ("NOUN", "PROPN", "ADJ", "DET", "ADV")
        or (first.fate is not None and (token.pos == "AUX" or fates.get(token.lower) == first.fate))
        for token in rest
    )
