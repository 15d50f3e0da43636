"""Checks on word lists: what a person who edits one may get wrong."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml

from contested.errors import LexiconError, UnknownName
from contested.lexicons import load
from contested.model import CueClass

CLASSES = frozenset(CueClass)


def check_lexicon(name: str) -> list[str]:
    """Return what is wrong with one lexicon, in words; an empty list if nothing is.

    Raises UnknownName where there is no such lexicon.
    """
    try:
        data = load(name)
    except UnknownName:
        raise
    except LexiconError as error:
        return [str(error)]
    return [*_double_keys(name), *_double_words(data), *(_cue_problems(data) if name.startswith("cues") else ())]


def _double_keys(name: str) -> Iterator[str]:
    """Yield keys that stand twice in one mapping: YAML keeps the last and says nothing."""
    text = (files("contested.lexicons") / f"{name}.yml").read_text(encoding="utf-8")
    stack = [node for node in [yaml.compose(text, Loader=yaml.SafeLoader)] if node is not None]
    while stack:
        node = stack.pop()
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                word = str(key.value)
                if word in seen:
                    yield f"line {key.start_mark.line + 1}: {word!r} stands twice; only the last one counts"
                seen.add(word)
                stack.append(value)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)


def _double_words(data: dict[str, Any]) -> Iterator[str]:
    """Yield words that stand twice in one list."""
    for key, value in data.items():
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            for word in sorted({word for word in value if value.count(word) > 1}):
                yield f"{key}: {word!r} stands twice"


def _cue_problems(data: dict[str, Any]) -> Iterator[str]:
    """Yield cue entries with an unknown class, frame or link."""
    for section in ("verbs", "saying"):
        for word, entry in (data.get(section) or {}).items():
            if entry.get("class") not in CLASSES:
                yield f"{section}: {word} has the unknown class {entry.get('class')!r}"
            for frame in entry.get("frames") or ():
                yield from _frame_problem(word, str(frame), data)
    for section in ("adverbs", "adjectives", "in_nouns"):
        for word, cue_class in (data.get(section) or {}).items():
            if cue_class not in CLASSES:
                yield f"{section}: {word} has the unknown class {cue_class!r}"
    for verb, objects in (data.get("idioms") or {}).items():
        for word, cue_class in objects.items():
            if cue_class not in CLASSES:
                yield f"idioms: {verb} {word} has the unknown class {cue_class!r}"


def _frame_problem(word: str, frame: str, data: dict[str, Any]) -> Iterator[str]:
    frame_name, _, own = frame.partition("=")
    known = set(data.get("frame_meanings") or ())
    if frame_name not in known and not frame_name.startswith("prep:"):
        yield f"verbs: {word} has the unknown frame {frame_name!r}"
    if own and own not in CLASSES:
        yield f"verbs: {word} has the unknown class {own!r} in {frame!r}"
