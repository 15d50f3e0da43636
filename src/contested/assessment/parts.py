"""Who may be said to control each stated part of a place: "the northern districts", "the railway station".

The model of the whole place, run once more for each part that reports name, on what is said of
that part and on what is said of the whole: who claims the city claims its northern districts too.
What is said of another part says nothing here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

import msgspec

from contested.assessment.control import Evidence, PlaceView, clocks
from contested.assessment.observations import CONTESTED, Observation
from contested.assessment.reliability import Reliability, learn
from contested.lexicons import load
from contested.model import Control

WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _names() -> tuple[Mapping[str, str], frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words that stand for another, those of areas, the ignored and the vague."""
    data = load("part_names")
    same = {word: name for table in ("directions", "same") for name, words in data[table].items() for word in words}
    return same, frozenset(data["areas"]), frozenset(data["ignored"]), frozenset(data["vague"])


def part_key(name: str) -> str:
    """Return what two names of one part share; empty for a name that tells no part from another.

    >>> part_key("northern districts"), part_key("the north of the city"), part_key("most of the city")
    ('north', 'north', '')
    """
    same, areas, ignored, vague = _names()
    words = [word.casefold() for word in WORDS.findall(name)]
    if any(word in vague for word in words):
        return ""
    plain = [same.get(word, word) for word in words if word not in ignored]
    single = [word[:-1] if word.endswith("s") and not word.endswith("ss") else word for word in plain]
    return " ".join(same.get(word, word) for word in single if word not in areas)


def parts_named(observations: Iterable[Observation]) -> dict[str, str]:
    """Return name as stated → key, for all parts that the observations name.

    "The station" is the railway station where only one kind of station is named.
    """
    stated = {obs.part: part_key(obs.part) for obs in observations if obs.part and obs.of_part}
    keys = set(stated.values()) - {""}

    def full(key: str) -> str:
        longer = [other for other in keys if other.endswith(f" {key}")]
        return longer[0] if len(longer) == 1 else key

    return {name: full(key) for name, key in stated.items() if key}


def evidence_of_part(observations: Iterable[Observation], key: str, names: Mapping[str, str]) -> list[Observation]:
    """Return what bears on one part: what is said of it, and every claim to hold or to have lost the whole."""
    found = []
    for obs in observations:
        if obs.of_part and obs.part and names.get(obs.part) == key:
            found.append(replace(obs, compatible=obs.of_part, part=key, partial=False))
        elif not obs.partial and len(obs.compatible) == 1 and CONTESTED not in obs.compatible:
            found.append(obs)
    return found


def assess_parts(
    evidence: Evidence,
    place_id: str,
    day: str,
    known_on: str | None = None,
    *,
    reliability: Reliability | None = None,
    place: str = "",
) -> tuple[Control, ...]:
    """Return who may be said to control each part of a place that reports name, most recently named first.

    The arguments are those of `assess_control`; each conclusion carries the part's name in `part`.
    """
    today, known_on = clocks(day, known_on)
    observations = evidence.with_parts(place_id, known_on)
    names = parts_named(obs for obs in observations if obs.day <= today)
    if not names:
        return ()
    records = reliability or learn(evidence.known_on(known_on).observations, evidence.parties)
    found = []
    for key in sorted(set(names.values())):
        own = evidence_of_part(observations, key, names)
        view = PlaceView.of(own, evidence.parties, records, today)
        concluded = view.conclude(evidence, place or observations[-1].place, place_id, day, known_on)
        said = [obs for obs in observations if names.get(obs.part or "") == key and obs.day <= today]
        last = max(obs.day for obs in said)
        found.append((last, msgspec.structs.replace(concluded, part=_most_used(obs.part or "" for obs in said))))
    return tuple(control for _, control in sorted(found, key=lambda row: (-row[0], row[1].part)))


def _most_used(names: Iterable[str]) -> str:
    counted = Counter(" ".join(name.split()) for name in names)
    return min(counted, key=lambda name: (-counted[name], name))
