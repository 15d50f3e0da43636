"""Verification: what the report says about whether a claim was checked, and by whom.

"The claims could not be independently verified." speaks of the claims just before it: the last of
its paragraph, or of the paragraph before where it opens one. "Rebel claims … remain unverified"
speaks of those in its own sentence, "geolocated footage" of the claim that it is given for. What
stands in the claim's own sentence goes before what follows later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from msgspec import structs

from contested.claims.context import in_its_clause
from contested.lexicons import load
from contested.model import ActorKind, Claim, CueClass, Verification
from contested.parse import Token
from contested.reading import Reading

ORDER = (
    Verification.UNVERIFIABLE,
    Verification.UNVERIFIED,
    Verification.GEOLOCATED,
    Verification.VERIFIED,
    Verification.FOOTAGE,
    Verification.NONE,
)
"""Which word stands where a report says several things of one claim: the caution first."""


OF_VERBS = ("aux", "auxpass", "agent", "neg")
"""Children that show that "verified" is a verb here."""
CAUTIONS = (Verification.UNVERIFIABLE, Verification.UNVERIFIED)


@dataclass(frozen=True, slots=True)
class Check:
    """A statement about verification at a word: "could not be verified", at "verified"."""

    token: Token
    verification: Verification
    by: str | None = None


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("verification")[key])


@cache
def _adjectives() -> dict[str, Verification]:
    rows = load("verification")["adjectives"]
    return {word: Verification(kind) for kind, words in rows.items() for word in words}


# ------------------------------------------------------------------------ finding the words


def find_checks(reading: Reading, tokens: Iterable[Token]) -> Iterator[Check]:
    """Yield what a sentence says about verification.

    "The reports could not be independently verified." → Check(verified, UNVERIFIABLE).
    """
    for token in tokens:
        found = _check_at(token)
        if found is not None:
            yield Check(token, found, _checker(reading, token) if found in ORDER[2:4] else None)


def _check_at(token: Token) -> Verification | None:
    if token.lower in _words("locating") or token.lemma in _words("locating"):
        return Verification.UNVERIFIED if _is_denied(token) else Verification.GEOLOCATED
    if token.lower in _adjectives() and not any(child.dep in OF_VERBS for child in token.children):
        return _adjectives()[token.lower]
    if token.pos in ("VERB", "AUX") and (token.lemma in _words("verbs") or _is_own_check(token)):
        return _verb_check(token)
    if token.lemma in _words("nouns") and token.pos == "NOUN":
        return _noun_check(token)
    return None


def _is_own_check(verb: Token) -> bool:
    """Whether "confirm" and the like speak of a check here: "independently confirmed"."""
    if verb.lemma not in _words("own_checks"):
        return False
    return any(child.lower in _words("independence") for child in verb.children)


def _verb_check(verb: Token) -> Verification | None:
    if _is_denied(verb):
        return Verification.UNVERIFIABLE if _is_about_ability(verb) else Verification.UNVERIFIED
    if _is_about_ability(verb) and verb.head.lower in ("unable", "impossible", "difficult", "hard"):
        return Verification.UNVERIFIABLE
    if any(child.lower == "to" and child.dep == "aux" for child in verb.children):
        return Verification.UNVERIFIED if _is_open(verb) else None
    if any(child.tag == "MD" for child in verb.children):
        return None
    if verb.tag == "VBG" and not any(child.dep == "aux" for child in verb.children):
        return None
    return Verification.VERIFIED


def _is_denied(token: Token) -> bool:
    """Whether the check did not take place: by its own words or those of the verb above."""
    if in_its_clause(token).score < 0:
        return True
    return token.dep in ("ccomp", "conj") and in_its_clause(token.head).score < 0


def _is_about_ability(verb: Token) -> bool:
    """Whether it is said that nobody can check: "could not", "unable to", "no way to"."""
    if any(child.lower in _words("ability_modals") for child in verb.children if child.dep == "aux"):
        return True
    if verb.dep == "conj" and _is_about_ability(verb.head):
        return True
    above = verb.head
    return verb.dep in ("xcomp", "ccomp", "acl", "advcl", "pcomp") and (
        above.lower in _words("inability")
        or any(child.lower in _words("inability") for child in above.children if child.dep in ("acomp", "attr"))
    )


def _is_open(verb: Token) -> bool:
    """Whether a check is still to come: "have yet to be verified"."""
    return any(child.lower in _words("openings") for child in (*verb.children, *verb.head.children, verb.head))


def _noun_check(noun: Token) -> Verification | None:
    """Return what "no independent confirmation" and "awaits verification" say."""
    none = any(child.dep in ("det", "neg") and child.lower == "no" for child in noun.children)
    without = noun.dep == "pobj" and noun.head.lower == "without"
    if none or without or noun.head.lemma in _words("openings") or noun.head.lower in _words("openings"):
        return Verification.UNVERIFIED
    return None


def _checker(reading: Reading, token: Token) -> str | None:
    """Return the words for who checked: "verified by two monitors", "BBC analysts verified"."""
    for child in token.children:
        if child.dep in ("agent", "prep") and child.lower == "by":
            noun = next((word for word in child.children if word.dep == "pobj"), None)
            if noun is not None:
                return reading.text[slice(*noun.edges())]
    subject = next((child for child in token.children if child.dep == "nsubj"), None)
    if subject is None or subject.lower in _words("anaphors"):
        return None
    return reading.text[slice(*subject.edges())]


# ------------------------------------------------------------------- giving them to claims


def judge_verification(reading: Reading) -> Reading:
    """Return the reading with what it says about verification on each claim."""
    near: dict[str, list[Check]] = {claim.id: _by_footage(reading, claim) for claim in reading.claims}
    later: dict[str, list[Check]] = {claim.id: [] for claim in reading.claims}
    for index in range(len(reading.parse.sentences)):
        for check in find_checks(reading, reading.parse.sentence_tokens(index)):
            own = [claim for claim in reading.claims if _is_about_own(reading, claim, check)]
            for claim in own:
                near[claim.id].append(check)
            for claim in () if own else _before(reading, check):
                later[claim.id].append(check)
    return replace(reading, claims=tuple(_with(claim, near[claim.id] or later[claim.id]) for claim in reading.claims))


def _by_footage(reading: Reading, claim: Claim) -> list[Check]:
    """Return a check where the claim's own source is evidence: "footage shows"."""
    shows = claim.cue is not None and claim.cue.cue_class is CueClass.SHOW
    if claim.cue is None or not (shows and (claim.source.kind is ActorKind.EVIDENCE or claim.evidence)):
        return []
    token = reading.parse.token_at(claim.cue.start)
    return [Check(token, Verification.FOOTAGE)] if token is not None else []


def _with(claim: Claim, checks: list[Check]) -> Claim:
    if not checks:
        return claim
    best = min(checks, key=lambda check: ORDER.index(check.verification))
    return structs.replace(claim, verification=best.verification, verified_by=best.by)


def _is_about_own(reading: Reading, claim: Claim, check: Check) -> bool:
    """Whether a check speaks of a claim in its own sentence.

    A caution may stand anywhere in the sentence but as the claim's cue; "verified" and
    "geolocated" speak of the claim that they stand in.
    """
    sentence = reading.parse.sentences[check.token.sentence]
    if claim.start >= sentence.end or claim.end <= sentence.start:
        return False
    within = claim.start <= check.token.start < claim.end
    if check.verification not in CAUTIONS:
        return within
    is_cue = claim.cue is not None and claim.cue.start <= check.token.start < claim.cue.end
    if (
        is_cue
        or any(child.dep == "ccomp" for child in check.token.children)
        or (check.token.dep == "amod" and not within)
    ):
        return False
    return not _is_checker_talk(claim, check)


def _is_checker_talk(claim: Claim, check: Check) -> bool:
    """Whether a claim is nothing but the statement of the check: "It said it could not verify them"."""
    inside = any(span.start <= check.token.start < span.end for span in claim.content)
    return inside and check.verification in CAUTIONS and _is_main(claim, check)


def _is_main(claim: Claim, check: Check) -> bool:
    """Whether the check is the main word of a claim's content."""
    above = check.token.head
    return check.token.is_root or not any(span.start <= above.start < span.end for span in claim.content)


def speaks_of_claims(token: Token) -> bool:
    """Whether what was to be checked is a claim told elsewhere: "the report", "this", not "who fired"."""
    verb = token if token.pos in ("VERB", "AUX") else token.head
    if any(child.dep == "ccomp" for child in verb.children):
        return False
    wanted = ("dobj", "nsubjpass") if verb is token and verb.lemma != "be" else ("nsubj", "nsubjpass")
    objects = [child for child in verb.children if child.dep in wanted]
    known = _words("claim_nouns") | _words("anaphors")
    return all({word.lemma, word.lower} & known or word.pos == "PRON" for word in objects)


def _before(reading: Reading, check: Check) -> list[Claim]:
    """Return the claims before a check that names none: the last of the same or last paragraph."""
    if check.verification not in CAUTIONS or not speaks_of_claims(check.token):
        return []
    sentences = reading.parse.sentences
    here = sentences[check.token.sentence]
    for paragraph in (here.paragraph, here.paragraph - 1):
        area = [s for s in sentences if s.paragraph == paragraph and s.end <= here.start]
        if not area:
            continue
        near = [c for c in reading.claims if area[0].start <= c.start < here.start and c.start < area[-1].end]
        if near:
            return _scope(reading, check, near)
    return []


def _scope(reading: Reading, check: Check, near: list[Claim]) -> list[Claim]:
    """Return those of the claims before that the words of the check mean."""
    words = {token.lower for token in reading.parse.sentence_tokens(check.token.sentence)}
    named = [claim for claim in near if _source_words(claim) & words]
    if named:
        return named
    if words & _words("plural_scope"):
        return near
    last = max(near, key=lambda claim: claim.start)
    sentence = next(s for s in reading.parse.sentences if s.start <= last.start < s.end)
    return [claim for claim in near if claim.start >= sentence.start]


def _source_words(claim: Claim) -> set[str]:
    """Return the telling words of a source, to match "the ministry's claims"."""
    source = claim.source
    words = f"{source.text} {source.name} {source.party}".lower().replace("'s", " ").replace("’s", " ")
    return {word for word in words.split() if len(word) > 3 and word != "unknown"}
