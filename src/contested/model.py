"""The records: what a report says, who says it, and what may be concluded from it.

Every record is frozen, typed and JSON-serialisable (msgspec), and its field names are the public
vocabulary: the same word in code, tables, API, docs and screen. `docs/schema.json` is generated
from this module by `contested schema`.

Conventions that hold everywhere:

* `start` and `end` are Unicode code points into `Document.text`, `end` exclusive.
* Days are ISO strings ("2025-11-07"); moments are ISO strings with an offset or without.
* *Unknown* is a member of each enumeration, never `None`. `None` means "there is no such thing
  here" (a claim with no condition), or an open bound ("up to 200" has no low).
* Ids are content hashes: reading the same words twice, or on two machines, gives the same ids.

This module imports nothing of ours.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta, Struct, field

SCHEMA_VERSION = 1

NO_PARTY = "none"
"""`party` of a voice that speaks for no side (a monitor, a residents' group, an agency)."""
UNKNOWN = "unknown"
"""`party` of a voice whose side the text and the packs do not tell."""

Day: TypeAlias = Annotated[str, Meta(description="ISO date, or date and time: 2025-11-07")]
Interval: TypeAlias = tuple[str | None, str | None]
"""First and last day, both included, ISO; None is an open end."""


def content_id(*parts: object) -> str:
    """Return a 16-character id that depends on nothing but the parts.

    Parts are joined with a separator that cannot occur in text, hashed with SHA-256 and cut to
    64 bits: at ten million claims the chance of any collision is about 3 in a million.

    >>> content_id("a", 1) == content_id("a", 1)
    True
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


# --------------------------------------------------------------------------- enumerations


class Found(StrEnum):
    """How a fact about a document (its date, outlet, title, language) was found."""

    STATED = "stated"  # the input says so in a field made for it
    METADATA = "metadata"  # HTML or feed metadata
    TEXT = "text"  # read from the body: a dateline, a heading
    FILENAME = "filename"
    DETECTED = "detected"  # by a model: language identification
    GIVEN = "given"  # the user said so on the command line
    FALLBACK = "fallback"  # a stand-in: flagged, counted, shown
    UNKNOWN = "unknown"


class Format(StrEnum):
    """The form in which a report came; spans of plain forms also hold in the decoded file."""

    DATED_TEXT = "dated_text"  # plain: lines that begin "date YYYY-MM-DD"
    TEXT = "text"  # plain
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    FEED = "feed"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How finely a place mention locates (compare ACLED's and UCDP's `where_prec`)."""

    EXACT = "exact"  # a named building, bridge, street: named, never turned into a point
    SETTLEMENT = "settlement"
    PART = "part_of_settlement"
    VICINITY = "vicinity"  # near, south of, the Pokrovsk direction
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    FEATURE = "feature"  # a river, lake, road, forest, sea
    UNKNOWN = "unknown"


class PlaceUse(StrEnum):
    """What a place name does in its sentence."""

    LOCATION = "location"
    ACTOR = "actor"  # "Moscow said"
    DEMONYM = "demonym"  # "Russian", "Ukrainians"
    MODIFIER = "modifier"  # "the Kyiv government", "Donetsk residents"
    EPITHET = "epithet"  # "the gateway to Donetsk"
    UNKNOWN = "unknown"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"
    UNKNOWN = "UNKNOWN"


class Anchor(StrEnum):
    """What a relative time expression was resolved against."""

    NONE = "none"  # it needs none: "3 November 2025"
    PUBLICATION = "publication"
    SECTION = "section"  # a date that heads the section
    TIME = "time"  # another time expression
    FALLBACK = "fallback"
    UNKNOWN = "unknown"


class ActorKind(StrEnum):
    """What sort of voice or doer an actor is."""

    STATE = "state"
    GOVERNMENT = "government"
    OFFICIAL = "official"
    MILITARY = "military"
    UNIT = "unit"
    ARMED_GROUP = "armed_group"
    MONITOR = "monitor"
    EXPERT = "expert"
    ORGANISATION = "organisation"
    MEDIA = "media"
    CIVILIAN = "civilian"
    ANONYMOUS = "anonymous"
    EVIDENCE = "evidence"  # "footage shows": the film is the source
    PERSON = "person"
    UNKNOWN = "unknown"


class CueClass(StrEnum):
    """What the source does in saying it."""

    ASSERT = "assert"
    REPORT = "report"
    CONFIRM = "confirm"
    ACKNOWLEDGE = "acknowledge"
    DENY = "deny"
    REJECT = "reject"
    ACCUSE = "accuse"
    WARN = "warn"
    PREDICT = "predict"
    PROMISE = "promise"
    ORDER = "order"
    QUESTION = "question"
    ASSESS = "assess"  # believe, estimate, consider: an opinion or a monitor's finding
    SHOW = "show"  # evidence as source
    RETRACT = "retract"
    REFUSE_COMMENT = "refuse_comment"
    NONE = "none"  # the outlet in its own voice
    UNKNOWN = "unknown"


class Directness(StrEnum):
    """How the report carries the source's words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NONE = "none"  # own voice
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether the source says that it is so, or that it is not so."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How certain the event is *for that source* (FactBank, Saurí and Pustejovsky 2009)."""

    CERTAIN = "CT"
    PROBABLE = "PR"
    POSSIBLE = "PS"
    UNKNOWN = "U"


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Verification(StrEnum):
    """What the *report* says about verification; ours is `Basis` and never mixed with it."""

    NONE = "none"  # the report says nothing about it
    UNVERIFIED = "unverified"  # "remains unverified", "not yet confirmed"
    UNVERIFIABLE = "unverifiable"  # "could not be independently verified"
    VERIFIED = "verified"
    GEOLOCATED = "geolocated"
    FOOTAGE = "footage"  # "shown by footage"
    UNKNOWN = "unknown"


class Evidence(StrEnum):
    """A kind of evidence that the report names."""

    VIDEO = "video"
    PHOTO = "photo"
    SATELLITE = "satellite_image"
    DOCUMENT = "document"
    WITNESS = "witness"
    MAP = "map"
    INTERCEPT = "intercept"
    DATA = "data"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """In which world the event is said to stand."""

    ACTUAL = "actual"
    POSSIBLE = "possible"
    PLANNED = "planned"
    ATTEMPTED = "attempted"
    CONDITIONAL = "conditional"  # inside "if A then B": both A and B
    GENERIC = "generic"  # habitual: "they strike at night"
    UNKNOWN = "unknown"


class Bearing(StrEnum):
    """How an event bears on who controls its place, from the side of `ControlBearing.party`."""

    GAIN = "gain"
    LOSS = "loss"
    HOLD = "hold"
    PARTLY_HOLD = "partly_hold"
    ENTER = "enter"  # entered, infiltrated
    ENCIRCLE = "encircle"
    BESIEGE = "besiege"
    THREATEN = "threaten"
    CONTESTED = "contested"  # grey zone, street fighting inside
    ADVANCE = "advance"  # moved forward, no place gained
    FLAG = "flag"
    WITHDRAW = "withdraw"
    NONE = "none"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """How claim `a` relates to claim `b` (read: a RELATION b)."""

    SAME = "same"
    SUPPORTS = "supports"
    DENIES = "denies"
    CONTRADICTS = "contradicts"
    NARROWS = "narrows"
    UPDATES = "updates"
    RETRACTS = "retracts"
    CITES = "cites"
    COPY_OF = "copy_of"
    UNRELATED = "unrelated"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """What a conclusion about control rests on."""

    OWN_ADMISSION = "own_admission"  # the side that lost says that it left
    OPPONENT_ADMISSION = "opponent_admission"  # the other side says who holds it
    INDEPENDENT_CONFIRMATION = "independent_confirmation"
    CLAIMED_ONLY = "claimed_only"
    BOTH_INSIDE = "both_inside"  # reports place both sides there
    PERSISTENCE = "persistence"  # carried forward from an older report
    NO_REPORT = "no_report"
    UNKNOWN = "unknown"


class Decision(StrEnum):
    """What a person decided about a record."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SAME_ORIGIN = "same_origin"
    NOT_SAME_ORIGIN = "not_same_origin"
    UNKNOWN = "unknown"


# --------------------------------------------------------------------------- documents, spans


class Span(Struct, frozen=True, kw_only=True):
    """A stretch of `Document.text`, in code points, `end` exclusive."""

    start: int
    end: int


class Sentence(Span, frozen=True, kw_only=True):
    """One sentence; `paragraph` counts from 0."""

    paragraph: int = 0


class DocumentHead(Struct, frozen=True, kw_only=True):
    """All that is known about a report except its text."""

    id: str
    path: str  # where it was read: file, file.jsonl#12, feed URL, "-" for standard input
    sha256: str  # of the original bytes
    outlet: str  # "unknown" where not found
    outlet_found: Found = Found.UNKNOWN
    url: str | None = None
    title: str | None = None
    title_found: Found = Found.UNKNOWN
    language: str = UNKNOWN  # ISO 639-1
    language_found: Found = Found.UNKNOWN
    published: Day | None = None
    published_found: Found = Found.UNKNOWN
    retrieved: str | None = None  # when it was read; not part of the id nor of the digest
    text_offset: int = 0  # plain text: where the body begins in the decoded file
    format: Format = Format.UNKNOWN


class Document(DocumentHead, frozen=True, kw_only=True):
    """A report; never altered after reading.

    `text` keeps paragraphs as blank lines. For plain text files `text` is the exact stretch of
    the decoded file that begins at `text_offset`, so file spans are document spans plus
    `text_offset`.
    """

    text: str

    @property
    def head(self) -> DocumentHead:
        """Return the same record without its text."""
        return DocumentHead(**{name: getattr(self, name) for name in DocumentHead.__struct_fields__})


def document_id(outlet: str, published: str | None, title: str | None, text: str) -> str:
    """Return the id of a report: what it says, who published it and when, not where it lay."""
    return content_id("document", outlet, published, title, text)


# --------------------------------------------------------------------------- mentions


class Place(Span, frozen=True, kw_only=True):
    """A place mention, resolved to a gazetteer entry or kept by name.

    "the northern districts of Kupiansk (Kharkiv region)" → name "Kupiansk", part "northern
    districts", precision part_of_settlement. `lat` and `lon` are the settlement's, never finer.
    """

    text: str
    name: str  # the gazetteer's primary name; the words of the report where unresolved
    resolved: bool = False
    geonameid: int | None = None
    place_id: str = ""  # "gn:709611", "wof:101…", "name:<country>:<folded name>" if unresolved
    lat: float | None = None
    lon: float | None = None
    country: str = UNKNOWN  # ISO 3166-1 alpha-2
    admin1: str | None = None
    feature_class: str | None = None  # GeoNames P, A, H, T, …
    part: str | None = None  # "northern districts", "city council building"
    direction: str | None = None  # "south", "between"
    distance_km: float | None = None
    precision: Precision = Precision.UNKNOWN
    use: PlaceUse = PlaceUse.UNKNOWN
    score: float = 0.0  # of the choice, 0..1
    runner_up: str | None = None  # "Pokrovsk, Sakha, RU (0.21)"
    reason: str = ""  # why this entry, in words


class Time(Span, frozen=True, kw_only=True):
    """A time expression: TIMEX3 type and value, and the interval of days it may cover."""

    text: str
    type: TimeType
    value: str  # TIMEX3: "2025-11", "P2D", "PRESENT_REF"
    mod: str | None = None  # TIMEX3: EARLY, APPROX, …
    interval: Interval = (None, None)
    anchor: Anchor = Anchor.UNKNOWN


class Quantity(Span, frozen=True, kw_only=True):
    """A stated figure with its bounds; an open bound is None.

    "up to 200 troops" → high 200, low None; "tens of thousands" → low 20000, high None;
    "about half of the city" → best 0.5, unit "share".
    """

    text: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str = UNKNOWN  # person, missile, drone, vehicle, km, km2, share, settlement, …
    of: str | None = None  # the words for what is counted: "Russian troops"
    approximate: bool = False
    superlative: str | None = None  # "record"
    fate: str | None = None  # of people: killed, wounded, missing, captured, displaced, …
    group: str | None = None  # of people: civilian, military


class Actor(Span, frozen=True, kw_only=True):
    """A mention of someone who can say or do something.

    `name` is the canonical name when known, else the words. `party` is a pack's party name,
    "none" (speaks for no side) or "unknown"; `party_reason` says why in words.
    """

    text: str
    name: str
    kind: ActorKind = ActorKind.UNKNOWN
    role: str | None = None  # "spokesman of the Joint Forces Task Force"
    party: str = UNKNOWN
    party_reason: str = ""


class Source(Struct, frozen=True, kw_only=True):
    """Who says it. As `Actor`, but the outlet's own voice and "reportedly" have no words.

    `text` are the words at `start:end` ("the spokesman"), `name` who that is ("Viktor
    Trehubov"). Own voice: kind media, name the outlet, no span. "reportedly": kind unknown,
    name "unknown", span of the adverb as cue.
    """

    text: str = ""
    start: int | None = None
    end: int | None = None
    name: str = UNKNOWN
    kind: ActorKind = ActorKind.UNKNOWN
    role: str | None = None
    party: str = UNKNOWN
    party_reason: str = ""
    own_voice: bool = False


# --------------------------------------------------------------------------- claims and events


class Cue(Span, frozen=True, kw_only=True):
    """The words that say that something is being said. `rule` names what found them."""

    lemma: str
    cue_class: CueClass = field(default=CueClass.UNKNOWN, name="class")
    words: tuple[Span, ...] = ()  # all pieces when the cue is not one run: "did not … deny"
    rule: str = ""


class Claim(Span, frozen=True, kw_only=True):
    """Somebody's statement, as one report carries it.

    `polarity` and `certainty` are the source's towards the content: "Kyiv denied that the town
    had fallen" has content "that the town had fallen" and polarity negative. An event's own
    polarity (see `Event`) folds this in. `chain` lists who passed it on, from the outermost
    ("X, who cited Y" → source Y, chain [X]).
    """

    id: str
    content: tuple[Span, ...]
    source: Source
    chain: tuple[Source, ...] = ()
    cue: Cue | None = None
    directness: Directness = Directness.UNKNOWN
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.UNKNOWN
    tense: Tense = Tense.UNKNOWN
    condition: Span | None = None  # the "if A" of "if A then B"
    verification: Verification = Verification.NONE
    verified_by: str | None = None
    evidence: tuple[Evidence, ...] = ()
    hedges: tuple[Span, ...] = ()
    parent: str | None = None  # id of the claim that this one stands inside
    continued: bool = False  # no cue of its own: the last speaker goes on
    events: tuple[str, ...] = ()


class ControlBearing(Struct, frozen=True, kw_only=True):
    """What an event means for who controls its place; `party` is who gains, holds, leaves …"""

    bearing: Bearing
    party: str = UNKNOWN
    share: float | None = None  # 0..1 of the place
    part: str | None = None


class Event(Span, frozen=True, kw_only=True):
    """What one claim says happened; `start:end` are the words that name it ("captured").

    `polarity`, `certainty`, `tense` and `modality` are final for the source of `claim`: cue,
    negation and hedges are folded in, so a denied capture is polarity negative and is no
    capture. The same words inside two claims (a claim and the denial around it) are two events.
    """

    id: str
    claim: str
    type: str  # a key of lexicons/event_types.yml: "control.gain"
    agent: Actor | None = None
    target: Actor | None = None
    places: tuple[Place, ...] = ()
    time: Time | None = None
    interval: Interval = (None, None)  # when it held in the world; from `time`, tense and date
    quantities: tuple[Quantity, ...] = ()
    means: str | None = None  # a key of the means list: "drone", "glide_bomb"
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.UNKNOWN
    tense: Tense = Tense.UNKNOWN
    modality: Modality = Modality.UNKNOWN
    background: bool = False  # told to explain the news, not as news
    control: ControlBearing | None = None
    rule: str = ""


class Problem(Struct, frozen=True, kw_only=True):
    """Something that was not understood, skipped, or stood in for: never silent."""

    code: str  # "date_missing", "place_unresolved", …
    message: str  # what, where, what to do next
    path: str | None = None
    start: int | None = None
    end: int | None = None
    severity: str = "warning"  # "error": the document was not read; "warning": it was


class Extraction(Struct, frozen=True, kw_only=True):
    """All that one report holds: what `contested extract` prints."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[Problem, ...] = ()
    packs: tuple[str, ...] = ()
    packs_found: Found = Found.UNKNOWN  # given by the user, or detected from the text


# --------------------------------------------------------------------------- many claims


class LedgerEntry(Struct, frozen=True, kw_only=True):
    """A claim with all that linking and assessing it needs, and nothing of the store."""

    claim: Claim
    document: DocumentHead
    words: str  # the text of the whole statement
    content_words: str
    events: tuple[Event, ...] = ()
    packs: tuple[str, ...] = ()


class Link(Struct, frozen=True, kw_only=True):
    """`a` RELATION `b`, between claims, with a score in 0..1 and the reason in words."""

    a: str
    b: str
    relation: Relation
    score: float
    reason: str


class Origin(Struct, frozen=True, kw_only=True):
    """Claims and documents that go back to one act of saying; the first published first."""

    id: str
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    reason: str = ""


class Dispute(Struct, frozen=True, kw_only=True):
    """What is asserted by some and denied by others."""

    id: str
    matter: str  # in a sentence
    place_id: str | None = None
    place: str | None = None
    asserting: tuple[str, ...] = ()  # claim ids
    denying: tuple[str, ...] = ()
    others: tuple[str, ...] = ()  # neither side: monitors, verification notes
    parties: tuple[str, ...] = ()
    origins_asserting: int = 0
    origins_denying: int = 0
    verification: Verification = Verification.NONE
    since: Day | None = None
    until: Day | None = None
    resolved: bool = False
    resolved_by: str | None = None  # claim id
    reason: str = ""


class Weighing(Struct, frozen=True, kw_only=True):
    """One origin's part in a conclusion: for or against, how heavily, and why."""

    origin: str
    claims: tuple[str, ...]
    supports: str  # the state that it speaks for: a party, "contested"
    weight: float  # log-likelihood ratio towards that state
    reason: str


class Control(Struct, frozen=True, kw_only=True):
    """Who may be said to control a place on a day, as known on a day."""

    place: str
    place_id: str
    day: Day
    known_on: Day
    state: str  # a party's name, "contested" or "unknown"
    probabilities: dict[str, float]
    basis: Basis
    claims_for: tuple[str, ...] = field(default=(), name="for")
    claims_against: tuple[str, ...] = field(default=(), name="against")
    disputed: bool = False
    part: str | None = None
    weighings: tuple[Weighing, ...] = ()
    decisive_claim: str | None = None  # whose removal would change the state most
    last_report: Day | None = None
    reason: str = ""  # the sentence of the UI's state patterns
    notes: tuple[str, ...] = ()  # collection health, fallbacks touched


class Judgement(Struct, frozen=True, kw_only=True):
    """A person's decision on a record; stored beside, never overwritten by a re-run."""

    id: str
    subject: str  # id of a claim, link ("a:relation:b"), origin, place …
    decision: Decision
    who: str
    when: str
    why: str
    value: str | None = None  # the correction, or the other id


RECORDS: tuple[type[Struct], ...] = (
    Extraction,
    LedgerEntry,
    Link,
    Origin,
    Dispute,
    Control,
    Judgement,
    Problem,
)
"""The top-level records of the machine-readable contract."""


def json_schema() -> dict[str, object]:
    """Return one JSON Schema (2020-12) for all records of the contract."""
    schemas, components = msgspec.json.schema_components(RECORDS, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"contested records, schema version {SCHEMA_VERSION}",
        "oneOf": list(schemas),
        "$defs": components,
    }
