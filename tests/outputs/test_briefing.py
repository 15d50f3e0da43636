"""The brief: no line without its note, no denial as support, both sides alike."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from contested.assessment.control import assess_control, gather
from contested.assessment.gate import GATE, may_say
from contested.lexicons import load
from contested.model import Basis, LedgerEntry, Link, Modality, Origin, Relation
from contested.outputs.brief_markdown import brief_markdown
from contested.outputs.brief_records import Brief, Question
from contested.outputs.brief_text import brief_text
from contested.outputs.briefing import write_brief
from contested.outputs.wording import rounded, state_words
from contested.web.brief import brief_html
from tests.factories import entry, quantity

K, O = "Kestria", "Ostvan"  # noqa: E741
PLACE = "test:XV:velmora"


def make(entries: Sequence[LedgerEntry], links: Sequence[Link] = (), origins: Sequence[Origin] = ()) -> Brief:
    """Return the brief on Velmora for 20 November 2025."""
    evidence = gather(entries, links, origins, (K, O))
    return write_brief(
        Question(
            place_id=PLACE, place="Velmora", where="Sarrat, XV", day="2025-11-20", known_on="2025-11-20",
            parties=(K, O), packs=("sarrat",), control=assess_control(evidence, PLACE, "2025-11-20"),
            before=assess_control(evidence, PLACE, "2025-11-19"), entries=entries, around=(), links=links,
            origins=origins, report_days=[e.document.published or "" for e in entries],
        )
    )  # fmt: skip


def denied() -> tuple[list[LedgerEntry], list[Link]]:
    """Return a claim and its denial, linked."""
    claim = entry(K, "control.gain", holder=K, content="Velmora is entirely under our control", quote=True)
    denial = entry(O, "control.gain", holder=K, negative=True, content="the claim does not correspond to reality")
    return [claim, denial], [Link(a=denial.claim.id, b=claim.claim.id, relation=Relation.DENIES, score=1, reason="")]


def test_a_denial_stands_beside_what_it_denies() -> None:
    """The claim says who denies it, the denial says what it answers, the answer says both."""
    brief = make(*denied())
    rows = {row.who: row for side in brief.sides for row in side.rows}
    assert any(chip.startswith("denied by Ostvan") for chip in rows[K].status)
    assert any(chip.startswith("answers") for chip in rows[O].status)
    assert any("denied it" in line.text for line in brief.answer)
    assert brief.control.disputed


def test_every_note_is_used_and_every_number_has_a_note() -> None:
    """No line cites what is not listed, and each note holds the words of one claim."""
    brief = make(*denied())
    numbers = {note.number for note in brief.notes}
    lines = [*brief.answer, *brief.new, *brief.figures, *brief.impact, *brief.outlooks]
    cited = {n for line in lines for n in line.notes} | {row.note for side in brief.sides for row in side.rows}
    assert cited == numbers == set(range(1, len(numbers) + 1))
    assert all(note.words and note.end >= note.start for note in brief.notes)


def test_a_note_supports_the_line_it_hangs_on() -> None:
    """A row's note is the claim that the row shows."""
    brief = make(*denied())
    by_number = {note.number: note for note in brief.notes}
    for side in brief.sides:
        for row in side.rows:
            assert by_number[row.note].claim == row.claim


def test_no_bare_claim() -> None:
    """A claim that nobody examined says so."""
    brief = make([entry(K, "control.gain", holder=K)])
    (row,) = brief.sides[0].rows
    assert row.status == ("not independently confirmed",)


def test_outlooks_stand_apart() -> None:
    """A conditional claim is an outlook and stands in no side's table."""
    outlook = entry("an analyst", "control.gain", holder=K, modality=Modality.CONDITIONAL, condition=True)
    brief = make([entry(O, "control.hold", holder=O), outlook])
    assert len(brief.outlooks) == 1
    assert all(row.claim != outlook.claim.id for side in brief.sides for row in side.rows)


def test_figures_keep_their_claimers() -> None:
    """Two figures for one thing stand side by side and are never merged."""
    entries = [
        entry(O, "control.infiltrate", holder=K, quantities=(quantity("up to 150", high=150),)),
        entry(K, "control.infiltrate", holder=K, quantities=(quantity("several thousand", low=3000),)),
    ]
    figures = [line.text for line in make(entries).figures]
    assert len(figures) == 2
    assert any("up to 150" in text and "Ostvan" in text for text in figures)


def test_copies_are_counted_not_listed() -> None:
    """Fifteen outlets with one statement make one row and fourteen copies."""
    copies = [entry(K, "control.gain", holder=K, content="We hold Velmora", outlet=f"Outlet {i}") for i in range(15)]
    origin = Origin(id="o", claims=tuple(e.claim.id for e in copies), documents=tuple(e.document.id for e in copies))
    links = [
        Link(a=e.claim.id, b=copies[0].claim.id, relation=Relation.COPY_OF, score=1, reason="") for e in copies[1:]
    ]
    (row,) = make(copies, links, [origin]).sides[0].rows
    assert row.copies == 14


def test_parties_swap_into_the_mirror() -> None:
    """The same reports with the parties exchanged give the other side the same rows."""
    here = make([entry(K, "control.gain", holder=K, content="the town is ours")])
    there = make([entry(O, "control.gain", holder=O, content="the town is ours")])
    assert here.sides[0].rows[0].words == there.sides[1].rows[0].words
    assert here.sides[0].rows[0].status == there.sides[1].rows[0].status
    assert state_words(here.control).replace(K, O) == state_words(there.control)


def test_nothing_known_still_makes_a_brief() -> None:
    """A place with no claim on control says so in each section's words."""
    text = brief_text(make([entry("", None, "Velmora", words="Rain fell.")]))
    assert "Unknown." in text
    assert "No claim by this side" in text


def test_text_fits_eighty_columns() -> None:
    """The text form prints, mails and greps."""
    assert max(len(line) for line in brief_text(make(*denied())).splitlines()) <= 80


HOSTILE = '<script>alert("x")</script> *bold* [link](http://x) \u202eright to left'


@pytest.mark.parametrize("write", [brief_html, brief_markdown])
def test_hostile_words_show_as_text(write: object) -> None:
    """Words of a report are shown, never run."""
    made = write(make([entry(K, "control.gain", holder=K, content=HOSTILE, words=HOSTILE)]))  # type: ignore[operator]
    assert "<script>" not in made
    if write is brief_markdown:
        assert "[link](" not in made


def test_html_loads_nothing() -> None:
    """The page to send is one file without script, and says its state for programs."""
    page = brief_html(make(*denied()))
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert 'data-disputed="true"' in page


def test_loaded_words_are_not_ours() -> None:
    """No pattern of ours uses one side's vocabulary."""
    loaded = (
        "liberated",
        "regime",
        "terrorist",
        "occupied",
        "fell",
        "admitted",
        "refuted",
        "militants",
        "confirmed by",
    )
    patterns = str(load("wording")).lower()
    assert not [word for word in loaded if word in patterns]


@pytest.mark.parametrize("basis", list(Basis))
def test_the_gate_has_a_row_for_each_basis(basis: Basis) -> None:
    """Only admissions and independent confirmation open "held" and "confirmed"."""
    opened = {Basis.OWN_ADMISSION, Basis.OPPONENT_ADMISSION, Basis.INDEPENDENT_CONFIRMATION}
    assert GATE[basis].confirmed == (basis in opened)
    assert (GATE[basis].pattern == "held") == (basis in opened)


def test_contested_is_never_held() -> None:
    """A contested place is said to be contested, whatever its basis."""
    found = make([entry("", "control.infiltrate", holder=K), entry("M", "control.contest", holder=K)]).control
    assert may_say(found).pattern == "contested"


def test_rounded_shares_sum_to_a_hundred() -> None:
    """Shares are rounded to five and still sum to 100."""
    for shares in ({"a": 1 / 3, "b": 1 / 3, "c": 1 / 3}, {"a": 0.02, "b": 0.98}, {"a": 1.0}):
        made = rounded(shares)
        assert sum(made.values()) == 100
        assert all(value % 5 == 0 for value in made.values())
