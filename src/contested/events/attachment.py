"""Attachment: which place of a report belongs to an event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container

import msgspec

from contested import lexicons
from contested.events.companions import named_part, phrase_tokens
from contested.events.triggers import Trigger
from contested.model import ActorKind, Claim, Place, PlaceUse, Precision
from contested.parse import Token
from contested.reading import Reading
from contested.text.sentences import datelines

FINE = frozenset({Precision.EXACT, Precision.SETTLEMENT, Precision.PART, Precision.VICINITY, Precision.FEATURE})
LOCATING = frozenset({PlaceUse.LOCATION, PlaceUse.UNKNOWN})
NAMING = ("in", "near", "at", "outside", "around", "from", "of", "on")
"""Prepositions behind which a name that nobody knows is taken for a place."""
WHOLE_PARTS = frozenset(lexicons.load("event_nouns")["whole_parts"])
NOT_PLACES = frozenset(lexicons.load("event_nouns")["no_places"])
LEAVING = frozenset({"control.withdraw", "displacement", "evacuation"})
"""Types whose place is where people were, not where they went."""
STATING = frozenset({"in", "across", "inside", "into", "throughout", "over", "within", "around", "on", "outside"})
"""Prepositions behind which a country is the place of an event, and not just somebody's."""
PLACE_PREPS = (
    "in", "at", "into", "near", "on", "over", "around", "outside", "inside", "across", "through", "throughout",
    "towards", "toward", "to", "from", "of", "against", "for", "along", "within", "under", "north", "between",
    "off", "beyond", "behind", "past", "above", "via", "by",
)  # fmt: skip
"""Prepositions behind which an event's place stands, the likelier first."""


class Attacher:
    """Finds places for the events of one report."""

    def __init__(self, reading: Reading, actors: Container[int] = ()) -> None:
        self.reading = reading
        self.parse = reading.parse
        self.places = [place for place in reading.places if place.use in LOCATING and place.start not in actors]
        told = datelines(reading.text, self.parse)
        named = [place for place in self.places if not any(start <= place.start < end for start, end in told)]
        self.written_in = told if any(place.precision is not Precision.COUNTRY for place in named) else ()
        self.asides = {place.start for place in self.places if self._is_aside(place)}
        self.places = [self._re_read(place) for place in self.places]
        self.place_of: dict[int, Place] = {}
        for place in self.places:
            for token in self.parse.tokens_in(place.start, place.end):
                self.place_of[token.i] = place
        self.sentence_starts = [sentence.start for sentence in self.parse.sentences]

    def _told_of(self) -> list[Place]:
        """Return the places that the report tells of, without those that it only compares with."""
        return [place for place in self.places if place.start not in self.asides]

    def _is_aside(self, place: Place) -> bool:
        """Whether a place is only compared with ("unlike Kupiansk"), or is where something was said."""
        if self._is_of_the_saying(place):
            return True
        head = self.parse.head_of(place.start, place.end)
        steps = 0
        while head is not None and not head.is_root and steps < 4:
            if head.pos in {"VERB", "AUX"}:
                return False
            head, steps = head.head, steps + 1
            if head.lower in {"unlike", "like", "than", "as", "since"}:
                return True
        return False

    def _is_of_the_saying(self, place: Place) -> bool:
        """Whether a place is where a report was written, or a speaker spoke: "told a briefing in Moscow"."""
        if any(start <= place.start < end for start, end in self.written_in):
            return True
        if any(span.start <= place.start < span.end for claim in self.reading.claims for span in claim.content):
            return False
        head = self.parse.head_of(place.start, place.end)
        if head is None or head.dep != "pobj" or head.head.lower not in {"in", "from", "at"}:
            return False
        sources = {t.i for c in self.reading.claims for t in self._source_tokens(c)}
        said = {
            claim.cue.start for claim in self.reading.claims if claim.cue is not None and not claim.source.own_voice
        }
        above = [head, *head.ancestors()]
        verb = next((one for one in above if one.pos in {"VERB", "AUX"}), None)
        return verb is not None and verb.start in said and not any(one.i in sources for one in above)

    def _source_tokens(self, claim: Claim) -> tuple[Token, ...]:
        source = claim.source
        if source.start is None or source.end is None:
            return ()
        return self.parse.tokens_in(source.start, source.end)

    def _re_read(self, place: Place) -> Place:
        """Return "the city" as the place the text is about, where the last name before it was an aside.

        "If Bukavu falls, it is the biggest loss since that of Goma. Many fled the city."
        """
        if place.part is not None and place.part.lower() in WHOLE_PARTS:  # "all of the town"
            place = whole(place)
        if place.text[:4].lower() != "the " or place.name.lower() in place.text.lower():
            return place
        before = [one for one in self.reading.places if one.end <= place.start and one.use in LOCATING]
        named = [one for one in before if one.precision in FINE and one.name.lower() in one.text.lower()]
        if not named or not self._is_aside(named[-1]):
            return place
        main = next((one for one in reversed(named) if not self._is_aside(one)), place)
        fields = ("name", "resolved", "geonameid", "place_id", "lat", "lon", "country", "admin1", "feature_class")
        return msgspec.structs.replace(place, **{name: getattr(main, name) for name in fields})

    def sentence_of(self, position: int) -> int:
        """Return the index of the sentence that holds a code point."""
        return max(bisect_right(self.sentence_starts, position) - 1, 0)

    # ---------------------------------------------------------------- places

    def find_places(self, trigger: Trigger) -> tuple[tuple[Place, ...], str]:
        """Return an event's places, and by which rule: argument, clause, sentence, document, none."""
        if any(one.lower == "its" for one in trigger.args.possessors):
            current = self._current(trigger)
            if current is not None:
                return (current,), "its"
        coarse: tuple[tuple[Place, ...], str] = ((), "none")
        unsaid = False
        for rule, tokens in [*self._candidates(trigger), ("sentence", None)]:
            if unsaid and rule in {"sentence", "clause"}:
                break
            found = self._nearest_in_sentence(trigger) if tokens is None else self._places_under(tokens)
            back = bool(tokens) and tokens is not None and self._first_refers_back(tokens)
            if back or (not found and tokens is not None and self._refers_back(tokens)):
                current = self._current(trigger)
                if current is not None:
                    return self._with_part(trigger, (current,)), "the city"
                if not found and trigger.type.startswith("control") and rule == "argument":
                    unsaid = True  # "if the city falls": which, is not said; another name nearby is not it
            if found and (found[0].precision in FINE or (rule == "argument" and self._is_stated(found[0]))):
                return self._with_part(trigger, found), rule
            if not found and tokens is not None and rule == "argument":
                unlisted = self._unlisted(trigger)
                if unlisted is not None:
                    return (unlisted,), "argument"
            coarse = coarse if coarse[0] else (found, rule)
        current = self._current(trigger)
        if current is not None and current.precision in FINE and self._goes_on(trigger, coarse[0]):
            return self._with_part(trigger, (current,)), "document"
        if coarse[0] or current is None:
            return coarse
        return (current,), "document"

    def _first_refers_back(self, tokens: list[Token]) -> bool:
        """Whether the first of several things points back by itself: "the centre and the airport at Kavumu"."""
        first = tokens[0]
        own = [
            one
            for one in phrase_tokens(first)
            if not any(one is other or other in one.ancestors() for other in tokens[1:])
        ]
        return (
            len(tokens) > 1
            and not any(one.i in self.place_of for one in own)
            and first.lemma in lexicons.load("event_nouns")["part_words"]
            and any(child.lower == "the" for child in first.children)
        )

    def _unlisted(self, trigger: Trigger) -> Place | None:
        """Return the place that an event names and no gazetteer has, so that no other place takes its stead."""
        args = trigger.args
        objects = args.objects if trigger.type.startswith("control") else []
        rows = [("", objects), *((name, args.preps.get(name, [])) for name in NAMING)]
        for token in args.objects:  # "repelled an attack on Babanusa"
            rows += [(child.lower, list(child.children)) for child in token.children if child.lower in NAMING]
        for name, tokens in rows:
            for token in tokens:
                if token.pos == "PROPN" and token.text[0].isupper() and not self._is_somebody(token, name):
                    start = min([token.start, *(one.start for one in token.children if one.dep == "compound")])
                    text = self.reading.text[start : token.end]
                    return Place(
                        start=start,
                        end=token.end,
                        text=text,
                        name=text,
                        use=PlaceUse.LOCATION,
                        reason="stands where an event's place stands; no gazetteer entry",
                    )
        return None

    def _is_somebody(self, token: Token, preposition: str) -> bool:
        """Whether a name is a person's, a party's, a day's or a month's."""
        if any(time.start <= token.start < time.end for time in self.reading.times):
            return True
        if any(place.start <= token.start < place.end for place in self.reading.places):
            return True
        words = {
            word.lower()
            for pack in self.reading.packs
            for party in pack.parties
            for word in (party.name, *party.aliases, *party.adjectives, *party.demonyms)
        }
        if token.lower in words or token.lemma in NOT_PLACES:
            return True
        known = [actor for actor in self.reading.actors if actor.start <= token.start < actor.end]
        return any(actor.kind is not ActorKind.UNKNOWN for actor in known) or (bool(known) and preposition == "")

    def _refers_back(self, tokens: list[Token]) -> bool:
        """Whether a phrase points to the place the text is about: "the city's districts", "there"."""
        words = lexicons.load("event_nouns")
        for token in tokens:
            for one in phrase_tokens(token):
                if one.lower == "there" and one.dep == "advmod":
                    return True
                if one.lemma in words["settlement_words"] and any(
                    child.lower in {"the", "this", "that"} for child in one.children if child.dep == "det"
                ):
                    return True
        return False

    def _is_stated(self, place: Place) -> bool:
        """Whether a region or country is given as the place: "in the Donetsk region", "across Ukraine"."""
        head = self.parse.head_of(place.start, place.end)
        while head is not None and head.dep in {"compound", "amod", "nmod"} and not head.is_root:
            head = head.head
        if head is None or place.precision is Precision.UNKNOWN:
            return head is not None
        while head.dep == "conj" and not head.is_root:
            head = head.head
        if place.precision is Precision.COUNTRY:
            return head.dep == "pobj" and head.head.lower in STATING
        return head.dep in {"pobj", "dobj", "nsubjpass", "nsubj"}

    def _goes_on(self, trigger: Trigger, coarse: tuple[Place, ...]) -> bool:
        """Whether the text still speaks of its current place, though the sentence names a wider area only.

        It does where the wider area is no stated place ("Ukraine's forces"), or none is named.
        """
        return not coarse or trigger.type.startswith("control") or not self._is_stated(coarse[0])

    def _candidates(self, trigger: Trigger) -> list[tuple[str, list[Token] | None]]:
        args, token = trigger.args, trigger.token
        direct = [*args.objects]
        by_prep = [one for name in PLACE_PREPS for one in args.preps.get(name, ())]
        adverbs = [child for child in token.children if child.dep in {"advmod", "npadvmod", "prep", "dobj"}]
        subjects = [*args.subjects, *args.possessors, *args.modifiers]
        inner = [one for word in trigger.words for one in word.children if one not in trigger.words]
        above = [
            child
            for head in _clause_heads(token)
            for child in head.children
            if child.dep in {"prep", "advmod", "npadvmod", "dobj", "nsubjpass", "nsubj"}
        ]
        if trigger.type in LEAVING:
            left = [one for name in ("from", "of", "out", "in", "at", "near") for one in args.preps.get(name, ())]
            return [("argument", direct), ("argument", left)]
        if trigger.type.startswith("control"):
            return [
                ("argument", direct),
                ("argument", by_prep),
                ("argument", [*inner, *adverbs]),
                ("argument", subjects),
                ("clause", above),
            ]
        located = [one for name in ("in", "at", "near", "on", "over", "into") for one in args.preps.get(name, ())]
        return [
            ("argument", located),
            ("argument", direct),
            ("argument", [*by_prep, *inner, *adverbs]),
            ("clause", above),
            ("argument", subjects),
        ]

    def _places_under(self, tokens: list[Token]) -> tuple[Place, ...]:
        """Return the places named in the phrases of these words, without relative clauses."""
        found: dict[int, Place] = {}
        for token in tokens:
            for inner in phrase_tokens(token):
                place = self.place_of.get(inner.i)
                if place is not None:
                    found[place.start] = place
        return _finest(tuple(found[start] for start in sorted(found)))

    def _nearest_in_sentence(self, trigger: Trigger) -> tuple[Place, ...]:
        sentence = self.parse.sentences[trigger.token.sentence]
        inside = [place for place in self._told_of() if sentence.start <= place.start < sentence.end]
        if not inside:
            return ()
        if trigger.type in LEAVING:
            inside = [place for place in inside if not self._is_goal(place)]
        fine = [place for place in inside if place.precision in FINE] or inside
        if not fine:
            return ()
        at = trigger.token.start
        return (min(fine, key=lambda place: (min(abs(place.start - at), abs(at - place.end)), place.start)),)

    def _is_goal(self, place: Place) -> bool:
        head = self.parse.head_of(place.start, place.end)
        return head is not None and head.dep == "pobj" and head.head.lower in {"to", "towards", "toward", "into", "for"}

    def _current(self, trigger: Trigger) -> Place | None:
        """Return the place that the text is about here: the last fine one named before, else the first."""
        start = self.parse.sentences[trigger.token.sentence].start
        before = [place for place in self._told_of() if place.end <= start]
        fine = [place for place in before if place.precision in FINE]
        if fine:
            return whole(self._subject_place(fine) or fine[-1])
        return before[-1] if before else None

    def _subject_place(self, fine: list[Place]) -> Place | None:
        """Return the last sentence's first fine place: what it was about, rather than its asides."""
        last = self.sentence_of(fine[-1].start)
        return next((place for place in fine if self.sentence_of(place.start) == last), None)

    def _with_part(self, trigger: Trigger, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """Add the part that the event's own words name: "the city's northeastern districts"."""
        if len(places) != 1 or places[0].part or places[0].precision not in FINE:
            return places
        part = named_part(trigger.args)
        if part is None:
            return places
        return (msgspec.structs.replace(places[0], part=part, precision=Precision.PART),)


def whole(place: Place) -> Place:
    """Return the whole place for a mention of a part of it: what an earlier sentence said of a part stays there."""
    if place.part is None and place.precision is not Precision.PART:
        return place
    return msgspec.structs.replace(place, part=None, precision=Precision.SETTLEMENT)


def _clause_heads(token: Token) -> list[Token]:
    """Return the heads above a word up to its clause's verb."""
    found: list[Token] = []
    for head in token.ancestors():
        found.append(head)
        if head.pos in {"VERB", "AUX"}:
            break
    return found


def _finest(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the settlements where some are named with the regions that they lie in."""
    fine = tuple(place for place in places if place.precision in FINE)
    return fine or places
