"""The ledger's links: of a whole collection at once, or of one new report against its neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from contested.links.blocks import keys
from contested.links.copies import Sketch, sketch
from contested.links.disputes import disputes
from contested.links.grouping import origins
from contested.links.judged import apply, judged, without_rejected
from contested.links.occasions import Bond
from contested.links.pairs import Report, between, report, within
from contested.model import Dispute, Document, Judgement, LedgerEntry, Link, Origin

Reach = Callable[[Sequence[str]], tuple[Sequence[LedgerEntry], Sequence[Document]]]
"""Given keys, returns the stored reports found under any of them, each with *all* its claims."""


@dataclass(frozen=True)
class Linked:
    """How the claims of a collection relate.

    `bonds` are the pairs that origins are made of; a store keeps them to join origins later.
    """

    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    bonds: tuple[Bond, ...] = ()


def link_ledger(
    entries: Sequence[LedgerEntry], documents: Sequence[Document], judgements: Sequence[Judgement] = ()
) -> Linked:
    """Return links, origins and disputes of a collection: the same for any order of its parts.

    >>> linked = link_ledger(entries, documents)
    >>> [(link.relation.value, link.reason) for link in linked.links][:1]
    [('denies', 'the denial names this claim')]
    """
    reports = _reports(entries, documents)
    keyed = report_keys(entries, documents)
    links: list[Link] = []
    bonds: list[Bond] = []
    for one in reports.values():
        _gather(within(one), links, bonds)
    for a, b in sorted(_meeting(keyed)):
        _gather(between(reports[a], reports[b]), links, bonds)
    return assemble(entries, links, bonds, judgements)


def link_new(
    new_entries: Sequence[LedgerEntry],
    new_documents: Sequence[Document],
    reach: Reach,
) -> Linked:
    """Return the links and bonds that new reports bring, among themselves and to stored ones.

    `reach` is asked once, with the keys of the new reports (see `report_keys`), so the work does not
    grow with the store. Origins and disputes are left to `assemble`, over what the store then holds.
    """
    wanted = report_keys(new_entries, new_documents)
    stored_entries, stored_documents = reach(sorted(set().union(*wanted.values()) if wanted else ()))
    known = {document.id for document in new_documents}
    entries = [*new_entries, *(e for e in stored_entries if e.document.id not in known)]
    documents = [*new_documents, *(d for d in stored_documents if d.id not in known)]
    reports = _reports(entries, documents)
    links: list[Link] = []
    bonds: list[Bond] = []
    for name in sorted(known & set(reports)):
        _gather(within(reports[name]), links, bonds)
    if len(known) == 1:  # whatever was reached shares a key with the only new report
        meeting = {(next(iter(known)), name) for name in reports if name not in known}
    else:
        meeting = _meeting(report_keys(entries, documents), known)
    for a, b in sorted(meeting):
        _gather(between(reports[a], reports[b]), links, bonds)
    return Linked(links=_sorted(links), bonds=tuple(sorted(set(bonds), key=_bond_order)))


def report_keys(entries: Sequence[LedgerEntry], documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """Return the keys under which each report is found: what a store keeps in an index."""
    by_document: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        by_document[entry.document.id].append(entry)
    texts = {document.id: document for document in documents}
    return {
        name: keys(texts.get(name) or _without_text(by_document[name][0]), by_document[name])
        for name in sorted({*by_document, *texts})
    }


def _without_text(entry: LedgerEntry) -> Document:
    """Return the report of a claim where its text is not at hand: found by its claims, not by its words."""
    head = entry.document
    return Document(text="", **{field: getattr(head, field) for field in head.__struct_fields__})


def assemble(
    entries: Sequence[LedgerEntry],
    links: Iterable[Link],
    bonds: Iterable[Bond],
    judgements: Sequence[Judgement] = (),
) -> Linked:
    """Return a collection's links, origins and disputes from its pairwise findings and people's decisions."""
    by_id = {entry.claim.id: entry for entry in entries}
    decided = judged(judgements)
    kept = _sorted(apply(_best(links), decided))
    joined = [*sorted(set(bonds), key=_bond_order), *decided.together]
    groups = origins(by_id, _on_claims(joined, by_id), _pairs_on_claims(decided.apart, by_id))
    found = without_rejected(disputes(by_id, kept, groups), decided)
    return Linked(links=kept, origins=groups, disputes=found, bonds=tuple(joined))


def _gather(found: tuple[list[Link], list[Bond]], links: list[Link], bonds: list[Bond]) -> None:
    links.extend(found[0])
    bonds.extend(found[1])


def _reports(entries: Sequence[LedgerEntry], documents: Sequence[Document]) -> dict[str, Report]:
    by_document: dict[str, dict[str, LedgerEntry]] = defaultdict(dict)
    for entry in entries:
        by_document[entry.document.id][entry.claim.id] = entry
    sketches: Mapping[str, Sketch] = {document.id: sketch(document) for document in documents}
    names = sorted({*by_document, *sketches})
    return {name: report(name, list(by_document[name].values()), sketches.get(name)) for name in names}


def _meeting(keyed: Mapping[str, frozenset[str]], new: set[str] | None = None) -> set[tuple[str, str]]:
    """Return the pairs of reports that share a key; with `new` only pairs that hold a new one."""
    under: dict[str, list[str]] = defaultdict(list)
    for name in sorted(keyed):
        for key in keyed[name]:
            under[key].append(name)
    found: set[tuple[str, str]] = set()
    for names in under.values():
        for i, one in enumerate(names):
            for other in names[i + 1 :]:
                if new is None or one in new or other in new:
                    found.add((one, other))
    return found


def _best(links: Iterable[Link]) -> list[Link]:
    """Return the links without doubles: of two with the same ends and relation the surer one."""
    best: dict[tuple[str, str, str], Link] = {}
    for link in links:
        key = (link.a, link.b, link.relation.value)
        if key not in best or (-link.score, link.reason) < (-best[key].score, best[key].reason):
            best[key] = link
    return list(best.values())


def _sorted(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(_best(links), key=lambda link: (link.a, link.relation.value, link.b)))


def _bond_order(bond: Bond) -> tuple[float, str, str, str]:
    return (-bond.score, bond.a, bond.b, bond.reason)


def _on_claims(bonds: Iterable[Bond], entries: Mapping[str, LedgerEntry]) -> list[Bond]:
    """Return bonds between claims; one that a person set between reports or origins binds their claims."""
    first = _first_claims(entries)
    return [Bond(first.get(bond.a, bond.a), first.get(bond.b, bond.b), bond.score, bond.reason) for bond in bonds]


def _pairs_on_claims(pairs: Iterable[tuple[str, str]], entries: Mapping[str, LedgerEntry]) -> list[tuple[str, str]]:
    first = _first_claims(entries)
    return [(first.get(a, a), first.get(b, b)) for a, b in pairs]


def _first_claims(entries: Mapping[str, LedgerEntry]) -> dict[str, str]:
    """Return the first claim in the outlet's own voice of each report, else its first claim."""
    found: dict[str, tuple[bool, int, str]] = {}
    for claim_id, entry in entries.items():
        key = (not entry.claim.source.own_voice, entry.claim.start, claim_id)
        if entry.document.id not in found or key < found[entry.document.id]:
            found[entry.document.id] = key
    return {document: key[2] for document, key in found.items()}
