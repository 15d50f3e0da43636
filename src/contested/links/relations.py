"""Relations: how one claim relates to another, decided on structured fields, with the reason.

Order of the questions: is one a denial of the other; can both be so; does one say less; are the
figures at odds; do they agree. A denial, a question, a plan or a condition is never support.
"""

from __future__ import annotations

from dataclasses import dataclass

from contested.links.compare import (
    Figures,
    Fit,
    Placing,
    figures_fit,
    placing,
    rose,
    timing,
)
from contested.links.doers import differ
from contested.links.facts import Fact, day_number, facts_of, is_denial, variants
from contested.links.incidents import one_incident
from contested.links.standpoints import Meeting, meet, standpoint
from contested.links.voices import opposed, same_voice, side
from contested.links.wording import is_partial
from contested.links.words import negations, overlap
from contested.model import NO_PARTY, UNKNOWN, Bearing, CueClass, LedgerEntry, Relation


@dataclass(frozen=True, slots=True)
class Verdict:
    """What relates two claims; `forward` False says that it is the second that relates to the first."""

    relation: Relation
    score: float
    reason: str
    forward: bool = True

    def turned(self) -> Verdict:
        """Return the same verdict seen from the other claim."""
        return Verdict(self.relation, self.score, self.reason, not self.forward)


SAME_SIDE = 0.25
"""Taken off the score of support between two voices of one side."""
DAILY = frozenset({"combat", "air_defence", "force"})
"""Families of deeds that each day brings anew."""
ORDER: tuple[Relation, ...] = (
    Relation.DENIES,
    Relation.RETRACTS,
    Relation.CONTRADICTS,
    Relation.UPDATES,
    Relation.NARROWS,
    Relation.SUPPORTS,
    Relation.SAME,
)
"""Which relation names a pair of claims where their events relate in several ways."""


def relate(a: LedgerEntry, b: LedgerEntry) -> Verdict | None:
    """Return how claim `a` relates to claim `b`, or None where nothing is to be said.

    >>> relate(kyiv_denies_capture, moscow_claims_capture).relation
    <Relation.DENIES: 'denies'>
    """
    verdicts = [verdict for x in facts_of(a) for y in facts_of(b) if (verdict := relate_facts(x, y)) is not None]
    if not verdicts:
        return None
    return min(verdicts, key=lambda v: (ORDER.index(v.relation), -v.score, v.reason, not v.forward))


def relate_facts(a: Fact, b: Fact) -> Verdict | None:
    """Return how one fact relates to another, or None."""
    if a.family != b.family or not (a.actual and b.actual):
        return None
    place = placing(a, b)
    if place.fit in (Fit.APART, Fit.UNKNOWN):
        return None
    one, other = standpoint(a), standpoint(b)
    if place.fit in (Fit.PART, Fit.WHOLE) and one is None and _places_differ(a, b):
        return None
    state = one is not None and other is not None
    if timing(a, b, state) in (Fit.APART, Fit.UNKNOWN):
        return None
    if one is not None and other is not None:
        return _finish(a, b, place, meet(one, other))
    if one is not None or other is not None:
        return None
    return _finish(a, b, place, _deeds(a, b, place))


def _places_differ(a: Fact, b: Fact) -> bool:
    """Whether two facts share no place, only a region around it: many incidents happen in a region."""
    return not {place.place_id for place in a.places} & {place.place_id for place in b.places}


def _deeds(a: Fact, b: Fact, place: Placing) -> Meeting:
    """Return how two facts that are not about control meet."""
    if a.event.type != b.event.type and not _general(a.event.type, b.event.type):
        return Meeting.BESIDE
    if _sides_hit_differ(a, b):
        return Meeting.BESIDE
    if differ(a.agent, b.agent):
        return Meeting.EXCLUDED if _one_deed(a, b) and not (a.negative or b.negative) else Meeting.BESIDE
    if place.fit is Fit.APART or not one_incident(a, b):
        return Meeting.BESIDE
    if a.negative != b.negative:
        return Meeting.NEGATED if _says_no(a if a.negative else b) else Meeting.BESIDE
    return Meeting.AGREE if _one_day(a, b) else Meeting.BESIDE


def _says_no(fact: Fact) -> bool:
    """Whether a negative deed is told with a word of negation: an attack that was foiled was made."""
    return fact.family not in DAILY or is_denial(fact.entry) or negations(fact.entry.words) > 0


def _one_day(a: Fact, b: Fact) -> bool:
    """Whether two deeds can be one: fighting goes on somewhere every day, so its day and doer must fit."""
    if a.family not in DAILY:
        return True
    return UNKNOWN not in (a.agent, b.agent) and a.last == b.last


def _sides_hit_differ(a: Fact, b: Fact) -> bool:
    one, other = a.event.target, b.event.target
    known = one is not None and other is not None and not {one.party, other.party} & {UNKNOWN, NO_PARTY}
    return known and differ(a.target, b.target)


def _general(one: str, other: str) -> bool:
    """Return whether two types may name one deed: "strike.unspecified" and "strike.drone"."""
    return (one, other) in variants() or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _one_deed(a: Fact, b: Fact) -> bool:
    """Return whether two facts blame two doers for one deed: each accuses, of the same thing hit."""
    accused = [f for f in (a, b) if f.entry.claim.cue and f.entry.claim.cue.cue_class is CueClass.ACCUSE]
    return bool(accused) and overlap(a.entry.content_words, b.entry.content_words) >= 0.5


def _finish(a: Fact, b: Fact, place: Placing, meeting: Meeting) -> Verdict | None:
    if meeting is Meeting.BESIDE or (meeting in OPPOSING and not _both_placed(a, b)):
        return None
    if meeting is Meeting.NEGATED:
        return _negated(a, b, place)
    if meeting is Meeting.EXCLUDED:
        return _excluded(a, b, place)
    if is_denial(a.entry) or is_denial(b.entry):
        return None
    if meeting in (Meeting.WEAKER, Meeting.STRONGER):
        return _narrower(a, b, place, meeting is Meeting.WEAKER)
    return _agreeing(a, b, place)


OPPOSING = frozenset({Meeting.NEGATED, Meeting.EXCLUDED})


def _both_placed(a: Fact, b: Fact) -> bool:
    """Whether each statement says where, or denies: a denial may leave the place to what it denies."""
    return all(fact.placed or is_denial(fact.entry) for fact in (a, b))


def _negated(a: Fact, b: Fact, place: Placing) -> Verdict | None:
    forward = a.negative
    part = (place.fit is Fit.PART) if forward else (place.fit is Fit.WHOLE)
    whole_denied = place.fit in (Fit.PART, Fit.WHOLE) and not part
    if whole_denied:  # "the city is not encircled" does not speak of its northern districts
        return None
    denier, denied = (a, b) if forward else (b, a)
    if same_voice(denier.entry, denied.entry):
        return _own_turn(denier, denied, forward)
    score = _score(a, b, place) + (0.05 if is_denial(denier.entry) else 0.0)
    return Verdict(Relation.DENIES, min(score, 1.0), f"says that it is not so: {_matter(denied, place)}", forward)


def _own_turn(denier: Fact, denied: Fact, forward: bool) -> Verdict | None:
    """The same source first says that it is so, then that it is not: it takes it back."""
    if _later(denier, denied):
        return Verdict(Relation.RETRACTS, 0.7, "the same source later says that it is not so", forward)
    if _later(denied, denier):
        return Verdict(Relation.UPDATES, 0.6, "the same source later says that it is so after all", not forward)
    return None


def _excluded(a: Fact, b: Fact, place: Placing) -> Verdict | None:
    if place.fit in (Fit.PART, Fit.WHOLE) and not _holds_all(b if place.fit is Fit.PART else a):
        return None
    if _changed_after(a, b) or _changed_after(b, a):
        return None
    if same_voice(a.entry, b.entry):
        later = _later(a, b)
        if not later and not _later(b, a):
            return None
        return Verdict(Relation.UPDATES, 0.6, "the same source later says otherwise", later)
    reason = f"cannot both be so: {_matter(a, place)}; {_matter(b, place)}"
    return Verdict(Relation.CONTRADICTS, _score(a, b, place), reason, _is_answer(a, b))


CHANGES = frozenset({Bearing.GAIN, Bearing.FLAG, Bearing.LOSS, Bearing.WITHDRAW})


def _changed_after(change: Fact, state: Fact) -> bool:
    """Whether one fact tells of a change on days after those of the other: first held, then taken."""
    if change.bears[0] not in CHANGES or change.first is None or state.last is None:
        return False
    return state.last < change.first


def _holds_all(whole: Fact) -> bool:
    kind, _ = whole.bears
    if is_partial(whole.entry, whole.event):
        return False
    share = whole.event.control.share if whole.event.control else None
    return kind.value in ("gain", "hold", "flag") and (share is None or share >= 0.99)


def _narrower(a: Fact, b: Fact, place: Placing, a_weaker: bool) -> Verdict | None:
    if a.negative or b.negative or same_voice(a.entry, b.entry):
        return None
    weak, strong = (a, b) if a_weaker else (b, a)
    reason = f"says less than the other: {_matter(weak, place)}, not {_matter(strong, place)}"
    return Verdict(Relation.NARROWS, 0.55, reason, a_weaker)


def _agreeing(a: Fact, b: Fact, place: Placing) -> Verdict | None:
    fit, pair = figures_fit(a, b)
    if fit is Figures.CONFLICTING:
        return _conflicting(a, b, place, pair)
    if a.negative and b.negative and not same_voice(a.entry, b.entry):
        return Verdict(Relation.SUPPORTS, _score(a, b, place), f"both say that it is not so: {_matter(a, place)}")
    if place.fit in (Fit.PART, Fit.WHOLE) and standpoint(a) is not None:
        if a.negative or b.negative:
            return None
        return Verdict(Relation.NARROWS, 0.6, f"a part of the place: “{place.part}”", place.fit is Fit.PART)
    if same_voice(a.entry, b.entry):
        return Verdict(Relation.SAME, _score(a, b, place), "the same source says the same again", _is_answer(a, b))
    risen = _risen(a, b, pair)
    if risen is not None:
        return risen
    if fit in (Figures.NARROWER, Figures.WIDER) and _exacter(a, b, fit):
        return Verdict(Relation.NARROWS, 0.65, f"the closer figure: {pair}", fit is Figures.NARROWER)
    reason = f"both say so: {_matter(a, place)}" + (f"; figures agree: {pair}" if pair else "")
    score = _score(a, b, place)
    if side(a.entry) == side(b.entry) != UNKNOWN:  # a second voice of one side is no independent one
        score, reason = round(score - SAME_SIDE, 2), f"{reason}; both speak for {side(a.entry)}"
    return Verdict(Relation.SUPPORTS, score, reason, _is_answer(a, b))


def _exacter(a: Fact, b: Fact, fit: Figures) -> bool:
    """Whether the wider figure is a bound or range and the narrower one a figure."""
    narrow = a if fit is Figures.NARROWER else b
    return any(q.best is not None and not q.approximate for q in narrow.event.quantities)


def _risen(a: Fact, b: Fact, pair: str) -> Verdict | None:
    """Return that one is the later, higher figure of a count that grows, as no opposed voice gives it."""
    for later, earlier, forward in ((a, b, True), (b, a, False)):
        risen = later.family in RISING and _later(later, earlier) and rose(later, earlier)
        if risen and not opposed(later.entry, earlier.entry):
            return Verdict(Relation.UPDATES, 0.65, f"a later, higher figure: {pair}", forward)
    return None


def _conflicting(a: Fact, b: Fact, place: Placing, pair: str) -> Verdict | None:
    one_breath = a.entry.document.id == b.entry.document.id and same_voice(a.entry, b.entry)
    if one_breath or not _both_placed(a, b):  # two figures by one voice in one report are of two matters
        return None
    for later, earlier, forward in ((a, b, True), (b, a, False)):
        if _later(later, earlier) and same_voice(later.entry, earlier.entry):
            return Verdict(Relation.UPDATES, 0.8, f"the same source gives a new figure: {pair}", forward)
    risen = _risen(a, b, pair)
    if risen is not None:
        return risen
    return Verdict(Relation.CONTRADICTS, _score(a, b, place), f"figures at odds: {pair}", _is_answer(a, b))


RISING = frozenset({"casualty", "damage", "displacement", "outage", "prisoner", "aid"})
"""Families whose counts grow as the days go by: a later, higher one replaces, it does not refute."""


def _later(a: Fact, b: Fact) -> bool:
    one, other = day_number(a.entry.document.published), day_number(b.entry.document.published)
    if one is not None and other is not None and one != other:
        return one > other
    return (a.entry.document.published or "") > (b.entry.document.published or "")


def _is_answer(a: Fact, b: Fact) -> bool:
    """Whether `a` answers `b`: the later; on one day who still holds answers who took; else a fixed order."""
    return _place_in_time(a) > _place_in_time(b)


def _place_in_time(fact: Fact) -> tuple[str, bool, str, str, int, str]:
    document, claim = fact.entry.document, fact.entry.claim
    holds = fact.bears[0] in (Bearing.HOLD, Bearing.CONTESTED)
    return (document.published or "", holds, document.outlet, document.id, claim.start, claim.id)


def _score(a: Fact, b: Fact, place: Placing) -> float:
    """Return how surely two facts are about one matter: a sum over the fields that fit."""
    score = 0.55
    score += 0.15 if a.event.type == b.event.type else 0.05
    score += 0.1 if place.fit is Fit.SAME else 0.0
    score += 0.1 if UNKNOWN not in (a.agent, b.agent) and not differ(a.agent, b.agent) else 0.0
    score += 0.1 if a.dated and b.dated else 0.0
    return round(min(score, 1.0), 2)


def _matter(fact: Fact, place: Placing) -> str:
    """Return a fact in a few words, for a reason: "control.gain by Kestria at Velmora"."""
    kind, party = fact.bears
    doer = party if party != UNKNOWN else fact.agent
    by = f" by {doer}" if doer != UNKNOWN else ""
    where = f" at {place.place.name}" if place.place else ""
    name = fact.event.type if kind.value in ("none", "unknown") else f"{kind.value.replace('_', ' ')}"
    return f"{'not ' if fact.negative else ''}{name}{by}{where}"
