"""Cues: which words say that something is being said, from `lexicons/cues*.yml`.

A verb's cue has a class (what the source does in saying it) and frames (the shapes in which it
carries a content). The frames are explained in the lexicon itself, under `frame_meanings`.
"""

from __future__ import annotations

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

    def lemma(self, token: Token) -> str:
        """Return the token's lemma, mended where the parser's model cuts a form wrongly."""
        return self.repairs.get(token.lemma, token.lemma)

    def cue_of(self, token: Token) -> tuple[VerbCue, Token | None] | None:
        """Return the cue that a verb is, and its particle if it has one ("ruled out")."""
        lemma = self.lemma(token)
        if lemma in self.phrasal:
            for child in token.children:
                phrase = f"{lemma} {child.lower}"
                if child.i > token.i and phrase in self.verbs:
                    return self.verbs[phrase], child
        cue = self.verbs.get(lemma)
        return (cue, None) if cue else None


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
    return VerbLexicon(verbs, phrasal, data["lemma_repairs"])
