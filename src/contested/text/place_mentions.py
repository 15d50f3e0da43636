"""Which stretches of a report are names of places.

Three sources: names of the gazetteer, longest first; names made of a type word ("Catawba River",
"Main Street", "Interstate 45"); and names that no gazetteer has but that the words around them
call a place ("the village of Hrabove"). Whether a name is a place here is a sum of evidence:
how well known the place is, against how often the word is a person or an ordinary word, and
what stands before and behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from contested import lexicons
from contested.gazetteer import SETTLEMENTS, AliasKind, Entry, Gazetteer, Match
from contested.parse import Parse, Token
from contested.reading import Reading
from contested.text.place_features import feature_spans


@dataclass(frozen=True, slots=True)
class Mention:
    """One name of a place in the text and all entries it may mean (none: kept by name)."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    token: Token | None = None  # its head in the parse
    evidence: float = 0.0
    kind: str = ""  # of a name kept without an entry: "road", "river", "city"
    inside: str = ""  # the organisation that bears the name, "" where none: "University"


_WORDS = lexicons.load("place_words")


def words_of(name: str) -> frozenset[str]:
    """Return a word list of the place lexicon as a set."""
    return frozenset(str(_WORDS[name]).split())


COMMON = frozenset(str(lexicons.load("place_common_words")["words"]).split())
_PEOPLE = lexicons.load("place_people")
GIVEN = frozenset(str(_PEOPLE["given"]).split())
SURNAMES = frozenset(str(_PEOPLE["surnames"]).split())
PERSONS_BEFORE = words_of("persons_before")
ORGANISATION_AFTER = words_of("organisation_after")
LOCAL_BODY_AFTER = words_of("local_body_after")
IN_WORDS = words_of("in_words")
STRONG_IN_WORDS = words_of("strong_in_words")
KIND_BEFORE = words_of("kind_before")
KIND_AFTER = words_of("kind_after")
DIRECTION_BEFORE = words_of("direction_before")
OF_WORDS = words_of("of_words")
PLACES_AFTER = words_of("places_after")
JOINERS = frozenset("of de la le du del des di da do dos das al el ez upon on sur am an der and the y e i bin abu".split())
ACCEPT = 2.0
"""Evidence from which a name counts as a place; the weights below are set by hand around it."""


@dataclass(slots=True)
class Scene:
    """What the whole report says about its names, gathered before any is judged."""

    reading: Reading
    persons: set[str] = field(default_factory=set)  # surnames of people named in full
    pack_countries: frozenset[str] = frozenset()

    @property
    def parse(self) -> Parse:
        """The report's parse."""
        return self.reading.parse


def find_mentions(reading: Reading, book: Gazetteer) -> list[Mention]:
    """Return the place names of a report, in text order, without overlap."""
    scene = _scene(reading)
    taken = [_mention(reading, start, end, _entries_of_feature(book, reading.text[start:end]), kind)
             for start, end, kind in feature_spans(reading.text)]
    judged = [
        replace(mention, evidence=evidence_of(mention, scene))
        for mention in _gazetteer_mentions(reading, book)
        if not any(mention.start < other.end and other.start < mention.end for other in taken)
    ]
    kept = [_with_direction(mention, reading) for mention in _settled(judged, reading)]
    kept += taken
    for stated in _stated_mentions(scene, book):
        inside = [m for m in kept if m.start < stated.end and stated.start < m.end]
        if not inside or (len(inside) < 3 and len(stated.text) > len(inside[0].text) + 2 and all(m.start >= stated.start and m.end <= stated.end for m in inside)):
            kept = [m for m in kept if m not in inside] + [stated]
    kept.sort(key=lambda mention: mention.start)
    return kept


def mention_at(reading: Reading, book: Gazetteer, start: int, end: int) -> Mention:
    """Return the mention for a stretch that is known to be a place's name."""
    text = reading.text[start:end]
    entries = tuple(book.lookup(text)) or _entries_of_feature(book, text)
    first, _, rest = text.partition(" ")
    if not entries and first in CARDINAL:
        entries = tuple(book.lookup(rest))
    kind = next((kind for s, e, kind in feature_spans(text)), "")
    return _mention(reading, start, end, entries, kind)


CARDINAL = frozenset("North South East West Northern Southern Eastern Western Upper Lower Downtown Central Greater Inner Outer".split())


def _with_direction(mention: Mention, reading: Reading) -> Mention:
    """Return the mention with a capitalised direction word in front: "North London"."""
    before = reading.text[max(0, mention.start - 10) : mention.start]
    word = before.rstrip(" ").rpartition(" ")[2]
    if before.endswith(" ") and word in CARDINAL and mention.entries[0].kind not in ("admin2", "river", "sea"):
        start = mention.start - len(word) - 1
        if start == 0 or not reading.text[start - 1].isalnum():
            return replace(mention, start=start, text=reading.text[start : mention.end])
    return mention


def _mention(reading: Reading, start: int, end: int, entries: tuple[Entry, ...], kind: str) -> Mention:
    head = reading.parse.head_of(start, end)
    return Mention(start, end, reading.text[start:end], entries, head, ACCEPT, "" if entries else kind)


def _entries_of_feature(book: Gazetteer, text: str) -> tuple[Entry, ...]:
    """Return the entries of a name with its type word, also where the gazetteer has it without."""
    entries = tuple(book.lookup(text))
    if entries or " " not in text:
        return entries
    kinds = {"River": "river", "Lake": "lake", "Mountains": "mountain", "Island": "island", "Islands": "island",
             "Peninsula": "peninsula", "Airport": "airport", "Valley": "valley", "Desert": "desert"}
    bare, _, last = text.rpartition(" ")
    return tuple(entry for entry in book.lookup(bare) if entry.kind == kinds.get(last, "-"))


def _gazetteer_mentions(reading: Reading, book: Gazetteer) -> Iterator[Mention]:
    for match in book.find(reading.text):
        if _is_written_as_name(reading.text, match):
            text = reading.text[match.start : match.end]
            yield Mention(match.start, match.end, text, match.entries, reading.parse.head_of(match.start, match.end))


def _is_written_as_name(text: str, match: Match) -> bool:
    """Return whether each word of a match is a capitalised word, a joiner or a closing type word."""
    words = text[match.start : match.end].replace("-", " ").split()
    if match.entries[0].alias == AliasKind.ABBREVIATION:
        return True
    if not words[0][0].isupper() and words[0][0].isascii():
        joined = text[match.start : match.end].find("-")
        if words[0] != "el" and not 0 < joined <= 4:
            return False
    if words[0] in ("The", "An", "A") and not any(word[0].isupper() for word in words[1:]):
        return False
    if any(word[0].islower() and word not in JOINERS for word in words[1:-1]):
        return False
    return len(words) == 1 or not words[-1][0].islower() or words[-1] in KIND_AFTER or words[-1] in PLACES_AFTER


def _scene(reading: Reading) -> Scene:
    scene = Scene(reading, pack_countries=frozenset(c for pack in reading.packs for c in pack.countries))
    tokens = reading.parse.tokens
    for left, right in zip(tokens, tokens[1:], strict=False):
        if left.sentence != right.sentence or not right.text[:1].isupper() or not left.text[:1].isupper():
            continue
        named = left.lower in GIVEN or (left.lower.rstrip(".") in PERSONS_BEFORE and left.lower not in COMMON_TITLES)
        if named and right.tag in ("NNP", "NNPS") and right.lower not in KIND_AFTER:
            scene.persons.add(right.lower)
            after = tokens[right.i + 1] if right.i + 1 < len(tokens) else None
            if after is not None and after.tag == "NNP" and after.text[:1].isupper() and after.sentence == right.sentence:
                scene.persons.add(after.lower)
    return scene


COMMON_TITLES = frozenset(("general", "chief", "prime", "major", "private", "father", "sister", "brother", "officer", "director", "saint", "governor", "minister"))


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
    return near + _of_prominence(mention) + _of_words(mention, tokens, scene) + _of_neighbours(mention, tokens, scene)


def _is_in_pack(mention: Mention, scene: Scene) -> bool:
    """Return whether the name is a town of the packs' countries."""
    return any(e.country in scene.pack_countries and e.alias <= AliasKind.OFFICIAL for e in mention.entries[:8])


def _is_adjective(tokens: tuple[Token, ...]) -> bool:
    return tokens[0].text[:1].isupper() and not (len(tokens) == 1 and tokens[0].lower == "polish" and tokens[0].pos == "VERB")


def _of_abbreviation(mention: Mention, scene: Scene) -> float:
    text = scene.reading.text
    dotted = "." in mention.text
    after = text[mention.end : mention.end + 1]
    before = text[max(0, mention.start - 2) : mention.start]
    before_that = text[max(0, mention.start - 3) : mention.start - 2]
    if before == ", " and (before_that.isalpha() or before_that == ".") and (mention.text.isupper() or dotted or after == "."):
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
            value = 3.2 if people > 1_000_000 else 2.2 if people > 150_000 else 1.5 if people > 20_000 else 0.9 if people > 3000 else 0.5
        else:
            value = 2.2
        value -= {AliasKind.PRIMARY: 0.0, AliasKind.OFFICIAL: 0.0, AliasKind.VARIANT: 1.6, AliasKind.BARE: 0.5}.get(entry.alias, 9.0)
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
        elif word not in SURNAMES and word not in GIVEN and len(word) > 5 and mention.entries[0].alias <= AliasKind.VARIANT:
            score += 0.6  # no word and no person's name that we know
        if word in SURNAMES:
            score -= 1.2
        if word in GIVEN:
            score -= 2.5
        if mention.text.isupper() and len(word) <= 5 and mention.entries[0].kind != "country" and not _in_capitals(mention, scene):
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


DATELINE = re.compile(r"(?:, [A-Z][\w.’' ]{1,25}){0,2}(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([\w /.]{2,20}\))? ?(?:—|–|--|-) ?|(?:, [A-Z][\w.]+)? \([A-Z][\w /]{1,20}\) ")
"""What follows a dateline's town: region, day, agency, dash."""
_COUNTIES = re.compile(r"(?:,? (?:and |or )?[A-Z][\w’'-]+){0,9} (?:counties|districts|regions|oblasts|provinces)\b")


def opens_paragraph(start: int, reading: Reading) -> bool:
    """Return whether nothing but a dateline's first words stands between a paragraph's start and here."""
    before = reading.text[max(0, start - 30) : start]
    opening = before.rpartition("\n")[2] if "\n" in before else before if start <= 30 else None
    if opening is None:
        return before.endswith(". ") and reading.text[start : start + 3].isupper()
    return opening.strip() == "" or opening.isupper() or opening.endswith(". ")


def _of_frame(mention: Mention, scene: Scene) -> float:
    """Return the evidence of a dateline, or of a list that ends in "counties"."""
    reading = scene.reading
    if DATELINE.match(reading.text, mention.end) and opens_paragraph(mention.start, reading):
        return 4.0 if mention.text.isupper() else 1.5
    if _COUNTIES.match(reading.text, mention.end) and any(entry.feature_class == "A" for entry in mention.entries):
        return 4.0
    return 0.0


def _of_word_before(mention: Mention, tokens: tuple[Token, ...], scene: Scene) -> float:
    before = _neighbour(tokens[0], scene.parse, -1)
    if before is None:
        return 0.0
    if before.lower == "the":
        earlier = _neighbour(before, scene.parse, -1)
        after = _neighbour(tokens[-1], scene.parse, 1)
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
        of_what = _neighbour(before, scene.parse, -1)
        if of_what is not None and of_what.lower in _VILLAGE_OF:
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
    after = _neighbour(tokens[-1], scene.parse, 1)
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
        owned = _neighbour(after, scene.parse, 1)
        if owned is not None and owned.lower in PLACES_AFTER:
            return 2.0
        return -0.5 if mention.text.lower() in SURNAMES else 0.0
    return 0.0


def _neighbour(token: Token, parse: Parse, step: int) -> Token | None:
    at = token.i + step
    if 0 <= at < len(parse.tokens):
        other = parse.tokens[at]
        if other.sentence == token.sentence and not other.text.isspace():
            return other
    return None


_LIST_GAP = re.compile(r", (?:and |or )?|,? (?:and|or) (?:in |at |near |from )?|/")


def _settled(judged: list[Mention], reading: Reading) -> list[Mention]:
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
            if lifted[other] >= ACCEPT + 0.5 and lifted[at] < ACCEPT and _could_share_list(judged[at], judged[other]) and _LIST_GAP.fullmatch(gap):
                lifted[at] += 2.0
    for at in range(len(judged) - 1):
        gap = reading.text[judged[at].end : judged[at + 1].start]
        if lifted[at] < ACCEPT <= lifted[at + 1] and _INSIDE_GAP.fullmatch(gap) and _could_lie_in(judged[at], judged[at + 1]):
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
    return not any(m.entries[0].alias in (AliasKind.ADJECTIVE, AliasKind.PEOPLE, AliasKind.ABBREVIATION) for m in (one, other))


_VILLAGE_OF = frozenset("city town village settlement hamlet suburb villages towns settlements district neighbourhood neighborhood".split())


def _stated_mentions(scene: Scene, book: Gazetteer) -> Iterator[Mention]:
    """Yield names that no gazetteer has but that are called a place: "the village of Hrabove"."""
    tokens = scene.parse.tokens
    for token in tokens:
        if token.text not in _VILLAGE_OF:
            continue
        following = _neighbour(token, scene.parse, 1)
        if following is None:
            continue
        if following.lower == "of":
            following = _neighbour(following, scene.parse, 1)
        if following is not None and _looks_like_name(following):
            yield _named_run(following, scene, token.lower)


def _looks_like_name(token: Token) -> bool:
    if token.lower in ORGANISATION_AFTER or token.lower in LOCAL_BODY_AFTER or token.lower in PERSONS_BEFORE:
        return False
    return token.tag in ("NNP", "NNPS", "NN", "JJ") and token.text[:1].isupper() and token.lower not in COMMON


def _named_run(first: Token, scene: Scene, kind: str) -> Mention:
    last = first
    while last.i - first.i < 3:
        after = _neighbour(last, scene.parse, 1)
        if after is not None and after.text == "-" and after.start == last.end:
            after = _neighbour(after, scene.parse, 1)
        if after is None or not _looks_like_name(after) or after.start - last.end > 1:
            break
        last = after
    text = scene.reading.text[first.start : last.end]
    return Mention(first.start, last.end, text, (), last, ACCEPT, "part" if kind.startswith(("neigh", "suburb")) else "city")


def spans_of(mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Return start and end of each mention."""
    return [(mention.start, mention.end) for mention in mentions]
