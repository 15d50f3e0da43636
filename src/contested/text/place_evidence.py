"""How much speaks for a name being a place here.

A sum, weights set by hand: how well known the place is, against how often the word is a person
or an ordinary word, and what stands before and behind. A name that is surely a place once lifts
its other mentions, and a sure place lifts its neighbour in a list.
"""

from __future__ import annotations

import re

from contested.gazetteer import SETTLEMENTS, AliasKind
from contested.parse import Token
from contested.reading import Reading
from contested.text.place_predicates import of_predicate
from contested.text.place_scene import (
    COMMON,
    DATELINE,
    DIRECTION_BEFORE,
    GIVEN,
    IN_WORDS,
    KIND_AFTER,
    KIND_BEFORE,
    LOCAL_BODY_AFTER,
    OF_WORDS,
    ORGANISATION_AFTER,
    PERSONS_BEFORE,
    PLACES_AFTER,
    STRONG_IN_WORDS,
    SURNAMES,
    VILLAGE_OF,
    Mention,
    Scene,
    neighbour,
    opens_paragraph,
)

ACCEPT = 2.0
"""Evidence from which a name counts as a place; the weights below are set by hand around it."""


def evidence_of(mention: Mention, scene: Scene) -> float:
    """Return how much speaks for a name being a place here; `ACCEPT` and more is a place."""
    tokens = scene.parse.tokens_in(mention.start, mention.end)
    if not tokens:
        return -9.0
    best = mention.entries[0]
    if best.alias is AliasKind.ABBREVIATION:
        return _of_abbreviation(mention, scene)
    if best.alias in (AliasKind.ADJECTIVE, AliasKind.PEOPLE):
        return 3.0 if _is_adjective(tokens) else -1.0
    near = 0.8 * _is_in_pack(mention, scene)
    said = of_predicate(tokens)
    around = _of_words(mention, tokens, scene) + _of_neighbours(mention, tokens, scene)
    return near + _of_prominence(mention) + around + said


def _is_in_pack(mention: Mention, scene: Scene) -> bool:
    """Return whether the name is a town of the packs' countries."""
    return any(e.country in scene.pack_countries and e.alias <= AliasKind.OFFICIAL for e in mention.entries[:8])


def _is_adjective(tokens: tuple[Token, ...]) -> bool:
    return tokens[0].text[:1].isupper() and not (
        len(tokens) == 1 and tokens[0].lower == "polish" and tokens[0].pos == "VERB"
    )


def _of_abbreviation(mention: Mention, scene: Scene) -> float:
    text = scene.reading.text
    dotted = "." in mention.text
    if scene.upper_case and not dotted:
        return -5.0  # "IN" is the preposition there
    after = text[mention.end : mention.end + 1]
    before = text[max(0, mention.start - 2) : mention.start]
    before_that = text[max(0, mention.start - 3) : mention.start - 2]
    if (
        before == ", "
        and (before_that.isalpha() or before_that == ".")
        and (mention.text.isupper() or dotted or after == ".")
    ):
        return 5.0
    return 3.0 if mention.text.count(".") >= 2 or mention.text in ("NSW", "D.C") else -5.0


def _of_prominence(mention: Mention) -> float:
    """Return the evidence that lies in how well known the best entry is."""
    score = -9.0
    for entry in mention.entries[:8]:
        if entry.kind == "country":
            value = 4.5
        elif entry.kind in ("continent", "sea", "ocean", "region"):
            value = 3.5
        elif entry.kind == "admin1":
            value = 3.0
        elif entry.kind == "admin2":
            value = 1.2
        elif entry.kind in SETTLEMENTS:
            people = entry.population
            value = (
                3.2
                if people > 1_000_000
                else 2.2
                if people > 150_000
                else 1.5
                if people > 20_000
                else 0.9
                if people > 3000
                else 0.5
            )
        else:
            value = 2.2
        value -= {AliasKind.PRIMARY: 0.0, AliasKind.OFFICIAL: 0.0, AliasKind.VARIANT: 1.6, AliasKind.BARE: 0.5}.get(
            entry.alias, 9.0
        )
        score = max(score, value)
    return score + (1.2 if " " in mention.text.strip() or "-" in mention.text else 0.0)


def _of_words(mention: Mention, tokens: tuple[Token, ...], scene: Scene) -> float:
    """Return the evidence that lies in the word itself: ordinary word, person's name, letters."""
    word = mention.text.lower().rstrip(".")
    score = 0.0
    if len(tokens) == 1:
        if tokens[0].tag not in ("NNP", "NNPS"):
            score -= 1.5
        if word in COMMON:
            score -= 2.0 if _is_in_pack(mention, scene) and tokens[0].tag == "NNP" else 3.5
        elif (
            word not in SURNAMES
            and word not in GIVEN
            and len(word) > 5
            and mention.entries[0].alias <= AliasKind.VARIANT
        ):
            # no word and no person's name that we know; the more so where only one place bears it
            score += 1.2 if len(mention.entries) == 1 else 0.6
        if word in SURNAMES:
            score -= 1.2
        if word in GIVEN:
            score -= 2.5
        if (
            mention.text.isupper()
            and len(word) <= 5
            and mention.entries[0].kind != "country"
            and not _in_capitals(mention, scene)
        ):
            score -= 3.0
        if len(word) <= 2 and mention.entries[0].kind != "country":
            score -= 3.0
    elif all(part.lower() in COMMON for part in mention.text.replace("-", " ").split()):
        score -= 2.5
    if word in scene.persons or tokens[-1].lower in scene.persons:
        score -= 3.0
    return score


def _in_capitals(mention: Mention, scene: Scene) -> bool:
    """Return whether the words around are in capitals too: a heading, a dateline, an old dispatch."""
    text = scene.reading.text
    if mention.start == 0 or text[mention.start - 1] == "\n":
        return True
    around = [word for word in text[max(0, mention.start - 30) : mention.start].split()[-2:] if word.isalpha()]
    return bool(around) and all(word.isupper() and len(word) > 1 for word in around)


def _of_neighbours(mention: Mention, tokens: tuple[Token, ...], scene: Scene) -> float:
    """Return the evidence of what stands right before and right behind."""
    return _of_frame(mention, scene) + _of_word_before(mention, tokens, scene) + _of_word_after(mention, tokens, scene)


_COUNTIES = re.compile(r"(?:,? (?:and |or )?[A-Z][\w’'-]+){0,9} (?:counties|districts|regions|oblasts|provinces)\b")


def _of_frame(mention: Mention, scene: Scene) -> float:
    """Return the evidence of a dateline, or of a list that ends in "counties"."""
    reading = scene.reading
    if DATELINE.match(reading.text, mention.end) and opens_paragraph(mention.start, reading):
        return 4.0 if mention.text.isupper() else 1.5
    if _COUNTIES.match(reading.text, mention.end) and any(entry.feature_class == "A" for entry in mention.entries):
        return 4.0
    return 0.0


def _of_word_before(mention: Mention, tokens: tuple[Token, ...], scene: Scene) -> float:
    before = neighbour(tokens[0], scene.parse, -1)
    if before is None:
        return 0.0
    if before.lower == "the":
        earlier = neighbour(before, scene.parse, -1)
        after = neighbour(tokens[-1], scene.parse, 1)
        if after is not None and (after.lower in PLACES_AFTER or after.text == "-"):
            return 1.5
        if mention.entries[0].kind in ("city", "capital", "admin2") and len(tokens) == 1:
            return -1.5
        before = earlier or before
    word = before.lower.rstrip(".")
    if word in STRONG_IN_WORDS:
        return 2.5
    if word in IN_WORDS:
        return 1.7
    if word == "of":
        of_what = neighbour(before, scene.parse, -1)
        if of_what is not None and of_what.lower in VILLAGE_OF:
            return 6.0
        if of_what is not None and of_what.lower in OF_WORDS:
            return 3.5
        return 0.7
    if before.text[:1].isupper():
        if word in PERSONS_BEFORE or word in GIVEN or (len(before.text) == 2 and before.text.endswith(".")):
            return -5.0
        if word in DIRECTION_BEFORE or word in KIND_BEFORE:
            return 1.0
        if before.tag in ("NNP", "NNPS") and before.head in tokens and before.dep == "compound":
            return -2.5
        if before.tag == "NNP" and word not in COMMON:
            return -1.5
    elif word in DIRECTION_BEFORE or word in KIND_BEFORE:
        return 1.5
    elif word in ("and", "or", ",", "from", "between"):
        return 0.4
    return 0.0


def _of_word_after(mention: Mention, tokens: tuple[Token, ...], scene: Scene) -> float:
    after = neighbour(tokens[-1], scene.parse, 1)
    if after is None:
        return 0.0
    word = after.lower.rstrip(".")
    text = scene.reading.text
    rest = text[mention.end : mention.end + 3]
    if rest.startswith((", ", " (")) and len(rest) == 3 and rest[2].isupper():
        return 0.8
    if after.text[:1].isupper() and after.text[:1].isalpha():
        if word in ORGANISATION_AFTER:
            return -3.0
        if word in LOCAL_BODY_AFTER or word in KIND_AFTER:
            return 0.5
        if mention.entries[0].kind == "country":
            return 0.0
        if word in PERSONS_BEFORE:
            return -0.3
        if after.tag in ("NNP", "NNPS") and tokens[-1].dep == "compound":
            return -2.0
        if after.tag in ("NNP", "NNPS"):
            return -1.0
    elif word in KIND_AFTER or word in PLACES_AFTER:
        return 1.5
    elif after.text in ("'s", "’s"):
        owned = neighbour(after, scene.parse, 1)
        if owned is not None and owned.lower in PLACES_AFTER:
            return 2.0
        return -0.5 if mention.text.lower() in SURNAMES else 0.0
    return 0.0


_LIST_GAP = re.compile(r", (?:and |or )?|,? (?:and|or) (?:in |at |near |from )?|/")


def settled(judged: list[Mention], reading: Reading) -> list[Mention]:
    """Return the accepted mentions.

    A name that is surely a place once lifts its other mentions, and a sure place lifts its
    neighbour in a list: "in Kupiansk or Lyman".
    """
    best: dict[str, float] = {}
    for mention in judged:
        key = mention.text.lower()
        best[key] = max(best.get(key, -9.0), mention.evidence)
    lifted = [m.evidence + (2.0 if best[m.text.lower()] >= ACCEPT + 1.5 else 0.0) for m in judged]
    for order in (range(1, len(judged)), range(len(judged) - 2, -1, -1)):
        for at in order:
            other = at - 1 if order.step > 0 else at + 1
            left, right = sorted((at, other))
            gap = reading.text[judged[left].end : judged[right].start]
            if (
                lifted[other] >= ACCEPT + 0.5
                and lifted[at] < ACCEPT
                and _could_share_list(judged[at], judged[other])
                and _LIST_GAP.fullmatch(gap)
            ):
                lifted[at] += 2.0
    for at in range(len(judged) - 1):
        gap = reading.text[judged[at].end : judged[at + 1].start]
        if (
            lifted[at] < ACCEPT <= lifted[at + 1]
            and _INSIDE_GAP.fullmatch(gap)
            and _could_lie_in(judged[at], judged[at + 1])
        ):
            lifted[at] += 2.5
    return [mention for mention, evidence in zip(judged, lifted, strict=True) if evidence >= ACCEPT]


_INSIDE_GAP = re.compile(r",? \(?(?:in )?(?:the )?(?:\w+ern )?")


def _could_lie_in(mention: Mention, parent: Mention) -> bool:
    """Return whether a name's entry lies in the country or region named right behind: "Sake in DR Congo"."""
    if parent.entries[0].kind not in ("country", "admin1") or not _could_share_list(mention, parent):
        return False
    return any(entry.country == parent.entries[0].country and entry.kind != "country" for entry in mention.entries)


def _could_share_list(one: Mention, other: Mention) -> bool:
    """Return whether two names could stand in one list of places: both nouns."""
    return not any(
        m.entries[0].alias in (AliasKind.ADJECTIVE, AliasKind.PEOPLE, AliasKind.ABBREVIATION) for m in (one, other)
    )
