"""Triggers: the words of a report that say that something happened, and of which type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from contested import lexicons
from contested.events.arguments import MISTAGGED, Arguments, arguments, coordinated
from contested.events.ontology import Frame
from contested.events.phrases import Classifier, by_lemma, find_phrase
from contested.parse import Token
from contested.reading import Reading

NOUNS = frozenset({"NOUN", "PROPN"})
NAME_HEADS = frozenset(lexicons.load("event_nouns")["name_heads"])
"""Nouns whose modifier is part of a name, and tells no event."""
ARMED_KINDS = frozenset(lexicons.load("event_nouns")["armed_kinds"])
OF_KIND = frozenset(lexicons.load("event_nouns")["of_kind"])
GERUND_DEPS = frozenset({"pobj", "nsubj", "dobj", "compound", "conj", "ROOT", "nsubjpass", "attr", "amod"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word (or a phrase around `token`) that names an event of a frame's type."""

    token: Token
    frame: Frame
    words: tuple[Token, ...]
    args: Arguments = field(compare=False)
    type: str = ""

    @property
    def start(self) -> int:
        """Where the words that name the event begin."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where they end: the last word if they stand together, else the first's end."""
        together = self.words[-1].i - self.words[0].i < len(self.words) + 2
        return self.words[-1].end if together else self.words[0].end


def find_triggers(reading: Reading, classifier: Classifier) -> Iterator[Trigger]:
    """Yield the triggers of a report in text order; a word may yield two types (hit, hospital hit)."""
    dated = (token for time in reading.times for token in reading.parse.tokens_in(time.start, time.end))
    months = {token.i for token in dated if token.lower == "march"}
    for number in range(len(reading.parse.sentences)):
        sentence = reading.parse.sentence_tokens(number)
        taken: dict[int, str] = {}
        found: list[Trigger] = []
        for at, token in enumerate(sentence):
            if token.pos == "PUNCT" or token.i in months or _says_what_kind(sentence, at):
                continue
            found.extend(_at(sentence, at, token, classifier))
        yield from _without_overlap(found, taken)


def _says_what_kind(sentence: tuple[Token, ...], at: int) -> bool:
    """Whether a word says what sort of force or weapon the next one is: "strike drones", "assault infantry"."""
    token = sentence[at]
    if token.lower not in OF_KIND or at + 1 == len(sentence) or sentence[at + 1].lemma not in ARMED_KINDS:
        return False
    acts = any(child.dep in {"nsubj", "aux"} for child in token.children)
    return not acts and not (at and sentence[at - 1].lower in {"to", "will", "and"} and token.pos == "VERB")


def _at(sentence: tuple[Token, ...], at: int, token: Token, classifier: Classifier) -> Iterator[Trigger]:
    """Yield what one word triggers: the first frame that fits, and all that stand beside it."""
    table = by_lemma()
    candidates = [*table.get(("PHRASE", token.lemma), ())]
    if token.lower != token.lemma:
        candidates += table.get(("PHRASE", token.lower), ())
    for kind in _kinds(token):
        candidates += table.get((kind, token.lemma), ())
        if token.lower != token.lemma:
            candidates += table.get((kind, token.lower), ())
    if not candidates:
        return
    candidates.sort(key=lambda one: (-len(one[2]), one[0]))  # the longest phrase first, then the file's order
    main_found = False
    for _, frame, parts in candidates:
        if main_found and not frame.beside:
            continue
        words = find_phrase(sentence, at, parts) if parts else [token]
        if words is None or (parts and token.dep in {"aux", "auxpass"}):
            continue
        if any(_says_what_kind(sentence, word.i - sentence[0].i) for word in words[1:]):
            continue
        anchor = _anchor(words)
        trigger = Trigger(anchor, frame, tuple(words), _phrase_arguments(anchor, words), frame.type)
        if fits(trigger, sentence, classifier):
            main_found = main_found or not frame.beside
            yield trigger


def _phrase_arguments(anchor: Token, words: list[Token]) -> Arguments:
    """Return the anchor's arguments and what hangs on the phrase's other words: "took control *of the airport*"."""
    found = arguments(anchor)
    inside = {word.i for word in words}
    for word in words:
        if word is anchor or word.pos not in {"NOUN", "PROPN", "ADP", "ADV"}:
            continue
        for name, tokens in arguments(word).preps.items() if word.pos in NOUNS else _own_objects(word):
            known = found.preps.setdefault(name, [])
            known.extend(one for one in tokens if one.i not in inside and one not in known)
    return found


def _own_objects(word: Token) -> list[tuple[str, list[Token]]]:
    return [(word.lower, [one for child in word.children if child.dep == "pobj" for one in coordinated(child)])]


def _kinds(token: Token) -> tuple[str, ...]:
    """Return the parts of speech a word may be looked up as; participles and gerunds as both."""
    if token.pos in {"VERB", "AUX"}:
        if token.tag == "VBG" and token.dep in GERUND_DEPS:
            return ("VERB", "NOUN")
        return ("VERB",)
    if token.lower in MISTAGGED:
        return ("VERB",)
    if token.pos in NOUNS:
        if token.text == "March":
            return ()  # the month, far oftener than a march, also where no date was read
        if token.dep in {"compound", "nmod", "amod"} and token.head.lemma in NAME_HEADS:
            return ()  # "National Liberation Front"
        if token.tag in {"NN", "NNP"} and token.lower.endswith("ing"):
            return ("NOUN", "VERB")
        return ("NOUN",)
    if token.pos == "ADJ":
        return ("ADJ", "VERB") if token.lower.endswith(("ed", "ing")) else ("ADJ",)
    return ()


def _anchor(words: list[Token]) -> Token:
    """Return the word of a phrase whose arguments count: its verb, else its highest noun."""
    for token in words:
        if token.pos == "VERB":
            return token
    inside = {token.i for token in words}
    for token in words:
        if token.head.i not in inside or token.is_root:
            return token
    return words[-1]


def fits(trigger: Trigger, sentence: tuple[Token, ...], classifier: Classifier) -> bool:
    """Whether the words around a trigger are what its frame asks for."""
    frame, args = trigger.frame, trigger.args
    inside = {token.i for token in trigger.words}
    objects = [one for one in args.objects if one.i not in inside or not frame.phrases]
    subjects = [one for one in args.subjects if one.i not in inside]
    if frame.phrases and not objects:
        objects = [one for tokens in args.preps.values() for one in tokens if one.i not in inside]
    return (
        _has(objects, frame.object, frame.unless_object, classifier)
        and _has(subjects, frame.subject, frame.unless_subject, classifier)
        and _has(args.modifiers, frame.modifier, frame.unless_modifier, classifier)
        and (_has(args.possessors, frame.possessor, (), classifier) or _its(args.possessors))
        and _preps_fit(frame, args, classifier)
        and not any(_phrase_in(sentence, phrase) for phrase in frame.unless_phrase)
    )


def _has(tokens: list[Token], wanted: tuple[str, ...], unwanted: tuple[str, ...], classifier: Classifier) -> bool:
    if wanted and not classifier.any_is(tokens, wanted):
        return False
    return not (unwanted and classifier.any_is([one for one in tokens if one.pos != "PROPN"], unwanted))


def _its(possessors: list[Token]) -> bool:
    """Whether the possessor is "its", which may stand for a town: "its fall"."""
    return any(token.lower == "its" for token in possessors)


def _preps_fit(frame: Frame, args: Arguments, classifier: Classifier) -> bool:
    if frame.prep and not any(
        name in args.preps and classifier.any_is(args.preps[name], wanted) for name, wanted in frame.prep.items()
    ):
        return False
    return not any(
        name in args.preps and classifier.any_is(args.preps[name], unwanted)
        for name, unwanted in frame.unless_prep.items()
    )


def _phrase_in(sentence: tuple[Token, ...], phrase: str) -> bool:
    parts = tuple(phrase.split())
    return any(find_phrase(sentence, at, parts) for at in range(len(sentence)))


def _without_overlap(found: list[Trigger], taken: dict[int, str]) -> Iterator[Trigger]:
    """Yield triggers so that no word names two events, longer phrases first.

    Frames marked `beside` may share their word: "hit a hospital" is a strike and damage.
    """
    ranked = sorted(found, key=lambda one: (one.frame.beside, -len(one.words), one.words[0].i))
    kept: list[Trigger] = []
    ends: set[tuple[str, int]] = set()
    for trigger in ranked:
        if (trigger.type, trigger.words[-1].i) in ends:
            continue
        ends.add((trigger.type, trigger.words[-1].i))
        content = [token.i for token in trigger.words if token.pos not in {"ADP", "DET", "AUX"}]
        if not trigger.frame.beside:
            if any(i in taken for i in content):
                continue
            taken.update(dict.fromkeys(content, trigger.type))
        kept.append(trigger)
    kept.sort(key=lambda one: (one.words[0].i, one.type))
    yield from kept


def retyped(trigger: Trigger, key: str) -> Trigger:
    """Return the trigger with another type."""
    return replace(trigger, type=key)
