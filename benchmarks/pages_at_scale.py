"""How long the server's questions take on a ledger of a million claims.

Make the ledger once (some minutes, about 4 GB, invented war reporting without sense), then measure:

    python benchmarks/pages_at_scale.py make war.db [--claims 1000000] [--places 5000] [--days 1000]
    python benchmarks/pages_at_scale.py measure war.db
    python benchmarks/pages_at_scale.py pages war.db --times 30

Printed: median and 95th percentile of each question in milliseconds, asked with places, parties and
words drawn as the claims are (busy places often). `pages` asks the server for whole pages instead.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from contested.links import Bond
from contested.model import (
    ActorKind,
    Bearing,
    Certainty,
    Claim,
    ControlBearing,
    Cue,
    CueClass,
    Directness,
    Dispute,
    Document,
    Event,
    Extraction,
    Found,
    Link,
    Modality,
    Origin,
    Place,
    PlaceUse,
    Polarity,
    Precision,
    Relation,
    Source,
    Span,
    Tense,
    Verification,
    content_id,
)
from contested.packs import load
from contested.store import rows, tables
from contested.store.ledger import Ledger, open_ledger

WARS = ("russia-ukraine", "sudan", "mali")
FIRST = date(2023, 1, 1)
CLAIMS_IN_A_REPORT = 7
CONTROL = {
    "control.gain": Bearing.GAIN,
    "control.hold": Bearing.HOLD,
    "control.loss": Bearing.LOSS,
    "control.withdraw": Bearing.WITHDRAW,
    "control.contest": Bearing.CONTESTED,
}
OTHERS = ("strike.drone", "strike.shelling", "strike.missile", "casualty.civilian", "damage.energy", "clash", "aid")
ROLES = ("spokesman", "governor", "commander", "ministry", "council", "brigade")
KINDS = (ActorKind.MILITARY, ActorKind.OFFICIAL, ActorKind.GOVERNMENT, ActorKind.CIVILIAN, ActorKind.MONITOR)
RELATIONS = (
    (0.05, Relation.DENIES),
    (0.05, Relation.CONTRADICTS),
    (0.15, Relation.SUPPORTS),
    (0.05, Relation.SAME),
    (0.02, Relation.UPDATES),
    (0.002, Relation.RETRACTS),
)
"""How often a claim stands so to an earlier one about its place."""


class War:
    """Invented places, voices and words of one size, drawn with one seed."""

    def __init__(self, claims: int, places: int, days: int) -> None:
        self.random = random.Random(20251120)
        self.claims, self.days = claims, days
        self.words = ["".join(self.random.choice(("ka", "ro", "mi", "ten", "ul", "ber", "sha")) for _ in range(3))
                      + self.random.choice("aeiourstn") for _ in range(3000)]  # fmt: skip
        self.places = [self._place(number) for number in range(places)]
        self.heavy = list(accumulate(1 / (n + 2) ** 0.75 for n in range(places)))
        self.holders = [self.random.randrange(2) for _ in range(places)]
        self.outlets = [f"Outlet {number}" for number in range(40)]
        self.voices = {war: self._voices(war) for war in WARS}

    def _place(self, number: int) -> Place:
        name = f"Town{number:04}"
        return Place(
            start=0, end=len(name), text=name, name=name, resolved=True, place_id=f"gn:{900000 + number}",
            lat=round(self.random.uniform(10, 55), 4), lon=round(self.random.uniform(20, 45), 4),
            country=("UA", "SD", "ML")[number % 3], admin1=f"Region {number % 27}", feature_class="P",
            precision=Precision.SETTLEMENT, use=PlaceUse.LOCATION, score=0.9,
        )  # fmt: skip

    def _voices(self, war: str) -> list[Source]:
        parties = (*load(war).party_names()[:2], "none", "unknown")
        made = []
        for number in range(200):
            name = f"{self.random.choice(self.words).title()} {self.random.choice(self.words).title()}"
            made.append(Source(text=name, start=0, end=len(name), name=name, kind=self.random.choice(KINDS),
                               role=self.random.choice(ROLES), party=parties[number % 4]))  # fmt: skip
        return made

    def reports(self) -> Iterator[Extraction]:
        """Yield all reports, day by day."""
        count = self.claims // CLAIMS_IN_A_REPORT
        for number in range(count):
            day = FIRST + timedelta(days=number * self.days // count)
            yield self.report(number, day.isoformat())

    def report(self, number: int, day: str) -> Extraction:
        """Return one report of seven claims about places of one war."""
        war = number % 3
        outlet = self.random.choice(self.outlets)
        name = content_id("scale", number)
        voices = self.random.sample(self.voices[WARS[war]], 3)
        own = Source(name=outlet, kind=ActorKind.MEDIA, party="none", own_voice=True)
        pieces, claims, events, places, offset = [], [], [], [], 0
        for position in range(CLAIMS_IN_A_REPORT):
            source = own if position == 0 else voices[position % 3]
            spot = self._spot(war)
            words = f"{source.name} said {' '.join(self.random.choices(self.words, k=14))} near {spot.name}."
            claim, event = self._claim(name, offset, words, source, spot, WARS[war], day)
            claims.append(claim)
            events.append(event)
            places.append(event.places[0])
            pieces.append(words)
            offset += len(words) + 1
        document = Document(
            id=name, path=f"report-{number}.txt", sha256=name * 4, outlet=outlet, outlet_found=Found.STATED,
            title=f"Report {number}", language="en", published=f"{day}T{number % 24:02}:00", text=" ".join(pieces),
            published_found=Found.STATED,
        )  # fmt: skip
        return Extraction(
            document=document, places=tuple(places), claims=tuple(claims), events=tuple(events), packs=(WARS[war],)
        )

    def _spot(self, war: int) -> Place:
        (number,) = self.random.choices(range(len(self.places)), cum_weights=self.heavy)
        return self.places[min(number - number % 3 + war, len(self.places) - 1)]

    def _claim(
        self, document: str, start: int, words: str, source: Source, spot: Place, war: str, day: str
    ) -> tuple[Claim, Event]:
        end, draw = start + len(words), self.random.random()
        name = content_id("claim", document, start)
        about = draw < 0.25
        kind = self.random.choice(tuple(CONTROL) if about else OTHERS)
        event_id = content_id("event", name)
        control = ControlBearing(bearing=CONTROL[kind], party=self._holder(spot, war)) if about else None
        where = Place(**{f: getattr(spot, f) for f in spot.__struct_fields__} | {
            "start": end - len(spot.name) - 1, "end": end - 1})  # fmt: skip
        event = Event(
            id=event_id, claim=name, start=start, end=end, type=kind, places=(where,), interval=(day, day),
            certainty=Certainty.CERTAIN, tense=Tense.PAST, modality=Modality.ACTUAL, control=control,
            polarity=Polarity.NEGATIVE if draw < 0.03 else Polarity.POSITIVE,
        )  # fmt: skip
        claim = Claim(
            id=name, start=start, end=end, content=(Span(start=start + len(source.name) + 6, end=end),), source=source,
            cue=None if source.own_voice else Cue(start=start, end=start + 4, lemma="say", cue_class=CueClass.ASSERT),
            directness=Directness.INDIRECT, certainty=Certainty.CERTAIN, tense=Tense.PAST, events=(event_id,),
            verification=Verification.UNVERIFIED if 0.3 < draw < 0.36 else Verification.NONE,
        )  # fmt: skip
        return claim, event

    def _holder(self, spot: Place, war: str) -> str:
        """Return who holds a place, as most voices say: each place changes hands now and then."""
        number = int(spot.place_id[3:]) - 900000
        if self.random.random() < 0.002:
            self.holders[number] = 1 - self.holders[number]
        wrong = self.random.random() < 0.12
        return load(war).party_names()[self.holders[number] ^ wrong]


class Linker:
    """Invents links and origins as it goes: a third of the reports copies one of the days before."""

    def __init__(self, chance: random.Random) -> None:
        self.random = chance
        self.last: dict[str, list[str]] = {}
        self.groups: dict[str, list[tuple[str, str]]] = {}  # first claim → (document, claim)
        self.recent: list[tuple[str, Extraction, dict[str, str]]] = []
        self.links: list[Link] = []
        self.bonds: list[Bond] = []

    def take(self, report: Extraction) -> None:
        """Note what a report's claims answer, and of which origin they are."""
        war = report.packs[0]
        original = next((each for each in reversed(self.recent) if each[0] == war), None)
        copied = original[2] if original and self.random.random() < 0.33 else {}
        first: dict[str, str] = {}
        for claim, event in zip(report.claims, report.events, strict=True):
            voice = str(claim.source.name if not claim.source.own_voice else "own")
            root = first.get(voice) or (list(copied.values())[len(first)] if len(first) < len(copied) else claim.id)
            first[voice] = root
            group = self.groups.setdefault(root, [])
            if group:
                self.bonds.append(Bond(group[-1][1], claim.id, 0.9, "carried over"))
            group.append((report.document.id, claim.id))
            self._answer(claim.id, event.places[0].place_id)
        self.recent = [*self.recent[-20:], (war, report, first)]

    def _answer(self, claim: str, place: str) -> None:
        before = self.last.setdefault(place, [])
        for share, relation in RELATIONS if before else ():
            if self.random.random() < share:
                other = self.random.choice(before[-10:])
                self.links.append(Link(a=claim, b=other, relation=relation, score=0.8, reason="made for a benchmark"))
        before.append(claim)
        del before[:-10]

    def origins(self) -> Iterator[Origin]:
        """Yield all origins."""
        for root, members in self.groups.items():
            documents = tuple(dict.fromkeys(document for document, _ in members))
            claims = tuple(claim for _, claim in members)
            yield Origin(id=content_id("origin", root), documents=documents, claims=claims, reason="made")


def make(path: Path, claims: int, places: int, days: int) -> None:
    """Write the ledger, straight into its tables."""
    started = time.perf_counter()
    war = War(claims, places, days)
    linker = Linker(war.random)
    with open_ledger(path, write=True) as ledger:
        batch: list[Extraction] = []
        for report in war.reports():
            linker.take(report)
            batch.append(report)
            if len(batch) == 2000:
                _write(ledger, batch)
                batch = []
        _write(ledger, batch)
        print(f"reports written: {time.perf_counter() - started:.0f} s")
        _write_links(ledger, linker)
        print(f"links written: {time.perf_counter() - started:.0f} s")
        keep(ledger)
    print(f"{claims} claims, {path.stat().st_size / 1e9:.1f} GB: {time.perf_counter() - started:.0f} s")


def _write(ledger: Ledger, batch: list[Extraction]) -> None:
    made: list[tuple[Any, list[dict[str, Any]]]] = [(tables.documents, [rows.document_row(each) for each in batch])]
    for table, of in (
        (tables.claims, rows.claim_rows),
        (tables.claim_numbers, lambda each: [{"claim": claim.id} for claim in each.claims]),
        (tables.events, rows.event_rows),
        (tables.claim_places, rows.claim_place_rows),
        (tables.place_names, rows.place_name_rows),
        (tables.linked_documents, lambda each: [{"document": each.document.id}]),
    ):
        made.append((table, [row for each in batch for row in of(each)]))
    with ledger.engine.begin() as connection:
        for table, values in made:
            if values:
                connection.execute(insert(table), values)


def _write_links(ledger: Ledger, linker: Linker) -> None:
    from contested.store.ledger import link_row
    from contested.store.linking import standing

    unique = {(link.a, link.b, link.relation): link for link in linker.links}
    with ledger.engine.begin() as connection:
        connection.execute(insert(tables.found_links), [link_row(link) for link in unique.values()])
        bonds = {(b.a, b.b): {"a": b.a, "b": b.b, "reason": b.reason, "score": b.score} for b in linker.bonds}
        connection.execute(insert(tables.bonds), list(bonds.values()))
    ledger.replace_links(unique.values(), linker.origins(), _disputes(linker), standing(ledger))


def _disputes(linker: Linker) -> list[Dispute]:
    made = {
        link.b: Dispute(id=content_id("dispute", link.b), matter="Whether Town is held", asserting=(link.b,),
                        denying=(link.a,), since=None)
        for link in linker.links
        if link.relation is Relation.DENIES
    }  # fmt: skip
    return list(made.values())


def keep(ledger: Ledger) -> None:
    """Work out and keep what the questions stand on, and say how long that takes."""
    from contested.questions.keeping import bring_up_to_date

    started = time.perf_counter()
    bring_up_to_date(ledger)
    print(f"worked out for questions: {time.perf_counter() - started:.0f} s")


def measure(path: Path, times: int) -> None:
    """Print the times of each question."""
    from contested.questions.listing import ClaimFilter, list_claims
    from contested.questions.picture import picture
    from contested.questions.place import PlaceQuestion
    from contested.questions.records import claim_page, document_page, origin_page, source_page, sources

    chance = random.Random(7)
    with open_ledger(path) as view:
        started = time.perf_counter()
        now = picture(view)
        listed = list_claims(view, ClaimFilter())
        print(f"first question of a process: {1000 * (time.perf_counter() - started):.0f} ms")
        days = [day for day, _ in now.days()]
        some = [row.entry for page in range(1, 40) for row in list_claims(view, ClaimFilter(page=97 * page)).rows]
        busy = [e.events[0].places[0].place_id for e in chance.sample(some, times)]
        quiet = [state.place_id for state in chance.sample(now.on(days[-1]), times)]
        words = [chance.choice(e.words.split()[3:12]) for e in chance.sample(some, times)]
        claims = [e.claim.id for e in chance.sample(some, times)]
        keys = [row.key for row in chance.sample(sources(view), min(times, 100))]
        since = [(chance.choice(days[:-31])) for _ in range(times)]
        month = [(day, days[days.index(day) + 30]) for day in since]
        F, day = ClaimFilter, days[-1]
        questions: list[tuple[str, Callable[[Any], Any], list[Any]]] = [
            ("picture of a day", lambda d: picture(view).on(d), chance.sample(days, times)),
            ("changes of a day", lambda d: picture(view).changes(d), chance.sample(days[1:], times)),
            ("runs of a place", lambda p: picture(view).runs(p), busy),
            ("place: control now, busy", lambda p: PlaceQuestion(view, p, day).control(day), busy),
            ("place: control now, any", lambda p: PlaceQuestion(view, p, day).control(day), quiet),
            ("place: brief now, busy", lambda p: PlaceQuestion(view, p, day).brief(day), busy),
            ("place: brief now, any", lambda p: PlaceQuestion(view, p, day).brief(day), quiet),
            ("place: the busiest, brief", lambda p: PlaceQuestion(view, p, day).brief(day), ["gn:900000"] * 20),
            ("claims: no filter", lambda n: list_claims(view, F(page=n)), list(range(1, times + 1))),
            ("claims: last page", lambda _: list_claims(view, F(page=listed.total // 50)), list(range(times))),
            ("claims: party", lambda p: list_claims(view, F(party=p)), ["Russia", "SAF", "none"] * (times // 3)),
            ("claims: place, busy", lambda p: list_claims(view, F(place_id=p)), busy),
            ("claims: text", lambda w: list_claims(view, F(text=w)), words),
            ("claims: status and dates",
             lambda m: list_claims(view, F(status="denied", since=m[0], until=m[1])), month),
            ("claims: by outlet, party", lambda p: list_claims(view, F(party="Russia", sort="outlet", page=p)),
             list(range(1, times + 1))),
            ("claims: as known on", lambda m: list_claims(view, F(known_on=m[0], party="Russia")), month[:20]),
            ("sources", lambda _: sources(view), list(range(times))),
            ("source", lambda k: source_page(view, k), keys),
            ("claim", lambda c: claim_page(view, c), claims),
            ("origin", lambda c: origin_page(view, claim_page(view, c).origin.id), claims),
            ("report", lambda c: document_page(view, c), [e.document.id for e in chance.sample(some, times)]),
        ]  # fmt: skip
        print(f"{'question':28} {'n':>4} {'p50 ms':>8} {'p95 ms':>8} {'worst':>8}")
        for name, ask, about in questions:
            _time(name, ask, about)


def _time(name: str, ask: Callable[[Any], Any], about: list[Any]) -> None:
    spent = []
    for each in about:
        started = time.perf_counter()
        ask(each)
        spent.append(1000 * (time.perf_counter() - started))
    spent.sort()
    print(
        f"{name:28} {len(spent):4} {spent[len(spent) // 2]:8.1f} {spent[int(len(spent) * 0.95)]:8.1f} {spent[-1]:8.1f}"
    )


def main() -> None:
    """Make or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "keep", "measure", "pages"))
    parser.add_argument("path", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--places", type=int, default=5000)
    parser.add_argument("--days", type=int, default=1000)
    parser.add_argument("--times", type=int, default=100)
    options = parser.parse_args()
    if options.what == "make":
        make(options.path, options.claims, options.places, options.days)
    elif options.what == "keep":
        with open_ledger(options.path, write=True) as ledger:
            keep(ledger)
    elif options.what == "pages":
        from page_answers import pages

        pages(options.path, options.times)
    else:
        measure(options.path, options.times)


if __name__ == "__main__":
    main()
