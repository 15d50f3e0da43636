"""Matters: whether two claims tell of one matter, and whether they say the same of it."""

from __future__ import annotations

from contested.links.compare import Figures, Fit, figures_fit, placing, timing
from contested.links.doers import differ
from contested.links.facts import NOT_ASSERTING, Fact, facts_of, is_denial, is_retraction
from contested.links.standpoints import Meeting, meet, standpoint
from contested.links.words import figures, modals, negations, telling, tokens
from contested.model import LedgerEntry


def same_matter(a: LedgerEntry, b: LedgerEntry) -> bool:
    """Whether two claims tell of one matter: family, place and time fit, whatever they say of it."""
    return any(_one_matter(x, y) for x in facts_of(a) for y in facts_of(b))


def _one_matter(x: Fact, y: Fact) -> bool:
    if x.family != y.family or placing(x, y).fit in (Fit.APART, Fit.UNKNOWN):
        return False
    return timing(x, y, standpoint(x) is not None) in (Fit.SAME, Fit.NEAR)


def says_same(a: LedgerEntry, b: LedgerEntry) -> bool:
    """Whether two claims can be readings of one statement: no field of theirs is at odds.

    Word for word alike is not enough: "A took it" and "B took it", "is encircled" and "is not
    encircled", "killed 12" and "killed 40" share nearly all their words.
    """
    if tokens(a.words) == tokens(b.words):
        return True
    if is_denial(a) != is_denial(b) or is_retraction(a) != is_retraction(b) or _hedged(a) != _hedged(b):
        return False
    ours, theirs = facts_of(a), facts_of(b)
    if not ours or not theirs:
        return negations(a.words) == negations(b.words) and figures(a.words) == figures(b.words)
    if any(x.event.type == y.event.type and not _says_same(x, y) for x in ours for y in theirs):
        return False
    small, large = sorted((ours, theirs), key=len)
    return all(any(_says_same(x, y) for y in large) for x in small)


def carries_over(a: LedgerEntry, b: LedgerEntry) -> bool:
    """Whether, in a copy, one claim is the other shortened: all its words, none that turns it round."""
    small, large = sorted((telling(a.words), telling(b.words)), key=len)
    turned = negations(a.words) != negations(b.words) or modals(a.words) != modals(b.words)
    return small <= large and not turned and is_denial(a) == is_denial(b)


def _hedged(entry: LedgerEntry) -> bool:
    """Whether a claim asserts nothing as a fact: a question, a promise, a forecast, a condition."""
    cue = entry.claim.cue
    return entry.claim.condition is not None or (cue is not None and cue.cue_class in NOT_ASSERTING)


def _says_same(x: Fact, y: Fact) -> bool:
    if x.family != y.family or x.negative != y.negative or x.actual != y.actual:
        return False
    if differ(x.agent, y.agent) or differ(x.target, y.target):
        return False
    if placing(x, y).fit not in (Fit.SAME, Fit.UNKNOWN) or figures_fit(x, y)[0] is Figures.CONFLICTING:
        return False
    one, other = standpoint(x), standpoint(y)
    return (one is None) == (other is None) and (
        one is None or other is None or meet(one, other) in (Meeting.AGREE, Meeting.BESIDE)
    )
