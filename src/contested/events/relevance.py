"""Relevance: whether a report, and a sentence of it, speaks of armed conflict at all.

A report on sport, business, culture or old history uses the same verbs and place names: a club
captures a title, a firm takes over a market, the Red Army retook the city in 1943. None of it is
an event here.
"""

from __future__ import annotations

from functools import cached_property

from contested.events.phrases import Classifier
from contested.events.triggers import Trigger
from contested.parse import Token
from contested.reading import Reading

TRAPS = ("sport", "business", "culturebusiness", "history")
HARD = frozenset({
    "disaster", "diplomacy", "crime", "arrest", "blame", "protest", "riot", "agreement", "negotiation",
    "sexual_violence", "looting", "weapons", "abduction", "aid", "outage", "ceasefire",
})  # fmt: skip
"""Families whose words are not borrowed by sport and business, or that need no armed conflict."""
FAR_PAST_YEARS = 15


class Relevance:
    """Counts the words of armed conflict and of the traps, in a report and around a word."""

    def __init__(self, reading: Reading, classifier: Classifier) -> None:
        self.reading = reading
        self.classifier = classifier
        self._sentence: dict[int, tuple[int, int]] = {}

    @cached_property
    def of_report(self) -> tuple[int, int]:
        """How many sentences hold words of conflict, and how many only words of a trap."""
        counts = [self.of_sentence(number) for number in range(len(self.reading.parse.sentences))]
        return sum(war > 0 for war, _ in counts), sum(trap > 0 and trap >= war for war, trap in counts)

    def of_sentence(self, number: int) -> tuple[int, int]:
        """Return how many words of conflict, and of the strongest trap, a sentence holds."""
        if number not in self._sentence:
            tokens = self.reading.parse.sentence_tokens(number)
            war = len({token.lemma for token in tokens if self._listed(token, "conflict")})
            war += any(token.start in self.classifier.armed_starts for token in tokens)  # a side's armed force
            trap = max(len({token.lemma for token in tokens if self._listed(token, name)}) for name in TRAPS)
            self._sentence[number] = (war, trap)
        return self._sentence[number]

    def _listed(self, token: Token, name: str) -> bool:
        return self.classifier.is_a(token, name)

    def admits(self, trigger: Trigger) -> bool:
        """Whether an event may be coded for a trigger, where it stands."""
        number = trigger.token.sentence
        war, trap = self.of_sentence(number)
        of_war, of_trap = self.of_report
        own = len(trigger.words) == 1 and self._listed(trigger.token, "conflict")
        if own and war <= 1:  # a word is no witness for itself
            war, of_war = 0, of_war - 1
        if self.reading.packs and trigger.type in {"control.encircle", "control.besiege"}:
            of_war += 1  # a report that names a war's sides is about the war
        if trigger.type.partition(".")[0] in HARD and not trigger.frame.needs:
            return trap < 2 or war > 0 or of_war >= of_trap
        if trap >= 2 and war <= 1 and trap > war and of_trap >= of_war:
            return False
        if trap and not war and of_trap > of_war:
            return False
        return all(self._need(need, trigger, war, of_war) for need in trigger.frame.needs)

    def _need(self, need: str, trigger: Trigger, war: int, of_war: int) -> bool:
        args = trigger.args
        people = [*args.subjects, *args.possessors, *args.modifiers]
        everybody = [*people, *args.objects, *(one for tokens in args.preps.values() for one in tokens)]
        if need == "force":
            return self.classifier.any_is(everybody, ("force",)) or (
                of_war > 0 and (war > 0 or not people or self._are_pronouns(people))
            )
        if need == "conflict":
            return of_war > 0
        if need == "harm":
            return of_war > 0 or self.classifier.any_is(everybody, ("people_count", "place", "built"))
        if need == "strike":
            return of_war > 0 and (war > 0 or self.classifier.any_is(people, ("strikeagent", "force")))
        if need == "gathering":
            return True
        return True

    @staticmethod
    def _are_pronouns(tokens: list[Token]) -> bool:
        return all(token.pos in {"PRON", "DET"} for token in tokens)
