"""The code book: one page a type, written from event_types.yml, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from contested.events import ontology
from contested.events.ontology import EventType
from contested.model import Document, Event, document_id

PUBLISHED = "2025-11-20"
"""The date of publication that the examples are read with."""


class Sentence(Struct, frozen=True):
    """An invented sentence of the code book, and the type that it should be coded as; "none" for none."""

    text: str
    page: str
    expected: str
    is_example: bool


def sentences() -> Iterator[Sentence]:
    """Yield all example sentences and near misses of the code book."""
    for one in ontology.types().values():
        for text in one.examples:
            yield Sentence(text, one.key, one.key, True)
        for miss in one.near_misses:
            yield Sentence(miss.text, one.key, miss.type, False)


def events_of(text: str) -> tuple[Event, ...]:
    """Return the events of one sentence, read as a report of its own."""
    from contested import packs, pipeline

    document = Document(
        id=document_id("code book", PUBLISHED, None, text),
        path="code book", sha256="", outlet="code book", language="en", published=PUBLISHED, text=text,
    )  # fmt: skip
    chosen = [packs.load(name) for name in packs.names()]
    return pipeline.read_through(pipeline.start(document, chosen)).events


def is_coded_as_said(sentence: Sentence, events: tuple[Event, ...]) -> bool:
    """Whether an example has its type among its events, and a near miss the type it names and not the page's."""
    found = {event.type for event in events}
    if sentence.expected == "none":
        return sentence.page not in found
    if sentence.is_example or sentence.expected == sentence.page:
        return sentence.expected in found
    return sentence.expected in found and sentence.page not in found


def problems() -> list[str]:
    """Return what is wrong with ontology and frames, in words; empty if nothing is."""
    known = ontology.types()
    found = [
        f"event_words.yml: a frame gives the unknown type {frame.type!r}."
        for frame in ontology.frames()
        if frame.type not in known
    ]
    framed = {frame.type for frame in ontology.frames()}
    for one in known.values():
        if one.key not in framed:
            found.append(f"{one.key}: no frame of event_words.yml codes it.")
        if len(one.examples) < 2:
            found.append(f"{one.key}: fewer than two examples.")
        found.extend(
            f"{one.key}: near miss {miss.text!r} names the unknown type {miss.type!r}."
            for miss in one.near_misses
            if miss.type != "none" and miss.type not in known
        )
    for sentence in sentences():
        coded = events_of(sentence.text)
        if not is_coded_as_said(sentence, coded):
            types = ", ".join(sorted({event.type for event in coded})) or "nothing"
            found.append(f"{sentence.page}: {sentence.text!r} should be {sentence.expected}, is coded as {types}.")
    return found


def page(one: EventType) -> str:
    """Return the page of one type as Markdown."""
    lines = [f"# {one.title}", "", f"`{one.key}`", "", one.definition, ""]
    for heading, texts in (("Includes", one.includes), ("Excludes", one.excludes)):
        if texts:
            lines += [f"## {heading}", "", *(f"- {text}" for text in texts), ""]
    lines += ["## Examples", "", "Invented sentences that are coded as this type.", ""]
    lines += [f"- {text}" for text in one.examples]
    if one.near_misses:
        lines += ["", "## Near misses", "", "| sentence | coded as | why |", "|---|---|---|"]
        lines += [f"| {miss.text} | {_link(miss.type)} | {miss.why} |" for miss in one.near_misses]
    return "\n".join([*lines, "", "## Bearing on control", "", _bearing(one), "", *_mapping(one), ""])


def _link(key: str) -> str:
    return "none" if key == "none" else f"[`{key}`]({key}.md)"


def _bearing(one: EventType) -> str:
    if one.control is None:
        return "None."
    whose = {"agent": "the doer", "target": "the one it is done to", "none": "no party in particular"}
    return f"`{one.control.bearing}`, for {whose.get(one.control.party, one.control.party)}."


def _mapping(one: EventType) -> list[str]:
    plover, acled = one.mapping.plover, one.mapping.acled
    rows = (
        ("PLOVER", " / ".join(filter(None, (plover.event, plover.mode)))),
        ("ACLED", " / ".join(filter(None, (acled.event, acled.sub_event)))),
        ("UCDP", one.mapping.ucdp),
    )
    lines = ["## Elsewhere", "", "| system | code |", "|---|---|"]
    lines += [f"| {system} | {code or 'none'} |" for system, code in rows]
    return [*lines, *(["", one.mapping.note] if one.mapping.note else [])]


def index() -> str:
    """Return the first page: all types by family."""
    lines = [
        "# Code book", "",
        "What may be said to have happened. Each page is written from `lexicons/event_types.yml` by",
        "`contested codebook --write docs/codebook`; `contested codebook check` reads every example.", "",
        "| type | title | definition |", "|---|---|---|",
    ]  # fmt: skip
    lines += [f"| [`{one.key}`]({one.key}.md) | {one.title} | {one.definition} |" for one in ontology.types().values()]
    return "\n".join([*lines, ""])
