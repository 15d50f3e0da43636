"""Two answers about one place, side by side, and the claims that came or went between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.model import Control, LedgerEntry, Relation
from contested.outputs.wording import rounded, state_words
from contested.questions import PlaceQuestion
from contested.questions.picture import PlaceState
from contested.store.view import View
from contested.web import addresses
from contested.web.addresses import Clocks, shifted
from contested.web.cards import Around, ClaimCard
from contested.web.comparison import Comparison
from contested.web.state_lines import StateLine, state_line
from contested.web.surroundings import around, past
from contested.web.words import count

MOST_CARDS = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of the place on one side; no `line` where it had not been named."""

    day: str
    known: str
    line: StateLine | None
    sentence: str
    disputed: bool
    shares: tuple[tuple[str, int], ...]
    address: str


@dataclass(frozen=True, slots=True)
class OnePlace:
    """The comparison of one place: both answers, a sentence for each kind of change, and the claims."""

    name: str
    answers: tuple[Answer, Answer]
    sentences: tuple[str, ...]
    new: tuple[ClaimCard, ...]
    more: int
    withdrawn: tuple[ClaimCard, ...]


def one_place(view: View, wanted: Comparison) -> OnePlace:
    """Return the comparison of the place that is asked for, by its id or name. Raises UnknownName."""
    place_id = view.find_place(wanted.place)[0]
    states = wanted.states(view)
    questions = [PlaceQuestion(view, place_id, past(view, wanted.clocks(moment))) for moment in (wanted.a, wanted.b)]
    question = questions[1]
    controls, answers = [], []
    for moment, asked, state in zip((wanted.a, wanted.b), questions, states, strict=True):
        clocks = wanted.clocks(moment)
        controls.append(asked.control(clocks.day))
        answers.append(_answer(asked, controls[-1], clocks, state.get(place_id)))
    entries = _between(view, wanted, place_id)
    near = around(view, entries, question.parties, known_on=question.known.known_on)
    new = _first_of_each_origin(entries, near)
    withdrawn = [entry for entry in entries if _takes_back(entry, near)]
    return OnePlace(
        name=question.name,
        answers=(answers[0], answers[1]),
        sentences=tuple(_sentences(controls[0], controls[1], answers, new, len(withdrawn))),
        new=tuple(near.card(entry, wanted.b) for entry in new[:MOST_CARDS]),
        more=max(len(new) - MOST_CARDS, 0),
        withdrawn=tuple(near.card(entry, wanted.b) for entry in withdrawn[:MOST_CARDS]),
    )


def _answer(question: PlaceQuestion, control: Control, clocks: Clocks, state: PlaceState | None) -> Answer:
    opponents = " and ".join(party for party in question.parties if party != control.state)
    origins = len({each.origin for each in control.weighings if each.supports == control.state})
    return Answer(
        day=clocks.day,
        known=clocks.known_on,
        line=state_line(state, clocks) if state is not None else None,
        sentence=state_words(control, opponents, origins),
        disputed=control.disputed,
        shares=tuple(rounded(control.probabilities).items()),
        address=addresses.place(control.place_id, question.name, clocks),
    )


def _between(view: View, wanted: Comparison, place_id: str) -> list[LedgerEntry]:
    """Return the claims about control published after the first moment and until the second, newest first."""
    found = view.entries(place_id=place_id, since=shifted(wanted.a, 1), until=wanted.b)
    return [entry for entry in found if any(event.control is not None for event in entry.events)][::-1]


def _first_of_each_origin(entries: Sequence[LedgerEntry], near: Around) -> list[LedgerEntry]:
    """Return the claims without copies, newest first: of each origin the one published first."""
    first = {near.origin(entry): entry for entry in entries}
    return list(first.values())


def _takes_back(entry: LedgerEntry, near: Around) -> bool:
    return any(link.relation is Relation.RETRACTS and link.a == entry.claim.id for link in near.links[entry.claim.id])


def _sentences(
    before: Control, after: Control, answers: Sequence[Answer], new: Sequence[LedgerEntry], withdrawn: int
) -> Iterator[str]:
    """Yield a sentence each for what changed, what is new, what was withdrawn, what both rest on."""
    words = [answer.line.words if answer.line else "not named yet" for answer in answers]
    moved = "; ".join(
        f"{name} {was} → {now}"
        for (name, was), (_, now) in zip(answers[0].shares, answers[1].shares, strict=False)
        if was != now
    )
    weights = f" Weights of 100: {moved}." if moved else ""
    yield (f"Unchanged: {words[1]}." if words[0] == words[1] else f"Changed: {words[0]} → {words[1]}.") + weights
    yield f"New: {count(len(new), 'origin')} said who holds it." if new else "New: nobody said who holds it."
    yield f"Withdrawn: {count(withdrawn, 'claim')}." if withdrawn else "Withdrawn: nothing."
    both = {each.origin for each in before.weighings} & {each.origin for each in after.weighings}
    yield (f"The same: {count(len(both), 'origin')} weighed on both sides." if both else "The same: no origin.")
