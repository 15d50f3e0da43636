"""What people decided: links and origins after their judgements, which no re-run overwrites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.links.occasions import Bond
from contested.model import Decision, Dispute, Judgement, Link, Relation

CERTAIN = 1.0
RELATIONS: dict[str | None, Relation] = {relation.value: relation for relation in Relation}


@dataclass(frozen=True, slots=True)
class Judged:
    """The last decision on each subject, sorted into what linking needs."""

    links: dict[tuple[str, str, Relation], Judgement]
    together: tuple[Bond, ...]
    apart: tuple[tuple[str, str], ...]
    disputes: dict[str, Judgement]


def judged(judgements: Sequence[Judgement]) -> Judged:
    """Return the last decision on each subject; of two at one moment the one with the higher id."""
    links: dict[tuple[str, str, Relation], Judgement] = {}
    origins: dict[tuple[str, str], Judgement] = {}
    others: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=lambda each: (each.when, each.id)):
        link = _link_subject(judgement.subject)
        if judgement.decision in (Decision.SAME_ORIGIN, Decision.NOT_SAME_ORIGIN) and judgement.value:
            one, other = sorted((judgement.subject, judgement.value))
            origins[(one, other)] = judgement
        elif link is not None:
            links[link] = judgement
        else:
            others[judgement.subject] = judgement
    same = [(pair, each) for pair, each in sorted(origins.items()) if each.decision is Decision.SAME_ORIGIN]
    bonds = tuple(Bond(a, b, CERTAIN + 1, _said_by(each)) for (a, b), each in same)
    apart = tuple(pair for pair, each in sorted(origins.items()) if each.decision is Decision.NOT_SAME_ORIGIN)
    return Judged(links, bonds, apart, others)


def _link_subject(subject: str) -> tuple[str, str, Relation] | None:
    """Return the link that a subject "a:relation:b" names, or None."""
    parts = subject.split(":")
    if len(parts) != 3 or parts[1] not in RELATIONS:
        return None
    return parts[0], parts[2], RELATIONS[parts[1]]


def _said_by(judgement: Judgement) -> str:
    return f"set by {judgement.who} on {judgement.when[:10]}: {judgement.why}"


def apply(links: Sequence[Link], decided: Judged) -> list[Link]:
    """Return the links after people's decisions: rejected ones gone, accepted and corrected ones certain."""
    kept = [link for link in links if (link.a, link.b, link.relation) not in decided.links]
    for (a, b, relation), judgement in sorted(decided.links.items(), key=lambda item: item[0][:2]):
        if judgement.decision is Decision.ACCEPT:
            kept.append(Link(a=a, b=b, relation=relation, score=CERTAIN, reason=_said_by(judgement)))
        elif judgement.decision is Decision.CORRECT and judgement.value in RELATIONS:
            new = RELATIONS[judgement.value]
            kept = [link for link in kept if (link.a, link.b, link.relation) != (a, b, new)]
            if new is not Relation.UNRELATED:
                kept.append(Link(a=a, b=b, relation=new, score=CERTAIN, reason=_said_by(judgement)))
    return kept


def without_rejected(disputes: Sequence[Dispute], decided: Judged) -> tuple[Dispute, ...]:
    """Return the disputes that nobody rejected."""
    return tuple(
        dispute
        for dispute in disputes
        if dispute.id not in decided.disputes or decided.disputes[dispute.id].decision is not Decision.REJECT
    )
