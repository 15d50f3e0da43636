"""A dispute as it stood on an earlier day, put together from the claims and links that were known then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contested.assessment.observations import ordinal
from contested.errors import UnknownName
from contested.links.disputes import OPPOSING, WEAK, disputes
from contested.links.judged import judged, without_rejected
from contested.model import Dispute, LedgerEntry, Link
from contested.questions.columns import Columns
from contested.questions.ground import decoded, origins_among
from contested.questions.past import columns_known, is_now, links_known
from contested.store.view import View


def dispute_known(view: View, dispute_id: str, known_on: str | None) -> tuple[Dispute, list[Link]]:
    """Return a dispute and the links that touch its claims, as known on a day (default: now). Raises UnknownName.

    The id may be today's: what stood then may have begun with another claim, and is found all the same.
    """
    stored = view.dispute(dispute_id)
    claims = (*stored.asserting, *stored.denying)
    if is_now(view, known_on):
        return stored, view.links([*claims, *stored.others])
    c, known = columns_known(view, known_on)
    links = _component(view, [name for name, row in c.rows_of(claims).items() if known[row]], known_on, c)
    ends = sorted({end for link in links for end in (link.a, link.b)})
    entries: dict[str, LedgerEntry] = {entry.claim.id: entry for entry in decoded(view, ends)}
    made = disputes(entries, links, origins_among(c, c.rows_of(ends)))
    people = [each for each in view.judgements() if each.when[:10] <= (known_on or "")[:10]]
    found = [each for each in without_rejected(made, judged(people)) if {*each.asserting, *each.denying} & set(claims)]
    if not found:
        raise UnknownName("dispute", dispute_id, [], f"On {known_on} nobody had denied it yet.")
    return next((each for each in found if each.id == dispute_id), found[0]), links


def _component(view: View, claims: Sequence[str], known_on: str | None, c: Columns) -> list[Link]:
    """Return the known links that touch claims which oppose these, or oppose one that does, and so on."""
    found: dict[tuple[str, str, str], Link] = {}
    waiting, done = set(claims), set[str]()
    while waiting:
        done |= waiting
        touching = list(_known(links_known(view, sorted(waiting), known_on), c, known_on))
        found |= {(link.a, link.b, link.relation.value): link for link in touching}
        opposing = [link for link in touching if link.relation in OPPOSING and link.score >= WEAK]
        waiting = {end for link in opposing for end in (link.a, link.b)} - done
    return [link for _, link in sorted(found.items())]


def _known(links: Iterable[Link], c: Columns, known_on: str | None) -> Iterable[Link]:
    listed = list(links)
    rows = c.rows_of([end for link in listed for end in (link.a, link.b)])
    last = ordinal(known_on) or 0
    for link in listed:
        if all(end in rows and 0 < c.day[rows[end]] <= last for end in (link.a, link.b)):
            yield link
