"""Kept in the ledger after each reading: what the questions stand on, so that a server answers at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from contested.assessment.health import collection_health
from contested.questions import columns as claim_columns
from contested.questions import picture as pictures
from contested.questions import reliability_kept
from contested.questions.ground import ground, ground_held
from contested.questions.picture import Picture
from contested.questions.revising import newest_document, revisions
from contested.questions.voices import heads
from contested.store.history import Revision
from contested.store.ledger import Ledger

Progress = Callable[[int, int], None]


def bring_up_to_date(ledger: Ledger, progress: Progress | None = None) -> bool:
    """Work out anew what no longer stands for the ledger, and keep it; return whether there was anything to do.

    Past conclusions that read otherwise than in the picture kept before are kept as revisions.
    `progress` is called with steps done and all.
    """
    revision = ledger.revision
    kept = ledger.material(pictures.NAME)
    if kept is not None and kept[0] == revision:
        return False
    ledger.keep_material(claim_columns.NAME, revision, claim_columns.encode(claim_columns.columns(ledger)))
    now = pictures.make_picture(ledger, None, progress)
    ledger.keep_material(reliability_kept.NAME, revision, _voices(ledger, now))
    _keep_picture(ledger, revision, kept[1] if kept is not None else None, now)
    return True


def _voices(ledger: Ledger, now: Picture) -> bytes:
    """Return the voices' records now and the day before: what a place's page compares."""
    newest = ground_held(ledger, None)
    grounds = {"": newest}
    if now.last_day:
        before = (date.fromisoformat(now.last_day) - timedelta(days=1)).isoformat()
        grounds[before] = ground(ledger, before, entries=newest.entries)
        for parties in newest.wars():
            grounds[before].war(parties)
    packs = {place.packs for place in newest.places.values()} if now.last_day else set()
    notes = {(each, now.last_day): collection_health(heads(ledger, each, None), now.last_day).notes() for each in packs}
    return reliability_kept.encode(grounds, notes)


def _keep_picture(ledger: Ledger, revision: str, kept: bytes | None, now: Picture) -> None:
    """Keep the picture last, with what it changed: until then the one before stands, and is made anew."""
    changed: list[Revision] = []
    if kept is not None:
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        changed = list(revisions(pictures.decode(kept), now, ledger, pictures.newest_document(kept), moment))
    ledger.keep_material(pictures.NAME, revision, pictures.encode(now, newest_document(ledger)), changed)
