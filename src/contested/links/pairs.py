"""Pairs: all that two reports, or one report alone, give: links and bonds between their claims.

Everything the ledger holds is the union of `within` over reports and `between` over pairs of
reports. Both look at nothing else, hence the order of arrival cannot matter, and a new report
costs its own pairs only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from contested.links.citations import citations
from contested.links.copies import Sketch, likeness
from contested.links.denials import denials_within, denied_in_words
from contested.links.facts import day_number, facts_of, is_denial
from contested.links.matters import same_matter, says_same
from contested.links.occasions import ALIKE_WORDS, CARRIED, Bond, bonds_between, bonds_within
from contested.links.relations import Verdict, relate
from contested.links.retractions import retractions, taken_back
from contested.links.voices import same_voice
from contested.links.words import overlap
from contested.model import LedgerEntry, Link, Relation

ANSWER_DAYS = 4
"""Days within which a denial answers a claim of the same words."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report as linking sees it: its claims in text order and, where the text is at hand, its sketch."""

    id: str
    published: str | None
    entries: tuple[LedgerEntry, ...]
    sketch: Sketch | None = None
    fixed: tuple[Link, ...] = field(default=())  # denials that its own text settles

    @property
    def order(self) -> tuple[str, str, str]:
        """First published first, undated last; of one moment by outlet, which no exchange of names changes."""
        return (self.published or "9999", self.entries[0].document.outlet if self.entries else "", self.id)

    @property
    def denials(self) -> tuple[LedgerEntry, ...]:
        """The claims that deny or reject."""
        return tuple(entry for entry in self.entries if is_denial(entry))

    def days_from(self, other: Report) -> int:
        """Return the days between two reports, many where one has no date."""
        one, two = day_number(self.published), day_number(other.published)
        return 10_000 if one is None or two is None else abs(one - two)


def report(document_id: str, entries: Sequence[LedgerEntry], sketch: Sketch | None) -> Report:
    """Return a report ready to be paired."""
    ordered = tuple(sorted(entries, key=lambda e: (e.claim.start, e.claim.end, e.claim.id)))
    published = ordered[0].document.published if ordered else None
    return Report(document_id, published, ordered, sketch, tuple(denials_within(ordered)))


def within(one: Report) -> tuple[list[Link], list[Bond]]:
    """Return links and bonds inside one report."""
    links = list(one.fixed)
    settled = {(link.a, link.b) for link in links} | {(link.b, link.a) for link in links}
    for a, b in _candidates(one.entries, one.entries):
        if a.claim.id >= b.claim.id or (a.claim.id, b.claim.id) in settled:
            continue
        if _overlapping(a, b) and a.claim.parent != b.claim.id and b.claim.parent != a.claim.id:
            continue
        verdict = relate(a, b)
        if verdict is not None and not _told_twice(a, b, verdict):
            links.append(_link(a, b, verdict))
    return links, bonds_within(one.entries)


def _told_twice(a: LedgerEntry, b: LedgerEntry, verdict: Verdict) -> bool:
    """Whether a report only says again, in its own voice, what it has one of its sources say."""
    own = a.claim.source.own_voice or b.claim.source.own_voice
    if verdict.relation in (Relation.CONTRADICTS, Relation.UPDATES, Relation.DENIES) and not is_denial(a):
        return own and not is_denial(b)
    return verdict.relation is Relation.SAME or ((own or same_voice(a, b)) and verdict.relation in REPETITION)


def _overlapping(a: LedgerEntry, b: LedgerEntry) -> bool:
    """Whether two claims are made of the same words: readings of one statement, not two statements."""
    shared = min(a.claim.end, b.claim.end) - max(a.claim.start, b.claim.start)
    return shared > 0.5 * min(a.claim.end - a.claim.start, b.claim.end - b.claim.start)


def between(one: Report, other: Report) -> tuple[list[Link], list[Bond]]:
    """Return links and bonds between two reports; the order of the two does not matter."""
    earlier, later = sorted((one, other), key=lambda each: each.order)
    alike = likeness(one.sketch, other.sketch) if one.sketch and other.sketch else None
    bonds = bonds_between(later.entries, earlier.entries, alike)
    by_id = {entry.claim.id: entry for entry in (*one.entries, *other.entries)}
    repeated = [bond for bond in bonds if _says_again(by_id[bond.a], by_id[bond.b], bond)]
    one_saying = {(bond.a, bond.b) for bond in bonds}
    bonded = {(bond.a, bond.b) for bond in repeated}
    links = [_repeated(bond) for bond in repeated]
    for a, b in _candidates(later.entries, earlier.entries):
        verdict = relate(a, b)
        if verdict is None:
            continue
        pair = (a.claim.id, b.claim.id)
        if pair in bonded or (verdict.relation in REPETITION and pair in one_saying):
            continue
        links.append(_link(a, b, verdict))
    links.extend(retractions(later.entries, earlier.entries))
    withdrawn = taken_back(later.entries) | taken_back(earlier.entries)
    links = [link for link in links if not {link.a, link.b} & withdrawn]
    links.extend(_denied_in_words(later, earlier, links))
    links.extend(citations(later.entries, earlier.entries, bonded))
    links.extend(_carried_on(later, earlier, bonded))
    return links, bonds


REPETITION = frozenset({Relation.SUPPORTS, Relation.SAME, Relation.NARROWS})
"""What one act of saying cannot be to itself: it is the same, not one more voice."""


def _says_again(a: LedgerEntry, b: LedgerEntry, bond: Bond) -> bool:
    """Whether one act of saying gave one statement here: a bulletin holds many."""
    if bond.reason.startswith(CARRIED):
        return True
    return says_same(a, b) and (same_matter(a, b) or overlap(a.content_words, b.content_words) >= ALIKE_WORDS)


def _repeated(bond: Bond) -> Link:
    """A bond is a link too: copy of the earlier claim, or the same claim carried by another report."""
    relation = Relation.COPY_OF if bond.reason.startswith(CARRIED) else Relation.SAME
    return Link(a=bond.a, b=bond.b, relation=relation, score=round(bond.score, 2), reason=bond.reason)


def _denied_in_words(one: Report, other: Report, links: Sequence[Link]) -> Iterator[Link]:
    """Yield denials that no event shows, between two reports a few days apart."""
    if one.days_from(other) > ANSWER_DAYS:
        return
    known = {(link.a, link.b) for link in links}
    for ours, theirs in ((one, other), (other, one)):
        for denial in ours.denials:
            for claim in theirs.entries:
                link = denied_in_words(denial, claim)
                if link is not None and (link.a, link.b) not in known:
                    yield link


def _carried_on(later: Report, earlier: Report, bonded: set[tuple[str, str]]) -> Iterator[Link]:
    """Yield a pointing denial's link to the same statement as another report carries it."""
    partner: dict[str, list[str]] = defaultdict(list)
    for a, b in sorted(bonded):
        partner[a].append(b)
        partner[b].append(a)
    for report_here in (later, earlier):
        for link in report_here.fixed:
            for same in partner.get(link.b, ()):
                if same not in partner.get(link.a, ()):
                    reason = f"answers the same statement as another report carries it ({link.reason})"
                    yield Link(
                        a=link.a, b=same, relation=link.relation, score=round(link.score * 0.9, 2), reason=reason
                    )


def _candidates(
    ours: Sequence[LedgerEntry], theirs: Sequence[LedgerEntry]
) -> Iterator[tuple[LedgerEntry, LedgerEntry]]:
    """Yield the pairs of claims whose facts share a family and a place's country: the rest cannot relate."""
    by_family: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in theirs:
        for family in sorted({fact.family for fact in facts_of(entry)}):
            by_family[family].append(entry)
    for a in ours:
        seen: set[str] = set()
        for family in sorted({fact.family for fact in facts_of(a)}):
            for b in by_family.get(family, ()):
                if b.claim.id not in seen and b.claim.id != a.claim.id:
                    seen.add(b.claim.id)
                    yield a, b


def _link(a: LedgerEntry, b: LedgerEntry, verdict: Verdict) -> Link:
    one, other = (a, b) if verdict.forward else (b, a)
    return Link(a=one.claim.id, b=other.claim.id, relation=verdict.relation, score=verdict.score, reason=verdict.reason)


def all_pairs(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Yield every pair of reports, for small sets and for tests of the blocks."""
    yield from combinations(reports, 2)
