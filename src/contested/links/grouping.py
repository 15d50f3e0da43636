"""Grouping: from bonds between claims to origins, each claim in exactly one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from contested.links.occasions import Bond
from contested.model import LedgerEntry, Origin, content_id


class Groups:
    """Disjoint sets with pairs that must stay apart; the same result for any order of input.

    The caller gives the bonds strongest first, ties by id: a bond that would join two claims which
    a person said are of different origins is passed over.
    """

    def __init__(self, members: Iterable[str], apart: Iterable[tuple[str, str]] = ()) -> None:
        self.parent = {member: member for member in members}
        self.foes: dict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            if one in self.parent and other in self.parent:
                self.foes[one].add(other)
                self.foes[other].add(one)

    def find(self, member: str) -> str:
        """Return the representative of a member's set."""
        root = member
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[member] != root:
            self.parent[member], member = root, self.parent[member]
        return root

    def join(self, one: str, other: str) -> bool:
        """Join two sets; False where a person said that they are apart."""
        a, b = sorted((self.find(one), self.find(other)))
        if a == b:
            return True
        if any(self.find(foe) == b for foe in self.foes[a]):
            return False
        self.parent[b] = a
        self.foes[a] |= self.foes[b]
        return True

    def sets(self) -> list[list[str]]:
        """Return all sets, members sorted, sets sorted by first member."""
        found: dict[str, list[str]] = defaultdict(list)
        for member in sorted(self.parent):
            found[self.find(member)].append(member)
        return sorted(found.values())


def origins(
    entries: Mapping[str, LedgerEntry], bonds: Sequence[Bond], apart: Sequence[tuple[str, str]] = ()
) -> tuple[Origin, ...]:
    """Return the origins of all claims: connected claims are of one act of saying."""
    groups = Groups(entries, apart)
    ordered = sorted(bonds, key=lambda bond: (-bond.score, bond.a, bond.b, bond.reason))
    reasons: dict[str, set[str]] = defaultdict(set)
    for bond in ordered:
        if bond.a in entries and bond.b in entries and groups.join(bond.a, bond.b):
            reasons[bond.a].add(bond.reason)
    made = [_origin([entries[claim] for claim in claims], reasons) for claims in groups.sets()]
    return tuple(sorted(made, key=lambda origin: origin.id))


def _origin(entries: Sequence[LedgerEntry], reasons: Mapping[str, set[str]]) -> Origin:
    ordered = sorted(entries, key=first_published)
    said = {reason for entry in ordered for reason in reasons.get(entry.claim.id, ())}
    documents = list(dict.fromkeys(entry.document.id for entry in ordered))
    return Origin(
        id=content_id("origin", ordered[0].claim.id),
        documents=tuple(documents),
        claims=tuple(entry.claim.id for entry in ordered),
        reason="; ".join(sorted(said)) or "a single statement",
    )


def first_published(entry: LedgerEntry) -> tuple[str, str, str, int, int, str]:
    """Return the key that puts the first published first; an undated report comes last."""
    published = entry.document.published or "9999"
    document = entry.document
    return (published, document.outlet, document.id, entry.claim.start, entry.claim.end, entry.claim.id)
