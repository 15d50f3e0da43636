"""After the reading: the links, origins and disputes of a whole ledger, brought up to date."""

from __future__ import annotations

from contested import __version__
from contested.model import content_id
from contested.store.ledger import Ledger
from contested.store.view import View


def standing(view: View) -> str:
    """Return what links rest on: the claims and documents that are there, and people's judgements."""
    claims = [entry.claim.id for entry in view.entries()]
    judged = sorted(judgement.id for judgement in view.judgements())
    return content_id(__version__, *view.document_ids(), "claims", *claims, "judgements", *judged)


def is_linked(view: View) -> bool:
    """Return whether the links stand for what the ledger holds now."""
    return view.fact("linked_for") == standing(view)


def relink(ledger: Ledger) -> bool:
    """Bring links, origins and disputes up to date; return whether there was anything to do.

    All is worked out anew and put in place in one transaction, so that the result depends on
    what the ledger holds and not on the order in which it came, or on where a run was killed.
    """
    now = standing(ledger)
    if ledger.fact("linked_for") == now:
        return False
    from contested.links import link_ledger

    linked = link_ledger(list(ledger.entries()), list(ledger.documents()), ledger.judgements())
    ledger.replace_links(linked.links, linked.origins, linked.disputes, now)
    return True
