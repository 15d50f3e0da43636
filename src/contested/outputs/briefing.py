"""The brief: who may be said to hold a place on a day, who says so, who denies it, and what is not known.

Every line carries the numbers of its notes, every note leads to one claim and its span, and a
line whose words no claim supports cannot be built: lines are made from ledger entries only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from contested.assessment.observations import BESIDE
from contested.events.ontology import types
from contested.lexicons import load
from contested.model import (
    UNKNOWN,
    Basis,
    Bearing,
    CueClass,
    Event,
    LedgerEntry,
    Link,
    Modality,
    Polarity,
    Quantity,
    Relation,
    Verification,
)
from contested.outputs.brief_records import Brief, Line, Note, Part, Question, Row, Side
from contested.outputs.wording import WORDS, day_words, quoted, speaker, state_word, state_words, verb

IMPACT: Mapping[str, str] = load("impact")["prefixes"]
RECENT_DAYS = 14
"""Claims older than this are counted in a brief, not listed, unless there are no newer ones."""
MOST_NOTES = 3
"""Notes that one chip carries; the ledger has all links."""
MOST_NAMED = 2
"""Speakers that one chip names; the rest is counted."""
MOST_ROWS = 8
"""Claims listed for each side; the rest is counted and stands in the ledger."""


class _Notes:
    """Numbers the claims in the order in which lines first need them."""

    def __init__(self) -> None:
        self.by_claim: dict[str, Note] = {}

    def of(self, entry: LedgerEntry) -> int:
        claim, head = entry.claim, entry.document
        if claim.id not in self.by_claim:
            offset = head.text_offset
            self.by_claim[claim.id] = Note(
                number=len(self.by_claim) + 1, claim=claim.id, document=head.id, path=head.path, speaker=speaker(entry),
                outlet=head.outlet, published=head.published, url=head.url, start=claim.start + offset,
                end=claim.end + offset, words=" ".join(entry.words.split()),
            )  # fmt: skip
        return self.by_claim[claim.id].number


def write_brief(question: Question) -> Brief:
    """Return the brief that answers a question about one place and day."""
    maker = _Maker(question)
    answer, sides = maker.answer(), maker.sides()
    parts, figures, impact, outlooks = maker.parts(), maker.figures(), maker.impact(), maker.outlooks()
    new = maker.new()
    known = [*question.entries, *question.around]
    return Brief(
        place=question.place, where=question.where, day=question.day, known_on=question.known_on, packs=question.packs,
        control=question.control, answer=answer, new=new, sides=sides, parts=parts, figures=figures, impact=impact,
        outlooks=outlooks, not_known=maker.not_known(), notes=tuple(maker.notes.by_claim.values()),
        reports=len({e.document.id for e in known}), outlets=len({e.document.outlet for e in known} - {UNKNOWN}),
        origins=len({maker.origin(e) for e in question.entries}),
    )  # fmt: skip


class _Maker:
    """Builds the sections of one brief."""

    def __init__(self, question: Question) -> None:
        self.q = question
        self.notes = _Notes()
        self.all = {e.claim.id: e for e in (*question.around, *question.entries)}
        self.origin_of = {claim: o for o in question.origins for claim in o.claims}
        self.links: dict[str, list[Link]] = defaultdict(list)
        for link in question.links:
            if link.a in self.all and link.b in self.all:
                self.links[link.a].append(link)
                self.links[link.b].append(link)

    def origin(self, entry: LedgerEntry) -> str:
        """Return the id of a claim's origin; a claim without one is its own."""
        origin = self.origin_of.get(entry.claim.id)
        return origin.id if origin else entry.claim.id

    # -------------------------------------------------------------- the answer

    def answer(self) -> tuple[Line, ...]:
        """Return the state with its doubt, then the sharpest dispute behind it."""
        control = self.q.control
        supporting = self._entries(control.claims_for)
        opponents = [p for p in self.q.parties if p != control.state]
        origins = len({self.origin(e) for e in supporting})
        text = state_words(control, " and ".join(opponents), origins)
        cited = supporting[:4] if control.state != UNKNOWN else []
        lines = [Line(text=text, notes=tuple(self.notes.of(e) for e in cited))]
        if control.disputed:
            lines += self.disputed_lines()
        return tuple(lines)

    def disputed_lines(self) -> list[Line]:
        """Return up to two denials or contradictions about the place, newest first, both sides in one line."""
        pairs = [
            (self.all[link.a], self.all[link.b], link)
            for links in self.links.values()
            for link in links
            if link.relation in (Relation.DENIES, Relation.CONTRADICTS) and self._about(link.b)
        ]
        pairs.sort(key=lambda row: (row[2].relation != Relation.DENIES, _newest_first(row[0]), row[2].b))
        lines: dict[tuple[str, str], Line] = {}
        for a, b, link in pairs:
            said = "denied it" if link.relation is Relation.DENIES else f"{verb(a.claim)} otherwise"
            text = f"{self.party_or_speaker(b)} {verb(b.claim)}: {quoted(b)}; {self.party_or_speaker(a)} {said}."
            lines.setdefault(
                (a.claim.source.name, b.claim.source.name), Line(text=text, notes=(self.notes.of(b), self.notes.of(a)))
            )
        return list(lines.values())[:2]

    def party_or_speaker(self, entry: LedgerEntry) -> str:
        """Return the side that speaks where it has one and the speaker is not named, else the speaker."""
        source = entry.claim.source
        return (
            source.party
            if source.party in self.q.parties and source.name in (UNKNOWN, source.party)
            else speaker(entry)
        )

    # -------------------------------------------------------------- who says what

    def sides(self) -> tuple[Side, ...]:
        """Return the claims about control by side, parties in pack order, then everybody else."""
        groups: dict[str, list[LedgerEntry]] = defaultdict(list)
        for entry in self._listed():
            source = entry.claim.source
            speaks = source.party in self.q.parties and (source.own_voice or source.kind not in BESIDE)
            groups[source.party if speaks else WORDS["neither"]].append(entry)  # a blogger is not the army
        return tuple(
            Side(
                party=name,
                rows=tuple(self.row(e) for e in groups[name][:MOST_ROWS]),
                more=max(len(groups[name]) - MOST_ROWS, 0),
            )
            for name in (*self.q.parties, WORDS["neither"])
        )

    def _listed(self) -> list[LedgerEntry]:
        """Claims that bear on control or answer one that does, copies left out, newest first."""
        bearing = [e for e in self.q.entries if _bears(e) and not _is_outlook(e)]
        answering = {
            link.a
            for e in bearing
            for link in self.links[e.claim.id]
            if link.b == e.claim.id and link.relation is Relation.DENIES
        } | {
            link.b
            for e in bearing
            for link in self.links[e.claim.id]
            if link.a == e.claim.id and link.relation is Relation.DENIES
        }
        unverified = [
            e for e in self.q.entries
            if e.claim.verification in (Verification.UNVERIFIED, Verification.UNVERIFIABLE) and not _is_outlook(e)
        ]  # fmt: skip
        chosen = {e.claim.id: e for e in (*bearing, *self._entries(sorted(answering)), *unverified)}
        kept = sorted(self._without_copies(chosen.values()), key=_newest_first)
        horizon = date.fromisoformat(self.q.day).toordinal() - RECENT_DAYS
        recent = [e for e in kept if _ordinal(e) >= horizon]
        return recent or kept

    def _without_copies(self, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        """Drop a claim that another of the same origin says in the same or nearly the same words."""
        kept: dict[tuple[str, str], LedgerEntry] = {}
        for entry in sorted(entries, key=lambda e: (e.document.published or "", e.document.id, e.claim.start)):
            shown = {other.claim.id for other in kept.values()}
            copies = (Relation.COPY_OF, Relation.SAME)
            mine = [link for link in self.links[entry.claim.id] if link.a == entry.claim.id]
            copied = any(link.relation in copies and link.b in shown for link in mine)
            if not copied:
                kept.setdefault((self.origin(entry), " ".join(entry.content_words.split()).lower()), entry)
        return list(kept.values())

    def row(self, entry: LedgerEntry) -> Row:
        """Return one line of the table."""
        origin = self.origin_of.get(entry.claim.id)
        documents = {self.all[c].document.id for c in (origin.claims if origin else ()) if c in self.all}
        parts = [event.control.part for event in entry.events if event.control and event.control.part]
        return Row(
            claim=entry.claim.id, day=entry.document.published, who=speaker(entry), verb=verb(entry.claim),
            words=quoted(entry), note=self.notes.of(entry), copies=max(len(documents) - 1, 0),
            part=parts[0] if parts else None, status=self.status(entry),
        )  # fmt: skip

    def status(self, entry: LedgerEntry) -> tuple[str, ...]:
        """Return the chips of a claim; there is always at least one."""
        words = WORDS["status"]
        found = self._chips(entry)
        if entry.claim.verification not in (Verification.NONE, Verification.UNKNOWN):
            found.append(words[entry.claim.verification.value])
        modalities = {e.modality for e in entry.events if e.control} - {Modality.ACTUAL, Modality.UNKNOWN}
        if modalities and all(e.modality in modalities for e in entry.events if e.control):
            found.append(words["not_fact"].format(modality=", ".join(sorted(modalities))))
        support = self._support(entry)
        if support:
            found.append(words["also_said_one" if support == 1 else "also_said"].format(n=support))
        elif not any(chip.startswith(ANSWERED) for chip in found):
            found.append(words["not_confirmed"])
        return tuple(dict.fromkeys(found))

    def _chips(self, entry: LedgerEntry) -> list[str]:
        """Return what links say of a claim: one chip a relation, its speakers together, each origin named once."""
        groups: dict[str, dict[str, LedgerEntry]] = defaultdict(dict)
        for link in sorted(self.links[entry.claim.id], key=lambda link: (link.relation, link.a, link.b)):
            mine = link.a == entry.claim.id
            other = self.all[link.b if mine else link.a]
            key = STATUS_OF.get((link.relation, mine))
            if key:
                groups[key].setdefault(self.origin(other), other)
        return [self._chip(key, list(others.values())) for key, others in groups.items()]

    def _chip(self, key: str, others: Sequence[LedgerEntry]) -> str:
        speakers = list(dict.fromkeys(self.party_or_speaker(other) for other in others))
        named = ", ".join(speakers[:MOST_NAMED])
        if len(speakers) > MOST_NAMED:
            named += f" and {len(speakers) - MOST_NAMED} more"
        numbers = "][".join(str(self.notes.of(other)) for other in others[:MOST_NOTES])
        return str(WORDS["status"][key].format(who=named, n=numbers))

    def _support(self, entry: LedgerEntry) -> int:
        """Count further origins that support a claim and do not speak for its own side."""
        mine = entry.claim.source
        others = [
            self.all[link.b if link.a == entry.claim.id else link.a]
            for link in self.links[entry.claim.id]
            if link.relation in (Relation.SUPPORTS, Relation.SAME)
        ]
        apart = [
            other
            for other in others
            if other.claim.source.name != mine.name
            and (other.claim.source.party != mine.party or mine.party not in self.q.parties)
        ]
        return len({self.origin(other) for other in apart} - {self.origin(entry)})

    # -------------------------------------------------------------- parts, figures, impact, outlooks

    def parts(self) -> tuple[Part, ...]:
        """Return what is said of each part of the place, most recently named first."""
        groups: dict[str, dict[str, LedgerEntry]] = defaultdict(dict)
        for entry in self._without_copies(self.q.entries):
            for event in entry.events:
                for name in {p.part for p in event.places if p.part and p.place_id == self.q.place_id}:
                    if event.control is not None and not _is_outlook(entry):
                        groups[name][entry.claim.id] = entry
        found = []
        for name, entries in groups.items():
            newest = sorted(entries.values(), key=_newest_first)
            lines = [
                Line(text=f"{speaker(e)} {verb(e.claim)}: {quoted(e)}", notes=(self.notes.of(e),)) for e in newest[:3]
            ]
            found.append(Part(name=name, lines=tuple(lines), last=newest[0].document.published))
        return tuple(sorted(found, key=lambda part: (part.last or "", part.name), reverse=True))

    def figures(self) -> tuple[Line, ...]:
        """Return the figures stated, each with its claimer; two figures are never merged."""
        lines: dict[tuple[str, str], Line] = {}
        for entry in sorted(self._without_copies(self.q.entries), key=_newest_first):
            for event in entry.events:
                for quantity in event.quantities:
                    if self._figure_counts(event, quantity):
                        key = (quantity.text.lower(), entry.claim.source.name)
                        lines.setdefault(key, self._figure(entry, event, quantity))
        return tuple(lines.values())[:12]

    def _figure_counts(self, event: Event, quantity: Quantity) -> bool:
        here = not event.places or any(p.place_id == self.q.place_id for p in event.places)
        return here and quantity.unit not in ("date", "age", "share")

    def _figure(self, entry: LedgerEntry, event: Event, quantity: Quantity) -> Line:
        of = f" {quantity.of}" if quantity.of and quantity.of.lower() not in quantity.text.lower() else ""
        denied = "; denied" if event.polarity is Polarity.NEGATIVE else ""
        known = types()
        kind = known[event.type].title.lower() if event.type in known else event.type.replace("_", " ")
        said = f"{speaker(entry)}, {day_words(entry.document.published)}{denied}"
        return Line(text=f"“{quantity.text}”{of} ({kind}): {said}.", notes=(self.notes.of(entry),))

    def impact(self) -> tuple[Line, ...]:
        """Return what is said of civilians, services and buildings, here or in the wider area of the same reports."""
        lines: dict[str, Line] = {}
        for entry in sorted(self._without_copies(self.all.values()), key=_newest_first):
            for event in entry.events:
                heading = next((title for prefix, title in IMPACT.items() if event.type.startswith(prefix)), None)
                if heading and event.modality not in (Modality.CONDITIONAL, Modality.PLANNED) and not event.background:
                    denied = " (denied)" if event.polarity is Polarity.NEGATIVE else ""
                    where = ", ".join(dict.fromkeys(p.name for p in event.places if p.place_id != self.q.place_id))
                    named = f" [{where}]" if where else ""
                    text = f"{heading}{named}: {speaker(entry)} {verb(entry.claim)}{denied}: {quoted(entry)}"
                    lines.setdefault(entry.claim.id, Line(text=text, notes=(self.notes.of(entry),)))
        return tuple(lines.values())[:10]

    def outlooks(self) -> tuple[Line, ...]:
        """Return conditional and predicted things; they count for nothing above."""
        chosen = [e for e in self._without_copies(self.all.values()) if _is_outlook(e)]
        return tuple(
            Line(text=f"{speaker(e)}: “{' '.join(e.words.split())}”", notes=(self.notes.of(e),))
            for e in sorted(chosen, key=_newest_first)[:8]
        )

    # -------------------------------------------------------------- change, and what is not known

    def new(self) -> tuple[Line, ...]:
        """Return what is new since the day before: the state, claims, denials, withdrawals."""
        lines: list[Line] = []
        now, then = self.q.control, self.q.before
        if now.state != then.state:
            lines.append(Line(text=f"By what was known the day before: {state_word(then)} Now: {state_word(now)}"))
        fresh = [e for e in self._listed() if (e.document.published or "")[:10] == self.q.day]
        lines += [Line(text=f"{speaker(e)} {verb(e.claim)}: {quoted(e)}", notes=(self.notes.of(e),)) for e in fresh[:4]]
        if len(fresh) > 4:
            lines.append(
                Line(
                    text=f"{len(fresh) - 4} more claims of this day.", notes=tuple(self.notes.of(e) for e in fresh[4:])
                )
            )
        withdrawn = [e for e in fresh if e.claim.cue and e.claim.cue.cue_class is CueClass.RETRACT]
        if not withdrawn:
            lines.append(Line(text="Nothing was withdrawn."))
        return tuple(lines)

    def not_known(self) -> tuple[str, ...]:
        """Return what this brief cannot tell."""
        lines = ["Who is in the place now: these are reports, and none of them is newer than its date."]
        days = sorted(set(self.q.report_days))
        if days:
            end, start = date.fromisoformat(self.q.day).toordinal(), date.fromisoformat(days[0]).toordinal()
            missing = [
                d for d in range(max(start, end - RECENT_DAYS), end + 1) if date.fromordinal(d).isoformat() not in days
            ]
            if missing:
                lines.append(
                    f"What happened on {_runs(missing)}: no report in this collection names the place on those days."
                )
        languages = sorted({e.document.language for e in self.all.values()} - {UNKNOWN})
        if languages:
            lines.append(f"What is said in languages other than {', '.join(languages)}: none were collected.")
        silent = [p for p in self.q.parties if not any(e.claim.source.party == p for e in self.q.entries)]
        lines += [f"What {party} says: no claim by this side was found." for party in silent]
        if self.q.control.basis in (Basis.CLAIMED_ONLY, Basis.PERSISTENCE):
            lines.append("Whether anybody independent confirms it: no such report was found.")
        lines += self.q.control.notes  # collection health, where it touches this conclusion
        return tuple(lines)

    def _entries(self, ids: Iterable[str]) -> list[LedgerEntry]:
        return sorted((self.all[i] for i in ids if i in self.all), key=_newest_first)

    def _about(self, claim: str) -> bool:
        return any(e.claim.id == claim for e in self.q.entries)


STATUS_OF: Mapping[tuple[Relation, bool], str] = {
    (Relation.DENIES, True): "answers",
    (Relation.DENIES, False): "denied_by",
    (Relation.CONTRADICTS, True): "contradicted_by",
    (Relation.CONTRADICTS, False): "contradicted_by",
    (Relation.NARROWS, True): "narrows",
    (Relation.UPDATES, True): "updates",
    (Relation.RETRACTS, False): "withdrawn",
}
"""Which chip a link puts on a claim, by relation and whether the claim is its `a`."""


ANSWERED = ("denied", "answers", "acknowledged", "withdrawn")
"""Chips that already say how a claim stands; others need "not independently confirmed" beside them."""


def _ordinal(entry: LedgerEntry) -> int:
    return date.fromisoformat(entry.document.published[:10]).toordinal() if entry.document.published else 0


def _newest_first(entry: LedgerEntry) -> tuple[int, str, int, str]:
    return (-_ordinal(entry), entry.document.id, entry.claim.start, entry.claim.id)


def _bears(entry: LedgerEntry) -> bool:
    """Whether a claim says anything about control, and not only in explaining the past."""
    silent = (Bearing.NONE, Bearing.UNKNOWN)
    return any(e.control is not None and e.control.bearing not in silent and not e.background for e in entry.events)


def _is_outlook(entry: LedgerEntry) -> bool:
    """Whether a claim is about what may come: a condition, a prediction, only conditional events."""
    cue = entry.claim.cue.cue_class if entry.claim.cue else CueClass.NONE
    conditional = bool(entry.events) and all(e.modality is Modality.CONDITIONAL for e in entry.events)
    return entry.claim.condition is not None or cue is CueClass.PREDICT or conditional


def _runs(days: Sequence[int]) -> str:
    """Return days as runs in words: "10 Nov 2025 to 12 Nov 2025, 14 Nov 2025"."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][1] + 1:
            runs[-1][1] = day
        else:
            runs.append([day, day])
    words = [(day_words(date.fromordinal(a).isoformat()), day_words(date.fromordinal(b).isoformat())) for a, b in runs]
    return ", ".join(a if a == b else f"{a} to {b}" for a, b in words)
