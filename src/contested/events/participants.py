"""Participants: the doer of an event and the one it is done to, as actors with their side."""

from __future__ import annotations

from msgspec import structs

from contested import lexicons
from contested.events.phrases import Classifier
from contested.events.triggers import Trigger
from contested.model import UNKNOWN, Actor, Claim
from contested.parse import Token
from contested.reading import Reading
from contested.text.actors import describe_actor

EMPTY = frozenset(lexicons.load("event_nouns")["empty_doers"])
"""Nouns that do nothing themselves: "an effort to repel the assault"."""
HOLDINGS = frozenset({"control", "hand", "hands", "grip", "command"})
"""What a place is in or under when somebody holds it."""
TOWNS = frozenset(lexicons.load("event_nouns")["settlement_words"])
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})


class Participants:
    """Finds agent and target for the events of one report."""

    def __init__(self, reading: Reading, classifier: Classifier) -> None:
        self.reading = reading
        self.classifier = classifier
        self._known: dict[int, Actor | None] = {}
        dated = (token for time in reading.times for token in reading.parse.tokens_in(time.start, time.end))
        self.dated = frozenset(token.i for token in dated)

    def agent(self, trigger: Trigger) -> Actor | None:
        """Return who does it, or None where the text does not say."""
        found = self._holder(trigger) or self._from_role(trigger, trigger.frame.agent)
        if found is None and trigger.frame.agent != "none":
            found = self._first(self._attributes(trigger))
        return found

    def _holder(self, trigger: Trigger) -> Actor | None:
        """Return in whose hands it is: "under the control of the army", "in rebel hands", "under our control"."""
        if trigger.frame.agent != "subject":
            return None
        found: list[Token] = []
        for word in trigger.words:
            if word.lower == "ours":
                found.append(word)
            if word.lemma not in HOLDINGS or word.pos != "NOUN" or word.head.lower not in {"under", "in", "into"}:
                continue
            own = word.head.lower == "in" and word.lemma in {"control", "command"}
            if own and not any(child.dep == "det" for child in word.children):
                continue  # who is "in control of" a town holds it; what follows is the town
            found += [child for child in word.children if child.dep in {"poss", "compound"}]
            found += [child for child in word.children if child.dep == "amod" and self.classifier.is_force(child)]
            for child in word.children:
                if child.dep == "prep" and child.lower == "of":
                    found += [inner for inner in child.children if inner.dep == "pobj"]
        return self._first([one for one in found if not self._names_place(one)])

    def target(self, trigger: Trigger, agent: Actor | None) -> Actor | None:
        """Return to whom or what it is done, or None."""
        found = self._from_role(trigger, trigger.frame.target)
        if found is None or (agent is not None and (found.start, found.end) == (agent.start, agent.end)):
            return None
        return found

    def _from_role(self, trigger: Trigger, role: str) -> Actor | None:
        args = trigger.args
        if role == "none":
            return None
        if role == "subject":
            candidates = args.subjects
        elif role == "object":
            candidates = [*args.objects, *args.preps.get("on", []), *args.preps.get("against", [])]
        else:
            candidates = [*args.preps.get(role, [])]
            if role in {"of", "by", "between"}:
                candidates += args.subjects
            if role in {"on", "at", "against", "of"}:
                candidates += [*args.objects, *args.preps.get("against", []), *args.preps.get("at", [])]
        there = trigger.words[0].lower == "there"  # "there are Russian troops": those words act themselves
        inside = set() if there else {token.i for token in trigger.words}
        return self._first([one for one in candidates if one.i not in inside], as_agent=trigger.frame.agent == role)

    def _attributes(self, trigger: Trigger) -> list[Token]:
        """Return whose act a noun says it is: "Russia's capture", "the Russian assault"."""
        args = trigger.args
        owners = [one for one in args.possessors if not self._names_place(one)]
        adjectives = [one for one in args.modifiers if self.classifier.is_force(one) or one.tag == "NNP"]
        return owners + [one for one in adjectives if not self._names_place(one)]

    def _names_place(self, token: Token) -> bool:
        return token.i in self.classifier.place_tokens

    def _first(self, tokens: list[Token], as_agent: bool = True) -> Actor | None:
        """Return the first word that can act, as an actor; towns do not act."""
        for token in tokens:
            if (
                token.pos not in NOMINAL
                or token.lemma in EMPTY
                or token.i in self.dated
                or (as_agent and self._names_place(token))
            ):
                continue
            if as_agent and self._phrase_is_place(token):
                continue
            found = self.describe(token)
            if found is not None:
                return found
        return None

    def _phrase_is_place(self, token: Token) -> bool:
        named = [child for child in token.children if child.dep == "compound"]
        if token.lemma in TOWNS:  # "the city of Kupiansk"
            named += [inner for child in token.children if child.lower == "of" for inner in child.children]
        return any(one.i in self.classifier.place_tokens for one in named)

    def describe(self, token: Token) -> Actor | None:
        """Return the noun phrase of a word as an actor."""
        if token.i not in self._known:
            start, end = phrase_edges(token)
            self._known[token.i] = describe_actor(self.reading, start, end)
        return self._known[token.i]


def phrase_edges(token: Token) -> tuple[int, int]:
    """Return where a noun phrase begins and ends: modifiers, and "of ..." right behind the head."""
    start, end = token.start, token.end
    for child in token.children:
        if child.i < token.i and child.dep in {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod"}:
            start = min(start, child.edges()[0])
        elif child.i == token.i + 1 and child.dep == "prep" and child.lower == "of":
            for inner in child.children:
                if inner.dep == "pobj":
                    end = max(end, phrase_edges(inner)[1])
    return start, end


def speakers_own(actor: Actor | None, claim: Claim, reading: Reading) -> Actor | None:
    """Return the actor with the speaker's side where the words say that it is the speaker's own.

    "The spokesman claimed that its forces had taken the airport": "its" is the spokesman's side.
    """
    if actor is None or claim.source.own_voice:
        return actor
    first = actor.text.partition(" ")[0].lower()
    parties = {party.name for pack in reading.packs for party in pack.parties}
    whole = " ".join(actor.text.lower().split())
    group = whole in OWN_GROUP and actor.party == UNKNOWN
    if (first not in OWN and not group) or claim.source.party not in parties or actor.party == claim.source.party:
        return actor
    if any(actor.text.lower().find(word) >= 0 for word in ("enemy", "opponent", "rival")):
        return actor
    return structs.replace(
        actor,
        party=claim.source.party,
        party_reason=f'"{whole if group else first}" is the speaker\'s: {claim.source.name}',
    )


OWN_GROUP = frozenset(lexicons.load("event_nouns")["own_group"])
OWN = frozenset({"its", "our", "ours", "we", "us"})
"""Words with which a speaker means the own side."""
