"""After the reading: the links, origins and disputes of a whole ledger, brought up to date.

A new report is compared with the stored ones that share a key with it, so that reading the day's
reports costs what their own neighbourhood costs. What comparing found is kept (`found_links`,
`bonds`); origins, disputes and people's judgements are then worked out over all of it. The result
depends on what the ledger holds, not on the order in which it came, or on where a run was killed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from contested import __version__
from contested.model import Document, LedgerEntry, Link, content_id
from contested.store import tables
from contested.store.ledger import Ledger, link_row
from contested.store.opening import plain_errors
from contested.store.reader import chunks
from contested.store.view import View, link

if TYPE_CHECKING:
    from contested.links import Bond, Linked

BATCH = 100
"""New reports compared in one transaction: what a kill can lose, and the step of the progress bar."""


def standing(view: View) -> str:
    """Return what links rest on: the reports and claims that are there, and people's judgements."""
    judged = sorted(judgement.id for judgement in view.judgements())
    return content_id(__version__, *view.document_ids(), "claims", *view.claim_ids(), "judgements", *judged)


def is_linked(view: View) -> bool:
    """Return whether the links stand for what the ledger holds now."""
    return view.fact("linked_for") == standing(view)


def relink(ledger: Ledger, seen: Callable[[int, int], None] = lambda _done, _all: None) -> bool:
    """Bring links, origins and disputes up to date; return whether there was anything to do.

    `seen` is called with the number of reports compared so far and the number of all new ones.
    """
    now = standing(ledger)
    if ledger.fact("linked_for") == now:
        return False
    from contested.links import assemble

    _forget_other_versions(ledger)
    waiting = _unlinked(ledger)
    for start in range(0, len(waiting), BATCH):
        seen(start, len(waiting))
        _compare(ledger, waiting[start : start + BATCH])
    seen(len(waiting), len(waiting))
    linked = assemble(list(ledger.entries()), _found_links(ledger), _bonds(ledger), ledger.judgements())
    ledger.replace_links(linked.links, linked.origins, linked.disputes, now)
    return True


def linked_as_known(view: View, entries: Sequence[LedgerEntry], known_on: str) -> Linked:
    """Return the links, origins and disputes that these claims alone would have, without comparing anew.

    What was found between two reports hangs on these two only, so leaving out what came later
    gives exactly what a ledger without it would hold. Judgements made later are left out too.
    """
    from contested.links import assemble

    known = {entry.claim.id for entry in entries}
    links = [each for each in _found_links(view) if each.a in known and each.b in known]
    bonds = [each for each in _bonds(view) if each.a in known and each.b in known]
    made = [each for each in view.judgements() if each.when[:10] <= known_on[:10]]
    return assemble(list(entries), links, bonds, made)


def _forget_other_versions(ledger: Ledger) -> None:
    """Drop what another version's rules found."""
    if ledger.fact("linked_by") == __version__:
        return
    with plain_errors(ledger.url), ledger.engine.begin() as connection:
        for table in (tables.linked_documents, tables.document_keys, tables.found_links, tables.bonds):
            connection.execute(delete(table))
        connection.execute(delete(tables.facts).where(tables.facts.c.name == "linked_by"))
        connection.execute(insert(tables.facts), {"name": "linked_by", "value": __version__})


def _unlinked(ledger: Ledger) -> list[str]:
    done = select(tables.linked_documents.c.document)
    query = select(tables.documents.c.id).where(tables.documents.c.id.not_in(done)).order_by(tables.documents.c.id)
    with plain_errors(ledger.url), ledger.engine.connect() as connection:
        return [row.id for row in connection.execute(query)]


def _reports(ledger: Ledger, ids: Sequence[str]) -> tuple[list[LedgerEntry], list[Document]]:
    """Return these reports with all their claims."""
    entries = [entry for part in chunks(ids) for entry in ledger.entries(document_id=part)]
    return entries, list(ledger.documents(ids))


def _compare(ledger: Ledger, new: Sequence[str]) -> None:
    """Compare new reports with one another and with their stored neighbours, and keep what was found."""
    from contested.links import link_new, report_keys

    entries, documents = _reports(ledger, new)
    linked = link_new(entries, documents, lambda keys: _reports(ledger, _neighbours(ledger, keys)))
    _keep(ledger, new, linked, report_keys(entries, documents))


def _neighbours(ledger: Ledger, keys: Sequence[str]) -> list[str]:
    """Return the reports, linked already, that are found under any of these keys."""
    found: set[str] = set()
    with plain_errors(ledger.url), ledger.engine.connect() as connection:
        for part in chunks(keys):
            query = select(tables.document_keys.c.document).where(tables.document_keys.c.key.in_(part)).distinct()
            found.update(row.document for row in connection.execute(query))
    return sorted(found)


def _keep(ledger: Ledger, new: Sequence[str], linked: Linked, keys: dict[str, frozenset[str]]) -> None:
    """Keep what comparing found, the keys of the new reports, and that they are done."""
    bonds = {(bond.a, bond.b, bond.reason): bond for bond in linked.bonds}
    made = (
        (tables.found_links, [link_row(each) for each in linked.links]),
        (tables.bonds, [{"a": b.a, "b": b.b, "reason": b.reason, "score": b.score} for b in bonds.values()]),
        (tables.document_keys, [{"document": name, "key": key} for name in new for key in sorted(keys.get(name, ()))]),
        (tables.linked_documents, [{"document": name} for name in new]),
    )
    with plain_errors(ledger.url), ledger.engine.begin() as connection:
        for table, values in made:
            if values:
                connection.execute(insert(table), values)


def _found_links(ledger: View) -> list[Link]:
    with plain_errors(ledger.url), ledger.engine.connect() as connection:
        return [link(row) for row in connection.execute(select(tables.found_links))]


def _bonds(ledger: View) -> Iterator[Bond]:
    from contested.links import Bond

    with plain_errors(ledger.url), ledger.engine.connect() as connection:
        for row in connection.execute(select(tables.bonds)).all():
            yield Bond(row.a, row.b, row.score, row.reason)
