"""Who "the spokesman", "he", "Trehubov" or "the ministry" is, inside one report.

A small resolver of four rules, each one a reader would give as the reason:

* a surname is the person whose full name the report gives;
* "the spokesman" is the last person named who bears such a title, else the last speaker who
  could; "the ministry" is the last body named with that word;
* "he", "she", "it" and "they" are the last fitting speaker, or the subject before them in the
  same sentence;
* "we" inside a quotation is whoever speaks there.

What fits nobody, or two people equally, stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from contested import lexicons
from contested.model import NO_PARTY, UNKNOWN, Actor, ActorKind
from contested.parse import Token
from contested.reading import Reading
from contested.text.actor_names import fold, kind_nouns
from contested.text.actor_phrase import PERSONAL
from contested.text.actor_words import is_person_name, longest_title, pronouns, titles, words

REACH = 5
"""Sentences back in which a pronoun looks for its speaker; a person does so within a paragraph or two."""

POSSESSIVES = frozenset({"its", "their", "his", "her"})
DEFINITE = frozenset({"the", "this", "that", "same", "said"})
BODY_KINDS = frozenset({
    ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.UNIT, ActorKind.ARMED_GROUP,
    ActorKind.MONITOR, ActorKind.ORGANISATION, ActorKind.MEDIA,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor mentioned earlier, and how: who speaks weighs more than who is spoken of."""

    actor: Actor
    sentence: int
    speaker: bool = False
    subject: bool = False
    plural: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is one named person, or one person by title."""
        if is_person_name(self.actor.name):
            return True
        single = not self.plural and self.actor.role is not None
        return single and self.actor.kind in PERSONAL and _title_of(self.actor) is not None


def _title_of(actor: Actor) -> str | None:
    """Return the concept of the title an actor bears ("communications"), from role or words."""
    for source in (actor.role or "", actor.text):
        lowers = fold(source).replace(",", " ").replace("'s", " ").split()
        found = [longest_title(lowers, end) for end in range(1, len(lowers) + 1)]
        concepts = [title.concept for title in found if title is not None]
        if "communications" in concepts:
            return "communications"
        if concepts:
            return concepts[0]
    return None


def see(reading: Reading, actor: Actor, *, speaker: bool = False) -> Seen:
    """Return an actor with what a later pronoun needs to know of its mention."""
    head = reading.parse.head_of(actor.start, actor.end)
    if head is None:
        return Seen(actor, 0, speaker)
    subject = head.dep in {"nsubj", "nsubjpass"}
    return Seen(actor, head.sentence, speaker, subject, is_plural(head, actor))


def is_plural(head: Token, actor: Actor) -> bool:
    """Whether a mention is one of several: "officials", "Russian troops", "Moscow and Kyiv"."""
    if is_person_name(actor.name):
        return False
    if head.tag in {"NNS", "NNPS"} or head.lower in {"police", "people", "troops", "infantry"}:
        return True
    return any(child.dep == "conj" and child.end <= actor.end for child in head.children)


def surname_of(name: str) -> str:
    """Return the last word of a name, folded: "Viktor Trehubov" → "trehubov"."""
    return fold(name).split()[-1] if name.split() else ""


def by_surname(actor: Actor, seen: Sequence[Seen]) -> Actor | None:
    """Return the one person of the report whose full name ends in this name, or None.

    Where two persons share it, the last one before the mention.
    """
    wanted = fold(actor.name)
    if not wanted or not actor.name[0].isupper():
        return None
    persons = [s.actor for s in seen if is_person_name(s.actor.name) and s.actor.name != actor.name]
    fitting = [other for other in persons if _ends_in(other, wanted)]
    if not fitting:
        return None
    before = [other for other in fitting if other.start <= actor.start]
    return before[-1] if before else fitting[0]


def _ends_in(person: Actor, wanted: str) -> bool:
    """Whether a person's name ends in the wanted one and is longer.

    The words of the report count too where they are longer than a surname: "Abdel Rahman" is the
    "Rami Abdel Rahman" whom a pack spells otherwise.
    """
    long = is_person_name(wanted.title()) or is_person_name(" ".join(person.text.split()[-2:]))
    written = [person.name, person.text] if long else [person.name]
    return any(fold(words_).endswith((f" {wanted}", f"-{wanted}")) for words_ in written)


def resolve_actor(reading: Reading, actor: Actor, seen: Sequence[Seen]) -> Actor:
    """Return the actor with the name, kind, role and side of whom it stands for.

    The mention keeps its own span and words. `seen` holds earlier and later mentions in order.
    """
    target = antecedent(reading, actor, seen)
    if target is None:
        return _owned(reading, actor, seen)
    reason = f"{actor.text.strip()!r} is {target.name}"
    if target.party_reason:
        reason = f"{reason}: {target.party_reason.split(f' is {target.name}: ')[-1]}"
    own = actor.party not in {UNKNOWN, "none"}
    return replace_actor(
        actor,
        name=target.name,
        kind=target.kind if target.kind is not ActorKind.UNKNOWN else actor.kind,
        role=target.role or actor.role,
        party=actor.party if own and target.party == UNKNOWN else target.party,
        party_reason=actor.party_reason if own and target.party == UNKNOWN else reason,
    )


def _owned(reading: Reading, actor: Actor, seen: Sequence[Seen]) -> Actor:
    """Return the actor with its owner's side: "its special forces" after "Ukraine has deployed"."""
    tokens = reading.parse.tokens_in(actor.start, actor.end)
    if len(tokens) < 2 or tokens[0].lower not in POSSESSIVES:
        return actor
    is_men = tokens[-1].lower == "men"  # a commander's men are fighters
    if actor.party != UNKNOWN and not is_men:
        return actor
    owner = _by_pronoun(tokens[0].lower, tokens[0], [s for s in seen if s.actor.end <= actor.start])
    if owner is None or owner.party in {UNKNOWN, NO_PARTY}:
        return actor
    reason = f"{tokens[0].text!r} is {owner.name}: {owner.party_reason.split(f' is {owner.name}: ')[-1]}"
    kind = owner.kind if is_men else actor.kind
    return replace_actor(actor, party=owner.party, party_reason=reason, kind=kind)


def replace_actor(actor: Actor, **changes: object) -> Actor:
    """Return the actor with some fields changed (records are frozen)."""
    fields = {name: getattr(actor, name) for name in Actor.__struct_fields__}
    return Actor(**(fields | changes))


def antecedent(reading: Reading, actor: Actor, seen: Sequence[Seen]) -> Actor | None:
    """Return whom a mention stands for, or None where it names itself or nobody fits."""
    tokens = _without_base([t for t in reading.parse.tokens_in(actor.start, actor.end) if t.pos != "PUNCT"])
    if not tokens:
        return None
    person = by_surname(actor, seen)
    if person is not None:
        return person
    low = tokens[0].lower
    earlier = [s for s in seen if s.actor.end <= actor.start]
    if len(tokens) == 1 and low in pronouns():
        return _by_pronoun(low, tokens[0], earlier)
    if low in DEFINITE and tokens[-1].lower in words("statement_words") and len(tokens) == 2:
        spoke = [s for s in earlier if s.speaker and s.sentence >= tokens[0].sentence - REACH]
        return spoke[-1].actor if spoke else None
    if len(tokens) == 1 and low in words("relatives"):
        return _by_relative(tokens[0], earlier)
    if [t.lower for t in tokens[:3]] == ["one", "of", "them"]:
        return _one_of(actor, tokens[2], earlier)
    if low in DEFINITE and not any(t.tag in {"NNP", "NNPS"} for t in tokens):
        found = _by_description(tokens, earlier)
        sides = {actor.party, found.party} - {UNKNOWN, NO_PARTY} if found is not None else set()
        return found if len(sides) < 2 else None
    return None


def _without_base(tokens: list[Token]) -> list[Token]:
    """Return the tokens without "Britain-based", which tells nobody from others."""
    for i in range(1, len(tokens)):
        if tokens[i].lower == "based":
            first = i - 1 if tokens[i - 1].text != "-" else i - 2
            return [*tokens[: max(first, 0)], *tokens[i + 1 :]]
    return tokens


def _one_of(actor: Actor, them: Token, earlier: Sequence[Seen]) -> Actor | None:
    """Return one of some people, with their kind and side: "One of them, Amna Bakheet"."""
    group = _by_pronoun("them", them, earlier)
    if group is None:
        return None
    name = actor.name if is_person_name(actor.name) else f"one of {group.name}"
    return replace_actor(group, name=name)


@cache
def _first_names() -> tuple[frozenset[str], frozenset[str]]:
    data = lexicons.load("actor_first_names")
    return frozenset(data["female"]), frozenset(data["male"])


def gender_of(actor: Actor) -> str | None:
    """Return "female" or "male" where a title or first name tells it, else None."""
    lowers = set(fold(f"{actor.text} {actor.role or ''}").split())
    for gender in ("female", "male"):
        if lowers & words(gender):
            return gender
    female, male = _first_names()
    first = fold(actor.name).split()[0] if is_person_name(actor.name) else ""
    return "female" if first in female else "male" if first in male else None


def _by_pronoun(low: str, token: Token, earlier: Sequence[Seen]) -> Actor | None:
    """Return the last fitting speaker, or the subject before it in the same sentence."""
    wants = pronouns()[low]
    near = [s for s in earlier if token.sentence - REACH <= s.sentence and _fits(s, wants)]
    if not near:
        return None
    same = [s for s in near if s.sentence == token.sentence and s.subject]
    speakers = [s for s in near if s.speaker]
    if wants.get("animate"):
        order = [*speakers[-1:], *same[-1:], *[s for s in near if s.subject][-1:], near[-1]]
        if same and (not speakers or same[-1].actor.start > speakers[-1].actor.start):
            order.insert(0, same[-1])
        return order[0].actor
    close = [s for s in near if s.sentence >= token.sentence - 2]
    here = [s for s in same if s.speaker]
    if here and token.dep in {"nsubj", "nsubjpass"}:
        return here[-1].actor  # "The RSF announced that they had taken the town": who speaks is whom it tells of
    if wants["number"] == "plural" and any(s.plural for s in close):
        close = [s for s in close if s.plural]
        same = [s for s in same if s.plural]
    order = [*same[-1:], *[s for s in close if s.speaker][-1:], *[s for s in close if s.subject][-1:]]
    return order[0].actor if order else None


def _fits(seen: Seen, wants: dict[str, object]) -> bool:
    """Whether a mention agrees with a pronoun in number, gender and being a person."""
    if wants.get("animate"):
        gender = gender_of(seen.actor)
        return seen.is_person and not seen.plural and gender in {None, wants.get("gender")}
    if seen.actor.kind in {ActorKind.EVIDENCE, ActorKind.UNKNOWN}:
        return False
    if wants["number"] == "plural":
        head = surname_of(seen.actor.text.rstrip(" ,."))
        return seen.plural or (not seen.is_person and (seen.actor.kind in BODY_KINDS or head in kind_nouns()))
    return not seen.plural and not seen.is_person and seen.actor.kind in BODY_KINDS


def _by_relative(token: Token, earlier: Sequence[Seen]) -> Actor | None:
    """Return the noun that a relative clause hangs on: "DeepState, which said …"."""
    verb = token.head
    while verb.dep not in {"relcl", "acl"} and not verb.is_root:
        verb = verb.head
    noun = verb.head
    near = [s for s in earlier if s.sentence == token.sentence]
    if token.lower == "who":
        near = [s for s in near if s.actor.kind not in {ActorKind.STATE, ActorKind.GOVERNMENT}]
    held = [s for s in near if s.actor.start <= noun.start < s.actor.end]
    return (held or near)[-1].actor if near else None


def _by_description(tokens: list[Token], earlier: Sequence[Seen]) -> Actor | None:
    """Return whom "the spokesman", "the general", "the ministry", "the rebel group" stands for."""
    lowers = [t.lower for t in tokens[1:]]
    if not lowers or any(low in {"of", "for", "in", "from", ",", "who", "at"} for low in lowers):
        return None
    title = longest_title(lowers, len(lowers))
    if title is not None:
        return _titled(lowers[-1], title.concept, earlier)
    word = lowers[-1]
    kind = kind_nouns().get(" ".join(lowers)) or (kind_nouns().get(word) if _only_describes(lowers[:-1]) else None)
    if kind is None or kind in {ActorKind.CIVILIAN, ActorKind.EVIDENCE, ActorKind.ANONYMOUS}:
        return None  # "the assault infantry" is its own
    bodies = [s for s in earlier if not s.is_person and _is_specific(s.actor, tokens)]
    same_word = [s for s in bodies if word in fold(f"{s.actor.text} {s.actor.name}").split()]
    if same_word:
        return same_word[-1].actor
    fitting = [
        s for s in bodies if s.actor.kind in _kinds_of(kind, lowers) and s.sentence >= tokens[0].sentence - REACH
    ]
    speakers = [s for s in fitting if s.speaker]
    return (speakers or fitting)[-1].actor if fitting else None


def _only_describes(lowers: list[str]) -> bool:
    """Whether modifiers only say what sort of body it is: "the ethnic rebel group"."""
    return all(
        low in words("descriptive") or low in words("rebel_words") or low in words("monitor_words")
        or low in words("aid_words") or low == "-"
        for low in lowers
    )  # fmt: skip


def _kinds_of(kind: ActorKind, lowers: list[str]) -> set[ActorKind]:
    """Return the kinds of body that a description can stand for, none for armies and states.

    "The army" names whom it means; "the group" does not.
    """
    if kind is ActorKind.UNKNOWN:
        low = set(lowers)
        if low & words("rebel_words"):
            return {ActorKind.ARMED_GROUP}
        if low & words("monitor_words"):
            return {ActorKind.MONITOR, ActorKind.ORGANISATION}
        if low & words("aid_words"):
            return {ActorKind.MONITOR, ActorKind.ORGANISATION}
        return {ActorKind.MONITOR, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION}
    return set() if kind in {ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.STATE} else {kind}


def _is_specific(actor: Actor, tokens: list[Token]) -> bool:
    """Whether a body's mention says more than the description does."""
    return len(actor.text.split()) > len(tokens) or any(character.isupper() for character in actor.name[:1])


TITLE_KIN: dict[str, frozenset[str]] = {
    "ranks": frozenset({"ranks", "commanders"}),
    "commanders": frozenset({"commanders", "ranks", "rebels"}),
    "officials": frozenset({"officials", "communications"}),
    "rebels": frozenset({"rebels", "commanders"}),
}
"""Titles that one person may bear by turns; all others only with themselves."""


def _titled(word: str, concept: str, earlier: Sequence[Seen]) -> Actor | None:
    """Return the last person who bears the title, else the last speaker who could bear it."""
    persons = [s for s in earlier if s.is_person and is_person_name(s.actor.name)]
    exact = [s for s in persons if word in fold(f"{s.actor.text} {s.actor.role or ''}").replace(",", " ").split()]
    if exact:
        return exact[-1].actor
    kin = TITLE_KIN.get(concept, frozenset({concept}))
    alike = [
        s
        for s in persons
        if _title_of(s.actor) in kin or (concept == "rebels" and s.actor.kind is ActorKind.ARMED_GROUP)
    ]
    if alike:
        return alike[-1].actor
    open_to_it = [s for s in persons if s.speaker and _title_of(s.actor) is None]
    return open_to_it[-1].actor if open_to_it and word in titles() else None
