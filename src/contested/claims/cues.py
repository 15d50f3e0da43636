"""Cues: which words say that something is being said, from `lexicons/cues*.yml`.

A verb's cue has a class (what the source does in saying it) and frames (the shapes in which it
carries a content). The frames are explained in the lexicon itself, under `frame_meanings`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from contested.lexicons import load
from contested.model import CueClass
from contested.parse import Token


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A cue verb: its class, and the class that each of its frames gives."""

    lemma: str
    cue_class: CueClass
    frames: dict[str, CueClass]


@dataclass(frozen=True, slots=True)
class VerbLexicon:
    """All cue verbs by lemma; phrasal ones by "lemma particle"."""

    verbs: dict[str, VerbCue]
    phrasal: frozenset[str]  # lemmas that begin a phrasal entry
    repairs: dict[str, str]

    forms: dict[str, str]  # "alleged" → allege, for words that the parser's tagger took for nouns

    def lemma(self, token: Token) -> str:
        """Return the token's lemma, mended where the parser's model cuts a form wrongly."""
        if token.pos not in ("VERB", "AUX"):
            return self.forms.get(token.lower, token.lemma)
        return self.repairs.get(token.lemma, token.lemma)

    def cues_of(self, token: Token) -> Iterator[tuple[VerbCue, Token | None]]:
        """Yield the cues that a verb may be: with its particle first ("ruled out"), then alone."""
        lemma = self.lemma(token)
        if lemma in self.phrasal:
            for child in token.children:
                phrase = f"{lemma} {child.lower}"
                if child.i > token.i and phrase in self.verbs:
                    yield self.verbs[phrase], child
        cue = self.verbs.get(lemma)
        if cue is not None:
            yield cue, None

    def cue_of(self, token: Token) -> tuple[VerbCue, Token | None] | None:
        """Return the first cue that a verb may be, and its particle if it has one."""
        return next(self.cues_of(token), None)


def _verb_cue(lemma: str, entry: dict[str, object]) -> VerbCue:
    cue_class = CueClass(str(entry["class"]))
    frames: dict[str, CueClass] = {}
    for frame in entry.get("frames") or ():  # type: ignore[attr-defined]
        name, _, own = str(frame).partition("=")
        frames[name] = CueClass(own) if own else cue_class
    return VerbCue(lemma, cue_class, frames)


@cache
def verb_lexicon() -> VerbLexicon:
    """Return the cue verbs of `lexicons/cues.yml`."""
    data = load("cues")
    verbs = {lemma: _verb_cue(lemma, entry) for lemma, entry in data["verbs"].items()}
    phrasal = frozenset(lemma.split()[0] for lemma in verbs if " " in lemma)
    forms = {form: lemma for lemma in verbs if " " not in lemma for form in _forms(lemma)}
    return VerbLexicon(verbs, phrasal, data["lemma_repairs"], forms)


def _forms(lemma: str) -> tuple[str, ...]:
    """Return the regular forms of a verb: allege, alleges, alleged, alleging."""
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    return lemma, lemma + "s", lemma + "ed", lemma + "ing"
