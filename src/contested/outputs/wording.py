"""The words for states, sides and claims: patterns from lexicons/wording.yml, used everywhere."""

from __future__ import annotations

from datetime import date

from contested.assessment.gate import may_say
from contested.lexicons import load
from contested.model import NO_PARTY, UNKNOWN, ActorKind, Claim, Control, CueClass, Directness, LedgerEntry

WORDS = load("wording")
LONGEST_QUOTE = 260
"""Characters of a statement that a brief prints; the note leads to the rest."""


def age(days: int, on: str | None = None) -> str:
    """Return an age in words: days up to 13, then the date.

    >>> age(2), age(0)
    ('2 days ago', 'the same day')
    """
    if days <= 0:
        return "the same day"
    if days == 1:
        return "1 day ago"
    return f"{days} days ago" if days <= 13 or on is None else f"{days} days ago, on {day_words(on)}"


def day_words(day: str | None) -> str:
    """Return "7 Nov 2025" for an ISO day, "no date" where there is none."""
    if not day:
        return "no date"
    parsed = date.fromisoformat(day[:10])
    return f"{parsed.day} {parsed:%b %Y}"


def state_key(control: Control) -> str:
    """Return which pattern of `states` a conclusion takes: what the gate lets us say."""
    return may_say(control).pattern


def state_word(control: Control) -> str:
    """Return the first word of the answer: "Contested.", "Claimed by Kestria."."""
    old = ""
    if control.last_report:
        old = age((date.fromisoformat(control.day) - date.fromisoformat(control.last_report)).days, control.last_report)
    return str(WORDS["states"][state_key(control)]["word"]).format(party=control.state, age=old)


def state_words(control: Control, opponent: str = "", origins: int = 0) -> str:
    """Return the state in words with what it rests on: "Contested. Reports place both sides inside."."""
    first = state_word(control)
    second = WORDS["basis"][control.basis.value].format(opponent=opponent or "The other side", n=origins)
    return f"{first} {second}"


def marks(control: Control) -> str:
    """Return the plain-text marks of a state: "[~][!=]"."""
    disputed = WORDS["states"]["disputed"]["mark"] if control.disputed else ""
    return str(WORDS["states"][state_key(control)]["mark"]) + disputed


def rounded(probabilities: dict[str, float]) -> dict[str, int]:
    """Return the probabilities of 100, rounded to 5 so that they still sum to 100.

    >>> rounded({"A": 0.32, "contested": 0.55, "unknown": 0.13})
    {'A': 30, 'contested': 55, 'unknown': 15}
    """
    millionths = {name: round(value * 1_000_000) for name, value in probabilities.items()}  # ties are ties, on any path
    steps = {name: value // 50_000 for name, value in millionths.items()}
    left = 20 - sum(steps.values())
    by_rest = sorted(probabilities, key=lambda name: (-(millionths[name] % 50_000), name))
    for name in by_rest[: max(left, 0)]:
        steps[name] += 1
    return {name: count * 5 for name, count in steps.items()}


def speaker(entry: LedgerEntry) -> str:
    """Return who says it, as a brief names them: name, role, or the words of an unnamed source."""
    source = entry.claim.source
    if source.own_voice:
        return f"{entry.document.outlet}, in its own voice" if entry.document.outlet != UNKNOWN else "The report itself"
    if source.name in (UNKNOWN, "") and not source.text:
        return str(WORDS["unnamed"]).capitalize()
    name = source.name if source.name not in (UNKNOWN, "") else source.text
    if source.kind is ActorKind.EVIDENCE:
        return name[:1].upper() + name[1:]
    if name == source.text and name[:1].islower():
        return f"“{name}”"
    name = name[:1].upper() + name[1:]
    return f"{name}, {source.role}" if source.role and source.role.lower() not in name.lower() else name


def verb(claim: Claim) -> str:
    """Return the neutral verb for a claim's cue class, the same for every side."""
    cue = claim.cue.cue_class if claim.cue else CueClass.NONE
    if cue is CueClass.CONFIRM and claim.source.party in (NO_PARTY, UNKNOWN):
        cue = CueClass.REPORT  # only a side that repeats itself "says again"
    return str(WORDS["verbs"][cue.value])


def quoted(entry: LedgerEntry) -> str:
    """Return the words of a claim in quotation marks; the report's own where it quotes nobody."""
    words = " ".join((entry.content_words or entry.words).split()).strip(" \"“”'‘’,")
    if len(words) > LONGEST_QUOTE:
        words = words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    if entry.claim.directness in (Directness.DIRECT, Directness.MIXED) or entry.claim.source.own_voice:
        return f"“{words}”"
    return f"(report's words) “{words}”"
