"""Claim cards: one claim as every page shows it, with who, verb, words, day, and at least one status.

`claim_card` lays out one entry whose chips are known; `Around` finds the chips of a claim from the
links and origins around it. The template is `parts/claim.html`, macro `claim_card`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from contested.model import (
    UNKNOWN,
    ActorKind,
    CueClass,
    Directness,
    LedgerEntry,
    Link,
    Modality,
    Origin,
    Relation,
    Verification,
)
from contested.outputs.briefing import STATUS_OF
from contested.outputs.wording import WORDS, age, speaker, verb
from contested.web import addresses
from contested.web.sides import side_index
from contested.web.words import count, days_between, short_day

CHIPS: Mapping[str, Mapping[str, str]] = WORDS["chips"]
KINDS = ("strong", "dash", "plain")
"""In the order in which chips stand on a card."""
MOST_CHIPS = 3
"""Chips on a card in a list; the claim's own page shows all."""
MOST_NAMED = 2
"""Speakers that one chip names; the rest is counted."""
LONGEST = 320
"""Characters of a statement on a card; the rest stands in its report."""

CHIP_OF: Mapping[tuple[Relation, bool], str] = {**STATUS_OF, (Relation.UPDATES, False): "updated_by"}
"""Which chip a link puts on a claim: as in briefs, and that the source has said something newer."""

OWN_CUE: Mapping[CueClass, str] = {
    CueClass.DENY: "denial",
    CueClass.REJECT: "denial",
    CueClass.RETRACT: "withdrawal",
    CueClass.ACKNOWLEDGE: "acknowledgement",
    CueClass.PREDICT: "outlook",
}
"""Chips that a claim's own cue puts on it."""

SETTLED = {"denied_by", "contradicted_by", "withdrawn", "acknowledged", "also_said", "also_said_one", "verified"}
"""Chips that already say how others stand to a claim; without one of them a claim is "not confirmed"."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One status of a claim: its words, its kind (strong, dash, plain), where it leads."""

    text: str
    kind: str = "plain"
    address: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim as pages show it."""

    id: str
    address: str
    reader: str  # the report at this claim
    who: str
    verb: str
    words: str
    quoted: bool  # the source's own words; else the report's words for what the source said
    own_voice: bool
    part: str
    day: str | None  # of publication
    age: str
    outlet: str
    side: str  # the party that speaks, or the words for neither
    party_index: int | None  # its place in the pack
    chips: tuple[Chip, ...]
    copies: int
    copies_words: str  # "1 origin, 14 copies"
    origin: str  # address of the origin, empty where the claim is its own
    denies: bool

    def shown(self, most: int = MOST_CHIPS) -> tuple[Chip, ...]:
        """Return the chips for a list: the weightiest first, never none."""
        return self.chips[:most]


def chip(key: str, *, who: str = "", day: str | None = None, n: int = 0, address: str = "") -> Chip:
    """Return a chip by its key in `chips` of lexicons/wording.yml.

    >>> chip("denied_by", who="Ostvan").text
    'Denied by Ostvan'
    """
    kept = CHIPS[key]
    return Chip(kept["words"].format(who=who, day=short_day(day), n=n), kept["kind"], address, key)


def in_order(chips: Iterable[Chip]) -> tuple[Chip, ...]:
    """Return chips strong first, then not confirmed, then the rest; each words once."""
    unique: dict[str, Chip] = {}
    for each in chips:
        unique.setdefault(each.text, each)
    return tuple(sorted(unique.values(), key=lambda each: KINDS.index(each.kind)))


def claim_card(
    entry: LedgerEntry, chips: Iterable[Chip], *, parties: Sequence[str], on: str, origin: str = "", copies: int = 0
) -> ClaimCard:
    """Return the card of a claim; without any chip it says that nobody confirms it."""
    claim, head = entry.claim, entry.document
    side = side_of(entry, parties)[0]
    parts = [e.control.part for e in entry.events if e.control and e.control.part]
    found = in_order(chips)
    published = head.published[:10] if head.published else None
    return ClaimCard(
        id=claim.id,
        address=addresses.claim(claim.id),
        reader=addresses.document(head.id, claim.id),
        who=speaker(entry),
        verb=said(entry),
        words=shortened(entry.content_words or entry.words),
        quoted=claim.directness in (Directness.DIRECT, Directness.MIXED),
        own_voice=claim.source.own_voice,
        part=parts[0] if parts else "",
        day=published,
        age=age(days_between(published, on), published) if published else "no date",
        outlet=head.outlet if head.outlet != UNKNOWN else "outlet not known",
        side=side,
        party_index=side_index(side, parties),
        chips=found or (chip("not_confirmed"),),
        copies=copies,
        copies_words=copies_words(copies),
        origin=addresses.origin(origin) if origin else "",
        denies=claim.cue is not None and claim.cue.cue_class in (CueClass.DENY, CueClass.REJECT),
    )


def side_of(entry: LedgerEntry, parties: Sequence[str]) -> tuple[str, int | None]:
    """Return the side that speaks and its place in the pack; a blogger or an expert is not the army."""
    source = entry.claim.source
    beside = source.kind in (ActorKind.MEDIA, ActorKind.EXPERT) and not source.own_voice
    if source.party in parties and not beside:
        return source.party, list(parties).index(source.party)
    return str(WORDS["neither"]), None


def said(entry: LedgerEntry) -> str:
    """Return the verb, and to whom an unnamed source said it.

    "reported"; "said, to Northline News".
    """
    source, outlet = entry.claim.source, entry.document.outlet
    if source.kind is ActorKind.ANONYMOUS and outlet != UNKNOWN:
        return f"{verb(entry.claim)}, to {outlet}"
    return verb(entry.claim)


def shortened(words: str) -> str:
    """Return a statement on one line, without its own quotation marks, cut at a word."""
    flat = " ".join(words.split()).strip(" \"“”'‘’,")
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rsplit(" ", 1)[0] + " …"


def copies_words(copies: int) -> str:
    """Return "1 origin", "1 origin, 14 copies"; never "15 reports say"."""
    return f"1 origin, {count(copies, 'copy', 'copies')}" if copies else "1 origin"


class Around:
    """The claims, links and origins around a claim, from which its chips are found."""

    def __init__(
        self, entries: Iterable[LedgerEntry], links: Iterable[Link], origins: Iterable[Origin], parties: Sequence[str]
    ) -> None:
        self.entries = {entry.claim.id: entry for entry in entries}
        self.parties = tuple(parties)
        self.origin_of = {claim: origin for origin in origins for claim in origin.claims}
        self.links: dict[str, list[Link]] = defaultdict(list)
        for link in sorted(links, key=lambda link: (link.relation, link.a, link.b)):
            if link.a in self.entries and link.b in self.entries:
                self.links[link.a].append(link)
                self.links[link.b].append(link)

    def card(self, entry: LedgerEntry, on: str) -> ClaimCard:
        """Return the card of a claim with all its chips."""
        origin = self.origin_of.get(entry.claim.id)
        return claim_card(
            entry,
            self.chips(entry),
            parties=self.parties,
            on=on,
            origin=origin.id if origin else "",
            copies=self.copies(entry),
        )

    def origin(self, entry: LedgerEntry) -> str:
        """Return the id of a claim's origin; a claim without one is its own."""
        origin = self.origin_of.get(entry.claim.id)
        return origin.id if origin else entry.claim.id

    def copies(self, entry: LedgerEntry) -> int:
        """Return how many further known reports carry the same origin."""
        origin = self.origin_of.get(entry.claim.id)
        known = {self.entries[c].document.id for c in (origin.claims if origin else ()) if c in self.entries}
        return max(len(known) - 1, 0)

    def chips(self, entry: LedgerEntry) -> tuple[Chip, ...]:
        """Return every status of a claim, weightiest first; there is always at least one."""
        found = [*self._of_links(entry), *self._of_itself(entry)]
        support = self.support(entry)
        if support:
            found.append(chip("also_said_one" if support == 1 else "also_said", n=support))
        elif not SETTLED & {each.key for each in found}:
            found.append(chip("not_confirmed"))
        return in_order(found)

    def support(self, entry: LedgerEntry) -> int:
        """Return how many further origins say the same and do not speak for the same side."""
        mine, apart = entry.claim.source, set()
        for link in self.links[entry.claim.id]:
            other = self.entries[link.b if link.a == entry.claim.id else link.a]
            same_side = other.claim.source.party == mine.party and mine.party in self.parties
            same_voice = other.claim.source.name == mine.name and mine.name != UNKNOWN
            if link.relation in (Relation.SUPPORTS, Relation.SAME) and not same_side and not same_voice:
                apart.add(self.origin(other))
        return len(apart - {self.origin(entry)})

    def _of_links(self, entry: LedgerEntry) -> Iterator[Chip]:
        """Yield one chip a relation, its speakers together, each origin named once."""
        groups: dict[str, dict[str, LedgerEntry]] = defaultdict(dict)
        for link in self.links[entry.claim.id]:
            other = self.entries[link.b if link.a == entry.claim.id else link.a]
            for key in self._keys(link, entry, other):
                groups[key].setdefault(self.origin(other), other)
        for key, others in groups.items():
            newest = max(others.values(), key=lambda other: (other.document.published or "", other.claim.id))
            names = list(dict.fromkeys(self.short_name(other) for other in others.values()))
            named = ", ".join(names[:MOST_NAMED]) + (
                f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
            )
            yield chip(key, who=named, day=newest.document.published, address=addresses.claim(newest.claim.id))

    def _keys(self, link: Link, entry: LedgerEntry, other: LedgerEntry) -> Iterator[str]:
        """Yield the chips that a link puts on a claim; agreement of the other side is an acknowledgement."""
        key = CHIP_OF.get((link.relation, link.a == entry.claim.id))
        if key:
            yield key
        cue = other.claim.cue.cue_class if other.claim.cue else CueClass.NONE
        mine, theirs = entry.claim.source.party, other.claim.source.party
        agrees = link.relation in (Relation.SUPPORTS, Relation.SAME) and cue is CueClass.ACKNOWLEDGE
        if agrees and mine != theirs and {mine, theirs} <= set(self.parties):
            yield "acknowledged"

    def short_name(self, entry: LedgerEntry) -> str:
        """Return the side that speaks, or the speaker where it speaks for none."""
        side, index = side_of(entry, self.parties)
        return side if index is not None else speaker(entry)

    def _of_itself(self, entry: LedgerEntry) -> Iterator[Chip]:
        """Yield what the claim says of itself: denial, verification as reported, outlook, unnamed source."""
        claim = entry.claim
        cue = claim.cue.cue_class if claim.cue else CueClass.NONE
        if cue in OWN_CUE:
            yield chip(OWN_CUE[cue])
        elif claim.condition is not None:
            yield chip("outlook")
        if claim.verification not in (Verification.NONE, Verification.UNKNOWN):
            yield chip(claim.verification.value)
        told = {event.modality for event in entry.events if event.control}
        if told and not told & {Modality.ACTUAL, Modality.UNKNOWN}:
            yield chip("not_fact", who=", ".join(sorted(told)))
        if claim.source.kind is ActorKind.ANONYMOUS and claim.source.party not in self.parties:
            yield chip("unnamed")
