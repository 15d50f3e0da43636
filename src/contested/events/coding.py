"""Coding: what each claim of a report says happened, with who, to whom, where, when and how many.

The last step on one report: triggers (`triggers.py`) that the relevance guard lets through, their
participants, place, time and figures, and for each claim they stand in one event, with that
claim's polarity and certainty folded in.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from msgspec import structs

from contested import lexicons
from contested.claims.factuality import event_factuality, judge_claim
from contested.events import ontology
from contested.events.attachment import Attacher
from contested.events.bearing import control_bearing
from contested.events.claimers import claimed_bearing
from contested.events.companions import find_quantities, find_time
from contested.events.figures import restated_figures
from contested.events.means import find_means, refined
from contested.events.ownership import Ownership, own_voice, with_events
from contested.events.participants import Participants, speakers_own
from contested.events.phrases import Classifier
from contested.events.relevance import Relevance
from contested.events.timing import is_background, is_history, when
from contested.events.triggers import Trigger, find_triggers, retyped
from contested.model import (
    UNKNOWN,
    Claim,
    Event,
    Modality,
    Polarity,
    Tense,
    content_id,
)
from contested.parse import Parse, Token
from contested.reading import Reading
from contested.text.actor_names import directory


def code_events(reading: Reading) -> Reading:
    """Return the reading with its events, each in a claim. Needs: all other steps. Adds: events, own-voice claims.

    "The spokesman denied that Russian troops had taken the town." → control.gain, agent "Russian
    troops", polarity negative, in the spokesman's claim.
    """
    coder = Coder(reading)
    events = [event for trigger in coder.triggers for event in coder.code(trigger)]
    events += restated_figures(reading, events, reading.claims)
    ids: dict[str, list[str]] = defaultdict(list)
    unique: dict[str, Event] = {}
    for event in events:
        if event.id not in unique:
            unique[event.id] = event
            ids[event.claim].append(event.id)
    claims = with_events([*reading.claims, *coder.own_claims()], ids)
    ordered = sorted(unique.values(), key=lambda event: (event.start, event.end, event.type, event.id))
    return replace(reading, claims=claims, events=tuple(ordered))


class Coder:
    """Codes the events of one report; holds what the report's triggers share."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.classifier = Classifier(reading)
        self.relevance = Relevance(reading, self.classifier)
        self.triggers = list(find_triggers(reading, self.classifier))
        self.attacher = Attacher(reading, self.classifier.actor_starts)
        self.trigger_words = frozenset(trigger.token.i for trigger in self.triggers)
        self.participants = Participants(reading, self.classifier)
        self.ownership = Ownership(reading)
        self._own: dict[int, Claim] = {}

    def code(self, trigger: Trigger) -> list[Event]:
        """Return a trigger's events: one for each claim it stands in, none where it is not relevant."""
        is_cue = len(trigger.words) == 1 and self.ownership.is_cue(trigger.start, trigger.end)
        if is_cue or not self.relevance.admits(trigger):
            return []
        time = find_time(self.reading, trigger, self.trigger_words)
        if is_history(self.reading, time):
            return []
        means = find_means(trigger, self.reading.parse)
        trigger = retyped(trigger, refined(trigger, means))
        owners = self.ownership.owners_of(trigger) or [self._own_claim(trigger)]
        base = self._base(trigger, means)
        events = [self._for_claim(trigger, claim, base) for claim in owners]
        return [
            event for event, claim in zip(events, owners, strict=True) if self.ownership.stands(event, claim, owners)
        ]

    def _own_claim(self, trigger: Trigger) -> Claim:
        number = trigger.token.sentence
        if number not in self._own:
            self._own[number] = judge_claim(self.reading, own_voice(self.reading, number))
        return self._own[number]

    def own_claims(self) -> list[Claim]:
        """Return the outlet's own claims that the events so far stand in."""
        return list(self._own.values())

    def _base(self, trigger: Trigger, means: ontology.Means | None) -> Event:
        """Return the event without its claim: all that does not depend on who says it."""
        agent = self.participants.agent(trigger)
        target = self.participants.target(trigger, agent)
        places, rule = self.attacher.find_places(trigger)
        quantities = find_quantities(self.reading, trigger)
        time = find_time(self.reading, trigger, self.trigger_words)
        return Event(
            id="",
            claim="",
            start=trigger.start,
            end=trigger.end,
            type=trigger.type,
            agent=agent,
            target=target,
            places=places,
            time=time,
            quantities=quantities,
            means=means.key if means else None,
            background=is_background(self.reading, trigger, time),
            control=control_bearing(trigger, agent, target, places, quantities),
            rule=f"{trigger.frame.type}; place by {rule}",
        )

    def _for_claim(self, trigger: Trigger, claim: Claim, base: Event) -> Event:
        """Return the event as one claim has it, polarity and certainty folded in."""
        stands = event_factuality(self.reading, predicate(trigger.token), None if claim.source.own_voice else claim)
        modality, polarity = stands.modality, stands.polarity
        if trigger.words[0].lower in INNER_NEGATION and polarity is Polarity.NEGATIVE:
            polarity = Polarity.POSITIVE  # "there is no water" says that the outage is
        if polarity is Polarity.POSITIVE and no_longer(self.reading.parse, trigger):
            polarity = Polarity.NEGATIVE
        if trigger.type == "control.hold" and modality is Modality.ATTEMPTED and stands.tense is not Tense.FUTURE:
            modality = Modality.ACTUAL  # who is trying to hold on to positions is there
        agent = speakers_own(base.agent, claim, self.reading)
        control = base.control
        if control is not None and agent is not base.agent and agent is not None:
            control = structs.replace(control, party=agent.party)
        inner = self.ownership.innermost(claim, trigger)
        if inner.source.party == UNKNOWN and not inner.source.own_voice:
            inner = claim  # "reports of the capture were false": nobody's reports, so whose capture the denier tells
        own = polarity if inner.id == claim.id else Polarity.POSITIVE  # as the innermost claimer has it
        if control is not None and trigger.type in ENDED and _is_ended(trigger, ENDING_BY_OTHERS):
            other = directory(self.reading.packs).opponent(control.party)
            control = structs.replace(control, party=other or UNKNOWN)
        control = claimed_bearing(trigger, control, agent, inner, own, self.reading)
        return structs.replace(
            base,
            agent=agent,
            control=control,
            id=content_id("event", claim.id, base.type, base.start, base.end),
            claim=claim.id,
            polarity=polarity,
            certainty=stands.certainty,
            modality=modality,
            tense=stands.tense,
            interval=when(self.reading, base.time, stands.tense, modality),
        )


INNER_NEGATION = frozenset({"no", "neither", "without"})
"""Words that are negations, and part of what names the event: "no electricity", "neither side controls"."""


def no_longer(parse: Parse, trigger: Trigger) -> bool:
    """Whether what is said is over, or is not: "the army no longer holds the town", "there are no troops"."""
    first, last = trigger.words[0].i, trigger.words[-1].i
    if trigger.type.startswith("outage"):
        return False  # "had no electricity" says that the outage is
    if ENDED & {trigger.type} and _is_ended(trigger):
        return True
    if any(token.lower == "no" for token in parse.tokens[first + 1 : last]) and len(trigger.words) > 1:
        return True
    verb = predicate(trigger.token)
    chain = [verb, *(child for child in verb.children if child.dep in {"advmod", "neg", "aux"})]
    words = parse.sentence_tokens(trigger.token.sentence)
    over = {
        second.i
        for first, second in pairwise(words)
        if first.lower in {"no", "not", "n't"} and second.lower in {"longer", "anymore"}
    }
    return any(one.i in over for one in chain) or verb.i - 1 in over or trigger.words[0].i - 1 in over


ENDED = frozenset({"control.besiege", "control.encircle"})
ENDING = frozenset(lexicons.load("event_nouns")["ending"])
ENDING_BY_OTHERS = frozenset(lexicons.load("event_nouns")["ending_by_others"])


def _is_ended(trigger: Trigger, verbs: frozenset[str] = ENDING) -> bool:
    """Whether a verb beside or above the word says that it is over: "broke the siege"."""
    words = [trigger.token, *trigger.words, *trigger.token.ancestors()][:4]
    return any(one.pos == "VERB" and one.lemma in verbs for one in words)


def predicate(token: Token) -> Token:
    """Return the word whose negation and mood count: the verb of "the town *is* in rebel hands"."""
    if token.dep == "pobj" and token.head.dep == "prep" and token.head.head.lemma in {"be", "remain", "stay"}:
        return token.head.head
    return token
