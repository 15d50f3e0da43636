"""The main job on the sample dispatches: reports in, a brief out that a careful editor would print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from contested.cli.main import app
from contested.outputs.brief_records import Brief
from contested.questions import PlaceQuestion
from contested.store.ledger import open_ledger


def run(*args: str) -> str:
    """Return what a command prints; it must succeed."""
    result = CliRunner().invoke(app, list(args))
    assert result.exit_code == 0, result.output
    return result.stdout


def brief_of(ledger: Path, place: str, day: str) -> Brief:
    """Return the brief of a place of the samples."""
    with open_ledger(ledger) as view:
        return PlaceQuestion(view, place).brief(day)


def rows(brief: Brief) -> list[tuple[str, str, str]]:
    """Return (side, who, words) of all rows."""
    return [(side.party, row.who, row.words) for side in brief.sides for row in side.rows]


def test_kupiansk_is_contested_and_disputed(sample_ledger: Path) -> None:
    """Two sides inside and a denied claim to the whole city: contested, disputed, no confirmation."""
    brief = brief_of(sample_ledger, "Kupiansk", "2026-03-19")
    assert brief.control.state == "contested"
    assert brief.control.disputed
    assert any("denied it" in line.text for line in brief.answer)


def test_a_denied_claim_stands_beside_its_denial(sample_ledger: Path) -> None:
    """Russia's claim to the city is on Russia's side and says who denies it."""
    brief = brief_of(sample_ledger, "Kupiansk", "2026-03-18")
    (russia,) = [side for side in brief.sides if side.party == "Russia"]
    assert any("denied by" in chip for row in russia.rows for chip in row.status)


def test_an_admission_is_on_the_side_that_makes_it(sample_ledger: Path) -> None:
    """Ukraine's spokesman acknowledging a foothold speaks for Ukraine."""
    brief = brief_of(sample_ledger, "Kupiansk", "2026-03-09")
    assert any(side == "Ukraine" and "foothold" in words for side, _, words in rows(brief))


def test_copies_of_one_dispatch_are_one_origin(sample_ledger: Path) -> None:
    """Four outlets that carry one agency's dispatch make one origin with copies."""
    brief = brief_of(sample_ledger, "Kupiansk", "2026-03-18")
    assert max(row.copies for side in brief.sides for row in side.rows) >= 2


def test_outlooks_are_not_events(sample_ledger: Path) -> None:
    """ "If the last bridge is destroyed …" is an outlook and in no side's table."""
    brief = brief_of(sample_ledger, "Kupiansk", "2026-03-19")
    assert any("If the city falls" in line.text or "If the last bridge" in line.text for line in brief.outlooks)
    assert not any("If the" in words for _, _, words in rows(brief))


def test_figures_stand_side_by_side(sample_ledger: Path) -> None:
    """12,000 and more than 20,000 people who fled El Obeid are two figures."""
    text = json.dumps(json.loads(run("brief", "El Obeid", "--on", "2026-03-13", "--json", "--db", str(sample_ledger))))
    assert "12,000" in text
    assert "20,000" in text


def test_two_wars_do_not_mix(sample_ledger: Path) -> None:
    """A Sudanese town has Sudanese parties."""
    found = json.loads(run("control", "El Obeid", "--on", "2026-03-18", "--json", "--db", str(sample_ledger)))
    assert set(found["probabilities"]) == {"SAF", "RSF", "contested", "unknown"}
    assert found["state"] == "SAF"


def test_sport_business_and_namesakes_make_no_conflict_event(sample_ledger: Path) -> None:
    """The football match, the price war and the fire in Yakutia bear on no control."""
    lines = run("claims", "--format", "jsonl", "--db", str(sample_ledger)).splitlines()
    claims = [json.loads(line) for line in lines]
    traps = [c for c in claims if "lantern.example" in json.dumps(c) or "feed.xml" in json.dumps(c)]
    assert traps
    words = " ".join(json.dumps(c) for c in traps if any("control" in str(e) for e in c.get("events", [])))
    assert "late point" not in words
    assert "grocery" not in words


def test_every_command_on_a_place_answers(sample_ledger: Path) -> None:
    """The commands that ask of a ledger run, as tables and as JSON."""
    db = ["--db", str(sample_ledger)]
    for args in (
        ["control", "Kupiansk", "--why"],
        ["control", "Kupiansk", "--from", "2026-03-16", "--to", "2026-03-19"],
        ["replay", "Kupiansk", "--from", "2026-03-16", "--to", "2026-03-19"],
        ["reliability"],
        ["momentum", "--from", "2026-03-16", "--to", "2026-03-19"],
        ["outlooks"],
        ["health"],
        ["disputes"],
        ["problems"],
    ):
        assert run(*args, *db).strip()
        json.loads(run(*args, "--json", *db))


@pytest.mark.parametrize("form", ["md", "html", "json", "text"])
def test_brief_in_every_form(sample_ledger: Path, tmp_path: Path, form: str) -> None:
    """Each form is written, to a file too."""
    out = tmp_path / f"brief.{form}"
    run("brief", "Kupiansk", "--on", "2026-03-19", "--format", form, "--to", str(out), "--db", str(sample_ledger))
    assert "Kupiansk" in out.read_text() or "KUPIANSK" in out.read_text()


def test_series_as_the_contract_says(sample_ledger: Path) -> None:
    """`control --from --to --format jsonl` prints one record a day, each as known on that day."""
    args = ["control", "--place", "Kupiansk", "--from", "2026-03-16", "--to", "2026-03-19", "--format", "jsonl"]
    series: list[dict[str, Any]] = [json.loads(line) for line in run(*args, "--db", str(sample_ledger)).splitlines()]
    assert [row["day"] for row in series] == ["2026-03-16", "2026-03-17", "2026-03-18", "2026-03-19"]
    assert all(row["known_on"] == row["day"] for row in series)
    assert {"place", "day", "known_on", "state", "probabilities", "basis", "for", "against"} <= set(series[0])


@pytest.mark.parametrize("day", ["2026-03-09", "2026-03-13", "2026-03-18"])
def test_as_known_on_equals_a_ledger_of_that_day(sample_ledger: Path, tmp_path: Path, day: str) -> None:
    """A conclusion as known on a day is what a ledger with only the reports until then says."""
    from contested.store.linking import relink

    with open_ledger(sample_ledger) as view, open_ledger(tmp_path / "then.db", write=True) as then:
        for head in view.heads():
            if head.published and head.published[:10] <= day:
                then.add(view.extraction(head.id))
        relink(then)
        for place in ("Kupiansk", "El Obeid"):
            assert PlaceQuestion(view, place, day).control(day) == PlaceQuestion(then, place).control(day)


def test_a_namesake_is_where_the_report_says(sample_ledger: Path) -> None:
    """The fire in "Pokrovsk in Yakutia" is not put into the Pokrovsk that the pack means."""
    with open_ledger(sample_ledger) as view:
        ids = {place.place_id for place in view.places()}
    assert "gn:704422" not in ids
