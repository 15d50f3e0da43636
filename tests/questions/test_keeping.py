"""What is kept after a reading is what would be worked out, and a changed past is told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from contested.model import Extraction
from contested.questions import columns, picture, voices
from contested.questions.keeping import bring_up_to_date
from contested.store.ledger import Ledger, open_ledger
from contested.store.linking import relink
from tests.factories import document, entry


def report(speaker: str, what: str, holder: str, day: str, outlet: str) -> Extraction:
    """Return a report in which somebody says who took or lost Velmora."""
    words = f"{speaker or outlet} said that {holder} {what} Velmora on {day}."
    head = document(words, outlet, day)
    said = entry(speaker, what, "Velmora", holder=holder, agent=holder, day=day, when=day, words=words, report=head)
    places = tuple(place for event in said.events for place in event.places)
    return Extraction(document=head, places=places, claims=(said.claim,), events=said.events)


def fill(ledger: Ledger, *found: Extraction) -> None:
    """Read some reports."""
    for each in found:
        ledger.add(each)
    relink(ledger)
    bring_up_to_date(ledger)


def forget() -> None:
    """Empty what this process holds, as a new process would start."""
    for held in (columns._held, picture._held, voices._kept, voices._learned, voices._notes):
        held.clear()


def test_what_is_kept_is_what_is_worked_out(sample_ledger: Path) -> None:
    """A reader answers from the ledger what it would find by itself."""
    with open_ledger(sample_ledger) as view:
        forget()
        assert view.material(picture.NAME)[0] == view.revision  # type: ignore[index]
        kept = picture.picture(view)
        made = picture.make_picture(view)
        assert [kept.on(day) for day, _ in kept.days()] == [made.on(day) for day, _ in made.days()]
        assert kept.days() == made.days()
        ours, theirs = columns.columns(view), columns.build(view)
        assert ours.ids.tolist() == theirs.ids.tolist()
        assert ours.status.tolist() == theirs.status.tolist()


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    """An unchanged ledger is left alone."""
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        fill(ledger, report("Kestria", "control.gain", "Kestria", "2025-11-10", "Northline News"))
        assert not bring_up_to_date(ledger)


def test_an_empty_ledger_has_an_empty_picture(tmp_path: Path) -> None:
    """Before the first report there is nothing to draw."""
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        bring_up_to_date(ledger)
        found = picture.picture(ledger)
        assert (found.days(), found.runs("test:XV:velmora"), found.last_day) == ([], [], "")


def test_a_late_report_that_changes_the_past_is_told(tmp_path: Path) -> None:
    """Days that were drawn one way and are drawn another are kept with the report that did it."""
    first = date(2025, 11, 1)
    days = [(first + timedelta(days=n)).isoformat() for n in range(30)]
    claimed = [report("Kestria", "control.gain", "Kestria", day, "Northline News") for day in days[5:8]]
    later = report("", "control.hold", "Kestria", days[20], "Halden Post")
    admitted = report("Ostvan", "control.withdraw", "Ostvan", days[6], "Sarrat Post")
    with open_ledger(tmp_path / "a.db", write=True) as ledger:
        fill(ledger, *claimed, later)
        before = picture.picture(ledger)
        assert ledger.revisions() == []
        fill(ledger, admitted)
        found = ledger.revisions("test:XV:velmora")
        assert found
        for each in found:
            assert each.documents == (admitted.document.id,)
            was, now = (
                before.state(each.place_id, each.first_day),
                picture.picture(ledger).state(each.place_id, each.last_day),
            )
            assert was is not None
            assert now is not None
            assert was.drawn == (each.before.state, each.before.fill, each.before.disputed)
            assert now.drawn == (each.after.state, each.after.fill, each.after.disputed)
            assert each.last_day <= before.last_day
