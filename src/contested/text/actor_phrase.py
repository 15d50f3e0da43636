"""A noun phrase taken apart: its parts, the names in it, the person, the title or noun.

"Ukraine's chief of staff, General Oleksandr Syrskyi" has two parts, the person "Oleksandr
Syrskyi" and the title "chief of staff". What follows from it: `actor_description.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from contested.model import ActorKind
from contested.parse import Token
from contested.reading import Reading
from contested.text.actor_names import Directory, NameMatch, NameUse, directory, fold, kind_nouns
from contested.text.actor_words import Title, is_person_name, longest_kind, longest_title, titles, words

PREPOSITIONS = frozenset({"of", "for", "from", "in", "at", "on", "to", "with", "near", "inside", "by", "among"})
STOPS = frozenset(
    {",", ";", ":", "(", ")", "[", "]", "—", "–", "who", "which", "that", "whose", "whom", "where", "when"}
)
LEADING = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "both", "some", "its", "his", "her", "their", "our", "'s",
    "according", "while", "and", "but", "as", "also",
})  # fmt: skip
PERSONAL = frozenset({
    ActorKind.OFFICIAL, ActorKind.MILITARY, ActorKind.EXPERT, ActorKind.ARMED_GROUP, ActorKind.PERSON,
    ActorKind.CIVILIAN, ActorKind.MEDIA, ActorKind.MONITOR, ActorKind.ANONYMOUS, ActorKind.ORGANISATION,
})  # fmt: skip


@dataclass(slots=True)
class Phrase:
    """A noun phrase taken apart; `parts` are its stretches between commas and clauses."""

    start: int
    end: int
    tokens: list[Token]
    parts: list[list[Token]]
    matches: list[NameMatch]
    names: Directory
    person: str | None = None
    person_match: NameMatch | None = None
    title: Title | None = None
    title_part: int = 0
    noun: tuple[str, ActorKind] | None = None
    role: str | None = None


def read_phrase(reading: Reading, start: int, end: int) -> Phrase:
    """Return the phrase at `start:end` taken apart."""
    tokens = list(reading.parse.tokens_in(start, end))
    while tokens and tokens[0].lower in LEADING | {"'", '"', "“", "‘", ",", "-"} and len(tokens) > 1:
        tokens.pop(0)
    while tokens and (tokens[-1].pos == "PUNCT" or tokens[-1].text in {"'s", "’s", "'", "’"}) and len(tokens) > 1:
        tokens.pop()
    names = directory(reading.packs)
    first, last = (tokens[0].start, tokens[-1].end) if tokens else (start, end)
    matches = [m for m in names.matches(reading.text) if first <= m.start and m.end <= last]
    matches = [m for m in matches if not _is_inside_a_name(m, tokens, matches)]
    phrase = Phrase(start, end, tokens, _parts(tokens, matches), matches, names)
    _find_person(phrase, reading)
    _find_nouns(phrase, reading.text)
    return phrase


def _is_inside_a_name(match: NameMatch, tokens: list[Token], matches: list[NameMatch]) -> bool:
    """Whether a pack's common noun is only the end of some body's name: "Al-Nasr Army"."""
    if not match.entry.generic:
        return False
    own = [t for t in tokens if match.start <= t.start < match.end]
    before = [t for t in tokens if t.end <= match.start]
    if not own or not before or not own[0].text[:1].isupper() or not before[-1].text[:1].isupper():
        return False
    return not any(m.start <= before[-1].start < m.end for m in matches) and before[-1].lower not in LEADING


def _parts(tokens: list[Token], matches: list[NameMatch]) -> list[list[Token]]:
    """Return the stretches between commas; what a clause says stays out of all but the first."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        inside = any(m.start < token.start < m.end for m in matches)
        if (token.lower in STOPS or _is_dash(token, tokens)) and not inside:
            parts.append([])
        elif token.pos != "PUNCT" or inside or token.text in "-.'’":
            parts[-1].append(token)
    return [part for part in parts if part] or [tokens]


def _is_dash(token: Token, tokens: list[Token]) -> bool:
    """Whether a hyphen stands between spaces, as a dash."""
    if token.text not in {"-", "--"} or token is tokens[0]:
        return False
    before = tokens[tokens.index(token) - 1]
    return before.end < token.start


def _find_person(phrase: Phrase, reading: Reading) -> None:
    """Set the person's name: a pack's person, or capitalised words after a title."""
    for match in phrase.matches:
        entry = match.entry
        if entry.use is NameUse.ACTOR and _is_pack_person(match) and _stands_alone(phrase, match):
            phrase.person, phrase.person_match = entry.name, match
            return
    for part in phrase.parts:
        run = name_run(part, phrase.matches)
        if not run or any(t.pos == "VERB" and t.dep in {"acl", "relcl", "ROOT"} for t in part[: part.index(run[0])]):
            continue  # "a movement led by General X"
        titled = longest_title([t.lower for t in part], part.index(run[0])) is not None
        placed = any(p.start <= run[0].start < p.end for p in reading.places)
        alone = part is phrase.parts[0] and run == part and _titled_later(phrase)  # "Olha, 54, a local resident"
        if titled or alone or (len(run) > 1 and not placed):
            phrase.person = reading.text[run[0].start : run[-1].end]
            return


def _titled_later(phrase: Phrase) -> bool:
    """Whether a later part of the phrase is a title."""
    return any(_last_noun([t.lower for t in part])[0] is not None for part in phrase.parts[1:])


def _is_pack_person(match: NameMatch) -> bool:
    """Whether a pack's actor is a person: it has a role, or a person's name and not a group's kind."""
    entry = match.entry
    single = entry.kind in {ActorKind.OFFICIAL, ActorKind.MILITARY, ActorKind.EXPERT, ActorKind.PERSON}
    return entry.kind in PERSONAL and (entry.role is not None or (single and is_person_name(entry.name)))


def _stands_alone(phrase: Phrase, match: NameMatch) -> bool:
    """Whether a person's name is what the phrase is about, not "Putin's troops", "aide to Putin"."""
    for part in phrase.parts:
        if not part or not part[0].start <= match.start < part[-1].end:
            continue
        before = [t for t in part if t.end <= match.start]
        after = [t for t in part if t.start >= match.end]
        if any(t.pos == "VERB" and t.dep in {"acl", "relcl", "amod"} for t in before):
            return False  # "a movement led by General X", "men loyal to X"
        apart = any(t.lower in {"of", "for", "who"} for t in after[1:3])
        if after and after[0].text not in {"of", "in"} and not (apart and not before):
            return False
        lowers = [t.lower for t in before]
        linked = bool(set(lowers) & (PREPOSITIONS - {"of", "for", "in"} | {"and", "or"}))
        linked = linked or (bool(lowers) and lowers[-1] in PREPOSITIONS)
        return not linked and not (lowers and lowers[-1] == "the")
    return False


def name_run(part: list[Token], matches: list[NameMatch]) -> list[Token]:
    """Return the last run of capitalised words of a part that can be a person's name.

    Words of bodies and titles end what came before them: in "the Southern Command Ivan Petrenko"
    the run is "Ivan Petrenko".
    """
    body, ranks = words("person_org_words"), titles()
    honor = words("honorifics")
    run: list[Token] = []
    for token in part:
        covering = [m for m in matches if m.start <= token.start < m.end]
        low = fold(token.text)
        named = covering and not (covering[0].entry.use is NameUse.ACTOR and _is_pack_person(covering[0]))
        if named or low in body or low in ranks or low in honor or (run and token.text in {"'s", "’s"}):
            run = []
        elif token.text[:1].isupper() and token.text[0].isalpha() and token.pos not in {"DET", "PRON", "ADP"}:
            if low not in LEADING and longest_kind([low], 1) is None:
                run.append(token)
            else:
                run = []
        elif _is_particle(token, run):
            run.append(token)
        elif run:
            break
    if (run and run[-1].text == "-") or _is_before_hyphen(run, part):
        return []  # "Aleppo-based activists"
    while run and not run[-1].text[0].isupper() and "-" not in run[-1].text:
        run.pop()
    return run


def _is_before_hyphen(run: list[Token], part: list[Token]) -> bool:
    """Whether a hyphen follows the run, which makes it a modifier."""
    after = part[part.index(run[-1]) + 1 :] if run else []
    return bool(after) and after[0].text == "-"


PARTICLES = frozenset({"al", "el", "abu", "bin", "ben", "ibn", "de", "von", "van", "ul", "-"})


def _is_particle(token: Token, run: list[Token]) -> bool:
    """Whether a word without a capital belongs to a name: "Shams al-Din", "al-Atta"."""
    low = fold(token.text)
    return low.startswith(("al-", "el-")) or (low in PARTICLES and bool(run)) or low in {"al", "el", "abu"}


def _find_nouns(phrase: Phrase, text: str) -> None:
    """Set title, collective noun and role from the first part that has one."""
    for number, part in enumerate(phrase.parts):
        covered = core_end(part, phrase)
        lowers = [t.lower for t in part]
        title, noun = _last_noun(lowers[:covered])
        if noun is not None and title is None and noun[0] in words("transparent") and covered < len(part):
            inner = lowers[covered + 1 :]
            title, noun = _last_noun(inner[: _first_preposition(inner)])
        if title is None and noun is None:
            continue
        if number and phrase.person is None:
            break
        phrase.title, phrase.noun, phrase.title_part = title, noun, number
        if title is not None:
            phrase.role = _role(phrase, part, text)
        if title is not None or phrase.person is None:
            break


def _first_preposition(lowers: list[str]) -> int:
    return next((i for i, low in enumerate(lowers) if low in PREPOSITIONS), len(lowers))


def core_end(part: list[Token], phrase: Phrase) -> int:
    """Return how many words of a part stand before its first preposition or verb."""
    for i, token in enumerate(part):
        if any(m.start < token.start < m.end for m in phrase.matches):
            continue
        if token.lower == "to" and i and part[i - 1].lower == "up":
            continue
        if i and token.lower in PREPOSITIONS and longest_title([t.lower for t in part], min(i + 2, len(part))) is None:
            return i
        if i and token.lower == "of" and "of" not in _title_words(part, i):
            return i
        if i and token.pos in {"VERB", "AUX"} and token.dep in {"acl", "relcl", "ROOT", "ccomp", "conj", "advcl"}:
            return i
    return len(part)


def _title_words(part: list[Token], i: int) -> list[str]:
    """Return the words of the title that ends right after position i + 1, if one spans it."""
    title = longest_title([t.lower for t in part], min(i + 2, len(part)))
    return title.phrase.split() if title else []


def _last_noun(lowers: list[str]) -> tuple[Title | None, tuple[str, ActorKind] | None]:
    """Return the last title or collective noun of some words."""
    for end in range(len(lowers), 0, -1):
        title = longest_title(lowers, end)
        noun = longest_kind(lowers, end)
        if noun is not None and (title is None or len(noun[0].split()) > len(title.phrase.split())):
            return None, noun
        if title is not None:
            return title, None
        if lowers[end - 1] in words("transparent"):
            return None, (lowers[end - 1], ActorKind.UNKNOWN)
    return None, None


def _role(phrase: Phrase, part: list[Token], text: str) -> str | None:
    """Return the words of the title: "spokesman for the Southern Command"."""
    last = part[-1]
    if phrase.person is not None:
        run = name_run(part, phrase.matches)
        is_name = bool(run) and text[run[0].start : run[-1].end] == phrase.person
        named = {t.i for t in run} if is_name else set()
        if phrase.person_match is not None:
            span = phrase.person_match
            named |= {t.i for t in part if span.start <= t.start < span.end}
        plain = [t for t in part if t.i not in named]
        if not plain:
            return None
        first_named = min((t.i for t in part if t.i in named), default=None)
        plain = [t for t in plain if first_named is None or t.i < first_named]
        if not plain:
            return None
        last = plain[-1]
    first = part[0]
    while first is not last and first.lower in LEADING:
        first = part[part.index(first) + 1]
    return text[first.start : last.end].strip(" ,")


def core_match(phrase: Phrase) -> NameMatch | None:
    """Return the name that the phrase is: the one that ends its core, or stands in apposition.

    "the monitoring group DeepState", "TASS news agency", "the support forces (RSF)".
    """
    if not phrase.parts or not phrase.parts[0]:
        return None
    part = phrase.parts[0]
    end = part[max(core_end(part, phrase), 1) - 1].end
    found = [m for m in phrase.matches if m.start < end <= m.end]
    if found:
        return found[-1]
    for match in reversed(phrase.matches):
        after = [t for t in part if match.end <= t.start < end]
        described = {kind_nouns().get(t.lower) for t in after if match.entry.kind in DESCRIBED}
        if match.entry.use in OWN_NAMES and match.entry.kind in described and after[0].text not in {"'s", "’s"}:
            return match
    for other in phrase.parts[1:]:
        for match in phrase.matches:
            if match.entry.use in OWN_NAMES and match.start <= other[0].start and other[-1].end <= match.end:
                return match
    return None


DESCRIBED = frozenset({ActorKind.MEDIA, ActorKind.MONITOR, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP})
OWN_NAMES = frozenset({NameUse.ACTOR, NameUse.OUTLET, NameUse.BODY})
